import { useState, type SyntheticEvent } from 'react';
import { currentAccount } from '../../shared/account-summary.ts';
import { Button } from '../components/button.tsx';
import { Emoji } from '../components/emoji.tsx';
import { useApp } from '../hooks.ts';
import { Editor } from '../parts.ts';
import { keptNew } from './kept-drafts.ts';
import type { EditorRequest } from './open.ts';
import { ArrowIcon } from './icons.tsx';

/** What was typed and not yet opened, by account: it is there again when the person comes back from another screen. */
const typed = new Map<string, string>();

/** One line for a status of one's own; Enter and its buttons open the editor with what was typed. */
export function QuickEntry({ onOpen }: { onOpen: (request: EditorRequest) => void }) {
  const { state, t } = useApp();
  const { entry } = t;
  const account = currentAccount(state);
  const [title, setTitle] = useState(() => typed.get(account) ?? '');
  const draft = keptNew(account, state);

  const preload = () => void Editor.preload();
  const change = (next: string) => {
    setTitle(next);
    typed.set(account, next);
  };
  const open = (pickEmoji: boolean) => {
    // From here on it is the draft's title.
    typed.delete(account);
    onOpen({ kind: 'new', title, pickEmoji });
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    open(false);
  };
  return (
    <form className="field quick-entry" onSubmit={onSubmit} onFocus={preload} onPointerEnter={preload}>
      <button
        type="button"
        className="quick-entry__emoji"
        aria-label={entry.emoji}
        title={entry.emoji}
        onClick={() => open(true)}
      >
        <Emoji>{draft?.emoji ?? '🙂'}</Emoji>
      </button>
      <input
        className="field__input"
        aria-label={entry.label}
        autoComplete="off"
        maxLength={1000}
        placeholder={draft?.title ? entry.draft(draft.title) : entry.label}
        value={title}
        onChange={(event) => change(event.target.value)}
      />
      <Button variant="icon" type="submit" aria-label={entry.open} title={entry.open}>
        <ArrowIcon />
      </Button>
    </form>
  );
}
