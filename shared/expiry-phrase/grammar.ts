import { clock, clockPhrase, compactTime, dottedTime, fullHours, loneHour, tonight } from './clocks.ts';
import { dashedDate, day, dayAfterAt, dayOfClock, dayOrToday, firstOfMonth, firstOfYear, today } from './days.ts';
import { ends } from './ends.ts';
import { ago, duration, lengthAhead } from './lengths.ts';
import { alt, keyword, means, opt, seq, some, type Parser, type Step } from './parser.ts';
import type { Clock, Day, Reading } from './reading.ts';
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

const dayAndClock: Parser<Reading> = alt<Reading>(
  seq([dayOfClock, clockPhrase], (d, c) => moment(d, c)),
  // "завтра 18.10": the day is known, so it is a time; "Thu 10.12" is asked about.
  seq([dayOfClock, opt(until), dottedTime], (d, _, c) => moment(d, c)),
  // "tomorrow 1830"
  seq([dayOfClock, compactTime], (d, c) => moment(d, c)),
  seq([clockPhrase, opt(keyword('on', 'at')), dayOfClock], (c, _, d) => moment(d, c)),
  seq([keyword('this'), clock], (_, c) => (c.kind === 'at' ? null : moment({ kind: 'today' }, c))),
  seq([tonight], ({ clock: c, tomorrow }) => moment({ kind: tomorrow ? 'tomorrow' : 'today' }, c)),
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
  seq([until, alt(firstOfMonth, firstOfYear, dashedDate)], (_, d) => moment(d, null)),
  seq([until, keyword('next'), keyword('week', 'month', 'year')], (_, __, period) => ({ kind: 'next', period })),
  throughDay,
  // "18:30", "until 18:30", "at 6", "back at 6", "18 часов"
  seq([opt(back), clockPhrase], (_, c) => moment(null, c)),
  // "до 18.10": a time, or the day above
  seq([opt(back), opt(until), dottedTime], (_, __, c) => moment(null, c)),
  seq([alt(fullHours, loneHour)], (c) => moment(null, c)),
  // "tomorrow at 15:00", "until Monday, 10:00", "10:00 on Monday", "back on Monday at 10"
  seq([opt(alt<unknown>(until, keyword('on'), at, backOn)), dayAndClock], (_, both) => both),
  // "yesterday", "2 hours ago"
  ago,
  // "вчера", "вчера вечером" are days like others; "today" without more ends with the day, see `ends`.
  seq([back, today], (_, d) => moment(d, null, true)),
);

/** The whole phrases that say that there is no end, which have no grammar. */
const none: Parser<Reading> = (tokens, from) => {
  const steps: Step<Reading>[] = [];
  let words = '';
  for (let next = from; next < tokens.length; next++) {
    words = `${words} ${tokens[next]?.word ?? ''}`.trimStart();
    if (withoutEnd.has(words)) steps.push({ value: { kind: 'none' }, next: next + 1 });
  }
  return steps;
};

const said: Parser<Reading> = alt(none, duration, moments, ends);
const person = some(keyword('person'));

/** The whole grammar, with what one says of oneself before: "I'll be back in 10 minutes", "ушёл на час". */
export const phrase: Parser<Reading> = alt<Reading>(
  said,
  seq([back, lengthAhead], (_, each) => each),
  seq([opt(person), keyword('away'), said], (_, __, each) => each),
  seq([person, opt(back), alt(moments, lengthAhead, ends)], (_, __, each) => each),
);
