import { plural } from '../plural.ts';
import type { TextsOf } from '../texts.ts';

/** Moments and lengths of time. `date` and `time` come formatted for the locale. */
export const en = {
  until: (moment: string) => `until ${moment}`,
  today: (time: string) => `today, ${time}`,
  tomorrow: (time: string) => `tomorrow, ${time}`,
  dateTime: (date: string, time: string) => `${date}, ${time}`,
  inZone: (moment: string, zone: string) => `${moment} (${zone})`,
  noEnd: 'until you clear it',
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  days: (n: number) => `${n} ${plural('en', n, { one: 'day', other: 'days' })}`,
  left: (duration: string) => `${duration} left`,
  lessThanMinute: 'less than a minute left',
  endOfDay: 'end of day',
};

export const ru: TextsOf<typeof en> = {
  until: (moment) => `до ${moment}`,
  today: (time) => `сегодня, ${time}`,
  tomorrow: (time) => `завтра, ${time}`,
  dateTime: (date, time) => `${date}, ${time}`,
  inZone: (moment, zone) => `${moment} (${zone})`,
  noEnd: 'пока не сбросите',
  minutes: (n) => `${n} мин`,
  hours: (n) => `${n} ч`,
  days: (n) => `${n} ${plural('ru', n, { one: 'день', few: 'дня', many: 'дней' })}`,
  left: (duration) => `ещё ${duration}`,
  lessThanMinute: 'меньше минуты',
  endOfDay: 'до конца дня',
};
