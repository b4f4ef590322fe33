/**
 * Starts the packaged app of this system once, as `npm run package` left it in release/, and looks at it: does its window
 * show the first screen? A second start must leave the first one running and end by itself.
 * The fuses close Node's inspector for good; Chromium's own debugging port is open to whoever may start programs anyway.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright';
import { root } from '../ensure.mjs';

const LIMIT = 60_000;

const program = packagedProgram(process.platform, process.arch);
if (!existsSync(program)) fail(`${program} is not there: run \`npm run package\` first`);

const dataDir = mkdtempSync(join(tmpdir(), 'pachca-packaged-'));
const switches = [`--user-data-dir=${dataDir}`, '--remote-debugging-port=0', '--lang=en'];
const app = spawn(program, switches, { stdio: 'inherit' });
const ended = new Promise((resolve) => app.once('close', (code, signal) => resolve(signal ?? code)));
app.once('error', (error) => fail(`It could not be started: ${error.message}`));

try {
  await within(LIMIT, 'showing its first screen', firstScreen());
  await within(LIMIT, 'ending a second start', secondStart());
  if (app.exitCode !== null) throw new Error('It was gone after the second start');
  console.log('The packaged app starts, shows its first screen, and stays one.');
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
} finally {
  app.kill();
  await Promise.race([ended, sleep(5000)]);
  app.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
process.exit();

/** Waits for the page, through the port Chromium writes down when it is open. */
async function firstScreen() {
  const portFile = join(dataDir, 'DevToolsActivePort');
  while (!existsSync(portFile)) await sleep(100);
  const port = readFileSync(portFile, 'utf8').split('\n')[0];
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  await page?.getByRole('button', { name: 'Try the demo' }).waitFor({ timeout: LIMIT });
  await browser.close();
}

/** @returns {Promise<void>} when the second one has ended */
function secondStart() {
  return new Promise((resolve, reject) => {
    const second = spawn(program, [`--user-data-dir=${dataDir}`, '--lang=en'], { stdio: 'inherit' });
    second.once('error', reject);
    second.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The second start ended with ${code}`))));
  });
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {string} what
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function within(milliseconds, what, work) {
  const late = sleep(milliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`It took more than ${milliseconds / 1000} s for ${what}`);
  });
  const gone = ended.then((how) => {
    throw new Error(`It ended (${how}) before ${what}`);
  });
  return Promise.race([work, late, gone]);
}

/**
 * @param {string} platform
 * @param {string} arch
 * @returns {string} where electron-builder leaves the app that the installers are made of
 */
function packagedProgram(platform, arch) {
  const release = join(root, 'release');
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  switch (platform) {
    case 'darwin':
      return join(release, 'mac-universal', 'Pachca Status.app', 'Contents', 'MacOS', 'Pachca Status');
    case 'win32':
      return join(release, `win${suffix}-unpacked`, 'Pachca Status.exe');
    default:
      return join(release, `linux${suffix}-unpacked`, 'pachca-status');
  }
}

/** @param {string} words @returns {never} */
function fail(words) {
  console.error(words);
  process.exit(1);
}
