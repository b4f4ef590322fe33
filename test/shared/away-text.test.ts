import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillAwayText, returnDate } from '../../shared/away-text.ts';
import { locales } from '../../shared/i18n/locale.ts';

const moscow = 'Europe/Moscow';
/** Nine in the morning in Moscow, on one day of each kind. */
const mornings = [
  ['2026-11-30T06:00Z', 'Monday, 30 November', 'в понедельник, 30 ноября'],
  ['2026-12-01T06:00Z', 'Tuesday, 1 December', 'во вторник, 1 декабря'],
  ['2027-03-03T06:00Z', 'Wednesday, 3 March', 'в среду, 3 марта'],
  ['2026-05-07T06:00Z', 'Thursday, 7 May', 'в четверг, 7 мая'],
  ['2026-08-21T06:00Z', 'Friday, 21 August', 'в пятницу, 21 августа'],
  ['2026-02-28T06:00Z', 'Saturday, 28 February', 'в субботу, 28 февраля'],
  ['2026-06-14T06:00Z', 'Sunday, 14 June', 'в воскресенье, 14 июня'],
] as const;
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;

describe('the day one is back', () => {
  it.each(mornings)('%s reads as a sentence goes on in each language', (iso, english, russian) => {
    expect(returnDate(at(iso), moscow, 'en')).toBe(english);
    expect(returnDate(at(iso), moscow, 'ru')).toBe(russian);
  });

  it('is the day it then is where the person lives', () => {
    const lateSunday = at('2026-11-29T22:30Z');
    expect(returnDate(lateSunday, moscow, 'en')).toBe('Monday, 30 November');
    expect(returnDate(lateSunday, 'Europe/London', 'en')).toBe('Sunday, 29 November');
    expect(returnDate(lateSunday, 'America/New_York', 'ru')).toBe('в воскресенье, 29 ноября');
  });
});

describe('an away message', () => {
  const monday = at('2026-11-30T06:00Z');

  it('has the return date wherever its template says {until}', () => {
    expect(fillAwayText('Back on {until}.', monday, moscow, 'en')).toBe('Back on Monday, 30 November.');
    expect(fillAwayText('{until} / {until}', monday, moscow, 'ru')).toBe(
      'в понедельник, 30 ноября / в понедельник, 30 ноября',
    );
  });

  it('names the day it then is where the person lives', () => {
    const lateSunday = at('2026-11-29T22:30Z');
    expect(fillAwayText('{until}', lateSunday, moscow, 'en')).toBe('Monday, 30 November');
    expect(fillAwayText('{until}', lateSunday, 'Europe/London', 'en')).toBe('Sunday, 29 November');
  });

  it('keeps {until} where the status has no end, so that the person sees what is missing', () => {
    expect(fillAwayText('Back on {until}.', null, moscow, 'en')).toBe('Back on {until}.');
  });

  it('leaves everything else as the person wrote it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((each) => !each.includes('{until}'));
    fc.assert(
      fc.property(text, text, fc.constantFrom(...locales), (before, after, locale) => {
        const filled = fillAwayText(`${before}{until}${after}`, monday, moscow, locale);
        expect(filled).toBe(before + returnDate(monday, moscow, locale) + after);
        expect(fillAwayText(before, monday, moscow, locale)).toBe(before);
      }),
    );
  });
});
