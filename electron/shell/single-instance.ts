import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/** The folder's name among the data of other apps. */
const FOLDER = 'Pachca Status';

/**
 * Decides where the app keeps its data and whether it is the only one to use it. To be called before anything else.
 * `--user-data-dir=DIR` names another folder, for tests and for a second, separate app.
 * @returns false when the app is running already; it has been told, and this process has to end
 */
export function claimDataFolder(): boolean {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  const folder = asked ? resolve(asked) : join(app.getPath('appData'), FOLDER);
  // Electron refuses a folder that does not exist.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  return app.requestSingleInstanceLock();
}
