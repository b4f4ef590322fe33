import type { ExpiryRule } from './expiry.ts';
import { messages } from './i18n/index.ts';
import type { Locale } from './i18n/locale.ts';
import type { Preset } from './presets.ts';

const MONDAY = 1;

/** The six presets to begin with, in a language. */
export function builtInPresets(locale: Locale): readonly Preset[] {
  const texts = messages(locale).presets;
  return [
    {
      id: 'vacation',
      emoji: '🏖️',
      title: texts.vacation.title,
      isAway: true,
      awayTemplate: texts.vacation.away,
      deputy: null,
      expiry: { kind: 'nextWeekday', weekday: MONDAY },
      asks: [],
      hidden: false,
    },
    {
      id: 'sick',
      emoji: '🤒',
      title: texts.sick.title,
      isAway: true,
      awayTemplate: texts.sick.away,
      deputy: null,
      expiry: { kind: 'endOfDay' },
      asks: [],
      hidden: false,
    },
    preset('lunch', '🍽️', texts.lunch.title, { kind: 'duration', minutes: 60 }),
    preset('meeting', '📅', texts.meeting.title, { kind: 'duration', minutes: 60 }),
    preset('focus', '🎧', texts.focus.title, { kind: 'duration', minutes: 120 }),
    preset('remote', '🏠', texts.remote.title, { kind: 'endOfDay' }),
  ];
}

function preset(id: string, emoji: string, title: string, expiry: ExpiryRule): Preset {
  return { id, emoji, title, isAway: false, awayTemplate: null, deputy: null, expiry, asks: [], hidden: false };
}
