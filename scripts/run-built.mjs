/**
 * Runs a Node program of the build in this very process, so that signals and the exit status are its own.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithNpm } from './end-with-npm.mjs';
import { ensureBuild, ensureDependencies, root } from './ensure.mjs';

/**
 * @param {string} file relative to dist/
 * @param {string[]} args what the program finds in `process.argv` after its own name
 */
export async function runBuilt(file, args) {
  await ensureDependencies();
  await ensureBuild();
  const path = join(root, 'dist', file);
  endWithNpm();
  process.argv = [process.execPath, path, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(path).href);
}
