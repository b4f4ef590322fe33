/** What goes wrong with the keychain. */
export interface KeychainErrors {
  /** The keychain exists and is locked. */
  keychain_locked: Record<string, never>;
  /** No keychain answers on this computer. */
  keychain_absent: { reason: string };
  /** The keychain refused to store, or what it gives back is not what was stored. */
  keychain_not_stored: { reason: string };
  /** The entry is still in the keychain after it was to be removed. `service` and `account` name it. */
  keychain_not_removed: { service: string; account: string };
  /** The keychain is open and has no entry where an account was stored: somebody removed it. */
  keychain_entry_missing: { service: string; account: string };
}
