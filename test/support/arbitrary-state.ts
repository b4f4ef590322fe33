import fc from 'fast-check';
import { appError, type AppError } from '../../shared/errors.ts';
import { locales } from '../../shared/i18n/locale.ts';
import { planContext, statusOf } from '../../shared/plan.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import { planOf, type Preset } from '../../shared/presets.ts';
import { neededScopes } from '../../shared/scopes.ts';
import type { ExpiryRule } from '../../shared/expiry.ts';
import { trayIconTones, type AppState, type Session, type StatusView } from '../../shared/state.ts';
import { TITLE_LIMIT, type Status } from '../../shared/status.ts';
import { aChange, aState, aStatus, aStatusView, NOW, signedIn } from './states.ts';

const error: fc.Arbitrary<AppError> = fc.constantFrom<AppError[]>(
  appError('offline', { reason: 'ENOTFOUND' }),
  appError('token_revoked', { message: null }),
  appError('insufficient_scope', { scope: 'profile_status:write' }),
  appError('rate_limited', { retryAfter: 30 }),
  appError('keychain_locked', {}),
  appError('keychain_absent', { reason: 'no D-Bus' }),
  appError('refused', { status: 422, field: 'title', code: 'too_long', message: 'Слишком длинно' }),
);

const session: fc.Arbitrary<Session> = fc.oneof(
  fc.constantFrom<Session[]>({ phase: 'starting' }, { phase: 'signed-out' }),
  fc.record({ phase: fc.constant('locked' as const), name: fc.constantFrom(null, 'Oleg Petrov'), error }),
  {
    weight: 4,
    arbitrary: fc
      .record({
        scopes: fc.subarray([...neededScopes]),
        checked: fc.boolean(),
        problem: fc.option(error, { freq: 4 }),
      })
      .map(signedIn),
  },
);

/** Any status the server may hold: a preset's, or one the person or a colleague wrote. */
const status = (locale: AppState['locale']): fc.Arbitrary<Status> =>
  fc.oneof(
    fc.constantFrom(...builtInPresets(locale)).map((preset) => {
      const resolved = statusOf(planOf(preset), NOW, planContext(aState({ locale })));
      if (!resolved.ok) throw new Error(`the preset ${preset.id} cannot be set: ${resolved.error.code}`);
      return resolved.value;
    }),
    fc
      .record({
        title: fc.string({ unit: 'grapheme', minLength: 1 }).map((title) => title.slice(0, TITLE_LIMIT)),
        expiresAt: fc.option(fc.integer({ min: NOW + 1, max: NOW + 400 * 86_400_000 })),
        isAway: fc.boolean(),
      })
      .map(aStatus),
  );

const view = (locale: AppState['locale']): fc.Arbitrary<StatusView> =>
  fc.oneof(
    fc.option(status(locale)).map((current) => aStatusView({ current })),
    fc.option(error).map((why) => aStatusView({ known: false, checkedAt: null, error: why })),
  );

const change = (locale: AppState['locale']): fc.Arbitrary<AppState['change']> =>
  fc.option(
    fc
      .record({
        status: fc.option(status(locale)),
        phase: fc.constantFrom(...(['pending', 'waiting', 'queued', 'done', 'failed'] as const)),
        origin: fc.constantFrom(...(['person', 'undo', 'extend', 'wayBack'] as const)),
        wait: fc.integer({ min: -1000, max: 60_000 }),
        error,
      })
      .map(({ status: wanted, phase, origin, wait, error: why }) =>
        aChange({
          status: wanted,
          phase,
          origin,
          retryAt: phase === 'waiting' ? NOW + wait : null,
          error: phase === 'failed' ? why : null,
        }),
      ),
  );

/** Rules of every kind, some of a moment that has passed. */
const rule = fc.constantFrom<ExpiryRule[]>(
  { kind: 'none' },
  { kind: 'duration', minutes: 90 },
  { kind: 'endOfDay' },
  { kind: 'endOfWorkDay' },
  { kind: 'tomorrowMorning' },
  { kind: 'endOfWeek' },
  { kind: 'nextWeekday', weekday: 3 },
  { kind: 'time', hour: 8, minute: 0 },
  { kind: 'date', date: '2026-12-10', means: 'firstDayBack' },
  { kind: 'date', date: '2025-12-10', means: 'lastDayAway' },
  { kind: 'dateTime', date: '2026-12-10', hour: 18, minute: 30 },
);

const preset = (locale: AppState['locale']): fc.Arbitrary<Omit<Preset, 'id'>> =>
  fc
    .record({ base: fc.constantFrom(...builtInPresets(locale)), expiry: rule, hidden: fc.boolean() })
    .map(({ base, ...rest }) => ({ ...base, ...rest }));

const numbered = <T>(items: readonly T[]): (T & { readonly id: string })[] =>
  items.map((item, index) => ({ ...item, id: `id-${index}` }));

/** Any snapshot the core may give out. */
export const anyState: fc.Arbitrary<AppState> = fc.constantFrom(...locales).chain((locale) =>
  fc
    .record({
      session,
      status: view(locale),
      change: change(locale),
      presets: fc.oneof(fc.constant(builtInPresets(locale)), fc.array(preset(locale), { maxLength: 12 }).map(numbered)),
      recents: fc
        .array(
          preset(locale).map((one) => planOf(one)),
          { maxLength: 10 },
        )
        .map(numbered),
      undo: fc.option(fc.record({ status: fc.option(status(locale)), of: fc.option(status(locale)) })),
      wayBack: fc.option(status(locale)),
      trayIcon: fc.constantFrom(...trayIconTones),
      platform: fc.constantFrom('darwin' as const, 'win32' as const, 'linux' as const),
    })
    .map(({ trayIcon, platform, ...rest }) => {
      const state = aState({ locale, ...rest });
      return { ...state, settings: { ...state.settings, trayIcon }, host: { ...state.host, platform } };
    }),
);
