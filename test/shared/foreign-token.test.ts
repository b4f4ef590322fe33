import { expect, it } from 'vitest';
import { demoTokens } from '../../electron/demo/tokens.ts';
import { checkToken } from '../../electron/services/pachca/token.ts';
import { isForeignToken } from '../../shared/foreign-token.ts';

it.each([
  ['ghp_', 36],
  ['github_pat_', 60],
  ['glpat-', 20],
  ['xoxb-', 48],
  ['sk-', 48],
  ['sk_live_', 24],
  ['AKIA', 16],
  ['AIza', 35],
  ['npm_', 36],
  ['ATATT', 60],
  ['123456789:', 35],
  ['eyJhbGciOiJIUzI1NiJ9.', 43],
])('a secret that begins with %s is refused, whatever follows', (beginning, length) => {
  const secret = `${beginning}${'A'.repeat(length)}`;
  expect(isForeignToken(secret)).toBe(true);
  expect(checkToken(` Bearer ${secret}\n`)).toMatchObject({ ok: false, error: { params: { reason: 'foreign' } } });
});

it('no token of the demo workspace is foreign', () => {
  for (const token of Object.values(demoTokens)) expect(isForeignToken(token)).toBe(false);
});
