import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { load } from 'js-yaml';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/ensure.mjs';
import { bundledPackages, packageFolder } from '../../../scripts/packaging/bundled.mjs';
import { identity } from '../../../scripts/packaging/identity.mjs';
import { metainfo, releasesOf } from '../../../scripts/packaging/metainfo.mjs';
import { noticesModule, noticesText } from '../../../scripts/packaging/notices.mjs';
import { sbom } from '../../../scripts/packaging/sbom.mjs';
import { flathubManifest, homebrewCask, releaseFiles, wingetManifests } from '../../../scripts/packaging/stores.mjs';
import { builtFile } from '../../support/build.ts';
import { toolMissing } from '../../support/packed.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const repository = { owner: 'some-body', name: 'pachca-status' };
const who = identity(undefined, { GITHUB_REPOSITORY: 'some-body/pachca-status' });

describe('what the bundles say is in them', () => {
  beforeAll(() => builtFile('main.js'));

  it('names the package of a module, also a scoped or nested one, and none for our own', () => {
    expect(packageFolder(join(root, 'node_modules/react/index.js'))).toBe('node_modules/react');
    expect(packageFolder(`\0${join(root, 'node_modules/@a/b/lib/c.js')}?commonjs`)).toBe('node_modules/@a/b');
    expect(packageFolder(join(root, 'node_modules/a/node_modules/b/x.js'))).toBe('node_modules/a/node_modules/b');
    expect(packageFolder(join(root, 'shared/presets.ts'))).toBeUndefined();
    expect(packageFolder('\0vite/preload-helper.js')).toBeUndefined();
  });

  it('is what is in them: both sides’ packages, keytar, Electron, and no tool', () => {
    const names = bundledPackages().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['react', 'react-dom', 'electron', 'electron-store', '@github/keytar']),
    );
    for (const tool of ['vite', 'vitest', 'electron-builder', 'playwright', 'typescript']) {
      expect(names).not.toContain(tool);
    }
    // The source map tells the same story by itself: every package that gave a line is among them.
    const map = JSON.parse(readFileSync(join(root, 'dist', 'main.js.map'), 'utf8')) as { sources: string[] };
    const folders = map.sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? '');
    const given = [...new Set(folders)].filter(Boolean);
    expect(given.length).toBeGreaterThan(10);
    expect(given.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('stands in the notices, each with the text of its licence, as a file and for the app’s own screen', () => {
    const packages = bundledPackages();
    expect(readFileSync(join(root, 'dist', 'THIRD_PARTY_NOTICES.txt'), 'utf8')).toBe(noticesText(packages));
    expect(readFileSync(join(root, 'dist', 'renderer', 'licences.js'), 'utf8')).toBe(noticesModule(packages));
    for (const { text, licence } of packages) {
      expect(text.length).toBeGreaterThan(500);
      expect(licence).toMatch(/^[\w.-]+( (OR|AND) [\w.-]+)*$/);
    }
  });

  it('makes a bill of materials that holds to CycloneDX’s schema, the same each time', async () => {
    const text = sbom(who);
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
    expect(sbom(who)).toBe(text);
    const { components } = JSON.parse(text) as { components: { purl: string }[] };
    expect(components).toHaveLength(bundledPackages().length);
    expect(components.map(({ purl }) => purl)).toContain('pkg:npm/%40github/keytar@7.10.6');
  });
});

describe('the metainfo', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n### Added\n\n- New & shiny,\n  on two lines.\n\n## 1.0.0 - 2026-01-02\n\n- **First**.\n';

  it('takes the releases from the changelog; what is unreleased counts as the version being built', () => {
    expect(releasesOf(changelog, '1.1.0', '2026-11-25')).toEqual([
      { version: '1.1.0', date: '2026-11-25', notes: ['New & shiny, on two lines.'], isDevelopment: true },
      { version: '1.0.0', date: '2026-01-02', notes: ['First.'], isDevelopment: false },
    ]);
    expect(releasesOf(changelog, '1.0.0', '2026-11-25').map((each) => each.version)).toEqual(['1.0.0']);
  });

  const missing = toolMissing('appstreamcli', 'appstream');
  it.skipIf(missing)(`holds to AppStream${missing}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'pachca-metainfo-'));
    const file = join(folder, 'app.pachcastatus.PachcaStatus.metainfo.xml');
    const today = new Date().toISOString().slice(0, 10);
    const notes = releasesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version, today);
    writeFileSync(file, metainfo(who, notes.length > 0 ? notes : releasesOf(changelog, '1.1.0', today)));
    const { status, stdout } = spawnSync('appstreamcli', ['validate', '--no-net', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(stdout).not.toMatch(/^[EW]:/m);
    expect(status).toBe(0);
  });
});

describe('a release', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pachca-release-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const names = Object.values(releaseFiles(version)).flat();
  const program = join(root, 'scripts/packaging/release.mjs');
  const finish = () =>
    spawnSync(process.execPath, [program, folder], {
      encoding: 'utf8',
      env: { ...process.env, GITHUB_REPOSITORY: 'some-body/pachca-status' },
    });
  const fill = (isSigned: boolean) => {
    for (const name of names) writeFileSync(join(folder, name), name);
    for (const platform of ['darwin', 'win32']) {
      const signed = { isSigned, isNotarized: isSigned && platform === 'darwin' };
      writeFileSync(join(folder, `signing-${platform}.json`), JSON.stringify(signed));
    }
  };
  const stores = () =>
    execFileSync('tar', ['-tzf', join(folder, 'pachca-status-stores.tar.gz')], { encoding: 'utf8' })
      .split('\n')
      .filter((path) => /\.\w+$/.test(path))
      .map((path) => path.replace('./', ''))
      .sort();

  it('is refused when a file is missing, and says which', () => {
    fill(false);
    rmSync(join(folder, 'latest-mac.yml'));
    const { status, stderr } = finish();
    expect(status).toBe(1);
    expect(stderr).toContain('latest-mac.yml');
    expect(existsSync(join(folder, 'SHA256SUMS'))).toBe(false);
  });

  it('has checksums that sha256sum agrees with, entries for the stores, and says what is not signed', () => {
    fill(false);
    expect(finish()).toMatchObject({ status: 0, stderr: '' });
    execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, stdio: 'ignore' });
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')).toHaveLength(names.length);
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toMatch(/not notarised[\s\S]*SmartScreen/);
    expect(stores()).toEqual([
      'flathub/io.github.some_body.pachca_status.yml',
      'winget/some-body.PachcaStatus.installer.yaml',
      'winget/some-body.PachcaStatus.locale.en-US.yaml',
      'winget/some-body.PachcaStatus.locale.ru-RU.yaml',
      'winget/some-body.PachcaStatus.yaml',
    ]);
  });

  it('has a Homebrew cask when macOS’s build is notarised, and nothing to warn of', () => {
    fill(true);
    expect(finish().status).toBe(0);
    expect(stores()).toContain('homebrew/pachca-status.rb');
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).not.toMatch(/notarised|SmartScreen/);
  });

  it('has no file name with a space in it', () => {
    expect(names.filter((name) => !/^[\w.-]+$/.test(name))).toEqual([]);
  });
});

describe('store entries', () => {
  const sha256 = 'ab'.repeat(32);
  const files = Object.values(releaseFiles(version))
    .flat()
    .map((name) => ({ name, sha256 }));
  const release = { identity: who, repository, date: '2026-11-25', notes: '', files };
  const download = `https://github.com/some-body/pachca-status/releases/download/v${version}`;

  it('name for winget what its schemas require, one installer a processor', () => {
    const manifests = Object.fromEntries(
      Object.entries(wingetManifests(release)).map(([name, text]) => [name, load(text) as Record<string, unknown>]),
    );
    const id = 'some-body.PachcaStatus';
    for (const manifest of Object.values(manifests)) {
      expect(manifest).toMatchObject({ PackageIdentifier: id, PackageVersion: version, ManifestVersion: '1.10.0' });
    }
    expect(manifests[`${id}.yaml`]).toMatchObject({ ManifestType: 'version', DefaultLocale: 'en-US' });
    expect(manifests[`${id}.installer.yaml`]).toMatchObject({
      ManifestType: 'installer',
      InstallerType: 'nullsoft',
      Installers: ['x64', 'arm64'].map((arch) => ({
        Architecture: arch,
        InstallerUrl: `${download}/pachca-status-${version}-win-${arch}.exe`,
        InstallerSha256: sha256.toUpperCase(),
      })),
    });
    const locale = manifests[`${id}.locale.en-US.yaml`];
    for (const field of ['PackageLocale', 'Publisher', 'PackageName', 'License', 'ShortDescription']) {
      expect(locale?.[field], field).toEqual(expect.stringMatching(/\S/));
    }
    expect(String(locale?.['ShortDescription']).length).toBeLessThanOrEqual(256);
  });

  it('name for Flathub both processors’ debs, with the names and rights its sandbox needs', () => {
    const { id, manifest } = flathubManifest(release);
    expect(id).toMatch(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*){2,}$/);
    const parsed = load(manifest) as { 'finish-args': string[]; modules: { sources: { sha256?: string }[] }[] };
    expect(parsed).toMatchObject({ id, command: 'pachca-status', 'rename-icon': 'pachca-status' });
    const rights = parsed['finish-args'];
    expect(rights).toEqual(
      expect.arrayContaining(['--talk-name=org.freedesktop.secrets', '--talk-name=org.kde.StatusNotifierWatcher']),
    );
    expect(rights.filter((right) => right.includes('filesystem'))).toEqual([]);
    const sources = parsed.modules[0]?.sources ?? [];
    expect(sources.filter((source) => source.sha256 === sha256)).toHaveLength(2);
  });

  it('name for Homebrew the universal image with its checksum, and what an uninstall takes away', () => {
    const cask = homebrewCask(release);
    expect(cask).toContain(`version "${version}"`);
    expect(cask).toContain(`sha256 "${sha256}"`);
    expect(cask).toContain('pachca-status-#{version}-mac-universal.dmg');
    expect(cask.match(/\bend\b/g)).toHaveLength(cask.match(/\bdo\b/g)?.length ?? 0);
  });
});
