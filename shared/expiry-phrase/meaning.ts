import {
  daysUntilWeekday,
  DEFAULT_WORK_END,
  DEFAULT_WORK_START,
  LONGEST_DURATION,
  type ExpiryContext,
  type ExpiryRule,
  type WallTime,
  type Weekday,
} from '../expiry.ts';
import { datesOf, daysLeftInWeek, type Present } from './calendar.ts';
import type { CalendarPeriod, Clock, Day, Length, Reading } from './reading.ts';

/** What a reading comes to when it is said at a certain moment. */
export interface Meaning {
  readonly rule: ExpiryRule;
  /** What may have been meant where that has passed: as likely as what other readings come to. */
  readonly instead: readonly ExpiryRule[];
  /** The way out where all that was said has passed: the next such moment. */
  readonly next: readonly ExpiryRule[];
}

/**
 * The rules a reading stands for: none where there is no such day, two where the language leaves it open ("next
 * Friday" on a Monday).
 * @param now epoch milliseconds
 */
export function meaningsOf(reading: Reading, now: number, context: ExpiryContext): readonly Meaning[] {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(context.timeZone);
  const present: Present = { today: local.toPlainDate(), clock: local.toPlainTime(), now, context };
  switch (reading.kind) {
    case 'none':
      return [only({ kind: 'none' })];
    case 'ago':
      return [only(dateTime(present.today.subtract({ days: 1 }), 0, 0))];
    case 'next':
      return reading.period === 'week' ? nextWeek(present) : [only(until(startOfNext(reading.period, present)))];
    case 'duration':
      return [only(lengthRule(reading, local))];
    case 'halfDay':
      return halfDay(context);
    case 'weekend':
      return weekend(reading.over, present);
    case 'endOf':
      return endOf(reading, present);
    case 'moment': {
      const { day, clock, through } = reading;
      if (!day) return clock ? timeAlone(clock, present) : [];
      if (clock) return timeOnDay(day, clock, present);
      return through ? lastDay(day, present) : firstDay(day, present);
    }
  }
}

const only = (rule: ExpiryRule, next: readonly ExpiryRule[] = []): Meaning => ({ rule, instead: [], next });
const until = (date: Temporal.PlainDate): ExpiryRule => ({
  kind: 'date',
  date: date.toString(),
  means: 'firstDayBack',
});
const through = (date: Temporal.PlainDate): ExpiryRule => ({
  kind: 'date',
  date: date.toString(),
  means: 'lastDayAway',
});
const time = (hour: number, minute: number): ExpiryRule => ({ kind: 'time', hour, minute });
const dateTime = (date: Temporal.PlainDate, hour: number, minute: number): ExpiryRule => ({
  kind: 'dateTime',
  date: date.toString(),
  hour,
  minute,
});

/** Minutes are counted on, and so are days of 24 hours; months are the calendar's. */
function lengthRule({ minutes, months }: Length, local: Temporal.ZonedDateTime): ExpiryRule {
  if (months === 0) return { kind: 'duration', minutes };
  const end = local.toPlainDateTime().add({ months }).add({ minutes });
  const whole = local.until(end.toZonedDateTime(local.timeZoneId)).total('minutes');
  // It stays a length, so that it is refused as one.
  if (whole > LONGEST_DURATION) return { kind: 'duration', minutes: Math.floor(whole) };
  return dateTime(end.toPlainDate(), end.hour, end.minute);
}

/** Of the hours of work, or of the clock. */
function halfDay({ workStart, workEnd }: ExpiryContext): readonly Meaning[] {
  const minutesOf = ({ hour, minute }: WallTime) => hour * 60 + minute;
  const work = (minutesOf(workEnd) - minutesOf(workStart) + 24 * 60) % (24 * 60);
  const lengths = [Math.round(work / 2), 12 * 60].filter((minutes) => minutes > 0);
  return lengths.map((minutes) => only({ kind: 'duration', minutes }));
}

/** A day alone, or with "until": it begins, or rather work does, because nobody is back at midnight. */
function firstDay(day: Day, present: Present): readonly Meaning[] {
  if (day.kind === 'today') return [];
  if (day.kind === 'tomorrow') return [only({ kind: 'tomorrowMorning' })];
  return datesOf(day, present).map((date) =>
    only(comingWeekday(day, date, present) ?? until(date), nextDays(day, date, present, until)),
  );
}

/** A day that is included: "through Friday", "по пятницу". */
function lastDay(day: Day, present: Present): readonly Meaning[] {
  if (day.kind === 'today') return [only({ kind: 'endOfDay' })];
  const dates = datesOf(day, present);
  // "Through Friday" said on a Friday: today, or for another week?
  const todayToo = day.kind === 'weekday' && day.which === null && present.today.dayOfWeek === day.weekday;
  return [...(todayToo ? [present.today] : []), ...dates].map((date) =>
    only(through(date), nextDays(day, date, present, through)),
  );
}

/** Where a day has passed: the end of it, if it is today, and the next one of its name. */
function nextDays(
  day: Day,
  date: Temporal.PlainDate,
  present: Present,
  rule: (date: Temporal.PlainDate) => ExpiryRule,
): readonly ExpiryRule[] {
  const { today } = present;
  const rest: readonly ExpiryRule[] = date.equals(today) ? [{ kind: 'endOfDay' }] : [];
  if (day.kind === 'weekday') {
    const [coming] = datesOf({ ...day, which: null }, present);
    return coming ? [...rest, comingWeekday({ ...day, which: null }, coming, present) ?? rule(coming)] : rest;
  }
  if (day.kind === 'date' && day.year !== null && rest.length === 0) {
    return datesOf({ ...day, year: null, weekday: null }, present).map(rule);
  }
  return rest;
}

/** A weekday within the next seven days stays a rule about weekdays, which a preset can keep. */
function comingWeekday(day: Day, date: Temporal.PlainDate, { today, now, context }: Present): ExpiryRule | null {
  if (day.kind !== 'weekday') return null;
  const isComing = today.until(date).days === daysUntilWeekday(day.weekday, now, context.timeZone);
  return isComing ? { kind: 'nextWeekday', weekday: day.weekday } : null;
}

/** Work starts again on its first day, or on Monday: the same, but not where weeks start on another day. */
function nextWeek(present: Present): readonly Meaning[] {
  const { today, context } = present;
  const first = today.add({ days: daysLeftInWeek(present) + 1 });
  const monday = first.add({ days: (8 - context.weekStart) % 7 });
  return [first, monday].map((date) =>
    only(today.until(date).days <= 7 ? { kind: 'nextWeekday', weekday: date.dayOfWeek as Weekday } : until(date)),
  );
}

/** The first day of the next month, quarter or year. */
function startOfNext(period: Exclude<CalendarPeriod, 'week'>, { today }: Present): Temporal.PlainDate {
  const first = today.with({ day: 1 });
  switch (period) {
    case 'month':
      return first.add({ months: 1 });
    case 'quarter':
      return first.add({ months: 3 - ((today.month - 1) % 3) });
    case 'year':
      return first.with({ month: 1 }).add({ years: 1 });
  }
}

/** The days off, Saturday and Sunday: "until" them is while there is work, "after" them is when there is again. */
function weekend(over: boolean, { today }: Present): readonly Meaning[] {
  if (over) return [only({ kind: 'nextWeekday', weekday: 1 })];
  const friday = today.add({ days: (5 - today.dayOfWeek + 7) % 7 });
  // It has begun.
  if (today.dayOfWeek > 5) return [only(through(today.subtract({ days: 1 })), [through(friday)])];
  return [only(through(friday))];
}

const MORNING_FROM = 4;
const NOON = 12;
const EVENING_FROM = 16;

/** Work starts in the morning for most people; for a night shift the morning is everybody's. */
const morningOf = ({ workStart }: ExpiryContext): WallTime =>
  workStart.hour >= MORNING_FROM && workStart.hour < NOON ? workStart : DEFAULT_WORK_START;
/** Work ends in the evening for most people. */
const eveningOf = ({ workEnd }: ExpiryContext): WallTime => (workEnd.hour >= EVENING_FROM ? workEnd : DEFAULT_WORK_END);

function timeAlone(clock: Clock, present: Present): readonly Meaning[] {
  const { today, context } = present;
  const tomorrow = today.add({ days: 1 });
  const { hour, minute, either } = hoursOf(clock, context);
  switch (clock.kind) {
    case 'morning':
      // The next one. At two in the night it is today's.
      if (isAhead(hour, minute, present)) return [only(time(hour, minute))];
      return [
        only(morningOf(context) === context.workStart ? { kind: 'tomorrowMorning' } : dateTime(tomorrow, hour, minute)),
      ];
    case 'workEnd':
      return [only({ kind: 'endOfWorkDay' })];
    case 'evening':
      if (!isAhead(hour, minute, present)) break;
      return [only(eveningOf(context) === context.workEnd ? { kind: 'endOfWorkDay' } : time(hour, minute))];
    case 'at':
      // Midnight that lies ahead is always the one at the end of today.
      if (hour === 24 || (hour === 0 && minute === 0)) return [only({ kind: 'endOfDay' })];
  }
  return [
    {
      rule: time(hour, minute),
      instead: [...(either ? [time(hour + 12, minute)] : []), dateTime(tomorrow, hour, minute)],
      next: [],
    },
  ];
}

function timeOnDay(day: Day, clock: Clock, present: Present): readonly Meaning[] {
  const { context, today } = present;
  const isWorkStart = clock.kind === 'morning' && morningOf(context) === context.workStart;
  if (isWorkStart && day.kind !== 'today' && day.kind !== 'ahead') return firstDay(day, present);
  const { hour, minute, either } = hoursOf(clock, context);
  if (hour === 24) return lastDay(day, present);
  const tomorrow = today.add({ days: 1 });
  if (day.kind === 'today') {
    // Midnight of today has passed, and the next one is when today ends.
    const next = hour === 0 && minute === 0 ? { kind: 'endOfDay' as const } : dateTime(tomorrow, hour, minute);
    return [{ rule: time(hour, minute), instead: either ? [time(hour + 12, minute)] : [], next: [next] }];
  }
  // A night shift's work ends on the day after the one it began on.
  const days = clock.kind === 'workEnd' && isNight(context) ? 1 : 0;
  return datesOf(day, present).map((date) => {
    const at = (each: Temporal.PlainDate) => dateTime(each.add({ days }), hour, minute);
    const isToday = date.equals(today);
    const next = nextDays(day, date, present, at).map((rule) => (rule.kind === 'endOfDay' ? at(tomorrow) : rule));
    return only(
      at(date),
      isToday && next.length === 0 ? [at(tomorrow)] : next.map((rule) => withTime(rule, at, present)),
    );
  });
}

/** The weekday that a way out names, at the time that was said. */
function withTime(rule: ExpiryRule, at: (date: Temporal.PlainDate) => ExpiryRule, present: Present): ExpiryRule {
  if (rule.kind !== 'nextWeekday') return rule;
  const { today, now, context } = present;
  return at(today.add({ days: daysUntilWeekday(rule.weekday, now, context.timeZone) }));
}

const isNight = ({ workStart, workEnd }: ExpiryContext): boolean =>
  workEnd.hour * 60 + workEnd.minute <= workStart.hour * 60 + workStart.minute;

function hoursOf(clock: Clock, context: ExpiryContext): Extract<Clock, { kind: 'at' }> {
  switch (clock.kind) {
    case 'at':
      return clock;
    case 'morning':
      return { kind: 'at', ...morningOf(context), either: false };
    case 'evening':
      return { kind: 'at', ...eveningOf(context), either: false };
    case 'workEnd':
      return { kind: 'at', ...context.workEnd, either: false };
  }
}

function endOf({ period, next = false }: Extract<Reading, { kind: 'endOf' }>, present: Present): readonly Meaning[] {
  const { today } = present;
  switch (period) {
    case 'day':
      return [only({ kind: 'endOfDay' })];
    case 'workDay':
      return [only({ kind: 'endOfWorkDay' })];
    case 'week':
      if (!next) return [only({ kind: 'endOfWeek' })];
      return [only(through(today.add({ days: daysLeftInWeek(present) + 7 })))];
    case 'weekend':
      return [only(through(today.add({ days: 7 - today.dayOfWeek })))];
    case 'month':
    case 'quarter':
    case 'year': {
      const after = next
        ? startOfNext(period, { ...present, today: startOfNext(period, present) })
        : startOfNext(period, present);
      return [only(through(after.subtract({ days: 1 })))];
    }
    default:
  }
  if ('kind' in period) return lastDay(period, present);
  const inMonth = today.toPlainYearMonth().with({ month: period.month });
  const month = period.month < today.month ? inMonth.add({ years: 1 }) : inMonth;
  return [only(through(month.toPlainDate({ day: month.daysInMonth })))];
}

function isAhead(hour: number, minute: number, { clock }: Present): boolean {
  return Temporal.PlainTime.compare(clock, { hour, minute }) < 0;
}
