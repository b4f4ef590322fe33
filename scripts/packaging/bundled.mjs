/**
 * Which packages are inside the bundles: each bundle notes its own while it is made (the plugin below, used by
 * vite.config.ts), so that nobody has to keep a list. Notices and the bill of materials are made from these notes.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../ensure.mjs';

/** Where the notes lie, one file a bundle; not part of the app. */
export const notesFolder = join(root, 'dist', 'packaging');

/** The bundles that are shipped. The preview and the demo server are not. */
const shippedBundles = ['main', 'updater', 'session-bus', 'preload', 'renderer'];

/** What is shipped as it is beside the bundles, by its folder under node_modules. */
const shippedWhole = ['keytar', 'electron'];

/**
 * A package that is shipped, bundled or whole.
 * @typedef {object} BundledPackage
 * @property {string} name as its own package.json says: an alias in ours is another name for it
 * @property {string} version
 * @property {string} licence the SPDX expression it gives
 * @property {string} text its licence, and its notice if it has one
 * @property {string | undefined} homepage
 */

/**
 * Notes which packages a bundle holds code of.
 * @param {string} bundle the name of the note
 * @returns {import('vite').Plugin}
 */
export function noteBundledPackages(bundle) {
  return {
    name: 'note-bundled-packages',
    generateBundle(_options, outputs) {
      /** @type {Set<string>} */
      const folders = new Set();
      for (const chunk of Object.values(outputs)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const folder = packageFolder(id);
          if (folder) folders.add(folder);
        }
      }
      mkdirSync(notesFolder, { recursive: true });
      writeFileSync(join(notesFolder, `${bundle}.json`), `${JSON.stringify([...folders].sort(), undefined, 2)}\n`);
    },
  };
}

/**
 * The folder of the package a module belongs to, relative to the project; undefined for our own.
 * @param {string} id a path, with a bundler's marks around it
 * @returns {string | undefined}
 */
export function packageFolder(id) {
  const path = id.replaceAll('\0', '').replaceAll('\\', '/');
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)/.exec(path);
  if (!match?.[1]) return undefined;
  return relative(root, match[1]).split(sep).join('/');
}

/**
 * All packages that are shipped, each once, by name.
 * @returns {BundledPackage[]}
 * @throws when a bundle left no note, or a package comes without the text of its licence
 */
export function bundledPackages() {
  const folders = new Set(shippedWhole.map((name) => `node_modules/${name}`));
  for (const bundle of shippedBundles) {
    /** @type {string[]} */
    const note = JSON.parse(readFileSync(join(notesFolder, `${bundle}.json`), 'utf8'));
    for (const folder of note) folders.add(folder);
  }
  const packages = [...folders].map((folder) => readPackage(join(root, folder)));
  const byName = new Map(packages.map((each) => [`${each.name}@${each.version}`, each]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * @param {string} folder
 * @returns {BundledPackage}
 */
function readPackage(folder) {
  /** @type {{ name: string, version: string, license?: string, homepage?: string, author?: string | { name: string } }} */
  const { name, version, license, homepage, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 && license === 'MIT' && author) {
    texts.push(mitLicence(typeof author === 'string' ? author : author.name));
  }
  if (!license || texts.length === 0) {
    throw new Error(`${name}@${version} is shipped, but its licence is not in its package: find out what it asks for`);
  }
  return { name, version, licence: license, text: texts.join('\n\n'), homepage };
}

/**
 * A package that names the MIT licence and its author, and forgot the file: the licence asks for both in one text.
 * @param {string} author
 */
function mitLicence(author) {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').replaceAll('\r\n', '\n').trim();
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
}

/**
 * @param {string} folder of a package
 * @returns {string[]} its licence, and the notice some licences ask to pass on
 */
function licenceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}
