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
  /** A number of exact minutes from now, a whole one from 1 on. */
  | { readonly kind: 'duration'; readonly minutes: number }
  /** The last moment of today. */
  | { readonly kind: 'endOfDay' }
  /** When work ends: today, or tomorrow once today's has passed, so that a preset's click always works. */
  | { readonly kind: 'endOfWorkDay' }
  /** When work starts tomorrow. */
  | { readonly kind: 'tomorrowMorning' }
  /** The last moment of the last day of this week. Where weeks start on Monday, that is on a Sunday that Sunday. */
  | { readonly kind: 'endOfWeek' }
  /** The start of work on the next such weekday, strictly after today. */
  | { readonly kind: 'nextWeekday'; readonly weekday: Weekday }
  /** A time today. */
  | ({ readonly kind: 'time' } & WallTime)
  /** A date (`2026-12-10`): its last moment, or the start of work on it. */
  | { readonly kind: 'date'; readonly date: string; readonly means: DateMeaning }
  /** A time on a date (`2026-12-10`). */
  | ({ readonly kind: 'dateTime' } & LocalMoment);

/** Whether a date is the last one away or the first one back. */
export type DateMeaning = 'lastDayAway' | 'firstDayBack';

/** ISO 8601 day of the week: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A time on the clock on the wall: 0–23 and 0–59. */
export interface WallTime {
  readonly hour: number;
  readonly minute: number;
}

/** A date such as `2026-12-10` and a time, as the fields of a form have them. */
export interface LocalMoment extends WallTime {
  readonly date: string;
}

/** The person's hours and weeks. */
export interface WorkWeek {
  /** When work starts, as local wall time. */
  readonly workStart: WallTime;
  /** When work ends; earlier than its start means the next morning. */
  readonly workEnd: WallTime;
  readonly weekStart: Weekday;
}

/** What a rule needs to know besides the time. */
export interface ExpiryContext extends WorkWeek {
  /** IANA name of the zone the person lives in. */
  readonly timeZone: string;
}

/** When work starts unless the person says otherwise. */
export const DEFAULT_WORK_START: WallTime = { hour: 9, minute: 0 };

/** When work ends unless the person says otherwise. */
export const DEFAULT_WORK_END: WallTime = { hour: 18, minute: 0 };

/** Longest length of time a rule may have: a year, in minutes. */
export const LONGEST_DURATION = 366 * 24 * 60;

const MONDAY = 1;

/** The ends offered with one click, in this order. */
export const quickRules: readonly ExpiryRule[] = [
  { kind: 'duration', minutes: 30 },
  { kind: 'duration', minutes: 60 },
  { kind: 'duration', minutes: 120 },
  { kind: 'duration', minutes: 240 },
  { kind: 'endOfDay' },
  { kind: 'endOfWorkDay' },
  { kind: 'tomorrowMorning' },
  { kind: 'endOfWeek' },
  { kind: 'nextWeekday', weekday: MONDAY },
  { kind: 'none' },
];

/** Whether a rule names one day for ever, which a preset cannot. */
export const isFixed = (rule: ExpiryRule): boolean => rule.kind === 'date' || rule.kind === 'dateTime';

/** Whether two rules mean the same at every moment because they are the same. */
export function sameRule(a: ExpiryRule, b: ExpiryRule): boolean {
  const fields = Object.entries(a);
  const others = new Map<string, unknown>(Object.entries(b));
  return fields.length === others.size && fields.every(([name, value]) => others.get(name) === value);
}

/**
 * The instant at which a status with this rule ends, in epoch milliseconds, always later than `now`; null = never.
 *
 * A time that the clocks skip on that day is as much later as they jump (2:30 becomes 3:30). Of a time that comes twice
 * the first one that lies ahead is meant.
 * @param now epoch milliseconds
 * @returns `end_in_past` for a moment that is not later than now; `bad_input` for a rule that names no moment: a date or
 * time that does not exist, a length that is not a whole number of minutes, an unknown zone
 */
export function resolveExpiry(rule: ExpiryRule, now: number, context: ExpiryContext): Result<number | null> {
  let end: number | null;
  try {
    end = resolve(rule, now, context);
  } catch (error) {
    // Temporal's way to say that there is no such date, time or zone.
    if (!(error instanceof RangeError)) throw error;
    return fail(appError('bad_input', { field: 'expiry', reason: error.message }));
  }
  return end !== null && end <= now ? fail(appError('end_in_past', {})) : ok(end);
}

/** @throws RangeError where the rule names no moment */
function resolve(rule: ExpiryRule, now: number, context: ExpiryContext): number | null {
  const { timeZone, workStart, workEnd } = context;
  const dayAfter = (days: number) => zoned(now, timeZone).toPlainDate().add({ days });
  switch (rule.kind) {
    case 'none':
      return null;
    case 'duration':
      return afterMinutes(rule.minutes, now);
    case 'endOfDay':
      return nextLastMoment(dayAfter(0), 1, now, timeZone);
    case 'endOfWorkDay': {
      const today = moment(dayAfter(0), workEnd, now, timeZone);
      return today > now ? today : moment(dayAfter(1), workEnd, now, timeZone);
    }
    case 'tomorrowMorning':
      return moment(dayAfter(1), workStart, now, timeZone);
    case 'endOfWeek': {
      const today = dayAfter(0);
      const daysLeft = (context.weekStart - today.dayOfWeek + 6) % 7;
      return nextLastMoment(today.add({ days: daysLeft }), 7, now, timeZone);
    }
    case 'nextWeekday':
      return moment(dayAfter(daysUntilWeekday(rule.weekday, now, timeZone)), workStart, now, timeZone);
    case 'time':
      return moment(dayAfter(0), rule, now, timeZone);
    case 'date': {
      const date = plainDate(rule.date);
      return rule.means === 'lastDayAway' ? lastMoment(date, timeZone) : moment(date, workStart, now, timeZone);
    }
    case 'dateTime':
      return moment(plainDate(rule.date), rule, now, timeZone);
  }
}

/** How many days from today the next such weekday is: 1 to 7, because "until Monday" said on a Monday means the next one. */
export function daysUntilWeekday(weekday: Weekday, now: number, timeZone: string): number {
  return ((weekday - zoned(now, timeZone).dayOfWeek + 6) % 7) + 1;
}

/** The date and the time that clocks in a zone show at an instant, seconds dropped. */
export function localMoment(at: number, timeZone: string): LocalMoment {
  const local = zoned(at, timeZone);
  return { date: local.toPlainDate().toString(), hour: local.hour, minute: local.minute };
}

/**
 * The rule with another date and the same time of day: what a date field does. What ends with the last moment of a day,
 * or when work starts on a date, does so on the new date as well; what has no end gets the last moment of the date.
 * @param date such as `2026-12-10`; one that does not exist is reported when the rule is resolved
 * @param now epoch milliseconds
 */
export function changeDate(rule: ExpiryRule, date: string, now: number, context: ExpiryContext): ExpiryRule {
  switch (rule.kind) {
    case 'none':
    case 'endOfDay':
    case 'endOfWeek':
      return { kind: 'date', date, means: 'lastDayAway' };
    case 'date':
      return { ...rule, date };
    case 'time':
    case 'dateTime':
      // The time that was asked for, which may not be the one that it came to where the clocks skip it.
      return { kind: 'dateTime', date, hour: rule.hour, minute: rule.minute };
    case 'tomorrowMorning':
    case 'nextWeekday':
      return { kind: 'dateTime', date, ...context.workStart };
    case 'endOfWorkDay':
      return { kind: 'dateTime', date, ...context.workEnd };
    case 'duration': {
      const { hour, minute } = fieldsOf(rule, now, context);
      return { kind: 'dateTime', date, hour, minute };
    }
  }
}

/**
 * The rule with another time on the same date: what a time field does. What has no end gets the time today.
 * @param now epoch milliseconds
 */
export function changeTime(rule: ExpiryRule, time: WallTime, now: number, context: ExpiryContext): ExpiryRule {
  const { hour, minute } = time;
  return { kind: 'dateTime', date: fieldsOf(rule, now, context).date, hour, minute };
}

/**
 * What a date field and a time field show for a rule: the moment it comes to, or the one it names where that has passed
 * or does not exist; now, where it has no end.
 * @param now epoch milliseconds
 */
export function fieldsOf(rule: ExpiryRule, now: number, context: ExpiryContext): LocalMoment {
  if (rule.kind === 'dateTime') return { date: rule.date, hour: rule.hour, minute: rule.minute };
  const today = localMoment(now, context.timeZone);
  if (rule.kind === 'time') return { date: today.date, hour: rule.hour, minute: rule.minute };
  if (rule.kind === 'date') {
    return { date: rule.date, ...(rule.means === 'firstDayBack' ? context.workStart : { hour: 23, minute: 59 }) };
  }
  const end = resolveExpiry(rule, now, context);
  return end.ok && end.value !== null ? localMoment(end.value, context.timeZone) : today;
}

/** @throws RangeError where `minutes` is not a whole number from 1 on, or leads beyond the end of time */
function afterMinutes(minutes: number, now: number): number {
  if (!Number.isSafeInteger(minutes) || minutes < 1) throw new RangeError(`not a length in minutes: ${minutes}`);
  return Temporal.Instant.fromEpochMilliseconds(now).add({ minutes }).epochMilliseconds;
}

/** @throws RangeError where it is not a date in the form `2026-12-10` */
function plainDate(date: string): Temporal.PlainDate {
  // Temporal reads more than that: times, zones and calendars, which would be dropped without a word.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a date: ${date}`);
  return Temporal.PlainDate.from(date);
}

/**
 * When a local time comes on a date, in epoch milliseconds. One that is skipped comes after the jump; of two, the first
 * later than `now`, or the last.
 */
function moment(date: Temporal.PlainDate, { hour, minute }: WallTime, now: number, timeZone: string): number {
  const time = Temporal.PlainTime.from({ hour, minute }, { overflow: 'reject' });
  const local = date.toPlainDateTime(time);
  const first = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  return first > now ? first : local.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
}

/** The last millisecond (the API's precision) of a date; in that very millisecond, of the one `days` later. */
function nextLastMoment(date: Temporal.PlainDate, days: number, now: number, timeZone: string): number {
  const end = lastMoment(date, timeZone);
  return end > now ? end : lastMoment(date.add({ days }), timeZone);
}

function lastMoment(date: Temporal.PlainDate, timeZone: string): number {
  // The start of a day is not always 00:00: some zones move their clocks at midnight. Temporal knows.
  return date.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds - 1;
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}
