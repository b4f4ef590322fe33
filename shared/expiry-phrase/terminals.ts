import { alt, keyword, opt, sense, seq } from './parser.ts';

const figure = sense((each) => (each.type === 'figure' ? each : null));
/** A whole number in figures. */
export const integer = sense((each) => (each.type === 'figure' && !each.decimal ? each.value : null));
/** "two", "двух" */
export const numberWord = sense((each) => (each.type === 'number' ? each.value : null));
/** "a" */
export const article = sense((each) => (each.type === 'article' ? 1 : null));
/** How many. */
export const count = alt(
  seq([figure], ({ value }) => value),
  numberWord,
  article,
);
export const unit = sense((each) => (each.type === 'unit' ? each.unit : null));
export const hourUnit = sense((each) => (each.type === 'unit' && each.unit === 'hour' ? each.unit : null));
/** A unit that stands for one of its kind. */
export const single = sense((each) => (each.type === 'single' ? each.unit : null));
export const weekday = sense((each) => (each.type === 'weekday' ? each.weekday : null));
export const month = sense((each) => (each.type === 'month' ? each.month : null));
export const ordinal = sense((each) => (each.type === 'ordinal' ? each.value : null));
export const dayPart = sense((each) => (each.type === 'dayPart' ? each.part : null));
/** "час" for one o'clock */
export const one = sense((each) => (each.type === 'one' ? 1 : null));
/** "2026", "2026 г." */
export const year = seq(
  [sense((each) => (each.type === 'figure' && each.digits === 4 ? each.value : null)), opt(keyword('year'))],
  (value) => value,
);
