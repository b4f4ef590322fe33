import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryName, folderId, serverOf } from '../../electron/services/account-identity.ts';
import type { StoredAccount } from '../../electron/services/settings-schema.ts';
import { withKeytar, type KeyringSession } from './keyring.ts';

/** The preview's service in the keychain, as people see it there. */
const PREVIEW_SERVICE = 'Pachca Status Preview';

/** The accounts that the settings file of a data folder lists. */
export async function storedAccounts(dataDir: string): Promise<readonly StoredAccount[]> {
  const text = await readFile(join(dataDir, 'config.json'), 'utf8');
  return (JSON.parse(text) as { accounts: StoredAccount[] }).accounts;
}

/** The token that the keyring holds for an account of a preview's data folder; null = none. */
export function storedToken(keyring: KeyringSession, dataDir: string, account: StoredAccount): Promise<string | null> {
  const name = entryName({ service: PREVIEW_SERVICE, folder: folderId(dataDir) }, serverOf(account), account.userId);
  return withKeytar(keyring.env, (keytar) => keytar.getPassword(PREVIEW_SERVICE, name));
}
