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

const FORBIDDEN = { kind: 'reply', status: 403, body: '{"errors":[]}' } as const;

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
    expect(phases.find(Boolean)).toBe('pending');
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
    test.workspace.faults.add({ on: { method: 'PUT' }, play: FORBIDDEN });
    const failed = await test.app.send('status.applyPreset', { presetId: 'lunch' });
    expect(failed).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(test.app.state().change).toMatchObject({ phase: 'failed', presetId: 'lunch' });

    await test.clock.advance(60_000);
    expect(await test.app.send('status.retryChange', {})).toEqual({ ok: true, value: 'done' });
    expect(test.app.state().status.current?.expiresAt).toBe(test.clock.now() + 3_600_000);
  });

  test('a change that fails out of sight is told by the system, one that fails in sight is not', async () => {
    const test = await signedInApp();
    test.workspace.faults.add({ on: { method: 'PUT' }, times: 2, play: FORBIDDEN });
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    expect(test.host.notifications).toEqual([
      { title: 'Your workspace or role does not allow this', body: expect.stringContaining('administrator') as string },
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
    expect([...test.keychain.entries]).toEqual([
      [`${KEYCHAIN_SERVICE}/${String(userId)}@demo.pachca-status.invalid test`, test.workspace.tokens.full],
    ]);
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
    test.workspace.faults.add({ times: 2, play: { kind: 'drop' } });
    const result = await test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } });
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
    // It asks for a token and loses nothing else.
    expect(test.app.state().session).toMatchObject({ phase: 'locked', error: { code: 'keychain_entry_missing' } });
    expect(test.settings.data.accounts).toHaveLength(1);
  });

  test('without a network the account is shown all the same, and is checked when there is one', async () => {
    const test = (await signedInApp()).restart();
    test.workspace.faults.add({ times: 4, play: { kind: 'drop' } });
    await test.app.start();
    await test.until(({ status }) => status.error?.code === 'unreachable');
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

describe('several accounts', () => {
  /** Oleg, and Anna who is in use. */
  async function twoAccounts(): Promise<TestApp> {
    const test = await signedInApp();
    await test.app.send('session.signIn', { token: test.workspace.tokens.employee, storage: 'keychain' });
    await test.until(({ status }) => status.known);
    return test;
  }

  const labels = ({ accounts }: AppState) =>
    accounts.map(({ label, current }) => `${label ?? ''}${current ? ' *' : ''}`);

  test('each has its own entry in the keychain, its own status and its own name in the list', async () => {
    const test = await twoAccounts();
    expect([...test.keychain.entries.values()]).toEqual([test.workspace.tokens.full, test.workspace.tokens.employee]);
    expect(labels(test.app.state())[0]).toBe('Oleg Petrov');
    await test.app.send('status.applyPreset', { presetId: 'focus' });
    expect(test.app.state().status.current?.title).toBe('Focus');
    const { key = '' } = test.app.state().accounts.find(({ current }) => !current) ?? {};
    expect((await test.app.send('accounts.switch', { key })).ok).toBe(true);
    expect(test.app.state().status.current).toBeNull();
    expect(test.app.state().accounts.find(({ current }) => !current)?.status?.title).toBe('Focus');
  });

  test('the one in use is so again after a restart, and the others are there too', async () => {
    const before = await twoAccounts();
    const test = before.restart();
    await test.app.start();
    const state = await test.until(({ accounts }) => accounts.length === 2);
    expect(signedIn(state).account?.name).toBe(signedIn(before.app.state()).account?.name);
  });

  test('one can be renamed, and has its own name again with an empty one', async () => {
    const test = await twoAccounts();
    const { key = '' } = test.app.state().accounts[0] ?? {};
    await test.app.send('accounts.rename', { key, label: ' Work ' });
    expect(test.app.state().accounts[0]?.label).toBe('Work');
    await test.app.send('accounts.rename', { key, label: '' });
    expect(test.app.state().accounts[0]?.label).toBe('Oleg Petrov');
  });

  test('one can be removed without touching the others', async () => {
    const test = await twoAccounts();
    const { key = '' } = test.app.state().accounts.find(({ current }) => current) ?? {};
    expect((await test.app.send('accounts.remove', { key, force: false })).ok).toBe(true);
    expect([...test.keychain.entries.values()]).toEqual([test.workspace.tokens.full]);
    expect(signedIn(test.app.state()).account?.name).toBe('Oleg Petrov');
    expect(test.settings.data.current).toBe(test.settings.data.accounts[0]?.key);
  });

  test('a preset can be applied to all, with a result for each', async () => {
    const test = await twoAccounts();
    test.workspace.elsewhere.revoke('full');
    const result = await test.app.send('status.applyPresetToAll', { presetId: 'focus' });
    expect(result.ok && result.value.map(({ error }) => error?.code ?? 'fine')).toEqual(['token_revoked', 'fine']);
  });

  test('an account that is gone is named', async () => {
    const { app } = await signedInApp();
    for (const name of ['accounts.switch', 'accounts.rename', 'accounts.remove']) {
      const input = {
        key: 'nobody',
        ...(name.endsWith('rename') && { label: '' }),
        ...(name.endsWith('remove') && { force: false }),
      };
      expect(await app.dispatch(name, input)).toMatchObject({ ok: false, error: { code: 'account_missing' } });
    }
  });
});

describe('a token that is looked at first', () => {
  test('says whose it is and what it may do, and nothing is stored', async () => {
    const test = createTestApp();
    await test.app.start();
    const result = await test.app.send('session.checkToken', { token: ` Bearer ${test.workspace.tokens.bot}\n` });
    expect(result).toMatchObject({ ok: true, value: { account: { bot: true }, token: { name: null } } });
    expect(test.keychain.entries.size).toBe(0);
    expect(test.app.state().session.phase).toBe('signed-out');
  });

  test('that is a guest’s is told by the refusal of what is ticked', async () => {
    const test = createTestApp();
    await test.app.start();
    const result = await test.app.send('session.checkToken', { token: test.workspace.tokens.guest });
    expect(result).toMatchObject({
      ok: true,
      value: { account: { role: null }, refused: ['profile:read'], problem: { code: 'access_denied' } },
    });
  });

  test.each([
    ['payment', 'workspace_suspended'],
    ['workspace', 'api_restricted'],
    ['guest', 'access_denied'],
  ] as const)(
    'that is of no use at all says why, with the scope to read the profile or without it: %s',
    async (why, code) => {
      const test = createTestApp();
      await test.app.start();
      for (const [name, path] of [
        ['full', '/profile'],
        ['status-only', '/profile/status'],
      ] as const) {
        test.workspace.faults.add({ on: { path }, play: { kind: 'refuse', why } });
        const result = await test.app.send('session.checkToken', { token: test.workspace.tokens[name] });
        expect(result).toMatchObject({ ok: true, value: { problem: { code } } });
      }
    },
  );

  test('that lies in the environment is offered, and used only when told to', async () => {
    const { workspace } = createTestApp();
    const test = createTestApp({ workspace, environmentToken: workspace.tokens.full });
    await test.app.start();
    expect(test.app.state()).toMatchObject({ environmentToken: true, session: { phase: 'signed-out' } });
    expect(JSON.stringify(test.app.state())).not.toContain(workspace.tokens.full);
    const looked = await test.app.send('session.checkEnvironmentToken', {});
    expect(looked).toMatchObject({ ok: true, value: { account: { name: 'Oleg Petrov' } } });
    expect(JSON.stringify(looked)).not.toContain(workspace.tokens.full);
    expect(test.app.state().session.phase).toBe('signed-out');
    expect((await test.app.send('session.signInFromEnvironment', { storage: 'session' })).ok).toBe(true);
    expect(signedIn(test.app.state()).storage).toBe('session');
  });

  test('is checked again on demand, and what changed is told', async () => {
    const test = await signedInApp();
    expect(signedIn(test.app.state()).scopeChange).toBeNull();
    test.workspace.elsewhere.revoke('full');
    expect(await test.app.send('token.check', {})).toMatchObject({ ok: false, error: { code: 'token_revoked' } });
    expect(signedIn(test.app.state()).problem?.code).toBe('token_revoked');
  });

  test('that turns out to lack what it had is looked at again by itself, and what it lost is told', async () => {
    const test = await signedInApp();
    const left = signedIn(test.app.state()).scopes.filter((scope) => scope !== 'profile_status:write');
    test.workspace.elsewhere.setScopes('full', left);
    expect(await test.app.send('status.applyPreset', { presetId: 'lunch' })).toMatchObject({
      ok: false,
      error: { code: 'insufficient_scope', params: { scope: 'profile_status:write' } },
    });
    const state = await test.until((now) => signedIn(now).scopeChange !== null);
    expect(signedIn(state)).toMatchObject({
      scopes: left,
      scopeChange: { gained: [], lost: ['profile_status:write'] },
      problem: null,
    });
    expect(state.change).toMatchObject({ phase: 'failed', presetId: 'lunch' });

    expect(signedIn(state).refused).toEqual([]);

    test.workspace.elsewhere.setScopes('full', [...left, 'profile_status:write']);
    expect((await test.app.send('token.check', {})).ok).toBe(true);
    expect(await test.app.send('status.retryChange', {})).toEqual({ ok: true, value: 'done' });
  });

  test('whose owner lost a right still has the scope, which is told apart until the next check', async () => {
    const test = await signedInApp();
    const body = JSON.stringify({ error: 'insufficient_scope', error_description: 'lacks profile_status:write' });
    test.workspace.faults.add({ on: { method: 'PUT' }, play: { kind: 'reply', status: 403, body } });
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    const state = await test.until((now) => signedIn(now).refused.length > 0);
    expect(signedIn(state)).toMatchObject({ refused: ['profile_status:write'], scopeChange: null });
    expect(test.workspace.log.filter(({ path }) => path === '/oauth/token/info')).toHaveLength(2);

    await test.app.send('token.check', {});
    expect(signedIn(test.app.state()).refused).toEqual([]);
  });
});

describe('statuses of one’s own', () => {
  const plan = {
    emoji: '🦷',
    title: 'Dentist',
    isAway: true,
    awayTemplate: 'Back {until}, ask {deputy}.',
    deputy: { userId: null, nickname: 'ivanova', name: null },
    expiry: { kind: 'time', hour: 15, minute: 30 },
  } as const;

  test('are set with the end resolved and the message filled in, and are recent then', async () => {
    const test = await signedInApp();
    expect(await test.app.send('status.set', { plan, wayBack: null })).toEqual({ ok: true, value: 'done' });
    expect(test.app.state().status.current).toMatchObject({
      expiresAt: Date.parse('2026-11-21T12:30:00.000Z'),
      awayMessage: 'Back at 15:30, ask @ivanova.',
    });
    expect(test.app.state().recents).toMatchObject([{ title: 'Dentist', expiry: plan.expiry }]);
  });

  test('an end that has passed is refused, and nothing is sent', async () => {
    const test = await signedInApp();
    const past = { ...plan, expiry: { kind: 'time', hour: 9, minute: 0 } } as const;
    expect(await test.app.send('status.set', { plan: past, wayBack: null })).toMatchObject({
      ok: false,
      error: { code: 'end_in_past' },
    });
    expect(requests(test, 'PUT')).toHaveLength(0);
  });

  test('a message that is too long once it is filled in is refused with its length', async () => {
    const test = await signedInApp();
    const long = { ...plan, awayTemplate: `${'a'.repeat(1020)}{deputy}` };
    expect(await test.app.send('status.set', { plan: long, wayBack: null })).toMatchObject({
      ok: false,
      error: { code: 'away_message_too_long', params: { length: 1028, limit: 1024 } },
    });
  });

  test('the last ten distinct ones are kept, and one click sets one again with a fresh end', async () => {
    const test = await signedInApp();
    for (let n = 1; n <= 12; n += 1) {
      const numbered = { ...plan, title: `Errand ${n}`, expiry: { kind: 'duration', minutes: 30 } } as const;
      await test.app.send('status.set', { plan: numbered, wayBack: null });
    }
    const { recents } = test.app.state();
    expect(recents.map(({ title }) => title)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `Errand ${n}`));
    await test.clock.advance(600_000);
    await test.app.send('status.applyRecent', { id: recents[3]?.id ?? '' });
    expect(test.app.state().status.current).toMatchObject({
      title: 'Errand 9',
      expiresAt: test.clock.now() + 1_800_000,
    });
    expect(test.app.state().recents[0]?.title).toBe('Errand 9');
    expect(test.app.state().recents).toHaveLength(10);
  });

  test('a draft survives a restart and belongs to its account', async () => {
    const test = await signedInApp();
    const draft = { ...plan, phrase: 'до вечера', wayBack: null, deputy: null, editOf: null, presetId: null };
    const { key = '' } = test.app.state().accounts[0] ?? {};
    await test.app.send('draft.save', { account: key, draft });
    const again = test.restart();
    await again.app.start();
    expect(again.app.state().draft).toEqual(draft);
    await again.app.send('draft.save', { account: key, draft: null });
    expect(again.app.state().draft).toBeNull();
    expect(await again.app.send('draft.save', { account: 'nobody', draft })).toMatchObject({
      ok: false,
      error: { code: 'account_missing' },
    });
  });

  test('a change without a network is kept across a restart and sent when there is one', async () => {
    const test = await signedInApp();
    await test.clock.advance(60_000);
    test.workspace.faults.add({ times: 6, play: { kind: 'drop' } });
    expect(await test.app.send('status.set', { plan, wayBack: null })).toEqual({ ok: true, value: 'queued' });
    const again = test.restart();
    await again.app.start();
    await again.until(({ change }) => change?.phase === 'queued');
    test.workspace.faults.clear();
    await again.app.send('network.online', {});
    await again.until(({ status }) => status.current?.title === 'Dentist');
    expect(requests(test, 'PUT').filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('five minutes before the end the system says so, with what can be done', async () => {
    const test = await signedInApp();
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    await test.clock.advance(55 * 60_000);
    expect(test.host.notifications).toMatchObject([
      {
        title: '🍽️ Lunch ends at 14:00',
        actions: [
          { label: 'Extend 30 min', command: { name: 'status.extend' } },
          { label: 'Let it end', command: { name: 'status.letEnd' } },
        ],
      },
    ]);
    expect(test.app.state().endsSoon).toBe(true);
    await test.app.send('status.extend', { by: { kind: 'duration', minutes: 30 } });
    expect(test.app.state()).toMatchObject({
      endsSoon: false,
      status: { current: { expiresAt: test.clock.now() + 35 * 60_000 } },
    });
  });
});

describe('whose clock counts', () => {
  test('the computer’s at first; the profile’s where the person says so', async () => {
    const test = await signedInApp();
    test.host.zone = 'Asia/Tokyo';
    await test.until(({ zones }) => zones.profile === 'Europe/Moscow');
    await test.app.send('status.applyPreset', { presetId: 'remote' });
    const tokyo = test.app.state().status.current?.expiresAt;
    await test.app.send('settings.update', { zone: 'profile' });
    expect(test.app.state().timeZone).toBe('Europe/Moscow');
    // A preset that holds would stay as it is.
    await test.app.send('status.clear', {});
    await test.app.send('status.applyPreset', { presetId: 'remote' });
    expect(test.app.state().status.current?.expiresAt).toBe((tokyo ?? 0) + 6 * 3_600_000);
  });
});

describe('the profile', () => {
  test.each([
    ['a lacking scope', { kind: 'refuse', why: 'scope' }, 'insufficient_scope'],
    ['a suspended workspace', { kind: 'refuse', why: 'payment' }, 'workspace_suspended'],
    ['a page', { kind: 'page' }, 'foreign_page'],
  ] as const)(
    'says why the workspace’s fields are not known, and shows those the person has: %s',
    async (_, play, code) => {
      const test = await signedInApp();
      test.workspace.faults.add({ on: { path: '/custom_properties' }, play });
      const result = await test.app.send('profile.load', {});
      expect(result).toMatchObject({ ok: true, value: { name: 'Oleg Petrov', fieldsError: { code } } });
      expect(result.ok && result.value.properties.length > 0).toBe(true);
      expect(await test.app.send('profile.load', {})).toMatchObject({ ok: true, value: { fieldsError: null } });
    },
  );

  test('has the fields of the workspace in its order, the empty ones too', async () => {
    const test = await signedInApp();
    const result = await test.app.send('profile.load', {});
    expect(result.ok && result.value).toMatchObject({ name: 'Oleg Petrov', timeZone: 'Europe/Moscow' });
    const properties = result.ok ? result.value.properties : [];
    expect(properties.map(({ dataType }) => dataType).sort()).toEqual(
      expect.arrayContaining(['date', 'link', 'number', 'string']),
    );
    expect(properties.some(({ value }) => value === null)).toBe(true);
  });

  test('links of it open outside, https only', async () => {
    const test = await signedInApp();
    const result = await test.app.send('profile.load', {});
    const link = result.ok ? result.value.properties.find(({ dataType }) => dataType === 'link') : undefined;
    const opened = await test.app.send('link.openProfileField', { propertyId: link?.id ?? 0 });
    expect(opened.ok).toBe(link?.value?.startsWith('https:') ?? false);
    expect(await test.app.send('link.openProfileField', { propertyId: 999_999 })).toMatchObject({ ok: false });
  });
});

describe('colleagues', () => {
  test('are found by what was typed, a page at a time', async () => {
    const test = await signedInApp();
    const first = await test.app.send('people.search', { query: '', cursor: null });
    expect(first.ok && first.value.people.length).toBeGreaterThan(5);
    const next = first.ok ? first.value.next : null;
    const second = await test.app.send('people.search', { query: '', cursor: next });
    const ids = [first, second].flatMap((page) => (page.ok ? page.value.people.map(({ userId }) => userId) : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('need a scope of their own', async () => {
    const test = createTestApp();
    await test.app.start();
    await test.app.send('session.signIn', { token: test.workspace.tokens['status-only'], storage: 'keychain' });
    expect(await test.app.send('people.search', { query: 'a', cursor: null })).toMatchObject({
      ok: false,
      error: { code: 'insufficient_scope', params: { scope: 'users:read' } },
    });
  });
});

describe('presets', () => {
  const nap = {
    id: 'nap',
    emoji: '😴',
    title: 'Nap',
    isAway: false,
    awayTemplate: null,
    deputy: null,
    expiry: { kind: 'duration', minutes: 20 },
    asks: [] as readonly ('end' | 'deputy')[],
    hidden: false,
  } as const;
  const ids = (test: TestApp) => test.app.state().presets.map(({ id }) => id);

  test('are added, changed, copied, moved, hidden, deleted, and reset', async () => {
    const test = await signedInApp();
    await test.app.send('presets.save', { preset: nap });
    expect(ids(test).at(-1)).toBe('nap');
    await test.app.send('presets.save', { preset: { ...nap, title: 'Power nap' } });
    expect(test.app.state().presets.at(-1)?.title).toBe('Power nap');
    await test.app.send('presets.move', { id: 'nap', to: 0 });
    const copy = await test.app.send('presets.duplicate', { id: 'nap' });
    expect(ids(test).slice(0, 2)).toEqual(['nap', copy.ok ? copy.value : '']);
    await test.app.send('presets.delete', { id: 'nap' });
    expect(ids(test)).not.toContain('nap');
    await test.app.send('presets.reset', {});
    expect(ids(test)).toEqual(['vacation', 'sick', 'lunch', 'meeting', 'focus', 'remote']);
  });

  test('go to a file and come back the same', async () => {
    const test = await signedInApp();
    await test.app.send('presets.save', { preset: nap });
    const before = test.app.state().presets;
    const file = await test.app.send('presets.export', {});
    await test.app.send('presets.reset', {});
    expect(await test.app.send('presets.import', { json: file.ok ? file.value : '' })).toEqual({ ok: true, value: 7 });
    expect(test.app.state().presets).toEqual(before);
  });

  test.each([
    ['no JSON', '{\n  "pachcaStatusPresets": 1,\n  oops\n}', { reason: 'json', line: 3 }],
    ['something else', '[1, 2]', { reason: 'shape', line: 1 }],
    ['a newer version', '{"pachcaStatusPresets": 3, "presets": []}', { reason: 'version' }],
    ['no presets', '{"pachcaStatusPresets": 1, "presets": []}', { reason: 'empty' }],
    [
      'a wrong field',
      JSON.stringify({ pachcaStatusPresets: 1, presets: [nap, { ...nap, id: 'b', title: 'x'.repeat(51) }] }, null, 2),
      { reason: 'shape', field: 'presets[1].title', line: 21 },
    ],
    [
      'an id twice',
      JSON.stringify({ pachcaStatusPresets: 1, presets: [nap, nap] }, null, 2),
      { reason: 'duplicate', field: 'nap', line: 19 },
    ],
  ])('a file with %s is refused with the line, and nothing is imported', async (_what, json, params) => {
    const test = await signedInApp();
    const before = test.app.state().presets;
    expect(await test.app.send('presets.import', { json })).toMatchObject({
      ok: false,
      error: { code: 'presets_file', params },
    });
    expect(test.app.state().presets).toEqual(before);
  });

  test('belong to each account where the person wants that', async () => {
    const test = await signedInApp();
    await test.app.send('settings.update', { presetsPerAccount: true });
    await test.app.send('presets.save', { preset: nap });
    await test.app.send('session.signIn', { token: test.workspace.tokens.employee, storage: 'keychain' });
    expect(ids(test)).not.toContain('nap');
  });
});

describe('diagnostics', () => {
  test('say what a developer needs, and no name, address or token', async () => {
    const test = await signedInApp();
    test.workspace.faults.add({ on: { method: 'PUT' }, play: FORBIDDEN });
    await test.app.send('status.applyPreset', { presetId: 'lunch' });
    const result = await test.app.send('diagnostics.collect', {});
    const text = result.ok ? result.value : '';
    expect(text).toMatch(/status\.applyPreset: forbidden \(request .+\)/);
    expect(text).toContain('Keychain: secretService, last answer: ok');
    for (const secret of ['Oleg', 'olegp', 'acme', ...Object.values(test.workspace.tokens)])
      expect(text).not.toContain(secret);
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
