import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow } from 'electron';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { updatesBy, type UpdatePorts } from '../services/updates.ts';
import { log } from './log.ts';
import type * as updaterModule from './updater-module.ts';

/**
 * Updates by electron-updater, which is loaded when it is first used.
 * @param resources the folder that a package has beside its program; the place of releases is noted there
 */
export function createUpdatePorts(resources: string): UpdatePorts {
  const marker = join(app.getPath('userData'), 'update-prepared');
  let loaded: Promise<AppUpdater> | null = null;
  let ready: AppUpdater | null = null;

  const load = (): Promise<AppUpdater> =>
    (loaded ??= loadModule().then(({ updater }) => {
      const autoUpdater = updater();
      autoUpdater.autoDownload = false;
      // What the person had downloaded is installed when they quit, whether or not they restart at once.
      autoUpdater.autoInstallOnAppQuit = true;
      autoUpdater.logger = null;
      // It also emits what it rejects with, and an `error` nobody listens to would end the program.
      autoUpdater.on('error', () => undefined);
      return autoUpdater;
    }));

  return {
    by: updatesBy({
      isPackaged: app.isPackaged,
      hasFeed: existsSync(join(resources, 'app-update.yml')),
      platform: process.platform,
      env: process.env,
    }),
    updater: {
      check: async () => {
        const result = await (await load()).checkForUpdates();
        if (!result?.isUpdateAvailable) return null;
        return { version: result.updateInfo.version, notes: notesOf(result.updateInfo) };
      },
      download: async () => {
        const updater = await load();
        await updater.downloadUpdate();
        ready = updater;
      },
      install: () => {
        // A popover that hides instead of closing would keep macOS's updater from going on.
        for (const window of BrowserWindow.getAllWindows()) window.destroy();
        ready?.quitAndInstall(true, true);
      },
      prepared: () => {
        try {
          return readFileSync(marker, 'utf8');
        } catch {
          return null;
        }
      },
      prepare: (version) => {
        try {
          if (version === null) rmSync(marker, { force: true });
          else writeFileSync(marker, version, { mode: 0o600 });
        } catch (error) {
          // Only the word about a finished update is lost.
          log('warn', 'The update could not be noted', { error });
        }
      },
    },
  };
}

/** Named at run time, so that it stays out of the main bundle. */
const loadModule = (): Promise<typeof updaterModule> =>
  import(/* @vite-ignore */ new URL('updater.js', import.meta.url).href) as Promise<typeof updaterModule>;

/** One text, whether the notes come as one or version by version. */
function notesOf({ releaseNotes }: UpdateInfo): string | null {
  if (!Array.isArray(releaseNotes)) return releaseNotes ?? null;
  return releaseNotes.map(({ version, note }) => `<p>${version}</p>${note ?? ''}`).join('\n');
}
