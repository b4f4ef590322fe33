/** Writes the metainfo where electron-builder.yml looks for it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ensure.mjs';
import { notesFolder } from './bundled.mjs';
import { APP_ID } from './identity.mjs';
import { metainfo, releasesOf } from './metainfo.mjs';

/**
 * @param {import('./identity.mjs').Identity} identity
 * @returns {string} the file
 */
export function writeMetainfo(identity) {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  const file = join(notesFolder, `${APP_ID}.metainfo.xml`);
  mkdirSync(notesFolder, { recursive: true });
  writeFileSync(file, metainfo(identity, releasesOf(changelog, identity.version, today)));
  return file;
}
