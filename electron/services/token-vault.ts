import { appError, type AppError } from '../../shared/errors.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import { openKeychainCalls, type Answer, type KeychainWatch } from './keychain-calls.ts';
import type { Host, Keychain, LoadKeychain } from './ports.ts';

/**
 * The service the app's entries are under; people see it in their keychain's own program. Whatever else runs the core has a
 * service of its own, so that neither reads nor removes what is the other's.
 */
export const KEYCHAIN_SERVICE = 'Pachca Status';

/** The entry that is written and removed again to find out whether a Linux keyring is open. Its value is no secret. */
export const PROBE_ACCOUNT = 'keychain-check';

/**
 * How long one call may take, in milliseconds. A locked keyring asks for its password in a prompt of its own, and
 * somebody has to find and type it; what does not answer for another reason gives up sooner (D-Bus after 25 s).
 */
export const KEYCHAIN_TIME_LIMIT = 60_000;

/** The longest reason that is passed on, in characters. */
const REASON_LIMIT = 300;

/**
 * The tokens in the keychain of the operating system. Operations run one after another; none rejects, and no error
 * holds a token. `keychain_locked` also stands for "a prompt of the keychain is still waiting for the person".
 */
export interface TokenVault {
  /**
   * Stores a token and proves it by reading it back. Where that fails nothing of it is left behind, as far as the
   * keychain allows.
   * @returns `keychain_locked`, `keychain_absent`, `keychain_not_stored`, or `bad_input` for an empty argument
   */
  store(account: string, token: string): Promise<Result<null>>;
  /**
   * Reads the token of an account that the settings say is stored.
   * @param options `probe`: where nothing is found on Linux, find out whether the keyring is locked or the entry is
   * gone, by writing and removing an entry. That may open a prompt, so only when the person asked for it.
   * @returns `keychain_locked`, `keychain_absent`, `keychain_entry_missing`, or `bad_input` for an empty argument
   */
  read(account: string, options?: { readonly probe: boolean }): Promise<Result<string>>;
  /**
   * Removes a token and proves that it is gone. An entry that is not there any more counts as removed.
   * @returns `keychain_not_removed`, `keychain_locked`, `keychain_absent`, or `bad_input` for an empty argument
   */
  remove(account: string): Promise<Result<null>>;
  /** Whether an operation that was given up for its time is still waited for: the next one would be as well. */
  stuck(): boolean;
  /** What the keychain answered to the last operation, for the diagnostics: `ok`, a code, or `not asked yet`. */
  lastAnswer(): AppError['code'] | 'ok' | 'not asked yet';
}

/**
 * Opens the vault; the keychain's module is loaded at its first use.
 *
 * What a failed call means is told by *which* call failed, never by its message: messages are translated (libsecret,
 * macOS) or even in another encoding (Windows). Measured with keytar 7.10.6 and gnome-keyring, and read in its source:
 *
 * | | get | set | delete |
 * |---|---|---|---|
 * | Linux, open | the value, or null | resolves | true, or false where there was none |
 * | Linux, locked | **null** | rejects | **false** |
 * | Linux, no bus or no Secret Service | rejects | rejects | rejects |
 * | macOS, locked or denied | rejects | rejects | rejects |
 * | macOS and Windows, no such entry | null | resolves | false |
 */
export function createTokenVault(
  load: LoadKeychain,
  platform: Host['platform'],
  watch: KeychainWatch,
  service: string = KEYCHAIN_SERVICE,
): TokenVault {
  const { exclusive, call, stuck } = openKeychainCalls(load, KEYCHAIN_TIME_LIMIT, watch);
  /** Elsewhere nothing found means that there is nothing. */
  const lockedLooksEmpty = platform === 'linux';

  const entry = (account: string) => ({ service, account });
  const get = (account: string, undo?: (keychain: Keychain) => Promise<unknown>) =>
    call((keychain) => keychain.getPassword(service, account), undo);
  const remover = (account: string) => (keychain: Keychain) => keychain.deletePassword(service, account);
  const set = (account: string, password: string) =>
    call((keychain) => keychain.setPassword(service, account, password), remover(account));

  /** Why reading failed. A macOS keychain that refuses is locked, or the person denied the access. */
  function readFailure(answer: Exclude<Answer<unknown>, { kind: 'value' }>, secret?: string): AppError {
    if (answer.kind === 'waiting') return appError('keychain_locked', {});
    if (answer.kind === 'refused' && platform === 'darwin') return appError('keychain_locked', {});
    return appError('keychain_absent', { reason: reasonOf(answer.error, secret) });
  }

  /** Finds out whether a keyring in which nothing was found is open. */
  async function probe(): Promise<Result<null>> {
    const written = await set(PROBE_ACCOUNT, 'safe to remove');
    if (written.kind !== 'value') return fail(appError('keychain_locked', {}));
    // Should this fail, the next probe overwrites the entry and tries again.
    await call(remover(PROBE_ACCOUNT));
    return done;
  }

  async function store(account: string, token: string): Promise<Result<null>> {
    const written = await set(account, token);
    if (written.kind === 'refused') return fail(await storeFailure(written.error, token));
    if (written.kind !== 'value') return fail(readFailure(written, token));

    const found = await get(account, remover(account));
    if (found.kind === 'waiting') return fail(readFailure(found));
    if (found.kind === 'value' && found.value === token) return done;

    await call(remover(account));
    const reason =
      found.kind !== 'value'
        ? `it took the token and then could not be read: ${reasonOf(found.error, token)}`
        : found.value === null
          ? 'it took the token and then had no entry'
          : 'it gave back something else than what was stored';
    return fail(appError('keychain_not_stored', { reason }));
  }

  /** Why storing was refused: a keychain that answers a question all the same is there, and on Linux locked. */
  async function storeFailure(error: unknown, token: string): Promise<AppError> {
    // Not the account itself: where that is in a locked keyring already, the question would open another prompt.
    const question = await get(PROBE_ACCOUNT);
    if (question.kind !== 'value') return readFailure(question, token);
    if (lockedLooksEmpty) return appError('keychain_locked', {});
    return appError('keychain_not_stored', { reason: reasonOf(error, token) });
  }

  async function read(account: string, mayProbe: boolean): Promise<Result<string>> {
    for (const probed of [false, true]) {
      const found = await get(account);
      if (found.kind !== 'value') return fail(readFailure(found));
      if (found.value) return ok(found.value);
      if (probed || !lockedLooksEmpty) break;
      if (!mayProbe) return fail(appError('keychain_locked', {}));
      // The probe may have made the person unlock the keyring: look once more.
      const open = await probe();
      if (!open.ok) return open;
    }
    return fail(appError('keychain_entry_missing', entry(account)));
  }

  async function remove(account: string): Promise<Result<null>> {
    let open = !lockedLooksEmpty;
    for (let attempt = 1; attempt <= 2; attempt++) {
      const removed = await call(remover(account));
      if (removed.kind === 'waiting' || removed.kind === 'absent') return fail(readFailure(removed));
      const left = await get(account);
      if (left.kind !== 'value') return fail(readFailure(left));
      if (left.value === null) {
        const wasThere = removed.kind === 'value' && removed.value;
        if (wasThere || open) return done;
        // Locked, or not there. The probe may have made the person unlock the keyring: try once more.
        const probed = await probe();
        if (!probed.ok) return probed;
        open = true;
      }
    }
    return fail(appError('keychain_not_removed', entry(account)));
  }

  let lastAnswer: ReturnType<TokenVault['lastAnswer']> = 'not asked yet';

  /** Runs an operation after the ones before it, unless its names are bad. */
  async function operate<T>(bad: AppError | null, operation: () => Promise<Result<T>>): Promise<Result<T>> {
    if (bad) return fail(bad);
    const result = await exclusive(operation);
    lastAnswer = result.ok ? 'ok' : result.error.code;
    return result;
  }

  return {
    store: (account, token) =>
      operate(badName('account', account) ?? badName('token', token), () => store(account, token)),
    read: (account, options) => operate(badName('account', account), () => read(account, options?.probe ?? false)),
    remove: (account) => operate(badName('account', account), () => remove(account)),
    stuck,
    lastAnswer: () => lastAnswer,
  };
}

/** Keychains take C strings: not empty, and a NUL would silently cut them, so that two accounts became one entry. */
function badName(field: 'account' | 'token', text: string): AppError | null {
  if (text === '') return appError('bad_input', { field, reason: 'is empty' });
  if (text.includes('\0')) return appError('bad_input', { field, reason: 'contains a NUL character' });
  return null;
}

/** What the keychain said, for logs; never with the token in it. */
function reasonOf(error: unknown, secret?: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return (secret ? message.replaceAll(secret, '[token]') : message).slice(0, REASON_LIMIT);
}
