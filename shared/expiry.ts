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
}

/** When work starts unless the person says otherwise. */
export const DEFAULT_WORK_START = { hour: 9, minute: 0 } as const;

/**
 * The instant at which a status with this rule ends, in epoch milliseconds, always later than `now`; null = never.
 * @param now epoch milliseconds
 * @throws RangeError where `timeZone` is not a zone this computer knows
 */
export function resolveExpiry(rule: ExpiryRule, now: number, context: ExpiryContext): number | null {
  switch (rule.kind) {
    case 'none':
      return null;
    case 'duration':
      return now + rule.minutes * 60_000;
    case 'endOfDay':
      return endOfDay(now, context.timeZone);
    case 'nextWeekday':
      return nextWeekday(rule.weekday, now, context);
  }
}

/** The last millisecond of the local day: the API's precision. In that very millisecond it is tomorrow's. */
function endOfDay(now: number, timeZone: string): number {
  const today = zoned(now, timeZone).toPlainDate();
  // The start of a day is not always 00:00: some zones move their clocks at midnight. Temporal knows.
  const lastMoment = (date: Temporal.PlainDate): number =>
    date.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds - 1;
  const end = lastMoment(today);
  return end > now ? end : lastMoment(today.add({ days: 1 }));
}

function nextWeekday(weekday: Weekday, now: number, { timeZone, workStart }: ExpiryContext): number {
  const today = zoned(now, timeZone).toPlainDate();
  // Strictly after today: "until Monday" said on a Monday means the next one.
  const days = ((weekday - today.dayOfWeek + 6) % 7) + 1;
  return today.add({ days }).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(workStart) })
    .epochMilliseconds;
}

function zoned(now: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
}
