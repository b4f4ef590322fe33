import { daysUntilWeekday, type ExpiryContext, type ExpiryRule, type Weekday } from '../expiry.ts';
import type { Clock, Day, Reading } from './reading.ts';

/** What a reading comes to when it is said at a certain moment. */
export interface Meaning {
  readonly rule: ExpiryRule;
  /** What may have been meant where that has passed. */
  readonly instead: readonly ExpiryRule[];
}

/** A fixed moment of saying, with what the calendar says about it. */
interface Present {
  readonly today: Temporal.PlainDate;
  readonly clock: Temporal.PlainTime;
  readonly now: number;
  readonly context: ExpiryContext;
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
    case 'nextWeek':
      return nextWeek(present);
    case 'duration':
      return [only({ kind: 'duration', minutes: reading.minutes })];
    case 'endOf':
      return endOf(reading.period, present);
    case 'moment': {
      const { day, clock, through } = reading;
      if (!day) return clock ? timeAlone(clock, present) : [];
      if (clock) return timeOnDay(day, clock, present);
      return through ? lastDay(day, present) : firstDay(day, present);
    }
  }
}

const only = (rule: ExpiryRule): Meaning => ({ rule, instead: [] });
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

/** A day alone, or with "until": it begins, or rather work does, because nobody is back at midnight. */
function firstDay(day: Day, present: Present): readonly Meaning[] {
  if (day.kind === 'today') return [];
  if (day.kind === 'tomorrow') return [only({ kind: 'tomorrowMorning' })];
  return datesOf(day, present).map((date) => only(comingWeekday(day, date, present) ?? until(date)));
}

/** A day that is included: "through Friday", "по пятницу". */
function lastDay(day: Day, present: Present): readonly Meaning[] {
  if (day.kind === 'today') return [only({ kind: 'endOfDay' })];
  const dates = datesOf(day, present);
  // "Through Friday" said on a Friday: today, or for another week?
  const todayToo = day.kind === 'weekday' && day.which === null && present.today.dayOfWeek === day.weekday;
  return [...(todayToo ? [present.today] : []), ...dates].map((date) => only(through(date)));
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

function timeAlone(clock: Clock, present: Present): readonly Meaning[] {
  const { today, context } = present;
  const tomorrow = today.add({ days: 1 });
  if (clock.kind === 'morning') {
    // The next one. At two in the night it is today's.
    const { hour, minute } = context.workStart;
    return [only(isAhead(hour, minute, present) ? time(hour, minute) : { kind: 'tomorrowMorning' })];
  }
  if (clock.kind === 'evening') {
    const { hour, minute } = context.workEnd;
    if (isAhead(hour, minute, present)) return [only({ kind: 'endOfWorkDay' })];
    return [{ rule: time(hour, minute), instead: [dateTime(tomorrow, hour, minute)] }];
  }
  const { hour, minute, either } = clock;
  // Midnight that lies ahead is always the one at the end of today.
  if (hour === 24 || (hour === 0 && minute === 0)) return [only({ kind: 'endOfDay' })];
  return [
    {
      rule: time(hour, minute),
      instead: [...(either ? [time(hour + 12, minute)] : []), dateTime(tomorrow, hour, minute)],
    },
  ];
}

function timeOnDay(day: Day, clock: Clock, present: Present): readonly Meaning[] {
  if (clock.kind === 'morning' && day.kind !== 'today') return firstDay(day, present);
  const { hour, minute, either } = hoursOf(clock, present.context);
  if (hour === 24) return lastDay(day, present);
  if (day.kind === 'today') return [{ rule: time(hour, minute), instead: either ? [time(hour + 12, minute)] : [] }];
  return datesOf(day, present).map((date) => only(dateTime(date, hour, minute)));
}

function hoursOf(clock: Clock, { workStart, workEnd }: ExpiryContext): Extract<Clock, { kind: 'at' }> {
  if (clock.kind === 'at') return clock;
  return { kind: 'at', ...(clock.kind === 'morning' ? workStart : workEnd), either: false };
}

function endOf(period: Extract<Reading, { kind: 'endOf' }>['period'], present: Present): readonly Meaning[] {
  const { today } = present;
  switch (period) {
    case 'day':
      return [only({ kind: 'endOfDay' })];
    case 'workDay':
      return [only({ kind: 'endOfWorkDay' })];
    case 'week':
      return [only({ kind: 'endOfWeek' })];
    case 'month':
      return [only(through(today.with({ day: today.daysInMonth })))];
    default:
  }
  if ('kind' in period) return lastDay(period, present);
  const inMonth = today.toPlainYearMonth().with({ month: period.month });
  const month = period.month < today.month ? inMonth.add({ years: 1 }) : inMonth;
  return [only(through(month.toPlainDate({ day: month.daysInMonth })))];
}

/** The dates a day can be; none where there is no such date. */
function datesOf(day: Day, present: Present): readonly Temporal.PlainDate[] {
  const { today } = present;
  switch (day.kind) {
    case 'today':
      return [today];
    case 'tomorrow':
      return [today.add({ days: 1 })];
    case 'dayAfterTomorrow':
      return [today.add({ days: 2 })];
    case 'weekday':
      return weekdayDates(day.weekday, day.which, present);
    case 'dayOfMonth':
      return firstThat(
        12,
        (months) => {
          const month = today.toPlainYearMonth().add({ months });
          return day.day >= 1 && day.day <= month.daysInMonth ? month.toPlainDate({ day: day.day }) : null;
        },
        today,
      );
    case 'date': {
      const { day: dayOfMonth, month, weekday } = day;
      const inYear = (year: number): Temporal.PlainDate | null => {
        const yearMonth = Temporal.PlainYearMonth.from({ year, month });
        return dayOfMonth >= 1 && dayOfMonth <= yearMonth.daysInMonth
          ? yearMonth.toPlainDate({ day: dayOfMonth })
          : null;
      };
      const named = day.year === null ? null : inYear(day.year);
      // 29 February comes after eight years at the latest.
      const dates =
        day.year === null ? firstThat(8, (years) => inYear(today.year + years), today) : named ? [named] : [];
      // "Thu 10 Dec" where the tenth is a Friday: one of the two is wrong, and nobody knows which.
      return dates.filter((date) => weekday === null || date.dayOfWeek === weekday);
    }
  }
}

/** The first of the dates that exists and is not before today. */
function firstThat(
  last: number,
  dateAfter: (steps: number) => Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  for (let steps = 0; steps <= last; steps++) {
    const date = dateAfter(steps);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return [date];
  }
  return [];
}

/**
 * The next such day after today. "Next Friday" is that one where it is in next week already; where this week has one
 * too, people disagree, so it is both. "This Friday" is the one of this week, which may have passed.
 */
function weekdayDates(
  weekday: Weekday,
  which: 'this' | 'next' | null,
  present: Present,
): readonly Temporal.PlainDate[] {
  const { today, now, context } = present;
  const days = daysUntilWeekday(weekday, now, context.timeZone);
  const coming = today.add({ days });
  const isThisWeek = days <= daysLeftInWeek(present);
  if (which === 'this') return [isThisWeek ? coming : coming.subtract({ days: 7 })];
  return which === 'next' && isThisWeek ? [coming, coming.add({ days: 7 })] : [coming];
}

/** How many days of this week come after today. */
const daysLeftInWeek = ({ today, context }: Present): number => (context.weekStart - today.dayOfWeek + 6) % 7;

function isAhead(hour: number, minute: number, { clock }: Present): boolean {
  return Temporal.PlainTime.compare(clock, { hour, minute }) < 0;
}
