import { describe, expect, test } from 'vitest';
import {
  excessOf,
  featureNote,
  featuresOf,
  ownerText,
  rightsOf,
  rightsOfChecked,
} from '../../../renderer/view/token.ts';
import { appError } from '../../../shared/errors.ts';
import { neededScopes } from '../../../shared/scopes.ts';
import { aFailedChange, anAccount, aState } from '../../support/popover-states.ts';
import {
  aBlindToken,
  aBotsToken,
  aCheckedToken,
  adminSession,
  aToken,
  lackingSession,
} from '../../support/token-states.ts';

describe('whose token it is', () => {
  test('comes from the profile', () => {
    expect(rightsOf(adminSession(), aState())).toMatchObject({ role: 'admin', bot: false });
    expect(rightsOfChecked(aBotsToken())).toMatchObject({ bot: true });
  });

  test('is told by the token’s name where the profile cannot be read: without a name it is a bot’s', () => {
    const blind = aBlindToken();
    expect(rightsOfChecked(blind)).toMatchObject({ role: null, bot: null });
    expect(rightsOfChecked({ ...blind, token: aToken({ name: null }) })).toMatchObject({ role: null, bot: true });
  });

  test('is said with the role, as far as either is known', () => {
    const rights = rightsOf(adminSession(), aState());
    expect(ownerText(anAccount(), rights, 'en')).toBe('Oleg Petrov, administrator or owner');
    expect(ownerText(anAccount({ name: null }), rights, 'en')).toBe('@olegp, administrator or owner');
    expect(ownerText(null, { ...rights, role: null }, 'ru')).toBe('неизвестна');
  });
});

describe('what was refused as forbidden', () => {
  const forbidden = appError('forbidden', { message: 'Access denied' });

  test.each([
    ['profile_status:write', aState({ change: aFailedChange({ error: forbidden }) })],
    ['profile_status:read', aState({ status: { error: forbidden } })],
    [
      'profile_avatar:write',
      aState({ avatar: { job: { id: 1, kind: 'upload', phase: 'failed', progress: 1, error: forbidden } } }),
    ],
  ])('does not count as working, although the token has the scope: %s', (scope, state) => {
    const rights = rightsOf(adminSession({ account: anAccount() }), state);
    const feature = featuresOf(rights).find((each) => each.scope === scope);
    expect(feature?.state).toBe('forbiddenByRole');
    expect(feature && featureNote(feature, 'en')).toContain('Pachca refused it');
  });

  test('is told too by “lacks the scope” of a token that has it: its owner’s role has lost it', () => {
    const rights = rightsOf(adminSession({ account: anAccount(), refused: ['profile_status:write'] }), aState());
    expect(featuresOf(rights).find(({ scope }) => scope === 'profile_status:write')?.state).toBe('forbiddenByRole');
  });

  test('is not taken from a scope that is missing, which says so itself', () => {
    const error = appError('insufficient_scope', { scope: 'profile_status:write' });
    const rights = rightsOf(lackingSession(), aState({ change: aFailedChange({ error }) }));
    expect(rights.refused).toEqual([]);
  });
});

test('what the app can make use of is not too much, everything else is', () => {
  expect(excessOf([...neededScopes, 'users:read'])).toEqual([]);
  expect(excessOf([...neededScopes, 'chats:read', 'telepathy:read'])).toEqual(['chats:read', 'telepathy:read']);
  expect(excessOf(aCheckedToken({ scopes: [] }).scopes)).toEqual([]);
});
