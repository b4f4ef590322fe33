import { dayAhead } from './lengths.ts';
import { alt, keyword, means, memo, opt, sense, seq, type Parser } from './parser.ts';
import type { Day } from './reading.ts';
import { integer, month, ordinal, weekday, year } from './terminals.ts';

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
const thisOrNextWeek = seq(
  [opt(keyword('at', 'on', 'of', 'for')), keyword('this', 'next'), keyword('week')],
  (_, which) => (which === 'next' ? ('ofNextWeek' as const) : which),
);
const dayOfWeek: Parser<Day> = alt<Day>(
  seq([opt(keyword('this', 'next', 'last')), weekday], (which, each) => ({
    kind: 'weekday',
    weekday: each,
    which: which ?? null,
  })),
  // "Friday next week", "пятница следующей недели"
  seq([weekday, thisOrNextWeek], (each, which) => ({ kind: 'weekday', weekday: each, which })),
  seq([thisOrNextWeek, opt(keyword('at', 'on')), weekday], (which, _, each) => ({
    kind: 'weekday',
    weekday: each,
    which,
  })),
);
const tomorrow: Parser<Day> = alt<Day>(
  means([keyword('tomorrow'), opt(keyword('day'))], { kind: 'tomorrow' }),
  means([keyword('dayAfterTomorrow')], { kind: 'dayAfterTomorrow' }),
  means([keyword('day'), keyword('after'), keyword('tomorrow')], { kind: 'dayAfterTomorrow' }),
);
const yesterday: Parser<Day> = means([keyword('yesterday'), opt(keyword('day'))], { kind: 'yesterday' });
export const today: Parser<Day> = alt<Day>(
  means([keyword('today')], { kind: 'today' }),
  means([keyword('this'), keyword('day')], { kind: 'today' }),
);
const dateInWordsWithWeekday: Parser<Day> = seq([opt(weekday), dateInWords], (each, date) =>
  date.kind === 'date' ? { ...date, weekday: each ?? null } : null,
);
const dateInFiguresWithWeekday: Parser<Day> = seq([opt(weekday), dateInFigures], (each, date) =>
  date.kind === 'date' ? { ...date, weekday: each ?? null } : null,
);

/** "до 10-12" */
export const dashedDate: Parser<Day> = sense((each) =>
  each.type === 'dashedDate' ? dated(each.day, each.month, undefined) : null,
);
/** "до декабря": it begins. */
export const firstOfMonth: Parser<Day> = seq([month, opt(year)], (each, yearNamed) => dated(1, each, yearNamed));
/** "до 2027 года": it begins. */
export const firstOfYear: Parser<Day> = seq([year], (yearNamed) => dated(1, 1, yearNamed));

/** What "в" may precede: a date in figures would be a time there. */
export const dayAfterAt: Parser<Day> = memo(alt(dateInWordsWithWeekday, dayOfMonth, dayOfWeek, tomorrow, yesterday));
/** A day to come, in all of its forms. */
export const day: Parser<Day> = memo(alt(dayAfterAt, dateInFiguresWithWeekday));
export const dayOrToday: Parser<Day> = alt(day, today);
/** A day that a time is named on: "in 2 days at 10:00" as well. */
export const dayOfClock: Parser<Day> = memo(
  alt(
    dayOrToday,
    seq([dayAhead], (each) => ({ kind: 'ahead', ...each })),
  ),
);
