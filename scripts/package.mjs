/**
 * `npm run package`: installers for the system it runs on, in release/, with their bill of materials.
 * Arguments go to electron-builder: `npm run package -- --linux AppImage --x64`.
 * What depends on who builds (address, signing) is decided here; everything else stands in electron-builder.yml.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure.mjs';

await ensureDependencies();
const { identity } = await import('./packaging/identity.mjs');
const { builderOverrides, signing, signingVariables } = await import('./packaging/overrides.mjs');
const { writeMetainfo } = await import('./packaging/metainfo-file.mjs');

if (!(await run('scripts/build.mjs'))) process.exit(1);

const who = identity();
writeMetainfo(who);
const signed = signing(process.platform, process.env);
for (const name of signingVariables) if (process.env[name] === '') delete process.env[name];
for (const line of who.missing) console.error(`To fill in before this is published: ${line}`);
console.error(signed.words);

const { sbom } = await import('./packaging/sbom.mjs');
const release = join(root, 'release');
mkdirSync(release, { recursive: true });
writeFileSync(join(release, 'pachca-status.cdx.json'), sbom(who));
// Homebrew takes signed builds only: the release asks here.
writeFileSync(join(release, `signing-${process.platform}.json`), `${JSON.stringify(signed)}\n`);

const args = ['--publish', 'never', ...builderOverrides(who, signed), ...process.argv.slice(2)];
process.exitCode = (await run('node_modules/electron-builder/cli.js', ...args)) ? 0 : 1;

/**
 * Runs a Node program in full view.
 * @param {string} file relative to the top
 * @param {string[]} args
 * @returns {Promise<boolean>} did it end well?
 */
function run(file, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
