import { describe, expect, test } from 'vitest';
import { afterFailure, cardView, doingText, doneText, notDoneText } from '../../../renderer/view/home.ts';
import { appError } from '../../../shared/errors.ts';
import { messages } from '../../../shared/i18n/index.ts';
import {
  aChange,
  aFailedChange,
  aMeeting,
  aState,
  aStatus,
  MONDAY,
  NOW,
  signedIn,
} from '../../support/popover-states.ts';

const { home } = messages('en');
const offline = appError('offline', { reason: 'ENOTFOUND' });

describe('the card of the current status', () => {
  test('shows what colleagues see', () => {
    expect(cardView(aState({ status: { current: aStatus() } }), NOW)).toEqual({ kind: 'current', status: aStatus() });
    expect(cardView(aState(), NOW)).toEqual({ kind: 'current', status: null });
  });

  test('does not show a status as current from the moment it ends, even before the next snapshot', () => {
    const state = aState({ status: { current: aStatus() } });
    expect(cardView(state, MONDAY - 1)).toEqual({ kind: 'current', status: aStatus() });
    expect(cardView(state, MONDAY)).toEqual({ kind: 'current', status: null });
  });

  test.each(['pending', 'waiting', 'queued'] as const)('shows a %s change and what is seen until then', (phase) => {
    const change = aChange({ phase, retryAt: phase === 'waiting' ? NOW + 5000 : null });
    const state = aState({ status: { current: aStatus() }, change });
    expect(cardView(state, NOW)).toEqual({ kind: 'changing', change, before: aStatus() });
  });

  test('claims nothing about what is seen until then when that is not known', () => {
    const state = aState({ status: { known: false }, change: aChange() });
    expect(cardView(state, NOW)).toMatchObject({ kind: 'changing', before: undefined });
  });

  test('keeps what was known when asking again failed', () => {
    const state = aState({ status: { current: aMeeting(), error: offline } });
    expect(cardView(state, NOW)).toEqual({ kind: 'current', status: aMeeting() });
  });

  test('tells loading, not allowed to read, and not read apart', () => {
    const unknown = { known: false, checkedAt: null };
    expect(cardView(aState({ status: unknown }), NOW).kind).toBe('loading');
    expect(cardView(aState({ status: { ...unknown, error: offline } }), NOW)).toEqual({
      kind: 'not-read',
      error: offline,
    });
    const session = signedIn({ scopes: ['profile_status:write'] });
    expect(cardView(aState({ status: unknown, session }), NOW).kind).toBe('unreadable');
    expect(cardView(aState({ status: unknown, session: { ...session, checked: false } }), NOW).kind).toBe('loading');
  });
});

describe('what was done', () => {
  const set = aState({ change: aChange({ status: aStatus(), phase: 'done' }) });

  test('is said with its end, for ten seconds', () => {
    expect(doneText(set, NOW)).toBe('🏖️\u00a0On vacation until Mon 30 Nov, 9:00');
    expect(doneText(set, NOW + 9_999)).not.toBeNull();
    expect(doneText(set, NOW + 10_000)).toBeNull();
  });

  test('is said for a cleared status too', () => {
    expect(doneText(aState({ change: aChange({ status: null, phase: 'done' }) }), NOW)).toBe('Status cleared');
  });

  test.each([
    ['extend', 'Extended: 📅\u00a0In a meeting until 14:05'],
    ['undo', 'Undone: 📅\u00a0In a meeting until 14:05'],
    ['wayBack', 'Back to 📅\u00a0In a meeting until 14:05'],
  ] as const)('is said as what it was: %s', (origin, text) => {
    expect(doneText(aState({ change: aChange({ origin, phase: 'done' }) }), NOW)).toBe(text);
  });

  test('is said of an undo that leaves no status', () => {
    const change = aChange({ origin: 'undo', status: null, phase: 'done' });
    expect(doneText(aState({ change }), NOW)).toBe('Undone: no status');
  });

  test.each(['pending', 'waiting', 'queued', 'failed'] as const)('is not said of a change that is %s', (phase) => {
    expect(doneText(aState({ change: aChange({ phase }) }), NOW)).toBeNull();
  });
});

describe('after a failed change', () => {
  test('colleagues still see what was there when the server refused it', () => {
    const change = aFailedChange();
    expect(afterFailure(aState({ change }), change)).toBe(home.stillShown);
  });

  test('nobody can say so when the answer got lost', () => {
    const change = aFailedChange({ error: appError('timeout', { seconds: 10 }) });
    expect(afterFailure(aState({ change, status: { checkedAt: NOW - 1 } }), change)).toBe(home.mayBeSet);
    expect(afterFailure(aState({ change, status: { checkedAt: NOW + 1, error: offline } }), change)).toBe(
      home.mayBeSet,
    );
  });

  test('it is said that the status was checked again only when it was', () => {
    const change = aFailedChange({ error: appError('timeout', { seconds: 10 }) });
    expect(afterFailure(aState({ change, status: { checkedAt: NOW + 1 } }), change)).toBe(home.mayBeSetChecked);
  });
});

describe('a change is named by what it does', () => {
  test.each([
    ['person', 'Sending…', '“In a meeting” was not set'],
    ['extend', 'Extending…', '“In a meeting” was not extended'],
    ['undo', 'Undoing…', 'The last change was not undone'],
    ['wayBack', 'Going back…', '“In a meeting” did not come back'],
  ] as const)('%s', (origin, doing, notDone) => {
    const change = aChange({ origin });
    expect(doingText(aState(), change)).toBe(doing);
    expect(notDoneText(aState(), change)).toBe(notDone);
  });

  test('clearing', () => {
    const change = aChange({ status: null });
    expect(doingText(aState(), change)).toBe('Clearing…');
    expect(notDoneText(aState(), change)).toBe('The status was not cleared');
  });
});
