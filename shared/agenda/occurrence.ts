import type { Deputy } from '../schemas.ts';

/**
 * Where a status comes from, highest first: by hand (here or in any other client), a planned absence, the calendar, a
 * recurring status, the presence at the computer.
 */
export const sources = ['hand', 'plan', 'calendar', 'recurring', 'presence'] as const;
export type Source = (typeof sources)[number];

/** A source that sets by itself. */
export type AutomaticSource = Exclude<Source, 'hand'>;

/** What colleagues will see, before its end is known and its away message filled in. It always comes from a preset or a form. */
export interface Content {
  readonly emoji: string;
  readonly title: string;
  readonly isAway: boolean;
  readonly awayTemplate: string | null;
  readonly deputy: Deputy | null;
}

/** One time at which something wants to set a status. */
export interface Occurrence {
  /** The same for the same occasion however often it is computed: a hand choice that took it over is kept by it. */
  readonly id: string;
  readonly source: AutomaticSource;
  /** The plan, recurrence, calendar or presence rule it comes from. */
  readonly rule: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** Epoch milliseconds, later than `start`; null = until it is over (presence), which nobody knows ahead. */
  readonly end: number | null;
  /** Within one source: the higher one wins (the calendar: out of office 2, focus 1, meeting 0). */
  readonly rank: number;
  readonly presetId: string | null;
  readonly content: Content;
}

/** Whether an occurrence holds at an instant (epoch milliseconds). */
export const isOn = ({ start, end }: Pick<Occurrence, 'start' | 'end'>, at: number): boolean =>
  start <= at && (end === null || at < end);

/** Which of two sources is the higher one: negative = `a`. */
const bySource = (a: Source, b: Source): number => sources.indexOf(a) - sources.indexOf(b);

/**
 * Which of two occurrences comes first where both hold: the higher source; in it the higher rank; of equals the one that
 * began later; of those that began together the shorter one; the id at last, so that the order never depends on chance.
 */
export function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    bySource(a.source, b.source) ||
    b.rank - a.rank ||
    b.start - a.start ||
    (a.end ?? Infinity) - (b.end ?? Infinity) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** Whether `a` is of a higher source than `b`. */
export const isHigher = (a: Source, b: Source): boolean => bySource(a, b) < 0;
