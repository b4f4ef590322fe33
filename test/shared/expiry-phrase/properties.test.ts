import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpiryPhrase } from '../../../shared/expiry-phrase.ts';
import { resolveExpiry, type ExpiryContext, type ExpiryRule, type Weekday } from '../../../shared/expiry.ts';
import { describeRule, formatMoment, formatUntil, type TimeStyle } from '../../../shared/format.ts';
import { inMoscow, inWords, noon, parse, said } from './support.ts';

const instant = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2036, 0) });
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const wallTime = { hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) };
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const context: fc.Arbitrary<ExpiryContext> = fc.record({
  timeZone: zone,
  workStart: fc.record(wallTime),
  workEnd: fc.record(wallTime),
  weekStart: weekday,
});
const date = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString());
const rule: fc.Arbitrary<ExpiryRule> = fc.oneof(
  fc.constantFrom<ExpiryRule>(
    { kind: 'none' },
    { kind: 'endOfDay' },
    { kind: 'endOfWorkDay' },
    { kind: 'tomorrowMorning' },
    { kind: 'endOfWeek' },
  ),
  fc.integer({ min: 1, max: 60 * 24 * 60 }).map((minutes): ExpiryRule => ({ kind: 'duration', minutes })),
  weekday.map((each): ExpiryRule => ({ kind: 'nextWeekday', weekday: each })),
  fc.record({ kind: fc.constant('time' as const), ...wallTime }),
  fc.record({
    kind: fc.constant('date' as const),
    date,
    means: fc.constantFrom('lastDayAway' as const, 'firstDayBack' as const),
  }),
  fc.record({ kind: fc.constant('dateTime' as const), date, ...wallTime }),
);
const look = fc.constantFrom<Omit<TimeStyle, 'timeZone'>>(
  { locale: 'en', dateLocale: 'en-GB' },
  { locale: 'en', dateLocale: 'en-US' },
  { locale: 'en', dateLocale: 'en-CA' },
  { locale: 'en', dateLocale: 'en-DK' },
  { locale: 'en', dateLocale: 'en-IN' },
  { locale: 'ru', dateLocale: 'ru-RU' },
  { locale: 'ru', dateLocale: 'ru-BY' },
);

describe('anything', () => {
  it('that the app writes for a rule is understood as that rule', () => {
    fc.assert(
      fc.property(rule, instant, context, look, (each, now, hours, style) => {
        fc.pre(resolveExpiry(each, now, hours).ok);
        const text = describeRule(each, now, { ...style, timeZone: hours.timeZone });
        expect(parseExpiryPhrase(text, now, hours), text).toEqual({ ok: true, rule: each });
      }),
      { numRuns: 1500 },
    );
  });

  it('that the app writes for a moment is understood as that minute', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 2, max: 60 * 24 * 800 }), context, look, (now, minutes, hours, each) => {
        const style = { ...each, timeZone: hours.timeZone };
        const end = Math.floor(now / 60_000) * 60_000 + minutes * 60_000;
        for (const text of [formatMoment(end, now, style), formatUntil(end, now, style)]) {
          const result = parseExpiryPhrase(text, now, hours);
          expect(result.ok, `${text}: ${said(result)}`).toBe(true);
          if (!result.ok) return;
          const again = resolveExpiry(result.rule, now, hours);
          expect(again.ok && again.value !== null && formatMoment(again.value, now, style), text).toBe(
            formatMoment(end, now, style),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Words that mean something, in an order that mostly does not. */
  const scrambled = fc
    .array(
      fc.constantFrom(
        ...'until till at on in for next this end of day week tomorrow today noon monday fri dec 10 2 18:30 6 pm h min and half an hour'.split(
          ' ',
        ),
        ...'до по в к на через конца дня недели завтра сегодня вечера утра пн пятницу декабря 10.12 2027 2 часа часов полчаса мин с половиной'.split(
          ' ',
        ),
        ...['12/10', '2026-12-10', '1,5', '24:00', '0', '31', '29 feb', 'ещё', 'включительно', ',', '.'],
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((words) => words.join(' '));

  it('that is understood lies in the future, and so does what is offered instead', () => {
    let understood = 0;
    fc.assert(
      fc.property(scrambled, instant, context, (text, now, hours) => {
        const result = parseExpiryPhrase(text, now, hours);
        const rules = result.ok ? [result.rule] : 'options' in result ? result.options : [];
        for (const each of rules) {
          const end = resolveExpiry(each, now, hours);
          expect(end.ok && (end.value === null || end.value > now), `${text}: ${inWords(each)}`).toBe(true);
        }
        if (!result.ok && result.reason === 'ambiguous') expect(result.options.length).toBeGreaterThan(1);
        if (result.ok) understood++;
      }),
      { numRuns: 1500 },
    );
    expect(understood).toBeGreaterThan(20);
  });

  const nonsense = fc
    .stringMatching(/^[a-zа-я]{3,12}$/)
    .filter((word) => !parseExpiryPhrase(word, noon, inMoscow).ok && parse(word) === `not understood: ${word}`)
    .filter((word) => !/^(?:the|inc|пол|дня)/.test(word));

  it('with a word of nonsense in it is not understood, and the word is named', () => {
    const phrase = fc.constantFrom('2h', 'until Monday', 'до 10 декабря', 'tomorrow 15:00', 'на час', '18:30', 'never');
    fc.assert(
      fc.property(nonsense, phrase, fc.boolean(), (word, sound, before) => {
        fc.pre(parse(`${word} qqq`) === `not understood: ${word} qqq`);
        const text = before ? `${word} ${sound}` : `${sound} ${word}`;
        const result = parseExpiryPhrase(text, noon, inMoscow);
        expect(result.ok, text).toBe(false);
        expect(!result.ok && result.reason === 'notUnderstood' && result.at, text).toBe(word);
      }),
      { numRuns: 1000 },
    );
  });

  /** Without the marks that nobody sees, which are left out. */
  const visible = (text: string) => text.replace(/\p{Cf}/gu, '');

  it('at all is answered, and what is named as not understood stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), instant, context, (text, now, hours) => {
        const result = parseExpiryPhrase(text, now, hours);
        if (!result.ok && result.reason === 'notUnderstood') {
          expect(result.at).not.toBe('');
          expect(visible(text.normalize('NFC'))).toContain(visible(result.at));
        }
      }),
      { numRuns: 1500 },
    );
  });
});
