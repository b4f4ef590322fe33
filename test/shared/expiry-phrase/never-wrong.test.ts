import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpiryPhrase } from '../../../shared/expiry-phrase.ts';
import { resolveExpiry, type ExpiryContext } from '../../../shared/expiry.ts';
import { defaultContext } from '../../../shared/locale-week.ts';

/*
 * Whatever people write for a time, a length or a date is read as that, asked about with that among the readings, or
 * refused; it is never read as something else alone.
 */

const zones = ['Europe/Moscow', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'UTC'];
const hours = [
  {},
  { workStart: { hour: 22, minute: 0 }, workEnd: { hour: 6, minute: 0 } },
  { workStart: { hour: 7, minute: 30 }, workEnd: { hour: 16, minute: 0 } },
];
const context: fc.Arbitrary<ExpiryContext> = fc
  .tuple(fc.constantFrom(...zones), fc.constantFrom(...hours), fc.constantFrom('ru-RU', 'en-US', 'en-DK', 'en-GB'))
  .map(([zone, own, locale]) => ({ ...defaultContext(zone, locale), ...own }));
const instant = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) });
const two = (value: number) => String(value).padStart(2, '0');

/** Whether one of the ends that are read or offered is right; what is refused without an offer is fine as well. */
function isNeverWrong(text: string, now: number, where: ExpiryContext, isRight: (end: number) => boolean): boolean {
  const result = parseExpiryPhrase(text, now, where);
  const rules = result.ok ? [result.rule] : 'options' in result ? result.options : [];
  const ends = rules.map((rule) => resolveExpiry(rule, now, where));
  return ends.length === 0 || ends.some((end) => end.ok && end.value !== null && isRight(end.value));
}

const inZone = (at: number, { timeZone }: ExpiryContext) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

describe('a time of day', () => {
  const wordings: readonly ((hour: number, minute: number) => string)[] = [
    (h, m) => `${h}:${two(m)}`,
    (h, m) => `${two(h)}:${two(m)}`,
    (h, m) => `until ${h}:${two(m)}`,
    (h, m) => `${h}.${two(m)}`,
    (h, m) => `до ${h}.${two(m)}`,
    (h, m) => `until ${h}.${two(m)}`,
    (h, m) => `в ${two(h)}.${two(m)}`,
    (h, m) => `до ${h}-${two(m)}`,
    (h, m) => `${h}-${two(m)}`,
    (h, m) => `${two(h)}${two(m)}`,
    (h, m) => `${h}${two(m)}`,
    (h, m) => `until ${two(h)}${two(m)}`,
    (h, m) => `${two(h)}${two(m)} hours`,
    (h, m) => `${h}ч${two(m)}`,
    (h, m) => `до ${h} ч ${two(m)} мин`,
    (h, m) => `в ${h} часов ${m} минут`,
    (h, m) => `до ${h} ${two(m)}`,
    (h, m) => `«до ${h}:${two(m)}»`,
    (h, m) => `\u200e${two(h)}\u200e:\u200e${two(m)}`,
    (h, m) => `today at ${h}:${two(m)}`,
    (h, m) => `сегодня в ${h}:${two(m)}`,
    (h, m) => `${h % 12 === 0 ? 12 : h % 12}:${two(m)} ${h < 12 ? 'am' : 'pm'}`,
  ];

  it('is read as that time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wordings),
        fc.integer({ min: 5, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        instant,
        context,
        (write, hour, minute, now, where) => {
          const text = write(hour, minute);
          const isRight = (end: number) => {
            const local = inZone(end, where);
            return local.hour === hour && local.minute === minute;
          };
          expect(isNeverWrong(text, now, where, isRight), text).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a length', () => {
  const wordings: readonly (readonly [(n: number) => string, minutes: number])[] = [
    [(n) => `${n} min`, 1],
    [(n) => `${n} минут`, 1],
    [(n) => `in ${n} minutes`, 1],
    [(n) => `back in ${n} minutes`, 1],
    [(n) => `${n} minutes from now`, 1],
    [(n) => `within ${n} minutes`, 1],
    [(n) => `минут ${n}`, 1],
    [(n) => `минут на ${n}`, 1],
    [(n) => `${n}h`, 60],
    [(n) => `${n} ч`, 60],
    [(n) => `${n} часов`, 60],
    [(n) => `через ${n} часа`, 60],
    [(n) => `вернусь через ${n} ч`, 60],
    [(n) => `на ${n} часов`, 60],
    [(n) => `часа на ${n}`, 60],
    [(n) => `${n}h 30`, 60 + 30 / 1000],
    [(n) => `${n} days`, 1440],
    [(n) => `${n} дней`, 1440],
    [(n) => `на ${n} дней`, 1440],
    [(n) => `in ${n} weeks`, 7 * 1440],
    [(n) => `через ${n} недели`, 7 * 1440],
  ];

  it('is read as that length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wordings),
        fc.integer({ min: 1, max: 48 }),
        instant,
        context,
        ([write, size], amount, now, where) => {
          const text = write(amount);
          const minutes = text.endsWith('h 30') ? amount * 60 + 30 : amount * size;
          expect(
            isNeverWrong(text, now, where, (end) => end - now === minutes * 60_000),
            text,
          ).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a date', () => {
  const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
  const english = 'January February March April May June July August September October November December'.split(' ');
  const wordings: readonly ((date: Temporal.PlainDate) => string)[] = [
    ({ day, month }) => `до ${day} ${months[month - 1]}`,
    ({ day, month }) => `по ${day} ${months[month - 1]}`,
    ({ day, month }) => `until ${english[month - 1]} ${day}`,
    ({ day, month }) => `through the ${day}th of ${english[month - 1]}`,
    ({ day, month }) => `${day}.${two(month)}`,
    ({ day, month }) => `${day}.${month}`,
    ({ day, month }) => `до ${two(day)}.${two(month)}`,
    ({ day, month }) => `до ${two(day)}-${two(month)}`,
    ({ day, month }) => `on ${day}.${month}`,
    ({ day, month }) => `${day}/${month}`,
    ({ day, month }) => `${month}/${day}`,
    ({ day, month, year }) => `${two(day)}.${two(month)}.${year}`,
    ({ day, month, year }) => `${english[month - 1]} ${day} ${year}`,
    ({ day, month, year }) => `${day} ${months[month - 1]} ${year} года`,
    (date) => date.toString(),
  ];

  it('is read as that date', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wordings),
        fc.integer({ min: 1, max: 300 }),
        instant,
        context,
        (write, days, now, where) => {
          const date = inZone(now, where).toPlainDate().add({ days });
          const text = write(date);
          const isRight = (end: number) => inZone(end, where).toPlainDate().equals(date);
          expect(isNeverWrong(text, now, where, isRight), text).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
