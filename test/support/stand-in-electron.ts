import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/ensure.mjs';
import { asarOf } from './asar.ts';

/** By this the fuses are found in Electron's executable; then come the version, their number, and one byte each. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The opposite of what is wanted, so that each one has to be flipped. */
const FUSES_BEFORE = '101100110';

const wire = Buffer.concat([
  Buffer.alloc(64),
  Buffer.from(FUSES),
  Buffer.from([1, 9]),
  Buffer.from(FUSES_BEFORE),
  Buffer.alloc(64),
]);

/**
 * Makes what looks like Electron from outside, for Linux, Windows and macOS: packing copies, renames, and flips fuses in the
 * executable; it does not run it.
 * @param folder gets a folder for each system
 */
export async function standInElectrons(folder: string): Promise<void> {
  await Promise.all([linux(join(folder, 'linux')), windows(join(folder, 'win32')), mac(join(folder, 'darwin'))]);
}

async function linux(folder: string): Promise<void> {
  await common(folder);
  await writeFile(join(folder, 'electron'), wire);
  await chmod(join(folder, 'electron'), 0o755);
}

async function windows(folder: string): Promise<void> {
  await common(folder);
  // Its resources are read and written, so it has to be a program; this one comes with the packages and is small.
  const program = join(root, 'node_modules/electron-winstaller/vendor/candle.exe');
  await writeFile(join(folder, 'electron.exe'), Buffer.concat([await readFile(program), wire]));
}

async function common(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  for (const language of ['en-US', 'ru', 'de']) await writeFile(join(folder, 'locales', `${language}.pak`), '');
  await writeFile(join(folder, 'resources', 'default_app.asar'), asarOf({ 'main.js': '0' }));
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) await writeFile(join(folder, name), name);
}

async function mac(folder: string): Promise<void> {
  const contents = join(folder, 'Electron.app', 'Contents');
  const framework = join(contents, 'Frameworks', 'Electron Framework.framework');
  const helper = join(contents, 'Frameworks', 'Electron Helper.app', 'Contents');
  const folders = [
    join(contents, 'MacOS'),
    join(contents, 'Resources'),
    join(framework, 'Versions', 'A', 'Resources'),
    join(helper, 'MacOS'),
  ];
  for (const each of folders) await mkdir(each, { recursive: true });
  await writeFile(join(contents, 'MacOS', 'Electron'), '');
  await writeFile(join(contents, 'Info.plist'), plist('Electron'));
  await writeFile(join(helper, 'MacOS', 'Electron Helper'), '');
  await writeFile(join(helper, 'Info.plist'), plist('Electron Helper'));
  await writeFile(join(framework, 'Electron Framework'), wire);
  for (const language of ['en', 'ru', 'de']) {
    for (const resources of [join(contents, 'Resources'), join(framework, 'Versions', 'A', 'Resources')]) {
      await mkdir(join(resources, `${language}.lproj`));
      await writeFile(join(resources, `${language}.lproj`, 'locale.pak'), '');
    }
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) await writeFile(join(folder, name), name);
  await copyFile(join(root, 'electron/assets/icon.icns'), join(contents, 'Resources', 'electron.icns'));
}

const plist = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>
`;
