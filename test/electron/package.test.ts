import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/ensure.mjs';
import { bundledPackages } from '../../scripts/packaging/bundled.mjs';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import { listAsar, readAsar } from '../support/asar.ts';
import { builtFile } from '../support/build.ts';
import { desktopEntry, packStandIns, toolMissing, type Packed } from '../support/packed.ts';

const run = promisify(execFile);
const onLinux = process.platform === 'linux';

/** Each package that is made, where its app lies, and whose keychain module it has to hold. */
const packages = [
  { name: 'linux x64', app: 'linux/linux-unpacked', modules: ['linux-x64'] },
  { name: 'linux arm64', app: 'linux/linux-arm64-unpacked', modules: ['linux-arm64'] },
  { name: 'win32 x64', app: 'win32/win-unpacked', modules: ['win32-x64'] },
  { name: 'win32 arm64', app: 'win32/win-arm64-unpacked', modules: ['win32-arm64'] },
  { name: 'darwin', app: 'darwin/mac-arm64/Pachca Status.app/Contents', modules: ['darwin-arm64', 'darwin-x64'] },
] as const;
type Package = (typeof packages)[number];

/**
 * The packages, made by electron-builder itself around an Electron of which only the outside is there. One build, which
 * all tests look at.
 */
describe.skipIf(!onLinux)(`The package${onLinux ? '' : ' (skipped: packed for all systems on Linux)'}`, () => {
  let packed: Packed;
  let folder: string;

  beforeAll(async () => {
    await builtFile('main.js');
    folder = await mkdtemp(join(tmpdir(), 'pachca-package-'));
    packed = await packStandIns(folder);
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const resources = ({ app, name }: Package) => join(packed.output, app, name === 'darwin' ? 'Resources' : 'resources');
  const archiveOf = (each: Package) => readFile(join(resources(each), 'app.asar'));
  const filesOf = async (each: Package) => listAsar(await archiveOf(each));

  it.each([
    ['linux x64', 'linux/linux-unpacked/pachca-status'],
    ['win32 x64', 'win32/win-unpacked/Pachca Status.exe'],
    ['darwin', 'darwin/mac-arm64/Pachca Status.app'],
  ])('has every fuse where it belongs (%s)', async (_name, program) => {
    const wire: Readonly<Record<string, unknown>> = await getCurrentFuseWire(join(packed.output, program));
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

  describe.each(packages)('for $name', (each) => {
    it('holds the parts of the app, and nothing of the preview, the demo server, sources, maps or tests', async () => {
      const files = await filesOf(each);
      const built = files.filter((file) => file.startsWith('dist/') && !file.startsWith('dist/renderer/'));
      expect(built.sort()).toEqual(['dist/main.js', 'dist/preload.cjs', 'dist/session-bus.js', 'dist/updater.js']);
      expect(files).toContain('dist/renderer/index.html');
      const top = new Set(files.map((file) => file.split('/')[0]));
      expect([...top].sort()).toEqual(['dist', 'electron', 'node_modules', 'package.json']);
      expect(files.filter((file) => /\.(tsx?|mjs|map|svg)$|preview|demo-server|test/.test(file))).toEqual([]);
    });

    it('holds the pictures the tray asks for, and of `electron/` nothing else', async () => {
      const pictures = (await filesOf(each)).filter((file) => file.startsWith('electron/'));
      expect(pictures).toContain('electron/assets/tray/tray-awayTemplate@2x.png');
      expect(pictures.filter((file) => !/^electron\/assets\/tray\/tray-[\w@-]+\.(png|ico)$/.test(file))).toEqual([]);
    });

    it('holds of all packages keytar alone, with the module of its target outside of the archive and nothing else there', async () => {
      const modules = each.modules.map((target) => `node_modules/keytar/prebuilds/${target}/keytar.node`);
      expect((await filesOf(each)).filter((file) => file.startsWith('node_modules/')).sort()).toEqual([
        'node_modules/keytar/LICENSE.md',
        'node_modules/keytar/lib/keytar.js',
        'node_modules/keytar/package.json',
        ...modules,
      ]);
      const unpacked = join(resources(each), 'app.asar.unpacked');
      const outside = await readdir(unpacked, { recursive: true, withFileTypes: true });
      const paths = outside
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(unpacked.length + 1)
            .split(sep)
            .join('/'),
        );
      expect(paths.sort()).toEqual(modules);
      for (const path of modules) {
        expect(await readFile(join(unpacked, path))).toEqual(await readFile(join(root, path)));
      }
    });

    it('carries the licences: ours, Electron’s, Chromium’s, and those of everything bundled', async () => {
      const notices = await readFile(join(resources(each), 'THIRD_PARTY_NOTICES.txt'), 'utf8');
      for (const { name, version, text } of bundledPackages()) {
        expect(notices).toContain(`\n${name} ${version} (`);
        expect(notices).toContain(text);
      }
      expect(await readFile(join(resources(each), 'LICENSE'), 'utf8')).toContain('MIT License');
      // On macOS electron-builder moves them into the app from beside it, where the stand-in cannot have them.
      if (each.name === 'darwin') return;
      expect(await readdir(join(packed.output, each.app))).toEqual(
        expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
      );
    });

    it('is small: Electron’s part apart, a few megabytes', async () => {
      const { size } = await stat(join(resources(each), 'app.asar'));
      expect(size).toBeGreaterThan(500_000);
      expect(size).toBeLessThan(8_000_000);
    });

    it('names no path of the computer it was made on', async () => {
      expect((await archiveOf(each)).includes(root)).toBe(false);
    });
  });

  it('is the same archive byte for byte when it is made again of the same files', async () => {
    const again = await readFile(join(packed.output, 'again/linux-unpacked/resources/app.asar'));
    expect(again.equals(await archiveOf(packages[0]))).toBe(true);
  });

  it('starts at the bundle, under the name of its desktop entry, and tells nothing of how it is built', async () => {
    const manifest = JSON.parse(readAsar(await archiveOf(packages[0]), 'package.json').toString()) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({ main: 'dist/main.js', desktopName: 'app.pachcastatus.PachcaStatus.desktop' });
    expect(manifest['devDependencies']).toBeUndefined();
    expect(manifest['scripts']).toBeUndefined();
  });

  it('speaks the app’s two languages', async () => {
    expect((await readdir(join(packed.output, 'linux/linux-unpacked/locales'))).sort()).toEqual([
      'en-US.pak',
      'ru.pak',
    ]);
  });

  it('is on macOS a menu bar app whose notifications wait for an answer, and which opens its links', async () => {
    const plist = await readFile(join(packed.output, 'darwin/mac-arm64/Pachca Status.app/Contents/Info.plist'), 'utf8');
    const flat = plist.replace(/>\s+</g, '><');
    expect(flat).toContain('<key>LSUIElement</key><true/>');
    expect(flat).toContain('<key>NSUserNotificationAlertStyle</key><string>alert</string>');
    expect(flat).toContain('<key>CFBundleURLSchemes</key><array><string>pachca-status</string></array>');
    expect(flat).toContain('<key>ElectronAsarIntegrity</key><dict><key>Resources/app.asar</key>');
  });

  describe('on Linux', () => {
    it('is made as AppImage, deb and rpm, for both processors', () => {
      expect(packed.appImages).toHaveLength(2);
      expect(packed.fpm.map(({ target, architecture }) => `${target} ${architecture}`).sort()).toEqual([
        'deb amd64',
        'deb arm64',
        'rpm aarch64',
        'rpm amd64',
      ]);
    });

    it('has file names without spaces', () => {
      for (const { args } of packed.fpm)
        expect(args[args.indexOf('--package') + 1]).toMatch(/\/pachca-status-[\w.-]+$/);
    });

    it('leaves the sandbox on in every way to start it', () => {
      for (const entry of [...packed.appImages, ...packed.fpm.map(({ desktop }) => desktop)]) {
        expect(entry).toContain('Exec=');
        expect(entry).not.toContain('no-sandbox');
      }
    });

    it('has a desktop entry in both languages, with the first presets as actions', () => {
      for (const text of [...packed.appImages, ...packed.fpm.map(({ desktop }) => desktop)]) {
        const entry = desktopEntry(text);
        const main = entry['Desktop Entry'] ?? {};
        expect(main).toMatchObject({
          Name: 'Pachca Status',
          'Name[ru]': 'Статус в Пачке',
          StartupNotify: 'true',
          StartupWMClass: 'app.pachcastatus.PachcaStatus',
          MimeType: 'x-scheme-handler/pachca-status;',
        });
        expect(main['Exec']).toMatch(/ %U$/);
        expect(main['Keywords[ru]']).toContain('отпуск;');
        const actions = main['Actions']?.split(';').filter(Boolean) ?? [];
        expect(actions.length).toBeGreaterThanOrEqual(3);
        const [english, russian] = [builtInPresets('en'), builtInPresets('ru')];
        expect(actions).toEqual(english.slice(0, actions.length).map(({ id }) => id));
        for (const [index, id] of actions.entries()) {
          expect(entry[`Desktop Action ${id}`]).toEqual({
            Name: english[index]?.title,
            'Name[ru]': russian[index]?.title,
            Exec: `pachca-status --apply-preset=${id}`,
          });
        }
      }
    });

    const noValidator = toolMissing('desktop-file-validate', 'desktop-file-utils');
    it.skipIf(noValidator)(`has a desktop entry that holds to the standard${noValidator}`, async () => {
      for (const file of packed.desktopFiles) await run('desktop-file-validate', [file]);
    });

    it('says who maintains it, where it is at home, and what it needs, as packagers’ tools insist', () => {
      for (const { args, target } of packed.fpm) {
        const value = (flag: string) => args[args.indexOf(flag) + 1];
        expect(value('--maintainer')).toMatch(/^[^<]+ <[^@]+@[^>]+>$/);
        expect(value('--url')).toMatch(/^https:\/\//);
        expect(args).toContain('MIT');
        expect(args).toContain(`${packed.metainfo}=/usr/share/metainfo/app.pachcastatus.PachcaStatus.metainfo.xml`);
        expect(
          packed.dependencies[target].some((name) => name.startsWith('libsecret')),
          'the keyring’s library',
        ).toBe(true);
      }
    });

    const noFpm = toolMissing('fpm', 'fpm, a Ruby gem');
    it.skipIf(noFpm)(
      `is made as a deb that dpkg can read${noFpm}`,
      async () => {
        const output = join(folder, 'deb');
        await run(
          process.execPath,
          [
            join(root, 'node_modules/electron-builder/cli.js'),
            ...[
              '--linux',
              'deb',
              '--x64',
              `-c.electronDist=${packed.electrons}/linux`,
              `-c.directories.output=${output}`,
            ],
          ],
          { cwd: root, env: { ...process.env, USE_SYSTEM_FPM: 'true' } },
        );
        const deb = (await readdir(output)).find((name) => name.endsWith('.deb')) ?? '';
        const { stdout } = await run('dpkg-deb', ['--contents', join(output, deb)]);
        for (const path of [
          '/usr/share/applications/app.pachcastatus.PachcaStatus.desktop',
          '/usr/share/metainfo/app.pachcastatus.PachcaStatus.metainfo.xml',
          '/usr/share/icons/hicolor/512x512/apps/pachca-status.png',
        ]) {
          expect(stdout).toContain(path);
        }
      },
      60_000,
    );
  });
});
