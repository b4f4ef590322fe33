import type { Locale } from '../locale.ts';
import type { TextsOf } from '../texts.ts';

/** The settings about time. They are loaded with the settings, and their texts with them. */
export const en = {
  heading: 'Time',
  workHours: 'Working hours',
  workStart: 'From',
  workEnd: 'To',
  workHint: '“Tomorrow morning” and “until Monday” mean the start of work, “end of work” the end of it.',
  weekStart: 'The week starts on',
  /** Monday first, ISO 8601. */
  weekdays: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
  weekStartAuto: (day: string) => `Auto (${day})`,
  zone: 'Whose time zone counts',
  zones: {
    computer: (zone: string) => `Computer: ${zone}`,
    profile: (zone: string) => `Profile: ${zone}`,
  },
  zoneUnknown: 'not known',
  warn: 'Warn before the end, minutes',
  warnOff: 'Off',
};

export const ru: TextsOf<typeof en> = {
  heading: 'Время',
  workHours: 'Рабочие часы',
  workStart: 'С',
  workEnd: 'До',
  workHint: '«До завтрашнего утра» и «до понедельника» — это начало работы, «до конца работы» — её конец.',
  weekStart: 'Неделя начинается',
  weekdays: { 1: 'пн', 2: 'вт', 3: 'ср', 4: 'чт', 5: 'пт', 6: 'сб', 7: 'вс' },
  weekStartAuto: (day) => `Авто (${day})`,
  zone: 'Чей часовой пояс считать',
  zones: {
    computer: (zone) => `Компьютер: ${zone}`,
    profile: (zone) => `Профиль: ${zone}`,
  },
  zoneUnknown: 'неизвестен',
  warn: 'Предупреждать о конце, минут',
  warnOff: 'Нет',
};

/** The texts of the settings about time in a language. */
export const settingsTimeTexts = (locale: Locale): TextsOf<typeof en> => ({ en, ru })[locale];
