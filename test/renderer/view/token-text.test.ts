import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoTokens } from '../../../electron/demo/tokens.ts';
import { cleanToken, looksComplete } from '../../../renderer/view/token-text.ts';

const characters = fc.constantFrom(...Array.from('abcXYZ019-_.~+/='));
const anyToken = fc.string({ unit: characters, minLength: 1, maxLength: 60 }).filter((text) => !/^bearer$/i.test(text));

test('a token is found in what was pasted around it, and is not changed itself', () => {
  const space = fc.stringMatching(/^[ \t\n\r\u00a0]*$/);
  fc.assert(
    fc.property(
      space,
      fc.constantFrom('', 'Bearer ', 'bearer\t', 'BEARER  '),
      anyToken,
      space,
      (before, word, token, after) => {
        expect(cleanToken(`${before}${word}${token}${after}`)).toBe(token);
      },
    ),
  );
});

test('the word alone is no token', () => {
  expect(cleanToken(' Bearer ')).toBe('');
});

test('every token of the demo workspace looks complete, and no part of one that lacks four characters does', () => {
  for (const token of Object.values(demoTokens)) {
    expect(looksComplete(token)).toBe(true);
    expect(looksComplete(token.slice(0, -4))).toBe(false);
  }
});

test('a sentence does not look like a token, however long', () => {
  expect(looksComplete('Please find the token of the bot attached to this message')).toBe(false);
});
