import { describe, expect, it } from 'vitest';
import { plainNotes, updatesBy, type UpdatePorts, type Updater } from '../../../electron/services/updates.ts';
import { createTestApp } from '../../support/app.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** An updater that finds what it is told to, and remembers across a restart. */
function fakeUpdater(): Updater & { offers: string | Error | null; prepared_: string | null; calls: string[] } {
  const updater = {
    offers: null as string | Error | null,
    prepared_: null as string | null,
    calls: [] as string[],
    check: () => {
      updater.calls.push('check');
      if (updater.offers instanceof Error) return Promise.reject(updater.offers);
      return Promise.resolve(
        updater.offers === null ? null : { version: updater.offers, notes: '<p>More &amp; better</p>' },
      );
    },
    download: () => {
      updater.calls.push('download');
      return updater.offers instanceof Error ? Promise.reject(updater.offers) : Promise.resolve();
    },
    install: () => void updater.calls.push('install'),
    prepared: () => updater.prepared_,
    prepare: (version: string | null) => {
      updater.prepared_ = version;
    },
  };
  return updater;
}

async function started(by: UpdatePorts['by'] = 'app', updater = fakeUpdater()) {
  const test = createTestApp({ updates: { by, updater } });
  await test.app.start();
  return { ...test, updater, view: () => test.app.state().updates };
}

describe('newer versions of the app', () => {
  it('are looked for a minute after the start and once a day from then on, also over a sleep', async () => {
    const { clock, updater } = await started();
    await clock.advance(MINUTE - 1);
    expect(updater.calls).toEqual([]);
    await clock.advance(1);
    expect(updater.calls).toHaveLength(1);
    clock.sleep(DAY - 2 * 60 * MINUTE);
    await clock.advance(60 * MINUTE - 1);
    expect(updater.calls).toHaveLength(1);
    await clock.advance(3 * 60 * MINUTE);
    expect(updater.calls).toHaveLength(2);
  });

  it('are told of once, with their notes, and neither downloaded nor installed by themselves', async () => {
    const { app, clock, updater, view } = await started();
    updater.offers = '9.0.0';
    await clock.advance(MINUTE);
    expect(view()?.phase).toBe('available');
    expect(view()).toMatchObject({ version: '9.0.0', notes: 'More & better', error: null });
    expect(app.state().notices).toMatchObject([{ kind: 'update-available', version: '9.0.0' }]);
    const [notice] = app.state().notices;
    await app.dispatch('notice.dismiss', { id: notice?.id ?? 0 });
    await clock.advance(DAY + 60 * MINUTE);
    expect(updater.calls).toEqual(['check', 'check']);
    expect(view()?.phase).toBe('available');
    expect(app.state().notices).toEqual([]);
  });

  it('keep quiet when nobody asked and nobody answers', async () => {
    const { app, clock, updater, logged } = await started();
    updater.offers = new Error('getaddrinfo ENOTFOUND');
    await clock.advance(MINUTE);
    expect(updater.calls).toEqual(['check']);
    expect(app.state().updates?.phase).toBe('idle');
    expect(app.state().updates?.error).toBeNull();
    expect(app.state().notices).toEqual([]);
    expect(logged.join()).toContain('Looking for a newer version failed');
  });

  it('say so where the person asked, and go on from where they were', async () => {
    const { app, updater, view } = await started();
    updater.offers = new Error('no');
    const failed = await app.dispatch('updates.check', {});
    expect(failed).toMatchObject({ ok: false, error: { code: 'update_failed' } });
    expect(view()).toMatchObject({ phase: 'idle', error: { code: 'update_failed' } });

    updater.offers = null;
    expect(await app.dispatch('updates.check', {})).toEqual({ ok: true, value: null });
    expect(view()).toMatchObject({ phase: 'latest', error: null, version: null });
  });

  it('are downloaded and installed on demand, and told of after the restart, once', async () => {
    const updater = fakeUpdater();
    const { app, view } = await started('app', updater);
    // Too early: nothing was found yet.
    await app.dispatch('updates.download', {});
    await app.dispatch('updates.install', {});
    expect(updater.calls).toEqual([]);

    updater.offers = app.state().host.version;
    await app.dispatch('updates.check', {});
    await app.dispatch('updates.download', {});
    expect(view()?.phase).toBe('ready');
    await app.dispatch('updates.install', {});
    expect(updater.calls).toEqual(['check', 'download', 'install']);

    const next = await started('app', updater);
    expect(next.app.state().notices).toMatchObject([{ kind: 'updated', version: next.app.state().host.version }]);
    const third = await started('app', updater);
    expect(third.app.state().notices).toEqual([]);
  });

  it('can be downloaded again where that broke off', async () => {
    const { app, updater, view } = await started();
    updater.offers = '9.0.0';
    await app.dispatch('updates.check', {});
    updater.offers = new Error('connection lost');
    expect((await app.dispatch('updates.download', {})).ok).toBe(false);
    expect(view()).toMatchObject({ phase: 'available', version: '9.0.0', error: { code: 'update_failed' } });
    updater.offers = '9.0.0';
    expect((await app.dispatch('updates.download', {})).ok).toBe(true);
  });

  it('are none of the app’s business where a package manager brings them, and do not exist in the preview', async () => {
    const { app, clock, updater, view } = await started('package-manager');
    await clock.advance(3 * DAY);
    expect((await app.dispatch('updates.check', {})).ok).toBe(false);
    expect(updater.calls).toEqual([]);
    expect(view()?.by).toBe('package-manager');

    const preview = createTestApp();
    await preview.app.start();
    expect(preview.app.state().updates).toBeNull();
  });
});

describe('who brings newer versions', () => {
  const facts = { isPackaged: true, hasFeed: true, platform: 'linux', env: {} };
  it.each([
    ['the app: an AppImage', { env: { APPIMAGE: '/home/a/app.AppImage' } }, 'app'],
    ['the package manager: deb or rpm', {}, 'package-manager'],
    ['the package manager: Flatpak', { env: { APPIMAGE: '/x', FLATPAK_ID: 'app.x' } }, 'package-manager'],
    ['the package manager: Snap', { env: { APPIMAGE: '/x', SNAP: '/snap/x' } }, 'package-manager'],
    ['the app: Windows', { platform: 'win32' }, 'app'],
    ['the app: macOS', { platform: 'darwin' }, 'app'],
    ['nobody: no place to look at', { platform: 'win32', hasFeed: false }, 'nobody'],
    ['nobody: run from its sources', { isPackaged: false }, 'nobody'],
  ] as const)('%s', (_name, patch, by) => {
    expect(updatesBy({ ...facts, ...patch })).toBe(by);
  });
});

describe('release notes', () => {
  it.each([
    [null, null],
    ['<p> </p>', null],
    ['<h2>Added</h2>\n<ul>\n<li>One &lt;thing&gt;</li>\n<li>Two</li>\n</ul>', 'Added\n• One <thing>\n• Two'],
    ['plain\n\n\ntext', 'plain\ntext'],
    ['a\u202eb\u0007c', 'abc'],
    ['<script>alert(1)</script>', 'alert(1)'],
  ])('%j are shown as %j', (html, text) => {
    expect(plainNotes(html)).toBe(text);
  });

  it('are cut where they have no end', () => {
    expect(plainNotes('x'.repeat(10_000))?.length).toBe(4001);
  });
});
