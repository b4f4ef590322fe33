import { clockAt, hourOf, inPart } from './clock-values.ts';
import { adjoined, alt, keyword, means, memo, opt, sense, seq, type Parser } from './parser.ts';
import type { Clock } from './reading.ts';
import { relativeClock } from './relative-clocks.ts';
import { dayPart, figure, hourUnit, integer, isClockLike, minuteUnit, numberWord, one, takesFew } from './terminals.ts';

/** Somebody with a clock of twelve may write it for the evening; nobody writes "06:30" so. */
const isEither = (hour: number, padded: boolean): boolean => !padded && hour >= 1 && hour < 12;

const time = sense((each) => (each.type === 'time' ? each : null));
/** "18:30", "06:30 pm" */
const written: Parser<Clock> = alt<Clock>(
  seq([time], (each) => clockAt(each.hour, each.minute, isEither(each.hour, each.padded))),
  seq([time, opt(keyword('in', 'at')), dayPart], (each, _, part) => inPart(each.hour, each.minute, part)),
);

const hour = alt(integer, numberWord);
const hours = sense((each) => (each.type === 'hours' ? each : null));
const hundredHours = sense((each) => (each.type === 'hundredHours' ? each : null));
const oclock = alt<unknown>(keyword('oclock'), hours);

/** "6 pm", "6 часов вечера", "час дня", "12 дня". "2 дня" alone is two days. */
const hourInPart: Parser<Clock> = alt<Clock>(
  seq([hour, dayPart], (value, each) => (each === 'afternoon' && takesFew(value) ? null : inPart(value, 0, each))),
  seq([hour, oclock, dayPart], (value, _, each) => inPart(value, 0, each)),
  // "6 in the evening", "10 at night"
  seq([hour, opt(oclock), keyword('in', 'at'), dayPart], (value, _, __, each) => inPart(value, 0, each)),
  // "12 ночи" is midnight, so it is two on a day that is named: see `named`.
  seq([hour, opt(oclock), dayPart], (value, _, each) => (value === 12 && each === 'night' ? clockAt(0, 0) : null)),
  seq([one, dayPart], (value, each) => inPart(value, 0, each)),
);

/** "1830", "930", "0930"; `yearLike` = "2027" */
const compact = seq([figure], ({ value, decimal, digits, padded }) => {
  const [hourOfDay, minute] = [Math.floor(value / 100), value % 100];
  if (decimal || digits < 3 || digits > 4 || minute > 59 || hourOfDay > 23 || (digits === 3 && padded)) return null;
  return {
    clock: clockAt(hourOfDay, minute, isEither(hourOfDay, padded)),
    yearLike: digits === 4 && !padded && !isClockLike(value),
  };
});
/** "1830", where no year is meant. */
export const compactTime: Parser<Clock> = seq([compact], ({ clock, yearLike }) => (yearLike ? null : clock));

/** "18 30", "17ч10", "18 часов 30 минут": hours and minutes apart. */
const apart: Parser<Clock> = alt<Clock>(
  seq([figure, figure], (each, { value, digits, decimal }) =>
    each.decimal || decimal || digits !== 2 || each.digits > 2 || each.value > 23 || value > 59
      ? null
      : clockAt(each.value, value, isEither(each.value, each.padded)),
  ),
  seq([integer, hourUnit, integer, opt(minuteUnit)], (value, _, rest) =>
    value > 23 || rest > 59 ? null : clockAt(value, rest, isEither(value, false)),
  ),
);
const looseTime: Parser<Clock> = sense((each) =>
  each.type === 'looseTime' && each.mark === '-' ? clockAt(each.hour, each.minute) : null,
);

/** "18", "6 часов", "час", "1830", "18-15": times only where a word says so. An hour up to 12 is two times. */
export const bareHour: Parser<Clock> = memo(
  alt<Clock>(
    ...[false, true].flatMap((afternoon) => [
      seq([hour, opt(oclock)], (value) => hourOf(value, afternoon)),
      seq([one], (value) => hourOf(value, afternoon)),
    ]),
    seq([hour, dayPart], (value, each) => (each === 'afternoon' ? inPart(value, 0, each) : null)),
    seq([compact, opt(alt<unknown>(oclock, hundredHours))], ({ clock }) => clock),
    seq([time, hours], (each) => clockAt(each.hour, each.minute, isEither(each.hour, each.padded))),
    apart,
    looseTime,
  ),
);

/** From how many hours on "17h10" may be a time as well as a length. */
const LONG_FOR_A_LENGTH = 5;

/** A number and nothing else, or one that may as well be a length. */
export const loneHour: Parser<Clock> = alt<Clock>(
  seq([integer], (value) => (value === 0 ? null : hourOf(value, false))),
  seq([integer], (value) => hourOf(value, true)),
  compactTime,
  // "2000" may be a year, "2000 hours" may not
  seq([compact, hundredHours], ({ clock }) => clock),
  // "17ч10", "17 h 10"
  seq([integer, hourUnit, alt(adjoined(integer), integer)], (value, _, rest) =>
    value < LONG_FOR_A_LENGTH || value > 23 || rest > 59 ? null : clockAt(value, rest, isEither(value, false)),
  ),
  // "18:30 ч"
  seq([time, hours], (each) =>
    each.hour < LONG_FOR_A_LENGTH ? null : clockAt(each.hour, each.minute, isEither(each.hour, each.padded)),
  ),
);

/** "18 часов" may be meant as a time without "до" as well; "5 часов" and "18 ч" are lengths. */
export const fullHours: Parser<Clock> = seq(
  [integer, sense((each) => (each.type === 'hours' && each.full ? each : null))],
  (value) => (value > 12 && value <= 24 ? clockAt(value, 0) : null),
);

const named: Parser<Clock> = alt<Clock>(
  means([opt(keyword('in')), keyword('morning')], { kind: 'morning' }),
  means([opt(keyword('in')), keyword('evening')], { kind: 'evening' }),
  means([keyword('noon')], clockAt(12, 0)),
  means([keyword('night')], clockAt(24, 0)),
  // Of a day that is named: the one it begins with, or the one it ends with?
  means([keyword('midnight')], clockAt(0, 0)),
  means([keyword('midnight')], clockAt(24, 0)),
);

/** A time that needs no word before it. */
export const clock: Parser<Clock> = memo(alt(written, hourInPart, relativeClock, named));
/** "18.10", where a date would do as well. */
export const dottedTime: Parser<Clock> = sense((each) =>
  each.type === 'dottedTime' ? clockAt(each.hour, each.minute) : null,
);
/** "часов в шесть", "часам к шести": about then. */
const roughHour: Parser<Clock> = seq([hours, keyword('at', 'until'), bareHour], (_, __, each) => each);
export const clockAfterAt: Parser<Clock> = memo(alt<Clock>(clock, bareHour, dottedTime));

/** "at 6", "until 18", "в 18.10"; or a time that needs no such word. */
export const clockPhrase: Parser<Clock> = memo(
  alt<Clock>(
    clock,
    seq([keyword('at'), clockAfterAt], (_, each) => each),
    seq([keyword('until'), alt(bareHour, clock)], (_, each) => each),
    // "до полдня" is said for "до полудня".
    means([keyword('until'), keyword('halfDay')], clockAt(12, 0)),
    roughHour,
  ),
);

/** "Tonight at 8", "8 tonight": an hour of this evening or of the night after it. */
export const tonight: Parser<{ readonly clock: Clock; readonly tomorrow: boolean }> = seq(
  [
    alt(
      seq([keyword('tonight'), opt(keyword('at', 'until')), clockAfterAt], (_, __, each) => each),
      seq([opt(keyword('at', 'until')), clockAfterAt, keyword('tonight')], (_, each) => each),
    ),
  ],
  (each) => {
    if (each.kind !== 'at') return null;
    // On a clock of twelve: five to eleven are in the evening, twelve is midnight, the rest is after it.
    if (each.hour >= 5 && each.hour < 12) return { clock: clockAt(each.hour + 12, each.minute), tomorrow: false };
    if (each.hour === 12) {
      return { clock: each.minute === 0 ? clockAt(24, 0) : clockAt(0, each.minute), tomorrow: each.minute > 0 };
    }
    return each.hour > 12 && each.hour < 17 ? null : { clock: each, tomorrow: each.hour < 5 };
  },
);
