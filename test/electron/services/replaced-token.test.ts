import { expect, test } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import { settle } from '../../support/clock.ts';

test('another token of the same person says what it replaces and loses, and costs neither name', async () => {
  const test = createTestApp();
  const { tokens } = test.workspace;
  await test.app.start();
  const first = await test.app.send('session.checkToken', { token: tokens.full });
  expect(first).toMatchObject({ ok: true, value: { replaces: null } });
  await test.app.send('session.signIn', { token: tokens.full, storage: 'keychain' });
  await settle();
  const key = test.app.state().accounts[0]?.key ?? '';

  const fewer = tokens['status-only'];
  expect(await test.app.send('session.checkToken', { token: fewer })).toMatchObject({
    ok: true,
    value: {
      replaces: {
        label: 'Oleg Petrov',
        lost: ['profile:read', 'profile_avatar:write', 'custom_properties:read', 'users:read'],
      },
    },
  });
  await test.app.send('session.signIn', { token: fewer, storage: 'keychain' });
  await settle();
  expect(test.app.state().accounts).toMatchObject([{ key, label: 'Oleg Petrov' }]);

  await test.app.send('accounts.rename', { key, label: 'Work' });
  expect(await test.app.send('session.checkToken', { token: tokens.full })).toMatchObject({
    value: { replaces: { label: 'Work', lost: [] } },
  });
  await test.app.send('session.signIn', { token: tokens.full, storage: 'keychain' });
  await settle();
  expect(test.app.state().accounts).toMatchObject([{ key, label: 'Work' }]);
});
