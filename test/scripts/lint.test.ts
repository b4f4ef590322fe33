import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noImportCircle } from '../../scripts/lint/no-import-circle.mjs';

describe('an import that closes a circle is found', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'circle-'));
    mkdirSync(join(folder, 'deep'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes the files and gives what the rule says of `a.ts`. */
  function lint(files: Readonly<Record<string, string>>): string[] {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const linter = new Linter({ cwd: folder });
    const found = linter.verify(
      files['a.ts'] ?? '',
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        plugins: { project: { rules: { 'no-import-circle': noImportCircle } } },
        rules: { 'project/no-import-circle': 'error' },
      },
      join(folder, 'a.ts'),
    );
    return found.map(({ line, message }) => `${line}: ${message}`);
  }

  test.each([
    ['values', "import { b } from './b.ts';"],
    ['types', "import type { b } from './b.ts';"],
    ['a type beside a value', "import { type b } from './b.ts';"],
    ['what is handed on', "export { b } from './b.ts';"],
    ['all that is handed on', "export * from './b.ts';"],
    ['what is loaded late', "export const late = () => import('./b.ts');"],
    ['a type in its place', "export type B = import('./b.ts').B;"],
  ])('%s', (_, line) => {
    const files = { 'a.ts': `\n${line}\n`, 'b.ts': "import type { A } from './a.ts';\n" };
    expect(lint(files)).toEqual(['2: This import closes a circle: b.ts → a.ts']);
  });

  test('around several files and folders', () => {
    expect(
      lint({
        'a.ts': "import './deep/b.ts';\nimport './d.ts';\n",
        'deep/b.ts': "export * from '../c.ts';\n",
        'c.ts': "export type { A } from './a.ts';\n",
        'd.ts': "import './c.ts';\n",
      }),
    ).toEqual([
      '1: This import closes a circle: deep/b.ts → c.ts → a.ts',
      '2: This import closes a circle: d.ts → c.ts → a.ts',
    ]);
  });

  test('not where there is none, nor in a circle of others, nor in a comment', () => {
    expect(
      lint({
        'a.ts': "import './b.ts';\n// import './d.ts';\nimport valibot from 'valibot';\nimport './missing.ts';\n",
        'b.ts': "import './c.ts';\n",
        'c.ts': "import './b.ts';\n// import './a.ts';\n",
        'd.ts': "import './a.ts';\n",
      }),
    ).toEqual([]);
  });

  test('as the files are now, where they have changed since they were read', () => {
    expect(lint({ 'a.ts': "import './b.ts';\n", 'b.ts': '\n' })).toEqual([]);
    expect(lint({ 'a.ts': "import './b.ts';\n", 'b.ts': "import './a.ts';\n" })).toHaveLength(1);
  });
});

test.each(['shared/state.ts', 'electron/main.ts', 'renderer/app.tsx', 'scripts/build.mjs', 'test/support/app.ts'])(
  '%s is held to both rules',
  async (file) => {
    const config = (await new ESLint().calculateConfigForFile(file)) as { rules: Record<string, unknown[]> };
    expect(config.rules['project/no-import-circle']).toEqual([2]);
    expect(config.rules['max-lines']).toEqual([2, 400]);
  },
);

test.each(
  ['renderer', 'electron'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => join(folder, name)),
  ),
)('%s is no longer than a file may be', (file) => {
  expect(readFileSync(file, 'utf8').split('\n').length - 1).toBeLessThanOrEqual(400);
});
