import type { KeychainWatch } from '../../electron/services/keychain-calls.ts';
import type { Keychain } from '../../electron/services/ports.ts';
import { systemClock } from '../../electron/services/system-clock.ts';

/** Nobody watches; the time is the real one, or Vitest's. */
export const unwatched: KeychainWatch = {
  setTimer: (delay, run) => systemClock.setTimer(delay, run),
  waiting: () => undefined,
  late: () => undefined,
};

/** A keychain in memory that can be locked or taken away, and behaves as measured with keytar on Linux then. */
export interface FakeKeychain extends Keychain {
  /** `hanging`: whatever is asked is answered when the mode changes, as it is then. */
  mode: 'unlocked' | 'locked' | 'absent' | 'hanging';
  /** What it holds, by `service/account`. */
  readonly entries: Map<string, string>;
}

/** Makes an empty, unlocked keychain. */
export function createFakeKeychain(): FakeKeychain {
  const entries = new Map<string, string>();
  let mode: FakeKeychain['mode'] = 'unlocked';
  let wake: (() => void)[] = [];

  /** Resolves when it answers at all; rejects where there is none. */
  async function answers(): Promise<void> {
    while (mode === 'hanging') await new Promise<void>((resolve) => wake.push(resolve));
    if (mode === 'absent') throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY');
  }

  return {
    entries,
    get mode() {
      return mode;
    },
    set mode(next) {
      mode = next;
      const waiting = wake;
      wake = [];
      for (const answer of waiting) answer();
    },
    getPassword: async (service, account) => {
      await answers();
      return mode === 'locked' ? null : (entries.get(`${service}/${account}`) ?? null);
    },
    setPassword: async (service, account, password) => {
      await answers();
      if (mode === 'locked') throw new Error('Cannot create an item in a locked collection');
      entries.set(`${service}/${account}`, password);
    },
    deletePassword: async (service, account) => {
      await answers();
      return mode === 'unlocked' && entries.delete(`${service}/${account}`);
    },
  };
}
