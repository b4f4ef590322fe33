import { done, type Result } from '../../shared/result.ts';
import { entryName, serverOf, type Namespace } from './account-identity.ts';
import type { StoredAccount } from './settings-schema.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';
import { KEYCHAIN_SERVICE, type TokenVault } from './token-vault.ts';

/** The tokens of the accounts in the settings, each under the name of its user, its server and this data folder. */
export interface StoredTokens {
  /** As `TokenVault.store`. */
  store(stored: StoredAccount, token: string): Promise<Result<null>>;
  /**
   * As `TokenVault.read`. Entries made before they named a server are moved, once: the new one is stored and read back
   * before the old one is removed, and only then the account is said to have its server. Killed in between, the next start
   * finds whichever is there.
   */
  read(stored: StoredAccount, probe: boolean): Promise<Result<string>>;
  /** Removes all that the keychain has of an account, and proves it. */
  remove(stored: StoredAccount): Promise<Result<null>>;
  /** The same; where that cannot be proven, the person is told which entry is left. */
  removeOrTell(stored: StoredAccount): Promise<void>;
  /** Removes the entry of an account from before entries named a server. */
  removeEarlier(stored: StoredAccount): Promise<void>;
  tellOfLeftOver(stored: StoredAccount): void;
  /** Whether the keychain does not answer, so that there is no use in asking for each account. */
  stuck(): boolean;
}

/** What it works with. */
export interface StoredTokensPorts {
  readonly vault: TokenVault;
  /** Where tokens lay before their entries named a server; the same one where the service is the same. */
  readonly earlierVault: TokenVault;
  readonly namespace: Namespace;
  readonly settings: Settings;
  readonly store: Store;
}

/** The cause of the notice that the token of an account that is gone is still in the keychain. */
const leftOver = (key: string): string => `left-over ${key}`;

/** Makes the tokens of a data folder. */
export function createStoredTokens(ports: StoredTokensPorts): StoredTokens {
  const { vault, earlierVault, namespace, settings, store } = ports;

  const entryOf = (stored: StoredAccount): string => entryName(namespace, serverOf(stored), stored.userId);
  const tell = (key: string, service: string, account: string): void =>
    store.notices.add(leftOver(key), { kind: 'signed-out-entry-left', service, account });
  const tellOfLeftOver = (stored: StoredAccount): void => tell(stored.key, namespace.service, entryOf(stored));

  async function remove(stored: StoredAccount): Promise<Result<null>> {
    const removed = await vault.remove(entryOf(stored));
    if (!removed.ok) return removed;
    const earlier = stored.apiUrl === null ? await earlierVault.remove(stored.key) : done;
    if (earlier.ok) store.notices.lift(leftOver(stored.key));
    return earlier;
  }

  async function removeEarlier({ key }: StoredAccount): Promise<void> {
    const removed = await earlierVault.remove(key);
    if (!removed.ok) tell(key, KEYCHAIN_SERVICE, key);
  }

  async function readEarlier(stored: StoredAccount, probe: boolean): Promise<Result<string>> {
    const earlier = await earlierVault.read(stored.key, { probe });
    const found = earlier.ok ? earlier : await vault.read(entryOf(stored), { probe });
    if (!found.ok) return earlier;
    if (earlier.ok) {
      const moved = await vault.store(entryOf(stored), earlier.value);
      // As good as before; the next start tries again.
      if (!moved.ok) return earlier;
      await removeEarlier(stored);
    }
    const apiUrl = serverOf(stored);
    const accounts = settings.data.accounts.map((each) => (each.key === stored.key ? { ...each, apiUrl } : each));
    store.keep({ accounts });
    return found;
  }

  return {
    store: async (stored, token) => {
      const kept = await vault.store(entryOf(stored), token);
      if (kept.ok) store.notices.lift(leftOver(stored.key));
      return kept;
    },
    read: (stored, probe) =>
      stored.apiUrl === null ? readEarlier(stored, probe) : vault.read(entryOf(stored), { probe }),
    remove,
    removeOrTell: async (stored) => {
      const removed = await remove(stored);
      if (!removed.ok) tellOfLeftOver(stored);
    },
    removeEarlier,
    tellOfLeftOver,
    stuck: () => vault.stuck(),
  };
}
