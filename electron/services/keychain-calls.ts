import type { Keychain, LoadKeychain } from './ports.ts';

/** How one call to the keychain ended. */
export type Answer<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** It rejected. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** No answer in time: most likely a prompt waits for the person. */
  | { readonly kind: 'waiting' }
  /** The native module did not load. */
  | { readonly kind: 'absent'; readonly error: unknown };

/** The keychain, as calls that never reject and never hang. */
export interface KeychainCalls {
  /** Runs `operation` (several calls that belong together) when those before it have ended. */
  readonly exclusive: <T>(operation: () => Promise<T>) => Promise<T>;
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
export function openKeychainCalls(load: LoadKeychain, limit: number): KeychainCalls {
  let keychain: Keychain | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let overdue: Promise<unknown> | null = null;

  return {
    exclusive(operation) {
      const result = queue.then(operation);
      queue = result.catch(() => null);
      return result;
    },

    async call(run, undo) {
      if (overdue && !(await within(limit, overdue))) return { kind: 'waiting' };
      const loaded = await (keychain ? value(keychain) : answerOf(load));
      if (loaded.kind !== 'value') return { kind: 'absent', error: loaded.error };
      const opened = loaded.value;
      keychain = opened;

      const answer = answerOf(() => run(opened));
      const inTime = await within(limit, answer);
      if (inTime) return inTime.result;

      const settled = answer
        .then((late) => (late.kind === 'value' && undo ? answerOf(() => undo(opened)) : null))
        .finally(() => (overdue = null));
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

/** What `promise` gave, or null when `limit` milliseconds were not enough. */
async function within<T>(limit: number, promise: Promise<T>): Promise<{ readonly result: T } | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limit);
  });
  try {
    return await Promise.race([promise.then((result) => ({ result })), late]);
  } finally {
    clearTimeout(timer);
  }
}
