import type { Clock, Keychain, LoadKeychain } from './ports.ts';

/** How one call to the keychain ended. */
export type Answer<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** It rejected. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** No answer in time: most likely a prompt waits for the person. */
  | { readonly kind: 'waiting' }
  /** The native module did not load. */
  | { readonly kind: 'absent'; readonly error: unknown };

/** How long a call may go unanswered before the person is told that the keychain is waited for, in milliseconds. */
export const KEYCHAIN_PATIENCE = 2_000;

/** Time, and who wants to know of a keychain that takes its time. */
export interface KeychainWatch {
  readonly setTimer: Clock['setTimer'];
  /** Whether the keychain has owed an answer for {@link KEYCHAIN_PATIENCE}; called at each change. */
  waiting(now: boolean): void;
  /** A call whose time was up was answered after all: whoever was told `waiting` may try again. */
  late(): void;
}

/** The keychain, as calls that never reject and never hang. */
export interface KeychainCalls {
  /** Runs `operation` (several calls that belong together) when those before it have ended. */
  readonly exclusive: <T>(operation: () => Promise<T>) => Promise<T>;
  /** Whether a call whose time was up has still not been answered: the next one would wait for the same. */
  readonly stuck: () => boolean;
  /**
   * Makes one call, inside of {@link exclusive}.
   * @param undo runs when the call succeeds only after its time was up and it was reported as `waiting`
   */
  readonly call: <T>(
    run: (keychain: Keychain) => Promise<T>,
    undo?: (keychain: Keychain) => Promise<unknown>,
  ) => Promise<Answer<T>>;
}

/**
 * Loads the keychain at the first call, and again at the next where that failed.
 *
 * Each native call holds one of libuv's four threads until it answers, and a locked Linux keyring answers when the
 * person has dealt with its prompt. So there is never more than one call under way, also when its time was up: a call
 * that finds an older one still waiting waits for the same prompt instead of opening another.
 * @param limit milliseconds one call may take
 */
export function openKeychainCalls(load: LoadKeychain, limit: number, watch: KeychainWatch): KeychainCalls {
  let keychain: Keychain | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let overdue: Promise<unknown> | null = null;
  let slow = 0;

  /** Tells of a call that takes its time. There is one at a time, and the one that is overdue. */
  function watched<T>(answer: Promise<T>): Promise<T> {
    let told = false;
    const cancel = watch.setTimer(KEYCHAIN_PATIENCE, () => {
      told = true;
      slow += 1;
      if (slow === 1) watch.waiting(true);
    });
    return answer.finally(() => {
      cancel();
      if (!told) return;
      slow -= 1;
      if (slow === 0) watch.waiting(false);
    });
  }

  /** What `promise` gave, or null when the time limit was not enough. */
  async function within<T>(promise: Promise<T>): Promise<{ readonly result: T } | null> {
    let cancel = (): void => undefined;
    const late = new Promise<null>((resolve) => {
      cancel = watch.setTimer(limit, () => resolve(null));
    });
    try {
      return await Promise.race([promise.then((result) => ({ result })), late]);
    } finally {
      cancel();
    }
  }

  return {
    stuck: () => overdue !== null,
    exclusive(operation) {
      const result = queue.then(operation);
      queue = result.catch(() => null);
      return result;
    },

    async call(run, undo) {
      if (overdue && !(await within(overdue))) return { kind: 'waiting' };
      const loaded = await (keychain ? value(keychain) : answerOf(load));
      if (loaded.kind !== 'value') return { kind: 'absent', error: loaded.error };
      const opened = loaded.value;
      keychain = opened;

      const answer = watched(answerOf(() => run(opened)));
      const inTime = await within(answer);
      if (inTime) return inTime.result;

      const settled = answer
        .then((late) => (late.kind === 'value' && undo ? answerOf(() => undo(opened)) : null))
        .finally(() => {
          overdue = null;
          watch.late();
        });
      overdue = settled;
      return { kind: 'waiting' };
    },
  };
}

const value = <T>(it: T) => ({ kind: 'value', value: it }) as const;

/** Also for what throws before it returns a promise, as keytar does for empty arguments. */
async function answerOf<T>(run: () => Promise<T>) {
  try {
    return value(await run());
  } catch (error) {
    return { kind: 'refused', error } as const;
  }
}
