import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/ensure.mjs';
import { asarOf, listAsar, readAsar } from '../support/asar.ts';
import { builtFile } from '../support/build.ts';

/** By this the fuses are found in Electron's executable; then come the version, their number, and one byte each. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The opposite of what is wanted, so that each one has to be flipped. */
const FUSES_BEFORE = '101100110';

const onLinux = process.platform === 'linux';

/**
 * The package, made by electron-builder itself around an Electron of which only the outside is there: packing copies,
 * renames, and flips fuses in the executable; it does not run it.
 */
describe.skipIf(!onLinux)(`The package${onLinux ? '' : ' (skipped: packed for Linux, on Linux)'}`, () => {
  let folder: string;
  let unpacked: string;
  let files: string[];

  beforeAll(async () => {
    await builtFile('main.js');
    folder = await mkdtemp(join(tmpdir(), 'pachca-package-'));
    const electron = join(folder, 'electron');
    await mkdir(join(electron, 'locales'), { recursive: true });
    await mkdir(join(electron, 'resources'));
    for (const language of ['en-US', 'ru', 'de']) await writeFile(join(electron, 'locales', `${language}.pak`), '');
    await writeFile(join(electron, 'resources', 'default_app.asar'), asarOf({ 'main.js': '0' }));
    for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) await writeFile(join(electron, name), '');
    const wire = [Buffer.alloc(4096), Buffer.from(FUSES), Buffer.from([1, 9]), Buffer.from(FUSES_BEFORE)];
    await writeFile(join(electron, 'electron'), Buffer.concat([...wire, Buffer.alloc(4096)]));
    await chmod(join(electron, 'electron'), 0o755);

    const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
    const args = ['--linux', 'dir', '--x64', `-c.electronDist=${electron}`, `-c.directories.output=${folder}`];
    await promisify(execFile)(process.execPath, [builder, ...args], { cwd: root });
    unpacked = join(folder, 'linux-unpacked');
    files = listAsar(await readFile(join(unpacked, 'resources', 'app.asar')));
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has every fuse where it belongs', async () => {
    const wire: Readonly<Record<string, unknown>> = await getCurrentFuseWire(join(unpacked, 'pachca-status'));
    const { version, ...fuses } = wire;
    expect(version).toBe('1');
    const named: Record<string, boolean> = {};
    for (const [index, state] of Object.entries(fuses)) {
      named[FuseV1Options[Number(index)] ?? index] = state === FuseState.ENABLE;
    }
    expect(named).toEqual({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      GrantFileProtocolExtraPrivileges: false,
      LoadBrowserProcessSpecificV8Snapshot: false,
      OnlyLoadAppFromAsar: true,
      EnableEmbeddedAsarIntegrityValidation: true,
      EnableCookieEncryption: true,
      WasmTrapHandlers: true,
    });
  });

  it('holds the three parts of the app, and nothing of the preview, the demo server, sources or tests', () => {
    const built = files.filter((file) => file.startsWith('dist/') && !file.startsWith('dist/renderer/'));
    expect(built.sort()).toEqual(['dist/main.js', 'dist/preload.cjs']);
    expect(files).toContain('dist/renderer/index.html');
    const top = new Set(files.map((file) => file.split('/')[0]));
    expect([...top].sort()).toEqual(['dist', 'electron', 'node_modules', 'package.json']);
    expect(files.filter((file) => /\.(tsx?|mjs|map|svg)$|preview|demo-server/.test(file))).toEqual([]);
  });

  it('holds the pictures the tray asks for, and of `electron/` nothing else', () => {
    const pictures = files.filter((file) => file.startsWith('electron/'));
    expect(pictures).toContain('electron/assets/tray/tray-awayTemplate@2x.png');
    expect(pictures.filter((file) => !/^electron\/assets\/tray\/tray-[\w@-]+\.(png|ico)$/.test(file))).toEqual([]);
  });

  it('holds of all packages keytar alone, with the native module of its target outside of the archive', async () => {
    expect(files.filter((file) => file.startsWith('node_modules/')).sort()).toEqual([
      'node_modules/keytar/LICENSE.md',
      'node_modules/keytar/lib/keytar.js',
      'node_modules/keytar/package.json',
      'node_modules/keytar/prebuilds/linux-x64/keytar.node',
    ]);
    const outside = await readdir(join(unpacked, 'resources', 'app.asar.unpacked'), { recursive: true });
    expect(outside.filter((file) => file.endsWith('.node')).map((file) => file.split(sep).join('/'))).toEqual([
      'node_modules/keytar/prebuilds/linux-x64/keytar.node',
    ]);
  });

  it('starts at the bundle, under the name of its desktop entry', async () => {
    const archive = await readFile(join(unpacked, 'resources', 'app.asar'));
    const manifest = JSON.parse(readAsar(archive, 'package.json').toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ main: 'dist/main.js', desktopName: 'app.pachca-status.desktop' });
    expect(manifest['devDependencies']).toBeUndefined();
  });

  it('speaks the app’s two languages', async () => {
    expect((await readdir(join(unpacked, 'locales'))).sort()).toEqual(['en-US.pak', 'ru.pak']);
  });

  it('names no path of the computer it was made on', async () => {
    const archive = await readFile(join(unpacked, 'resources', 'app.asar'));
    expect(archive.includes(root)).toBe(false);
  });
});
