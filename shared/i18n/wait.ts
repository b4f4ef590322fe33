import { plural } from './plural.ts';

type Unit = 'second' | 'minute' | 'hour';

/** A wait in the unit a person thinks of it in, rounded up: nobody should come back too early. */
function inUnit(seconds: number): readonly [count: number, unit: Unit] {
  if (seconds < 60) return [Math.ceil(seconds), 'second'];
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120 && minutes !== 60) return [minutes, 'minute'];
  return [Math.ceil(minutes / 60), 'hour'];
}

const english = {
  second: { one: 'second', other: 'seconds' },
  minute: { one: 'minute', other: 'minutes' },
  hour: { one: 'hour', other: 'hours' },
} as const;

/** In the case that follows "подождать" and "через". */
const russian = {
  second: { one: 'секунду', few: 'секунды', many: 'секунд' },
  minute: { one: 'минуту', few: 'минуты', many: 'минут' },
  hour: { one: 'час', few: 'часа', many: 'часов' },
} as const;

const short = {
  en: { second: 's', minute: 'min', hour: 'h' },
  ru: { second: 'с', minute: 'мин', hour: 'ч' },
} as const;

/** "40 seconds", "2 minutes", "24 hours". */
export const en = (seconds: number): string => {
  const [count, unit] = inUnit(seconds);
  return `${count} ${plural('en', count, english[unit])}`;
};

/** "40 секунд", "2 минуты", "24 часа", as after "подождать" and "через". */
export const ru = (seconds: number): string => {
  const [count, unit] = inUnit(seconds);
  return `${count} ${plural('ru', count, russian[unit])}`;
};

/** "40 s", "2 min", "24 h" where there is little room. */
export const shortWait = (locale: 'en' | 'ru', seconds: number): string => {
  const [count, unit] = inUnit(seconds);
  return `${count} ${short[locale][unit]}`;
};
