import type { Weekday } from '../../expiry.ts';
import { plural } from '../plural.ts';
import { russianWeekdays, withVowel } from '../russian-weekdays.ts';
import type { TextsOf } from '../texts.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const weekdayName = (weekday: Weekday): string => weekdays[weekday - 1] ?? '';

export const en = {
  /** What one would write for a rule; all of it is understood when it is written. */
  rule: {
    none: 'don’t clear',
    minutes: (n: number) => `${n} min`,
    hours: (n: number) => `${n} h`,
    days: (n: number) => `${n} ${plural('en', n, { one: 'day', other: 'days' })}`,
    endOfDay: 'end of day',
    endOfWorkDay: 'end of work day',
    tomorrowMorning: 'until tomorrow',
    endOfWeek: 'end of week',
    weekday: (weekday: Weekday) => `until ${weekdayName(weekday)}`,
    until: (moment: string) => `until ${moment}`,
    through: (date: string) => `through ${date}`,
    dateTime: (date: string, time: string) => `${date}, ${time}`,
  },
  /** A moment in the middle of a sentence: "It ends on Monday, 30 November, at 9:00". */
  moment: {
    today: (time: string) => `today at ${time}`,
    tomorrow: (day: string, time: string) => `tomorrow, ${day}, at ${time}`,
    other: (day: string, time: string) => `on ${day}, at ${time}`,
    /** `date` comes formatted for the locale: "30 November", "November 30". */
    day: (weekday: Weekday, date: string) => `${weekdayName(weekday)}, ${date}`,
    onDay: (weekday: Weekday, date: string) => `${weekdayName(weekday)}, ${date}`,
  },
  /** What a return date means, with the other meaning one click away. */
  means: {
    lastDayAway: (date: string) => `last day away: ${date}`,
    firstDayBack: (date: string) => `first day back: ${date}`,
  },
  phrase: {
    label: 'Until when, in your own words',
    example: '2h, 18:30, until Monday, Dec 10',
    notUnderstood: (part: string) => `Not understood: “${part}”`,
    past: 'This has already passed.',
    tooLong: 'That is too long: a length can be 366 days at most. Give a date instead.',
    ambiguous: 'This can mean more than one thing.',
    options: 'Did you mean:',
  },
};

export const ru: TextsOf<typeof en> = {
  rule: {
    none: 'не сбрасывать',
    minutes: (n) => `${n} мин`,
    hours: (n) => `${n} ч`,
    days: (n) => `${n} ${plural('ru', n, { one: 'день', few: 'дня', many: 'дней' })}`,
    endOfDay: 'до конца дня',
    endOfWorkDay: 'до конца рабочего дня',
    tomorrowMorning: 'до завтра',
    endOfWeek: 'до конца недели',
    weekday: (weekday) => `до ${russianWeekdays[weekday].genitive}`,
    until: (moment) => `до ${moment}`,
    through: (date) => `по ${date}`,
    dateTime: (date, time) => `${date}, ${time}`,
  },
  moment: {
    today: (time) => `сегодня в ${time}`,
    tomorrow: (day, time) => `завтра, ${day}, в ${time}`,
    other: (day, time) => `${day}, в ${time}`,
    day: (weekday, date) => `${russianWeekdays[weekday].nominative}, ${date}`,
    onDay: (weekday, date) => {
      const day = russianWeekdays[weekday].accusative;
      return `${withVowel('в', day)} ${day}, ${date}`;
    },
  },
  means: {
    lastDayAway: (date) => `последний день отсутствия: ${date}`,
    firstDayBack: (date) => `первый день после: ${date}`,
  },
  phrase: {
    label: 'До какого времени, своими словами',
    example: '2 ч, 18:30, до понедельника, 10 декабря',
    notUnderstood: (part) => `Непонятно: «${part}»`,
    past: 'Это время уже прошло.',
    tooLong: 'Слишком долго: можно указать не больше 366 дней. Укажите дату.',
    ambiguous: 'Это можно понять по-разному.',
    options: 'Вы имели в виду:',
  },
};
