import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/ensure.mjs';
import { APP_ID, identity } from '../../../scripts/packaging/identity.mjs';
import { builderOverrides, signing } from '../../../scripts/packaging/overrides.mjs';

const manifest = {
  version: '1.2.3',
  description: 'Sets a status. Unofficial.',
  homepage: 'https://example.com/app',
  author: { name: 'Somebody', email: 'somebody@example.com' },
};

describe('who publishes the app', () => {
  it('is still to be filled in where package.json has an address for examples, and says which', () => {
    const { missing, homepage, repository } = identity(manifest, {});
    expect(homepage).toBe('https://example.com/app');
    expect(repository).toBeUndefined();
    expect(missing.map((line) => line.split(':')[0])).toEqual(['package.json, homepage', 'package.json, author.email']);
  });

  it('knows its address by itself where a release is made on GitHub', () => {
    const { missing, homepage, repository } = identity(manifest, { GITHUB_REPOSITORY: 'somebody/pachca-status' });
    expect(homepage).toBe('https://github.com/somebody/pachca-status');
    expect(repository).toEqual({ owner: 'somebody', name: 'pachca-status' });
    expect(missing).toHaveLength(1);
  });

  it('keeps an address that was filled in, and is not misled by a name that only looks like an example', () => {
    const own = { ...manifest, homepage: 'https://status.myexample.org/', author: { name: 'S', email: 's@real.dev' } };
    const filled = identity(own, { GITHUB_REPOSITORY: 'somebody/app' });
    expect(filled.homepage).toBe(own.homepage);
    expect(filled.missing).toEqual([]);
  });

  it('has one name on every system', () => {
    const config = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));
    expect(config).toMatchObject({ appId: APP_ID, extraMetadata: { desktopName: `${APP_ID}.desktop` } });
    expect(readFileSync(join(root, 'electron/main.ts'), 'utf8')).toContain(`'${APP_ID}'`);
  });
});

describe('signing', () => {
  const mac = { CSC_LINK: 'certificate' };
  const apple = { APPLE_API_KEY: 'file', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' };

  it.each([
    ['darwin', {}, false, false],
    ['darwin', { CSC_LINK: '' }, false, false],
    ['darwin', apple, false, false],
    ['darwin', mac, true, false],
    ['darwin', { ...mac, ...apple, APPLE_API_KEY_ID: '' }, true, false],
    ['darwin', { ...mac, ...apple }, true, true],
    ['darwin', { ...mac, APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'p', APPLE_TEAM_ID: 't' }, true, true],
    ['win32', {}, false, false],
    ['win32', { WIN_CSC_LINK: 'certificate' }, true, false],
    ['win32', { CSC_LINK: 'certificate', ...apple }, true, false],
    ['linux', { CSC_LINK: 'certificate' }, false, false],
  ])('on %s with %j: signed %s, notarised %s', (platform, env, isSigned, isNotarized) => {
    expect(signing(platform, env)).toMatchObject({ isSigned, isNotarized });
  });

  it('says plainly what it leaves out', () => {
    expect(signing('darwin', {}).words).toMatch(/^NOT SIGNED/);
    expect(signing('win32', {}).words).toMatch(/^NOT SIGNED/);
    expect(signing('darwin', mac).words).toContain('NOT NOTARISED');
  });

  it('makes the build fail rather than come out unsigned where there is a certificate', () => {
    const who = identity(manifest, { GITHUB_REPOSITORY: 'somebody/app' });
    expect(builderOverrides(who, signing('darwin', { ...mac, ...apple }))).toEqual([
      '-c.extraMetadata.homepage=https://github.com/somebody/app',
      '-c.forceCodeSigning=true',
      '-c.mac.notarize=true',
      '-c.publish.provider=github',
      '-c.publish.owner=somebody',
      '-c.publish.repo=app',
    ]);
    const plain = builderOverrides(identity(manifest, {}), signing('darwin', {}));
    expect(plain).toContain('-c.forceCodeSigning=false');
    expect(plain.filter((each) => each.includes('publish'))).toEqual([]);
  });
});
