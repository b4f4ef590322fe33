import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bootMain, eventually, type Booted, type BootOptions } from '../../support/electron-boot.ts';

let booted: Booted;
let now: number;
beforeEach(() => {
  now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  booted.stop();
  vi.restoreAllMocks();
});

const boot = async (options: BootOptions = {}): Promise<void> => {
  booted = await bootMain(options);
};
const pass = (milliseconds: number): void => {
  now += milliseconds;
};
const window = () => booted.window();
const iconBounds = { x: 1000, y: 0, width: 24, height: 24 };

describe('On macOS', () => {
  it.each([
    ['the focus goes before the press is told', ['blur', 'mouse-down']],
    ['the focus goes after it', ['mouse-down', 'blur']],
    ['the focus stays', ['mouse-down']],
  ])('a long press on the icon closes the popover and does not open it again: %s', async (_order, events) => {
    await boot({ platform: 'darwin', trayBounds: iconBounds });
    pass(5_000);
    for (const event of events) {
      if (event === 'blur') window().loseFocus();
      else booted.tray().emit('mouse-down', {}, { x: 1010, y: 10 });
    }
    pass(4_000);
    booted.tray().emit('click', {});
    expect(window().visible).toBe(false);
    pass(1_000);
    booted.tray().emit('mouse-down', {}, { x: 1010, y: 10 });
    booted.tray().emit('click', {});
    expect(window().visible).toBe(true);
  });

  it('a click with Ctrl opens the menu, as the other button does', async () => {
    await boot({ platform: 'darwin' });
    pass(1_000);
    await booted.command('popover.hide', {});
    booted.tray().emit('click', { ctrlKey: true });
    expect(booted.tray().popups).toHaveLength(1);
    expect(window().visible).toBe(false);
  });

  it('hiding gives the focus back where a click had activated the app, and the next opening shows it again', async () => {
    await boot({ platform: 'darwin', activates: true });
    await booted.command('popover.hide', {});
    expect(booted.seen.appHidden).toBe(true);
    booted.app.emit('second-instance', {}, [], '');
    expect(booted.seen.appHidden).toBe(false);
    expect(window().visible).toBe(true);
  });

  it('the app is not hidden where it was not active: the focus is elsewhere already', async () => {
    await boot({ platform: 'darwin' });
    await booted.command('popover.hide', {});
    expect(booted.seen.appHidden).toBe(false);
  });
});

describe('On Windows', () => {
  it('the popover lies above the flyout of hidden icons', async () => {
    await boot({ platform: 'win32' });
    expect(window().onTop).toEqual([true, 'pop-up-menu']);
  });

  it('a long press on the icon does not open it again: the mouse was there when the focus went', async () => {
    await boot({ platform: 'win32', trayBounds: iconBounds, cursor: { x: 1012, y: 12 } });
    pass(1_000);
    window().loseFocus();
    pass(1_500);
    booted.tray().emit('click', {});
    expect(window().visible).toBe(false);
  });
});

describe('A dialog to save a file', () => {
  it('belongs to the window, which stays though it loses the focus, and is written to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pachca-save-'));
    await boot({ saveAs: join(folder, 'presets.json') });
    pass(1_000);
    const saving = booted.command('file.save', { name: 'presets.json', text: '{}' });
    await eventually(() => expect(booted.seen.saveDialogs).toHaveLength(1));
    expect(booted.seen.saveDialogs[0]?.contents === window().contents).toBe(true);
    expect(await saving).toEqual({ ok: true, value: true });
    expect(readFileSync(join(folder, 'presets.json'), 'utf8')).toBe('{}');
    rmSync(folder, { recursive: true });
  });

  it('belongs to nobody where the popover is hidden', async () => {
    await boot({ switches: { hidden: '' } });
    expect(await booted.command('file.save', { name: 'a.txt', text: '' })).toEqual({ ok: true, value: false });
    expect(booted.seen.saveDialogs).toEqual([null]);
  });
});

describe('What a page holds open', () => {
  it('is let go when the page crashes, for nobody else can', async () => {
    await boot();
    pass(1_000);
    await booted.command('popover.hold', { held: true });
    window().loseFocus();
    expect(window().visible).toBe(true);
    window().contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 });
    window().focus();
    window().loseFocus();
    expect(window().visible).toBe(false);
  });
});

describe('Under Wayland', () => {
  it('the window is not placed, and nobody asks where the mouse is', async () => {
    const asked = vi.fn();
    const cursor = {
      get x(): number {
        asked();
        return 0;
      },
      y: 0,
    };
    await boot({ env: { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }, cursor });
    pass(1_000);
    window().loseFocus();
    booted.app.emit('second-instance', {}, [], '');
    expect(window().visible).toBe(true);
    expect(window().history).not.toContain('bounds');
    expect(asked).not.toHaveBeenCalled();
  });
});
