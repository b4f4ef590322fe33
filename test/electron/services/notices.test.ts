import { describe, expect, test, vi } from 'vitest';
import { createNotices, type NewNotice } from '../../../electron/services/notices.ts';
import { KEYCHAIN_SERVICE } from '../../../electron/services/token-vault.ts';
import { appError } from '../../../shared/errors.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

const crashed: NewNotice = { kind: 'renderer-crashed' };
const disk = (reason: string): NewNotice => ({ kind: 'error', error: appError('settings_not_saved', { reason }) });

describe('a list of notices', () => {
  test('has one of each cause: what happens again is told anew, at the end', () => {
    const notices = createNotices(() => undefined);
    notices.add('a', disk('first'));
    notices.add('b', crashed);
    notices.add('a', disk('second'));
    expect(notices.list).toEqual([
      { id: 2, ...crashed },
      { id: 3, ...disk('second') },
    ]);
  });

  test('tells what is the case once, until it is over', () => {
    const changed = vi.fn();
    const notices = createNotices(changed);
    notices.raise('disk', disk('first'));
    notices.raise('disk', disk('again'));
    expect(notices.list).toEqual([{ id: 1, ...disk('first') }]);
    expect(changed).toHaveBeenCalledTimes(1);

    notices.dismiss(1);
    notices.raise('disk', disk('still'));
    expect(notices.list).toEqual([]);

    notices.lift('disk');
    notices.raise('disk', disk('anew'));
    expect(notices.list).toEqual([{ id: 2, ...disk('anew') }]);
    notices.lift('disk');
    expect(notices.list).toEqual([]);
  });

  test('loses with an account what was said of it, and nothing of another', () => {
    const notices = createNotices(() => undefined);
    for (const cause of ['1:x', '10:x', '1:y', 'renderer']) notices.add(cause, crashed);
    notices.raise('1:z', crashed);
    notices.liftAccount('1');
    expect(notices.list.map(({ id }) => id)).toEqual([2, 4]);
    notices.raise('1:z', crashed);
    expect(notices.list).toHaveLength(3);
  });

  test('says nothing where nothing changed', () => {
    const changed = vi.fn();
    const notices = createNotices(changed);
    notices.lift('a');
    notices.dismiss(7);
    notices.liftAccount('1');
    expect(changed).not.toHaveBeenCalled();
  });
});

const kinds = ({ app }: TestApp): string[] =>
  app.state().notices.map((notice) => (notice.kind === 'error' ? notice.error.code : notice.kind));

const signIn = ({ app, workspace }: TestApp, storage: 'keychain' | 'session' = 'keychain') =>
  app.send('session.signIn', { token: workspace.tokens.full, storage });

const signOut = ({ app }: TestApp, force = false) => app.send('session.signOut', { force });

describe('what is told outside of what the person is doing', () => {
  test('that one signed out is told until somebody signs in', async () => {
    const test = createTestApp();
    await test.app.start();
    await signIn(test);
    await signOut(test);
    expect(kinds(test)).toEqual(['signed-out']);
    await signIn(test);
    expect(kinds(test)).toEqual([]);
  });

  test('that a token stayed in the keychain is told until it is in use again', async () => {
    const test = createTestApp();
    await test.app.start();
    await signIn(test);
    test.keychain.mode = 'locked';
    await signOut(test, true);
    expect(kinds(test)).toEqual(['signed-out-entry-left']);
    test.keychain.mode = 'unlocked';
    await signIn(test);
    expect(kinds(test)).toEqual([]);
  });

  test('a disk that takes nothing is told once, and no more when it takes something', async () => {
    const test = createTestApp();
    await test.app.start();
    await test.app.send('session.tryDemo', {});
    test.settings.broken = true;
    for (const label of ['a', 'b', 'c']) await test.app.send('accounts.rename', { key: 'demo', label });
    expect(kinds(test)).toEqual(['settings_not_saved']);
    test.settings.broken = false;
    await test.app.send('settings.update', { theme: 'dark' });
    expect(kinds(test)).toEqual([]);
  });

  test('a file that is not ours to write is told once, at the start', async () => {
    const error = appError('settings_unreadable', { file: '/x/config.json', reason: 'folder' });
    const test = createTestApp({ settingsProblems: [error] });
    test.settings.broken = true;
    await test.app.start();
    await test.app.send('session.tryDemo', {});
    await test.app.send('accounts.rename', { key: 'demo', label: 'a' });
    expect(kinds(test)).toEqual(['settings_unreadable']);
  });
});

describe('signing in while nothing can be written', () => {
  const broken = async (stored: Parameters<typeof createTestApp>[0] = {}): Promise<TestApp> => {
    const test = createTestApp(stored);
    await test.app.start();
    test.settings.broken = true;
    return test;
  };

  test('keeps nothing, says so, and works until quit where the person wants that', async () => {
    const test = await broken();
    expect(await signIn(test)).toMatchObject({ ok: false, error: { code: 'account_not_kept' } });
    expect(test.keychain.entries.size).toBe(0);
    expect(test.settings.data.accounts).toEqual([]);
    expect(test.app.state().session).toEqual({ phase: 'signed-out' });

    expect(await signIn(test, 'session')).toMatchObject({ ok: true });
    expect(test.app.state().session).toMatchObject({ phase: 'signed-in', storage: 'session' });
  });

  test('says where the token is when it cannot be taken back', async () => {
    const test = await broken();
    test.keychain.deletePassword = () => Promise.reject(new Error('no'));
    expect(await signIn(test)).toMatchObject({ ok: false, error: { code: 'account_not_kept' } });
    const [account] = [...test.keychain.entries.keys()].map((name) => name.split('/')[1]);
    expect(test.app.state().notices).toMatchObject([
      { kind: 'signed-out-entry-left', service: KEYCHAIN_SERVICE, account },
    ]);
  });

  test('with a new token of a stored account goes on: the next start finds it', async () => {
    const test = createTestApp();
    await test.app.start();
    await signIn(test);
    test.settings.broken = true;
    expect(await signIn(test)).toMatchObject({ ok: true });
    expect(test.keychain.entries.size).toBe(1);
    expect(test.app.state().session).toMatchObject({ phase: 'signed-in', storage: 'keychain' });
    expect(kinds(test)).toEqual(['settings_not_saved']);
  });
});
