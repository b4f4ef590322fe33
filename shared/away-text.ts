import type { Locale } from './i18n/locale.ts';

/** "В понедельник", "во вторник": the return date in Russian carries its own preposition, because it varies. Monday first. */
const onWeekday = [
  'в понедельник',
  'во вторник',
  'в среду',
  'в четверг',
  'в пятницу',
  'в субботу',
  'в воскресенье',
] as const;

/**
 * The day on which the person is back, in the language of the text: "Monday, 30 November", "в понедельник, 30 ноября".
 * The status ends when that day begins or in the course of it.
 * @param at epoch milliseconds
 */
export function returnDate(at: number, timeZone: string, locale: Locale): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const parts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone };
  if (locale === 'en')
    return new Intl.DateTimeFormat('en-GB', { ...parts, weekday: 'long' }).format(at).replace(/^(\p{L}+) /u, '$1, ');
  const date = new Intl.DateTimeFormat('ru-RU', parts).format(at);
  return `${onWeekday[day.dayOfWeek - 1] ?? ''}, ${date}`;
}

/**
 * Fills an away message. `{until}` becomes the return date; without an end it stays as it is, so that the person sees
 * that something is missing rather than a sentence with a hole.
 * @param expiresAt the status's end in epoch milliseconds, or null
 */
export function fillAwayText(template: string, expiresAt: number | null, timeZone: string, locale: Locale): string {
  if (expiresAt === null) return template;
  return template.replaceAll('{until}', () => returnDate(expiresAt, timeZone, locale));
}
