/** A bundle of its own (dist/updater.js): electron-updater is as large as a third of the app, and used once a day. */
import electronUpdater, { type AppUpdater } from 'electron-updater';

/** The updater of this system. */
export const updater = (): AppUpdater => electronUpdater.autoUpdater;
