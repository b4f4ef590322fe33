import type { ChangeOutcome } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { Change } from '../../../shared/state.ts';
import type { Status } from '../../../shared/status.ts';
import { holds, type Pending, type Wanted } from './memory.ts';

/** A change as it is shown. */
export interface Asked {
  /** {@link Change.id}. */
  readonly id: number;
  readonly wanted: Wanted;
}

/** A change that is to be sent. */
export interface Job extends Asked {
  /** What was shown when it was asked for. */
  readonly over: Status | null;
  /** Nobody waits for its outcome: it was kept for later, or returns by itself. */
  readonly isLate: boolean;
  readonly settle: (result: Result<ChangeOutcome>) => void;
}

/** What held before a change; `known` is false where nobody could tell. */
export interface Basis {
  readonly status: Status | null;
  readonly known: boolean;
}

/** What a kept change is judged by. */
export const basisOf = ({ status, known }: Basis): Pending['basis'] => (known ? { status } : null);

/** A result that is none. */
export type Failure = Extract<Result<never>, { ok: false }>;

/**
 * Whether what a change was about is not there any more. What the person sets or clears counts over everything; what
 * extends, undoes or returns is about a certain status, and must not take away what somebody else set meanwhile.
 */
export const isOverTaken = ({ wanted, over }: Job, before: Basis): boolean =>
  wanted.origin !== 'person' && before.known && !holds(before.status, over);

/** Whether a change is still to come. */
export const isUnderWay = (change: Change | null): boolean =>
  change?.phase === 'pending' || change?.phase === 'waiting' || change?.phase === 'queued';
