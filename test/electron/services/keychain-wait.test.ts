import { describe, expect, test, vi } from 'vitest';
import { KEYCHAIN_TIME_LIMIT } from '../../../electron/services/token-vault.ts';
import { trayMenu } from '../../../shared/tray-menu.ts';
import { settle } from '../../support/clock.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

/** What is told within three seconds counts as told at once. */
const SOON = 3_000;

const waits = ({ app }: TestApp): boolean => app.state().notices.some(({ kind }) => kind === 'keychain-waiting');

/** An account, and another one, that were signed in before this start; the keychain does not answer. */
async function startedHanging(tokens: readonly ('full' | 'bot')[] = ['full']): Promise<TestApp> {
  const before = createTestApp();
  await before.app.start();
  for (const name of tokens) {
    const signedIn = { token: before.workspace.tokens[name], storage: 'keychain' } as const;
    expect(await before.app.send('session.signIn', signedIn)).toMatchObject({ ok: true });
  }
  const test = before.restart();
  test.keychain.mode = 'hanging';
  void test.app.start();
  await settle();
  return test;
}

describe('a keychain that does not answer at the start', () => {
  test('is told of within three seconds, in the popover and in the menu', async () => {
    const test = await startedHanging();
    expect(test.app.state().session).toEqual({ phase: 'starting' });
    expect(waits(test)).toBe(false);
    await test.clock.advance(SOON);
    expect(test.app.state().session).toEqual({ phase: 'starting' });
    expect(waits(test)).toBe(true);
    expect(JSON.stringify(trayMenu(test.app.state()))).toContain('Waiting for the system keyring');
  });

  test('and then does: the app goes on where it was', async () => {
    const test = await startedHanging();
    await test.clock.advance(SOON);
    test.keychain.mode = 'unlocked';
    const state = await test.until(({ status }) => status.known);
    expect(state.session).toMatchObject({ phase: 'signed-in' });
    expect(state.notices).toEqual([]);
  });

  test('for a minute is locked; when it wakes later the app goes on by itself, with all accounts', async () => {
    const test = await startedHanging(['full', 'bot']);
    await test.clock.advance(KEYCHAIN_TIME_LIMIT + SOON);
    expect(test.app.state().session).toMatchObject({ phase: 'locked', error: { code: 'keychain_locked' } });
    expect(test.app.state().accounts.map(({ problem }) => problem?.code)).toEqual([
      'keychain_locked',
      'keychain_locked',
    ]);
    expect(waits(test)).toBe(true);

    test.keychain.mode = 'unlocked';
    const state = await test.until(({ accounts }) => accounts.every(({ problem }) => problem === null));
    expect(state.session).toMatchObject({ phase: 'signed-in' });
    expect(waits(test)).toBe(false);
  });

  test('and wakes up locked stays locked, without asking again and again', async () => {
    const test = await startedHanging();
    await test.clock.advance(KEYCHAIN_TIME_LIMIT);
    const asked = vi.spyOn(test.keychain, 'getPassword');
    test.keychain.mode = 'locked';
    await test.clock.advance(10 * KEYCHAIN_TIME_LIMIT);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(test.app.state().session).toMatchObject({ phase: 'locked', error: { code: 'keychain_locked' } });
    expect(waits(test)).toBe(false);
  });

  test('does not stand in the way of another token that is only for this session', async () => {
    const test = await startedHanging();
    await test.clock.advance(KEYCHAIN_TIME_LIMIT);
    const signIn = test.app.send('session.signIn', { token: test.workspace.tokens.bot, storage: 'session' });
    await test.clock.advance(SOON);
    expect(await signIn).toMatchObject({ ok: true });
    expect(test.app.state().session).toMatchObject({ phase: 'signed-in', storage: 'session' });
  });
});

describe('a keychain that does not answer at the sign-in', () => {
  async function hangingSignIn(): Promise<TestApp & { signIn: Promise<{ ok: boolean }> }> {
    const test = createTestApp();
    await test.app.start();
    test.keychain.mode = 'hanging';
    const signIn = test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
    await test.clock.advance(SOON);
    return { ...test, signIn };
  }

  test('is told of within three seconds; when it answers the sign-in is done', async () => {
    const { signIn, ...test } = await hangingSignIn();
    expect(waits(test)).toBe(true);
    test.keychain.mode = 'unlocked';
    expect(await signIn).toMatchObject({ ok: true });
    expect(waits(test)).toBe(false);
    expect(test.app.state().session).toMatchObject({ phase: 'signed-in', storage: 'keychain' });
  });

  test('for a minute fails in words; the token is not left there when it wakes', async () => {
    const { signIn, ...test } = await hangingSignIn();
    await test.clock.advance(KEYCHAIN_TIME_LIMIT);
    expect(await signIn).toMatchObject({ ok: false, error: { code: 'keychain_locked' } });
    test.keychain.mode = 'unlocked';
    await test.clock.advance(SOON);
    expect(test.keychain.entries.size).toBe(0);
    expect(waits(test)).toBe(false);
    expect(test.app.state().session).toEqual({ phase: 'signed-out' });
  });
});
