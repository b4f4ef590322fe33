// Packs the built app for all systems around what looks like Electron from outside, in a process of its own (electron-builder
// writes to the console and keeps state): `node pack-stand-in.mjs ELECTRONS OUTPUT`. ELECTRONS has a folder a target,
// as stand-in-electron.ts makes them. Prints as JSON what the installers of Linux would have been made of.
import { readFileSync } from 'node:fs';
import { Arch, build, Platform } from 'electron-builder';

const [electrons = '', output = ''] = process.argv.slice(2);

/** What electron-builder is about to hand to fpm, or puts into an AppImage. @type {unknown[]} */
const installers = [];

/** @type {[string, Platform, string[], Arch[]][]} */
const targets = [
  ['linux', Platform.LINUX, ['AppImage', 'deb', 'rpm'], [Arch.x64, Arch.arm64]],
  ['win32', Platform.WINDOWS, ['dir'], [Arch.x64, Arch.arm64]],
  ['darwin', Platform.MAC, ['dir'], [Arch.arm64]],
  // Once more, to be compared.
  ['again', Platform.LINUX, ['dir'], [Arch.x64]],
];
for (const [folder, platform, names, archs] of targets) {
  await build({
    targets: platform.createTarget(names, ...archs),
    publish: 'never',
    config: {
      electronDist: `${electrons}/${platform.nodeName}`,
      directories: { output: `${output}/${folder}` },
      // Both need programs of the system in question.
      mac: { identity: null },
      win: { signAndEditExecutable: false },
      ...(platform === Platform.MAC && { electronFuses: { resetAdHocDarwinSignature: false } }),
    },
    effectiveOptionComputed: (options) => {
      // The AppImage's entry comes as text; fpm gets the name of a file that is gone soon.
      if (Array.isArray(options)) installers.push({ args: options[0], desktop: readFileSync(options[1], 'utf8') });
      else installers.push({ desktop: options.desktop });
      // Enough: the installer itself is not wanted.
      return Promise.resolve(true);
    },
  });
}
process.stdout.write(`\n${JSON.stringify(installers)}\n`);
