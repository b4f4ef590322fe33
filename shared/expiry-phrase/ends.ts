import { day, dayOrToday, today } from './days.ts';
import { alt, keyword, means, memo, opt, seq, type Parser } from './parser.ts';
import type { Day, Reading } from './reading.ts';
import { definite, genitive, month, single } from './terminals.ts';

const until = keyword('until');
const at = keyword('at');
const endOf = (period: Extract<Reading, { kind: 'endOf' }>['period'], next = false): Reading => ({
  kind: 'endOf',
  period,
  ...(next && { next }),
});

const period: Parser<Reading> = alt<Reading>(
  means([opt(keyword('this')), keyword('day')], endOf('day')),
  means([keyword('today'), opt(keyword('day'))], endOf('day')),
  means([opt(keyword('this')), keyword('work'), opt(keyword('day'))], endOf('workDay')),
  means([keyword('workday')], endOf('workDay')),
  seq([opt(keyword('this', 'next')), keyword('week', 'month', 'year')], (which, each) => endOf(each, which === 'next')),
  seq([opt(keyword('this', 'next')), keyword('quarterOfYear')], (which) => endOf('quarter', which === 'next')),
  means([opt(keyword('this')), keyword('weekend')], endOf('weekend')),
  seq([month], (each) => endOf({ month: each })),
  seq([day], (each) => endOf(each)),
);

const beforeEnd = alt<unknown>(until, at, keyword('through'));
const theEnd = means([keyword('end'), opt(keyword('of'))], true);

/** "End of day", "EOD", "all day": what a day may be named with. */
const wholeDay = memo(
  alt<unknown>(
    keyword('endOfDay'),
    means([theEnd, keyword('day')], true),
    means([keyword('all'), opt(keyword('of')), keyword('day')], true),
  ),
);
const workDone = memo(
  alt<unknown>(
    keyword('endOfWorkDay'),
    means([theEnd, keyword('work'), opt(keyword('day'))], true),
    means([theEnd, keyword('workday')], true),
  ),
);
const onDay = seq([opt(keyword('on', 'at', 'of')), dayOrToday], (_, each) => each);
const workEndOn = (each: Day): Reading =>
  each.kind === 'today' ? endOf('workDay') : { kind: 'moment', day: each, clock: { kind: 'workEnd' }, through: false };

/** "EOD Friday", "Friday EOD", "end of work on Friday", "в пятницу до конца дня" */
const endOnDay: Parser<Reading> = alt<Reading>(
  seq([opt(beforeEnd), wholeDay, onDay], (_, __, each) => endOf(each)),
  seq([opt(alt<unknown>(beforeEnd, keyword('on'))), dayOrToday, opt(beforeEnd), wholeDay], (_, each) => endOf(each)),
  seq([opt(beforeEnd), workDone, onDay], (_, __, each) => workEndOn(each)),
  seq([opt(alt<unknown>(beforeEnd, keyword('on'))), dayOrToday, opt(beforeEnd), workDone], (_, each) =>
    workEndOn(each),
  ),
);

const weekend: Parser<Reading> = alt<Reading>(
  means([until, opt(keyword('this')), keyword('weekend')], { kind: 'weekend', over: false }),
  means(
    [opt(alt<unknown>(keyword('through', 'for', 'on', 'over'), at)), opt(keyword('this')), keyword('weekend')],
    endOf('weekend'),
  ),
  means([opt(until), keyword('after'), keyword('weekend')], { kind: 'weekend', over: true }),
);

/** What lasts through a time ends with it: "today", "this week", "весь день", "for the rest of the week". */
const throughout: Parser<Reading> = alt<Reading>(
  means([opt(keyword('for')), today], endOf('day')),
  means([opt(until), keyword('tonight')], endOf('day')),
  seq([opt(keyword('for')), keyword('this'), keyword('week', 'month', 'year')], (_, __, each) => endOf(each)),
  means([opt(keyword('for')), keyword('all'), opt(keyword('of')), opt(keyword('this')), keyword('day')], endOf('day')),
  seq(
    [opt(keyword('for')), keyword('all'), opt(keyword('of')), opt(keyword('this')), keyword('week', 'month', 'year')],
    (_, __, ___, ____, each) => endOf(each),
  ),
  seq([keyword('for'), definite], (_, each) => endOf(each)),
  // "день" is one of 24 hours as well, and so is "в течение недели" one of seven days: see `lengths`.
  seq([single], (each) => (each === 'day' ? endOf('day') : null)),
  seq([at, keyword('course'), genitive], (_, __, each) =>
    each === 'day' || each === 'week' || each === 'month' || each === 'year' ? endOf(each) : null,
  ),
);

/** Where some time ends. */
export const ends: Parser<Reading> = alt<Reading>(
  seq([opt(beforeEnd), theEnd, period], (_, __, each) => each),
  means([opt(beforeEnd), keyword('endOfDay')], endOf('day')),
  means([opt(beforeEnd), keyword('endOfWorkDay')], endOf('workDay')),
  means([opt(beforeEnd), keyword('endOfWeek')], endOf('week')),
  means([opt(beforeEnd), keyword('endOfMonth')], endOf('month')),
  means([opt(beforeEnd), keyword('endOfYear')], endOf('year')),
  // "до нового года": until this one is over
  means([opt(until), keyword('new'), keyword('year')], endOf('year')),
  endOnDay,
  weekend,
  throughout,
);
