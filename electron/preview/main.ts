/**
 * The preview: the app in a browser tab on this computer. Prints one line with the address, runs until Ctrl-C or Quit.
 *
 * Exit codes: 0 after SIGINT, SIGTERM or Quit; 1 where it cannot start here (the port is taken, the data folder cannot be
 * made or is in use, the build is incomplete); 2 for arguments or a `PACHCA_API_URL` that are not accepted.
 */
import 'temporal-polyfill/global';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import Conf from 'conf';
import { version } from '../../package.json';
import { createDemoWorkspace } from '../demo/workspace.ts';
import { folderId } from '../services/account-identity.ts';
import { createApp, type App } from '../services/app.ts';
import { takeEnvironmentToken } from '../services/environment-token.ts';
import { takeFolder, type FolderHolder } from '../services/folder-lock.ts';
import { parseApiUrl } from '../services/pachca/api-url.ts';
import type { Log } from '../services/ports.ts';
import { redact } from '../services/redact.ts';
import { openSettings } from '../services/settings.ts';
import { systemClock } from '../services/system-clock.ts';
import { systemTimeZone } from '../services/time-zone.ts';
import { parsePreviewArgs, USAGE, type PreviewOptions } from './args.ts';
import { openInBrowser } from './browser.ts';
import { defaultDataDir, systemLocales } from './environment.ts';
import { readServedFiles, type ServedFiles } from './files.ts';
import { createPreviewHost, type PreviewHost } from './host.ts';
import { createPages } from './pages.ts';
import { writeRedirectFile, type RedirectFile } from './redirect-file.ts';
import { startPreviewServer } from './server.ts';

/** This file is built to `dist/preview.js`. */
const dist = dirname(fileURLToPath(import.meta.url));

/** The preview's own place in the keychain: signing out here must not sign out the app. */
const PREVIEW_SERVICE = 'Pachca Status Preview';

/** Bytes of the key in the address: as many as nobody guesses. */
const KEY_BYTES = 32;

/** How long a preview that is just ending may take to let go of the data folder, in milliseconds. */
const FOLDER_WAIT = 1_000;

/** The terminal is for the person: only what went wrong. */
const log: Log = (level, message, data) => {
  if (level !== 'info') console.error(`${level}: ${message}`, JSON.stringify(redact(data ?? {})));
};

/** Why the preview does not start: one line for the terminal, and the exit code. */
interface Refusal {
  readonly exitCode: 1 | 2;
  readonly reason: string;
}

/** Starts what the command line asks for; answers null where that runs now or was a request for help. */
async function main(args: readonly string[]): Promise<Refusal | null> {
  const parsed = parsePreviewArgs(args);
  if ('help' in parsed) {
    console.log(USAGE);
    return null;
  }
  if ('problem' in parsed) return { exitCode: 2, reason: `${parsed.problem}. --help lists the options.` };
  const apiUrl = parseApiUrl(process.env['PACHCA_API_URL']);
  if (!apiUrl.ok) return { exitCode: 2, reason: `PACHCA_API_URL is not accepted. ${apiUrl.reason}` };
  const dataDir = resolve(parsed.options.dataDir ?? defaultDataDir());
  const folderProblem = makeFolder(dataDir);
  if (folderProblem) return folderProblem;
  const files = readServedFiles(dist, join(dist, '..', 'electron', 'assets', 'tray'));
  if (!files.ok) return { exitCode: 1, reason: `The build is incomplete (${files.reason}). Run: npm run build` };
  const taken = await takeFolder(dataDir, 'preview', FOLDER_WAIT);
  if (!taken.ok) return { exitCode: 1, reason: folderInUse(dataDir, taken.holder) };
  return run(parsed.options, apiUrl.value, dataDir, files.value);
}

async function run(
  options: PreviewOptions,
  apiUrl: string,
  dataDir: string,
  files: ServedFiles,
): Promise<Refusal | null> {
  const open = (url: string) => (options.open ? openInBrowser(url) : Promise.resolve(false));
  const pages = createPages((send) => {
    send('popover', { visible: host.popoverOpen() });
    send('state', app.state());
    if (host.popoverOpen()) app.popoverShown();
  });
  const host: PreviewHost = createPreviewHost(
    {
      pages,
      version,
      platform: process.platform,
      systemLocales: () => systemLocales(options.lang),
      timeZone: systemTimeZone,
      openInBrowser: open,
      quit: () => void stop(),
    },
    () => app.popoverShown(),
  );
  const app: App = createCore(apiUrl, dataDir, host);
  const unsubscribe = app.subscribe((state) => pages.send('state', state));

  const key = randomBytes(KEY_BYTES).toString('hex');
  const started = await startPreviewServer({ port: options.port, key, files, pages, app });
  if (!started.ok) {
    app.stop();
    return { exitCode: 1, reason: portProblem(options.port, started.code) };
  }
  const server = started.value;

  let redirect: RedirectFile | null = null;
  const stop = async (): Promise<void> => {
    redirect?.remove();
    // Nothing follows the last word, not even what stopping changes.
    unsubscribe();
    pages.send('quit', {});
    app.stop();
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());

  void app.start();
  // The only line on stdout: whatever started the preview waits for it.
  console.log(`Preview: ${server.url}`);
  if (options.open) {
    redirect = writeRedirectFile(dataDir, server.url);
    // Where it cannot be written, the address that was printed is there to be opened by hand.
    if (redirect) await open(redirect.url);
  }
  return null;
}

function createCore(apiUrl: string, dataDir: string, host: PreviewHost): App {
  const { settings, problems } = openSettings({
    dir: dataDir,
    createStore: (storeOptions) => new Conf(storeOptions),
    now: () => systemClock.now(),
  });
  return createApp({
    clock: systemClock,
    random: Math.random,
    newId: randomUUID,
    fetch: (url, init) => fetch(url, init),
    apiUrl,
    loadKeychain: async () => (await import('keytar')).default,
    settings,
    namespace: { service: PREVIEW_SERVICE, folder: folderId(dataDir) },
    pictures: join(dataDir, 'pictures'),
    settingsProblems: problems,
    host,
    log,
    environmentToken: takeEnvironmentToken(process.env),
    runtime: { versions: process.versions, arch: process.arch },
    updates: null,
    createDemo: (locale) => {
      const demo = createDemoWorkspace({ locale });
      return { fetch: (url, init) => demo.fetch(url, init), apiUrl: demo.baseUrl, token: demo.tokens.full };
    },
  });
}

function makeFolder(folder: string): Refusal | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {
      exitCode: 1,
      reason: `The data folder ${folder} cannot be made (${code}). Choose another with --data-dir.`,
    };
  }
}

function folderInUse(folder: string, holder: FolderHolder | null): string {
  const name = holder && { app: 'Pachca Status', preview: 'the preview' }[holder.kind];
  const who = holder ? `${name} runs with it already (process ${holder.pid})` : 'another program runs with it already';
  return `The data folder ${folder} is in use: ${who}. Quit that first, or choose another folder with --data-dir.`;
}

function portProblem(port: number, code: string): string {
  const reasons: Readonly<Record<string, string>> = { EADDRINUSE: 'is in use', EACCES: 'is not permitted' };
  return `Port ${port} ${reasons[code] ?? `cannot be had (${code})`}. Choose another with --port, or leave it out.`;
}

const refusal = await main(process.argv.slice(2));
if (refusal) {
  console.error(refusal.reason);
  process.exitCode = refusal.exitCode;
}
