import { useRef, useState } from 'react';
import type { CommandCall } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { AvatarJob } from '../../shared/state.ts';
import { useStore } from '../hooks.ts';

/** The changes of the picture that need nothing but a click. */
type AvatarCall = Extract<
  CommandCall,
  { readonly name: 'avatar.delete' | 'avatar.undo' | 'avatar.restore' | 'avatar.keep' }
>;

/** Such changes, one at a time, and the last one once more. */
export interface Changing {
  readonly run: (call: AvatarCall) => Promise<void>;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** What the last one was, for saying that it failed. */
  readonly kind: AvatarJob['kind'];
  /** It was stopped before it was done. */
  readonly stopped: boolean;
  /** The last one again; null = there was none. */
  readonly retry: (() => void) | null;
  /** The last one although the present picture cannot be kept; null where that is not possible. */
  readonly anyway: (() => void) | null;
  readonly clear: () => void;
}

const kinds = {
  'avatar.delete': 'delete',
  'avatar.undo': 'undo',
  'avatar.restore': 'restore',
  'avatar.keep': 'upload',
} as const satisfies Record<AvatarCall['name'], AvatarJob['kind']>;

interface Outcome {
  readonly call: AvatarCall | null;
  readonly error: AppError | null;
}

const none: Outcome = { call: null, error: null };

/** For the buttons that change the picture. */
export function useChanging(): Changing {
  const { send } = useStore();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<Outcome>(none);

  const run = async (call: AvatarCall) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setLast({ call, error: null });
    const result = await send(call.name, call.input);
    underWay.current = false;
    setBusy(false);
    setLast({ call, error: result.ok ? null : result.error });
  };
  const { call, error } = last;
  const forced: AvatarCall | null =
    call?.name === 'avatar.delete'
      ? { ...call, input: { force: true } }
      : call?.name === 'avatar.restore'
        ? { ...call, input: { ...call.input, force: true } }
        : null;
  const stopped = error?.code === 'aborted';
  return {
    run,
    busy,
    error: stopped ? null : error,
    kind: call ? kinds[call.name] : 'upload',
    stopped,
    retry: call && (() => void run(call)),
    anyway: forced && (() => void run(forced)),
    clear: () => setLast(none),
  };
}
