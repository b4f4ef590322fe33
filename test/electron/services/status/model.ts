import type { Status } from '../../../../shared/status.ts';

/** Statuses one over another: the first shows, the others return one after another as those over them end. */
type Pile = readonly Status[];

/**
 * What a person's status should be, without requests, timers and failures. It is what the engine is held against, so it
 * says as little as possible and knows nothing of how the engine works.
 */
export interface Model {
  readonly pile: Pile;
  /** What undoing the last change brings back; null = nothing to undo. */
  readonly before: Pile | null;
}

export const EMPTY: Model = { pile: [], before: null };

const endOf = (status: Status): number => status.expiresAt ?? Infinity;
const alive = (pile: Pile, now: number): Pile => pile.filter((status) => endOf(status) > now);

/** What colleagues see. */
export const present = ({ pile: [top] }: Model, now: number): Status | null => (top && endOf(top) > now ? top : null);

/** A status is set over what there is, or all of it is cleared. */
export function afterSet(model: Model, status: Status | null, wayBack: boolean, now: number): Model {
  const before = alive(model.pile, now);
  if (!status) return { pile: [], before };
  const under = wayBack ? before.filter((other) => endOf(other) > endOf(status)) : [];
  return { pile: [status, ...under], before };
}

/** The present status ends later. What it would have outlived then does not return. */
export function afterExtend(model: Model, end: number, now: number): Model {
  const [top, ...under] = alive(model.pile, now);
  if (!top) return model;
  return {
    pile: [{ ...top, expiresAt: end }, ...under.filter((other) => endOf(other) > end)],
    before: [top, ...under],
  };
}

/** The last change is taken back; what has ended since does not come again. */
export const afterUndo = (model: Model, now: number): Model => ({ pile: alive(model.before ?? [], now), before: null });

export const afterForgetting = ({ pile, before }: Model): Model => ({ pile: pile.slice(0, 1), before });

/** Somebody else set or cleared the status: nothing of ours touches it any more. */
export const afterElsewhere = (status: Status | null): Model => ({ pile: status ? [status] : [], before: null });

/** Time has passed: what lies under an ended status has returned, unless that has ended too. */
export function afterTime(model: Model, now: number): Model {
  const [top] = model.pile;
  if (!top || endOf(top) > now) return model;
  const rest = alive(model.pile, now);
  return rest.length > 0 ? { pile: rest, before: null } : model;
}

/** What undo offers to bring back: undefined = it is not offered, null = no status. */
export function offered(model: Model, now: number): Status | null | undefined {
  const { pile, before } = model;
  const top = present(model, now);
  // What was changed has ended by itself, or what it was changed from has: there is nothing left to take back.
  if (!before || (pile.length > 0 && !top)) return undefined;
  const [back = null] = alive(before, now);
  return back || top ? back : undefined;
}
