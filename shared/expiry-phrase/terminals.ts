import { alt, keyword, means, opt, sense, seq } from './parser.ts';

/** A number in figures, with how it was written. */
export const figure = sense((each) => (each.type === 'figure' ? each : null));
/** A whole number in figures. */
export const integer = sense((each) => (each.type === 'figure' && !each.decimal ? each.value : null));
const simpleNumber = sense((each) => (each.type === 'number' ? each.value : null));
const isTens = (value: number): boolean => value >= 20 && value % 10 === 0;
/** "two", "двух", "twenty five" */
export const numberWord = alt(
  simpleNumber,
  seq([simpleNumber, simpleNumber], (tens, ones) => (isTens(tens) && ones < 10 ? tens + ones : null)),
);
/** "a" */
export const article = sense((each) => (each.type === 'article' ? 1 : null));
const couple = means([opt(article), keyword('couple'), opt(keyword('of'))], 2);
/** How many. */
export const count = alt(
  // "0930 hours" is a time.
  seq([figure], ({ value, padded, digits }) => (padded && digits === 4 ? null : value)),
  numberWord,
  article,
  couple,
);
/** Whether a Russian noun of this number stands in the form for few: 2, 3, 4, 22, and fractions. */
export const takesFew = (amount: number): boolean =>
  !Number.isInteger(amount) || (amount % 10 >= 2 && amount % 10 <= 4 && Math.floor((amount % 100) / 10) !== 1);
/** How many of what, where the two go together: "12 дня" does not. */
export const counted = seq([count, sense((each) => (each.type === 'unit' ? each : null))], (amount, { unit, few }) =>
  few && !takesFew(amount) ? null : { amount, unit },
);
export const unit = sense((each) => (each.type === 'unit' ? each.unit : null));
export const hourUnit = sense((each) => (each.type === 'unit' && each.unit === 'hour' ? each.unit : null));
export const minuteUnit = sense((each) => (each.type === 'unit' && each.unit === 'minute' ? each.unit : null));
/** "часа" of "в течение часа" */
export const genitive = sense((each) => (each.type === 'genitive' ? each.unit : null));
/** "часа" of "часа два" */
export const roughly = sense((each) => (each.type === 'roughly' ? each.unit : null));
/** "day" of "for the day" */
export const definite = sense((each) => (each.type === 'definite' ? each.period : null));
/** A unit that stands for one of its kind. */
export const single = sense((each) => (each.type === 'single' ? each.unit : null));
export const weekday = sense((each) => (each.type === 'weekday' ? each.weekday : null));
export const month = sense((each) => (each.type === 'month' ? each.month : null));
/** "first", "первого" */
export const ordinalInWords = sense((each) => (each.type === 'ordinalWord' ? each.value : null));
/** "18th", "18-го", "first" */
export const ordinal = alt(
  sense((each) => (each.type === 'ordinal' ? each.value : null)),
  ordinalInWords,
);
export const dayPart = sense((each) => (each.type === 'dayPart' ? each.part : null));
/** "час" for one o'clock */
export const one = sense((each) => (each.type === 'one' ? 1 : null));
/** A number that one takes for a year. */
export const isYear = (value: number): boolean => value >= 2000 && value < 2100;
/** 1830, but not 2020, which is a year first of all. */
export const isClockLike = (value: number): boolean => value < 2400 && value % 100 < 60 && !isYear(value);
/** "2026", "2026 г." */
export const year = seq(
  [
    sense((each) => (each.type === 'figure' && each.digits === 4 && isYear(each.value) ? each.value : null)),
    opt(keyword('year')),
  ],
  (value) => value,
);
