import { describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { settle } from '../../support/clock.ts';

const UNAUTHORIZED = { kind: 'reply', status: 401, body: '{"error":"invalid_token"}' } as const;

async function signedInApp(): Promise<TestApp> {
  const test = createTestApp();
  await test.app.start();
  await test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
  await test.until(({ status }) => status.known);
  await settle();
  test.workspace.clearLog();
  return test;
}

const problem = ({ app }: TestApp) => {
  const { session } = app.state();
  return session.phase === 'signed-in' ? session.problem : null;
};
const paths = ({ workspace }: TestApp) => workspace.log.map(({ method, path }) => `${method} ${path}`);

/** Every way in which a stored token is used. */
const CALLS = {
  'reading the status': [{ method: 'GET', path: '/profile/status' }, (t: TestApp) => t.app.send('status.refresh', {})],
  'setting a status': [
    { method: 'PUT', path: '/profile/status' },
    (t: TestApp) => t.app.send('status.applyPreset', { presetId: 'lunch' }),
  ],
  'clearing it': [{ method: 'DELETE', path: '/profile/status' }, (t: TestApp) => t.app.send('status.clear', {})],
  'opening the profile': [{ method: 'GET', path: '/profile' }, (t: TestApp) => t.app.send('profile.load', {})],
  'searching people': [
    { method: 'GET', path: '/users' },
    (t: TestApp) => t.app.send('people.search', { query: 'anna', cursor: null }),
  ],
} as const;

describe.each(Object.entries(CALLS))('a 401 while %s', (_, [on, call]) => {
  test('amid good answers condemns nothing: the token is asked about, and the call is made again', async () => {
    const test = await signedInApp();
    test.workspace.faults.add({ on, play: UNAUTHORIZED });
    expect(await call(test)).toMatchObject({ ok: true });
    expect(problem(test)).toBeNull();
    expect(paths(test).filter((path) => path === 'GET /oauth/token/info')).toHaveLength(1);
  });

  test('that comes again though the token is known is told, and still condemns nothing', async () => {
    const test = await signedInApp();
    test.workspace.faults.add({ on, times: 2, play: UNAUTHORIZED });
    expect(await call(test)).toMatchObject({ ok: false, error: { code: 'token_doubted' } });
    expect(problem(test)).toBeNull();
  });

  test('of a token that the server does not know any more asks for a new one, in the words for that', async () => {
    const test = await signedInApp();
    test.workspace.elsewhere.revoke('full');
    expect(await call(test)).toMatchObject({ ok: false, error: { code: 'token_revoked' } });
    expect(problem(test)).toMatchObject({ code: 'token_revoked' });
  });

  test('condemns nothing where the token cannot be asked about', async () => {
    const test = await signedInApp();
    test.workspace.faults.add({ on, play: UNAUTHORIZED });
    test.workspace.faults.add({ on: { path: '/oauth/token/info' }, play: { kind: 'reply', status: 404 } });
    expect(await call(test)).toMatchObject({ ok: false, error: { code: 'token_doubted' } });
    expect(problem(test)).toBeNull();
  });
});

test('any good answer lifts what a bad one said', async () => {
  const test = await signedInApp();
  test.workspace.faults.add({ times: 2, play: UNAUTHORIZED });
  expect(await test.app.send('status.refresh', {})).toMatchObject({ ok: false, error: { code: 'token_revoked' } });
  await settle();
  expect(problem(test)).toMatchObject({ code: 'token_revoked' });
  expect(await test.app.send('profile.load', {})).toMatchObject({ ok: true });
  expect(problem(test)).toBeNull();
  expect(await test.app.send('status.applyPreset', { presetId: 'lunch' })).toMatchObject({ ok: true });
});
