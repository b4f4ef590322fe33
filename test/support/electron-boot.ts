/** Boots the built main bundle in this process, on the stand-in for Electron, and plays the person and the system. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import { vi } from 'vitest';
import { channels } from '../../shared/bridge.ts';
import type { Result } from '../../shared/result.ts';
import type { AppState } from '../../shared/state.ts';
import { builtFile } from './build.ts';
import { createStandIn, type Machine, type StandInFrame } from './electron-stand-in.ts';

/** What the test decides besides the {@link Machine}. */
export interface BootOptions extends Partial<Machine> {
  readonly platform?: 'darwin' | 'win32' | 'linux';
  /** `PACHCA_API_URL`. Default: where nobody listens. */
  readonly apiUrl?: string;
  /** The keychain, by `service/account`. */
  readonly keychain?: Map<string, string>;
  /** More of the environment; the desktop's own variables are taken out of it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether Electron becomes ready. Default true. */
  readonly ready?: boolean;
}

const nativeImport = createRequire(import.meta.url)('./native-import.cjs') as (url: string) => Promise<unknown>;
const standIns: Record<string, unknown> = {};
Reflect.set(globalThis, Symbol.for('stand-in'), standIns);
// Each boot brings the listeners of a whole process.
process.setMaxListeners(0);
process.stderr.setMaxListeners(0);
let boots = 0;
let hooked = false;

/** Waits until `check` no longer throws; long enough for a busy computer. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000, interval: 5 });

/** Boots the app; `stop` ends it and forgets its data. */
export async function bootMain(options: BootOptions = {}) {
  const main = await builtFile('main.js');
  const appData = options.appData ?? mkdtempSync(join(tmpdir(), 'pachca-main-'));
  const { electron, seen, becomeReady } = createStandIn({ ...options, appData });
  const keychain = options.keychain ?? new Map<string, string>();
  standIns['electron'] = electron;
  standIns['keytar'] = keytarOn(keychain);
  if (!hooked)
    register('./electron-hooks.mjs', import.meta.url, { data: { electron: Object.keys(electron), keytar: [] } });
  hooked = true;

  const platform = options.platform ?? 'linux';
  const realPlatform = process.platform;
  vi.stubEnv('PACHCA_API_URL', options.apiUrl ?? 'http://127.0.0.1:9');
  // Nobody's own autostart folder or panel is touched.
  vi.stubEnv('XDG_CONFIG_HOME', appData);
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nonexistent');
  for (const name of ['XDG_CURRENT_DESKTOP', 'XDG_SESSION_TYPE', 'WAYLAND_DISPLAY']) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(options.env ?? {})) vi.stubEnv(name, value);
  Object.defineProperty(process, 'platform', { value: platform });
  boots += 1;
  await nativeImport(`${pathToFileURL(main).href}?boot=${boots}`);
  if (options.ready !== false) {
    becomeReady();
    await eventually(() => {
      const page = seen.windows[0]?.contents.mainFrame.url;
      if (seen.exitCode === null && !page) throw new Error('Neither did the page load nor did the app exit');
    });
  }

  const page = (): Electron.WebContents => {
    const [window] = seen.windows;
    if (!window) throw new Error('There is no popover');
    return window.webContents as unknown as Electron.WebContents;
  };

  /** What the page's bridge does; the test may speak as another sender or frame. */
  function invoke(channel: string, payload?: unknown, from: { sender?: unknown; frame?: StandInFrame | null } = {}) {
    const handler = seen.handlers.get(channel);
    if (!handler) throw new Error(`Nobody handles ${channel}`);
    const sender = 'sender' in from ? from.sender : page();
    const senderFrame = 'frame' in from ? from.frame : page().mainFrame;
    const event = { sender, senderFrame } as unknown as Electron.IpcMainInvokeEvent;
    return Promise.resolve().then(() => handler(event, payload) as unknown);
  }

  const tray = () => {
    const [icon] = seen.trays;
    if (!icon) throw new Error('There is no tray icon');
    return icon;
  };

  /** The tray menu as the person would see it now. */
  function menu(): readonly Electron.MenuItemConstructorOptions[] {
    if (platform !== 'linux') tray().emit('right-click');
    const shown = platform === 'linux' ? tray().contextMenu : tray().popups.at(-1);
    return shown?.template ?? [];
  }

  /** The menu's item to choose whose label begins with `label`. */
  const item = (label: string) => menu().find((each) => each.click && each.label?.startsWith(label));

  return {
    app: electron.app,
    electron,
    seen,
    keychain,
    appData,
    tray,
    menu,
    invoke,
    /** The popover's window. */
    window: () => {
      const [window] = seen.windows;
      if (!window) throw new Error('There is no popover');
      return window;
    },
    state: () => invoke(channels.state) as Promise<AppState>,
    command: (name: string, input: unknown) => invoke(channels.command, { name, input }) as Promise<Result<unknown>>,
    /** Clicks the menu's item whose label begins with `label`, as the system would. */
    choose: (label: string): void => {
      const chosen = item(label);
      if (!chosen?.click || chosen.enabled === false) throw new Error(`The menu has nothing to click named ${label}`);
      (chosen.click as () => void)();
    },
    item,
    /** A request of the page to its own scheme. */
    request: async (url: string, init: RequestInit = {}): Promise<Response> => {
      const handler = seen.served.get('app');
      if (!handler) throw new Error('The scheme app: is not served');
      return handler(new Request(url, init));
    },
    stop: (): void => {
      electron.app.emit('will-quit');
      Object.defineProperty(process, 'platform', { value: realPlatform });
      vi.unstubAllEnvs();
      if (!options.appData) rmSync(appData, { recursive: true, force: true });
    },
  };
}

/** The booted app. */
export type Booted = Awaited<ReturnType<typeof bootMain>>;

/** A keychain that works, in memory. */
function keytarOn(entries: Map<string, string>) {
  const key = (service: string, account: string): string => `${service}/${account}`;
  return {
    getPassword: (service: string, account: string) => Promise.resolve(entries.get(key(service, account)) ?? null),
    setPassword: (service: string, account: string, password: string) => {
      entries.set(key(service, account), password);
      return Promise.resolve();
    },
    deletePassword: (service: string, account: string) => Promise.resolve(entries.delete(key(service, account))),
  };
}
