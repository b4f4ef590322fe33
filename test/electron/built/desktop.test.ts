import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageBus } from '@jellybrick/dbus-next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TRAY_HOST } from '../../../electron/shell/tray-host.ts';
import { bootMain, eventually, type Booted, type BootOptions } from '../../support/electron-boot.ts';
import { busUnavailable, joinBus, startBus } from '../../support/session-bus.ts';

let booted: Booted;
const boot = async (options: BootOptions = {}): Promise<void> => {
  booted = await bootMain(options);
};
afterEach(() => {
  booted.stop();
  vi.useRealTimers();
});
const window = () => booted.window();

const noBus = busUnavailable();
const title = `A desktop without a place for the icon${noBus === null ? '' : ` (skipped: ${noBus})`}`;
describe.skipIf(noBus !== null)(title, () => {
  let bus: Awaited<ReturnType<typeof startBus>>;
  let panel: MessageBus | null = null;
  afterEach(async () => {
    panel?.disconnect();
    panel = null;
    await bus.stop();
  });
  const start = async (options: BootOptions = {}): Promise<void> => {
    bus = await startBus();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await boot({ env: { DBUS_SESSION_BUS_ADDRESS: bus.address }, ...options });
  };
  const trayMissing = async (): Promise<boolean> => (await booted.state()).host.desktop.trayMissing;
  /** Lets the patience with a late panel run out. */
  const untilMissing = async (missing: boolean): Promise<void> => {
    await vi.waitFor(
      async () => {
        await vi.advanceTimersByTimeAsync(1_000);
        expect(await trayMissing()).toBe(missing);
      },
      { timeout: 10_000, interval: 10 },
    );
  };

  it('has an ordinary window, which stays without the focus and is minimised instead of hidden', async () => {
    await start();
    await untilMissing(true);
    expect(window()).toMatchObject({ inTaskbar: true, onTop: [false], visible: true });
    expect((await booted.state()).host.desktop.titleBar).toBe(true);
    window().loseFocus();
    expect(window().visible).toBe(true);
    await booted.command('popover.hide', {});
    expect(window()).toMatchObject({ visible: true, minimized: true });
    booted.app.emit('second-instance', {}, [], '');
    expect(window()).toMatchObject({ minimized: false, focused: true });
  });

  it('has it minimised in the task bar when the app was started at login', async () => {
    await start({ switches: { hidden: '' } });
    await untilMissing(true);
    expect(window()).toMatchObject({ inTaskbar: true, minimized: true });
  });

  it('has the popover again when the panel comes', async () => {
    await start();
    await untilMissing(true);
    panel = await joinBus(bus.address);
    await panel.requestName(TRAY_HOST, 0);
    await untilMissing(false);
    expect(window()).toMatchObject({ inTaskbar: false, onTop: [true] });
    expect((await booted.state()).hints).toEqual(['icon']);
  });
});

describe('The first start', () => {
  it.each(['darwin', 'win32', 'linux'] as const)(
    'ends with the popover, which says where the icon is (%s)',
    async (platform) => {
      await boot({ platform });
      expect(window().visible).toBe(true);
      expect((await booted.state()).hints).toEqual(['icon']);
    },
  );

  it('is the only one to say so, once that was read', async () => {
    const appData = mkdtempSync(join(tmpdir(), 'pachca-hints-'));
    await boot({ appData });
    await booted.command('hint.dismiss', { hint: 'icon' });
    expect((await booted.state()).hints).toEqual([]);
    booted.stop();
    await boot({ appData });
    expect((await booted.state()).hints).toEqual([]);
    rmSync(appData, { recursive: true });
  });
});

describe('Start at login', () => {
  const login = async () => (await booted.state()).host.desktop.login;

  it('is asked of Windows, hidden, and is what Windows says afterwards', async () => {
    await boot({ platform: 'win32', packaged: true });
    expect(await login()).toEqual({ kind: 'off' });
    expect(await booted.command('login.set', { enabled: true })).toEqual({ ok: true, value: null });
    expect(booted.seen.loginRequests).toEqual([
      { path: process.execPath, args: ['--hidden'], openAtLogin: true, enabled: true },
    ]);
    expect(await login()).toEqual({ kind: 'on' });
  });

  it('fails in words where the system does not do it', async () => {
    await boot({ platform: 'win32', packaged: true, loginItemWorks: false });
    expect(await booted.command('login.set', { enabled: true })).toMatchObject({
      ok: false,
      error: { code: 'login_item_failed', params: { kind: 'off' } },
    });
  });

  it('is looked up again when the popover opens: the person may have switched it off in the system', async () => {
    const says = { openAtLogin: true, executableWillLaunchAtLogin: true };
    await boot({ platform: 'win32', packaged: true, loginItem: says });
    expect(await login()).toEqual({ kind: 'on' });
    booted.seen.loginItem = { openAtLogin: true, executableWillLaunchAtLogin: false };
    booted.app.emit('second-instance', {}, [], '');
    await eventually(() =>
      expect(window().contents.sent.at(-1)?.args[0]).toMatchObject({
        host: { desktop: { login: { kind: 'blocked' } } },
      }),
    );
  });

  it('is a file on Linux', async () => {
    const config = mkdtempSync(join(tmpdir(), 'pachca-xdg-'));
    await boot({ packaged: true, env: { XDG_CONFIG_HOME: config, APPIMAGE: '/home/o/a.AppImage' } });
    await booted.command('login.set', { enabled: true });
    const entry = readFileSync(join(config, 'autostart', 'pachca-status.desktop'), 'utf8');
    expect(entry).toContain('Exec=/home/o/a.AppImage --hidden');
    expect(await login()).toEqual({ kind: 'on' });
    rmSync(config, { recursive: true });
  });
});

describe('Notifications that fail', () => {
  it.each(['failed', 'unsupported'] as const)(
    'are told in the popover and in the diagnostics (%s)',
    async (notifications) => {
      await boot({ platform: 'darwin', notifications });
      window().contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
      for (let times = 0; times < 4; times += 1) {
        window().contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
        await new Promise(setImmediate);
      }
      const { hints, host } = await booted.state();
      expect(host.desktop.notifications).toBe('failed');
      expect(hints).toContain('notifications');
      expect(await booted.command('diagnostics.collect', {})).toMatchObject({
        value: expect.stringContaining('notifications failed') as string,
      });
    },
  );
});

describe('A press in the Action Center that started the app', () => {
  it('is answered once the accounts are there', async () => {
    const appData = mkdtempSync(join(tmpdir(), 'pachca-toast-'));
    mkdirSync(join(appData, 'Pachca Status'));
    const file = join(appData, 'Pachca Status', 'notifications.json');
    const action = { name: 'popover.openSettings', input: {} };
    writeFileSync(file, JSON.stringify([{ id: 'old', until: null, actions: [action] }]));
    const activation = { type: 'action', actionIndex: 0, arguments: 'type=action&action=0&tag=old' };
    await boot({ platform: 'win32', appData, activation });
    await vi.waitFor(async () => expect((await booted.state()).settingsAsked).toBe(1));
    expect(booted.seen.toastActivator).toMatch(/^\{[0-9A-F-]{36}\}$/);
    rmSync(appData, { recursive: true });
  });
});

describe('A second start', () => {
  it('that names a preset asks for it and shows nothing; anything else shows the popover', async () => {
    await boot();
    await booted.command('popover.hide', {});
    booted.app.emit('second-instance', {}, ['app', '--apply-preset=vacation'], '/');
    // Nobody is signed in: the person is told, and not by the popover.
    await eventually(() => expect(booted.seen.notifications).toHaveLength(1));
    expect(window().visible).toBe(false);
    booted.app.emit('second-instance', {}, ['app', '--apply-preset=../x'], '/');
    expect(window().visible).toBe(true);
  });
});

describe('On macOS', () => {
  it('Cmd+, shows the settings, Cmd+W closes and Cmd+Q quits', async () => {
    await boot({ platform: 'darwin' });
    await booted.command('popover.hide', {});
    const items = (booted.seen.applicationMenu?.template ?? []).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    expect(items.map(({ role }) => role)).toEqual(expect.arrayContaining(['close', 'quit']));
    const settings = items.find(({ accelerator }) => accelerator === 'Command+,');
    (settings?.click as () => void)();
    expect(window().visible).toBe(true);
    expect((await booted.state()).settingsAsked).toBe(1);
  });

  it('a page that lost the focus hides the popover, where the window does not say so', async () => {
    await boot({ platform: 'darwin' });
    await booted.command('popover.blurred', {});
    expect(window().visible).toBe(false);
  });
});

describe('Elsewhere', () => {
  it.each(['win32', 'linux'] as const)('the window says itself that it lost the focus (%s)', async (platform) => {
    await boot({ platform });
    await booted.command('popover.blurred', {});
    expect(window().visible).toBe(true);
  });
});

describe('Without the sandbox', () => {
  it.each([
    ['a switch', { switches: { 'no-sandbox': '' } }],
    ['a variable', { env: { ELECTRON_DISABLE_SANDBOX: '1' } }],
  ] as const)('the app refuses to start, in words, before anything else: asked for by %s', async (_how, options) => {
    await boot(options);
    expect(booted.seen.exitCode).toBe(1);
    expect(booted.seen.errorBoxes).toEqual([expect.stringContaining('sandbox')]);
    expect(booted.seen).toMatchObject({ windows: [], trays: [], sandboxed: false });
  });
});
