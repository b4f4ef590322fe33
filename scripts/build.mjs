/**
 * Builds everything into dist/: `node scripts/build.mjs`. With `--watch` it stays and rebuilds what changed.
 * The settings are in vite.config.ts, one mode a bundle.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stripVTControlCharacters } from 'node:util';
import { ensureDependencies, hashSources, root, stampFile } from './ensure.mjs';
import { writeNotices } from './packaging/notices.mjs';

const modes = ['main', 'updater', 'session-bus', 'preload', 'preview', 'preview-client', 'demo-server', 'renderer'];

await ensureDependencies();
const { build } = await import('vite');

const watch = process.argv.includes('--watch');
const started = performance.now();
// Taken before the build: a file saved while it runs makes the next command build again.
const sources = hashSources();

// Vite reads it to choose React's production build, and leaves it alone when it is set already (Vitest sets it).
process.env['NODE_ENV'] = 'production';
mkdirSync(dirname(stampFile), { recursive: true });
rmSync(stampFile, { force: true });

const results = await Promise.allSettled(
  modes.map((mode) =>
    build({
      configFile: join(root, 'vite.config.ts'),
      mode,
      logLevel: watch ? 'info' : 'warn',
      build: watch ? { watch: {} } : {},
    }),
  ),
);

let failed = false;
for (const [index, result] of results.entries()) {
  if (result.status === 'fulfilled') continue;
  failed = true;
  console.error(`\n${modes[index]}: ${readable(result.reason)}`);
}
if (failed) process.exit(1);

if (!watch) {
  writeNotices();
  /** @type {import('./ensure.mjs').BuildStamp} */
  const stamp = { sources, outputs: listFiles(dirname(stampFile)) };
  writeFileSync(stampFile, JSON.stringify(stamp));
  console.error(`Built ${modes.length} bundles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Rolldown's messages are in colour whoever reads them, and carry the stack of Vite's insides.
 * @param {unknown} reason
 */
function readable(reason) {
  const message = reason instanceof Error ? reason.message : String(reason);
  const lines = message.split('\n').filter((line) => !/^\s+at .+:\d+:\d+\)?$/.test(line));
  return process.stderr.isTTY ? lines.join('\n') : stripVTControlCharacters(lines.join('\n'));
}

/**
 * @param {string} folder
 * @returns {string[]} the files below it, relative to it
 */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
