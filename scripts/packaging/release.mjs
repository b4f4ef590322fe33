/**
 * Puts the last things into a folder of built files: `node scripts/packaging/release.mjs release`. Fails when a file that
 * belongs to a release is missing; writes SHA256SUMS, notes.md, and the entries for Homebrew, winget and Flathub as one
 * archive, pachca-status-stores.tar.gz.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { root } from '../ensure.mjs';
import { identity } from './identity.mjs';
import { releasesOf } from './metainfo.mjs';
import { flathubManifest, homebrewCask, releaseFiles, wingetManifests } from './stores.mjs';

const folder = resolve(process.argv[2] ?? 'release');
const who = identity();
if (!who.repository) {
  console.error('GITHUB_REPOSITORY says where the release is published (`owner/name`), and is not set.');
  process.exit(1);
}

const names = Object.values(releaseFiles(who.version)).flat();
const missing = names.filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0) {
  console.error(`The release is not whole. Missing in ${folder}:\n${missing.map((name) => `  ${name}`).join('\n')}`);
  process.exit(1);
}

// Electron-updater takes only the difference to the version before where it finds these.
const files = [...names, ...names.map((name) => `${name}.blockmap`)]
  .filter((name) => existsSync(join(folder, name)))
  .map((name) => ({
    name,
    sha256: createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  }));
writeFileSync(join(folder, 'SHA256SUMS'), files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));

const date = new Date().toISOString().slice(0, 10);
const [latest] = releasesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), who.version, date);
const notes = (latest?.notes ?? []).map((note) => `- ${note}\n`).join('');
writeFileSync(join(folder, 'notes.md'), `${notes}${signingNotes()}`);

const release = { identity: who, repository: who.repository, date, notes, files };
const stores = mkdtempSync(join(tmpdir(), 'pachca-stores-'));
const flathub = flathubManifest(release);
put(`flathub/${flathub.id}.yml`, flathub.manifest);
for (const [name, text] of Object.entries(wingetManifests(release))) put(`winget/${name}`, text);
if (isNotarized()) put('homebrew/pachca-status.rb', homebrewCask(release));
else console.log('No Homebrew cask: the macOS build is not signed and notarised, and Homebrew takes no other.');
const flags = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '-czf'];
execFileSync('tar', [...flags, join(folder, 'pachca-status-stores.tar.gz'), '-C', stores, '.']);
rmSync(stores, { recursive: true });
console.log(`${files.length} files, all that belong to ${who.version}.`);

/**
 * @param {string} path
 * @param {string} text
 */
function put(path, text) {
  mkdirSync(dirname(join(stores, path)), { recursive: true });
  writeFileSync(join(stores, path), text);
}

/**
 * @param {string} platform
 * @returns {{ isSigned: boolean, isNotarized: boolean }} as the build on that system left it
 */
function signingOf(platform) {
  return JSON.parse(readFileSync(join(folder, `signing-${platform}.json`), 'utf8'));
}

function isNotarized() {
  return signingOf('darwin').isNotarized;
}

/** @returns {string} what a person who downloads it meets */
function signingNotes() {
  const words = [
    ...(isNotarized()
      ? []
      : [
          '**macOS:** this build is not notarised by Apple; macOS asks before it opens it the first time, and it gets no notifications.',
        ]),
    ...(signingOf('win32').isSigned ? [] : ['**Windows:** this build is not signed; SmartScreen warns of it.']),
  ];
  return words.length > 0 ? `\n${words.join('\n\n')}\n` : '';
}
