import type { CheckedToken, Replaced } from '../../shared/contract.ts';
import { appError, type AppError } from '../../shared/errors.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import { neededScopes, optionalScopes } from '../../shared/scopes.ts';
import type { Account } from '../../shared/state.ts';
import {
  accountFromStored,
  clientFor,
  openAccount,
  storedOf,
  tokenFacts,
  type AccountPorts,
  type LiveAccount,
  type Server,
  type TakenUp,
} from './accounts.ts';
import { accountKey, sameServer, serverOf, shownServer } from './account-identity.ts';
import { createTokenAsker } from './asked-token.ts';
import { createExclusive } from './exclusive.ts';
import { createPaces } from './pachca/pace.ts';
import { DEMO, type StoredAccount } from './settings-schema.ts';
import { NO_FACTS } from './status/facts.ts';
import { DISK, NO_AVATAR } from './store.ts';
import type { StoredTokens } from './stored-tokens.ts';

/** The demo workspace, signed in. */
export interface Demo extends Server {
  readonly token: string;
}

/** What the session needs. */
export interface SessionPorts extends AccountPorts {
  /** Where new accounts are, and whose alone are taken up where it is not Pachca's own. */
  readonly server: Server;
  readonly createDemo: () => Demo;
  readonly tokens: StoredTokens;
  /** `PACHCA_TOKEN` of the environment, or null. */
  readonly environmentToken: string | null;
}

/** The cause of the notice that nobody, or somebody else, is signed in now; gone with the next sign-in. */
const SIGNED_OUT = 'signed-out';

/** Where a token is kept. */
type Kept = 'keychain' | 'session';

/** Signs in and out, and knows which accounts there are. Tokens live in this module's closures and in the keychain. */
export interface SessionService {
  /** Takes up the accounts of the last run. Resolves when the keychain has answered for the one in use. */
  restore(): Promise<void>;
  /** Asks the server whose token this is. Nothing is stored. */
  checkToken(rawToken: string, server: string | null): Promise<Result<CheckedToken>>;
  checkEnvironmentToken(): Promise<Result<CheckedToken>>;
  /** Checks a token with the server, then keeps it where `storage` says. Nothing is stored unless the server knows it. */
  signIn(rawToken: string, storage: Kept, server: string | null): Promise<Result<null>>;
  signInFromEnvironment(storage: Kept): Promise<Result<null>>;
  tryDemo(): Promise<Result<null>>;
  /** Reads the keychain again for the account in use, after the person unlocked it. */
  retry(): Promise<Result<null>>;
  /** The keychain answers again after it was given up: reads what could not be read. */
  keychainAnswered(): Promise<void>;
  /** Signs an account out and proves that its token is gone; `force` forgets it even where that cannot be proven. */
  remove(key: string | null, force: boolean): Promise<Result<null>>;
  /**
   * Signs all accounts out and forgets everything: tokens (proven), settings, presets, drafts, pictures, copies of damaged
   * settings. Where a token cannot be removed, nothing is forgotten unless `force` says so.
   */
  removeAll(force: boolean): Promise<Result<null>>;
  use(key: string): Result<null>;
  rename(key: string, label: string): Result<null>;
  /** The account in use, where its token is at hand. */
  current(): LiveAccount | null;
  /** All accounts whose token is at hand. */
  all(): readonly LiveAccount[];
  /** Asks the server about tokens that were not checked yet in this run (it started without network). */
  recheck(): void;
  stop(): void;
}

/** Makes the session service of an app. */
export function createSessionService(ports: SessionPorts): SessionService {
  const { settings, tokens, store, log, clock } = ports;
  const exclusive = createExclusive();
  const live = new Map<string, LiveAccount>();
  const paces = createPaces(clock);
  const ask = createTokenAsker({ ...ports, paces });

  function takeUp(taken: TakenUp): void {
    live.get(taken.key)?.stop();
    live.set(taken.key, openAccount(ports, taken));
  }

  /** Makes an account the one in use; it is so again at the next start where it is stored. */
  function makeCurrent(key: string): void {
    store.update({ current: key });
    const kept = key === DEMO || settings.data.accounts.some((account) => account.key === key);
    if (kept && settings.data.current !== key) store.keep({ current: key });
  }

  /** A token that may not read the profile knows nobody's name: that of the account whose token it replaces stays. */
  function nameKept(account: Account, key: string): Account {
    if (account.name !== null || account.nickname !== null) return account;
    const session = store.account(key)?.session;
    const before = session?.phase === 'signed-in' ? session.account : null;
    const stored = settings.data.accounts.find((entry) => entry.key === key);
    return before ?? (stored ? accountFromStored(stored) : account);
  }

  /** Whose token it is. Nothing is kept. */
  async function look(rawToken: string, address: string | null): Promise<Result<CheckedToken>> {
    const asked = await ask(rawToken, address);
    if (!asked.ok) return asked;
    const { info, account, refused, problem, server } = asked.value;
    return ok({
      account,
      scopes: info.scopes,
      refused,
      problem,
      token: tokenFacts(info, clock.now()),
      server: shownServer(server.apiUrl),
      replaces: replacedBy(account, server, info.scopes),
    });
  }

  /** The account that a token of this person would be the new one of, and what would be lost with the present one. */
  function replacedBy(account: Account, server: Server, scopes: readonly string[]): Replaced | null {
    const present = store.account(accountKey(server.apiUrl, account.userId));
    if (!present) return null;
    const { session } = present;
    const before = session.phase === 'signed-in' && session.checked ? session.scopes : [];
    const known = store.state().accounts.find(({ key }) => key === present.key);
    const lost = [...neededScopes, ...optionalScopes].filter(
      (scope) => before.includes(scope) && !scopes.includes(scope),
    );
    return { label: known?.label ?? null, lost };
  }

  async function signIn(rawToken: string, storage: Kept, address: string | null): Promise<Result<null>> {
    const asked = await ask(rawToken, address);
    if (!asked.ok) return asked;
    const { token, server, client, info } = asked.value;
    const key = accountKey(server.apiUrl, asked.value.account.userId);
    const account = nameKept(asked.value.account, key);
    const stored = storedOf(account, server.apiUrl);
    const before = settings.data.accounts.find((entry) => entry.key === key);
    const others = settings.data.accounts.filter((entry) => entry !== before);
    if (storage === 'keychain') {
      const kept = await tokens.store(stored, token);
      if (!kept.ok) return kept;
      const saved = store.save({ accounts: [...others, stored] });
      // Where the account was on the disk before, the next start finds its token all the same.
      if (!saved.ok && !before) return takeBack(stored, saved.error);
      if (!saved.ok) store.notices.raise(DISK, { kind: 'error', error: saved.error });
      if (before?.apiUrl === null) await tokens.removeEarlier(before);
    } else if (before) {
      // In memory only from now on: what was stored of it must not stay behind.
      store.keep({ accounts: others });
      await tokens.removeOrTell(before);
    }
    log('info', 'Signed in', { storage, scopes: info.scopes.length });
    takeUp({ key, server, client, storage, account, info });
    leaveDemo();
    makeCurrent(key);
    store.notices.lift(SIGNED_OUT);
    return done;
  }

  /** A token whose account is not on the disk would lie in the keychain unknown to all: it does not stay there. */
  async function takeBack(stored: StoredAccount, error: AppError): Promise<Result<null>> {
    store.save({ accounts: settings.data.accounts.filter((entry) => entry.key !== stored.key) });
    await tokens.removeOrTell(stored);
    return fail(appError('account_not_kept', { reason: error.code }));
  }

  /**
   * The accounts of this run: all of them, each with its own server; where the environment names another one, those of that
   * one. The others stay as they are, and nothing of theirs is read.
   */
  const ownAccounts = (): readonly StoredAccount[] =>
    shownServer(ports.server.apiUrl) === null
      ? settings.data.accounts
      : settings.data.accounts.filter(({ apiUrl }) => apiUrl !== null && sameServer(apiUrl, ports.server.apiUrl));

  function enterDemo(): void {
    const demo = ports.createDemo();
    const client = clientFor({ ...ports, paces }, demo, demo.token);
    takeUp({ key: DEMO, server: demo, client, storage: 'demo', account: null, info: null });
    makeCurrent(DEMO);
  }

  /** A real account takes the place of the demo: nobody should set a status in the wrong one. */
  function leaveDemo(): void {
    if (live.has(DEMO)) forget(DEMO);
  }

  /** Takes an account out of the state; another one comes into use where it was the current one. */
  function forget(key: string): void {
    live.get(key)?.stop();
    live.delete(key);
    store.notices.liftAccount(key);
    const accounts = store.facts.accounts.filter((each) => each.key !== key);
    const current = store.facts.current === key ? (accounts[0]?.key ?? null) : store.facts.current;
    store.update({ accounts, current });
    const stored = settings.data.accounts.filter((each) => each.key !== key);
    store.keep({
      accounts: stored,
      accountData: settings.data.accountData.filter((data) => data.key !== key),
      current: stored.some((each) => each.key === current) || current === DEMO ? current : null,
    });
    ports.avatars.remove(key);
  }

  async function readStored(stored: StoredAccount, probe: boolean): Promise<Result<null>> {
    const { key } = stored;
    const token = await tokens.read(stored, probe);
    if (token.ok) {
      const server = { ...ports.server, apiUrl: serverOf(stored) };
      const client = clientFor({ ...ports, paces }, server, token.value);
      takeUp({
        key,
        server,
        client,
        storage: 'keychain',
        account: accountFromStored(stored),
        info: null,
      });
      return done;
    }
    log('warn', 'The stored token could not be read', { code: token.error.code });
    // An entry that is gone costs the token and nothing else: the account waits for a new one.
    lock(stored, token.error);
    return token;
  }

  /** Shows an account whose token cannot be read now. */
  function lock(stored: StoredAccount, error: AppError): void {
    const { key, name } = stored;
    const session = { phase: 'locked', name, error } as const;
    const server = shownServer(serverOf(stored));
    const locked = { ...NO_FACTS, key, server, storage: 'keychain', session, avatar: NO_AVATAR } as const;
    store.update({ accounts: [...store.facts.accounts.filter((each) => each.key !== key), locked] });
  }

  /** Reads the tokens of these accounts, one after another. A keychain that does not answer is not asked for each of them. */
  async function readAll(accounts: readonly StoredAccount[]): Promise<void> {
    for (const stored of accounts) {
      if (tokens.stuck()) lock(stored, appError('keychain_locked', {}));
      else await readStored(stored, false);
    }
  }

  async function restore(): Promise<void> {
    const { current } = settings.data;
    const accounts = ownAccounts();
    const first = accounts.find(({ key }) => key === current) ?? accounts[0];
    if (current === DEMO) {
      enterDemo();
    } else if (first) {
      await readStored(first, false);
      if (store.account(first.key)) store.update({ current: first.key });
    }
    store.update({ starting: false });
    await readAll(accounts.filter((stored) => stored !== first || current === DEMO));
  }

  async function remove(key: string, force: boolean): Promise<Result<null>> {
    const account = store.account(key);
    if (!account) return fail(appError('account_missing', { key }));
    const stored = settings.data.accounts.find((each) => each.key === key);
    if (!stored) {
      forget(key);
      store.notices.add(SIGNED_OUT, { kind: 'signed-out', storage: account.storage });
      return done;
    }
    const removed = await tokens.remove(stored);
    if (!removed.ok && !force) return removed;
    forget(key);
    settings.removeBackups();
    if (removed.ok) {
      store.notices.add(SIGNED_OUT, { kind: 'signed-out', storage: 'keychain' });
    } else {
      tokens.tellOfLeftOver(stored);
    }
    return done;
  }

  async function removeAll(force: boolean): Promise<Result<null>> {
    const left: StoredAccount[] = [];
    for (const stored of settings.data.accounts) {
      const removed = await tokens.remove(stored);
      if (!removed.ok && !force) return removed;
      if (!removed.ok) left.push(stored);
    }
    const keys = [...settings.data.accountData.map(({ key }) => key), ...store.facts.accounts.map(({ key }) => key)];
    for (const account of store.facts.accounts) forget(account.key);
    for (const key of new Set(keys)) ports.avatars.remove(key);
    settings.removeBackups();
    const saved = settings.reset();
    for (const stored of left) tokens.tellOfLeftOver(stored);
    if (saved.ok) store.notices.add(SIGNED_OUT, { kind: 'data-removed' });
    else store.notices.raise(DISK, { kind: 'error', error: saved.error });
    return saved;
  }

  const current = (): LiveAccount | null => live.get(store.facts.current ?? '') ?? null;

  return {
    restore: () =>
      new Promise((resolve) => {
        // The other accounts follow in the background, but nothing signs in or out between them.
        void exclusive(async () => {
          const stop = store.subscribe(() => {
            if (!store.facts.starting) resolve();
          });
          await restore();
          stop();
          resolve();
        });
      }),
    checkToken: look,
    checkEnvironmentToken: () => look(ports.environmentToken ?? '', null),
    signIn: (rawToken, storage, address) => exclusive(() => signIn(rawToken, storage, address)),
    signInFromEnvironment: (storage) => exclusive(() => signIn(ports.environmentToken ?? '', storage, null)),
    tryDemo: () =>
      exclusive(() => {
        enterDemo();
        return Promise.resolve(done);
      }),
    retry: () =>
      exclusive(async () => {
        const stored = settings.data.accounts.find(({ key }) => key === store.facts.current);
        return stored ? readStored(stored, true) : fail(appError('signed_out', {}));
      }),
    keychainAnswered: () =>
      exclusive(() => readAll(ownAccounts().filter(({ key }) => store.account(key)?.session.phase === 'locked'))),
    remove: (key, force) =>
      exclusive(() => {
        const which = key ?? store.facts.current;
        return which === null ? Promise.resolve(done) : remove(which, force);
      }),
    removeAll: (force) => exclusive(() => removeAll(force)),
    use: (key) => {
      if (!store.account(key)) return fail(appError('account_missing', { key }));
      makeCurrent(key);
      void current()?.status.refresh();
      return done;
    },
    rename: (key, label) => {
      if (!store.account(key)) return fail(appError('account_missing', { key }));
      store.saveAccountData(key, { label: label === '' ? null : label });
      return done;
    },
    current,
    all: () => [...live.values()],
    recheck: () => {
      for (const account of live.values()) {
        const session = store.account(account.key)?.session;
        if (session?.phase === 'signed-in' && !session.checked) void account.check();
      }
    },
    stop: () => {
      for (const account of live.values()) account.stop();
      live.clear();
    },
  };
}
