import type { WallTime, Weekday } from '../expiry.ts';
import type { Content, Occurrence } from './occurrence.ts';
import { dateAt, wallInstant } from './wall-clock.ts';

/** A status that comes again: on weekdays, between two times on the clock of a named zone. */
export interface Recurring {
  readonly id: string;
  readonly presetId: string | null;
  readonly content: Content;
  readonly weekdays: readonly Weekday[];
  readonly from: WallTime;
  /** Not later than `from` = on the next morning. */
  readonly to: WallTime;
  /** 1 = every week, 2 = every second one, counted from the week of `firstDay`. */
  readonly everyWeeks: 1 | 2;
  /** The first date it may come on, such as `2026-11-25`. */
  readonly firstDay: string;
  /** The last one; null = no last one. */
  readonly lastDay: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** Dates on which it does not come. */
  readonly except: readonly string[];
  readonly enabled: boolean;
}

/** No span of days that is asked for is longer than this: two months of a calendar view, and room. */
const LONGEST_LOOK = 100;

const minutes = ({ hour, minute }: WallTime): number => hour * 60 + minute;

/**
 * The times of a recurring status that touch the span from `from` to `to` (epoch milliseconds), in order.
 *
 * They are intervals of the wall clock: 13:00 is 13:00 on every day, also where the clocks move in between. One that the
 * clocks skip altogether does not come.
 */
export function recurringOccurrences(rule: Recurring, from: number, to: number): readonly Occurrence[] {
  if (!rule.enabled) return [];
  const { timeZone } = rule;
  const found: Occurrence[] = [];
  const last = dateAt(to, timeZone);
  // One that began yesterday may last over midnight.
  let date = dateAt(from, timeZone).subtract({ days: 1 });
  for (let day = 0; day <= LONGEST_LOOK && Temporal.PlainDate.compare(date, last) <= 0; day += 1) {
    if (comesOn(rule, date)) {
      const overMidnight = minutes(rule.to) <= minutes(rule.from);
      const start = wallInstant(date, rule.from, timeZone);
      const end = wallInstant(overMidnight ? date.add({ days: 1 }) : date, rule.to, timeZone);
      if (end > start && end > from && start < to) found.push(occurrence(rule, date, start, end));
    }
    date = date.add({ days: 1 });
  }
  return found;
}

/** Whether it comes on a date, exceptions counted. */
export function comesOn(rule: Recurring, date: Temporal.PlainDate): boolean {
  const day = date.toString();
  // ISO dates are in the order of their texts.
  if (day < rule.firstDay || (rule.lastDay !== null && day > rule.lastDay)) return false;
  if (!rule.weekdays.includes(date.dayOfWeek as Weekday) || rule.except.includes(day)) return false;
  return weeksBetween(Temporal.PlainDate.from(rule.firstDay), date) % rule.everyWeeks === 0;
}

/** Whole weeks between the weeks (Monday to Sunday, ISO 8601) of two dates. */
function weeksBetween(first: Temporal.PlainDate, date: Temporal.PlainDate): number {
  const monday = (each: Temporal.PlainDate) => each.subtract({ days: each.dayOfWeek - 1 });
  return monday(first).until(monday(date), { largestUnit: 'days' }).days / 7;
}

const occurrence = (rule: Recurring, date: Temporal.PlainDate, start: number, end: number): Occurrence => ({
  id: `recurring:${rule.id}:${date.toString()}`,
  source: 'recurring',
  rule: rule.id,
  start,
  end,
  rank: 0,
  presetId: rule.presetId,
  content: rule.content,
});
