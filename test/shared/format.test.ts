import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeMoment,
  describeRule,
  formatDate,
  formatDuration,
  formatMoment,
  formatMomentShort,
  formatRule,
  formatTime,
  formatTimeLeft,
  formatUntil,
  type TimeStyle,
} from '../../shared/format.ts';
import type { ExpiryRule, Weekday } from '../../shared/expiry.ts';
import { locales } from '../../shared/i18n/locale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const moscow = 'Europe/Moscow';
const british: TimeStyle = { locale: 'en', dateLocale: 'en-GB', timeZone: moscow };
const american: TimeStyle = { locale: 'en', dateLocale: 'en-US', timeZone: moscow };
const russian: TimeStyle = { locale: 'ru', dateLocale: 'ru-RU', timeZone: moscow };

/** Epoch milliseconds of a moment that is written with its offset. */
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
/** Saturday noon in Moscow. */
const now = at('2026-11-21T12:00+03:00');

describe('a moment', () => {
  it.each([
    ['2026-11-21T18:30+03:00', '18:30', '6:30\u00a0PM', '18:30'],
    ['2026-11-21T23:59:59.999+03:00', '23:59', '11:59\u00a0PM', '23:59'],
    ['2026-11-22T00:00+03:00', 'tomorrow, 0:00', 'tomorrow, 12:00\u00a0AM', 'завтра, 0:00'],
    ['2026-11-22T09:00+03:00', 'tomorrow, 9:00', 'tomorrow, 9:00\u00a0AM', 'завтра, 9:00'],
    ['2026-11-23T09:00+03:00', 'Mon 23 Nov, 9:00', 'Mon Nov 23, 9:00\u00a0AM', 'пн 23 ноя, 9:00'],
    ['2026-11-30T09:00+03:00', 'Mon 30 Nov, 9:00', 'Mon Nov 30, 9:00\u00a0AM', 'пн 30 ноя, 9:00'],
    ['2026-11-20T09:00+03:00', 'Fri 20 Nov, 9:00', 'Fri Nov 20, 9:00\u00a0AM', 'пт 20 ноя, 9:00'],
    ['2027-01-11T09:00+03:00', 'Mon 11 Jan 2027, 9:00', 'Mon Jan 11, 2027, 9:00\u00a0AM', 'пн 11 янв 2027, 9:00'],
  ])('%s is written without a doubt and without a word too many', (iso, inBritain, inAmerica, inRussia) => {
    expect(formatMoment(at(iso), now, british)).toBe(inBritain);
    expect(formatMoment(at(iso), now, american)).toBe(inAmerica);
    expect(formatMoment(at(iso), now, russian)).toBe(inRussia);
  });

  it('is "tomorrow" by the calendar of the zone, not by 24 hours', () => {
    const lateEvening = at('2026-11-21T23:50+03:00');
    const tenMinutesLater = lateEvening + 20 * MINUTE;
    expect(formatMoment(tenMinutesLater, lateEvening, british)).toBe('tomorrow, 0:10');
    expect(formatMoment(tenMinutesLater, lateEvening, { ...british, timeZone: 'Europe/Berlin' })).toBe('22:10');
    expect(formatMoment(tenMinutesLater, lateEvening, { ...british, timeZone: 'Asia/Vladivostok' })).toBe('7:10');
  });

  it('is written in the zone it is asked for', () => {
    const monday = at('2026-11-30T09:00+03:00');
    expect(formatMoment(monday, now, { ...british, timeZone: 'America/New_York' })).toBe('Mon 30 Nov, 1:00');
    expect(formatMoment(monday, now, { ...british, timeZone: 'Pacific/Honolulu' })).toBe('Sun 29 Nov, 20:00');
    expect(formatMoment(monday, now, { ...british, timeZone: 'Asia/Kathmandu' })).toBe('Mon 30 Nov, 11:45');
  });
});

describe('a date', () => {
  it.each([
    [british, 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
    [{ ...british, dateLocale: 'en-AU' }, 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
    [american, 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
    [russian, 'янв фев мар апр мая июн июл авг сен окт ноя дек'],
  ])('has months of three letters in $dateLocale', (style, months) => {
    const written = months
      .split(' ')
      .map((_, month) => formatDate(Date.UTC(2026, month, 15, 12), now, style))
      .map(
        (date) =>
          date
            .replace(/[\d ]+/g, ' ')
            .trim()
            .split(' ')[1],
      );
    expect(written.join(' ')).toBe(months);
  });

  it.each([
    [british, 'Mon Tue Wed Thu Fri Sat Sun'],
    [american, 'Mon Tue Wed Thu Fri Sat Sun'],
    [russian, 'пн вт ср чт пт сб вс'],
  ])('starts with the day of the week and no comma in $dateLocale', (style, weekdays) => {
    const monday = Date.UTC(2026, 10, 16, 12);
    const written = weekdays.split(' ').map((_, day) => formatDate(monday + day * DAY, now, style).split(' ')[0]);
    expect(written.join(' ')).toBe(weekdays);
  });

  it('names the year only where it is another than now', () => {
    const newYearsEve = at('2026-12-31T12:00+03:00');
    const newYear = at('2027-01-01T12:00+03:00');
    expect([formatDate(newYearsEve, now, british), formatDate(newYear, now, british)]).toEqual([
      'Thu 31 Dec',
      'Fri 1 Jan 2027',
    ]);
    expect([formatDate(newYearsEve, now, russian), formatDate(newYear, now, russian)]).toEqual([
      'чт 31 дек',
      'пт 1 янв 2027',
    ]);
    expect(formatDate(newYearsEve, newYear, american)).toBe('Thu Dec 31, 2026');
  });
});

describe('the end of a status', () => {
  it('is a moment, or what the person has to do', () => {
    const monday = at('2026-11-30T09:00+03:00');
    expect(formatUntil(monday, now, british)).toBe('until Mon 30 Nov, 9:00');
    expect(formatUntil(monday, now, russian)).toBe('до пн 30 ноя, 9:00');
    expect(formatUntil(null, now, british)).toBe('until you clear it');
    expect(formatUntil(null, now, russian)).toBe('пока не сбросите');
  });
});

describe('the time left', () => {
  it.each([
    [0, 'less than a minute left', 'меньше минуты'],
    [-5 * MINUTE, 'less than a minute left', 'меньше минуты'],
    [MINUTE - 1, 'less than a minute left', 'меньше минуты'],
    [MINUTE, '1 min left', 'ещё 1 мин'],
    [45 * MINUTE, '45 min left', 'ещё 45 мин'],
    [HOUR, '1 h left', 'ещё 1 ч'],
    [80 * MINUTE, '1 h 20 min left', 'ещё 1 ч 20 мин'],
    [DAY + 30 * MINUTE, '24 h 30 min left', 'ещё 24 ч 30 мин'],
    [2 * DAY - 1, '47 h 59 min left', 'ещё 47 ч 59 мин'],
    [2 * DAY, '2 days left', 'ещё 2 дня'],
    [9 * DAY - 1, '8 days left', 'ещё 8 дней'],
    [21 * DAY, '21 days left', 'ещё 21 день'],
  ])('of %i ms is rounded down, never promised too long', (left, english, inRussian) => {
    expect(formatTimeLeft(now + left, now, 'en')).toBe(english);
    expect(formatTimeLeft(now + left, now, 'ru')).toBe(inRussian);
  });
});

describe('what a rule will do', () => {
  it.each<[ExpiryRule, string, string]>([
    [{ kind: 'none' }, 'until you clear it', 'пока не сбросите'],
    [{ kind: 'duration', minutes: 60 }, '1 h', '1 ч'],
    [{ kind: 'duration', minutes: 90 }, '1 h 30 min', '1 ч 30 мин'],
    [{ kind: 'endOfDay' }, 'end of day', 'до конца дня'],
    [{ kind: 'nextWeekday', weekday: 1 }, 'until Mon 23 Nov, 9:00', 'до пн 23 ноя, 9:00'],
    [{ kind: 'nextWeekday', weekday: 7 }, 'until tomorrow, 9:00', 'до завтра, 9:00'],
    [{ kind: 'endOfWorkDay' }, 'end of work day', 'до конца рабочего дня'],
    [{ kind: 'tomorrowMorning' }, 'until tomorrow, 9:00', 'до завтра, 9:00'],
    [{ kind: 'endOfWeek' }, 'end of week', 'до конца недели'],
    [{ kind: 'time', hour: 18, minute: 30 }, 'until 18:30', 'до 18:30'],
    [{ kind: 'date', date: '2026-12-10', means: 'lastDayAway' }, 'through Thu 10 Dec', 'по чт 10 дек'],
    [{ kind: 'date', date: '2026-12-10', means: 'firstDayBack' }, 'until Thu 10 Dec, 9:00', 'до чт 10 дек, 9:00'],
    [{ kind: 'dateTime', date: '2026-12-10', hour: 15, minute: 0 }, 'until Thu 10 Dec, 15:00', 'до чт 10 дек, 15:00'],
    // What has passed is said as it was asked for.
    [{ kind: 'time', hour: 9, minute: 0 }, 'until 9:00', 'до 9:00'],
    [{ kind: 'date', date: '2026-08-31', means: 'lastDayAway' }, 'through 31 August 2026', 'по 31 августа 2026'],
  ])('is said in a few words: %o', (rule, english, inRussian) => {
    expect(formatRule(rule, now, british)).toBe(english);
    expect(formatRule(rule, now, russian)).toBe(inRussian);
  });
});

describe('a rule in the words one would write', () => {
  it.each<[ExpiryRule, string, string, string]>([
    [{ kind: 'none' }, 'don’t clear', 'don’t clear', 'не сбрасывать'],
    [{ kind: 'duration', minutes: 30 }, '30 min', '30 min', '30 мин'],
    [{ kind: 'duration', minutes: 1440 }, '24 h', '24 h', '24 ч'],
    [{ kind: 'duration', minutes: 2880 }, '2 days', '2 days', '2 дня'],
    [{ kind: 'duration', minutes: 3075 }, '51 h 15 min', '51 h 15 min', '51 ч 15 мин'],
    [{ kind: 'endOfDay' }, 'end of day', 'end of day', 'до конца дня'],
    [{ kind: 'endOfWorkDay' }, 'end of work day', 'end of work day', 'до конца рабочего дня'],
    [{ kind: 'tomorrowMorning' }, 'until tomorrow', 'until tomorrow', 'до завтра'],
    [{ kind: 'endOfWeek' }, 'end of week', 'end of week', 'до конца недели'],
    [{ kind: 'nextWeekday', weekday: 1 }, 'until Monday', 'until Monday', 'до понедельника'],
    [{ kind: 'nextWeekday', weekday: 3 }, 'until Wednesday', 'until Wednesday', 'до среды'],
    [{ kind: 'time', hour: 18, minute: 30 }, 'until 18:30', 'until 6:30\u00a0PM', 'до 18:30'],
    [{ kind: 'time', hour: 0, minute: 5 }, 'until 0:05', 'until 12:05\u00a0AM', 'до 0:05'],
    [
      { kind: 'date', date: '2026-12-10', means: 'lastDayAway' },
      'through 10 December',
      'through December 10',
      'по 10 декабря',
    ],
    [
      { kind: 'date', date: '2027-01-11', means: 'firstDayBack' },
      'until 11 January 2027',
      'until January 11, 2027',
      'до 11 января 2027',
    ],
    [
      { kind: 'dateTime', date: '2026-12-10', hour: 15, minute: 0 },
      'until 10 December, 15:00',
      'until December 10, 3:00\u00a0PM',
      'до 10 декабря, 15:00',
    ],
  ])('%o', (rule, inBritain, inAmerica, inRussia) => {
    expect(describeRule(rule, now, british)).toBe(inBritain);
    expect(describeRule(rule, now, american)).toBe(inAmerica);
    expect(describeRule(rule, now, russian)).toBe(inRussia);
  });
});

describe('a moment in a sentence', () => {
  it.each([
    ['2026-11-21T18:30+03:00', 'today at 18:30', 'today at 6:30\u00a0PM', 'сегодня в 18:30'],
    [
      '2026-11-22T09:00+03:00',
      'tomorrow, Sunday, 22 November, at 9:00',
      'tomorrow, Sunday, November 22, at 9:00\u00a0AM',
      'завтра, воскресенье, 22 ноября, в 9:00',
    ],
    [
      '2026-11-30T09:00+03:00',
      'on Monday, 30 November, at 9:00',
      'on Monday, November 30, at 9:00\u00a0AM',
      'в понедельник, 30 ноября, в 9:00',
    ],
    [
      '2026-12-01T09:00+03:00',
      'on Tuesday, 1 December, at 9:00',
      'on Tuesday, December 1, at 9:00\u00a0AM',
      'во вторник, 1 декабря, в 9:00',
    ],
    [
      '2027-01-11T09:00+03:00',
      'on Monday, 11 January 2027, at 9:00',
      'on Monday, January 11, 2027, at 9:00\u00a0AM',
      'в понедельник, 11 января 2027, в 9:00',
    ],
  ])('%s is said in full', (iso, inBritain, inAmerica, inRussia) => {
    const say = (style: TimeStyle) => describeMoment(at(iso), now, style, { zone: false });
    expect([say(british), say(american), say(russian)]).toEqual([inBritain, inAmerica, inRussia]);
  });

  it('names the zone when asked', () => {
    const monday = at('2026-11-30T09:00+03:00');
    expect(describeMoment(monday, now, british, { zone: true })).toBe('on Monday, 30 November, at 9:00 (Moscow Time)');
    expect(describeMoment(monday, now, russian, { zone: true })).toBe('в понедельник, 30 ноября, в 9:00 (Москва)');
    expect(describeMoment(monday, now, { ...british, timeZone: 'Asia/Vladivostok' }, { zone: true })).toBe(
      'on Monday, 30 November, at 16:00 (Vladivostok Time)',
    );
  });
});

describe('anything written about time', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const instant = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2036, 0) });
  const style = fc.oneof(
    fc.record({
      locale: fc.constant('en' as const),
      dateLocale: fc.constantFrom('en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IN', 'en'),
      timeZone: zone,
    }),
    fc.record({
      locale: fc.constant('ru' as const),
      dateLocale: fc.constantFrom('ru-RU', 'ru', 'ru-BY'),
      timeZone: zone,
    }),
  );
  const rule = fc.oneof(
    fc.constant<ExpiryRule>({ kind: 'none' }),
    fc.constantFrom<ExpiryRule>(
      { kind: 'endOfDay' },
      { kind: 'endOfWorkDay' },
      { kind: 'tomorrowMorning' },
      { kind: 'endOfWeek' },
      { kind: 'time', hour: 18, minute: 30 },
      { kind: 'date', date: '2026-12-10', means: 'lastDayAway' },
      { kind: 'date', date: '2026-12-10', means: 'firstDayBack' },
      { kind: 'dateTime', date: '2026-12-10', hour: 0, minute: 0 },
    ),
    fc.integer({ min: 1, max: 100_000 }).map((minutes): ExpiryRule => ({ kind: 'duration', minutes })),
    fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7).map((weekday): ExpiryRule => ({ kind: 'nextWeekday', weekday })),
  );

  it('is words and numbers in every zone, at every moment', () => {
    fc.assert(
      fc.property(instant, instant, style, rule, (moment, present, look, what) => {
        const texts = [
          formatTime(moment, look),
          formatDate(moment, present, look),
          formatMoment(moment, present, look),
          formatUntil(moment, present, look),
          formatTimeLeft(moment, present, look.locale),
          formatDuration(Math.abs(moment - present), look.locale),
          formatRule(what, present, look),
          describeRule(what, present, look),
          describeMoment(moment, present, look, { zone: true }),
        ];
        for (const text of texts) {
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(/undefined|null|NaN|Invalid| {2}| ,|,,/);
          expect(text).not.toMatch(/[\u2000-\u200f\u202f]/);
        }
      }),
    );
  });

  it('says the minute: the written time of a moment is that of its zone', () => {
    fc.assert(
      fc.property(instant, zone, (moment, timeZone) => {
        const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
        const written = formatTime(moment, { locale: 'en', dateLocale: 'en-GB', timeZone });
        expect(written.split(':').map(Number)).toEqual([hour, minute]);
      }),
    );
  });

  it('never gives a length of time that is longer than it is, nor a day shorter', () => {
    const units = { min: MINUTE, h: HOUR, day: DAY, days: DAY };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY }), (milliseconds) => {
        const said = [...formatDuration(milliseconds, 'en').matchAll(/(\d+) (min|h|days?)/g)].reduce(
          (sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units],
          0,
        );
        expect(said).toBeLessThanOrEqual(milliseconds);
        expect(milliseconds - said).toBeLessThan(milliseconds < 2 * DAY ? MINUTE : DAY);
      }),
    );
  });

  it.each(locales)('is in one language: %s', (locale) => {
    const text = [0, 5, 90, 4000].map((minutes) => formatDuration(minutes * MINUTE, locale)).join(' ');
    expect(text).not.toMatch(locale === 'ru' ? /[a-z]/i : /[а-я]/i);
  });
});

describe('a moment on a tile', () => {
  it.each([
    ['2026-11-21T18:30+03:00', '18:30'],
    ['2026-11-22T09:00+03:00', 'tomorrow, 9:00'],
    ['2026-11-23T09:00+03:00', 'Mon, 9:00'],
    ['2026-11-27T09:00+03:00', 'Fri, 9:00'],
    ['2026-11-28T09:00+03:00', 'Sat 28 Nov, 9:00'],
    ['2026-11-20T09:00+03:00', 'Fri 20 Nov, 9:00'],
  ])('is named by its weekday where that can be no other day: %s is "%s"', (iso, text) => {
    expect(formatMomentShort(at(iso), now, british)).toBe(text);
  });

  it('is as short in Russian', () => {
    expect(formatMomentShort(at('2026-11-23T09:00+03:00'), now, russian)).toBe('пн, 9:00');
  });
});
