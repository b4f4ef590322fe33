import { expect, test } from 'vitest';
import { offeredAtField, offeredFor } from '../../../renderer/view/remedies.ts';
import { appError } from '../../../shared/errors.ts';

test('a missing scope may be there by now, or takes a new token; the way to it is the inspector’s', () => {
  expect(offeredFor(appError('insufficient_scope', { scope: 'profile_status:write' }))).toEqual(['retry', 'new-token']);
});

test('what only the text can help with has no button', () => {
  expect(offeredFor(appError('forbidden', { message: null }))).toEqual([]);
});

test('at the field for a token, nobody is sent to the field for a token', () => {
  expect(offeredAtField(appError('token_revoked', { message: null }))).toEqual(['token-help']);
});

test.each([
  [appError('keychain_absent', { reason: '' })],
  [appError('keychain_not_stored', { reason: '' })],
  [appError('keychain_locked', {})],
])('where the keychain does not take the token ($code), it can be used until quit', (error) => {
  expect(offeredAtField(error)).toContain('use-session');
});
