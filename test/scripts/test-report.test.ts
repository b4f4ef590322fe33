import { describe, expect, test } from 'vitest';
import { checkStep, playwrightCounts, summary, testStep, vitestCounts } from '../../scripts/test-report.mjs';

const counts = (passed: number, failed = 0, skipped = 0, reasons: string[] = []) => ({
  passed,
  failed,
  skipped,
  reasons,
});

describe("Vitest's report", () => {
  const report = {
    testResults: [
      {
        name: '/r/test/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', title: 'one', ancestorTitles: [] },
          { status: 'failed', title: 'two', ancestorTitles: ['A'] },
          { status: 'todo', title: 'three', ancestorTitles: [] },
        ],
      },
      { name: '/r/test/broken.test.ts', status: 'failed', assertionResults: [] },
      {
        name: '/r/test/keyring.test.ts',
        status: 'passed',
        assertionResults: [
          {
            status: 'pending',
            title: 'keeps a secret',
            ancestorTitles: ['keytar (skipped: no dbus-daemon (Debian: dbus))'],
          },
          {
            status: 'pending',
            title: 'deletes it (for good)',
            ancestorTitles: ['keytar (skipped: no dbus-daemon (Debian: dbus))'],
          },
        ],
      },
    ],
  };

  test('counts tests, and a file that could not be loaded as one failure', () => {
    expect(vitestCounts(report, (file) => !file.includes('keyring'))).toEqual(counts(1, 2, 1, ['no reason given']));
  });

  test('gives the reason for skipping once, out of the title', () => {
    expect(vitestCounts(report, (file) => file.includes('keyring'))).toEqual(
      counts(0, 0, 2, ['no dbus-daemon (Debian: dbus)']),
    );
  });
});

test("Playwright's report is counted through all nested suites, and a flaky test as a failure", () => {
  const as = (status: string, ...annotations: { type: string; description?: string }[]) => ({
    tests: [{ status, annotations }],
  });
  const report = {
    suites: [
      { specs: [as('expected')], suites: [{ specs: [as('unexpected'), as('flaky')], suites: [] }] },
      { suites: [{ specs: [as('skipped', { type: 'skip', description: 'there is no display' }), as('skipped')] }] },
    ],
  };
  expect(playwrightCounts(report)).toEqual(counts(1, 2, 2, ['there is no display', 'no reason given']));
});

describe('a step', () => {
  test.each([
    ['passed', 'with tests that passed', testStep('s', true, counts(2))],
    ['passed', 'with some skipped', testStep('s', true, counts(2, 0, 1, ['why']))],
    ['skipped', 'with none but skipped tests', testStep('s', true, counts(0, 0, 3, ['why']))],
    ['failed', 'with a failed test', testStep('s', false, counts(2, 1))],
    ['failed', 'in which no test ran', testStep('s', true, counts(0))],
    ['failed', 'whose runner failed outside any test', testStep('s', false, counts(2))],
    ['failed', 'whose runner left no report', testStep('s', true, undefined)],
    ['failed', 'that is a failed check', checkStep('s', false)],
    ['passed', 'that is a passed check', checkStep('s', true)],
  ])('is %s %s', (state, _, step) => {
    expect(step.state).toBe(state);
  });
});

describe('the summary', () => {
  test('says what each step came to, and ends with the totals', () => {
    const { lines, failed } = summary([
      checkStep('linter', true),
      testStep('unit', true, counts(40)),
      testStep('Electron', true, counts(0, 0, 2, ['there is no display'])),
    ]);
    expect(lines).toEqual([
      'passed   linter',
      'passed   unit      40 passed',
      'skipped  Electron  2 skipped: there is no display',
      '',
      '40 passed, 0 failed, 2 skipped',
    ]);
    expect(failed).toBe(false);
  });

  test('says how long each step and the whole took, and when that was too long', () => {
    const steps = [
      { ...checkStep('linter', true), seconds: 41.4 },
      { ...testStep('unit', true, counts(40)), seconds: 74 },
    ];
    expect(summary(steps, 359.6).lines).toEqual([
      'passed   linter  41 s',
      'passed   unit    40 passed, 1 min 14 s',
      '',
      'It took 6 min 0 s',
      '',
      '40 passed, 0 failed, 0 skipped',
    ]);
    expect(summary(steps, 361).lines).toContain('It took 6 min 1 s, more than the 6 min 0 s it may take on two cores');
  });

  test('never reads "0 failed" when something failed', () => {
    const { lines, failed } = summary([checkStep('linter', false), testStep('unit', true, counts(40))]);
    expect(lines.at(-1)).toBe('40 passed, 1 failed, 0 skipped');
    expect(failed).toBe(true);
  });
});
