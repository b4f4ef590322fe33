import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { load } from 'js-yaml';
import { root } from '../../scripts/ensure.mjs';
import { identity } from '../../scripts/packaging/identity.mjs';
import { writeMetainfo } from '../../scripts/packaging/metainfo-file.mjs';
import { standInElectrons } from './stand-in-electron.ts';

/** What electron-builder made, and what it would have handed to the makers of Linux packages. */
export interface Packed {
  readonly electrons: string;
  /** Has a folder for each system, by Node's name. */
  readonly output: string;
  /** The desktop entries inside the AppImages. */
  readonly appImages: readonly string[];
  /** The calls of fpm, one a package. */
  readonly fpm: readonly {
    readonly target: 'deb' | 'rpm';
    readonly architecture: string;
    readonly args: readonly string[];
    readonly desktop: string;
  }[];
  readonly desktopFiles: readonly string[];
  /** The metainfo, as electron-builder.yml names it. */
  readonly metainfo: string;
  readonly dependencies: Readonly<Record<'deb' | 'rpm', readonly string[]>>;
}

/** Packs the app as it is built, for all systems, below a folder. */
export async function packStandIns(folder: string): Promise<Packed> {
  const electrons = join(folder, 'electrons');
  const output = join(folder, 'packed');
  await standInElectrons(electrons);
  const metainfo = relative(root, writeMetainfo(identity()));
  const program = join(import.meta.dirname, 'pack-stand-in.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, electrons, output, folder], { cwd: root });
  const installers = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Installer[];

  const fpm: Packed['fpm'][number][] = [];
  const appImages: string[] = [];
  for (const installer of installers) {
    if ('args' in installer) {
      const { args, desktop } = installer;
      const target = String(args[args.indexOf('--package') + 1]).endsWith('.deb') ? 'deb' : 'rpm';
      fpm.push({ target, architecture: String(args[args.indexOf('--architecture') + 1]), args, desktop });
    } else {
      appImages.push(installer.desktop);
    }
  }
  const entries = join(folder, 'entries');
  const desktopFiles = [...appImages, ...fpm.map(({ desktop }) => desktop)].map((text, index) => ({
    file: join(entries, `${String(index)}.desktop`),
    text,
  }));
  await mkdir(entries);
  for (const { file, text } of desktopFiles) await writeFile(file, text);

  const config = load(await readFile(join(root, 'electron-builder.yml'), 'utf8')) as Record<
    'deb' | 'rpm',
    { depends: string[] }
  >;
  return {
    electrons,
    output,
    appImages,
    fpm,
    desktopFiles: desktopFiles.map(({ file }) => file),
    metainfo,
    dependencies: { deb: config.deb.depends, rpm: config.rpm.depends },
  };
}

type Installer = { readonly args: readonly string[]; readonly desktop: string } | { readonly desktop: string };

/** The groups of a desktop entry, each with its keys. */
export function desktopEntry(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const groups: Record<string, Record<string, string>> = {};
  let group: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading) group = groups[heading] = {};
    else if (line.includes('=')) group[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return groups;
}

/** Empty when a program is there, otherwise the reason a test that needs it is skipped, for its title. */
export function toolMissing(program: string, from: string): string {
  const { error } = spawnSync(program, ['--version'], { stdio: 'ignore' });
  return error ? ` (skipped: ${program} is not installed; it comes with ${from})` : '';
}
