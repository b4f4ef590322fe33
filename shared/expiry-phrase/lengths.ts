import { adjoined, alt, keyword, means, memo, opt, seq, sense, some, type Parser } from './parser.ts';
import type { Length, Reading } from './reading.ts';
import {
  article,
  count,
  counted,
  definite,
  figure,
  genitive,
  hourUnit,
  integer,
  isClockLike,
  minuteUnit,
  numberWord,
  roughly,
  single,
  unit,
} from './terminals.ts';
import type { Unit } from './words.ts';

const DAY = 24 * 60;
/** In minutes, and in months what no number of minutes is. */
const SIZES: Readonly<Record<Unit, Length>> = {
  minute: { minutes: 1, months: 0 },
  hour: { minutes: 60, months: 0 },
  day: { minutes: DAY, months: 0 },
  week: { minutes: 7 * DAY, months: 0 },
  month: { minutes: 0, months: 1 },
  year: { minutes: 0, months: 12 },
};
/** From the largest one on. */
const ORDER: readonly Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute'];

interface Part {
  readonly amount: number;
  readonly unit: Unit;
}

/** "час", which needs no number */
const anHour = seq([single], (each) => (each === 'hour' ? each : null));
const andAHalf = alt(
  means([keyword('and'), opt(article), keyword('half')], 0.5),
  means([keyword('with'), keyword('withHalf')], 0.5),
);
const quarters = alt(
  means([opt(article), keyword('quarter')], 1),
  seq([numberWord, keyword('quarter')], (each) => (each === 3 ? each : null)),
);
const ofAnHour = means([opt(keyword('of')), opt(article), hourUnit], true);

const part: Parser<Part> = alt<Part>(
  counted,
  // "2 and a half hours", "2 с половиной часа"
  seq([count, andAHalf, unit], (amount, half, each) => ({ amount: amount + half, unit: each })),
  // "an hour and a half", "час с половиной"
  seq([count, hourUnit, andAHalf], (amount, each, half) => ({ amount: amount + half, unit: each })),
  seq([anHour, andAHalf], (each, half) => ({ amount: 1 + half, unit: each })),
  // "час", "неделю"
  seq([single], (each) => ({ amount: 1, unit: each })),
  means([keyword('halfHour')], { amount: 0.5, unit: 'hour' }),
  means([opt(article), keyword('half'), opt(article), hourUnit], { amount: 0.5, unit: 'hour' }),
  seq([quarters, ofAnHour], (each) => ({ amount: each / 4, unit: 'hour' })),
  seq([keyword('oneAndHalf'), unit], (_, each) => ({ amount: 1.5, unit: each })),
  means([keyword('halfYear')], { amount: 6, unit: 'month' }),
  means([opt(article), keyword('half'), opt(article), sense((each) => (isYear(each) ? true : null))], {
    amount: 6,
    unit: 'month',
  }),
  // "сутки"
  means([keyword('fullDay')], { amount: 1, unit: 'day' }),
  // "часа два", "минут на десять"
  seq([roughly, opt(keyword('for')), alt(integer, numberWord)], (each, _, amount) => ({ amount, unit: each })),
);

function isYear(each: { readonly type: string; readonly unit?: unknown }): boolean {
  return each.type === 'unit' && each.unit === 'year';
}

/** "1h30", "1h 30" */
const hourAndMinutes: Parser<number> = alt(
  seq([integer, hourUnit, adjoined(integer)], (hours, _, rest) => (rest < 60 ? hours * 60 + rest : null)),
  seq([alt(integer, numberWord), hourUnit, figure], (hours, _, { value, decimal, digits }) =>
    value < 60 && digits === 2 && !decimal ? hours * 60 + value : null,
  ),
);

/** "1:30 h", and "1.30 h", which is also 1.3 hours; but "1.25 h" is that. */
const hoursInFigures: Parser<number> = seq(
  [
    sense((each) => {
      switch (each.type) {
        case 'time':
          return each.mark === ':' ? (each.hour <= 12 ? each : null) : each.mark === '.' ? each : null;
        case 'dottedTime':
          return each;
        case 'looseTime':
          return each.mark === ',' ? each : null;
        default:
          return null;
      }
    }),
    hourUnit,
  ],
  (each) => {
    const isWritten = each.type === 'time' && each.mark === ':';
    // What is no whole number of minutes as a fraction ("1.33 h") is neither.
    const fraction = each.hour * 60 + (each.minute * 60) / 100;
    const isBoth = each.minute !== 25 && Number.isInteger(fraction);
    return isWritten || isBoth ? each.hour * 60 + each.minute : null;
  },
);

/** The larger before the smaller, and each once; a whole number of minutes and of months in the end. */
function total(parts: readonly Part[]): Length | null {
  const order = parts.map((each) => ORDER.indexOf(each.unit));
  if (order.some((place, index) => index > 0 && place <= (order[index - 1] ?? 0))) return null;
  const sum = (of: keyof Length) =>
    parts.reduce((before, { amount, unit: each }) => before + amount * SIZES[each][of], 0);
  // 1.1 × 60 is 66.00000000000001
  const [minutes, months] = [Math.round(sum('minutes')), Math.round(sum('months'))];
  if (Math.abs(sum('minutes') - minutes) > 1e-6 || sum('months') !== months) return null;
  return minutes > 0 || months > 0 ? { minutes, months } : null;
}

const ofMinutes = (minutes: number): Length | null => (minutes > 0 ? { minutes, months: 0 } : null);

const joinedPart = seq([opt(keyword('and')), part], (_, each) => each);
/** A length of time: "2h", "1 ч 30 мин", "an hour and a half", "2 weeks". */
export const length: Parser<Length> = memo(
  alt<Length>(
    seq([part], (first) => total([first])),
    seq([part, some(joinedPart)], (first, rest) => total([first, ...rest])),
    seq([hourAndMinutes], ofMinutes),
    seq([hoursInFigures], ofMinutes),
  ),
);

/** How one says that a length is meant: "for", "in", "на", "через", "ещё на". */
const lead = alt<unknown>(means([keyword('for'), opt(keyword('next', 'for'))], true), keyword('in'), keyword('later'));
const fromNow = alt<unknown>(means([keyword('from'), keyword('now')], true), keyword('later'));

const lasting = (each: Length): Reading => ({ kind: 'duration', ...each });
const ofUnit = (each: Unit): Reading => lasting(SIZES[each]);

const MOST_BARE_HOURS = 100;
/** "28.1" is a date. */
const MOST_BARE_FRACTION = 12;
/** Digits that may be minutes: none that only a clock or a calendar would have. */
const bareMinutes: Parser<Reading> = seq([figure], ({ value, decimal, digits, padded }) => {
  if (decimal || value === 0 || padded) return null;
  if (digits > 4 || (digits === 4 && !isClockLike(value))) return null;
  return lasting({ minutes: value, months: 0 });
});
const bareHours: Parser<Reading> = seq([figure], ({ value, decimal, digits }) => {
  const minutes = Math.round(value * 60);
  if (value === 0 || value >= (decimal ? MOST_BARE_FRACTION : MOST_BARE_HOURS) || (decimal && digits > 1)) return null;
  return Math.abs(minutes - value * 60) < 1e-6 ? lasting({ minutes, months: 0 }) : null;
});
/** "в течение", "within" */
const during = alt<unknown>(keyword('within'), means([keyword('at'), keyword('course')], true));

const ahead = keyword('in', 'later');
/** "2 hours", "in 2 hours", "2 hours from now": from now, and no other way to read it. */
export const lengthAhead: Parser<Reading> = alt<Reading>(
  seq([ahead, length], (_, each) => lasting(each)),
  // "in 1:30", "через 1:30"
  seq([ahead, sense((each) => (each.type === 'time' ? each : null))], (_, { hour, minute }) =>
    lasting({ minutes: hour * 60 + minute, months: 0 }),
  ),
  seq([length, fromNow], (each) => lasting(each)),
  seq([during, length], (_, each) => lasting(each)),
  seq([during, genitive], (_, each) => (each === 'day' ? null : ofUnit(each))),
  seq([during, numberWord, minuteUnit], (_, amount) => lasting({ minutes: amount, months: 0 })),
);

/** A length of time from now. */
export const duration: Parser<Reading> = alt<Reading>(
  lengthAhead,
  seq([opt(keyword('for')), length], (_, each) => lasting(each)),
  seq([keyword('for'), keyword('next', 'for'), length], (_, __, each) => lasting(each)),
  // A number and nothing else: minutes or hours? Or a time, see `moments`.
  bareMinutes,
  bareHours,
  seq([lead, integer], (_, each) => (each > 0 && each < 1000 ? lasting({ minutes: each, months: 0 }) : null)),
  seq([lead, bareHours], (_, each) => each),
  means([opt(lead), keyword('halfDay')], { kind: 'halfDay' }),
  means([opt(lead), opt(article), keyword('half'), opt(article), aDay()], { kind: 'halfDay' }),
);

function aDay(): Parser<true> {
  return sense((each) => (each.type === 'unit' && each.unit === 'day' ? true : null));
}

/** Whether it is a number of days, weeks or months, after which one may name a time: "in 2 days at 10:00". */
const wholeDays = (each: Length): Length | null => (each.minutes % DAY === 0 ? each : null);

/** "через 2 дня", "in a week", "2 days from now": as a day. */
export const dayAhead: Parser<Length> = alt<Length>(
  seq([ahead, length], (_, each) => wholeDays(each)),
  seq([length, keyword('from'), keyword('now', 'today')], (each) => wholeDays(each)),
);

/** "2 hours ago", "час назад" */
export const ago: Parser<Reading> = alt<Reading>(
  means([length, keyword('ago')], { kind: 'ago' }),
  means([keyword('last'), alt<unknown>(keyword('week', 'month', 'year', 'night'), definite)], { kind: 'ago' }),
);
