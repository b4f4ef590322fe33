import type { AppError } from '../../shared/errors.ts';
import { expiryContext, planContext } from '../../shared/plan.ts';
import type { Account, Session, Storage, TokenFacts } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import { accountKey, shownServer } from './account-identity.ts';
import type { AvatarCache } from './avatar/cache.ts';
import { EMPTY_AVATAR } from './avatar/memory.ts';
import { createAvatarService, type AvatarService } from './avatar/service.ts';
import { createPachcaClient, type PachcaClient } from './pachca/client.ts';
import { judgedClient } from './pachca/judged.ts';
import type { Paces } from './pachca/pace.ts';
import type { Profile, TokenInfo } from './pachca/schemas.ts';
import type { Clock, Fetch, Log } from './ports.ts';
import { scopeSchedule, type Schedule } from './schedule.ts';
import { createServerTime, NOTICEABLE } from './server-time.ts';
import type { StoredAccount } from './settings-schema.ts';
import type { Settings } from './settings.ts';
import { createStatusEngine, type StatusEngine } from './status/engine.ts';
import { NO_FACTS } from './status/facts.ts';
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
  readonly avatar: AvatarService;
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
  /** Tells that something failed for whose outcome nobody waits any more. */
  readonly failedLater: (error: AppError) => void;
  /** Tells that the status of an account ends soon. */
  readonly warn: (key: string, status: Status) => void;
}

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

/** A client for one token of a server. */
export function clientFor(
  ports: Pick<AccountPorts, 'clock' | 'random'> & { readonly paces: Paces },
  server: Server,
  token: string,
): PachcaClient {
  const { clock, random, paces } = ports;
  const { fetch, apiUrl: baseUrl } = server;
  return createPachcaClient({ fetch, baseUrl, token, clock, random, pace: paces.of(baseUrl, token) });
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
  const { key, server, storage } = taken;
  const client = judgedClient(taken.client, {
    accepted: () => {
      if (present()?.problem) updateSession({ problem: null });
    },
    condemned: (problem) => updateSession({ problem }),
  });
  const time = createServerTime(clock, () => client.clockOffset());
  let stopped = false;
  /** Where the page finds the picture of the account. */
  let address: string | null = null;

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
  const facts = {
    ...NO_FACTS,
    key,
    server: storage === 'demo' ? null : shownServer(server.apiUrl),
    storage,
    session,
    avatar: NO_AVATAR,
  };
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
    if (error.code === 'insufficient_scope') void doubt(error.params.scope);
  };
  /** A call lacked a scope that the token had when it was checked: either it was unticked, or the owner's role lost it. */
  const doubt = async (scope: string | null): Promise<void> => {
    const isTold = () => scope !== null && present()?.scopes.includes(scope) === true;
    if (!isTold() || (await check()) !== null || scope === null || !isTold()) return;
    updateSession({ refused: [scope] });
  };

  /** What is due follows the server's clock; the person is told once where it differs, until it does no more. */
  const followClock = (): void => {
    time.follow();
    const offset = time.offset();
    const cause = `${key}:clock-differs`;
    if (offset === 0) store.notices.lift(cause);
    else {
      const minutes = Math.round(Math.abs(offset) / NOTICEABLE);
      store.notices.raise(cause, { kind: 'clock-differs', minutes, ahead: offset < 0 });
    }
  };

  const engine = createStatusEngine({
    clock: time.clock,
    schedule: time.schedule(scopeSchedule(ports.schedule, key)),
    client,
    facts: {
      get: () => store.account(key) ?? NO_FACTS,
      update: (patch) => {
        followClock();
        store.updateAccount(key, { ...patch, clockOffset: time.offset() });
        avatar.statusChanged();
      },
    },
    memory: {
      load: () => store.accountData(key).memory ?? EMPTY_MEMORY,
      save: (memory) => store.saveAccountData(key, { memory }),
    },
    mayRead: () => may('profile_status:read'),
    refused,
    notice: (notice) => store.notices.add(`${key}:${notice.kind}`, notice),
    failedLater: ports.failedLater,
    onClock: (at) => at + time.offset(),
    warn: (status) => ports.warn(key, status),
    warnBefore: () => settings.data.warnBefore,
    context: () => ({ ...planContext(store.state()), name: present()?.account?.name ?? null }),
  });

  const may = (scope: string): boolean => {
    const found = present();
    return found !== null && (!found.checked || found.scopes.includes(scope));
  };

  const avatar = createAvatarService({
    clock: time.clock,
    schedule: time.schedule(scopeSchedule(ports.schedule, `${key}:avatar`)),
    client,
    pictures: avatars.folders.of(key),
    image: { ...server, clock },
    memory: {
      load: () => store.accountData(key).avatar ?? EMPTY_AVATAR,
      save: (memory) => store.saveAccountData(key, { avatar: memory }),
    },
    show: (shown) => {
      address = shown && avatars.show(key, shown.id, shown.image);
      const account = present()?.account;
      if (account) updateSession({ account: { ...account, avatar: address } });
    },
    view: (view) => store.updateAccount(key, { avatar: view }),
    status: () => {
      const { status: view, change } = store.account(key) ?? NO_FACTS;
      const { back, queued } = store.accountData(key).memory ?? EMPTY_MEMORY;
      const readable = may('profile_status:read');
      return { view, change, back: back.map(({ status }) => status), queued: queued !== null, readable };
    },
    mayReadProfile: () => may('profile:read'),
    ready: () => {
      const found = present();
      const scope = 'profile_avatar:write';
      return found !== null && may(scope) && !found.problem && !found.refused.includes(scope);
    },
    refused,
    notice: (notice) => store.notices.add(`${key}:${notice.kind}`, notice),
    failedLater: ports.failedLater,
    expiry: () => {
      // The zone of this moment: the person may have travelled since the last snapshot.
      store.publish();
      return expiryContext(store.state());
    },
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
    const look = avatar.look();
    const profile = await client.profile();
    if (stopped || !profile.ok) return;
    const account = { ...accountOf(profile.value), avatar: address };
    updateSession({ account });
    rememberName(account);
    await look(profile.value.imageUrl);
  }

  /** The stored account is shown before the server answers at the next start; keep what it shows up to date. */
  function rememberName(account: Account): void {
    if (!settings.data.accounts.some((entry) => entry.key === key)) return;
    const accounts = settings.data.accounts.map((entry) =>
      entry.key === key ? { ...entry, ...fields(account) } : entry,
    );
    store.keep({ accounts });
  }

  if (taken.info) void loadProfile();
  else void check();
  engine.start();
  avatar.start();
  return {
    key,
    server,
    client,
    status: engine,
    avatar,
    check,
    stop: () => {
      stopped = true;
      engine.stop();
      avatar.stop();
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

/** The non-secret marker that an account is stored, with the server its token is for. */
export const storedOf = (account: Account, apiUrl: string): StoredAccount => ({
  key: accountKey(apiUrl, account.userId),
  apiUrl,
  ...fields(account),
});

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
