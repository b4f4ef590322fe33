/**
 * `npm test`: everything that can be checked on this machine, from a fresh clone. A failed step does not keep the
 * others from running, except that nothing built means nothing to test in a browser.
 *
 * `npm test -- --fast`: what the changes since main touch, for while one works; it says what it leaves out.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { browserVariable, ensureBrowser } from './browser.mjs';
import { ensureDependencies, root, tryEnsureBuild } from './ensure.mjs';
import { checkStep, playwrightCounts, summary, testStep, vitestCounts } from './test-report.mjs';

const started = performance.now();
const fast = process.argv.includes('--fast');
const changed = fast ? changes() : undefined;

await ensureDependencies();
const browser = fast ? undefined : await ensureBrowser();
if (browser) console.log(`Browser: ${browser}`);
// The gate is the same for everybody: it does not fail by chance. `npm run unit` tries other examples each time.
const env = { PROPERTY_SEED: '20261121', ...process.env, ...(browser && { [browserVariable]: browser }) };

/** What `--fast` leaves out besides the browser: tests of what is built, of processes, and of the real keyring. */
const leftOut = ['test/electron/built/**', 'test/electron/preview/**', '**/*keyring.test.ts'];

/** @type {import('./test-report.mjs').StepResult[]} */
const steps = [];

/** @type {string | undefined} */
let failure;
if (!fast) {
  section('build');
  const took = stopwatch();
  failure = await tryEnsureBuild();
  console.log(failure ?? 'dist/ is of the sources as they are');
  steps.push({ ...checkStep('build', !failure), seconds: took() });
}

// These need no build and no screen, and keep one core busy, one after the other, while Vitest has the other.
const files = changed?.files ?? ['.'];
const code = changed ? files.filter((file) => /\.(?:[cm]?js|tsx?)$/.test(file)) : files;
const checks = inTurn([
  { name: 'types', file: 'scripts/typecheck.mjs', args: [] },
  ...(code.length > 0
    ? [{ name: 'linter', file: 'node_modules/eslint/bin/eslint.js', args: [...code, '--max-warnings', '0'] }]
    : []),
  ...(files.length > 0
    ? [
        {
          name: 'format',
          file: 'node_modules/prettier/bin/prettier.cjs',
          args: ['--check', ...files, '--ignore-unknown', '--log-level', 'warn'],
        },
      ]
    : []),
]);

section(fast ? 'unit, integration: what the changes touch (Vitest)' : 'unit, integration, keyring (Vitest)');
const unitTook = stopwatch();
const unit = await runner('vitest', (report) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...(changed
    ? ['--changed', changed.base, '--passWithNoTests', ...leftOut.flatMap((glob) => ['--exclude', glob])]
    : []),
]);
const unitSeconds = unitTook();

for (const { name, ok, output, seconds } of await checks) {
  section(name);
  if (output.trim()) console.log(output.trim());
  steps.push({ ...checkStep(name, ok), seconds });
}

/** @param {string} file */
const meetsKeyring = (file) => basename(file).endsWith('keyring.test.ts');
const vitest = /** @type {import('./test-report.mjs').VitestReport | undefined} */ (unit.report);
const unitCounts = vitest && vitestCounts(vitest, (file) => !meetsKeyring(file));
const keyringCounts = vitest && vitestCounts(vitest, meetsKeyring);
if (fast) {
  const nothing = unit.ok && !unitCounts?.passed && !unitCounts?.failed && !unitCounts?.skipped;
  steps.push({
    ...(nothing
      ? {
          name: 'unit, integration',
          state: /** @type {const} */ ('skipped'),
          counts: undefined,
          note: 'none is touched',
        }
      : testStep('unit, integration', unit.ok, unitCounts)),
    seconds: unitSeconds,
  });
} else {
  // Vitest's status is one for both: an error outside any test is laid at the door of the first.
  const ok = unit.ok || Boolean(keyringCounts?.failed);
  steps.push({ ...testStep('unit, integration', ok, unitCounts), seconds: unitSeconds });
  steps.push(testStep('keyring', true, keyringCounts));
  await inBrowsers();
}

section('summary');
const { lines, failed } = summary(steps, (performance.now() - started) / 1000);
process.exitCode = failed ? 1 : 0;
if (changed) {
  console.log(`Looked at ${changed.files.length} files that differ from ${changed.base}, and at the tests they touch.`);
  console.log('Left out: the build and its tests, the preview, the keyring, and every test in a browser (npm test).\n');
}
console.log(lines.join('\n'));

async function inBrowsers() {
  for (const [project, name] of [
    ['preview', 'preview in a browser'],
    ['electron', 'Electron'],
  ]) {
    section(`${name} (Playwright)`);
    if (failure) {
      steps.push({ name: String(name), state: 'failed', counts: undefined, note: 'there is nothing built' });
      continue;
    }
    const took = stopwatch();
    const { ok, report } = await runner(`playwright-${project}`, () => [
      'node_modules/playwright/cli.js',
      'test',
      `--project=${project}`,
    ]);
    const playwright = /** @type {import('./test-report.mjs').PlaywrightReport | undefined} */ (report);
    const counts = playwright && playwrightCounts(playwright);
    steps.push({ ...testStep(String(name), ok, counts), seconds: took() });
  }
}

/** What differs from main, committed or not, and new files. On main itself: what is not committed. */
function changes() {
  /** @param {string[]} args */
  const git = (...args) => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : '';
  };
  const base = git('merge-base', 'main', 'HEAD') || git('merge-base', 'origin/main', 'HEAD') || 'HEAD';
  const names = [git('diff', '--name-only', base), git('ls-files', '--others', '--exclude-standard')];
  const files = names.flatMap((text) => text.split('\n')).filter((file) => file && existsSync(join(root, file)));
  return { base, files };
}

/** @returns {() => number} the seconds since */
function stopwatch() {
  const from = performance.now();
  return () => (performance.now() - from) / 1000;
}

/**
 * Runs checks one after the other.
 * @param {{ name: string, file: string, args: string[] }[]} programs
 */
async function inTurn(programs) {
  const results = [];
  for (const { name, file, args } of programs) {
    const took = stopwatch();
    results.push({ name, ...(await tool(file, ...args)), seconds: took() });
  }
  return results;
}

/** @param {string} title */
function section(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
}

/**
 * Runs a Node program quietly.
 * @param {string} file relative to the top
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function tool(file, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, file), ...args], { cwd: root, env });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Runs a test runner in full view.
 * @param {string} name of the report
 * @param {(report: string) => string[]} command where the report goes → the program and its arguments
 * @returns {Promise<{ ok: boolean, report: unknown }>} report: undefined when the runner wrote none
 */
function runner(name, command) {
  const file = join(root, 'test-results', 'reports', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command(file), {
      cwd: root,
      env: { ...env, PACHCA_TEST_JSON: file },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => {
      let report;
      try {
        report = JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        report = undefined;
      }
      resolve({ ok: code === 0, report });
    });
  });
}
