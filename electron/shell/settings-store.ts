import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsData, SettingsStore, SettingsStoreOptions } from '../services/settings.ts';

/** electron-store's own channel. */
const CHANNEL = 'electron-store-get-data';

/** The settings' file, written by electron-store. */
export function createSettingsStore(options: SettingsStoreOptions): SettingsStore {
  const store = new ElectronStore<SettingsData>(options);
  // It answers any page that asks where the data folder is. No page of this app has a reason to.
  ipcMain.removeAllListeners(CHANNEL);
  return store;
}
