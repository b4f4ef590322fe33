/**
 * What `npm test` says in the end: one result a step, and one line of totals. Nothing that did not run is ever
 * reported as passed.
 */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} reasons why tests were skipped, each once
 *
 * @typedef {object} StepResult
 * @property {string} name
 * @property {'passed' | 'failed' | 'skipped'} state
 * @property {Counts | undefined} counts undefined for a check that has no tests, such as the linter
 * @property {string} [note]
 * @property {number} [seconds] how long it took; some run side by side, so that they add up to more than the whole
 */

/** @returns {Counts} */
function none() {
  return { passed: 0, failed: 0, skipped: 0, reasons: [] };
}

/** @param {Counts} counts @param {string} reason */
function skip(counts, reason) {
  counts.skipped += 1;
  if (!counts.reasons.includes(reason)) counts.reasons.push(reason);
}

/**
 * @typedef {{ status: string, title: string, ancestorTitles: string[] }} VitestTest
 * @typedef {{ testResults: { name: string, status: string, assertionResults: VitestTest[] }[] }} VitestReport
 */

/**
 * @param {VitestReport} report what Vitest's `json` reporter writes
 * @param {(file: string) => boolean} include which test files to count
 * @returns {Counts}
 */
export function vitestCounts(report, include) {
  const counts = none();
  for (const file of report.testResults) {
    if (!include(file.name)) continue;
    // A file that cannot be loaded has no tests to fail.
    if (file.assertionResults.length === 0 && file.status !== 'passed') counts.failed += 1;
    for (const { status, title, ancestorTitles } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else skip(counts, reasonIn([...ancestorTitles, title]));
    }
  }
  return counts;
}

/** @param {string[]} titles one of which may end as in `keytar (skipped: dbus-daemon is not installed (Debian: dbus))` */
function reasonIn(titles) {
  for (const title of titles) {
    const reason = /\(skipped: (.*)\)$/.exec(title)?.[1];
    if (reason) return reason;
  }
  return 'no reason given';
}

/**
 * @typedef {{ status: string, annotations: { type: string, description?: string }[] }} PlaywrightTest
 * @typedef {{ specs?: { tests: PlaywrightTest[] }[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ suites: PlaywrightSuite[] }} PlaywrightReport
 */

/**
 * @param {PlaywrightReport} report what Playwright's `json` reporter writes
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const counts = none();
  /** @param {PlaywrightSuite} suite */
  const visit = (suite) => {
    for (const { tests } of suite.specs ?? []) {
      for (const { status, annotations } of tests) {
        if (status === 'expected') counts.passed += 1;
        else if (status === 'skipped') {
          const annotation = annotations.find(({ type, description }) => description && /skip|fixme/.test(type));
          skip(counts, annotation?.description ?? 'no reason given');
        }
        // A test that passes at the second try is a failure, too.
        else counts.failed += 1;
      }
    }
    suite.suites?.forEach(visit);
  };
  report.suites.forEach(visit);
  return counts;
}

/**
 * @param {string} name
 * @param {boolean} ok whether the runner ended with status 0
 * @param {Counts | undefined} counts undefined when the runner left no report
 * @returns {StepResult}
 */
export function testStep(name, ok, counts) {
  if (!counts) return { name, state: 'failed', counts: undefined, note: 'the runner left no report' };
  if (counts.failed > 0) return { name, state: 'failed', counts };
  if (!ok) return { name, state: 'failed', counts, note: 'the runner failed outside any test' };
  if (counts.passed + counts.skipped === 0) return { name, state: 'failed', counts, note: 'no test ran' };
  return { name, state: counts.passed > 0 ? 'passed' : 'skipped', counts };
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @returns {StepResult} of a check that has no tests
 */
export function checkStep(name, ok) {
  return { name, state: ok ? 'passed' : 'failed', counts: undefined };
}

/** What a whole run may take on two cores, seconds. */
const TIME_LIMIT = 360;

/** @param {number} seconds */
export function duration(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * @param {number} seconds of the whole run
 * @returns {string} a line about it, which says so when it was too long
 */
export function timeTaken(seconds) {
  const limit = seconds > TIME_LIMIT ? `, more than the ${duration(TIME_LIMIT)} it may take on two cores` : '';
  return `It took ${duration(seconds)}${limit}`;
}

/**
 * @param {StepResult[]} steps
 * @param {number} [seconds] of the whole run
 * @returns {{ lines: string[], failed: boolean }} the summary; its last line is `N passed, N failed, N skipped`,
 * in tests. A step that failed without a failed test counts as one, so that a failed run never reads `0 failed`.
 */
export function summary(steps, seconds) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const width = Math.max(...steps.map(({ name }) => name.length));
  const lines = steps.map(({ name, state, counts, note, seconds: took }) => {
    const failed = counts?.failed ?? 0;
    total.passed += counts?.passed ?? 0;
    total.failed += state === 'failed' ? Math.max(1, failed) : failed;
    total.skipped += counts?.skipped ?? 0;
    const details = [];
    if (counts?.passed) details.push(`${counts.passed} passed`);
    if (failed) details.push(`${failed} failed`);
    if (counts?.skipped) details.push(`${counts.skipped} skipped: ${counts.reasons.join('; ')}`);
    if (note) details.push(note);
    if (took !== undefined) details.push(duration(took));
    return `${state.padEnd(8)} ${name.padEnd(width)}  ${details.join(', ')}`.trimEnd();
  });
  if (seconds !== undefined) lines.push('', timeTaken(seconds));
  lines.push('', `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return { lines, failed: steps.some(({ state }) => state === 'failed') };
}
