import { alt, keyword, means, opt, sense, seq, type Parser } from './parser.ts';
import type { Clock } from './reading.ts';
import { dayPart, integer, numberWord, one } from './terminals.ts';
import type { DayPart } from './words.ts';

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
  seq([hour, opt(oclock), keyword('in'), dayPart], (value, _, __, each) => inPart(value, 0, each)),
  // "12 ночи" is midnight, so it is two on a day that is named: see `named`.
  seq([hour, opt(oclock), dayPart], (value, _, each) => (value === 12 && each === 'night' ? clockAt(0, 0) : null)),
  seq([one, dayPart], (value, each) => inPart(value, 0, each)),
);

/** "18", "6 часов", "час": times only where a word says so. An hour up to 12 is two times. */
export const bareHour: Parser<Clock> = alt<Clock>(
  ...[false, true].flatMap((afternoon) => [
    seq([hour, opt(oclock)], (value) => hourOf(value, afternoon)),
    seq([one], (value) => hourOf(value, afternoon)),
  ]),
  seq([hour, dayPart], (value, each) => (each === 'afternoon' ? inPart(value, 0, each) : null)),
);

/** A number and nothing else. */
export const loneHour: Parser<Clock> = alt<Clock>(
  seq([integer], (value) => (value === 0 ? null : hourOf(value, false))),
  seq([integer], (value) => hourOf(value, true)),
);

/** "18 часов" may be meant as a time without "до" as well; "5 часов" and "18 ч" are lengths. */
export const fullHours: Parser<Clock> = seq(
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
  means([opt(keyword('in')), keyword('morning')], { kind: 'morning' }),
  means([opt(keyword('in')), keyword('evening')], { kind: 'evening' }),
  means([keyword('noon')], clockAt(12, 0)),
  // Of a day that is named: the one it begins with, or the one it ends with?
  means([keyword('midnight')], clockAt(0, 0)),
  means([keyword('midnight')], clockAt(24, 0)),
);

/** A time that needs no word before it. */
export const clock: Parser<Clock> = alt(written, hourInPart, named);
/** "18.10", where it cannot be a date. */
export const dottedTime: Parser<Clock> = sense((each) =>
  each.type === 'dottedTime' ? clockAt(each.hour, each.minute) : null,
);
export const clockAfterAt: Parser<Clock> = alt<Clock>(clock, bareHour, dottedTime);
