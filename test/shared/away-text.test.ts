import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillAwayText,
  missingVariables,
  previewAwayText,
  textLocale,
  unknownVariables,
  type AwayContext,
  type AwayValues,
} from '../../shared/away-text.ts';
import { locales } from '../../shared/i18n/locale.ts';
import { defaultContext } from '../../shared/locale-week.ts';
import { AWAY_MESSAGE_LIMIT } from '../../shared/status.ts';

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
/** Saturday noon in Moscow. */
const now = at('2026-11-21T12:00+03:00');
const inMoscow: AwayContext = { now, locale: 'en', context: defaultContext('Europe/Moscow', 'ru-RU') };

/** A template filled for a status that ends at a moment. */
function fill(template: string, end: string | null, more: Partial<AwayValues> = {}, style = inMoscow): string {
  return fillAwayText(template, { expiresAt: end === null ? null : at(end), deputy: null, name: null, ...more }, style);
}

const MONDAY = '2026-11-30T09:00+03:00';
const TUESDAY = '2026-12-01T09:00+03:00';
const WEDNESDAY = '2026-12-02T09:00+03:00';
const END_OF_FRIDAY = '2026-11-27T23:59:59.999+03:00';
const TODAY = '2026-11-21T18:30+03:00';

describe('the day one is back', () => {
  it.each([
    ['2026-11-30T06:00Z', 'Monday, 30 November', 'в понедельник, 30 ноября'],
    ['2026-12-01T06:00Z', 'Tuesday, 1 December', 'во вторник, 1 декабря'],
    ['2027-03-03T06:00Z', 'Wednesday, 3 March', 'в среду, 3 марта'],
    ['2027-05-06T06:00Z', 'Thursday, 6 May', 'в четверг, 6 мая'],
    ['2027-08-20T06:00Z', 'Friday, 20 August', 'в пятницу, 20 августа'],
    ['2027-02-27T06:00Z', 'Saturday, 27 February', 'в субботу, 27 февраля'],
    ['2027-06-13T06:00Z', 'Sunday, 13 June', 'в воскресенье, 13 июня'],
  ])('%s reads as a sentence goes on in each language', (end, english, russian) => {
    expect(fill('I am back {until}.', end)).toBe(`I am back ${english}.`);
    expect(fill('Вернусь {until}.', end)).toBe(`Вернусь ${russian}.`);
  });

  it('is the day it then is where the person lives', () => {
    const lateSunday = '2026-11-29T22:30Z';
    const inZone = (timeZone: string) =>
      fill('Back on {until}', lateSunday, {}, { ...inMoscow, context: { ...inMoscow.context, timeZone } });
    expect(inZone('Europe/Moscow')).toBe('Back on Monday, 30 November');
    expect(inZone('Europe/London')).toBe('Back on Sunday, 29 November');
    expect(inZone('America/New_York')).toBe('Back on Sunday, 29 November');
  });

  it('is the next one where the status ends with the last moment of a day', () => {
    expect(fill('Back on {until}.', END_OF_FRIDAY)).toBe('Back on Saturday, 28 November.');
    expect(fill('Back on {until}.', '2026-11-27T23:59:00+03:00')).toBe('Back on Saturday, 28 November.');
    expect(fill('Back on {until}.', '2026-11-27T23:58:59+03:00')).toBe('Back on Friday, 27 November.');
    expect(fill('Back on {until}.', '2026-11-28T00:00+03:00')).toBe('Back on Saturday, 28 November.');
    expect(fill('Вернусь {until}.', '2026-11-21T23:59:59.999+03:00')).toBe('Вернусь в воскресенье, 22 ноября.');
  });

  it('has its year where it is ten months away or more', () => {
    expect(fill('Back on {until}.', '2027-09-16T09:00+03:00')).toBe('Back on Thursday, 16 September.');
    expect(fill('Back on {until}.', '2027-11-30T09:00+03:00')).toBe('Back on Tuesday, 30 November 2027.');
    expect(fill('Вернусь {until}.', '2027-11-30T09:00+03:00')).toBe('Вернусь во вторник, 30 ноября 2027 года.');
  });
});

describe('the last day away', () => {
  it.each([
    ['a day that ends', END_OF_FRIDAY, 'Friday, 27 November', 'пятница, 27 ноября'],
    ['the day before, where it ends when work starts', MONDAY, 'Sunday, 29 November', 'воскресенье, 29 ноября'],
    [
      'the day before, where it ends at midnight',
      '2026-11-30T00:00+03:00',
      'Sunday, 29 November',
      'воскресенье, 29 ноября',
    ],
    [
      'the day itself, where it ends in its course',
      '2026-11-30T14:00+03:00',
      'Monday, 30 November',
      'понедельник, 30 ноября',
    ],
  ])('is %s', (_, end, english, russian) => {
    expect(fill('My last day away is {lastDay}.', end)).toBe(`My last day away is ${english}.`);
    expect(fill('Последний день отпуска: {lastDay}.', end)).toBe(`Последний день отпуска: ${russian}.`);
  });

  it('is never the day one is back', () => {
    const end = fc.integer({ min: now + 86_400_000, max: now + 400 * 86_400_000 });
    fc.assert(
      fc.property(end, (expiresAt) => {
        const { hour } = Temporal.Instant.fromEpochMilliseconds(expiresAt).toZonedDateTimeISO('Europe/Moscow');
        fc.pre(hour < 9);
        const [last, back] = ['{lastDay}', '{until}'].map((text) =>
          fillAwayText(text, { expiresAt, deputy: null, name: null }, inMoscow),
        );
        expect(last).not.toBe(back);
      }),
    );
  });
});

describe('a preposition before a date', () => {
  it.each([
    ['Меня нет до {until}.', MONDAY, 'Меня нет до понедельника, 30 ноября.'],
    ['Меня нет до {until}.', WEDNESDAY, 'Меня нет до среды, 2 декабря.'],
    ['До {until} не отвечаю', TUESDAY, 'До вторника, 1 декабря не отвечаю'],
    ['ДО {until}', TUESDAY, 'ДО вторника, 1 декабря'],
    ['Снова на связи с {until}', MONDAY, 'Снова на связи с понедельника, 30 ноября'],
    ['Снова на связи с {until}', TUESDAY, 'Снова на связи со вторника, 1 декабря'],
    ['Снова на связи со {until}', MONDAY, 'Снова на связи с понедельника, 30 ноября'],
    ['Отвечу после {until}', WEDNESDAY, 'Отвечу после среды, 2 декабря'],
    ['Вернусь к {until}', TUESDAY, 'Вернусь ко вторнику, 1 декабря'],
    ['Вернусь в {until}', MONDAY, 'Вернусь в понедельник, 30 ноября'],
    ['Вернусь в {until}', TUESDAY, 'Вернусь во вторник, 1 декабря'],
    ['В {until} вернусь', TUESDAY, 'Во вторник, 1 декабря вернусь'],
    ['В отпуске по {lastDay}', END_OF_FRIDAY, 'В отпуске по пятницу, 27 ноября'],
    ['В отпуске по {lastDay}', WEDNESDAY, 'В отпуске по вторник, 1 декабря'],
    ['До {lastDay} включительно меня нет', END_OF_FRIDAY, 'До пятницы, 27 ноября включительно меня нет'],
    ['Вернусь: {until}', MONDAY, 'Вернусь: в понедельник, 30 ноября'],
    ['Back on {until}', MONDAY, 'Back on Monday, 30 November'],
    ['Away until {until}', MONDAY, 'Away until Monday, 30 November'],
    ['Away through {lastDay}', END_OF_FRIDAY, 'Away through Friday, 27 November'],
    ['Back at {until}', MONDAY, 'Back on Monday, 30 November'],
  ])('is respected, and put right: “%s”', (template, end, text) => {
    expect(fill(template, end)).toBe(text);
  });
});

describe('a status that ends today', () => {
  it.each([
    ['I will be back on {until}.', 'I will be back at 18:30.'],
    ['Back {until}', 'Back at 18:30'],
    ['On {until} I am back', 'At 18:30 I am back'],
    ['Away until {until}', 'Away until 18:30'],
    ['Away through {lastDay}', 'Away until 18:30'],
    ['Back by {until}', 'Back by 18:30'],
    ['Вернусь {until}.', 'Вернусь в 18:30.'],
    ['Вернусь во {until}.', 'Вернусь в 18:30.'],
    ['Меня нет до {until}.', 'Меня нет до 18:30.'],
    ['Меня нет по {lastDay}.', 'Меня нет до 18:30.'],
    ['Отвечу после {until}', 'Отвечу после 18:30'],
    ['На связи с {until}', 'На связи с 18:30'],
  ])('names the time, not the date: “%s”', (template, text) => {
    expect(fill(template, TODAY)).toBe(text);
  });
});

describe('an away message', () => {
  it('is filled in the language it is written in, whatever the app speaks', () => {
    expect(fill('Вернусь {until}', MONDAY, {}, { ...inMoscow, locale: 'en' })).toBe('Вернусь в понедельник, 30 ноября');
    expect(fill('Back on {until}', MONDAY, {}, { ...inMoscow, locale: 'ru' })).toBe('Back on Monday, 30 November');
    expect(fill('{until}', MONDAY, {}, { ...inMoscow, locale: 'ru' })).toBe('в понедельник, 30 ноября');
  });

  it('names the deputy and the person as they are', () => {
    expect(
      fill('{name} is away until {until}. Write to {deputy}.', MONDAY, { deputy: '@ivanov', name: 'Oleg Petrov' }),
    ).toBe('Oleg Petrov is away until Monday, 30 November. Write to @ivanov.');
  });

  it('fills a variable wherever it stands, and does not fill what was filled in', () => {
    expect(fill('{until} {until} {deputy}', MONDAY, { deputy: '{until} $& {name}' })).toBe(
      'Monday, 30 November Monday, 30 November {until} $& {name}',
    );
  });

  it('keeps a variable that there is nothing for, so that the person sees what is missing', () => {
    expect(fill('Back on {until}, ask {deputy} or {name}.', null, { deputy: '  ' })).toBe(
      'Back on {until}, ask {deputy} or {name}.',
    );
  });

  it('leaves everything else as the person wrote it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((each) => !/[{}]/.test(each));
    fc.assert(
      fc.property(text, text, fc.constantFrom(...locales), (before, after, locale) => {
        const filled = fill(`${before}|{deputy}|${after}`, MONDAY, { deputy: '@ivanov' }, { ...inMoscow, locale });
        expect(filled).toBe(`${before}|@ivanov|${after}`);
        expect(fill(before, MONDAY)).toBe(before);
      }),
    );
  });
});

describe('the language of a text', () => {
  it.each([
    ['Back soon', 'en'],
    ['Скоро вернусь', 'ru'],
    ['Скоро вернусь, по срочным вопросам @ivanov', 'ru'],
    ['Ушёл @very.long.nickname https://example.com/very/long {until}', 'ru'],
    ['Ask Вася', 'ru'],
    ['Ask Зоя', 'other'],
    ['{until}', 'other'],
    ['🏖️ 18:30', 'other'],
    ['', 'other'],
  ])('“%s” is by its letters: %s', (text, language) => {
    for (const locale of locales) expect(textLocale(text, locale)).toBe(language === 'other' ? locale : language);
  });
});

describe('what is wrong with a template', () => {
  it('is a name in braces that means nothing, and where it is', () => {
    expect(unknownVariables('Back on {untill}, {until} or {}: { until } {Deputy}')).toEqual([
      { name: 'untill', at: 8 },
      { name: '', at: 29 },
      { name: ' until ', at: 33 },
      { name: 'Deputy', at: 43 },
    ]);
    expect(unknownVariables('{until} {lastDay} {deputy} {name} { {{until} }')).toEqual([]);
  });

  it('is a variable that there is nothing for, each once', () => {
    const nothing: AwayValues = { expiresAt: null, deputy: null, name: ' ' };
    expect(missingVariables('{name} {until} {deputy} {lastDay} {until} {nobody}', nothing)).toEqual([
      'name',
      'until',
      'deputy',
      'lastDay',
    ]);
    const all: AwayValues = { expiresAt: now, deputy: '@ivanov', name: 'Oleg' };
    expect(missingVariables('{name} {until} {deputy} {lastDay}', all)).toEqual([]);
  });
});

describe('the preview of a message', () => {
  const values: AwayValues = { expiresAt: at(MONDAY), deputy: null, name: null };

  it('is what colleagues will read, with all that is wrong', () => {
    expect(previewAwayText('Вернусь {until}. Срочное: {deputy}, {boss}', values, inMoscow)).toEqual({
      text: 'Вернусь в понедельник, 30 ноября. Срочное: {deputy}, {boss}',
      length: 59,
      tooLong: false,
      unknown: [{ name: 'boss', at: 36 }],
      missing: ['deputy'],
    });
  });

  it('counts the length after filling, in UTF-16 units', () => {
    const filled = 'Monday, 30 November'.length;
    const short = '🏖'.repeat((AWAY_MESSAGE_LIMIT - filled - 1) / 2);
    expect(previewAwayText(`${short}{until}`, values, inMoscow)).toMatchObject({ length: 1023, tooLong: false });
    expect(previewAwayText(`${short} {until}`, values, inMoscow)).toMatchObject({ length: 1024, tooLong: false });
    expect(previewAwayText(`${short}  {until}`, values, inMoscow)).toMatchObject({ length: 1025, tooLong: true });
  });
});
