import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication } from 'playwright/test';
import { electronBinary, electronUnavailable } from '../../scripts/electron.mjs';
import { root } from '../../scripts/ensure.mjs';
import { type DemoServer, startDemo } from './preview.ts';

const unavailable = electronUnavailable();

/**
 * `test` for the built app in Electron itself. Where Electron cannot run, each test is skipped, with the reason.
 * - `demo`: a demo workspace, which the app takes for the Pachca API
 * - `app`: the app, started on a data folder of its own
 */
export const test = base.extend<{ demo: DemoServer; app: ElectronApplication }>({
  demo: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
    async ({}, use, testInfo) => {
      testInfo.skip(unavailable !== undefined, unavailable);
      const demo = await startDemo();
      await use(demo);
      await demo.stop();
    },
    { auto: true },
  ],
  app: async ({ demo }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'pachca-electron-'));
    const executablePath = electronBinary();
    // Without `executablePath` Playwright would keep the keychain out of it; these switches say so in the open.
    const switches = ['--use-mock-keychain', '--password-store=basic', `--user-data-dir=${dataDir}`];
    const app = await _electron.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [root, ...switches, '--lang=en'],
      env: { ...environment(), PACHCA_API_URL: demo.url },
    });
    await use(app);
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  },
});

/** Playwright wants no gaps. */
function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
