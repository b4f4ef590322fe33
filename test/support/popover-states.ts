/**
 * The snapshots the popover is looked at in: those of `states.ts`, on Friday 20 November 2026, 13:05 in Moscow, so that
 * half a working day and a weekend lie ahead.
 */
import { appError } from '../../shared/errors.ts';
import type { Account, AppState, Change } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import { aState as aPlainState, aStatus, signedIn, type StateChoices } from './states.ts';
import * as plain from './states.ts';

export { aStatus, signedIn, type StateChoices };

/** Monday 30 November 2026, 9:00 in Moscow. */
export const MONDAY = plain.MONDAY_MORNING;

/** Friday 20 November 2026, 13:05 in Moscow. */
export const NOW = Date.UTC(2026, 10, 20, 10, 5);

export function anAccount(over: Partial<Account> = {}): Account {
  const { account } = signedIn();
  if (!account) throw new Error('the ordinary session has an account');
  return { ...account, userId: 7, ...over };
}

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
export const aChange = (over: Partial<Change> = {}): Change =>
  plain.aChange({ status: aMeeting(), presetId: 'meeting', at: NOW, ...over });

/** {@link aChange} refused by Pachca, with its own words and a request id. */
export const aFailedChange = (over: Partial<Change> = {}): Change =>
  aChange({
    phase: 'failed',
    error: appError('forbidden', { message: 'Access denied' }, 'req-4f1c'),
    ...over,
  });

/** A state at {@link NOW}: signed in, nothing set, nothing under way, English. */
export const aState = (choices: StateChoices = {}): AppState =>
  aPlainState({ now: NOW, ...choices, status: { checkedAt: NOW, ...choices.status } });
