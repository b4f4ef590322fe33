import { describe, expect, it } from 'vitest';
import { withoutPhrase, withPhrase } from '../../shared/away-phrases.ts';
import { awayVariables, unknownVariables } from '../../shared/away-text.ts';
import { locales } from '../../shared/i18n/locale.ts';

describe('a variable put into a message nobody was writing in', () => {
  it.each([
    ['Back soon.', 'en', 'Back soon. Deputy: {deputy}.'],
    ['Back soon', 'ru', 'Back soon. Deputy: {deputy}.'],
    ['Скоро вернусь!', 'en', 'Скоро вернусь! Вместо меня: {deputy}.'],
    ['Back on {until}', 'en', 'Back on {until}. Deputy: {deputy}.'],
    ['Line\n', 'en', 'Line\nDeputy: {deputy}.'],
    ['', 'ru', 'Вместо меня: {deputy}.'],
    ['', 'en', 'Deputy: {deputy}.'],
  ] as const)('is a sentence at the end of "%s" (%s)', (template, locale, expected) => {
    expect(withPhrase(template, 'deputy', locale)).toBe(expected);
  });

  it('comes out again as it went in, in both languages', () => {
    for (const locale of locales) {
      for (const variable of awayVariables) {
        const text = locale === 'ru' ? 'Я в отпуске.' : 'On vacation.';
        const put = withPhrase(text, variable, locale);
        expect(put).toContain(`{${variable}}`);
        expect(unknownVariables(put)).toEqual([]);
        expect(withoutPhrase(put, variable)).toBe(text);
      }
    }
  });

  it('stays where the person has put it in other words', () => {
    expect(withoutPhrase('Ask {deputy}!', 'deputy')).toBe('Ask {deputy}!');
  });
});
