import { channels } from '../../../shared/bridge.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bootMain, type Booted } from '../../support/electron-boot.ts';
import type { StandInFrame } from '../../support/electron-stand-in.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await bootMain({ packaged: true });
});
afterAll(() => booted.stop());

describe('The popover’s window', () => {
  it('shows the page in a sandbox, isolated, without Node, without developer tools in the package', () => {
    const { preload, ...preferences } = booted.window().options.webPreferences ?? {};
    expect(preload).toMatch(/[\\/]dist[\\/]preload\.cjs$/);
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: true,
      devTools: false,
    });
    expect(booted.seen.sandboxed).toBe(true);
  });

  it('loads the page over the app’s own scheme, which has no more privileges than it needs', () => {
    expect(booted.window().loaded).toEqual(['app://popover/']);
    expect(booted.seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('cannot be led elsewhere, open windows or attach web views', () => {
    const { contents } = booted.window();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn();
      contents.emit(name, { preventDefault, url: 'https://example.com/' });
      expect(preventDefault, name).toHaveBeenCalledOnce();
    }
    expect(contents.windowOpenHandler?.({ url: 'https://example.com/' } as never)).toEqual({ action: 'deny' });
  });

  it('has no menu, so no menu’s shortcuts', () => {
    expect(booted.seen.applicationMenu).toBeNull();
  });
});

describe('The session', () => {
  it('denies every permission, asked for and looked up, every device and every download', () => {
    const { request, check, device } = booted.seen.permissions;
    const decide = vi.fn();
    request?.({} as never, 'media', decide, {} as never);
    expect(decide.mock.calls).toEqual([[false]]);
    expect(check?.({} as never, 'clipboard-read', 'app://popover', {} as never)).toBe(false);
    expect(device?.({} as never)).toBe(false);
    const preventDefault = vi.fn();
    booted.electron.session.defaultSession.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('The page’s scheme', () => {
  it('serves the built page under its policy', async () => {
    const page = await booted.request('app://popover/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
    const html = await page.text();
    expect(html).toContain('id="root"');
    const [, script] = /<script[^>]+src="\.\/([^"]+)"/.exec(html) ?? [];
    expect((await booted.request(`app://popover/${script ?? 'none'}`)).status).toBe(200);
  });

  it('refuses other hosts, other methods and paths that lead out of the folder', async () => {
    expect((await booted.request('app://elsewhere/')).status).toBe(403);
    expect((await booted.request('app://popover/', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await booted.request('app://popover/..%2fmain.js')).status).toBe(400);
    expect((await booted.request('app://popover/%2e%2e/main.js')).status).toBe(404);
  });
});

describe('The door', () => {
  const foreign: [string, { sender?: unknown; frame?: StandInFrame | null }][] = [
    ['another window', { sender: {} }],
    ['a frame that is gone', { frame: null }],
    ['a frame inside the page', { frame: { parent: {} as never, url: 'app://popover/' } }],
    ['a page from elsewhere', { frame: { parent: null, url: 'https://example.com/' } }],
    ['another host of the scheme', { frame: { parent: null, url: 'app://elsewhere/' } }],
  ];

  it.each(foreign)('is shut for %s', async (_, from) => {
    await expect(booted.invoke(channels.state, undefined, from)).rejects.toThrow('Refused');
    const quit = { name: 'app.quit', input: {} };
    await expect(booted.invoke(channels.command, quit, from)).rejects.toThrow('Refused');
    expect(booted.seen.quits).toBe(0);
  });

  it('has two channels, no more', () => {
    expect([...booted.seen.handlers.keys()].sort()).toEqual([channels.command, channels.state].sort());
    expect(booted.electron.ipcMain.eventNames()).toEqual([]);
  });

  it.each([undefined, null, 'app.quit', [], {}, { name: 1 }, { name: null, input: {} }])(
    'answers %j with an error value',
    async (payload) => {
      expect(await booted.invoke(channels.command, payload)).toMatchObject({ ok: false, error: { code: 'bad_input' } });
    },
  );

  it('parses what it passes on: unknown commands and inputs that do not fit are error values', async () => {
    expect(await booted.command('app.explode', {})).toMatchObject({ ok: false, error: { code: 'unknown_command' } });
    expect(await booted.command('__proto__', {})).toMatchObject({ ok: false, error: { code: 'unknown_command' } });
    expect(await booted.command('popover.hide', { extra: 1 })).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    });
  });

  it('answers with plain data that survives the way between processes', async () => {
    const state = await booted.state();
    expect(structuredClone(state)).toEqual(state);
    expect(state.host).toMatchObject({ kind: 'electron', version: '0.1.0', platform: 'linux' });
  });

  it('opens the app’s own links only, and those by name', async () => {
    expect(await booted.command('link.open', { link: 'https://example.com/' })).toMatchObject({ ok: false });
    expect(booted.seen.opened).toEqual([]);
    expect(await booted.command('link.open', { link: 'tokens' })).toEqual({ ok: true, value: null });
    expect(booted.seen.opened).toEqual([expect.stringMatching(/^https:\/\//)]);
  });
});

it('The settings’ file is made without electron-store’s own channel being left open', async () => {
  expect(await booted.command('settings.update', { theme: 'dark' })).toEqual({ ok: true, value: null });
  expect(booted.electron.ipcMain.eventNames()).toEqual([]);
  expect(booted.window().backgroundColor).toBe('#1b1b1f');
});
