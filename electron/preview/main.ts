/**
 * The preview: the app in a browser tab on this computer. Prints one line with the address, runs until Ctrl-C or Quit.
 *
 * Exit codes: 0 after SIGINT, SIGTERM or Quit; 1 where it cannot start here (the port is taken, the data folder cannot be
 * made, the build is incomplete); 2 for arguments or a `PACHCA_API_URL` that are not accepted.
 */
import 'temporal-polyfill/global';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import Conf from 'conf';
import { version } from '../../package.json';
import { createDemoWorkspace } from '../demo/workspace.ts';
import { createApp, type App } from '../services/app.ts';
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
import { startPreviewServer, type PreviewServer } from './server.ts';

/** This file is built to `dist/preview.js`. */
const dist = import.meta.dirname;

/** Bytes of the key in the address: as many as nobody guesses. */
const KEY_BYTES = 32;

/** The terminal is for the person: only what went wrong. */
const log: Log = (level, message, data) => {
  if (level !== 'info') console.error(`${level}: ${message}`, JSON.stringify(redact(data ?? {})));
};

/** Why the preview does not start: one line for the terminal, and the exit code. */
class Refusal extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}

async function main(): Promise<void> {
  const parsed = parsePreviewArgs(process.argv.slice(2));
  if ('help' in parsed) {
    console.log(USAGE);
    return;
  }
  if ('problem' in parsed) throw new Refusal(2, `${parsed.problem}. --help lists the options.`);
  const apiUrl = parseApiUrl(process.env['PACHCA_API_URL']);
  if (!apiUrl.ok) throw new Refusal(2, `PACHCA_API_URL is not accepted. ${apiUrl.reason}`);
  await run(parsed.options, apiUrl.value, makeDataDir(parsed.options), readFiles());
}

async function run(options: PreviewOptions, apiUrl: string, dataDir: string, files: ServedFiles): Promise<void> {
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
  app.subscribe((state) => pages.send('state', state));

  const key = randomBytes(KEY_BYTES).toString('hex');
  const server = await startPreviewServer({ port: options.port, key, files, pages, app }).catch((error: unknown) => {
    throw portRefusal(options.port, error);
  });

  const stop = async (): Promise<void> => {
    pages.send('quit', {});
    app.stop();
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());

  void app.start();
  announce(server);
  await open(server.url);
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
    fetch: (url, init) => fetch(url, init),
    apiUrl,
    loadKeychain: async () => (await import('keytar')).default,
    settings,
    settingsProblems: problems,
    host,
    log,
    createDemo: (locale) => {
      const demo = createDemoWorkspace({ locale });
      return { fetch: (url, init) => demo.fetch(url, init), apiUrl: demo.baseUrl, token: demo.tokens.full };
    },
  });
}

/** The only line on stdout: whatever started the preview waits for it. */
function announce(server: PreviewServer): void {
  console.log(`Preview: ${server.url}`);
}

function makeDataDir(options: PreviewOptions): string {
  const dataDir = resolve(options.dataDir ?? defaultDataDir());
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return dataDir;
  } catch (error) {
    throw new Refusal(
      1,
      `The data folder ${dataDir} cannot be made (${codeOf(error)}). Choose another with --data-dir.`,
    );
  }
}

function readFiles(): ServedFiles {
  try {
    return readServedFiles(dist, join(dist, '..', 'electron', 'assets', 'tray'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(1, `The build is incomplete (${reason}). Run: npm run build`);
  }
}

function portRefusal(port: number, error: unknown): Refusal {
  const code = codeOf(error);
  const reasons: Readonly<Record<string, string>> = { EADDRINUSE: 'is in use', EACCES: 'is not permitted' };
  const reason = reasons[code] ?? `cannot be had (${code})`;
  return new Refusal(1, `Port ${port} ${reason}. Choose another with --port, or leave it out for any free one.`);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

await main().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
});
