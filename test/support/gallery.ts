import { appError } from '../../shared/errors.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import { planOf, type Preset } from '../../shared/presets.ts';
import type { AppState, Recent } from '../../shared/state.ts';
import {
  aChange,
  aFailedChange,
  aMeeting,
  anAccount,
  aState,
  aStatus,
  NOW,
  signedIn,
  type StateChoices,
} from './popover-states.ts';

const wide = 'W'.repeat(50);
const longText = 'Back on Monday. For anything urgent, please write to Anna Ivanova, she knows everything. '
  .repeat(12)
  .slice(0, 1024);
const [vacation] = builtInPresets('ru');

/** Statuses set from here last: much like the presets, but not the same, and one with a title as long as one can be. */
export function recents(locale: Locale, count: number): readonly Recent[] {
  const plans = builtInPresets(locale).map((preset) => ({ ...planOf(preset), emoji: '📌' }));
  const [first] = plans;
  if (!first) throw new Error('there are presets to begin with');
  return [{ ...first, title: wide }, ...plans]
    .slice(0, count)
    .map((plan, index) => ({ ...plan, id: `recent-${index}` }));
}

/** Twelve presets: more than there are keys, with long titles, one of them hidden. */
export function manyPresets(locale: Locale): readonly Preset[] {
  const presets = builtInPresets(locale);
  return [
    ...presets.map((preset, index) => ({ ...preset, hidden: index === 1 })),
    ...presets.map((preset, index) => ({ ...preset, id: `${preset.id}-2`, title: index === 0 ? wide : preset.title })),
  ];
}

/** Every look the popover has, by name: what accessibility is checked on, and what a designer goes through. */
export function gallery(locale: Locale): Readonly<Record<string, AppState>> {
  const ru = locale === 'ru';
  const title = ru ? (vacation?.title ?? '') : 'On vacation';
  const status = ru ? aStatus({ title, awayMessage: 'Я в отпуске, вернусь в понедельник, 30 ноября.' }) : aStatus();
  const meeting = aMeeting({ expiresAt: NOW + 35 * 60_000, ...(ru ? { title: 'На встрече' } : {}) });
  const account = anAccount(ru ? { name: 'Олег Петров' } : {});
  const session = signedIn({ account });
  const state = (choices: StateChoices = {}) => aState({ locale, session, ...choices });
  const offline = appError('offline', { reason: 'ENOTFOUND' });

  return {
    starting: state({ session: { phase: 'starting' } }),
    'keychain-waiting': state({ session: { phase: 'starting' }, notices: [{ id: 1, kind: 'keychain-waiting' }] }),
    'signed-out': state({ session: { phase: 'signed-out' } }),
    'signed-out-notice': state({
      session: { phase: 'signed-out' },
      notices: [{ id: 1, kind: 'signed-out-entry-left', service: 'Pachca Status', account: 'user-7' }],
    }),
    locked: state({ session: { phase: 'locked', name: account.name, error: appError('keychain_locked', {}) } }),
    'locked-entry-gone': state({
      session: {
        phase: 'locked',
        name: account.name,
        error: appError('keychain_entry_missing', { service: 'Pachca Status', account: 'user-7' }),
      },
    }),
    none: state(),
    current: state({ status: { current: status } }),
    meeting: state({ status: { current: meeting } }),
    endless: state({ status: { current: aStatus({ ...status, expiresAt: null, awayMessage: null }) } }),
    loading: state({ status: { known: false, checkedAt: null, checking: true } }),
    'not-read': state({ status: { known: false, checkedAt: null, error: offline } }),
    stale: state({ status: { current: status, checkedAt: NOW - 3_600_000, error: offline } }),
    pending: state({ status: { current: status }, change: aChange({ status: meeting }) }),
    'pending-clear': state({ status: { current: status }, change: aChange({ status: null, presetId: null }) }),
    waiting: state({
      status: { current: status },
      change: aChange({ status: meeting, phase: 'waiting', retryAt: NOW + 42_000 }),
    }),
    done: state({ status: { current: status }, change: aChange({ status, presetId: 'vacation', phase: 'done' }) }),
    failed: state({ status: { current: status }, change: aFailedChange({ status: meeting }) }),
    'failed-offline': state({ change: aFailedChange({ status: meeting, error: offline }) }),
    'failed-scope': state({
      session: signedIn({ account, scopes: ['profile:read', 'profile_status:read'] }),
      change: aFailedChange({
        status,
        error: appError('insufficient_scope', { scope: 'profile_status:write' }, 'req-1'),
      }),
    }),
    'read-only': state({ session: signedIn({ account, scopes: ['profile:read', 'profile_status:read'] }) }),
    'write-only': state({
      session: signedIn({ account: null, scopes: ['profile_status:write'] }),
      status: { known: false, checkedAt: null },
    }),
    revoked: state({
      session: signedIn({ account, problem: appError('token_revoked', { message: 'Token was revoked' }, 'req-77') }),
      status: { current: status },
    }),
    demo: state({ session: signedIn({ account: anAccount({ ...account, bot: true }), storage: 'demo' }) }),
    notices: state({
      status: { current: status },
      notices: [
        {
          id: 1,
          kind: 'error',
          error: appError('settings_recovered', { backup: 'config.broken-1.json', lost: ['theme'] }),
        },
        { id: 2, kind: 'renderer-crashed' },
      ],
    }),
    'way-back': state({
      status: { current: meeting },
      wayBack: status,
      undo: { status, of: meeting },
      recents: recents(locale, 7),
    }),
    'ends-soon': state({
      status: { current: aMeeting({ ...meeting, expiresAt: NOW + 4 * 60_000 }) },
      endsSoon: true,
      wayBack: status,
    }),
    queued: state({ status: { current: status }, change: aChange({ status: meeting, phase: 'queued' }) }),
    'queued-clear': state({ change: aChange({ status: null, presetId: null, phase: 'queued' }) }),
    'queued-dropped': state({
      notices: [{ id: 1, kind: 'queued-dropped', reason: 'changed', status: meeting }],
    }),
    extended: state({
      status: { current: meeting },
      change: aChange({ status: meeting, presetId: null, phase: 'done', origin: 'extend' }),
      undo: { status: meeting, of: meeting },
    }),
    returned: state({
      status: { current: status },
      change: aChange({ status, presetId: null, phase: 'done', origin: 'wayBack' }),
    }),
    undone: state({ change: aChange({ status: null, presetId: null, phase: 'done', origin: 'undo' }) }),
    'many-presets': state({ presets: manyPresets(locale), recents: recents(locale, 3) }),
    'no-presets': state({ presets: [] }),
    long: state({
      session: signedIn({
        account: anAccount({
          name: `Konstantin ${'Константинопольский'.repeat(2)} von und zu Hohenlohe-Langenburg`,
          nickname: 'konstantin_konstantinopolsky',
          email: 'konstantin.konstantinopolsky@a-very-long-company-name.example',
          timeZone: 'Asia/Yekaterinburg',
          bot: true,
        }),
        storage: 'demo',
      }),
      zones: { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' },
      status: { current: aStatus({ title: wide, awayMessage: longText }) },
      change: aFailedChange({
        status: aStatus({ title: wide }),
        error: appError(
          'refused',
          { status: 422, field: 'title', code: 'too_long', message: 'Validation failed: '.repeat(12) },
          'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
        ),
      }),
    }),
  };
}
