import type { AppState, Change, StatusView } from '../../../shared/state.ts';
import type { Status } from '../../../shared/status.ts';

/** What one account shows of its status. */
export interface StatusFacts {
  readonly status: StatusView;
  readonly change: Change | null;
  readonly undo: AppState['undo'];
  readonly wayBack: Status | null;
  readonly endsSoon: boolean;
  /** Milliseconds from the computer's clock to the server's, by which ends are judged; 0 = taken for the same. */
  readonly clockOffset: number;
}

/** A status that nobody has asked the server for yet. */
export const UNKNOWN_STATUS: StatusView = {
  known: false,
  current: null,
  source: null,
  checkedAt: null,
  checking: false,
  error: null,
};

/** Nothing known, nothing under way. */
export const NO_FACTS: StatusFacts = {
  status: UNKNOWN_STATUS,
  change: null,
  undo: null,
  wayBack: null,
  endsSoon: false,
  clockOffset: 0,
};
