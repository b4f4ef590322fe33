import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import type { LoginItem } from '../../shared/desktop.ts';
import { AUTOSTART_FILE, autostartEntry, readAutostart } from './autostart-entry.ts';

/** Says nobody asked for a window. */
const HIDDEN = '--hidden';

/** What the login item depends on. */
export interface LoginParts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The part of Electron's `app` that is used. */
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'isPackaged' | 'getAppPath'>;
  readonly execPath: string;
}

/** Whether the app starts at login: asked of the system, never remembered. */
export interface LoginStart {
  /** As the system said last; see {@link LoginStart.refresh}. */
  current(): LoginItem;
  /** Asks the system, and mends an entry of Linux that starts a program which is elsewhere now. */
  refresh(): Promise<void>;
  /** Asks the system to change it. What came of it, {@link LoginStart.current} says. */
  set(enabled: boolean): Promise<void>;
}

/** Makes it for this system. */
export function createLoginStart(parts: LoginParts): LoginStart {
  const { platform, env, app } = parts;
  if (platform === 'darwin' && !app.isPackaged) return unavailable('sources');
  if (platform === 'linux' && env['FLATPAK_ID']) return unavailable('flatpak');
  return platform === 'linux' ? autostart(parts) : loginItem(parts);
}

function unavailable(why: Extract<LoginItem, { kind: 'unavailable' }>['why']): LoginStart {
  return {
    current: () => ({ kind: 'unavailable', why }),
    refresh: () => Promise.resolve(),
    set: () => Promise.reject(new Error(`Not possible: ${why}`)),
  };
}

/** macOS and Windows have an interface for it. */
function loginItem({ platform, app, execPath }: LoginParts): LoginStart {
  const args = [...(app.isPackaged ? [] : [`"${app.getAppPath()}"`]), HIDDEN];
  const options = platform === 'win32' ? { path: execPath, args } : {};
  function current(): LoginItem {
    const { openAtLogin, status, executableWillLaunchAtLogin } = app.getLoginItemSettings(options);
    if (platform === 'darwin') {
      if (status === 'requires-approval') return { kind: 'blocked' };
      return { kind: status === 'enabled' ? 'on' : 'off' };
    }
    // Registered, but switched off in the Task Manager.
    if (openAtLogin && !executableWillLaunchAtLogin) return { kind: 'blocked' };
    return { kind: openAtLogin ? 'on' : 'off' };
  }
  let known = current();
  const refresh = (): Promise<void> => {
    known = current();
    return Promise.resolve();
  };
  return {
    current: () => known,
    refresh,
    set: (enabled) => {
      app.setLoginItemSettings({ ...options, openAtLogin: enabled, ...(platform === 'win32' && { enabled }) });
      return refresh();
    },
  };
}

/** Linux has a folder of desktop entries. */
function autostart({ env, app, execPath }: LoginParts): LoginStart {
  // Relative values are to be ignored (XDG Base Directory Specification).
  const asked = env['XDG_CONFIG_HOME'];
  const config = asked?.startsWith('/') ? asked : join(env['HOME'] ?? homedir(), '.config');
  const file = join(config, 'autostart', AUTOSTART_FILE);
  // An AppImage is mounted elsewhere at each start; its own file is what stays.
  const program = env['APPIMAGE'] ?? execPath;
  const entry = autostartEntry([program, ...(app.isPackaged ? [] : [app.getAppPath()]), HIDDEN]);
  let known: LoginItem = { kind: 'off' };

  async function refresh(): Promise<void> {
    const text = await readFile(file, 'utf8').catch(() => null);
    const found = text === null ? null : readAutostart(text);
    known = { kind: found?.enabled ? 'on' : 'off' };
    if (found?.enabled && found.exec !== readAutostart(entry).exec) await write().catch(() => undefined);
  }
  async function write(): Promise<void> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, entry);
  }
  return {
    current: () => known,
    refresh,
    set: async (enabled) => {
      try {
        if (enabled) await write();
        else await rm(file, { force: true });
      } finally {
        await refresh();
      }
    },
  };
}
