import type { Clock } from './reading.ts';
import type { DayPart } from './words.ts';

export const clockAt = (hour: number, minute: number, either = false): Clock => ({ kind: 'at', hour, minute, either });

/** On a clock of twelve in the morning, or 12 hours later; null where the number is no hour, or the clock has 24. */
export function hourOf(value: number, afternoon: boolean, minute = 0): Clock | null {
  if (!Number.isInteger(value) || value < 0 || value > 24 || minute > 59 || (value === 24 && minute > 0)) return null;
  if (value === 0 || value > 12) return afternoon ? null : clockAt(value, minute);
  // Half past twelve comes before one, in the morning as well as in the afternoon.
  if (value === 12 && minute > 0) return clockAt(afternoon ? 12 : 0, minute);
  return clockAt(afternoon ? value + 12 : value, minute);
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

/** "6 pm", "6 вечера"; null where that part of a day has no such hour. */
export function inPart(value: number, minute: number, each: DayPart): Clock | null {
  if (!Number.isInteger(value) || value < 1 || value > 12) return null;
  const found = hoursOfPart[each](value);
  return found === null ? null : clockAt(found % 24 === 0 && minute > 0 ? 0 : found, minute);
}
