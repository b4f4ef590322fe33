import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../shared/schemas.ts';
import { useStore } from '../hooks.ts';
import { sameDraft } from '../view/editor-draft.ts';

/** How long nothing is typed before the draft is kept, in milliseconds. */
const PAUSE = 500;

/** A draft as it is written, and kept by the main side. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  /** There is nothing to keep of it any more: it was sent, or thrown away. An earlier one may have its place again. */
  readonly forget: (earlier: Draft | null) => void;
}

interface DraftOptions {
  /** Key of the account it is written for. The draft stays that account's, even if another is in use meanwhile. */
  readonly account: string;
  /** What the editor opens with. */
  readonly initial: Draft;
  /** The draft of somebody who has written nothing: it is not kept. */
  readonly blank: Draft;
  /** Whether the main side keeps it; else it lives as long as the editor. */
  readonly keep: boolean;
  /** Whether the main side has yet to keep `initial`. */
  readonly unsaved: boolean;
}

/**
 * Keeps what is written soon after it is, and at once when the popover is hidden or the editor closed, so that it survives
 * both and a restart as well.
 */
export function useDraft({ account, initial, blank, keep, unsaved: isUnsaved }: DraftOptions): KeptDraft {
  const { send } = useStore();
  const [draft, setDraft] = useState(initial);
  const unsaved = useRef<Draft | null>(isUnsaved && keep ? initial : null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (!unsaved.current) return;
    void send('draft.save', { account, draft: sameDraft(unsaved.current, blank) ? null : unsaved.current });
    unsaved.current = null;
  }, [send, account, blank]);

  useEffect(() => {
    const onHide = () => {
      if (document.hidden) save();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', save);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  return {
    draft,
    change: (next) => {
      setDraft(next);
      if (!keep) return;
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE);
    },
    forget: (earlier) => {
      clearTimeout(timer.current);
      unsaved.current = null;
      if (keep) void send('draft.save', { account, draft: earlier });
    },
  };
}
