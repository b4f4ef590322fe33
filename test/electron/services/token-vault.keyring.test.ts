import { expect, it } from 'vitest';
import type { Keychain } from '../../../electron/services/ports.ts';
import {
  createTokenVault,
  KEYCHAIN_SERVICE,
  PROBE_ACCOUNT,
  type TokenVault,
} from '../../../electron/services/token-vault.ts';
import { unwatched } from '../../support/keychain.ts';
import { withKeyring, type KeyringMode, type Keytar } from '../../support/keyring.ts';
import { describeKeyring } from '../../support/keyring-suite.ts';

const account = 'user-Ольга';
const token = 'k2bXv-the-token-3Qf';
const stored = [{ service: KEYCHAIN_SERVICE, account, password: token }];
const done = { ok: true, value: null };
const locked = { ok: false, error: { code: 'keychain_locked', params: {} } };
const absent = { ok: false, error: { code: 'keychain_absent', params: { reason: expect.any(String) as string } } };

/** The vault over the real keytar and a real keyring. */
const withVault = (
  mode: KeyringMode,
  use: (vault: TokenVault, keytar: Keytar) => Promise<void>,
  before: typeof stored = [],
) =>
  withKeyring(
    mode,
    (keytar) =>
      use(
        createTokenVault(() => Promise.resolve(keytar satisfies Keychain), 'linux', unwatched),
        keytar,
      ),
    before,
  );

describeKeyring('the vault over the real gnome-keyring', () => {
  it('keeps, gives and removes a token where it is unlocked', () =>
    withVault('unlocked', async (vault, keytar) => {
      expect(await vault.store(account, token)).toEqual(done);
      expect(await vault.read(account)).toEqual({ ok: true, value: token });
      expect(await vault.store(account, 'a newer one')).toEqual(done);
      expect(await vault.read(account)).toEqual({ ok: true, value: 'a newer one' });
      expect(await vault.remove(account)).toEqual(done);
      expect(await keytar.getPassword(KEYCHAIN_SERVICE, account)).toBeNull();
    }));

  it('tells that an entry is gone where it is unlocked, and leaves no probe behind', () =>
    withVault('unlocked', async (vault, keytar) => {
      expect(await vault.read(account, { probe: true })).toEqual({
        ok: false,
        error: { code: 'keychain_entry_missing', params: { service: KEYCHAIN_SERVICE, account } },
      });
      expect(await vault.remove(account)).toEqual(done);
      expect(await keytar.getPassword(KEYCHAIN_SERVICE, PROBE_ACCOUNT)).toBeNull();
    }));

  it('tells that it is locked, and neither signs out nor pretends to', () =>
    withVault(
      'locked',
      async (vault) => {
        expect(await vault.read(account)).toEqual(locked);
        expect(await vault.read(account, { probe: true })).toEqual(locked);
        expect(await vault.remove(account)).toEqual(locked);
        expect(await vault.store('user-2', token)).toEqual(locked);
      },
      stored,
    ));

  it('tells that there is none where no session bus answers', () =>
    withVault('absent', async (vault) => {
      expect(await vault.store(account, token)).toEqual(absent);
      expect(await vault.read(account)).toEqual(absent);
      expect(await vault.read(account, { probe: true })).toEqual(absent);
      expect(await vault.remove(account)).toEqual(absent);
    }));
});
