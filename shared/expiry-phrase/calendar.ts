import { daysUntilWeekday, type ExpiryContext, type Weekday } from '../expiry.ts';
import type { Day } from './reading.ts';

/** A fixed moment of saying, with what the calendar says about it. */
export interface Present {
  readonly today: Temporal.PlainDate;
  readonly clock: Temporal.PlainTime;
  readonly now: number;
  readonly context: ExpiryContext;
}

/** The dates a day can be; none where there is no such date. */
export function datesOf(day: Day, present: Present): readonly Temporal.PlainDate[] {
  const { today } = present;
  switch (day.kind) {
    case 'today':
      return [today];
    case 'yesterday':
      return [today.subtract({ days: 1 })];
    case 'ahead':
      return [today.add({ months: day.months }).add({ days: day.minutes / (24 * 60) })];
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
  which: Extract<Day, { kind: 'weekday' }>['which'],
  present: Present,
): readonly Temporal.PlainDate[] {
  const { today, now, context } = present;
  const days = daysUntilWeekday(weekday, now, context.timeZone);
  const coming = today.add({ days });
  const isThisWeek = days <= daysLeftInWeek(present);
  switch (which) {
    case null:
      return [coming];
    case 'this':
      return [isThisWeek ? coming : coming.subtract({ days: 7 })];
    case 'last':
      return [coming.subtract({ days: 7 })].map((date) => (date.equals(today) ? date.subtract({ days: 7 }) : date));
    case 'next':
      return isThisWeek ? [coming, coming.add({ days: 7 })] : [coming];
    case 'ofNextWeek': {
      const first = today.add({ days: daysLeftInWeek(present) + 1 });
      return [first.add({ days: (weekday - first.dayOfWeek + 7) % 7 })];
    }
  }
}

/** How many days of this week come after today. */
export const daysLeftInWeek = ({ today, context }: Present): number => (context.weekStart - today.dayOfWeek + 6) % 7;
