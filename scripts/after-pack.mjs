/**
 * electron-builder calls this when an app is packed and not yet signed. It refuses a package whose keychain module is not
 * its target's, and flips the fuses of electron-builder.yml, and the one electron-builder has no setting for, with the
 * project's own @electron/fuses: that one insists that every fuse of this Electron was decided on, so that a new fuse
 * fails the build instead of keeping its default.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { Arch } from 'electron-builder';

/**
 * @param {import('electron-builder').AfterPackContext} context
 * @throws when a module is missing or is another system's, a fuse is not decided on, or the binary has no fuses to flip
 */
export default async function afterPack(context) {
  requireKeychainModule(context);
  // The two halves of a universal app are joined first: a binary that was touched can't be.
  if (/-(x64|arm64)-temp$/.test(context.appOutDir)) return;

  const settings = context.packager.config.electronFuses ?? {};

  /** @param {Exclude<keyof typeof settings, 'resetAdHocDarwinSignature'>} name */
  const fuse = (name) => {
    const value = settings[name];
    if (typeof value !== 'boolean') throw new Error(`electron-builder.yml: electronFuses.${name} is not decided on`);
    return value;
  };

  await flipFuses(executable(context), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin' && settings.resetAdHocDarwinSignature === true,
    [FuseV1Options.RunAsNode]: fuse('runAsNode'),
    [FuseV1Options.EnableCookieEncryption]: fuse('enableCookieEncryption'),
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: fuse('enableNodeOptionsEnvironmentVariable'),
    [FuseV1Options.EnableNodeCliInspectArguments]: fuse('enableNodeCliInspectArguments'),
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: fuse('enableEmbeddedAsarIntegrityValidation'),
    [FuseV1Options.OnlyLoadAppFromAsar]: fuse('onlyLoadAppFromAsar'),
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: fuse('loadBrowserProcessSpecificV8Snapshot'),
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: fuse('grantFileProtocolExtraPrivileges'),
    // Electron's default, said out loud: the processor checks WebAssembly's memory bounds.
    [FuseV1Options.WasmTrapHandlers]: true,
  });
}

/**
 * An app without its keychain module could keep no token, and one with the build computer's would not say why.
 * @param {import('electron-builder').AfterPackContext} context
 * @throws when the modules are not exactly those of the target
 */
function requireKeychainModule({ appOutDir, arch, electronPlatformName, packager }) {
  const archs = electronPlatformName === 'darwin' ? ['arm64', 'x64'] : [String(Arch[arch])];
  const wanted = archs.map((name) => `${electronPlatformName}-${name}`);
  const keytar = ['app.asar.unpacked', 'node_modules', 'keytar', 'prebuilds'];
  const folder = join(packager.getResourcesDir(appOutDir), ...keytar);
  const found = existsSync(folder)
    ? readdirSync(folder).filter((target) => existsSync(join(folder, target, 'keytar.node')))
    : [];
  if (found.sort().join() === wanted.join()) return;
  throw new Error(
    `The package for ${electronPlatformName} ${Arch[arch]} must hold keytar's module for ${wanted.join(' and ')}, ` +
      `and holds ${found.length > 0 ? `the one for ${found.join(' and ')}` : 'none'}: see \`files\` in electron-builder.yml`,
  );
}

/**
 * @param {import('electron-builder').AfterPackContext} context
 * @returns {string} the packed app's executable; on macOS its bundle
 */
function executable({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  // Only the packager of Linux has a name of its own for it.
  return join(appOutDir, 'executableName' in packager ? String(packager.executableName) : productFilename);
}
