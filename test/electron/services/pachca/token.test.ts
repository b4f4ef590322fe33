import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkToken } from '../../../../electron/services/pachca/token.ts';
import { anyText, TOKEN } from './support.ts';

const reasonOf = (raw: string): unknown => {
  const result = checkToken(raw);
  return result.ok ? null : result.error.params;
};

describe('checkToken', () => {
  it.each([
    ['as it was copied', TOKEN],
    ['with white space around it', ` \n\t${TOKEN}\u00a0\r\n`],
    ['with the header’s "Bearer" in front', `Bearer ${TOKEN}`],
    ['with "bearer" in any case and any space', `  BEARER \t ${TOKEN} `],
  ])('takes a token %s', (_, raw) => {
    expect(checkToken(raw)).toEqual({ ok: true, value: TOKEN });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['only white space', ' \n ', 'empty'],
    ['only "Bearer"', 'Bearer ', 'empty'],
    ['a few characters', 'abc123', 'short'],
    ['the masked form of the token page', 'JttqByj2...e7BQ', 'short'],
    ['a line break inside', `${TOKEN}\n${TOKEN}`, 'characters'],
    ['a space inside', `${TOKEN} ${TOKEN}`, 'characters'],
    ['quotes', `"${TOKEN}"`, 'characters'],
    ['Cyrillic letters', 'мой секретный токен из Пачки', 'characters'],
    ['an invisible character', `${TOKEN}\u200b`, 'characters'],
    ['a page of text', 'a'.repeat(513), 'long'],
  ])('refuses %s', (_, raw, reason) => {
    expect(reasonOf(raw)).toEqual({ reason });
  });

  it('lets through only what a header can carry, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 16, maxLength: 40 }), anyText), (raw) => {
        const result = checkToken(raw);
        if (!result.ok) return;
        const headers = new Headers({ authorization: `Bearer ${result.value}` });
        expect(headers.get('authorization')).toBe(`Bearer ${result.value}`);
      }),
    );
  });
});
