import { adjoined, alt, keyword, means, opt, seq, some, type Parser } from './parser.ts';
import type { Reading } from './reading.ts';
import { article, count, hourUnit, integer, single, unit } from './terminals.ts';
import type { Unit } from './words.ts';

const MINUTES: Readonly<Record<Unit, number>> = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 };

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

const part: Parser<Part> = alt<Part>(
  seq([count, unit], (amount, each) => ({ amount, unit: each })),
  // "2 and a half hours", "2 с половиной часа"
  seq([count, andAHalf, unit], (amount, half, each) => ({ amount: amount + half, unit: each })),
  // "an hour and a half", "час с половиной"
  seq([count, hourUnit, andAHalf], (amount, each, half) => ({ amount: amount + half, unit: each })),
  seq([anHour, andAHalf], (each, half) => ({ amount: 1 + half, unit: each })),
  seq([anHour], (each) => ({ amount: 1, unit: each })),
  means([keyword('halfHour')], { amount: 0.5, unit: 'hour' }),
  means([opt(article), keyword('half'), opt(article), hourUnit], { amount: 0.5, unit: 'hour' }),
  means([keyword('oneAndHalf'), hourUnit], { amount: 1.5, unit: 'hour' }),
);

/** "1h30" */
const hourAndMinutes: Parser<number> = seq([integer, hourUnit, adjoined(integer)], (hours, _, rest) =>
  rest < 60 ? hours * 60 + rest : null,
);

/** Hours before minutes, and each once; a whole number of minutes in the end. */
function total(parts: readonly Part[]): number | null {
  const sizes = parts.map((each) => MINUTES[each.unit]);
  if (sizes.some((size, index) => index > 0 && size >= (sizes[index - 1] ?? 0))) return null;
  const sum = parts.reduce((before, { amount, unit: each }) => before + amount * MINUTES[each], 0);
  // 1.1 × 60 is 66.00000000000001
  const rounded = Math.round(sum);
  return rounded > 0 && Math.abs(sum - rounded) < 1e-6 ? rounded : null;
}

const joinedPart = seq([opt(keyword('and')), part], (_, each) => each);
/** A length of time in minutes: "2h", "1 ч 30 мин", "an hour and a half". */
export const minutes: Parser<number> = alt(
  seq([part], (first) => total([first])),
  seq([part, some(joinedPart)], (first, rest) => total([first, ...rest])),
  hourAndMinutes,
);

/** How one says that a length is meant: "for", "in", "на", "через", "ещё на". */
const lead = alt<unknown>(means([keyword('for'), opt(keyword('next', 'for'))], true), keyword('in'), keyword('later'));

const length = (each: number): Reading => ({ kind: 'duration', minutes: each });

const bareNumber = (each: number): Reading | null => (each > 0 && each < 1000 * 60 ? length(each) : null);

/** A length of time from now. */
export const duration: Parser<Reading> = alt<Reading>(
  seq([opt(lead), minutes], (_, each) => length(each)),
  // "на день", "через неделю"
  seq([lead, single], (_, each) => (each === 'hour' ? null : length(MINUTES[each]))),
  // A number and nothing else: minutes or hours? Or a time, see `moments`.
  seq([opt(lead), integer], (_, each) => bareNumber(each)),
  seq([opt(lead), integer], (_, hours) => bareNumber(hours * 60)),
);
