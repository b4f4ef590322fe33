import { dueHints } from '../../shared/desktop.ts';
import { chooseDateLocale, chooseLocale } from '../../shared/i18n/locale.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import type {
  AccountSummary,
  Adjusting,
  AppState,
  AvatarView,
  KeychainName,
  Preferences,
  Session,
  Storage,
} from '../../shared/state.ts';
import { currentAt } from '../../shared/status.ts';
import { isKnownZone, usableZone } from '../../shared/time-zone.ts';
import type { UpdatesView } from '../../shared/updates.ts';
import { createNotices, type Notices } from './notices.ts';
import type { Clock, Host } from './ports.ts';
import { emptyAccountData, type AccountData } from './settings-schema.ts';
import type { Settings } from './settings.ts';
import { NO_FACTS, type StatusFacts } from './status/facts.ts';

/** What is true of one account. Its token may be readable (`signed-in`) or not now (`locked`). */
export interface AccountFacts extends StatusFacts {
  readonly key: string;
  readonly storage: Storage;
  /** The server's name; null = Pachca's own. */
  readonly server: string | null;
  readonly session: Extract<Session, { phase: 'signed-in' | 'locked' }>;
  readonly avatar: AvatarView;
}

/** What the services decide; the rest of a snapshot follows from it, the settings, the host and the time. */
export interface Facts {
  /** The keychain is being read for the first time. */
  readonly starting: boolean;
  readonly accounts: readonly AccountFacts[];
  /** Key of the account in use; null = signed out. */
  readonly current: string | null;
  /** What the popover was asked to show and does not yet. */
  readonly adjusting: Adjusting | null;
  /** How often the settings were asked for from outside of the page. */
  readonly settingsAsked: number;
  /** Newer versions of the app; null where it is not updated. */
  readonly updates: UpdatesView | null;
}

/** The one owner of state. Services write facts, surfaces read snapshots. */
export interface Store {
  readonly facts: Facts;
  /** Changes facts and sends a snapshot. */
  update(patch: Partial<Facts>): void;
  /** The facts of an account; null where it is gone. */
  account(key: string): AccountFacts | null;
  /** Changes the facts of an account; does nothing where it is gone. */
  updateAccount(key: string, patch: Partial<Omit<AccountFacts, 'key'>>): void;
  /** What is kept on disk for an account. */
  accountData(key: string): AccountData;
  /** Changes what is kept on disk for an account, as {@link Store.keep} does. */
  saveAccountData(key: string, patch: Partial<Omit<AccountData, 'key'>>): ReturnType<Settings['update']>;
  /** Changes the settings and sends a snapshot. */
  save(patch: Parameters<Settings['update']>[0]): ReturnType<Settings['update']>;
  /**
   * The same for what the app keeps by itself: a disk that fails is told once, until it works again, and stops nothing.
   * Whoever must not go on before it is on the disk looks at the answer.
   */
  keep(patch: Parameters<Settings['update']>[0]): ReturnType<Settings['update']>;
  /** Sends a snapshot because something outside of the facts changed: time, language, zone. */
  publish(): void;
  /** What the person is told. */
  readonly notices: Notices;
  /** The latest snapshot. */
  state(): AppState;
  /** Calls `listener` with each new snapshot; returns how to stop. */
  subscribe(listener: (state: AppState) => void): () => void;
}

/** The cause of the notice that changes do not reach the disk: it is full, or the file there is not ours to write. */
export const DISK = 'disk';

/** An account without a picture. */
export const NO_AVATAR: AvatarView = { kept: [], job: null, canUndo: false, temporary: null };

const keychains: Readonly<Record<Host['platform'], KeychainName>> = {
  darwin: 'macos',
  win32: 'windows',
  linux: 'secretService',
};

/** Makes the store; it begins as starting. */
export function createStore(
  clock: Clock,
  host: Host,
  settings: Settings,
  /** What the environment brings: whether it has a token, and the server it names. */
  environment: { readonly token: boolean; readonly server: string | null },
): Store {
  let facts: Facts = { starting: true, accounts: [], current: null, adjusting: null, settingsAsked: 0, updates: null };
  let revision = 0;
  const notices = createNotices(() => publish());
  let snapshot = take();
  const listeners = new Set<(state: AppState) => void>();

  function take(): AppState {
    const clockOffset = find(facts.current)?.clockOffset ?? 0;
    const now = clock.now() + clockOffset;
    const systemLocales = host.systemLocales();
    const preferences = preferencesOf(settings.data);
    const desktop = host.desktop();
    const locale = chooseLocale(preferences.language, systemLocales);
    const account = find(facts.current);
    const data = accountData(account?.key ?? '');
    const shown = account ?? NO_FACTS;
    const zones = { computer: usableZone(host.timeZone(), now), profile: profileZone(account) };
    const own = preferences.presetsPerAccount ? data.presets : null;
    revision += 1;
    return {
      revision,
      now,
      clockOffset,
      locale,
      dateLocale: chooseDateLocale(locale, systemLocales),
      timeZone: preferences.zone === 'profile' ? (zones.profile ?? zones.computer) : zones.computer,
      zones,
      settings: preferences,
      systemLocale: chooseLocale('system', systemLocales),
      session: facts.starting ? { phase: 'starting' } : (account?.session ?? { phase: 'signed-out' }),
      accounts: facts.accounts.map((each) => summary(each, clock.now() + each.clockOffset)),
      environmentToken: environment.token,
      // Judged at every snapshot, so that an ended status is nowhere shown as current.
      status: { ...shown.status, current: currentAt(shown.status.current, now) },
      change: shown.change,
      undo: shown.undo,
      wayBack: shown.wayBack,
      endsSoon: shown.endsSoon,
      adjusting: facts.adjusting,
      presets: own ?? settings.data.presets ?? builtInPresets(locale),
      recents: data.recents,
      draft: data.draft,
      avatar: account?.avatar ?? NO_AVATAR,
      notices: notices.list,
      updates: facts.updates,
      host: {
        kind: host.kind,
        version: host.version,
        platform: host.platform,
        keychain: keychains[host.platform],
        server: environment.server,
        desktop,
      },
      hints: dueHints(desktop, {
        kind: host.kind,
        told: settings.data.told,
        needsRunning: facts.accounts.some(({ wayBack }) => wayBack !== null),
      }),
      settingsAsked: facts.settingsAsked,
    };
  }

  function find(key: string | null): AccountFacts | null {
    return facts.accounts.find((account) => account.key === key) ?? null;
  }

  function accountData(key: string): AccountData {
    return settings.data.accountData.find((data) => data.key === key) ?? emptyAccountData(key);
  }

  function summary(account: AccountFacts, now: number): AccountSummary {
    const { session } = account;
    const profile = session.phase === 'signed-in' ? session.account : null;
    const stored = settings.data.accounts.find(({ key }) => key === account.key);
    return {
      key: account.key,
      label: accountData(account.key).label ?? profile?.name ?? stored?.name ?? null,
      nickname: profile?.nickname ?? stored?.nickname ?? null,
      bot: profile?.bot ?? stored?.bot ?? false,
      storage: account.storage,
      server: account.server,
      current: account.key === facts.current,
      status: currentAt(account.status.current, now),
      problem: session.phase === 'locked' ? session.error : session.problem,
    };
  }

  function publish(): void {
    snapshot = take();
    for (const listener of listeners) listener(snapshot);
  }

  function update(patch: Partial<Facts>): void {
    facts = { ...facts, ...patch };
    publish();
  }

  function save(patch: Parameters<Settings['update']>[0]): ReturnType<Settings['update']> {
    const saved = settings.update(patch);
    if (saved.ok) notices.lift(DISK);
    publish();
    return saved;
  }

  function keep(patch: Parameters<Settings['update']>[0]): ReturnType<Settings['update']> {
    const saved = save(patch);
    if (!saved.ok) notices.raise(DISK, { kind: 'error', error: saved.error });
    return saved;
  }

  return {
    get facts() {
      return facts;
    },
    update,
    account: find,
    updateAccount: (key, patch) => {
      if (!find(key)) return;
      update({ accounts: facts.accounts.map((each) => (each.key === key ? { ...each, ...patch } : each)) });
    },
    accountData,
    saveAccountData: (key, patch) => {
      const next = { ...accountData(key), ...patch };
      const others = settings.data.accountData.filter((data) => data.key !== key);
      return keep({ accountData: [...others, next] });
    },
    save,
    keep,
    publish,
    notices,
    state: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function preferencesOf(data: Preferences): Preferences {
  const { language, theme, trayIcon, workStart, workEnd, weekStart, zone, warnBefore, presetsPerAccount } = data;
  return { language, theme, trayIcon, workStart, workEnd, weekStart, zone, warnBefore, presetsPerAccount };
}

/** The zone of the profile, where this computer knows it: a name from an old settings file need not be one. */
function profileZone(account: AccountFacts | null): string | null {
  const name = account?.session.phase === 'signed-in' ? (account.session.account?.timeZone ?? null) : null;
  return name !== null && isKnownZone(name) ? name : null;
}
