import { describe, expect, test } from 'vitest';
import { KEYCHAIN_SERVICE } from '../../../electron/services/token-vault.ts';
import { commandInputs } from '../../../shared/contract.ts';
import type { AppState, Session } from '../../../shared/state.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

type SignedIn = Extract<Session, { phase: 'signed-in' }>;

const signedIn = ({ session }: AppState): SignedIn => {
  if (session.phase !== 'signed-in') throw new Error(`not signed in but ${session.phase}`);
  return session;
};

/** Signed in with the token of the demo workspace that may do everything. */
async function signedInApp(): Promise<TestApp> {
  const test = createTestApp();
  await test.app.start();
  const result = await test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
  expect(result.ok).toBe(true);
  await test.until(({ status }) => status.known);
  return test;
}

const requests = ({ workspace }: TestApp, method: string) =>
  workspace.log.filter((entry) => entry.method === method && entry.path === '/profile/status');

describe('the main job', () => {
  test('one click sets "On vacation": one PUT with away, message and end', async () => {
    const test = await signedInApp();
    const phases: (string | undefined)[] = [];
    test.app.subscribe(({ change }) => phases.push(change?.phase));

    expect(await test.app.send('status.applyPreset', { presetId: 'vacation' })).toEqual({ ok: true, value: 'done' });

    expect(requests(test, 'PUT').map(({ body }) => body)).toEqual([
      {
        status: {
          emoji: '🏖️',
          title: 'On vacation',
          is_away: true,
          away_message: 'I’m on vacation and will be back on Monday, 23 November.',
          // Monday, 9:00 in Moscow.
          expires_at: '2026-11-23T06:00:00.000Z',
        },
      },
    ]);
    expect(phases[0]).toBe('pending');
    expect(phases.at(-1)).toBe('done');
    expect(test.app.state().status.current).toMatchObject({ title: 'On vacation', isAway: true });
  });

  test('in Russian, the title and the message are Russian', async () => {
    const test = await signedInApp();
    await test.app.send('settings.update', { language: 'ru' });
    await test.app.send('status.applyPreset', { presetId: 'vacation' });
    expect(test.app.state().status.current).toMatchObject({
      title: 'В отпуске',
      awayMessage: 'Я в отпуске, вернусь в понедельник, 23 ноября.',
    });
  });

  test('clear is one DELETE', async () => {
    const test = await signedInApp();
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    await test.app.send('status.clear', {});
    expect(requests(test, 'DELETE')).toHaveLength(1);
    expect(test.app.state().status.current).toBeNull();
  });

  test('a failed change can be tried again, with an end that is resolved anew', async () => {
    const test = await signedInApp();
    test.workspace.faults.add({ on: { method: 'PUT' }, times: 1, play: { kind: 'drop' } });
    const failed = await test.app.send('status.applyPreset', { presetId: 'lunch' });
    expect(failed).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(test.app.state().change).toMatchObject({ phase: 'failed', presetId: 'lunch' });

    await test.clock.advance(60_000);
    expect(await test.app.send('status.retryChange', {})).toEqual({ ok: true, value: 'done' });
    expect(test.app.state().status.current?.expiresAt).toBe(test.clock.now() + 3_600_000);
  });

  test('a change that fails out of sight is told by the system, one that fails in sight is not', async () => {
    const test = await signedInApp();
    test.workspace.faults.add({ on: { method: 'PUT' }, times: 2, play: { kind: 'drop' } });
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    expect(test.host.notifications).toEqual([
      { title: 'Pachca cannot be reached', body: expect.stringContaining('Check the internet connection') as string },
    ]);
    test.host.visible = true;
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    expect(test.host.notifications).toHaveLength(1);
  });
});

describe('signing in', () => {
  test('shows who it is, with scopes, and keeps the token in the keychain only', async () => {
    const test = await signedInApp();
    const session = signedIn(test.app.state());
    expect(session).toMatchObject({ storage: 'keychain', checked: true, problem: null });
    expect(session.account).toMatchObject({ name: 'Oleg Petrov', nickname: 'olegp', bot: false });
    expect(session.scopes).toContain('profile_status:write');
    const { userId } = session.account ?? {};
    expect([...test.keychain.entries]).toEqual([[`${KEYCHAIN_SERVICE}/${String(userId)}`, test.workspace.tokens.full]]);
    expect(JSON.stringify(test.settings.data)).not.toContain(test.workspace.tokens.full);
  });

  test.each([
    ['something that is no token', 'not a token at all', 'token_malformed'],
    ['an unknown token', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'token_rejected'],
  ])('%s is refused and nothing is stored', async (_what, token, code) => {
    const test = createTestApp();
    await test.app.start();
    expect(await test.app.send('session.signIn', { token, storage: 'keychain' })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(test.app.state().session.phase).toBe('signed-out');
    expect(test.keychain.entries.size).toBe(0);
  });

  test('a revoked token has its own error', async () => {
    const test = createTestApp();
    await test.app.start();
    const { revoked } = test.workspace.tokens;
    expect(await test.app.send('session.signIn', { token: revoked, storage: 'keychain' })).toMatchObject({
      ok: false,
      error: { code: 'token_revoked' },
    });
  });

  test('without a network nothing is stored', async () => {
    const test = createTestApp();
    await test.app.start();
    test.workspace.faults.add({ times: 1, play: { kind: 'drop' } });
    const result = await test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
    expect(result).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(test.keychain.entries.size).toBe(0);
  });

  test('without a keychain it says so, and keeps the token in memory only when told to', async () => {
    const test = createTestApp();
    test.keychain.mode = 'absent';
    await test.app.start();
    const token = test.workspace.tokens.full;
    expect(await test.app.send('session.signIn', { token, storage: 'keychain' })).toMatchObject({
      ok: false,
      error: { code: 'keychain_absent' },
    });
    expect(test.app.state().session.phase).toBe('signed-out');

    expect((await test.app.send('session.signIn', { token, storage: 'session' })).ok).toBe(true);
    expect(signedIn(test.app.state()).storage).toBe('session');
    const again = test.restart();
    await again.app.start();
    expect(again.app.state().session.phase).toBe('signed-out');
  });

  test('a token that may do nothing but exist still signs in, without a name', async () => {
    const test = createTestApp();
    await test.app.start();
    const token = test.workspace.tokens['status-only'];
    expect((await test.app.send('session.signIn', { token, storage: 'keychain' })).ok).toBe(true);
    expect(signedIn(test.app.state()).account).toMatchObject({ name: null, avatar: null });
    expect((await test.app.send('status.applyPreset', { presetId: 'focus' })).ok).toBe(true);
  });

  test("a bot's token is known as a bot's", async () => {
    const test = createTestApp();
    await test.app.start();
    await test.app.send('session.signIn', { token: test.workspace.tokens.bot, storage: 'keychain' });
    expect(signedIn(test.app.state()).account?.bot).toBe(true);
  });

  test('another account takes the place of the first, whose token leaves the keychain', async () => {
    const test = await signedInApp();
    await test.app.send('session.signIn', { token: test.workspace.tokens.employee, storage: 'keychain' });
    expect([...test.keychain.entries.values()]).toEqual([test.workspace.tokens.employee]);
    expect(test.settings.data.accounts).toHaveLength(1);
  });

  test('settings that cannot be saved are told, and the sign-in holds', async () => {
    const test = createTestApp();
    await test.app.start();
    test.settings.broken = true;
    await test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
    expect(test.app.state().session.phase).toBe('signed-in');
    expect(test.app.state().notices).toMatchObject([{ kind: 'error', error: { code: 'settings_not_saved' } }]);
  });
});

describe('starting again', () => {
  test('still signed in, with the name at once and the status soon', async () => {
    const test = (await signedInApp()).restart();
    const reads = test.workspace.log.length;
    await test.app.start();
    expect(signedIn(test.app.state()).account?.name).toBe('Oleg Petrov');
    const state = await test.until(({ session, status }) => signedInAndChecked(session) && status.known);
    expect(signedIn(state).scopes).toContain('profile_status:write');
    expect(test.workspace.log.length).toBeGreaterThan(reads);
  });

  test('a locked keychain is not "signed out": the account waits, and a retry takes it up', async () => {
    const test = (await signedInApp()).restart();
    test.keychain.mode = 'locked';
    await test.app.start();
    expect(test.app.state().session).toMatchObject({
      phase: 'locked',
      name: 'Oleg Petrov',
      error: { code: 'keychain_locked' },
    });
    expect(await test.app.send('session.retry', {})).toMatchObject({ ok: false, error: { code: 'keychain_locked' } });
    test.keychain.mode = 'unlocked';
    expect((await test.app.send('session.retry', {})).ok).toBe(true);
    expect(test.app.state().session.phase).toBe('signed-in');
  });

  test('an entry that somebody removed from the keychain is told as such after a retry', async () => {
    const test = (await signedInApp()).restart();
    test.keychain.entries.clear();
    await test.app.start();
    expect(test.app.state().session.phase).toBe('locked');
    expect(await test.app.send('session.retry', {})).toMatchObject({
      ok: false,
      error: { code: 'keychain_entry_missing' },
    });
    expect(test.app.state().session.phase).toBe('signed-out');
    expect(test.app.state().notices).toMatchObject([{ error: { code: 'keychain_entry_missing' } }]);
  });

  test('without a network the account is shown all the same, and is checked when there is one', async () => {
    const test = (await signedInApp()).restart();
    test.workspace.faults.add({ times: 2, play: { kind: 'drop' } });
    await test.app.start();
    await test.until(({ status }) => status.error?.code === 'offline');
    expect(signedIn(test.app.state())).toMatchObject({ checked: false, problem: null });
    test.app.popoverShown();
    await test.until(({ session, status }) => signedInAndChecked(session) && status.known);
  });

  test('a token that was revoked meanwhile is a problem of the session, and clicks say so', async () => {
    const test = (await signedInApp()).restart();
    test.workspace.elsewhere.revoke('full');
    await test.app.start();
    const state = await test.until(({ session }) => session.phase === 'signed-in' && session.problem !== null);
    expect(signedIn(state).problem?.code).toBe('token_revoked');
    expect(await test.app.send('status.applyPreset', { presetId: 'lunch' })).toMatchObject({
      ok: false,
      error: { code: 'token_revoked' },
    });
    expect(requests(test, 'PUT')).toHaveLength(0);
  });
});

describe('signing out', () => {
  test('removes the token from the keychain, forgets the account and stops asking', async () => {
    const test = await signedInApp();
    expect((await test.app.send('session.signOut', { force: false })).ok).toBe(true);
    expect(test.keychain.entries.size).toBe(0);
    expect(test.settings.data).toMatchObject({ accounts: [], current: null });
    expect(test.app.state()).toMatchObject({
      session: { phase: 'signed-out' },
      status: { known: false, current: null },
      change: null,
      notices: [{ kind: 'signed-out', storage: 'keychain' }],
    });
    const asked = test.workspace.log.length;
    await test.clock.advance(2 * 3_600_000);
    expect(test.workspace.log).toHaveLength(asked);
  });

  test('is not claimed where the token could not be removed', async () => {
    const test = await signedInApp();
    test.keychain.mode = 'locked';
    const refused = await test.app.send('session.signOut', { force: false });
    expect(refused.ok).toBe(false);
    expect(test.app.state().session.phase).toBe('signed-in');

    expect((await test.app.send('session.signOut', { force: true })).ok).toBe(true);
    expect(test.app.state().session.phase).toBe('signed-out');
    expect(test.app.state().notices).toMatchObject([{ kind: 'signed-out-entry-left', service: KEYCHAIN_SERVICE }]);
  });
});

describe('the demo', () => {
  test('signs in without a token and keeps nothing in the keychain, and is there again after a restart', async () => {
    const test = createTestApp();
    await test.app.start();
    expect((await test.app.send('session.tryDemo', {})).ok).toBe(true);
    await test.until(({ session, status }) => signedInAndChecked(session) && status.known);
    await test.app.send('status.applyPreset', { presetId: 'vacation' });
    expect(signedIn(test.app.state())).toMatchObject({ storage: 'demo', account: { name: 'Oleg Petrov' } });
    expect(test.keychain.entries.size).toBe(0);
    expect(test.workspace.log).toHaveLength(0);

    const again = test.restart();
    await again.app.start();
    expect(signedIn(again.app.state()).storage).toBe('demo');
    await again.app.send('session.signOut', { force: false });
    expect(again.app.state().notices).toMatchObject([{ kind: 'signed-out', storage: 'demo' }]);
    expect(again.settings.data.current).toBeNull();
  });
});

describe('looking again', () => {
  test('when the popover opens, unless the server was just asked', async () => {
    const test = await signedInApp();
    const asked = requests(test, 'GET').length;
    test.app.popoverShown();
    expect(requests(test, 'GET')).toHaveLength(asked);
    await test.clock.advance(6_000);
    test.workspace.elsewhere.setStatus({ emoji: '🎧', title: 'Set elsewhere' });
    test.app.popoverShown();
    await test.until(({ status }) => status.current?.title === 'Set elsewhere');
  });

  test('when a status ends, and what the server still returns of it is not shown', async () => {
    const test = await signedInApp();
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    await test.clock.advance(3_600_000 - 1);
    expect(test.app.state().status.current?.title).toBe('Lunch');
    const asked = requests(test, 'GET').length;
    await test.clock.advance(1);
    expect(test.app.state().status.current).toBeNull();
    await test.until(() => requests(test, 'GET').length > asked);
    const state = await test.until(({ status }) => !status.checking);
    expect(state.status.current).toBeNull();
  });

  test('after sleep, also where no event says that the computer woke up', async () => {
    const test = await signedInApp();
    test.workspace.elsewhere.setStatus({ emoji: '🎧', title: 'Set elsewhere' });
    test.clock.sleep(8 * 3_600_000);
    await test.clock.advance(60_000);
    await test.until(({ status }) => status.current?.title === 'Set elsewhere');
  });
});

describe('the door', () => {
  test('refuses a command that does not exist', async () => {
    const { app } = createTestApp();
    expect(await app.dispatch('token.read', {})).toMatchObject({ ok: false, error: { code: 'unknown_command' } });
    expect(await app.dispatch('__proto__', {})).toMatchObject({ ok: false, error: { code: 'unknown_command' } });
  });

  test.each(Object.keys(commandInputs))('%s refuses what does not fit its schema', async (name) => {
    const { app } = createTestApp();
    for (const input of [null, undefined, 7, 'x', { surprise: true }]) {
      expect(await app.dispatch(name, input)).toMatchObject({ ok: false, error: { code: 'bad_input' } });
    }
  });

  test('does not repeat what was sent in the error, as it may be a token', async () => {
    const { app } = createTestApp();
    const secret = 'JttqByj2LxIsBuvt8Hu8znEXqPAQP7RD';
    const result = await app.dispatch('session.signIn', { token: [secret], storage: secret });
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  test('a change needs an account', async () => {
    const { app } = createTestApp();
    await app.start();
    expect(await app.send('status.clear', {})).toMatchObject({ ok: false, error: { code: 'signed_out' } });
  });

  test('a preset that does not exist is named', async () => {
    const { app } = await signedInApp();
    expect(await app.send('status.applyPreset', { presetId: 'nap' })).toMatchObject({
      ok: false,
      error: { code: 'preset_missing', params: { id: 'nap' } },
    });
  });

  test('links open outside, from a list that the caller cannot extend', async () => {
    const test = createTestApp();
    await test.app.send('link.open', { link: 'tokens' });
    expect(test.host.opened).toEqual(['https://dev.pachca.com/guides/authorization']);
    expect((await test.app.dispatch('link.open', { link: 'https://evil.example' })).ok).toBe(false);
  });

  test('open, hide and quit reach the host', async () => {
    const test = createTestApp();
    await test.app.send('popover.open', {});
    await test.app.send('popover.hide', {});
    await test.app.send('app.quit', {});
    expect(test.host.calls).toEqual(['openPopover', 'hidePopover', 'quit']);
  });
});

test('the token appears in no state, log, notification, settings or result', async () => {
  const test = createTestApp();
  const seen: string[] = [];
  test.app.subscribe((state) => seen.push(JSON.stringify(state)));
  await test.app.start();
  const { tokens } = test.workspace;
  for (const token of Object.values(tokens)) {
    seen.push(JSON.stringify(await test.app.send('session.signIn', { token, storage: 'keychain' })));
    seen.push(JSON.stringify(await test.app.send('status.applyPreset', { presetId: 'sick' })));
    seen.push(JSON.stringify(await test.app.send('status.clear', {})));
  }
  const everything = [...seen, ...test.logged, JSON.stringify([test.settings.data, test.host.notifications])].join();
  expect(seen.length).toBeGreaterThan(50);
  for (const token of Object.values(tokens)) expect(everything).not.toContain(token);
});

const signedInAndChecked = (session: Session): boolean => session.phase === 'signed-in' && session.checked;
