import { bareHour, clock, clockAfterAt, dottedTime, fullHours, loneHour } from './clocks.ts';
import { day, dayAfterAt, dayOrToday, firstOfMonth, today } from './days.ts';
import { duration } from './lengths.ts';
import { alt, keyword, means, memo, opt, seq, type Parser, type Step } from './parser.ts';
import type { Clock, Day, Reading } from './reading.ts';
import { month } from './terminals.ts';
import { withoutEnd } from './words.ts';

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
  seq([until, firstOfMonth], (_, d) => moment(d, null)),
  means([until, keyword('next'), keyword('week')], { kind: 'nextWeek' }),
  throughDay,
  // "18:30", "until 18:30", "at 6", "back at 6", "18 часов"
  seq([opt(back), clockPhrase], (_, c) => moment(null, c)),
  seq([alt(fullHours, loneHour)], (c) => moment(null, c)),
  // "tomorrow at 15:00", "until Monday, 10:00", "10:00 on Monday", "back on Monday at 10"
  seq([opt(alt<unknown>(until, keyword('on'), at, backOn)), dayAndClock], (_, both) => both),
);

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
