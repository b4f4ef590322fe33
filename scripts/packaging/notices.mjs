/** The licences of everything that is shipped: a text file for the package's folder, a module for the app's own screen. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ensure.mjs';
import { bundledPackages } from './bundled.mjs';

/** @typedef {import('./bundled.mjs').BundledPackage} BundledPackage */

/** Writes both into dist/, from what the bundles said is in them. */
export function writeNotices() {
  const packages = bundledPackages();
  writeFileSync(join(root, 'dist', 'THIRD_PARTY_NOTICES.txt'), noticesText(packages));
  // A module, since the page's Content Security Policy lets it load scripts of its own origin and nothing else.
  writeFileSync(join(root, 'dist', 'renderer', 'licences.js'), noticesModule(packages));
}

/**
 * @param {readonly BundledPackage[]} packages
 * @returns {string} one text for all
 */
export function noticesText(packages) {
  const line = '-'.repeat(80);
  const parts = packages.map(
    ({ name, version, licence, homepage, text }) =>
      `${line}\n${name} ${version} (${licence})\n${homepage ? `${homepage}\n` : ''}\n${text}\n`,
  );
  return [
    'Pachca Status contains the following software of others, each under the licence printed with it.',
    'What Chromium, inside of Electron, is made of is listed in LICENSES.chromium.html.',
    '',
    ...parts,
  ].join('\n');
}

/**
 * @param {readonly BundledPackage[]} packages
 * @returns {string} a module whose default export is the list that `renderer/licences.ts` reads
 */
export function noticesModule(packages) {
  const list = packages.map(({ name, version, licence, text }) => ({ name, version, licence, text }));
  return `export default ${JSON.stringify(list)};\n`;
}
