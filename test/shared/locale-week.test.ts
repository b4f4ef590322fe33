import { describe, expect, it } from 'vitest';
import { defaultContext, firstDayOfRegion, firstDayOfWeek } from '../../shared/locale-week.ts';

describe('the first day of the week', () => {
  it.each([
    ['ru-RU', 1],
    ['ru', 1],
    ['en-GB', 1],
    ['en-US', 7],
    ['en', 7],
    ['en-CA', 7],
    ['kk-KZ', 1],
    ['he-IL', 7],
    ['ar-EG', 6],
    ['dv-MV', 5],
    ['en-US-u-fw-mon', 1],
    ['', 1],
    ['not a tag', 1],
  ])('is by the custom of the locale: %s', (locale, day) => {
    expect(firstDayOfWeek(locale)).toBe(day);
  });

  it('is the same from the table of countries as from the runtime', () => {
    const regions = 'RU BY KZ UA GB DE FR NL PL TR FI SE US CA BR MX IL IN JP KR EG IR QA MV'.split(' ');
    for (const region of regions) expect(firstDayOfRegion(region), region).toBe(firstDayOfWeek(`und-${region}`));
  });
});

describe('the hours of somebody who has not said otherwise', () => {
  it('are nine to six', () => {
    expect(defaultContext('Europe/Moscow', 'ru-RU')).toEqual({
      timeZone: 'Europe/Moscow',
      workStart: { hour: 9, minute: 0 },
      workEnd: { hour: 18, minute: 0 },
      weekStart: 1,
    });
  });
});
