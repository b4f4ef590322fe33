import { expect, test } from 'vitest';
import { redact } from '../../../electron/services/redact.ts';

const token = 'kX3nR8vQ2mB7wL5tZ9yC4jH6gF1dS0aPqWeRtYuIoPs';

test('Values under a telling name are hidden', () => {
  expect(redact({ token: 'a', accessToken: 'b', Authorization: 'c', password: 'd', name: 'Oleg' })).toEqual({
    token: '[redacted]',
    accessToken: '[redacted]',
    Authorization: '[redacted]',
    password: '[redacted]',
    name: 'Oleg',
  });
});

test('A token is hidden wherever it turns up: in a sentence, deep inside, in an error’s message', () => {
  const hidden = JSON.stringify(
    redact({ a: [`sent ${token}.`], b: { c: new Error(`Invalid header Bearer ${token}`) }, d: `Bearer short` }),
  );
  expect(hidden).not.toContain(token);
  expect(hidden).not.toContain('short');
  expect(hidden).toContain('Invalid header');
});

test('What helps to find a fault stays: request ids, paths, codes', () => {
  const plain = {
    requestId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    path: '/Users/somebody/Library/Application-Support-of-a-very-long-name/config.json',
    reason: 'net::ERR_CERT_AUTHORITY_INVALID',
    status: 503,
    fine: true,
    none: null,
  };
  expect(redact(plain)).toEqual(plain);
});

test('A value that holds itself comes to an end', () => {
  const loop: Record<string, unknown> = {};
  loop['again'] = loop;
  expect(JSON.stringify(redact(loop))).toContain('[…]');
});
