import fc from 'fast-check';
import { appError, type AppError } from '../../shared/errors.ts';
import { locales } from '../../shared/i18n/locale.ts';
import { defaultContext } from '../../shared/locale-week.ts';
import { statusOf } from '../../shared/plan.ts';
import { builtInPresets, planOf } from '../../shared/presets.ts';
import { neededScopes } from '../../shared/scopes.ts';
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
      const context = { locale, expiry: defaultContext('Europe/Moscow', locale), name: null };
      const result = statusOf(planOf(preset), NOW, context);
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
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
        phase: fc.constantFrom('pending' as const, 'waiting' as const, 'done' as const, 'failed' as const),
        wait: fc.integer({ min: -1000, max: 60_000 }),
        error,
      })
      .map(({ status: wanted, phase, wait, error: why }) =>
        aChange({
          status: wanted,
          phase,
          retryAt: phase === 'waiting' ? NOW + wait : null,
          error: phase === 'failed' ? why : null,
        }),
      ),
  );

/** Any snapshot the core may give out. */
export const anyState: fc.Arbitrary<AppState> = fc.constantFrom(...locales).chain((locale) =>
  fc
    .record({
      session,
      status: view(locale),
      change: change(locale),
      trayIcon: fc.constantFrom(...trayIconTones),
      platform: fc.constantFrom('darwin' as const, 'win32' as const, 'linux' as const),
    })
    .map(({ trayIcon, platform, ...rest }) => {
      const state = aState({ locale, ...rest });
      return { ...state, settings: { ...state.settings, trayIcon }, host: { ...state.host, platform } };
    }),
);
