import { availableParallelism } from 'node:os';
import { defineConfig, type ReporterDescription } from 'playwright/test';
import { browserVariable, findBrowser } from './scripts/browser.mjs';

/** Where `npm test` wants the results as data. */
const json = process.env['PACHCA_TEST_JSON'];
const reporters: ReporterDescription[] = [['list']];
if (json) reporters.push(['json', { outputFile: json }]);

// Each worker reads this file, too: they need not search again.
const executablePath = process.env[browserVariable] ?? (await findBrowser());
if (executablePath) process.env[browserVariable] = executablePath;
const asRoot = process.getuid?.() === 0;

/**
 * `preview`: the app in a browser tab. `electron`: the app in Electron; its tests skip themselves, with the reason,
 * where Electron cannot run (test/support/electron-app.ts).
 */
export default defineConfig({
  globalSetup: './test/support/global-setup.ts',
  reporter: reporters,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // One page keeps about half a core busy, its server and this worker the rest.
  workers: Math.min(4, Math.max(2, availableParallelism() - 1)),
  // Generous: waiting costs time only where something is wrong, and shared machines can be slow.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  projects: [
    {
      name: 'preview',
      testDir: 'test/e2e',
      outputDir: 'test-results/preview',
      use: {
        browserName: 'chromium',
        headless: true,
        timezoneId: 'Europe/Moscow',
        // A window of its own for each test is half of what a test costs; Playwright empties one for the next test.
        reuseContext: true,
        // Recording what nobody looks at costs a fifth of the time. `--trace on` records the test one is after.
        trace: 'off',
        screenshot: 'only-on-failure',
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: asRoot ? ['--no-sandbox'] : [],
        },
      },
    },
    {
      name: 'electron',
      testDir: 'test/electron-app',
      outputDir: 'test-results/electron',
    },
  ],
});
