import { expect, test } from 'vitest';
import { accessTo } from '../../../renderer/view/access.ts';
import { appError } from '../../../shared/errors.ts';
import { aState, signedIn } from '../../support/popover-states.ts';

const access = (session: Parameters<typeof signedIn>[0]) =>
  accessTo('profile_avatar:write', aState({ session: signedIn(session) }));

test('what the token has the scope for can be done', () => {
  expect(access({ scopes: ['profile_avatar:write'] })).toBe('yes');
});

test('what it lacks the scope for cannot, once the server said so', () => {
  expect(access({ scopes: ['profile:read'] })).toBe('scope-missing');
  expect(access({ scopes: [], checked: false })).toBe('yes');
});

test('nothing can be done while the account has a problem, or there is none', () => {
  expect(access({ problem: appError('token_revoked', { message: null }) })).toBe('problem');
  expect(accessTo('profile:read', aState({ session: { phase: 'signed-out' } }))).toBe('problem');
});
