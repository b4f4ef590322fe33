import type { WallTime, Weekday } from '../expiry.ts';

export type { WallTime };

/** A length of time; months are counted in the calendar. */
export interface Length {
  readonly minutes: number;
  readonly months: number;
}

/** A day as it was named. */
export type Day =
  | { readonly kind: 'today' | 'tomorrow' | 'dayAfterTomorrow' | 'yesterday' }
  /** `which`: "this Friday", "last Friday"; "next Friday", which may be this week's; "Friday next week", which is not. */
  | {
      readonly kind: 'weekday';
      readonly weekday: Weekday;
      readonly which: 'this' | 'next' | 'last' | 'ofNextWeek' | null;
    }
  /** `year` is null where none was named, `weekday` where none was added ("Thu 10 Dec"). */
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number;
      readonly year: number | null;
      readonly weekday: Weekday | null;
    }
  /** "The 18th". */
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  /** "In 2 days": a whole number of them. */
  | ({ readonly kind: 'ahead' } & Length);

/** A time as it was named. Hour 24 is midnight at the end of the day. */
export type Clock =
  | { readonly kind: 'morning' }
  | { readonly kind: 'evening' }
  /** When the work of that day ends, which for a night shift is on the day after. */
  | { readonly kind: 'workEnd' }
  /** `either` = a time before noon that somebody with a 12-hour clock may write for the evening. */
  | { readonly kind: 'at'; readonly hour: number; readonly minute: number; readonly either: boolean };

/** Some length of the calendar, the present one or the next. */
export type CalendarPeriod = 'week' | 'month' | 'quarter' | 'year';

/** What a phrase says, before it is known when it was said. */
export type Reading =
  | { readonly kind: 'none' }
  /** The week, month or year after this one begins. */
  | { readonly kind: 'next'; readonly period: CalendarPeriod }
  | ({ readonly kind: 'duration' } & Length)
  /** Half a day: of work, or of the clock. */
  | { readonly kind: 'halfDay' }
  | {
      readonly kind: 'endOf';
      readonly period: 'day' | 'workDay' | 'weekend' | CalendarPeriod | Day | { readonly month: number };
      readonly next?: boolean;
    }
  /** The weekend begins, or is over. */
  | { readonly kind: 'weekend'; readonly over: boolean }
  /** Some time before now. */
  | { readonly kind: 'ago' }
  /** `through` = the day itself is included. */
  | { readonly kind: 'moment'; readonly day: Day | null; readonly clock: Clock | null; readonly through: boolean };
