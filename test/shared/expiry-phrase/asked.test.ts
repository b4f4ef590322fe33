import { describe, expect, it } from 'vitest';
import { parseExpiryPhrase } from '../../../shared/expiry-phrase.ts';
import type { ExpiryContext } from '../../../shared/expiry.ts';
import { at, inMoscow, noon, parse } from './support.ts';

describe('what can be read in two ways is asked about', () => {
  it.each([
    ['till 6', '18:00, or 2026-11-26 6:00'],
    ['до 6', '18:00, or 2026-11-26 6:00'],
    ['до шести', '18:00, or 2026-11-26 6:00'],
    ['до 12', 'endOfDay, or 2026-11-26 12:00'],
    ['в час', '13:00, or 2026-11-26 1:00'],
    ['завтра в 3', '2026-11-26 3:00, or 2026-11-26 15:00'],
    ['до 18.10', '18:10, or 2027-10-18 firstDayBack'],
    ['until 18.05', '18:05, or 2027-05-18 firstDayBack'],
    ['18.10', '18:10, or 2027-10-18 firstDayBack'],
    ['10.12', '2026-11-26 10:12, or 2026-12-10 firstDayBack'],
    ['до 10-12', '2026-11-26 10:12, or 2026-12-10 firstDayBack'],
    ['Thu 10.12', '2026-11-26 10:12, or 2026-12-10 firstDayBack'],
    ['1830', '18:30, or 1830 min'],
    ['1400', '14:00, or 1400 min'],
    ['930', '21:30, or 930 min, or 2026-11-26 9:30'],
    ['1500 hours', '15:00, or 90000 min'],
    ['1.30h', '78 min, or 90 min'],
    ['1,30 ч', '78 min, or 90 min'],
    ['1.5', '90 min, or 2027-05-01 firstDayBack'],
    ['17ч10', '17:10, or 1030 min'],
    ['17 h 10', '17:10, or 1030 min'],
    ['8ч30', '510 min, or 20:30, or 2026-11-26 8:30'],
    ['until 2027', '20:27, or 2027-01-01 firstDayBack'],
    ['half past five', '17:30, or 2026-11-26 5:30'],
    ['quarter to six', '17:45, or 2026-11-26 5:45'],
    ['ten to six', '17:50, or 2026-11-26 5:50'],
    ['полшестого', '17:30, or 2026-11-26 5:30'],
    ['в половине шестого', '17:30, or 2026-11-26 5:30'],
    ['пол-одиннадцатого', '22:30, or 2026-11-26 10:30'],
    ['без пяти шесть', '17:55, or 2026-11-26 5:55'],
    ['двадцать минут шестого', '17:20, or 2026-11-26 5:20'],
    ['часов в шесть', '18:00, or 2026-11-26 6:00'],
    ['до 3-х', '15:00, or 2026-11-26 3:00'],
    ['полдня', '270 min, or 720 min'],
    ['half a day', '270 min, or 720 min'],
    ['день', 'endOfDay, or 1440 min'],
    ['в течение недели', 'endOfWeek, or 10080 min'],
    ['12/10', '2026-12-10 firstDayBack, or 2027-10-12 firstDayBack'],
    ['12/10/2027', '2027-10-12 firstDayBack, or 2027-12-10 firstDayBack'],
    ['18', '18 min, or 18:00, or 1080 min'],
    ['for 2', '2 min, or 120 min'],
    ['на 2', '2 min, or 120 min'],
    ['18 часов', '18:00, or 1080 min'],
    ['next Friday', 'weekday 5, or 2026-12-04 firstDayBack'],
    ['в следующую пятницу', 'weekday 5, or 2026-12-04 firstDayBack'],
    ['по среду', '2026-11-25 lastDayAway, or 2026-12-02 lastDayAway'],
    ['завтра в 12 ночи', '2026-11-26 0:00, or 2026-11-26 lastDayAway'],
    ['tomorrow at midnight', '2026-11-26 0:00, or 2026-11-26 lastDayAway'],
  ])('“%s”: %s', (text, meanings) => {
    expect(parseExpiryPhrase(text, noon, inMoscow)).toMatchObject({ ok: false, reason: 'ambiguous' });
    expect(parse(text)).toBe(meanings);
  });

  it('unless all but one have passed on the day that was named', () => {
    expect(parse('today at 6')).toBe('18:00');
  });

  it('by where the week starts: “next Monday”, said on a Sunday', () => {
    const sunday = at('2026-11-29T12:00+03:00');
    expect(parse('next Monday', sunday)).toBe('weekday 1');
    const fromSunday: ExpiryContext = { ...inMoscow, weekStart: 7 };
    expect(parse('next Monday', sunday, fromSunday)).toBe('weekday 1, or 2026-12-07 firstDayBack');
    expect(parse('until next week', noon, fromSunday)).toBe('weekday 7, or weekday 1');
    expect(parse('until next week', sunday, fromSunday)).toBe('weekday 7, or 2026-12-07 firstDayBack');
  });
});
