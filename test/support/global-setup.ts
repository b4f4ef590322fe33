import { builtFile } from './build.ts';

/** Playwright's: what the browser sees is the build of the sources as they are. */
export default async function setUp(): Promise<void> {
  await builtFile('preview.js');
}
