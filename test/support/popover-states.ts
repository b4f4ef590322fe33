import { appError } from '../../shared/errors.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { builtInPresets } from '../../shared/presets.ts';
import { neededScopes } from '../../shared/scopes.ts';
import type { Account, AppState, Change, Session } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';

/** Friday 20 November 2026, 13:05 in Moscow. */
export const NOW = Date.UTC(2026, 10, 20, 10, 5);

/** Monday 30 November 2026, 9:00 in Moscow: nine days and some from {@link NOW}. */
export const MONDAY = Date.UTC(2026, 10, 30, 6);

export const anAccount = (over: Partial<Account> = {}): Account => ({
  userId: 7,
  name: 'Oleg Petrov',
  nickname: 'olegp',
  email: 'oleg@acme.example',
  bot: false,
  timeZone: 'Europe/Moscow',
  avatar: null,
  ...over,
});

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

export const signedIn = (over: Partial<SignedIn> = {}): SignedIn => ({
  phase: 'signed-in',
  account: anAccount(),
  scopes: neededScopes,
  checked: true,
  storage: 'keychain',
  problem: null,
  ...over,
});

/** On vacation until {@link MONDAY}. */
export const aStatus = (over: Partial<Status> = {}): Status => ({
  emoji: '🏖️',
  title: 'On vacation',
  expiresAt: MONDAY,
  isAway: true,
  awayMessage: 'I’m on vacation and will be back on Monday, 30 November.',
  ...over,
});

/** In a meeting until 14:05, as the preset sets it at {@link NOW}. */
export const aMeeting = (over: Partial<Status> = {}): Status =>
  aStatus({
    emoji: '📅',
    title: 'In a meeting',
    expiresAt: NOW + 3_600_000,
    isAway: false,
    awayMessage: null,
    ...over,
  });

/** A change to {@link aMeeting} on its way. */
export const aChange = (over: Partial<Change> = {}): Change => ({
  id: 1,
  status: aMeeting(),
  presetId: 'meeting',
  phase: 'pending',
  retryAt: null,
  error: null,
  at: NOW,
  ...over,
});

/** {@link aChange} refused by Pachca, with its own words and a request id. */
export const aFailedChange = (over: Partial<Change> = {}): Change =>
  aChange({
    phase: 'failed',
    error: appError('forbidden', { message: 'Access denied' }, 'req-4f1c'),
    ...over,
  });

/** What a test wants different; `status` and `host` are merged, and the presets follow the language. */
export interface StateChoices extends Partial<Omit<AppState, 'status' | 'host' | 'settings'>> {
  readonly status?: Partial<AppState['status']>;
  readonly host?: Partial<AppState['host']>;
  readonly settings?: Partial<AppState['settings']>;
}

/** A state at {@link NOW}: signed in, nothing set, nothing under way, English. */
export function aState(choices: StateChoices = {}): AppState {
  const locale: Locale = choices.locale ?? 'en';
  return {
    revision: 1,
    now: NOW,
    locale,
    dateLocale: locale === 'ru' ? 'ru-RU' : 'en-GB',
    timeZone: 'Europe/Moscow',
    systemLocale: locale,
    session: signedIn(),
    change: null,
    presets: builtInPresets(locale),
    notices: [],
    ...choices,
    settings: { language: 'system', theme: 'system', trayIcon: 'auto', ...choices.settings },
    status: { known: true, current: null, checkedAt: NOW, checking: false, error: null, ...choices.status },
    host: { kind: 'preview', version: '0.1.0', platform: 'linux', keychain: 'secretService', ...choices.host },
  };
}
