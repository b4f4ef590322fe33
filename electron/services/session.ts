import type { CheckedToken, Replaced } from '../../shared/contract.ts';
import { appError, isForbidden, type AppError } from '../../shared/errors.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import { neededScopes, optionalScopes } from '../../shared/scopes.ts';
import type { Account } from '../../shared/state.ts';
import {
  accountFromStored,
  accountOf,
  clientFor,
  NOBODY,
  openAccount,
  storedOf,
  tokenFacts,
  type AccountPorts,
  type LiveAccount,
  type Server,
  type TakenUp,
} from './accounts.ts';
import { createExclusive } from './exclusive.ts';
import type { PachcaClient } from './pachca/client.ts';
import { createPaces } from './pachca/pace.ts';
import type { TokenInfo } from './pachca/schemas.ts';
import { checkToken } from './pachca/token.ts';
import { DEMO, type StoredAccount } from './settings-schema.ts';
import { NO_FACTS } from './status/facts.ts';
import { DISK, NO_AVATAR } from './store.ts';
import { KEYCHAIN_SERVICE, type TokenVault } from './token-vault.ts';

/** The demo workspace, signed in. */
export interface Demo extends Server {
  readonly token: string;
}

/** What the session needs. */
export interface SessionPorts extends AccountPorts {
  readonly server: Server;
  readonly createDemo: () => Demo;
  readonly vault: TokenVault;
  /** `PACHCA_TOKEN` of the environment, or null. */
  readonly environmentToken: string | null;
}

/** Whose token it is, as far as that could be asked. */
type FirstAccount = Pick<CheckedToken, 'account' | 'refused'>;

/** The cause of the notice that nobody, or somebody else, is signed in now; gone with the next sign-in. */
const SIGNED_OUT = 'signed-out';

/** The cause of the notice that the token of an account that is gone is still in the keychain. */
const leftOver = (key: string): string => `left-over ${key}`;

/** Where a token is kept. */
type Kept = 'keychain' | 'session';

/** Signs in and out, and knows which accounts there are. Tokens live in this module's closures and in the keychain. */
export interface SessionService {
  /** Takes up the accounts of the last run. Resolves when the keychain has answered for the one in use. */
  restore(): Promise<void>;
  /** Asks the server whose token this is. Nothing is stored. */
  checkToken(rawToken: string): Promise<Result<CheckedToken>>;
  checkEnvironmentToken(): Promise<Result<CheckedToken>>;
  /** Checks a token with the server, then keeps it where `storage` says. Nothing is stored unless the server knows it. */
  signIn(rawToken: string, storage: Kept): Promise<Result<null>>;
  signInFromEnvironment(storage: Kept): Promise<Result<null>>;
  tryDemo(): Promise<Result<null>>;
  /** Reads the keychain again for the account in use, after the person unlocked it. */
  retry(): Promise<Result<null>>;
  /** The keychain answers again after it was given up: reads what could not be read. */
  keychainAnswered(): Promise<void>;
  /** Signs an account out and proves that its token is gone; `force` forgets it even where that cannot be proven. */
  remove(key: string | null, force: boolean): Promise<Result<null>>;
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
  const { settings, vault, store, log, clock } = ports;
  const exclusive = createExclusive();
  const live = new Map<string, LiveAccount>();
  const paces = createPaces(clock);

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

  async function ask(
    rawToken: string,
  ): Promise<Result<FirstAccount & { token: string; client: PachcaClient; info: TokenInfo }>> {
    const checked = checkToken(rawToken);
    if (!checked.ok) return checked;
    const client = clientFor({ ...ports, paces }, ports.server, checked.value);
    const info = await client.tokenInfo();
    if (!info.ok) return info;
    const first = await firstAccount(client, info.value);
    return ok({ token: checked.value, client, info: info.value, ...first });
  }

  /** Who the token belongs to, before the sign-in is done: the person should never see a nameless account for a moment. */
  async function firstAccount(client: PachcaClient, info: TokenInfo): Promise<FirstAccount> {
    const profile = info.scopes.includes('profile:read') ? await client.profile() : null;
    if (profile?.ok) return { account: accountOf(profile.value), refused: [] };
    return {
      account: { ...NOBODY, userId: info.userId, bot: info.name === null },
      refused: profile && isForbidden(profile.error) ? ['profile:read'] : [],
    };
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
  async function look(rawToken: string): Promise<Result<CheckedToken>> {
    const asked = await ask(rawToken);
    if (!asked.ok) return asked;
    const { info, account, refused } = asked.value;
    const replaces = replacedBy(account, info.scopes);
    return ok({ account, scopes: info.scopes, refused, token: tokenFacts(info, clock.now()), replaces });
  }

  /** The account that a token of this person would be the new one of, and what would be lost with the present one. */
  function replacedBy(account: Account, scopes: readonly string[]): Replaced | null {
    const present = store.account(storedOf(account).key);
    if (!present) return null;
    const { session } = present;
    const before = session.phase === 'signed-in' && session.checked ? session.scopes : [];
    const known = store.state().accounts.find(({ key }) => key === present.key);
    const lost = [...neededScopes, ...optionalScopes].filter(
      (scope) => before.includes(scope) && !scopes.includes(scope),
    );
    return { label: known?.label ?? null, lost };
  }

  async function signIn(rawToken: string, storage: Kept): Promise<Result<null>> {
    const asked = await ask(rawToken);
    if (!asked.ok) return asked;
    const { token, client, info } = asked.value;
    const { key } = storedOf(asked.value.account);
    const account = nameKept(asked.value.account, key);
    const stored = storedOf(account);
    const others = settings.data.accounts.filter((entry) => entry.key !== key);
    if (storage === 'keychain') {
      const kept = await vault.store(key, token);
      if (!kept.ok) return kept;
      const known = others.length < settings.data.accounts.length;
      const saved = store.save({ accounts: [...others, stored] });
      // Where the account was on the disk before, the next start finds its token all the same.
      if (!saved.ok && !known) return takeBack(key, saved.error);
      if (!saved.ok) store.notices.raise(DISK, { kind: 'error', error: saved.error });
      store.notices.lift(leftOver(key));
    } else if (others.length < settings.data.accounts.length) {
      // In memory only from now on: what was stored of it must not stay behind.
      store.keep({ accounts: others });
      await removeLeftOver(key);
    }
    log('info', 'Signed in', { storage, scopes: info.scopes.length });
    takeUp({ key, server: ports.server, client, storage, account, info });
    leaveDemo();
    makeCurrent(key);
    store.notices.lift(SIGNED_OUT);
    return done;
  }

  /** A token whose account is not on the disk would lie in the keychain unknown to all: it does not stay there. */
  async function takeBack(key: string, error: AppError): Promise<Result<null>> {
    store.save({ accounts: settings.data.accounts.filter((entry) => entry.key !== key) });
    await removeLeftOver(key);
    return fail(appError('account_not_kept', { reason: error.code }));
  }

  async function removeLeftOver(key: string): Promise<void> {
    const removed = await vault.remove(key);
    if (!removed.ok) tellOfLeftOver(key);
  }

  const tellOfLeftOver = (key: string): void =>
    store.notices.add(leftOver(key), { kind: 'signed-out-entry-left', service: KEYCHAIN_SERVICE, account: key });

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
    const token = await vault.read(key, { probe });
    if (token.ok) {
      const client = clientFor({ ...ports, paces }, ports.server, token.value);
      takeUp({
        key,
        server: ports.server,
        client,
        storage: 'keychain',
        account: accountFromStored(stored),
        info: null,
      });
      return done;
    }
    log('warn', 'The stored token could not be read', { code: token.error.code });
    if (token.error.code === 'keychain_entry_missing') {
      forget(key);
      store.notices.add(SIGNED_OUT, { kind: 'error', error: token.error });
      return token;
    }
    lock(stored, token.error);
    return token;
  }

  /** Shows an account whose token cannot be read now. */
  function lock({ key, name }: StoredAccount, error: AppError): void {
    const session = { phase: 'locked', name, error } as const;
    const locked = { ...NO_FACTS, key, storage: 'keychain', session, avatar: NO_AVATAR } as const;
    store.update({ accounts: [...store.facts.accounts.filter((each) => each.key !== key), locked] });
  }

  /** Reads the tokens of these accounts, one after another. A keychain that does not answer is not asked for each of them. */
  async function readAll(accounts: readonly StoredAccount[]): Promise<void> {
    for (const stored of accounts) {
      if (vault.stuck()) lock(stored, appError('keychain_locked', {}));
      else await readStored(stored, false);
    }
  }

  async function restore(): Promise<void> {
    const { accounts, current } = settings.data;
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
    if (!settings.data.accounts.some((stored) => stored.key === key)) {
      forget(key);
      store.notices.add(SIGNED_OUT, { kind: 'signed-out', storage: account.storage });
      return done;
    }
    const removed = await vault.remove(key);
    if (!removed.ok && !force) return removed;
    forget(key);
    if (removed.ok) {
      store.notices.lift(leftOver(key));
      store.notices.add(SIGNED_OUT, { kind: 'signed-out', storage: 'keychain' });
    } else {
      tellOfLeftOver(key);
    }
    return done;
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
    checkEnvironmentToken: () => look(ports.environmentToken ?? ''),
    signIn: (rawToken, storage) => exclusive(() => signIn(rawToken, storage)),
    signInFromEnvironment: (storage) => exclusive(() => signIn(ports.environmentToken ?? '', storage)),
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
      exclusive(() =>
        readAll(settings.data.accounts.filter(({ key }) => store.account(key)?.session.phase === 'locked')),
      ),
    remove: (key, force) =>
      exclusive(() => {
        const which = key ?? store.facts.current;
        return which === null ? Promise.resolve(done) : remove(which, force);
      }),
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
