/**
 * Snapshots for tests: each function makes something ordinary, and the test names only what matters to it.
 */
import { neededScopes } from '../../shared/scopes.ts';
import { builtInPresets } from '../../shared/presets.ts';
import type { AppState, Change, Session, StatusView } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';

/** The moment of the snapshots: Saturday, 21 November 2026, 12:00 in Moscow. */
export const NOW = Date.parse('2026-11-21T09:00:00.000Z');

/** Monday, 30 November 2026, 9:00 in Moscow. */
export const MONDAY_MORNING = Date.parse('2026-11-30T06:00:00.000Z');

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

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
      timeZone: 'Europe/Moscow',
      avatar: null,
    },
    scopes: neededScopes,
    checked: true,
    storage: 'keychain',
    problem: null,
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
  return { known: true, current: null, checkedAt: NOW, checking: false, error: null, ...patch };
}

/** A change under way: by default {@link aStatus} from its preset. */
export function aChange(patch: Partial<Change> = {}): Change {
  return {
    id: 1,
    status: aStatus(),
    presetId: 'vacation',
    phase: 'pending',
    retryAt: null,
    error: null,
    at: NOW,
    ...patch,
  };
}

/**
 * A snapshot: by default signed in, no status, English with the 24-hour clock, in Moscow, on Linux. The presets are in
 * the snapshot's language.
 */
export function aState(patch: Partial<AppState> = {}): AppState {
  const locale = patch.locale ?? 'en';
  return {
    revision: 1,
    now: NOW,
    locale,
    dateLocale: locale === 'ru' ? 'ru-RU' : 'en-GB',
    timeZone: 'Europe/Moscow',
    settings: { language: 'system', theme: 'system', trayIcon: 'auto' },
    systemLocale: locale,
    session: signedIn(),
    status: aStatusView(),
    change: null,
    presets: builtInPresets(locale),
    notices: [],
    host: { kind: 'electron', version: '0.1.0', platform: 'linux', keychain: 'secretService' },
    ...patch,
  };
}
