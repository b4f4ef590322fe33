/**
 * Snapshots for tests: each function makes something ordinary, and the test names only what matters to it.
 */
import { neededScopes } from '../../shared/scopes.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import type { Desktop } from '../../shared/desktop.ts';
import type { AccountSummary, AppState, Change, Preferences, Session, StatusView } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';

/** The moment of the snapshots: Saturday, 21 November 2026, 12:00 in Moscow. */
export const NOW = Date.parse('2026-11-21T09:00:00.000Z');

/** Monday, 30 November 2026, 9:00 in Moscow. */
export const MONDAY_MORNING = Date.parse('2026-11-30T06:00:00.000Z');

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

/** A desktop on which everything is as it should be, and the app does not start at login. */
export const aDesktop = (patch: Partial<Desktop> = {}): Desktop => ({
  trayMissing: false,
  titleBar: false,
  notifications: 'unknown',
  login: { kind: 'off' },
  ...patch,
});

/** The session of an employee whose token may do everything the app needs. */
export function signedIn(patch: Partial<SignedIn> = {}): SignedIn {
  return {
    phase: 'signed-in',
    account: {
      userId: 101,
      name: 'Oleg Petrov',
      nickname: 'olegp',
      email: 'oleg@acme.example',
      bot: false,
      role: 'user',
      timeZone: 'Europe/Moscow',
      avatar: null,
    },
    scopes: neededScopes,
    checked: true,
    storage: 'keychain',
    problem: null,
    token: null,
    refused: [],
    scopeChange: null,
    ...patch,
  };
}

/** "On vacation", away, until {@link MONDAY_MORNING}. */
export function aStatus(patch: Partial<Status> = {}): Status {
  return {
    emoji: '🏖️',
    title: 'On vacation',
    expiresAt: MONDAY_MORNING,
    isAway: true,
    awayMessage: 'I’m on vacation and will be back on Monday, 30 November.',
    ...patch,
  };
}

/** What the server holds: by default it was asked at {@link NOW} and there is no status. */
export function aStatusView(patch: Partial<StatusView> = {}): StatusView {
  return { known: true, current: null, source: null, checkedAt: NOW, checking: false, error: null, ...patch };
}

/** A change under way: by default {@link aStatus} from its preset. */
export function aChange(patch: Partial<Change> = {}): Change {
  return {
    id: 1,
    status: aStatus(),
    presetId: 'vacation',
    origin: 'person',
    phase: 'pending',
    retryAt: null,
    error: null,
    at: NOW,
    ...patch,
  };
}

/** What a test wants different; `status`, `host` and `settings` are merged, and the presets follow the language. */
export interface StateChoices extends Partial<Omit<AppState, 'status' | 'host' | 'settings' | 'avatar'>> {
  readonly status?: Partial<AppState['status']>;
  readonly host?: Partial<AppState['host']>;
  readonly settings?: Partial<AppState['settings']>;
  readonly avatar?: Partial<AppState['avatar']>;
}

/** What holds where the person chose nothing else. */
export const preferences: Preferences = {
  language: 'system',
  theme: 'system',
  trayIcon: 'auto',
  workStart: { hour: 9, minute: 0 },
  workEnd: { hour: 18, minute: 0 },
  weekStart: null,
  zone: 'computer',
  warnBefore: 5,
  presetsPerAccount: false,
};

/** The one account that there is, where somebody is signed in. */
function signedInTo({ session = signedIn() }: StateChoices): readonly AccountSummary[] {
  if (session.phase !== 'signed-in') return [];
  const { account, storage, problem } = session;
  const { nickname = null, bot = false, name: label = null } = account ?? {};
  return [{ key: '7', label, nickname, bot, storage, server: null, current: true, status: null, problem }];
}

/**
 * A snapshot: by default signed in, no status, English with the 24-hour clock, in Moscow, on Linux. The presets are in
 * the snapshot's language.
 */
export function aState(choices: StateChoices = {}): AppState {
  const locale = choices.locale ?? 'en';
  return {
    revision: 1,
    now: NOW,
    locale,
    dateLocale: locale === 'ru' ? 'ru-RU' : 'en-GB',
    timeZone: 'Europe/Moscow',
    zones: { computer: 'Europe/Moscow', profile: 'Europe/Moscow' },
    systemLocale: locale,
    session: signedIn(),
    accounts: signedInTo(choices),
    environmentToken: false,
    change: null,
    undo: null,
    wayBack: null,
    endsSoon: false,
    clockOffset: 0,
    adjusting: null,
    presets: builtInPresets(locale),
    recents: [],
    draft: null,
    notices: [],
    updates: null,
    ...choices,
    settings: { ...preferences, ...choices.settings },
    status: aStatusView(choices.status),
    avatar: { kept: [], job: null, canUndo: false, temporary: null, ...choices.avatar },
    host: {
      kind: 'preview',
      version: '0.1.0',
      platform: 'linux',
      keychain: 'secretService',
      server: null,
      desktop: aDesktop(),
      ...choices.host,
    },
    hints: choices.hints ?? [],
    settingsAsked: choices.settingsAsked ?? 0,
  };
}
