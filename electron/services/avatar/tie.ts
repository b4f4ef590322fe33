import type { Change, StatusView } from '../../../shared/state.ts';
import type { Status } from '../../../shared/status.ts';
import type { End } from './memory.ts';

/** What is known of the status of an account. */
export interface StatusKnowledge {
  /** As the server said it; the status in it may have ended since. */
  readonly view: StatusView;
  readonly change: Change | null;
  /** The statuses that return one after another when the present one ends. */
  readonly back: readonly Status[];
  /** A change waits for the network. */
  readonly queued: boolean;
  /** Whether the token may read the status. */
  readonly readable: boolean;
}

type Tie = Extract<End, { kind: 'status' }>;

const isTied = (tie: Tie, status: Status | null): status is Status =>
  status?.emoji === tie.emoji && status.title === tie.title;

const hasEnded = (end: number | null, now: number): boolean => end !== null && end <= now;

/**
 * Whether the status a picture goes with still holds. It does so also with another end (it was extended), and while it
 * waits for the one over it to end.
 * @param now epoch milliseconds
 * @returns `unknown` while that may still turn out either way: then nothing is to be done
 */
export function tieAt(tie: Tie, status: StatusKnowledge, now: number): 'holds' | 'over' | 'unknown' {
  const { view, change, back, queued, readable } = status;
  if (queued || isUnderWay(change) || view.checking) return 'unknown';
  // Where nobody can say what holds, the end it had is all there is to go by.
  if (!view.known) return !readable && hasEnded(tie.endsAt, now) ? 'over' : 'unknown';
  const { current, checkedAt } = view;
  if (isTied(tie, current)) {
    if (!hasEnded(current.expiresAt, now)) return 'holds';
    // It may have been extended elsewhere: the server has not been asked since it ended.
    const asked = checkedAt !== null && hasEnded(current.expiresAt, checkedAt);
    if (!asked && readable) return 'unknown';
  }
  return back.some((each) => isTied(tie, each) && !hasEnded(each.expiresAt, now)) ? 'holds' : 'over';
}

/** When a tied status ends, as far as is known now: its end may have moved. */
export function endOfTie(tie: Tie, { view, back }: StatusKnowledge): number | null {
  const status = [view.known ? view.current : null, ...back].find((each) => isTied(tie, each));
  return status ? status.expiresAt : tie.endsAt;
}

/** The status a picture would go with now: the one on its way, else the present one; null = none. */
export function statusToTie({ view, change }: StatusKnowledge, now: number): Status | null {
  const status = isUnderWay(change) ? change.status : view.current;
  return status && !hasEnded(status.expiresAt, now) ? status : null;
}

const isUnderWay = (change: Change | null): change is Change =>
  change?.phase === 'pending' || change?.phase === 'waiting' || change?.phase === 'queued';
