import type { Keychain } from '../../electron/services/ports.ts';

/** A keychain in memory that can be locked or taken away, and behaves as measured with keytar on Linux then. */
export interface FakeKeychain extends Keychain {
  mode: 'unlocked' | 'locked' | 'absent';
  /** What it holds, by `service/account`. */
  readonly entries: Map<string, string>;
}

/** Makes an empty, unlocked keychain. */
export function createFakeKeychain(): FakeKeychain {
  const entries = new Map<string, string>();
  const keychain: FakeKeychain = {
    mode: 'unlocked',
    entries,
    getPassword: async (service, account) => {
      await refuseWhenAbsent();
      return keychain.mode === 'locked' ? null : (entries.get(`${service}/${account}`) ?? null);
    },
    setPassword: async (service, account, password) => {
      await refuseWhenAbsent();
      if (keychain.mode === 'locked') throw new Error('Cannot create an item in a locked collection');
      entries.set(`${service}/${account}`, password);
    },
    deletePassword: async (service, account) => {
      await refuseWhenAbsent();
      return keychain.mode === 'unlocked' && entries.delete(`${service}/${account}`);
    },
  };
  const refuseWhenAbsent = (): Promise<void> =>
    keychain.mode === 'absent'
      ? Promise.reject(new Error('Cannot autolaunch D-Bus without X11 $DISPLAY'))
      : Promise.resolve();
  return keychain;
}
