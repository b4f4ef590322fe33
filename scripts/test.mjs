/**
 * `npm test`: everything that can be checked on this machine, from a fresh clone. A failed step does not keep the
 * others from running, except that nothing built means nothing to test in a browser.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { browserVariable, ensureBrowser } from './browser.mjs';
import { ensureDependencies, root, tryEnsureBuild } from './ensure.mjs';
import { checkStep, playwrightCounts, summary, testStep, vitestCounts } from './test-report.mjs';

await ensureDependencies();
const browser = await ensureBrowser();
console.log(`Browser: ${browser}`);
// The gate is the same for everybody: it does not fail by chance. `npm run unit` tries other examples each time.
const env = { PROPERTY_SEED: '20261121', ...process.env, [browserVariable]: browser };

/** @type {import('./test-report.mjs').StepResult[]} */
const steps = [];

section('build');
const failure = await tryEnsureBuild();
console.log(failure ?? 'dist/ is of the sources as they are');
steps.push(checkStep('build', !failure));

// These three need no build and no screen: they run side by side, and print when they are done.
const checks = [
  { name: 'types', run: tool('scripts/typecheck.mjs') },
  { name: 'linter', run: tool('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'format', run: tool('node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn') },
];
for (const { name, run } of checks) {
  section(name);
  const { ok, output } = await run;
  if (output.trim()) console.log(output.trim());
  steps.push(checkStep(name, ok));
}

section('unit, integration, keyring (Vitest)');
const unit = await runner('vitest', (report) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
/** @param {string} file */
const meetsKeyring = (file) => basename(file).endsWith('keyring.test.ts');
const vitest = /** @type {import('./test-report.mjs').VitestReport | undefined} */ (unit.report);
const unitCounts = vitest && vitestCounts(vitest, (file) => !meetsKeyring(file));
const keyringCounts = vitest && vitestCounts(vitest, meetsKeyring);
// Vitest's status is one for both: an error outside any test is laid at the door of the first.
steps.push(testStep('unit, integration', unit.ok || Boolean(keyringCounts?.failed), unitCounts));
steps.push(testStep('keyring', true, keyringCounts));

for (const [project, name] of [
  ['preview', 'preview in a browser'],
  ['electron', 'Electron'],
]) {
  section(`${name} (Playwright)`);
  if (failure) {
    steps.push({ name: String(name), state: 'failed', counts: undefined, note: 'there is nothing built' });
    continue;
  }
  const { ok, report } = await runner(`playwright-${project}`, () => [
    'node_modules/playwright/cli.js',
    'test',
    `--project=${project}`,
  ]);
  const playwright = /** @type {import('./test-report.mjs').PlaywrightReport | undefined} */ (report);
  steps.push(testStep(String(name), ok, playwright && playwrightCounts(playwright)));
}

section('summary');
const { lines, failed } = summary(steps);
process.exitCode = failed ? 1 : 0;
console.log(lines.join('\n'));

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
