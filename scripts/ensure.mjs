/**
 * The first step of every command, on nothing but Node: are the dependencies installed, is the build current?
 * Both answers come from contents, not from file times, which a `git checkout` changes at will.
 * Everything printed here goes to stderr: a command's stdout is its own.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The top of the repository, whatever the working directory is. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where a finished build says what it was made of. */
export const stampFile = join(root, 'dist', '.build-stamp');

/** What the build is made of, relative to the top. */
const buildInputs = [
  'electron',
  'renderer',
  'shared',
  'scripts/build.mjs',
  'scripts/packaging',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/**
 * @typedef {{ version?: string, integrity?: string, resolved?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * The oldest Node this repository runs on is 20.19.
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} what to tell the person, or undefined when the version will do
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Pachca Status needs Node 20.19 or newer; this is Node ${version}. Get a newer one from https://nodejs.org.`;
}

/**
 * Is what is installed what the lockfile asks for? Optional packages of other platforms may be missing; anything
 * else that is missing, left over or of another version may not.
 * @param {Lock} lock package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json, which npm writes last when it installs
 * @returns {string | undefined} why an install is needed, or undefined when it is not
 */
export function dependencyProblem(lock, installed) {
  if (!installed?.packages) return 'they are not installed';
  const locked = lock.packages ?? {};
  for (const [path, want] of Object.entries(locked)) {
    if (path === '' || want.link) continue;
    const have = installed.packages[path];
    if (!have) {
      if (want.optional) continue;
      return `${packageName(path)} is missing`;
    }
    if (have.version !== want.version || (want.integrity && have.integrity !== want.integrity)) {
      return `${packageName(path)} is of another version than the lockfile's`;
    }
  }
  const extra = Object.keys(installed.packages).find((path) => !(path in locked));
  return extra ? `${packageName(extra)} is no longer in the lockfile` : undefined;
}

/** @param {string} path a key of the lockfile, such as `node_modules/a/node_modules/@b/c` */
function packageName(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * @typedef {{ sources: string, outputs: string[] }} BuildStamp
 */

/**
 * @param {BuildStamp | undefined} stamp what the last finished build left
 * @param {string} sources hash of the sources as they are now
 * @param {(output: string) => boolean} exists whether a file of the build is still there
 * @returns {string | undefined} why a build is needed, or undefined when it is not
 */
export function buildProblem(stamp, sources, exists) {
  if (!stamp) return 'there is no build yet';
  if (stamp.sources !== sources) return 'sources have changed since the last build';
  const gone = stamp.outputs.find((output) => !exists(output));
  return gone ? `${gone} is missing` : undefined;
}

/**
 * @param {string} [top] the repository to look at
 * @returns {string} a hash of the names and contents of all that goes into the build
 */
export function hashSources(top = root) {
  const hash = createHash('sha256');
  for (const input of buildInputs) {
    for (const file of filesUnder(join(top, input))) {
      hash.update(`${relative(top, file).split(sep).join('/')}\0`);
      hash.update(createHash('sha256').update(readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path a file or a folder; neither need exist
 * @returns {string[]} the file, or all files below the folder, in a stable order
 */
function filesUnder(path) {
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return existsSync(path) ? [path] : [];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesUnder(child) : [child];
  });
}

/**
 * Installs the dependencies when they are missing or not those of the lockfile. Exits with status 1 and a plain
 * message when Node is too old or the install fails.
 */
export async function ensureDependencies() {
  const problem = nodeProblem(process.versions.node);
  if (problem) fail(problem);

  const current = () =>
    dependencyProblem(
      /** @type {Lock} */ (readJson(join(root, 'package-lock.json')) ?? {}),
      /** @type {Lock | undefined} */ (readJson(join(root, 'node_modules', '.package-lock.json'))),
    );
  if (!current()) return;
  await withLock(async () => {
    const reason = current();
    if (!reason) return;
    say(`Installing dependencies with npm ci (${reason})…`);
    const { code, output } = await npm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (code !== 0) fail(`${output.trim()}\n\nnpm ci failed, so there is nothing to run. The reason is above.`);
  });
}

/** Builds when there is no build of the sources as they are. Exits with status 1 when the build fails. */
export async function ensureBuild() {
  const reason = await tryEnsureBuild();
  if (reason) fail(reason);
}

/**
 * As {@link ensureBuild}, for callers that must not end the process (tests).
 * @returns {Promise<string | undefined>} the build's output when it failed
 */
export async function tryEnsureBuild() {
  const current = () =>
    buildProblem(/** @type {BuildStamp | undefined} */ (readJson(stampFile)), hashSources(), (output) =>
      existsSync(join(root, 'dist', output)),
    );
  if (!current()) return undefined;
  // Before the lock is taken: the build asks for the dependencies too, and would wait for the lock for ever.
  await ensureDependencies();
  return withLock(async () => {
    const reason = current();
    if (!reason) return undefined;
    say(`Building (${reason})…`);
    const { code, output } = await run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
    return code === 0 ? undefined : `${output.trim()}\n\nThe build failed. The reason is above.`;
  });
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function npm(args) {
  // npm names its own script to what it runs; without it (plain `node scripts/…`) it is found on the PATH.
  const script = process.env['npm_execpath'];
  if (script && /npm-cli\.c?js$/.test(script)) return run(process.execPath, [script, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, process.platform === 'win32');
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} [shell]
 * @returns {Promise<{ code: number, output: string }>} the exit status, and what it printed on both streams
 */
function run(command, args, shell = false) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell });
    let output = '';
    /** @param {Buffer} chunk */
    const collect = (chunk) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs `work` while no other process of this repository does: two commands started at once install and build once.
 * A lock whose owner is gone is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(work) {
  const lock = join(root, '.cache', 'setup.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!ownerLives(lock)) rmSync(lock, { force: true });
    await sleep(200);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** @param {string} lock */
function ownerLives(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // An empty file is a lock about to be filled in.
    return owner === 0 || process.kill(owner, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} path
 * @returns {unknown} undefined when there is no such file or it is not JSON
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  say(message);
  process.exit(1);
}
