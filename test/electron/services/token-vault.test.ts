import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEYCHAIN_PATIENCE } from '../../../electron/services/keychain-calls.ts';
import type { Keychain } from '../../../electron/services/ports.ts';
import {
  createTokenVault,
  KEYCHAIN_SERVICE,
  KEYCHAIN_TIME_LIMIT,
  PROBE_ACCOUNT,
} from '../../../electron/services/token-vault.ts';
import { unwatched } from '../../support/keychain.ts';
import { lockedKeyring, noKeyring, openKeychain } from '../../support/spied-keychain.ts';

const account = 'user-1';
const token = 'k2bXv-the-token-3Qf';

const vaultOf = (keychain: Keychain, platform: 'linux' | 'darwin' | 'win32' = 'linux', watch = {}) =>
  createTokenVault(() => Promise.resolve(keychain), platform, { ...unwatched, ...watch });

const done = { ok: true, value: null };
const failure = (code: string, params: object = {}) => ({ ok: false, error: { code, params } });
const entry = { service: KEYCHAIN_SERVICE, account };

describe('an open keychain', () => {
  it('stores a token under the service of the app, and reads it back to be sure', async () => {
    const { keychain, stored } = openKeychain();
    expect(await vaultOf(keychain).store(account, token)).toEqual(done);
    expect(stored).toEqual(new Map([[account, token]]));
    expect(keychain.setPassword).toHaveBeenCalledExactlyOnceWith(KEYCHAIN_SERVICE, account, token);
    expect(keychain.getPassword).toHaveBeenCalledExactlyOnceWith(KEYCHAIN_SERVICE, account);
  });

  it('reads a token without writing anything', async () => {
    const { keychain } = openKeychain({ [account]: token });
    expect(await vaultOf(keychain).read(account, { probe: true })).toEqual({ ok: true, value: token });
    expect(keychain.setPassword).not.toHaveBeenCalled();
  });

  it('removes a token and nothing else', async () => {
    const { keychain, stored } = openKeychain({ [account]: token, 'user-2': 'other' });
    expect(await vaultOf(keychain).remove(account)).toEqual(done);
    expect(stored).toEqual(new Map([['user-2', 'other']]));
  });

  it.each(['linux', 'darwin', 'win32'] as const)(
    'removes what is not there any more, and leaves no probe behind (%s)',
    async (platform) => {
      const { keychain, stored } = openKeychain({ 'user-2': 'other' });
      expect(await vaultOf(keychain, platform).remove(account)).toEqual(done);
      expect(stored).toEqual(new Map([['user-2', 'other']]));
    },
  );

  it('says that a token is still there when it is', async () => {
    const { keychain } = openKeychain({ [account]: token });
    keychain.deletePassword.mockImplementation(() => Promise.resolve(true));
    expect(await vaultOf(keychain).remove(account)).toEqual(failure('keychain_not_removed', entry));
  });

  it.each(['darwin', 'win32'] as const)('knows on %s that an entry is gone without a probe', async (platform) => {
    const { keychain } = openKeychain();
    expect(await vaultOf(keychain, platform).read(account)).toEqual(failure('keychain_entry_missing', entry));
    expect(keychain.setPassword).not.toHaveBeenCalled();
  });

  it('tells on Linux by a probe that an entry is gone, and removes the probe', async () => {
    const { keychain, stored } = openKeychain();
    expect(await vaultOf(keychain).read(account, { probe: true })).toEqual(failure('keychain_entry_missing', entry));
    expect(keychain.setPassword).toHaveBeenCalledExactlyOnceWith(KEYCHAIN_SERVICE, PROBE_ACCOUNT, expect.any(String));
    expect(stored.size).toBe(0);
  });

  it('takes an empty keyring for a locked one where it may not probe', async () => {
    const { keychain } = openKeychain();
    expect(await vaultOf(keychain).read(account)).toEqual(failure('keychain_locked'));
    expect(keychain.setPassword).not.toHaveBeenCalled();
  });
});

describe('a locked Linux keyring', () => {
  it('is told apart from "signed out": nothing found is not nothing stored', async () => {
    const { keychain } = lockedKeyring({ [account]: token });
    expect(await vaultOf(keychain).read(account)).toEqual(failure('keychain_locked'));
    expect(await vaultOf(keychain).read(account, { probe: true })).toEqual(failure('keychain_locked'));
  });

  it('takes no token, and asks no question that would open a second prompt', async () => {
    const { keychain } = lockedKeyring({ [account]: token });
    expect(await vaultOf(keychain).store(account, token)).toEqual(failure('keychain_locked'));
    expect(keychain.getPassword).not.toHaveBeenCalledWith(KEYCHAIN_SERVICE, account);
  });

  it('does not let a sign-out pass for done', async () => {
    const { keychain, stored } = lockedKeyring({ [account]: token });
    expect(await vaultOf(keychain).remove(account)).toEqual(failure('keychain_locked'));
    expect(stored.get(account)).toBe(token);
  });

  it('gives the token when the person unlocks it at the prompt of the probe', async () => {
    const { keychain, stored } = openKeychain({ [account]: token });
    keychain.getPassword.mockImplementationOnce(() => Promise.resolve(null));
    expect(await vaultOf(keychain).read(account, { probe: true })).toEqual({ ok: true, value: token });
    expect([...stored.keys()]).toEqual([account]);
  });

  it('removes the token when the person unlocks it at the prompt of the probe', async () => {
    const { keychain, stored } = openKeychain({ [account]: token });
    keychain.deletePassword.mockImplementationOnce(() => Promise.resolve(false));
    keychain.getPassword.mockImplementationOnce(() => Promise.resolve(null));
    expect(await vaultOf(keychain).remove(account)).toEqual(done);
    expect(stored.size).toBe(0);
  });
});

describe('a macOS keychain that is locked, or that the person denied', () => {
  const denied = () => Promise.reject(new Error('Пользователь отменил операцию.'));
  const keychain: Keychain = { getPassword: denied, setPassword: denied, deletePassword: denied };

  it('is locked to everything', async () => {
    const vault = vaultOf(keychain, 'darwin');
    expect(await vault.read(account)).toEqual(failure('keychain_locked'));
    expect(await vault.store(account, token)).toEqual(failure('keychain_locked'));
    expect(await vault.remove(account)).toEqual(failure('keychain_locked'));
  });
});

describe('no keychain', () => {
  it.each(['linux', 'win32'] as const)('is told with what the system said (%s)', async (platform) => {
    const absent = failure('keychain_absent', { reason: 'Could not connect: No such file or directory' });
    const vault = vaultOf(noKeyring(), platform);
    expect(await vault.store(account, token)).toEqual(absent);
    expect(await vault.read(account)).toEqual(absent);
    expect(await vault.remove(account)).toEqual(absent);
  });

  it.each(['linux', 'darwin', 'win32'] as const)(
    'is what a native module that does not load comes to, until it does (%s)',
    async (platform) => {
      const { keychain } = openKeychain();
      const load = vi
        .fn<() => Promise<Keychain>>()
        .mockRejectedValueOnce(new Error('libsecret-1.so.0: cannot open shared object file'))
        .mockImplementationOnce(() => {
          throw new Error('not a constructor');
        })
        .mockResolvedValue(keychain);
      const vault = createTokenVault(load, platform, unwatched);
      expect(load).not.toHaveBeenCalled();
      expect(await vault.read(account)).toEqual(
        failure('keychain_absent', { reason: 'libsecret-1.so.0: cannot open shared object file' }),
      );
      expect(await vault.remove(account)).toEqual(failure('keychain_absent', { reason: 'not a constructor' }));
      expect(await vault.store(account, token)).toEqual(done);
      expect(await vault.read(account)).toEqual({ ok: true, value: token });
      expect(load).toHaveBeenCalledTimes(3);
    },
  );
});

describe('a keychain that does not keep its word', () => {
  it.each([
    ['gives back something else', 'other', 'it gave back something else than what was stored'],
    ['gives back nothing', null, 'it took the token and then had no entry'],
  ])('%s: the token does not count as stored and is removed again', async (_title, found, reason) => {
    const { keychain, stored } = openKeychain();
    keychain.getPassword.mockImplementation(() => Promise.resolve(found));
    expect(await vaultOf(keychain).store(account, token)).toEqual(failure('keychain_not_stored', { reason }));
    expect(stored.size).toBe(0);
  });

  it('refuses to remove what is not there: gone is gone', async () => {
    const { keychain } = openKeychain();
    keychain.deletePassword.mockImplementation(() => Promise.reject(new Error('Element not found.')));
    expect(await vaultOf(keychain, 'win32').remove(account)).toEqual(done);
    expect(await vaultOf(keychain, 'linux').remove(account)).toEqual(done);
  });

  it('refuses to remove what is there', async () => {
    const { keychain } = openKeychain({ [account]: token });
    keychain.deletePassword.mockImplementation(() => Promise.reject(new Error('Access is denied.')));
    expect(await vaultOf(keychain, 'win32').remove(account)).toEqual(failure('keychain_not_removed', entry));
  });

  it.each(['darwin', 'win32'] as const)('refuses to store on %s and is there all the same', async (platform) => {
    const { keychain } = openKeychain();
    keychain.setPassword.mockImplementation(() => Promise.reject(new Error('The stub received bad data.')));
    expect(await vaultOf(keychain, platform).store(account, token)).toEqual(
      failure('keychain_not_stored', { reason: 'The stub received bad data.' }),
    );
  });

  it('breaks down between storing and reading', async () => {
    const { keychain, stored } = openKeychain();
    keychain.getPassword.mockImplementation(() => Promise.reject(new Error('Connection closed')));
    expect(await vaultOf(keychain).store(account, token)).toEqual(
      failure('keychain_not_stored', { reason: 'it took the token and then could not be read: Connection closed' }),
    );
    expect(stored.size).toBe(0);
  });

  it.each(['linux', 'darwin', 'win32'] as const)('cannot bring the token into an error (%s)', async (platform) => {
    const refuse = () => Promise.reject(new Error(`bad argument "${token}" (${token}): ${'x'.repeat(10_000)}`));
    const { keychain } = openKeychain();
    keychain.setPassword.mockImplementation(refuse);
    const refused = await vaultOf(keychain, platform).store(account, token);
    keychain.getPassword.mockImplementation(refuse);
    const absent = await vaultOf(keychain, platform).store(account, token);
    keychain.setPassword.mockImplementation(() => Promise.resolve());
    const unread = await vaultOf(keychain, platform).store(account, token);
    for (const result of [refused, absent, unread]) {
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain(token);
      expect(JSON.stringify(result).length).toBeLessThan(600);
    }
  });
});

describe('arguments', () => {
  it.each([
    ['', token, 'account', 'is empty'],
    ['user\0', token, 'account', 'contains a NUL character'],
    [account, '', 'token', 'is empty'],
    [account, 'tok\0en', 'token', 'contains a NUL character'],
  ])(
    'that a keychain would cut off or refuse are refused at the door (%j, %j)',
    async (name, secret, field, reason) => {
      const { keychain } = openKeychain();
      const vault = vaultOf(keychain);
      expect(await vault.store(name, secret)).toEqual(failure('bad_input', { field, reason }));
      if (field === 'account') {
        expect(await vault.read(name)).toEqual(failure('bad_input', { field, reason }));
        expect(await vault.remove(name)).toEqual(failure('bad_input', { field, reason }));
      }
      expect(keychain.setPassword).not.toHaveBeenCalled();
    },
  );

  it('may be in any script', async () => {
    const { keychain } = openKeychain();
    const vault = vaultOf(keychain);
    expect(await vault.store('Ольга-👩‍💻', token)).toEqual(done);
    expect(await vault.read('Ольга-👩‍💻')).toEqual({ ok: true, value: token });
  });
});

describe('a keychain that waits for the person', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A keychain whose next `setPassword` waits at a prompt until `answerPrompt` is called. */
  function promptingKeychain() {
    const opened = openKeychain();
    let answerPrompt = (): void => expect.fail('no prompt is open');
    opened.keychain.setPassword.mockImplementationOnce(
      (_service, name, password) =>
        new Promise((resolve) => {
          answerPrompt = () => {
            opened.stored.set(name, password);
            resolve();
          };
        }),
    );
    return { ...opened, answerPrompt: () => answerPrompt() };
  }

  it('has a minute, for somebody has to type a password', async () => {
    const { keychain, answerPrompt } = promptingKeychain();
    const stored = vaultOf(keychain).store(account, token);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_TIME_LIMIT - 1);
    answerPrompt();
    expect(await stored).toEqual(done);
  });

  it('is told of while it takes its time, and of its answer', async () => {
    const { keychain, answerPrompt } = promptingKeychain();
    const [waiting, late] = [vi.fn(), vi.fn()];
    const vault = vaultOf(keychain, 'linux', { waiting, late });
    const stored = vault.store(account, token);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_PATIENCE - 1);
    expect(waiting).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(waiting.mock.calls).toEqual([[true]]);
    answerPrompt();
    expect(await stored).toEqual(done);
    expect(waiting.mock.calls).toEqual([[true], [false]]);
    expect(late).not.toHaveBeenCalled();
    expect(vault.stuck()).toBe(false);
  });

  it('is waited for beyond its time, without asking again, and told of when it wakes', async () => {
    const { keychain, answerPrompt } = promptingKeychain();
    const [waiting, late] = [vi.fn(), vi.fn()];
    const vault = vaultOf(keychain, 'linux', { waiting, late });
    const stored = vault.store(account, token);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_TIME_LIMIT);
    expect(await stored).toEqual(failure('keychain_locked'));
    expect(vault.stuck()).toBe(true);
    expect(waiting.mock.calls).toEqual([[true]]);
    expect(late).not.toHaveBeenCalled();
    answerPrompt();
    await vi.advanceTimersByTimeAsync(0);
    expect(waiting.mock.calls).toEqual([[true], [false]]);
    expect(late).toHaveBeenCalledTimes(1);
    expect(vault.stuck()).toBe(false);
  });

  it('counts as locked after that', async () => {
    const { keychain } = promptingKeychain();
    const stored = vaultOf(keychain).store(account, token);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_TIME_LIMIT);
    expect(await stored).toEqual(failure('keychain_locked'));
  });

  it('leaves no token behind that was reported as not stored', async () => {
    const { keychain, stored, answerPrompt } = promptingKeychain();
    const result = vaultOf(keychain).store(account, token);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_TIME_LIMIT);
    await result;
    answerPrompt();
    await vi.advanceTimersByTimeAsync(0);
    expect(keychain.deletePassword).toHaveBeenCalledExactlyOnceWith(KEYCHAIN_SERVICE, account);
    expect(stored.size).toBe(0);
  });

  it('is not asked again while its prompt is open: the next try waits for the same answer', async () => {
    const { keychain, stored, answerPrompt } = promptingKeychain();
    const vault = vaultOf(keychain);
    const first = vault.store(account, token);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_TIME_LIMIT);
    await first;

    const second = vault.store(account, token);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_TIME_LIMIT);
    expect(await second).toEqual(failure('keychain_locked'));
    expect(keychain.setPassword).toHaveBeenCalledTimes(1);

    const third = vault.store(account, token);
    await vi.advanceTimersByTimeAsync(1_000);
    answerPrompt();
    expect(await third).toEqual(done);
    expect(keychain.setPassword).toHaveBeenCalledTimes(2);
    expect(stored.get(account)).toBe(token);
  });

  it('does not count a prompt against the call after it when that is refused', async () => {
    const { keychain } = openKeychain({ [account]: token });
    keychain.getPassword.mockImplementationOnce(
      () =>
        new Promise((_resolve, reject) => setTimeout(() => reject(new Error('dismissed')), KEYCHAIN_TIME_LIMIT + 5)),
    );
    const vault = vaultOf(keychain);
    const first = vault.read(account);
    await vi.advanceTimersByTimeAsync(KEYCHAIN_TIME_LIMIT);
    expect(await first).toEqual(failure('keychain_locked'));
    await vi.advanceTimersByTimeAsync(10);
    expect(await vault.read(account)).toEqual({ ok: true, value: token });
  });
});

it('runs operations one after another, so that a sign-out cannot overtake the sign-in before it', async () => {
  const { keychain, stored } = openKeychain();
  const vault = vaultOf(keychain);
  const results = await Promise.all([
    vault.store(account, token),
    vault.read(account),
    vault.remove(account),
    vault.store(account, 'second'),
  ]);
  expect(results).toEqual([done, { ok: true, value: token }, done, done]);
  expect(stored.get(account)).toBe('second');
});
