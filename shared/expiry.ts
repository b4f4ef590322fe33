import { appError } from './errors.ts';
import { fail, ok, type Result } from './result.ts';
/**
 * When a status ends, as a rule that is resolved to an instant at the moment it is applied.
 *
 * A rule is a value rather than a date so that a preset keeps meaning "until Monday" whenever it is clicked. All
 * calendar arithmetic is done in a named zone with Temporal: "2 hours" is 120 minutes across a clock change, "end of
 * day" is the last moment of that local day also on the day the clocks move.
 */
export type ExpiryRule =
  /** Until it is cleared. */
  | { readonly kind: 'none' }
  /** A number of exact minutes from now. */
  | { readonly kind: 'duration'; readonly minutes: number }
  /** The last moment of today. */
  | { readonly kind: 'endOfDay' }
  /** The end of work today, or of the next day where today's has passed. */
  | { readonly kind: 'endOfWorkDay' }
  /** The start of work tomorrow. */
  | { readonly kind: 'tomorrowMorning' }
  /** The last moment of the week, which ends before its first day begins anew. */
  | { readonly kind: 'endOfWeek' }
  /** The start of work on the next such weekday after today. 1 = Monday … 7 = Sunday (ISO 8601). */
  | { readonly kind: 'nextWeekday'; readonly weekday: Weekday }
  /** A time today. */
  | { readonly kind: 'time'; readonly hour: number; readonly minute: number }
  /** A day, ISO 8601: the end of the last day away, or the start of work on the first day back. */
  | { readonly kind: 'date'; readonly date: string; readonly means: 'lastDayAway' | 'firstDayBack' }
  /** A day and a time on it. */
  | { readonly kind: 'dateTime'; readonly date: string; readonly hour: number; readonly minute: number };

/** ISO 8601 day of the week: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a rule needs to know besides the time. */
export interface ExpiryContext {
  /** IANA name of the zone the person lives in. */
  readonly timeZone: string;
  /** When work starts, as local wall time. */
  readonly workStart: { readonly hour: number; readonly minute: number };
  /** When work ends, as local wall time. */
  readonly workEnd: { readonly hour: number; readonly minute: number };
  /** The first day of the week. */
  readonly weekStart: Weekday;
}

export const DEFAULT_WORK_START = { hour: 9, minute: 0 } as const;
export const DEFAULT_WORK_END = { hour: 18, minute: 0 } as const;

export function resolveExpiry(rule: ExpiryRule, now: number, context: ExpiryContext): Result<number | null> {
  const { timeZone, workStart, workEnd, weekStart } = context;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = (date: Temporal.PlainDate, time: { hour: number; minute: number }): number =>
    date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  const endOf = (date: Temporal.PlainDate): number =>
    date.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds - 1;
  const ahead = (end: number): Result<number | null> => (end > now ? ok(end) : fail(appError('end_in_past', {})));
  switch (rule.kind) {
    case 'none':
      return ok(null);
    case 'duration':
      return ok(now + rule.minutes * 60_000);
    case 'endOfDay':
      return ahead(endOf(today));
    case 'endOfWorkDay': {
      const end = at(today, workEnd);
      return ahead(end > now ? end : at(today.add({ days: 1 }), workEnd));
    }
    case 'tomorrowMorning':
      return ahead(at(today.add({ days: 1 }), workStart));
    case 'endOfWeek':
      return ahead(endOf(today.add({ days: 6 - ((today.dayOfWeek - weekStart + 7) % 7) })));
    case 'nextWeekday':
      return ahead(at(today.add({ days: ((rule.weekday - today.dayOfWeek + 6) % 7) + 1 }), workStart));
    case 'time':
      return ahead(at(today, rule));
    case 'date': {
      const date = Temporal.PlainDate.from(rule.date);
      return ahead(rule.means === 'lastDayAway' ? endOf(date) : at(date, workStart));
    }
    case 'dateTime':
      return ahead(at(Temporal.PlainDate.from(rule.date), rule));
  }
}
