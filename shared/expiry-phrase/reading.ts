import type { Weekday } from '../expiry.ts';

/** A day as it was named. */
export type Day =
  | { readonly kind: 'today' | 'tomorrow' | 'dayAfterTomorrow' }
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly which: 'this' | 'next' | null }
  /** `year` is null where none was named, `weekday` where none was added ("Thu 10 Dec"). */
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number;
      readonly year: number | null;
      readonly weekday: Weekday | null;
    }
  /** "The 18th". */
  | { readonly kind: 'dayOfMonth'; readonly day: number };

/** A time as it was named. Hour 24 is midnight at the end of the day. */
export type Clock =
  | { readonly kind: 'morning' }
  | { readonly kind: 'evening' }
  /** `either` = a time before noon that somebody with a 12-hour clock may write for the evening. */
  | { readonly kind: 'at'; readonly hour: number; readonly minute: number; readonly either: boolean };

/** What a phrase says, before it is known when it was said. */
export type Reading =
  | { readonly kind: 'none' }
  /** The week after this one begins. */
  | { readonly kind: 'nextWeek' }
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'endOf'; readonly period: 'day' | 'workDay' | 'week' | 'month' | Day | { readonly month: number } }
  /** `through` = the day itself is included. */
  | { readonly kind: 'moment'; readonly day: Day | null; readonly clock: Clock | null; readonly through: boolean };
