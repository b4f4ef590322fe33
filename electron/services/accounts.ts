import { appError, type AppError } from '../../shared/errors.ts';
import { planContext } from '../../shared/plan.ts';
import type { Account, Session, Storage, TokenFacts } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import type { AvatarCache } from './avatar.ts';
import { createPachcaClient, type PachcaClient } from './pachca/client.ts';
import type { Profile, TokenInfo } from './pachca/schemas.ts';
import type { Clock, Fetch, Log } from './ports.ts';
import { scopeSchedule, type Schedule } from './schedule.ts';
import type { StoredAccount } from './settings-schema.ts';
import type { Settings } from './settings.ts';
import { createStatusEngine, NO_FACTS, type StatusEngine } from './status/engine.ts';
import { EMPTY_MEMORY } from './status/memory.ts';
import { NO_AVATAR, type Store } from './store.ts';

/** A server to talk to: Pachca, or the demo workspace inside the app. */
export interface Server {
  readonly fetch: Fetch;
  readonly apiUrl: string;
}

/** An account whose token is at hand: it can be asked and changed. The token is in its client's closure only. */
export interface LiveAccount {
  readonly key: string;
  readonly server: Server;
  readonly client: PachcaClient;
  readonly status: StatusEngine;
  /** Asks the server what the token may do, and whose it is. */
  check(): Promise<AppError | null>;
  stop(): void;
}

/** What all accounts share. */
export interface AccountPorts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly store: Store;
  readonly schedule: Schedule;
  readonly settings: Settings;
  readonly avatars: AvatarCache;
  readonly log: Log;
  /** Tells that the status of an account ends soon. */
  readonly warn: (key: string, status: Status) => void;
}

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

/** A client for one token of a server. */
export function clientFor(ports: Pick<AccountPorts, 'clock' | 'random'>, server: Server, token: string): PachcaClient {
  const { clock, random } = ports;
  return createPachcaClient({ fetch: server.fetch, baseUrl: server.apiUrl, token, clock, random });
}

/** What an account is taken up with. */
export interface TakenUp {
  readonly key: string;
  readonly server: Server;
  readonly client: PachcaClient;
  readonly storage: Storage;
  /** As far as it is known; a stored account is shown before the server answers. */
  readonly account: Account | null;
  /** What the server said of the token just now; null = it has not been asked in this run. */
  readonly info: TokenInfo | null;
}

/** Puts an account into the state, starts its engine, and asks the server what is not known yet. */
export function openAccount(ports: AccountPorts, taken: TakenUp): LiveAccount {
  const { store, settings, avatars, log, clock } = ports;
  const { key, server, client, storage } = taken;
  let stopped = false;

  const session: SignedIn = {
    phase: 'signed-in',
    account: taken.account,
    scopes: taken.info?.scopes ?? [],
    checked: taken.info !== null,
    storage,
    problem: null,
    refused: [],
    token: taken.info && tokenFacts(taken.info, clock.now()),
    scopeChange: null,
  };
  const facts = { ...NO_FACTS, key, storage, session, avatar: NO_AVATAR };
  store.update({ accounts: [...store.facts.accounts.filter((each) => each.key !== key), facts] });

  const present = (): SignedIn | null => {
    const found = store.account(key)?.session;
    return found?.phase === 'signed-in' ? found : null;
  };
  const updateSession = (patch: Partial<SignedIn>): void => {
    const found = present();
    if (found && !stopped) store.updateAccount(key, { session: { ...found, ...patch } });
  };
  const refused = (error: AppError): void => {
    log('warn', 'Pachca refused a call', { code: error.code, requestId: error.requestId });
    if (isUnauthorized(error)) updateSession({ problem: noLongerValid(error) });
    if (error.code === 'insufficient_scope') void doubt(error.params.scope);
  };
  /** A call lacked a scope that the token had when it was checked: either it was unticked, or the owner's role lost it. */
  const doubt = async (scope: string | null): Promise<void> => {
    const isTold = () => scope !== null && present()?.scopes.includes(scope) === true;
    if (!isTold() || (await check()) !== null || scope === null || !isTold()) return;
    updateSession({ refused: [scope] });
  };

  const engine = createStatusEngine({
    clock,
    schedule: scopeSchedule(ports.schedule, key),
    client,
    facts: {
      get: () => store.account(key) ?? NO_FACTS,
      update: (patch) => store.updateAccount(key, patch),
    },
    memory: {
      load: () => store.accountData(key).memory ?? EMPTY_MEMORY,
      save: (memory) => store.saveAccountData(key, { memory }),
    },
    mayRead: () => {
      const found = present();
      return found !== null && (!found.checked || found.scopes.includes('profile_status:read'));
    },
    refused,
    notice: (notice) => store.addNotice(notice),
    warn: (status) => ports.warn(key, status),
    warnBefore: () => settings.data.warnBefore,
    context: () => ({ ...planContext(store.state()), name: present()?.account?.name ?? null }),
  });

  async function check(): Promise<AppError | null> {
    const before = present();
    const info = await client.tokenInfo();
    if (stopped) return null;
    if (!info.ok) {
      refused(info.error);
      return info.error;
    }
    const { scopes } = info.value;
    updateSession({
      scopes,
      checked: true,
      problem: null,
      refused: [],
      token: tokenFacts(info.value, clock.now()),
      scopeChange: before?.checked ? scopeChange(before.scopes, scopes) : null,
    });
    await loadProfile();
    return null;
  }

  async function loadProfile(): Promise<void> {
    if (!present()?.scopes.includes('profile:read')) return;
    const profile = await client.profile();
    if (stopped || !profile.ok) return;
    const account = { ...accountOf(profile.value), avatar: present()?.account?.avatar ?? null };
    updateSession({ account });
    rememberName(account);
    const { imageUrl } = profile.value;
    const avatar = imageUrl === null ? null : await avatars.load(imageUrl, { ...server, clock });
    updateSession({ account: { ...account, avatar } });
  }

  /** The stored account is shown before the server answers at the next start; keep what it shows up to date. */
  function rememberName(account: Account): void {
    if (!settings.data.accounts.some((entry) => entry.key === key)) return;
    const accounts = settings.data.accounts.map((entry) => (entry.key === key ? storedOf(account) : entry));
    store.keep({ accounts });
  }

  if (taken.info) void loadProfile();
  else void check();
  engine.start();
  return {
    key,
    server,
    client,
    status: engine,
    check,
    stop: () => {
      stopped = true;
      engine.stop();
    },
  };
}

/** Nobody yet: what is not known of an account. */
export const NOBODY: Account = {
  userId: 0,
  name: null,
  nickname: null,
  email: null,
  bot: false,
  role: null,
  timeZone: null,
  avatar: null,
};

/** Whose token it is, as far as the profile says. */
export const accountOf = (profile: Profile): Account => ({ ...fields(profile), avatar: null });

/** The stored account as the state shows it. */
export const accountFromStored = (stored: StoredAccount): Account => ({ ...fields(stored), avatar: null });

/** The non-secret marker that an account is stored. Its key is the keychain's account name: the user id. */
export const storedOf = (account: Account): StoredAccount => ({ key: String(account.userId), ...fields(account) });

const fields = ({ userId, name, nickname, email, bot, role, timeZone }: StoredAccount | Account | Profile) => ({
  userId,
  name,
  nickname,
  email,
  bot,
  role,
  timeZone,
});

/** What the server says of a token, at `now` (epoch milliseconds). */
export const tokenFacts = (info: TokenInfo, now: number): TokenFacts => ({
  id: info.id,
  name: info.name,
  masked: info.masked,
  createdAt: info.createdAt,
  lastUsedAt: info.lastUsedAt,
  expiresAt: info.expiresIn === null ? null : now + info.expiresIn * 1000,
  checkedAt: now,
});

function scopeChange(before: readonly string[], after: readonly string[]): SignedIn['scopeChange'] {
  const gained = after.filter((scope) => !before.includes(scope));
  const lost = before.filter((scope) => !after.includes(scope));
  return gained.length + lost.length === 0 ? null : { gained, lost };
}

/** Whether an error means that the server does not take the token. */
export const isUnauthorized = (error: AppError): boolean =>
  error.code === 'token_rejected' || error.code === 'token_revoked';

/** A stored token worked once, so a server that does not know it any more has revoked it, whatever its words. */
function noLongerValid(error: AppError): AppError {
  if (error.code !== 'token_rejected') return error;
  return appError('token_revoked', error.params, error.requestId);
}
