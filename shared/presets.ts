import { fillAwayText } from './away-text.ts';
import { resolveExpiry, type ExpiryContext, type ExpiryRule } from './expiry.ts';
import { messages } from './i18n/index.ts';
import type { Locale } from './i18n/locale.ts';
import { ok, type Result } from './result.ts';
import type { Status } from './status.ts';

/** A status ready to be set with one click. */
export interface Preset {
  /** Stays the same across languages and edits. */
  readonly id: string;
  readonly emoji: string;
  readonly title: string;
  readonly isAway: boolean;
  /** Template of the away message (`away-text.ts`), or null. */
  readonly awayTemplate: string | null;
  readonly expiry: ExpiryRule;
}

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
      expiry: { kind: 'nextWeekday', weekday: MONDAY },
    },
    {
      id: 'sick',
      emoji: '🤒',
      title: texts.sick.title,
      isAway: true,
      awayTemplate: texts.sick.away,
      expiry: { kind: 'endOfDay' },
    },
    preset('lunch', '🍽️', texts.lunch.title, { kind: 'duration', minutes: 60 }),
    preset('meeting', '📅', texts.meeting.title, { kind: 'duration', minutes: 60 }),
    preset('focus', '🎧', texts.focus.title, { kind: 'duration', minutes: 120 }),
    preset('remote', '🏠', texts.remote.title, { kind: 'endOfDay' }),
  ];
}

function preset(id: string, emoji: string, title: string, expiry: ExpiryRule): Preset {
  return { id, emoji, title, isAway: false, awayTemplate: null, expiry };
}

/**
 * The status a preset stands for when it is applied at `now`.
 * @param now epoch milliseconds
 * @param locale the language of an away message that has no words of its own
 * @returns what {@link resolveExpiry} says about an end that there is not
 */
export function statusOf(preset: Preset, now: number, locale: Locale, context: ExpiryContext): Result<Status> {
  const end = resolveExpiry(preset.expiry, now, context);
  if (!end.ok) return end;
  const expiresAt = end.value;
  const { emoji, title, isAway, awayTemplate } = preset;
  const awayMessage =
    awayTemplate === null
      ? null
      : fillAwayText(awayTemplate, { expiresAt, deputy: null, name: null }, { now, locale, context });
  return ok({ emoji, title, expiresAt, isAway, awayMessage });
}
