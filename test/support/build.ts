import { join } from 'node:path';
import { root, tryEnsureBuild } from '../../scripts/ensure.mjs';

/**
 * For tests of what is shipped: the path of a file of the build, built first when the sources are newer.
 * Call it from `beforeAll`: a build takes a few seconds, and only the first caller waits for it.
 *
 * @param file relative to dist/, such as `main.js`
 * @throws when the build fails, with its output
 */
export async function builtFile(file: string): Promise<string> {
  const failure = await tryEnsureBuild();
  if (failure) throw new Error(failure);
  return join(root, 'dist', file);
}
