import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, type AfterPackContext } from 'electron-builder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import afterPack from '../../../scripts/after-pack.mjs';

/** What happens to a package before it is signed. That its fuses are flipped is seen in package.test.ts. */
describe('a package whose keychain module is not its target’s', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pachca-after-pack-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const pack = (platform: string, arch: Arch, modules: readonly string[]) => {
    for (const target of modules) {
      const prebuild = join(folder, 'app.asar.unpacked/node_modules/keytar/prebuilds', target);
      mkdirSync(prebuild, { recursive: true });
      writeFileSync(join(prebuild, 'keytar.node'), '');
    }
    const packager = { getResourcesDir: (path: string) => path, config: {}, appInfo: { productFilename: 'App' } };
    const context = { appOutDir: folder, arch, electronPlatformName: platform, packager };
    // As much of the context as is looked at.
    return afterPack(context as unknown as AfterPackContext);
  };

  it.each([
    ['none at all', 'linux', Arch.x64, []],
    ['the build computer’s', 'win32', Arch.x64, ['linux-x64']],
    ['another processor’s', 'linux', Arch.arm64, ['linux-x64']],
    ['one more than its own', 'linux', Arch.x64, ['linux-arm64', 'linux-x64']],
    ['half of a universal app’s', 'darwin', Arch.universal, ['darwin-arm64']],
  ])('is refused: %s', async (_what, platform, arch, modules) => {
    await expect(pack(platform, arch, modules)).rejects.toThrow(/must hold keytar's module for/);
  });

  it.each([
    ['linux', Arch.arm64, ['linux-arm64']],
    ['win32', Arch.x64, ['win32-x64']],
    ['darwin', Arch.universal, ['darwin-arm64', 'darwin-x64']],
  ])('goes on to its fuses otherwise: %s', async (platform, arch, modules) => {
    await expect(pack(platform, arch, modules)).rejects.toThrow(/electronFuses\.\w+ is not decided on/);
  });

  it('leaves the two halves of a universal app as they are: they have to be joined', async () => {
    folder = join(folder, 'mac-universal-x64-temp');
    await expect(pack('darwin', Arch.x64, ['darwin-arm64', 'darwin-x64'])).resolves.toBeUndefined();
    folder = join(folder, '..');
  });
});
