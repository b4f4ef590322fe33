import { describe, expect, it } from 'vitest';
import { parseExpiryPhrase } from '../../../shared/expiry-phrase.ts';
import { resolveExpiry, type ExpiryContext } from '../../../shared/expiry.ts';
import { defaultContext } from '../../../shared/locale-week.ts';

const NOON = '2026-11-25T12:00';
const early = { workStart: { hour: 7, minute: 30 }, workEnd: { hour: 16, minute: 30 } };
const late = { workStart: { hour: 13, minute: 0 }, workEnd: { hour: 22, minute: 0 } };
const short = { workStart: { hour: 6, minute: 0 }, workEnd: { hour: 14, minute: 0 } };
const night = { workStart: { hour: 22, minute: 0 }, workEnd: { hour: 6, minute: 0 } };

/** Where and when a phrase said at noon on Wednesday, 25 November 2026 leads to, by the clocks there. */
function end(text: string, timeZone: string, hours: Partial<ExpiryContext>): string {
  const context: ExpiryContext = { ...defaultContext(timeZone, 'ru-RU'), ...hours };
  const now = Temporal.PlainDateTime.from(NOON).toZonedDateTime(timeZone).epochMilliseconds;
  const result = parseExpiryPhrase(text, now, context);
  if (!result.ok) return result.reason;
  const resolved = resolveExpiry(result.rule, now, context);
  if (!resolved.ok || resolved.value === null) return 'none';
  const local = Temporal.Instant.fromEpochMilliseconds(resolved.value).toZonedDateTimeISO(timeZone);
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

describe.each(['Europe/Moscow', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Kathmandu', 'Pacific/Honolulu'])(
  'in %s',
  (zone) => {
    it.each([
      ['usual hours', {}, '2026-11-26T09:00', '2026-11-26T18:00', '2026-11-27T18:00'],
      ['early ones', early, '2026-11-26T07:30', '2026-11-26T16:30', '2026-11-27T16:30'],
      // What begins after noon and ends before the evening says nothing of mornings and evenings.
      ['late ones', late, '2026-11-26T09:00', '2026-11-26T22:00', '2026-11-27T22:00'],
      ['a short day', short, '2026-11-26T06:00', '2026-11-26T18:00', '2026-11-27T14:00'],
      // A night shift's Friday ends on Saturday.
      ['a night shift', night, '2026-11-26T09:00', '2026-11-26T18:00', '2026-11-28T06:00'],
    ])('with %s, mornings and evenings are what people call so', (_, hours, morning, evening, friday) => {
      for (const text of ['tomorrow morning', 'завтра утром', 'до завтрашнего утра']) {
        expect(end(text, zone, hours), text).toBe(morning);
      }
      for (const text of ['tomorrow evening', 'завтра вечером', 'до завтрашнего вечера']) {
        expect(end(text, zone, hours), text).toBe(evening);
      }
      const today = evening.replace('26T', '25T');
      for (const text of ['this evening', 'сегодня вечером', 'до вечера']) {
        expect(end(text, zone, hours), text).toBe(today);
      }
      for (const text of ['COB Friday', 'до конца рабочего дня пятницы']) {
        expect(end(text, zone, hours), text).toBe(friday);
      }
    });

    it('tonight at 8 is at 20:00, whoever works when', () => {
      for (const hours of [{}, early, late, short, night]) {
        expect(end('tonight at 8', zone, hours)).toBe('2026-11-25T20:00');
      }
    });

    it('what starts with work starts with that of the person', () => {
      expect(end('until tomorrow', zone, night)).toBe('2026-11-26T22:00');
      expect(end('до понедельника', zone, early)).toBe('2026-11-30T07:30');
    });
  },
);
