import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bootMain, eventually, type Booted, type BootOptions } from '../../support/electron-boot.ts';

let booted: Booted;
let now: number;
beforeEach(() => {
  // The bundle reads the monotonic clock to tell a click from a click; the test moves it.
  now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  booted.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const boot = async (options: BootOptions = {}): Promise<void> => {
  booted = await bootMain(options);
};
const pass = (milliseconds: number): void => {
  now += milliseconds;
};
const window = () => booted.window();

describe('Starting', () => {
  it('shows the popover, the snapshot having been sent before', async () => {
    await boot();
    expect(window().visible).toBe(true);
    const { history } = window();
    const shown = history.indexOf('show');
    expect(history.slice(0, shown)).toEqual(expect.arrayContaining(['bounds', 'push']));
    expect(history.lastIndexOf('push', shown)).toBe(shown - 1);
    expect(history.slice(shown, shown + 2)).toEqual(['show', 'focus']);
  });

  it('shows nothing when the system started the app at login', async () => {
    await boot({ switches: { hidden: '' } });
    expect(window().visible).toBe(false);
    booted.app.emit('second-instance', {}, [], '');
    expect(window().visible).toBe(true);
  });

  it('keeps out of the taskbar and the dock', async () => {
    await boot({ platform: 'darwin' });
    expect(window().options).toMatchObject({ skipTaskbar: true, show: false, frame: false, resizable: false });
    expect(booted.seen.dockHidden).toBe(true);
  });

  it('is not in the way of text fields’ shortcuts on macOS, where those belong to a menu', async () => {
    await boot({ platform: 'darwin' });
    const menus = booted.seen.applicationMenu?.template ?? [];
    const roles = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu.map(({ role }) => role) : []));
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'quit']),
    );
    expect(roles).not.toEqual(expect.arrayContaining(['toggleDevTools']));
    expect(roles).not.toEqual(expect.arrayContaining(['reload']));
  });
});

describe('Where a window does not tell that it can be shown', () => {
  it.each([
    ['its page was loaded', ['did-finish-load']],
    ['it has taken long enough', []],
  ] as const)('the popover is shown all the same once %s', async (_when, tellsOfPage) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await boot({ tellsOfPage });
    expect(window().visible).toBe(false);
    await vi.advanceTimersByTimeAsync(tellsOfPage.length > 0 ? 500 : 3_000);
    expect(window().visible).toBe(true);
  });

  it('it stays hidden when nobody asked for it, and opens by a click after that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await boot({ platform: 'win32', switches: { hidden: '' }, tellsOfPage: [] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(window().visible).toBe(false);
    booted.tray().emit('click');
    expect(window().visible).toBe(true);
  });

  it('a second start during that time is not lost', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await boot({ switches: { hidden: '' }, tellsOfPage: [] });
    booted.app.emit('second-instance', {}, [], '');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(window().visible).toBe(true);
  });
});

describe('The popover', () => {
  it('is placed at the icon each time it is shown', async () => {
    await boot({ platform: 'darwin', trayBounds: { x: 1000, y: 0, width: 24, height: 24 } });
    expect(window().bounds).toEqual({ x: 832, y: 28, width: 360, height: 560 });
    window().setBounds({ x: 0, y: 0 });
    booted.app.emit('activate');
    expect(window().bounds).toEqual({ x: 832, y: 28, width: 360, height: 560 });
  });

  it('is in the corner of the work area where the system does not tell where the icon is', async () => {
    await boot({ platform: 'linux' });
    expect(window().bounds).toEqual({ x: 1080, y: 25, width: 360, height: 560 });
  });

  it('opens and closes by clicks on the icon', async () => {
    await boot({ platform: 'win32' });
    booted.tray().emit('click');
    expect(window().visible).toBe(false);
    pass(1000);
    booted.tray().emit('click');
    expect(window().visible).toBe(true);
  });

  it('opens again by a click right after it was closed by the keyboard', async () => {
    await boot({ platform: 'win32' });
    pass(1000);
    await booted.command('popover.hide', {});
    booted.tray().emit('click');
    expect(window().visible).toBe(true);
  });

  it('hides when the person goes elsewhere', async () => {
    await boot({ platform: 'darwin' });
    pass(1000);
    window().loseFocus();
    expect(window().visible).toBe(false);
  });

  it('is closed by a click on its icon, though that click takes the focus away first', async () => {
    await boot({ platform: 'win32' });
    pass(1000);
    window().loseFocus();
    pass(120);
    booted.tray().emit('click');
    expect(window().visible).toBe(false);
    pass(1000);
    booted.tray().emit('click');
    expect(window().visible).toBe(true);
  });

  it('stays when the taskbar takes the focus just after it was shown, and takes it back', async () => {
    await boot({ platform: 'win32' });
    pass(50);
    window().loseFocus();
    expect(window().visible).toBe(true);
    await eventually(() => expect(window().focused).toBe(true));
    pass(1000);
    window().loseFocus();
    expect(window().visible).toBe(false);
  });

  it('stays while its developer tools are open', async () => {
    await boot();
    pass(1000);
    window().contents.devTools = true;
    window().loseFocus();
    expect(window().visible).toBe(true);
  });

  it('hides when its page asks for it (Escape) and when somebody closes it, and is kept for the next time', async () => {
    await boot();
    await booted.command('popover.hide', {});
    expect(window().visible).toBe(false);
    booted.choose('Sign in…');
    expect(window().visible).toBe(true);
    const preventDefault = vi.fn();
    window().emit('close', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(window().visible).toBe(false);
    expect(booted.seen.windows).toHaveLength(1);
  });

  it('comes forward when the app is started a second time', async () => {
    await boot();
    await booted.command('popover.hide', {});
    booted.app.emit('second-instance', {}, [], '');
    expect(window().visible).toBe(true);
    expect(booted.seen.windows).toHaveLength(1);
  });

  it('does not hold up quitting', async () => {
    await boot();
    await booted.command('app.quit', {});
    const preventDefault = vi.fn();
    window().emit('close', { preventDefault });
    expect(preventDefault).not.toHaveBeenCalled();
    expect(booted.seen.quits).toBe(1);
    expect(booted.tray().destroyed).toBe(true);
  });
});

describe('When its page crashes', () => {
  const crash = async (): Promise<void> => {
    window().contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    await new Promise(setImmediate);
  };

  it('is loaded again, at most three times a minute, and stays hidden if it was', async () => {
    await boot({ switches: { hidden: '' } });
    for (const reloads of [1, 2, 3]) {
      await crash();
      expect(window().contents.reloads).toBe(reloads);
    }
    expect(booted.seen.notifications).toEqual([]);
    expect(window().history).not.toContain('show');
  });

  it('is given up the fourth time: the person is told, and opening it tries once more', async () => {
    await boot();
    for (let times = 0; times < 4; times += 1) await crash();
    expect(window().contents.reloads).toBe(3);
    expect(window().visible).toBe(false);
    expect(booted.seen.notifications).toHaveLength(1);
    expect((await booted.state()).notices).toMatchObject([{ kind: 'renderer-crashed' }]);
    booted.app.emit('second-instance', {}, [], '');
    expect(window().visible).toBe(true);
    expect(window().loaded).toHaveLength(2);
  });

  it('is sent nothing until there is a page again', async () => {
    await boot();
    const { sent } = window().contents;
    window().contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 });
    const before = sent.length;
    await booted.command('settings.update', { theme: 'light' });
    expect(sent).toHaveLength(before);
  });
});
