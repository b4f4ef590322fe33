import type { Weekday } from '../expiry.ts';
import { adjoined, alt, keyword, means, memo, opt, sense, seq, some, type Parser, type Step } from './parser.ts';
import { withoutEnd, type DayPart, type Unit } from './words.ts';

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
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'endOf'; readonly period: 'day' | 'workDay' | 'week' | 'month' | Day | { readonly month: number } }
  /** `through` = the day itself is included. */
  | { readonly kind: 'moment'; readonly day: Day | null; readonly clock: Clock | null; readonly through: boolean };

// Words

const figure = sense((each) => (each.type === 'figure' ? each : null));
const integer = sense((each) => (each.type === 'figure' && !each.decimal ? each.value : null));
const numberWord = sense((each) => (each.type === 'number' ? each.value : null));
const article = sense((each) => (each.type === 'article' ? 1 : null));
const count = alt(
  seq([figure], ({ value }) => value),
  numberWord,
  article,
);
const unit = sense((each) => (each.type === 'unit' ? each.unit : null));
const hourUnit = sense((each) => (each.type === 'unit' && each.unit === 'hour' ? each.unit : null));
const weekday = sense((each) => (each.type === 'weekday' ? each.weekday : null));
const month = sense((each) => (each.type === 'month' ? each.month : null));
const ordinal = sense((each) => (each.type === 'ordinal' ? each.value : null));
const dayPart = sense((each) => (each.type === 'dayPart' ? each.part : null));
const one = sense((each) => (each.type === 'one' ? 1 : null));
const year = seq(
  [sense((each) => (each.type === 'figure' && each.digits === 4 ? each.value : null)), opt(keyword('year'))],
  (value) => value,
);

// Lengths of time

const MINUTES: Readonly<Record<Unit, number>> = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 };

interface Part {
  readonly amount: number;
  readonly unit: Unit;
}

const andAHalf = alt(
  means([keyword('and'), opt(article), keyword('half')], 0.5),
  means([keyword('with'), keyword('withHalf')], 0.5),
);

const part: Parser<Part> = alt<Part>(
  seq([count, unit], (amount, each) => ({ amount, unit: each })),
  // "2 and a half hours", "2 с половиной часа"
  seq([count, andAHalf, unit], (amount, half, each) => ({ amount: amount + half, unit: each })),
  // "an hour and a half", "час с половиной"
  seq([opt(alt(numberWord, article)), hourUnit, andAHalf], (amount = 1, each, half) => ({
    amount: amount + half,
    unit: each,
  })),
  seq([hourUnit], (each) => ({ amount: 1, unit: each })),
  means([keyword('halfHour')], { amount: 0.5, unit: 'hour' }),
  means([opt(article), keyword('half'), opt(article), hourUnit], { amount: 0.5, unit: 'hour' }),
  means([keyword('oneAndHalf'), hourUnit], { amount: 1.5, unit: 'hour' }),
);

/** "1h30" */
const hourAndMinutes: Parser<number> = seq([integer, hourUnit, adjoined(integer)], (hours, _, minutes) =>
  minutes < 60 ? hours * 60 + minutes : null,
);

/** Hours before minutes, and each once; a whole number of minutes in the end. */
function total(parts: readonly Part[]): number | null {
  const sizes = parts.map((each) => MINUTES[each.unit]);
  if (sizes.some((size, index) => index > 0 && size >= (sizes[index - 1] ?? 0))) return null;
  const sum = parts.reduce((before, { amount, unit: each }) => before + amount * MINUTES[each], 0);
  // 1.1 × 60 is 66.00000000000001
  const minutes = Math.round(sum);
  return minutes > 0 && Math.abs(sum - minutes) < 1e-6 ? minutes : null;
}

const joinedPart = seq([opt(keyword('and')), part], (_, each) => each);
const amount: Parser<number> = alt(
  seq([part], (first) => total([first])),
  seq([part, some(joinedPart)], (first, rest) => total([first, ...rest])),
  hourAndMinutes,
);

const lead = means([keyword('for'), opt(keyword('next')), opt(keyword('for'))], true);

const duration: Parser<Reading> = alt(
  seq([opt(lead), amount], (_, minutes) => ({ kind: 'duration', minutes })),
  // "на день", "через неделю": the unit alone only where something says that a length is meant.
  seq([lead, unit], (_, each) => (each === 'hour' ? null : { kind: 'duration', minutes: MINUTES[each] })),
  // A number and nothing else: minutes or hours? Or a time, see `moments`.
  seq([opt(lead), integer], (_, minutes) => bareNumber(minutes)),
  seq([opt(lead), integer], (_, hours) => bareNumber(hours * 60)),
);

const bareNumber = (minutes: number): Reading | null =>
  minutes > 0 && minutes < 1000 * 60 ? { kind: 'duration', minutes } : null;

// Times

const clockAt = (hour: number, minute: number, either = false): Clock => ({ kind: 'at', hour, minute, either });

/** "18:30", "06:30 pm" */
const written: Parser<Clock> = alt<Clock>(
  sense((each) =>
    each.type === 'time' ? clockAt(each.hour, each.minute, !each.padded && each.hour >= 1 && each.hour < 12) : null,
  ),
  seq([sense((each) => (each.type === 'time' ? each : null)), dayPart], ({ hour, minute }, partOfDay) =>
    inPart(hour, minute, partOfDay),
  ),
);

const hour = alt(integer, numberWord);
const oclock = alt<unknown>(
  keyword('oclock'),
  sense((each) => (each.type === 'hours' ? each : null)),
);

/** "6 pm", "6 часов вечера", "час дня". "2 дня" alone is two days. */
const hourInPart: Parser<Clock> = alt<Clock>(
  seq([hour, dayPart], (value, each) => (each === 'afternoon' ? null : inPart(value, 0, each))),
  seq([hour, oclock, dayPart], (value, _, each) => inPart(value, 0, each)),
  // "6 in the evening"
  seq([hour, opt(oclock), keyword('for'), dayPart], (value, _, __, each) => inPart(value, 0, each)),
  seq([one, dayPart], (value, each) => inPart(value, 0, each)),
);

/** "18", "6 часов", "час": times only where a word says so. An hour up to 12 is two times. */
const bareHour: Parser<Clock> = alt<Clock>(
  ...[false, true].flatMap((afternoon) => [
    seq([hour, opt(oclock)], (value) => hourOf(value, afternoon)),
    seq([one], (value) => hourOf(value, afternoon)),
  ]),
  seq([hour, dayPart], (value, each) => (each === 'afternoon' ? inPart(value, 0, each) : null)),
);

/** A number and nothing else. */
const loneHour: Parser<Clock> = alt<Clock>(
  seq([integer], (value) => hourOf(value, false)),
  seq([integer], (value) => hourOf(value, true)),
);

/** "18 часов" may be meant as a time without "до" as well; "5 часов" and "18 ч" are lengths. */
const fullHours: Parser<Clock> = seq(
  [integer, sense((each) => (each.type === 'hours' && each.full ? each : null))],
  (value) => (value > 12 && value <= 24 ? clockAt(value, 0) : null),
);

/** In the morning, or 12 hours later. */
function hourOf(value: number, afternoon: boolean): Clock | null {
  if (!Number.isInteger(value) || value < 0 || value > 24) return null;
  if (value === 0 || value > 12) return afternoon ? null : clockAt(value, 0);
  return clockAt(afternoon ? value + 12 : value, 0);
}

/** The hours that each part of a day has on a clock of twelve. */
const hoursOfPart: Readonly<Record<DayPart, (hour: number) => number | null>> = {
  am: (value) => value % 12,
  pm: (value) => (value % 12) + 12,
  morning: (value) => (value >= 3 && value < 12 ? value : null),
  afternoon: (value) => (value === 12 ? 12 : value <= 5 ? value + 12 : null),
  evening: (value) => (value >= 4 && value < 12 ? value + 12 : null),
  night: (value) => (value === 12 ? 24 : value <= 4 ? value : value >= 10 ? value + 12 : null),
};

function inPart(value: number, minute: number, each: DayPart): Clock | null {
  if (!Number.isInteger(value) || value < 1 || value > 12) return null;
  const found = hoursOfPart[each](value);
  return found === null ? null : clockAt(found % 24 === 0 && minute > 0 ? 0 : found, minute);
}

const named: Parser<Clock> = alt<Clock>(
  means([opt(keyword('for')), keyword('morning')], { kind: 'morning' }),
  means([opt(keyword('for')), keyword('evening')], { kind: 'evening' }),
  means([keyword('noon')], clockAt(12, 0)),
  // Of a day that is named: the one it begins with, or the one it ends with?
  means([keyword('midnight')], clockAt(0, 0)),
  means([keyword('midnight')], clockAt(24, 0)),
);

const clock: Parser<Clock> = alt(written, hourInPart, named);
const dottedTime: Parser<Clock> = sense((each) =>
  each.type === 'dottedTime' ? clockAt(each.hour, each.minute) : null,
);
const clockAfterAt: Parser<Clock> = alt<Clock>(clock, bareHour, dottedTime);

// Days

/** Whether there is such a date in that year is known only with the calendar (`meaning.ts`). */
const dated = (dayOfMonth: number, monthOfYear: number, yearNamed: number | undefined): Day => ({
  kind: 'date',
  day: dayOfMonth,
  month: monthOfYear,
  year: yearNamed ?? null,
  weekday: null,
});

const dateInFigures: Parser<Day> = sense((each) =>
  each.type === 'date' ? { kind: 'date', day: each.day, month: each.month, year: each.year, weekday: null } : null,
);
const dateInWords: Parser<Day> = alt<Day>(
  seq([alt(integer, ordinal), opt(keyword('of')), month, opt(year)], (day, _, each, yearNamed) =>
    dated(day, each, yearNamed),
  ),
  seq([month, alt(integer, ordinal), opt(year)], (each, day, yearNamed) => dated(day, each, yearNamed)),
);
const dayOfMonth: Parser<Day> = alt<Day>(
  seq([ordinal, opt(keyword('dayOfMonth'))], (day) => ({ kind: 'dayOfMonth', day })),
  seq([integer, keyword('dayOfMonth')], (day) => ({ kind: 'dayOfMonth', day })),
);
const dayOfWeek: Parser<Day> = seq([opt(keyword('this', 'next')), weekday], (which, each) => ({
  kind: 'weekday',
  weekday: each,
  which: which ?? null,
}));
const tomorrow: Parser<Day> = alt<Day>(
  means([keyword('tomorrow'), opt(keyword('day'))], { kind: 'tomorrow' }),
  means([keyword('dayAfterTomorrow')], { kind: 'dayAfterTomorrow' }),
  means([keyword('day'), keyword('after'), keyword('tomorrow')], { kind: 'dayAfterTomorrow' }),
);
const today: Parser<Day> = alt<Day>(
  means([keyword('today')], { kind: 'today' }),
  means([keyword('this'), keyword('day')], { kind: 'today' }),
);
const dateInWordsWithWeekday: Parser<Day> = seq([opt(weekday), dateInWords], (each, date) =>
  date.kind === 'date' ? { ...date, weekday: each ?? null } : null,
);
const dateInFiguresWithWeekday: Parser<Day> = seq([opt(weekday), dateInFigures], (each, date) =>
  date.kind === 'date' ? { ...date, weekday: each ?? null } : null,
);

/** What "в" may precede: a date in figures would be a time there. */
const dayAfterAt: Parser<Day> = memo(alt(dateInWordsWithWeekday, dayOfMonth, dayOfWeek, tomorrow));
const day: Parser<Day> = memo(alt(dayAfterAt, dateInFiguresWithWeekday));
const dayOrToday: Parser<Day> = alt(day, today);

// Moments

const until = keyword('until');
const at = keyword('at');
const back = keyword('back');

const moment = (d: Day | null, c: Clock | null, through = false): Reading => ({
  kind: 'moment',
  day: d,
  clock: c,
  through,
});

/** "at 6", "until 18", "в 18.10"; or a time that needs no such word. */
const clockPhrase: Parser<Clock> = memo(
  alt<Clock>(
    clock,
    seq([at, clockAfterAt], (_, each) => each),
    seq([until, bareHour], (_, each) => each),
    seq([until, clock], (_, each) => each),
  ),
);
const dayAndClock: Parser<Reading> = alt<Reading>(
  seq([dayOrToday, clockPhrase], (d, c) => moment(d, c)),
  // "завтра 18.10": the day is known, so it is a time; but "Thu 10.12" is a date.
  seq([dayOrToday, opt(until), dottedTime], (d, _, c) => (d.kind === 'weekday' ? null : moment(d, c))),
  seq([clockPhrase, opt(keyword('on', 'at')), dayOrToday], (c, _, d) => moment(d, c)),
  seq([keyword('this'), clock], (_, c) => (c.kind === 'at' ? null : moment({ kind: 'today' }, c))),
);
const throughDay: Parser<Reading> = alt<Reading>(
  seq([keyword('through'), dayOrToday, opt(keyword('inclusive'))], (_, d) => moment(d, null, true)),
  seq([opt(keyword('until', 'on')), dayOrToday, keyword('inclusive')], (_, d) => moment(d, null, true)),
);

/** "back", "back on", "вернусь к" */
const backOn = means([back, opt(keyword('on', 'at', 'until'))], true);

const moments: Parser<Reading> = alt<Reading>(
  // "tomorrow", "until Monday", "on Dec 10", "back on Dec 10", "в понедельник"
  seq([opt(alt<unknown>(until, keyword('on'), backOn)), day], (_, d) => moment(d, null)),
  seq([at, dayAfterAt], (_, d) => moment(d, null)),
  throughDay,
  // "18:30", "until 18:30", "at 6", "back at 6", "18 часов"
  seq([opt(back), clockPhrase], (_, c) => moment(null, c)),
  seq([alt(fullHours, loneHour)], (c) => moment(null, c)),
  // "tomorrow at 15:00", "until Monday, 10:00", "10:00 on Monday", "back on Monday at 10"
  seq([opt(alt<unknown>(until, keyword('on'), at, backOn)), dayAndClock], (_, both) => both),
);

// Ends of something

const period: Parser<Reading> = alt<Reading>(
  means([opt(keyword('this')), keyword('day')], { kind: 'endOf', period: 'day' }),
  means([keyword('today'), opt(keyword('day'))], { kind: 'endOf', period: 'day' }),
  means([opt(keyword('this')), keyword('work'), opt(keyword('day'))], { kind: 'endOf', period: 'workDay' }),
  means([keyword('workday')], { kind: 'endOf', period: 'workDay' }),
  means([opt(keyword('this')), keyword('week')], { kind: 'endOf', period: 'week' }),
  means([opt(keyword('this')), keyword('month')], { kind: 'endOf', period: 'month' }),
  seq([month], (each) => ({ kind: 'endOf', period: { month: each } })),
  seq([day], (each) => ({ kind: 'endOf', period: each })),
);

const beforeEnd = alt<unknown>(until, at, keyword('through'));

const ends: Parser<Reading> = alt<Reading>(
  seq([opt(beforeEnd), keyword('end'), opt(keyword('of')), period], (_, __, ___, each) => each),
  means([opt(beforeEnd), keyword('endOfDay')], { kind: 'endOf', period: 'day' }),
  means([opt(beforeEnd), keyword('endOfWorkDay')], { kind: 'endOf', period: 'workDay' }),
  means([opt(beforeEnd), keyword('endOfWeek')], { kind: 'endOf', period: 'week' }),
  means([opt(beforeEnd), keyword('endOfMonth')], { kind: 'endOf', period: 'month' }),
  // "today", "на сегодня", "tonight", "this week": what lasts through a time ends with it.
  means([opt(keyword('for')), today], { kind: 'endOf', period: 'day' }),
  means([opt(until), keyword('tonight')], { kind: 'endOf', period: 'day' }),
  means([opt(keyword('for')), keyword('this'), keyword('week')], { kind: 'endOf', period: 'week' }),
  means([opt(keyword('for')), keyword('this'), keyword('month')], { kind: 'endOf', period: 'month' }),
);

/** The whole phrases that say that there is no end, which have no grammar. */
const none: Parser<Reading> = (tokens, at) => {
  const steps: Step<Reading>[] = [];
  let words = '';
  for (let next = at; next < tokens.length; next++) {
    words = `${words} ${tokens[next]?.word ?? ''}`.trimStart();
    if (withoutEnd.has(words)) steps.push({ value: { kind: 'none' }, next: next + 1 });
  }
  return steps;
};

/** The whole grammar. */
export const phrase: Parser<Reading> = alt(none, duration, moments, ends);
