/**
 * An ESLint rule: no file imports itself in a circle, types and late imports included. (`import-x/no-cycle` passes over
 * `import type`, which is most of what ties two modules together.)
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** @type {Map<string, { changed: number, imports: string[] }>} what each file imports, as of when it was last changed */
const read = new Map();

/** @param {string} path @returns {number | null} when the file was changed; null = there is no such file */
function changedAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.mtimeMs : null;
}

/**
 * The files of the project that a file imports. Only what is written as it is on the disk is followed, extension and all:
 * nothing else resolves in this project.
 * @param {string} path @param {string} [text] what stands in it, where that is not what is on the disk
 * @returns {string[]}
 */
function importsOf(path, text) {
  const changed = changedAt(path);
  const known = read.get(path);
  if (text === undefined && known && known.changed === changed) return known.imports;
  const { importedFiles } = ts.preProcessFile(text ?? readFileSync(path, 'utf8'), true, true);
  const imports = importedFiles
    .filter(({ fileName }) => fileName.startsWith('.') && /\.[cm]?[jt]sx?$/.test(fileName))
    .map(({ fileName }) => resolve(dirname(path), fileName))
    .filter((file) => changedAt(file) !== null);
  if (text === undefined) read.set(path, { changed: changed ?? 0, imports });
  return imports;
}

/**
 * The way from one file to another along their imports, both included; null = there is none.
 * @param {string} from @param {string} to @returns {string[] | null}
 */
function way(from, to) {
  const before = new Map([[from, '']]);
  const open = [from];
  for (let file = open.shift(); file !== undefined; file = open.shift()) {
    if (file === to) {
      const steps = [];
      for (let step = file; step; step = before.get(step) ?? '') steps.unshift(step);
      return steps;
    }
    for (const next of importsOf(file)) {
      if (before.has(next)) continue;
      before.set(next, file);
      open.push(next);
    }
  }
  return null;
}

/** @type {import('eslint').Rule.RuleModule} */
export const noImportCircle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { circle: 'This import closes a circle: {{way}}' },
  },
  create(context) {
    const file = context.filename;
    const imports = new Set(importsOf(file, context.sourceCode.text));

    /** @param {unknown} source the node of what is imported */
    function check(source) {
      if (!source || typeof source !== 'object' || !('value' in source) || typeof source.value !== 'string') return;
      const imported = resolve(dirname(file), source.value);
      const circle = imports.has(imported) ? way(imported, file) : null;
      if (!circle) return;
      const short = circle.map((step) => step.slice(context.cwd.length + 1).replaceAll('\\', '/'));
      context.report({
        node: /** @type {import('estree').Node} */ (source),
        messageId: 'circle',
        data: { way: short.join(' → ') },
      });
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      /** @param {{ source?: unknown, argument?: { literal?: unknown } }} node */
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
