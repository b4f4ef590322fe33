/**
 * Finds a Chromium for the tests, or installs one where that needs no question.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureDependencies, fail, root, say } from './ensure.mjs';

/** Carries the browser's path to the test runners. */
export const browserVariable = 'PACHCA_TEST_BROWSER';

const toInstall =
  'The tests need a Chromium. Install one of these and run them again:\n' +
  '  npx playwright install --with-deps chromium\n' +
  '  apt-get install chromium            (Debian)\n' +
  '  Google Chrome or Microsoft Edge     (any system)\n' +
  `or set ${browserVariable} to the path of a Chromium's executable.`;

/**
 * @typedef {object} Machine what the search depends on
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {string | undefined} playwright where Playwright keeps its own Chromium, there or not
 */

/**
 * @param {Machine} machine
 * @returns {string[]} where a Chromium may be, best first: what the person asked for, Playwright's own, the system's
 */
export function browserCandidates({ platform, env, playwright }) {
  const asked = env[browserVariable] ?? env['CHROME_PATH'];
  // What was asked for is used or found missing; nothing else takes its place silently.
  if (asked) return [asked];
  const candidates = playwright ? [playwright] : [];
  if (platform === 'darwin') {
    for (const app of ['Google Chrome', 'Chromium', 'Microsoft Edge']) {
      candidates.push(`/Applications/${app}.app/Contents/MacOS/${app}`);
    }
  } else if (platform === 'win32') {
    for (const base of [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]) {
      if (!base) continue;
      candidates.push(`${base}\\Google\\Chrome\\Application\\chrome.exe`);
      candidates.push(`${base}\\Microsoft\\Edge\\Application\\msedge.exe`);
    }
  } else {
    const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
    const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
    for (const name of names) candidates.push(...folders.map((folder) => join(folder, name)));
  }
  return candidates;
}

/**
 * Needs the dependencies installed.
 * @returns {Promise<string | undefined>} the path of a Chromium that starts
 */
export async function findBrowser() {
  const { chromium } = await import('playwright');
  const candidates = browserCandidates({
    platform: process.platform,
    env: process.env,
    playwright: chromium.executablePath(),
  });
  return candidates.find((path) => existsSync(path) && starts(path));
}

/**
 * A browser without its libraries is there and does not start.
 * @param {string} path
 */
function starts(path) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/**
 * As {@link findBrowser}; a missing one is installed: Playwright's download, then apt on Debian and Ubuntu as root.
 * Ends the process with instructions when there is still none. What installers print goes to stderr.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  await ensureDependencies();
  const found = await findBrowser();
  if (found) return found;

  const asked = process.env[browserVariable] ?? process.env['CHROME_PATH'];
  if (asked) fail(`${asked} is not a Chromium that starts.\n\n${toInstall}`);

  say('No Chromium found. Downloading the one Playwright knows…');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  attempt(process.execPath, [cli, 'install', 'chromium'], 300_000);
  const downloaded = await findBrowser();
  if (downloaded) return downloaded;

  if (isDebian() && process.getuid?.() === 0) {
    say("That did not help. Installing Debian's with apt-get…");
    const packages = ['chromium', 'fonts-noto-color-emoji'];
    if (attempt('apt-get', ['update'], 300_000)) {
      attempt('apt-get', ['install', '-y', '--no-install-recommends', ...packages], 900_000);
    }
    const installed = await findBrowser();
    if (installed) return installed;
  }
  fail(toInstall);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout milliseconds
 */
function attempt(command, args, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { timeout, env, stdio: ['ignore', 2, 2] }).status === 0;
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
