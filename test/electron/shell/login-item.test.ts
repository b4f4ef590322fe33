import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoginItemSettings, Settings } from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { autostartEntry, readAutostart } from '../../../electron/shell/autostart-entry.ts';
import { createLoginStart } from '../../../electron/shell/login-item.ts';

let config: string;
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'pachca-config-'));
});
afterEach(() => rmSync(config, { recursive: true }));

/** Electron's part of it, as a system that does what it is asked. */
function system(says: Partial<LoginItemSettings> = {}, isPackaged = true) {
  const requests: Settings[] = [];
  const app = {
    isPackaged,
    getAppPath: () => '/src/app',
    getLoginItemSettings: () => ({ ...says }) as LoginItemSettings,
    setLoginItemSettings: (settings: Settings) => void requests.push(settings),
  };
  return { app, requests };
}

function linux(env: Record<string, string> = {}, execPath = '/opt/Pachca Status/pachca-status') {
  const { app } = system();
  return createLoginStart({ platform: 'linux', env: { XDG_CONFIG_HOME: config, ...env }, app, execPath });
}
const file = () => join(config, 'autostart', 'pachca-status.desktop');

describe('On Linux start at login', () => {
  test('is a desktop entry that starts the app hidden, and its removal', async () => {
    const login = linux();
    await login.refresh();
    expect(login.current()).toEqual({ kind: 'off' });
    await login.set(true);
    expect(login.current()).toEqual({ kind: 'on' });
    expect(readFileSync(file(), 'utf8')).toContain('Exec="/opt/Pachca Status/pachca-status" --hidden');
    await login.set(false);
    expect(login.current()).toEqual({ kind: 'off' });
    expect(() => readFileSync(file())).toThrow();
  });

  test('starts the AppImage itself, not what it is mounted as', async () => {
    await linux({ APPIMAGE: '/home/o/Pachca-Status.AppImage' }, '/tmp/.mount_x/pachca-status').set(true);
    expect(readFileSync(file(), 'utf8')).toContain('Exec=/home/o/Pachca-Status.AppImage --hidden');
  });

  test('follows an AppImage that was moved', async () => {
    await linux({ APPIMAGE: '/home/o/Downloads/a.AppImage' }).set(true);
    const moved = linux({ APPIMAGE: '/home/o/Apps/a.AppImage' });
    await moved.refresh();
    expect(moved.current()).toEqual({ kind: 'on' });
    expect(readFileSync(file(), 'utf8')).toContain('Exec=/home/o/Apps/a.AppImage --hidden');
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'is off where the desktop’s own settings say so, and is left so: %s',
    async (line) => {
      mkdirSync(join(config, 'autostart'));
      const text = `[Desktop Entry]\nExec=/elsewhere --hidden\n${line}\n`;
      writeFileSync(file(), text);
      const login = linux();
      await login.refresh();
      expect(login.current()).toEqual({ kind: 'off' });
      expect(readFileSync(file(), 'utf8')).toBe(text);
      await login.set(true);
      expect(login.current()).toEqual({ kind: 'on' });
    },
  );

  test('is what it was where the file cannot be written', async () => {
    writeFileSync(join(config, 'autostart'), 'in the way');
    const login = linux();
    await expect(login.set(true)).rejects.toThrow();
    expect(login.current()).toEqual({ kind: 'off' });
  });

  test('cannot be asked for out of a Flatpak', async () => {
    const login = linux({ FLATPAK_ID: 'app.pachca_status' });
    expect(login.current()).toEqual({ kind: 'unavailable', why: 'flatpak' });
    await expect(login.set(true)).rejects.toThrow();
  });
});

describe('On macOS start at login', () => {
  const mac = (says: Partial<LoginItemSettings>, packaged = true) =>
    createLoginStart({ platform: 'darwin', env: {}, app: system(says, packaged).app, execPath: '/Applications/a' });

  test.each([
    ['enabled', 'on'],
    ['not-registered', 'off'],
    ['not-found', 'off'],
    ['requires-approval', 'blocked'],
  ] as const)('is what the system says: %s', (status, kind) => {
    expect(mac({ status }).current()).toEqual({ kind });
  });

  test('belongs to a package: Electron alone would start, with nothing in it', () => {
    expect(mac({ status: 'enabled' }, false).current()).toEqual({ kind: 'unavailable', why: 'sources' });
  });
});

describe('On Windows start at login', () => {
  const windows = (says: Partial<LoginItemSettings>, packaged = true) => {
    const { app, requests } = system(says, packaged);
    return { login: createLoginStart({ platform: 'win32', env: {}, app, execPath: 'C:\\app.exe' }), requests };
  };

  test.each([
    [{ openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
    [{ openAtLogin: true, executableWillLaunchAtLogin: false }, 'blocked'],
    [{ openAtLogin: false, executableWillLaunchAtLogin: false }, 'off'],
  ] as const)('is what the system says: %j', (says, kind) => {
    expect(windows(says).login.current()).toEqual({ kind });
  });

  test('starts the app hidden, and lifts what the Task Manager has switched off', async () => {
    const { login, requests } = windows({});
    await login.set(true);
    expect(requests).toEqual([{ path: 'C:\\app.exe', args: ['--hidden'], openAtLogin: true, enabled: true }]);
  });

  test('starts the sources where those run', async () => {
    const { login, requests } = windows({}, false);
    await login.set(false);
    expect(requests).toMatchObject([{ args: ['"/src/app"', '--hidden'], openAtLogin: false }]);
  });
});

test('An entry’s command is read by a desktop as it was meant, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[^\0\r\n]+$/), { minLength: 1 }), (command) => {
      const { exec, enabled } = readAutostart(autostartEntry(command));
      expect(enabled).toBe(true);
      expect(parseExec(exec ?? '')).toEqual(command);
    }),
  );
});

/** Takes a value of the key Exec apart as the Desktop Entry Specification has it. */
function parseExec(value: string): string[] {
  const text = value.replaceAll('\\\\', '\\');
  const found: string[] = [];
  const argument = /"((?:\\.|[^"\\])*)"|([^\s"]+)/g;
  for (const [, quoted, plain] of text.matchAll(argument)) {
    found.push((quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '').replaceAll('%%', '%'));
  }
  return found;
}
