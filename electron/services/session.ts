import { appError, type AppError } from '../../shared/errors.ts';
import { done, fail, type Result } from '../../shared/result.ts';
import type { Account, Session, Storage } from '../../shared/state.ts';
import type { AvatarCache } from './avatar.ts';
import { createExclusive } from './exclusive.ts';
import { createPachcaClient, type PachcaClient } from './pachca/client.ts';
import type { Profile, TokenInfo } from './pachca/schemas.ts';
import { checkToken } from './pachca/token.ts';
import type { Clock, Fetch, Log } from './ports.ts';
import { DEMO, type StoredAccount } from './settings-schema.ts';
import type { Settings } from './settings.ts';
import type { StatusEngine } from './status.ts';
import type { Store } from './store.ts';
import { KEYCHAIN_SERVICE, type TokenVault } from './token-vault.ts';

/** A server to talk to: Pachca, or the demo workspace inside the app. */
export interface Server {
  readonly fetch: Fetch;
  readonly apiUrl: string;
}

/** The demo workspace, signed in. */
export interface Demo extends Server {
  readonly token: string;
}

/** What the session needs. */
export interface SessionPorts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly server: Server;
  readonly createDemo: () => Demo;
  readonly settings: Settings;
  readonly vault: TokenVault;
  readonly store: Store;
  readonly status: StatusEngine;
  readonly avatars: AvatarCache;
  readonly log: Log;
}

/** Signs in and out, and knows whose token is in use. The token lives in this module's closures and in the keychain. */
export interface SessionService {
  /** Takes up the account of the last run. Resolves when the keychain has answered; the server is asked afterwards. */
  restore(): Promise<void>;
  /** Checks a token with the server, then keeps it where `storage` says. Nothing is stored unless the server knows the token. */
  signIn(rawToken: string, storage: 'keychain' | 'session'): Promise<Result<null>>;
  tryDemo(): Promise<Result<null>>;
  /** Reads the keychain again after the person unlocked it. */
  retry(): Promise<Result<null>>;
  signOut(force: boolean): Promise<Result<null>>;
  /** Asks the server about a token that was not checked yet in this run (it started without network). */
  recheck(): void;
}

/** Makes the session service of an app. */
export function createSessionService(ports: SessionPorts): SessionService {
  const { settings, vault, store, status, avatars, log } = ports;
  const exclusive = createExclusive();
  /** Grows with each account that is taken up or left, so that a late answer for an earlier one is dropped. */
  let generation = 0;
  let recheck: () => void = () => undefined;

  const clientFor = (server: Server, token: string): PachcaClient =>
    createPachcaClient({
      fetch: server.fetch,
      baseUrl: server.apiUrl,
      token,
      clock: ports.clock,
      random: ports.random,
    });

  /** Signed-in part of the state, changed only while there is one. */
  function updateSession(patch: Partial<Extract<Session, { phase: 'signed-in' }>>): void {
    const { session } = store.facts;
    if (session.phase === 'signed-in') store.update({ session: { ...session, ...patch } });
  }

  function takeUp(
    server: Server,
    client: PachcaClient,
    storage: Storage,
    account: Account | null,
    info: TokenInfo | null,
  ): void {
    generation += 1;
    store.update({
      session: {
        phase: 'signed-in',
        account,
        scopes: info?.scopes ?? [],
        checked: info !== null,
        storage,
        problem: null,
      },
    });
    status.use({
      client,
      mayRead: () => {
        const { session } = store.facts;
        return session.phase === 'signed-in' && (!session.checked || session.scopes.includes('profile_status:read'));
      },
      refused: (error) => {
        log('warn', 'Pachca refused a call', { code: error.code, requestId: error.requestId });
        if (isUnauthorized(error)) updateSession({ problem: noLongerValid(error) });
      },
    });
    const mine = generation;
    const ask = (): void => void check(server, client, mine);
    recheck = ask;
    if (info) void loadProfile(server, client, mine);
    else ask();
    void status.refresh();
  }

  /** Learns the scopes of a token that comes from the keychain, and whether it still works. */
  async function check(server: Server, client: PachcaClient, mine: number): Promise<void> {
    const info = await client.tokenInfo();
    if (mine !== generation) return;
    if (!info.ok) {
      if (isUnauthorized(info.error)) updateSession({ problem: noLongerValid(info.error) });
      return;
    }
    updateSession({ scopes: info.value.scopes, checked: true });
    await loadProfile(server, client, mine);
  }

  async function loadProfile(server: Server, client: PachcaClient, mine: number): Promise<void> {
    const { session } = store.facts;
    if (session.phase !== 'signed-in' || !session.scopes.includes('profile:read')) return;
    const profile = await client.profile();
    if (mine !== generation || !profile.ok) return;
    const account = accountOf(profile.value);
    updateSession({ account });
    rememberName(account);
    const { imageUrl } = profile.value;
    if (imageUrl === null) return;
    const avatar = await avatars.load(imageUrl, { ...server, clock: ports.clock });
    if (mine === generation) updateSession({ account: { ...account, avatar } });
  }

  /** The stored account is shown before the server answers at the next start; keep what it shows up to date. */
  function rememberName(account: Account): void {
    const stored = currentStored();
    if (stored?.userId !== account.userId) return;
    const fresh = storedOf(account);
    if (JSON.stringify(fresh) === JSON.stringify(stored)) return;
    save({ accounts: settings.data.accounts.map((entry) => (entry.key === fresh.key ? fresh : entry)) });
  }

  function currentStored(): StoredAccount | null {
    return settings.data.accounts.find(({ key }) => key === settings.data.current) ?? null;
  }

  /** Writes settings; a disk that fails is told, but stops nothing. */
  function save(patch: Parameters<Settings['update']>[0]): void {
    const saved = settings.update(patch);
    if (!saved.ok) store.addNotice({ kind: 'error', error: saved.error });
  }

  async function signIn(rawToken: string, storage: 'keychain' | 'session'): Promise<Result<null>> {
    const checked = checkToken(rawToken);
    if (!checked.ok) return checked;
    const token = checked.value;
    const client = clientFor(ports.server, token);
    const info = await client.tokenInfo();
    if (!info.ok) return info;
    const account = await firstAccount(client, info.value);
    const previous = currentStored();
    const stored = storedOf(account);
    if (storage === 'keychain') {
      const kept = await vault.store(stored.key, token);
      if (!kept.ok) return kept;
      save({ accounts: [stored], current: stored.key });
    } else {
      save({ accounts: [], current: null });
    }
    // Another account, or the same one in memory only from now on: what was stored for the previous one must not stay behind.
    if (previous && (previous.key !== stored.key || storage === 'session')) await removeLeftOver(previous.key);
    log('info', 'Signed in', { storage, scopes: info.value.scopes.length });
    takeUp(ports.server, client, storage, account, info.value);
    return done;
  }

  /** Who the token belongs to, before the sign-in is done: the person should never see a nameless account for a moment. */
  async function firstAccount(client: PachcaClient, info: TokenInfo): Promise<Account> {
    const profile = info.scopes.includes('profile:read') ? await client.profile() : null;
    return profile?.ok ? accountOf(profile.value) : { ...NOBODY, userId: info.userId, bot: info.name === null };
  }

  async function removeLeftOver(key: string): Promise<void> {
    const removed = await vault.remove(key);
    if (!removed.ok) store.addNotice({ kind: 'signed-out-entry-left', service: KEYCHAIN_SERVICE, account: key });
  }

  function enterDemo(): void {
    const demo = ports.createDemo();
    const client = clientFor(demo, demo.token);
    takeUp(demo, client, 'demo', null, null);
  }

  function leave(): void {
    generation += 1;
    recheck = () => undefined;
    status.use(null);
    store.update({ session: { phase: 'signed-out' } });
  }

  async function readStored(stored: StoredAccount, probe: boolean): Promise<Result<null>> {
    const token = await vault.read(stored.key, { probe });
    if (token.ok) {
      const client = clientFor(ports.server, token.value);
      takeUp(ports.server, client, 'keychain', { ...NOBODY, ...accountFields(stored) }, null);
      return done;
    }
    log('warn', 'The stored token could not be read', { code: token.error.code });
    if (token.error.code === 'keychain_entry_missing') {
      save({ accounts: settings.data.accounts.filter(({ key }) => key !== stored.key), current: null });
      leave();
      store.addNotice({ kind: 'error', error: token.error });
    } else {
      store.update({ session: { phase: 'locked', name: stored.name, error: token.error } });
    }
    return token;
  }

  async function signOut(force: boolean): Promise<Result<null>> {
    const { session } = store.facts;
    const stored = currentStored();
    if (!stored) {
      const storage = session.phase === 'signed-in' ? session.storage : null;
      save({ current: null });
      leave();
      if (storage) store.addNotice({ kind: 'signed-out', storage });
      return done;
    }
    const removed = await vault.remove(stored.key);
    if (!removed.ok && !force) return removed;
    save({ accounts: settings.data.accounts.filter(({ key }) => key !== stored.key), current: null });
    leave();
    store.addNotice(
      removed.ok
        ? { kind: 'signed-out', storage: 'keychain' }
        : { kind: 'signed-out-entry-left', service: KEYCHAIN_SERVICE, account: stored.key },
    );
    return done;
  }

  return {
    restore: () =>
      exclusive(async () => {
        if (settings.data.current === DEMO) {
          enterDemo();
          return;
        }
        const stored = currentStored();
        if (stored) await readStored(stored, false);
        else leave();
      }),
    signIn: (rawToken, storage) => exclusive(() => signIn(rawToken, storage)),
    tryDemo: () =>
      exclusive(() => {
        save({ current: DEMO });
        enterDemo();
        return Promise.resolve(done);
      }),
    retry: () =>
      exclusive(async () => {
        const stored = currentStored();
        return stored ? readStored(stored, true) : fail(appError('signed_out', {}));
      }),
    signOut: (force) => exclusive(() => signOut(force)),
    recheck: () => {
      const { session } = store.facts;
      if (session.phase === 'signed-in' && !session.checked) recheck();
    },
  };
}

const NOBODY: Account = {
  userId: 0,
  name: null,
  nickname: null,
  email: null,
  bot: false,
  timeZone: null,
  avatar: null,
};

const accountOf = (profile: Profile): Account => ({ ...accountFields(profile), avatar: null });

const accountFields = ({ userId, name, nickname, email, bot, timeZone }: StoredAccount | Account | Profile) => ({
  userId,
  name,
  nickname,
  email,
  bot,
  timeZone,
});

/** The non-secret marker that an account is stored. Its key is the keychain's account name: the user id. */
const storedOf = (account: Account): StoredAccount => ({ key: String(account.userId), ...accountFields(account) });

const isUnauthorized = (error: AppError): boolean => error.code === 'token_rejected' || error.code === 'token_revoked';

/** A stored token worked once, so a server that does not know it any more has revoked it, whatever its words. */
function noLongerValid(error: AppError): AppError {
  if (error.code !== 'token_rejected') return error;
  return appError('token_revoked', error.params, error.requestId);
}
