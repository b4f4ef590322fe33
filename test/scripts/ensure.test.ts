import { mkdtempSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildProblem, dependencyProblem, hashSources, nodeProblem } from '../../scripts/ensure.mjs';

describe('which Node will do', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('%s will', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  test.each(['20.18.3', '18.20.0', '8.0.0'])('%s will not, and the message says what to get', (version) => {
    expect(nodeProblem(version)).toBe(
      `Pachca Status needs Node 20.19 or newer; this is Node ${version}. Get a newer one from https://nodejs.org.`,
    );
  });
});

describe('when dependencies are installed', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': a,
      'node_modules/a/node_modules/@scope/b': { version: '2.0.0', integrity: 'sha512-b' },
      'node_modules/other-platform': { version: '3.0.0', integrity: 'sha512-o', optional: true },
    },
  };
  const installed = {
    packages: {
      'node_modules/a': a,
      'node_modules/a/node_modules/@scope/b': { version: '2.0.0', integrity: 'sha512-b' },
    },
  };

  test('not when they are those of the lockfile, less what is for another platform', () => {
    expect(dependencyProblem(lock, installed)).toBeUndefined();
  });

  test('when there are none', () => {
    expect(dependencyProblem(lock, undefined)).toBe('they are not installed');
  });

  test('when one is missing', () => {
    expect(dependencyProblem(lock, { packages: { 'node_modules/a': a } })).toBe('@scope/b is missing');
  });

  test.each([
    ['version', { version: '1.0.1', integrity: 'sha512-a' }],
    ['content', { version: '1.0.0', integrity: 'sha512-other' }],
  ])('when one has another %s', (_, other) => {
    expect(dependencyProblem(lock, { packages: { ...installed.packages, 'node_modules/a': other } })).toBe(
      "a is of another version than the lockfile's",
    );
  });

  test('when one was dropped from the lockfile', () => {
    expect(dependencyProblem(lock, { packages: { ...installed.packages, 'node_modules/old': a } })).toBe(
      'old is no longer in the lockfile',
    );
  });
});

describe('when the app is built', () => {
  const stamp = { sources: 'abc', outputs: ['main.js', 'renderer/index.html'] };

  test('not when the build is of the same sources and whole', () => {
    expect(buildProblem(stamp, 'abc', () => true)).toBeUndefined();
  });

  test('when there is no build', () => {
    expect(buildProblem(undefined, 'abc', () => true)).toBe('there is no build yet');
  });

  test('when the sources are others', () => {
    expect(buildProblem(stamp, 'abd', () => true)).toBe('sources have changed since the last build');
  });

  test('when a file of the build is gone', () => {
    expect(buildProblem(stamp, 'abc', (file) => file !== 'main.js')).toBe('main.js is missing');
  });
});

describe('the hash of the sources', () => {
  let top: string;
  const write = (file: string, text: string) => {
    mkdirSync(join(top, file, '..'), { recursive: true });
    writeFileSync(join(top, file), text);
  };

  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'pachca-hash-'));
    write('electron/main.ts', 'a');
    write('shared/deep/er.ts', 'b');
    write('package-lock.json', '{}');
  });
  afterEach(() => rmSync(top, { recursive: true }));

  test('does not change with file times, as a checkout changes them', () => {
    const before = hashSources(top);
    utimesSync(join(top, 'electron/main.ts'), new Date(0), new Date(0));
    expect(hashSources(top)).toBe(before);
  });

  test('does not change with what is not built', () => {
    const before = hashSources(top);
    write('test/x.test.ts', 'x');
    write('README.md', 'x');
    expect(hashSources(top)).toBe(before);
  });

  test.each([
    ['a changed file', () => write('shared/deep/er.ts', 'c')],
    ['a new file', () => write('renderer/new.tsx', '')],
    ['a removed file', () => rmSync(join(top, 'electron/main.ts'))],
    ['a renamed file', () => renameSync(join(top, 'electron/main.ts'), join(top, 'electron/main2.ts'))],
    ['another lockfile', () => write('package-lock.json', '{ }')],
  ])('changes with %s', (_, change) => {
    const before = hashSources(top);
    change();
    expect(hashSources(top)).not.toBe(before);
  });
});
