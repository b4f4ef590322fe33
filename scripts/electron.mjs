/**
 * Can Electron run here, where is it, and why did it not?
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers';
import { endWithNpm } from './end-with-npm.mjs';
import { root } from './ensure.mjs';

/** How long the download of Electron's binary (some 110 MB) may take, milliseconds. Offline it fails at once. */
const downloadLimit = 300_000;

/** An Electron that ends this soon with an error has not started, milliseconds. */
const startLimit = 5_000;

/** @returns {string | undefined} the path of Electron's executable, when it has been downloaded */
export function electronBinary() {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
    const binary = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What rules Electron out on this machine, whether it is downloaded or not.
 * @param {{ platform: NodeJS.Platform, env: Record<string, string | undefined>, uid: number | undefined }} machine
 * @returns {string | undefined} the reason, to be read after "because"
 */
export function electronObstacle({ platform, env, uid }) {
  if (platform !== 'linux') return undefined;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display';
  if (uid === 0) return "Chromium's sandbox does not work for root, and the app does not run without it";
  return undefined;
}

/** @returns {string | undefined} {@link electronObstacle} of this machine, or that the binary is not there */
export function electronUnavailable() {
  const obstacle = electronObstacle({ platform: process.platform, env: process.env, uid: process.getuid?.() });
  if (obstacle) return obstacle;
  return electronBinary() ? undefined : "Electron's binary is not there (npm start downloads it)";
}

/**
 * Downloads Electron's binary with the script its package brings.
 * @returns {Promise<string | undefined>} why that failed, to be read after "because"
 */
export function downloadElectron() {
  return new Promise((resolve) => {
    const script = join(root, 'node_modules', 'electron', 'install.js');
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'pipe'], timeout: downloadLimit });
    let complaints = '';
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (complaints += chunk.toString()));
    child.on('error', (error) => resolve(`Electron could not be downloaded (${error.message})`));
    child.on('close', (code, signal) => {
      if (code === 0 && electronBinary()) resolve(undefined);
      else if (signal) resolve(`Electron's download took more than ${downloadLimit / 60_000} minutes`);
      else resolve(`Electron could not be downloaded (${firstLineOf(complaints)})`);
    });
  });
}

/** @param {string} text such as a stack trace */
function firstLineOf(text) {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '') ?? 'no reason given';
  return line.trim().replace(/^\w*Error: /, '');
}

/**
 * @typedef {object} Ending how a process of Electron ended
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 * @property {number} after milliseconds since its start
 * @property {boolean} asked whether the person ended it (Ctrl-C)
 * @property {string} stderr
 */

/**
 * @param {Ending} ending
 * @returns {string | undefined} why Electron did not start, to be read after "because"; undefined when it did
 */
export function failedStart({ code, signal, after, asked, stderr }) {
  if (asked || code === 0 || after > startLimit) return undefined;
  if (/suid sandbox|no usable sandbox/i.test(stderr)) {
    return "Electron could not set up Chromium's sandbox, and the app does not run without it";
  }
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1];
  if (library) return `Electron needs the library ${library}, which is not installed`;
  return `Electron ended at once (${signal ?? `status ${String(code)}`})`;
}

/**
 * Runs the built app in Electron until it ends. Ctrl-C and SIGTERM end it; nothing is left running.
 * @param {string} binary
 * @param {string[]} args
 * @returns {Promise<Ending>}
 */
export function runElectron(binary, args) {
  endWithNpm();
  return new Promise((resolve) => {
    const started = performance.now();
    // Editors built on Electron set it in their terminals; with it, Electron is a plain Node.
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
    const child = spawn(binary, [root, ...args], { stdio: ['inherit', 'inherit', 'pipe'], env });
    let asked = false;
    let stderr = '';
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      process.stderr.write(chunk);
      if (stderr.length < 10_000) stderr += chunk.toString();
    });

    /** @param {number} patience milliseconds before the next, harder signal */
    const end = (patience) => {
      asked = true;
      setTimeout(() => child.kill('SIGTERM'), patience).unref();
      setTimeout(() => child.kill('SIGKILL'), patience + 5_000).unref();
    };
    // A terminal sends Ctrl-C to Electron as well: it gets a moment to end by itself before it is told again.
    const onInterrupt = () => end(1_000);
    const onTerminate = () => end(0);
    process.on('SIGINT', onInterrupt);
    process.on('SIGTERM', onTerminate);

    /** @param {number | null} code @param {NodeJS.Signals | null} signal */
    const finish = (code, signal) => {
      process.removeListener('SIGINT', onInterrupt);
      process.removeListener('SIGTERM', onTerminate);
      resolve({ code, signal, after: performance.now() - started, asked, stderr });
    };
    child.on('error', (error) => {
      stderr += error.message;
      finish(1, null);
    });
    child.on('close', finish);
  });
}
