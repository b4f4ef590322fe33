/** The entries by which package managers find a release: Homebrew, winget, Flathub. Pure: from what is released to files. */
import { repositoryUrl } from './identity.mjs';

/**
 * A released file.
 * @typedef {{ name: string, sha256: string }} ReleasedFile
 * @typedef {object} Release
 * @property {import('./identity.mjs').Identity} identity with its repository
 * @property {{ owner: string, name: string }} repository
 * @property {string} date `2026-11-25`
 * @property {string} notes Markdown
 * @property {readonly ReleasedFile[]} files
 */

/** The files every release has, by the system that builds them. */
export const releaseFiles = (/** @type {string} */ version) => ({
  darwin: [
    `pachca-status-${version}-mac-universal.dmg`,
    `pachca-status-${version}-mac-universal.zip`,
    'latest-mac.yml',
  ],
  win32: [`pachca-status-${version}-win-x64.exe`, `pachca-status-${version}-win-arm64.exe`, 'latest.yml'],
  linux: [
    `pachca-status-${version}-x86_64.AppImage`,
    `pachca-status-${version}-arm64.AppImage`,
    `pachca-status-${version}-amd64.deb`,
    `pachca-status-${version}-arm64.deb`,
    `pachca-status-${version}-x86_64.rpm`,
    `pachca-status-${version}-aarch64.rpm`,
    'latest-linux.yml',
    'latest-linux-arm64.yml',
  ],
  any: ['pachca-status.cdx.json'],
});

/**
 * @param {Release} release
 * @param {(name: string) => boolean} matches
 * @returns {ReleasedFile & { url: string }}
 * @throws when there is no such file
 */
function file({ files, identity, repository }, matches) {
  const found = files.find(({ name }) => matches(name));
  if (!found) throw new Error('The release lacks a file that a store entry names');
  return { ...found, url: `${repositoryUrl(repository)}/releases/download/v${identity.version}/${found.name}` };
}

/**
 * For a tap, or for homebrew/cask. Only for a signed and notarised build: Homebrew drops casks that Gatekeeper refuses.
 * @param {Release} release
 * @returns {string} Ruby
 */
export function homebrewCask(release) {
  const { sha256 } = file(release, (name) => name.endsWith('.dmg'));
  const { identity, repository } = release;
  return `cask "pachca-status" do
  version "${identity.version}"
  sha256 "${sha256}"

  url "${repositoryUrl(repository)}/releases/download/v#{version}/pachca-status-#{version}-mac-universal.dmg"
  name "Pachca Status"
  desc "Menu bar app for setting a status in the Pachca messenger"
  homepage "${identity.homepage}"

  livecheck do
    url :url
    strategy :github_latest
  end

  auto_updates true
  depends_on macos: ">= :monterey"

  app "Pachca Status.app"

  uninstall quit: "app.pachcastatus.PachcaStatus"

  zap trash: [
    "~/Library/Application Support/Pachca Status",
    "~/Library/Preferences/app.pachcastatus.PachcaStatus.plist",
    "~/Library/Saved Application State/app.pachcastatus.PachcaStatus.savedState",
  ]
end
`;
}

/** winget's manifests are of this version of its schemas. */
const WINGET = '1.10.0';

/**
 * For microsoft/winget-pkgs.
 * @param {Release} release
 * @returns {Readonly<Record<string, string>>} YAML by file name
 */
export function wingetManifests(release) {
  const { identity, repository, date } = release;
  const id = `${wingetName(repository.owner)}.PachcaStatus`;
  const common = { PackageIdentifier: id, PackageVersion: identity.version };
  const installers = ['x64', 'arm64'].map((arch) => {
    const { url, sha256 } = file(release, (name) => name.endsWith(`-win-${arch}.exe`));
    return { Architecture: arch, InstallerUrl: url, InstallerSha256: sha256.toUpperCase() };
  });
  const url = repositoryUrl(repository);
  const manifest = (/** @type {string} */ type, /** @type {Record<string, unknown>} */ fields) =>
    [
      `# yaml-language-server: $schema=https://aka.ms/winget-manifest.${type}.${WINGET}.schema.json`,
      yaml({ ...common, ...fields, ManifestType: type, ManifestVersion: WINGET }),
      '',
    ].join('\n');
  return {
    [`${id}.yaml`]: manifest('version', { DefaultLocale: 'en-US' }),
    [`${id}.installer.yaml`]: manifest('installer', {
      InstallerType: 'nullsoft',
      Scope: 'user',
      UpgradeBehavior: 'install',
      Protocols: ['pachca-status'],
      ReleaseDate: date,
      Installers: installers,
    }),
    [`${id}.locale.en-US.yaml`]: manifest('defaultLocale', {
      PackageLocale: 'en-US',
      Publisher: identity.author,
      PublisherUrl: url,
      PublisherSupportUrl: `${url}/issues`,
      PackageName: 'Pachca Status',
      PackageUrl: identity.homepage,
      License: 'MIT',
      LicenseUrl: `${url}/blob/v${identity.version}/LICENSE`,
      ShortDescription: identity.summary,
      Tags: ['pachca', 'status', 'tray'],
      ReleaseNotesUrl: `${url}/releases/tag/v${identity.version}`,
    }),
    [`${id}.locale.ru-RU.yaml`]: manifest('locale', {
      PackageLocale: 'ru-RU',
      PackageName: 'Pachca Status',
      ShortDescription: 'Свой статус в Пачке одним нажатием. Неофициальное приложение.',
    }),
  };
}

/** @param {string} owner on GitHub @returns {string} without what winget's identifiers cannot have */
const wingetName = (owner) => owner.replace(/[^A-Za-z0-9-]/g, '');

/**
 * A Flathub manifest: takes the deb apart, for both processors. The files in it keep their names as Flatpak wants them.
 * Flathub's names follow who owns the repository, so it is known only here.
 * @param {Release} release
 * @returns {{ id: string, manifest: string }} its file is `<id>.yml`
 */
export function flathubManifest(release) {
  const { owner, name } = release.repository;
  const id = `io.github.${flatpakSegment(owner)}.${flatpakSegment(name)}`;
  const own = 'app.pachcastatus.PachcaStatus';
  const debs = [
    { cpu: 'x86_64', ...file(release, (each) => each.endsWith('-amd64.deb')) },
    { cpu: 'aarch64', ...file(release, (each) => each.endsWith('-arm64.deb')) },
  ];
  const manifest = {
    id: id,
    runtime: 'org.freedesktop.Platform',
    'runtime-version': '25.08',
    sdk: 'org.freedesktop.Sdk',
    base: 'org.electronjs.Electron2.BaseApp',
    'base-version': '25.08',
    command: 'pachca-status',
    'separate-locales': false,
    'rename-desktop-file': `${own}.desktop`,
    'rename-appdata-file': `${own}.metainfo.xml`,
    'rename-icon': 'pachca-status',
    'finish-args': [
      '--share=ipc',
      '--share=network',
      '--socket=wayland',
      '--socket=fallback-x11',
      '--device=dri',
      '--talk-name=org.freedesktop.Notifications',
      // The keyring, the tray, and the lock of the screen.
      '--talk-name=org.freedesktop.secrets',
      '--talk-name=org.kde.StatusNotifierWatcher',
      '--system-talk-name=org.freedesktop.login1',
    ],
    modules: [
      {
        name: 'pachca-status',
        buildsystem: 'simple',
        'build-commands': [
          'ar x pachca-status.deb && tar -xf data.tar.*',
          'mkdir -p /app/lib /app/bin && cp -r "opt/Pachca Status" /app/lib/pachca-status',
          'cp -r usr/share /app',
          'install -Dm755 launcher.sh /app/bin/pachca-status',
          `sed -i 's#^Exec="*/opt[^%]*#Exec=pachca-status #' /app/share/applications/${own}.desktop`,
        ],
        sources: [
          ...debs.map(({ cpu, url, sha256 }) => ({
            type: 'file',
            'only-arches': [cpu],
            url,
            sha256,
            'dest-filename': 'pachca-status.deb',
          })),
          {
            type: 'script',
            'dest-filename': 'launcher.sh',
            // Flatpak's own sandbox stands in for Chromium's outer one.
            commands: ['exec zypak-wrapper /app/lib/pachca-status/pachca-status "$@"'],
          },
        ],
      },
    ],
  };
  return { id, manifest: `${yaml(manifest)}\n` };
}

/** @param {string} text @returns {string} a part of a D-Bus-like name: no hyphens, no digit first */
const flatpakSegment = (text) => text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');

/**
 * As much of YAML as these files need; strings always in quotes, which every parser reads alike.
 * @param {unknown} value
 * @param {string} [indent]
 * @returns {string}
 */
function yaml(value, indent = '') {
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join('\n');
  }
  if (typeof value !== 'object' || value === null) return indent + JSON.stringify(value);
  return Object.entries(value)
    .map(([key, item]) => {
      const isNested = typeof item === 'object' && item !== null;
      return isNested ? `${indent}${key}:\n${yaml(item, `${indent}  `)}` : `${indent}${key}: ${JSON.stringify(item)}`;
    })
    .join('\n');
}
