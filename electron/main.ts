import 'temporal-polyfill/global';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { desktopTexts } from '../shared/i18n/areas/desktop.ts';
import { chooseLocale } from '../shared/i18n/locale.ts';
import { createDemoWorkspace } from './demo/workspace.ts';
import { folderId } from './services/account-identity.ts';
import { createApp } from './services/app.ts';
import { takeEnvironmentToken } from './services/environment-token.ts';
import { takeFolder } from './services/folder-lock.ts';
import { parseApiUrl } from './services/pachca/api-url.ts';
import type { Host } from './services/ports.ts';
import { openSettings } from './services/settings.ts';
import { systemClock } from './services/system-clock.ts';
import { KEYCHAIN_SERVICE } from './services/token-vault.ts';
import { setApplicationMenu } from './shell/application-menu.ts';
import { systemFetch } from './shell/fetch.ts';
import { asksForNoSandbox } from './shell/launch-arguments.ts';
import { lockContents } from './shell/locks.ts';
import { log } from './shell/log.ts';
import { registerPageScheme } from './shell/protocol.ts';
import { createSettingsStore } from './shell/settings-store.ts';
import { startShell, type Shell } from './shell/shell.ts';
import { claimDataFolder } from './shell/single-instance.ts';
import { createUpdatePorts } from './shell/updater.ts';

/** As in electron-builder.yml: Windows shows notifications under no other. */
const APP_ID = 'app.pachcastatus.PachcaStatus';

/** How long an app that is just ending may take to let go of the data folder, in milliseconds. */
const FOLDER_WAIT = 1_000;

/** By which Windows starts the app from a notification of an earlier run. Of this app alone, and for ever the same. */
const TOAST_ACTIVATOR = '{85FD0A79-B8A4-4964-AE4A-C9926A1DB79F}';

const dist = dirname(fileURLToPath(import.meta.url));
const icons = join(dist, '..', 'electron', 'assets', 'tray');

/** What has to happen before Electron is ready, in this order and without waiting for anything. */
function main(): void {
  if (asksForNoSandbox(process.argv, process.env) || app.commandLine.hasSwitch('no-sandbox')) {
    refuseWithoutSandbox();
    return;
  }
  if (!claimDataFolder()) {
    // The one that runs already shows itself.
    app.quit();
    return;
  }
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  if (process.platform === 'win32') app.setToastActivatorCLSID(TOAST_ACTIVATOR);
  app.dock?.hide();
  let shell: Shell | null = null;
  setApplicationMenu({ openSettings: () => shell?.openSettings() });
  registerPageScheme();
  lockContents();

  const open = (): void => shell?.open();
  app.on('second-instance', (_event, argv) => shell?.startedAgain(argv));
  app.on('activate', open);
  // A tray app lives on without windows.
  app.on('window-all-closed', () => undefined);

  const apiUrl = parseApiUrl(asksEnvironment() ? process.env['PACHCA_API_URL'] : undefined);
  const start = async (): Promise<void> => {
    if (!apiUrl.ok) {
      refuse(`PACHCA_API_URL: ${apiUrl.reason}`);
      return;
    }
    // Electron's own lock keeps out a second app; this one also a preview that was told to use this folder.
    const folder = app.getPath('userData');
    const taken = await takeFolder(folder, 'app', FOLDER_WAIT);
    if (!taken.ok) {
      refuse(`The preview uses the data folder ${folder}. Quit it first.`);
      return;
    }
    shell = startShell({ dist, icons, createCore: (host) => createCore(host, apiUrl.value), log });
    // After the shell's own listener, which still writes.
    app.once('will-quit', () => taken.release());
  };

  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log('error', 'The app did not start', { error });
      refuse('Something went wrong inside the app; its output says what.');
    });
}

/**
 * Whether `PACHCA_API_URL` counts. It is for development: whoever installed the app has not chosen what other programs put
 * into its environment, and another server can be typed at sign-in.
 */
const asksEnvironment = (): boolean => !app.isPackaged || process.argv.includes('--api-url-from-environment');

function createCore(host: Host, apiUrl: string): ReturnType<typeof createApp> {
  const folder = app.getPath('userData');
  const { settings, problems } = openSettings({
    dir: folder,
    createStore: createSettingsStore,
    now: () => systemClock.now(),
  });
  return createApp({
    clock: systemClock,
    random: Math.random,
    newId: randomUUID,
    fetch: systemFetch,
    apiUrl,
    loadKeychain: async () => (await import('keytar')).default,
    settings,
    namespace: { service: KEYCHAIN_SERVICE, folder: folderId(folder) },
    pictures: join(folder, 'pictures'),
    settingsProblems: problems,
    host,
    log,
    environmentToken: takeEnvironmentToken(process.env),
    runtime: { versions: process.versions, arch: process.arch },
    updates: createUpdatePorts(join(dist, '..', '..')),
    createDemo: (locale) => {
      const demo = createDemoWorkspace({ locale });
      return { fetch: (url, init) => demo.fetch(url, init), apiUrl: demo.baseUrl, token: demo.tokens.full };
    },
  });
}

/** The app shows what a server sends, and does not do so without the sandbox, whoever asks for that. */
function refuseWithoutSandbox(): void {
  const locale = chooseLocale('system', app.getPreferredSystemLanguages());
  const { title, text } = desktopTexts(locale).noSandbox;
  log('error', 'Refused to start without the sandbox');
  process.stderr.write(`${title}\n${text}\n`);
  // Before that, Linux shows no box.
  app
    .whenReady()
    .then(() => dialog.showErrorBox(title, text))
    .catch(() => undefined)
    .finally(() => app.exit(1));
}

/** Ends the program before it has done anything, and says why. */
function refuse(reason: string): void {
  log('error', 'Refused to start', { reason });
  dialog.showErrorBox('Pachca Status cannot start', reason);
  app.exit(1);
}

main();
