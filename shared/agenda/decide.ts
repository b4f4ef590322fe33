/**
 * What holds when. One sentence a person can remember: what was set by hand and has an end is let finish; what has no end
 * may be covered and comes back. Everything automatic (planned absences, the calendar, recurring statuses, presence) is
 * decided here, as a pure function of what is known; the status engine carries it out like any other change.
 */
import { compareOccurrences, isHigher, isOn, type Occurrence, type Source } from './occurrence.ts';

/** What holds now, as the server has it. */
export interface Held {
  /** When it ends, in epoch milliseconds; null = it has no end. */
  readonly end: number | null;
  readonly isAway: boolean;
  /** Who set it. A status that was set elsewhere counts as by hand. */
  readonly by: Source;
  /** The occurrence it was set for; null = by hand. */
  readonly occurrence: string | null;
}

/** All that the decision depends on. */
export interface Situation {
  /** Epoch milliseconds, by the server's clock. */
  readonly now: number;
  /** Those that could matter: nothing that has ended needs to be here. Off and paused ones are not. */
  readonly occurrences: readonly Occurrence[];
  /** Null = no status. */
  readonly held: Held | null;
  /** Ids of the occurrences that a hand choice took over. */
  readonly takenOver: ReadonlySet<string>;
}

/** Why an occurrence does not set its status, or not yet. */
export type Reason =
  /** By hand something was set that has an end: it is let finish. */
  | 'hand-has-end'
  /** An Away status without an end covers everything but a planned absence. */
  | 'open-leave'
  /** Somebody cleared or replaced it by hand. */
  | 'taken-over'
  /** A higher source, a higher rank or a later beginning goes before it. */
  | 'outranked'
  /** Its own status already holds. */
  | 'holds';

/** What to do next. */
export type Decision = {
  /** When to look again at the latest, in epoch milliseconds; null = nothing is ahead. */
  readonly again: number | null;
} & (
  | { readonly kind: 'nothing' }
  /** Set the status of an occurrence, until its end. `changed` = it holds already, with another end. */
  | { readonly kind: 'set'; readonly occurrence: Occurrence; readonly changed: boolean }
  /** What holds was set for an occasion that is off now: go back to what was there before, or to nothing. */
  | { readonly kind: 'end'; readonly occurrence: string }
);

/** Two ends this close are the same, in milliseconds: a server may keep whole seconds. */
const END_TOLERANCE = 1_000;

/** The first of those that hold at an instant and were not taken over; null = none. */
export function firstOn(
  occurrences: readonly Occurrence[],
  takenOver: ReadonlySet<string>,
  at: number,
): Occurrence | null {
  let first: Occurrence | null = null;
  for (const each of occurrences) {
    if (!isOn(each, at) || takenOver.has(each.id)) continue;
    if (!first || compareOccurrences(each, first) < 0) first = each;
  }
  return first;
}

/** Why `occurrence` may not take the place of what holds; null = it may. */
function guard(occurrence: Occurrence, held: Held | null): Reason | null {
  if (!held) return null;
  if (held.end !== null && isHigher(held.by, occurrence.source))
    return held.by === 'hand' ? 'hand-has-end' : 'outranked';
  if (held.by !== 'hand' || held.end !== null) return null;
  return held.isAway && occurrence.source !== 'plan' ? 'open-leave' : null;
}

/** Decides. Of the same situation always the same comes, and carrying it out leads to a situation where nothing is to do. */
export function decide({ now, occurrences, held: shown, takenOver }: Situation): Decision {
  const held = shown && (shown.end === null || shown.end > now) ? shown : null;
  const first = firstOn(occurrences, takenOver, now);
  const again = nextLook(occurrences, held, now);

  const ownId = held?.occurrence ?? null;
  if (ownId !== null && first?.id === ownId) {
    if (sameEnd(held?.end ?? null, first.end)) return { kind: 'nothing', again };
    return { kind: 'set', occurrence: first, changed: true, again };
  }
  const own = occurrences.find(({ id }) => id === ownId);
  const isOff = !own || !isOn(own, now) || takenOver.has(own.id);
  if (ownId !== null && isOff) {
    // Its event was moved, cancelled, switched off or given up: it has no claim any more, whatever its end.
    if (first) return { kind: 'set', occurrence: first, changed: false, again };
    return { kind: 'end', occurrence: ownId, again };
  }
  // An automatic one that still holds is not first any more only because something goes before it.
  if (first && guard(first, held) === null) return { kind: 'set', occurrence: first, changed: false, again };
  return { kind: 'nothing', again };
}

/** The next edge at which the decision could be another one. */
function nextLook(occurrences: readonly Occurrence[], held: Held | null, now: number): number | null {
  let next = held?.end ?? Infinity;
  for (const { start, end } of occurrences) {
    if (start > now) next = Math.min(next, start);
    else if (end !== null && end > now) next = Math.min(next, end);
  }
  return next === Infinity ? null : next;
}

const sameEnd = (a: number | null, b: number | null): boolean =>
  a === b || b === null || (a !== null && Math.abs(a - b) <= END_TOLERANCE);

/** Why an occurrence that is on does not hold now; null = its turn has come (or it is not on). */
export function whyNot(occurrence: Occurrence, { now, occurrences, held, takenOver }: Situation): Reason | null {
  if (!isOn(occurrence, now)) return null;
  if (held?.occurrence === occurrence.id) return 'holds';
  if (takenOver.has(occurrence.id)) return 'taken-over';
  const present = held && (held.end === null || held.end > now) ? held : null;
  const guarded = guard(occurrence, present);
  if (guarded !== null) return guarded;
  return firstOn(occurrences, takenOver, now)?.id === occurrence.id ? null : 'outranked';
}
