/**
 * A stand-in for the `electron` module: enough of it to run the built main bundle in Node, with everything recorded.
 * What it lacks throws when touched, so the bundle cannot use an API unseen; what it has is typed after Electron's own
 * declarations, so a change of Electron's API fails to compile.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type * as Electron from 'electron';

/** What the test decides about the computer. */
export interface Machine {
  readonly appData: string;
  readonly switches?: Readonly<Record<string, string>>;
  readonly packaged?: boolean;
  readonly languages?: readonly string[];
  /** Whether no other process has the single-instance lock. Default true. */
  readonly first?: boolean;
  readonly trayBounds?: Electron.Rectangle;
  readonly display?: { readonly bounds: Electron.Rectangle; readonly workArea: Electron.Rectangle };
  readonly dark?: boolean;
  /** What its windows tell of their page. Default all of it; Wayland leaves `ready-to-show` out (electron#48859). */
  readonly tellsOfPage?: readonly ('ready-to-show' | 'did-finish-load')[];
  /** Whether a click activates the app on macOS, panel or not (electron#53889). */
  readonly activates?: boolean;
  /** Where the mouse is. Default the corner of the screen. */
  readonly cursor?: Electron.Point;
  /** What becomes of its notifications. Default: shown, as far as the system tells. */
  readonly notifications?: 'shown' | 'failed' | 'unsupported';
  /** An activation that started the app (Windows). */
  readonly activation?: Electron.ActivationArguments;
  /** What the system says about starting at login, until the app changes it. */
  readonly loginItem?: Partial<Electron.LoginItemSettings>;
  /** Whether the system does what the app asks about that. Default true. */
  readonly loginItemWorks?: boolean;
  /** The file that a person names in a save dialog. Default: they change their mind. */
  readonly saveAs?: string;
}

const quiet: ReadonlySet<string> = new Set(['then', 'toJSON', 'asymmetricMatch', '$$typeof', 'nodeType', 'tagName']);

/** Throws for members that are not there. */
function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, key) => {
      if (typeof key === 'string' && !(key in object) && !quiet.has(key)) throw lacks(`${name}.${key}`);
      return Reflect.get(object, key) as unknown;
    },
    set: (object, key, value) => {
      if (typeof key === 'string' && !key.startsWith('_') && !(key in object)) throw lacks(`${name}.${key}`);
      return Reflect.set(object, key, value);
    },
  });
}

const lacks = (what: string): Error => new Error(`The stand-in for electron has no ${what}`);

/** Part of an object of Electron's, with its types; the rest throws. The one cast from the part to the whole is here. */
const part =
  <T extends object>() =>
  <K extends Exclude<keyof T, keyof EventEmitter>>(name: string, members: Pick<T, K>): T & EventEmitter =>
    strict(name, Object.assign(new EventEmitter(), members)) as unknown as T & EventEmitter;

/** A frame as IPC events carry it. */
export type StandInFrame = Pick<Electron.WebFrameMain, 'parent' | 'url'>;

export class StandInContents
  extends EventEmitter
  implements Pick<Electron.WebContents, 'send' | 'reload' | 'isDestroyed' | 'isDevToolsOpened' | 'setWindowOpenHandler'>
{
  readonly sent: { readonly channel: string; readonly args: readonly unknown[] }[] = [];
  reloads = 0;
  devTools = false;
  windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  readonly mainFrame: { parent: null; url: string } = { parent: null, url: '' };

  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, args });
  }
  reload(): void {
    this.reloads += 1;
    this.emit('did-navigate');
  }
  isDestroyed(): boolean {
    return false;
  }
  isDevToolsOpened(): boolean {
    return this.devTools;
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.windowOpenHandler = handler;
  }
}

type WindowMembers =
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'showInactive'
  | 'setAlwaysOnTop'
  | 'setSkipTaskbar'
  | 'setBounds'
  | 'getBounds'
  | 'setBackgroundColor'
  | 'setVisibleOnAllWorkspaces';

export class StandInWindow extends EventEmitter implements Pick<Electron.BrowserWindow, WindowMembers> {
  readonly contents = new StandInContents();
  readonly webContents = strict('webContents', this.contents);
  readonly loaded: string[] = [];
  /** What happened to it, in order: `bounds`, `push`, `show`, `hide`, `focus`, `minimize`, `restore`. */
  readonly history: string[] = [];
  visible = false;
  minimized = false;
  /** As {@link Electron.BrowserWindow.setAlwaysOnTop} was called last. */
  onTop: readonly [boolean, string?] | null = null;
  inTaskbar: boolean;
  focused = false;
  bounds: Electron.Rectangle;
  backgroundColor: string | undefined;
  workspaces: unknown[] = [];
  readonly options: Electron.BrowserWindowConstructorOptions;
  private readonly tellsOfPage: NonNullable<Machine['tellsOfPage']>;

  constructor(options: Electron.BrowserWindowConstructorOptions, machine: Pick<Machine, 'tellsOfPage'>) {
    super();
    this.options = options;
    this.tellsOfPage = machine.tellsOfPage ?? ['ready-to-show', 'did-finish-load'];
    this.backgroundColor = options.backgroundColor;
    this.inTaskbar = options.skipTaskbar !== true;
    this.bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 };
    const send = this.contents.send.bind(this.contents);
    this.contents.send = (channel, ...args) => {
      this.history.push('push');
      send(channel, ...args);
    };
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    await new Promise(setImmediate);
    this.contents.mainFrame.url = url;
    this.contents.emit('did-navigate');
    if (this.tellsOfPage.includes('ready-to-show')) this.emit('ready-to-show');
    if (this.tellsOfPage.includes('did-finish-load')) this.contents.emit('did-finish-load');
  }
  show(): void {
    this.history.push('show');
    this.visible = true;
  }
  showInactive(): void {
    this.show();
  }
  minimize(): void {
    this.history.push('minimize');
    this.minimized = true;
    if (this.focused) this.loseFocus();
  }
  restore(): void {
    this.history.push('restore');
    this.minimized = false;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  setAlwaysOnTop(...args: [boolean, string?]): void {
    this.onTop = args;
  }
  setSkipTaskbar(skip: boolean): void {
    this.inTaskbar = !skip;
  }
  hide(): void {
    this.history.push('hide');
    this.visible = false;
    if (this.focused) this.loseFocus();
  }
  focus(): void {
    this.history.push('focus');
    this.focused = true;
  }
  /** The person clicks elsewhere. */
  loseFocus(): void {
    this.focused = false;
    this.emit('blur');
  }
  isVisible(): boolean {
    return this.visible;
  }
  isFocused(): boolean {
    return this.focused;
  }
  isDestroyed(): boolean {
    return false;
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.history.push('bounds');
    this.bounds = { ...this.bounds, ...bounds };
  }
  getBounds(): Electron.Rectangle {
    return this.bounds;
  }
  setBackgroundColor(color: string): void {
    this.backgroundColor = color;
  }
  setVisibleOnAllWorkspaces(...args: unknown[]): void {
    this.workspaces = args;
  }
}

/** A native menu: the template it was made of. */
export interface StandInMenu {
  readonly template: readonly Electron.MenuItemConstructorOptions[];
}

/** A picture: the file it was made of. */
export interface StandInImage {
  readonly path: string;
}

type TrayMembers = 'getBounds' | 'destroy' | 'setToolTip' | 'setIgnoreDoubleClickEvents';

export class StandInTray extends EventEmitter implements Pick<Electron.Tray, TrayMembers> {
  toolTip = '';
  destroyed = false;
  /** The menu that the system shows by itself (Linux). */
  contextMenu: StandInMenu | null = null;
  /** Menus that were opened by the app, the latest last. */
  readonly popups: StandInMenu[] = [];
  readonly images: StandInImage[];
  private readonly bounds: Electron.Rectangle;

  constructor(image: StandInImage, bounds: Electron.Rectangle) {
    super();
    this.images = [image];
    this.bounds = bounds;
  }
  setImage(image: StandInImage): void {
    this.images.push(image);
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }
  setContextMenu(menu: StandInMenu): void {
    this.contextMenu = menu;
  }
  popUpContextMenu(menu: StandInMenu): void {
    this.popups.push(menu);
  }
  setIgnoreDoubleClickEvents(): void {
    // Nothing to see.
  }
  getBounds(): Electron.Rectangle {
    return this.bounds;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

class StandInNotification extends EventEmitter implements Pick<Electron.Notification, 'show'> {
  shown = false;
  readonly options: Electron.NotificationConstructorOptions;
  constructor(options: Electron.NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    this.shown = true;
  }
}

type Invoked = Parameters<Electron.IpcMain['handle']>[1];
type Served = Parameters<Electron.Protocol['handle']>[1];

/** Makes an `electron` for one boot, and what a test sees of it. */
export function createStandIn(machine: Machine) {
  const paths = new Map<string, string>([
    ['appData', machine.appData],
    ['documents', machine.appData],
  ]);
  const handlers = new Map<string, Invoked>();
  const served = new Map<string, Served>();
  const windows: StandInWindow[] = [];
  const trays: StandInTray[] = [];
  const notifications: StandInNotification[] = [];
  const seen = {
    copied: new Array<string>(),
    windows,
    trays,
    notifications,
    handlers,
    served,
    schemes: [] as Electron.CustomScheme[],
    applicationMenu: undefined as StandInMenu | null | undefined,
    sandboxed: false,
    dockHidden: false,
    /** Whether the whole app is hidden (macOS). */
    appHidden: false,
    userTasks: [] as readonly Electron.Task[],
    toastActivator: '',
    loginItem: machine.loginItem ?? {},
    loginRequests: [] as Electron.Settings[],
    /** Called by the system for a press on any notification (Windows). */
    activated: null as Parameters<typeof Electron.Notification.handleActivation>[0] | null,
    /** The windows that save dialogs belonged to. */
    saveDialogs: [] as (StandInWindow | null)[],
    appUserModelId: '',
    opened: [] as string[],
    errorBoxes: [] as string[],
    exitCode: null as number | null,
    quits: 0,
    permissions: {
      request: null as Parameters<Electron.Session['setPermissionRequestHandler']>[0],
      check: null as Parameters<Electron.Session['setPermissionCheckHandler']>[0],
      device: null as Parameters<Electron.Session['setDevicePermissionHandler']>[0],
    },
  };
  let ready = (): void => undefined;
  const whenReady = new Promise<void>((resolve) => (ready = resolve));
  let isReady = false;
  const beforeReady = (what: string): void => {
    if (isReady) throw new Error(`${what} works before "ready" only`);
  };

  const app = part<Electron.App>()('app', {
    commandLine: part<Electron.CommandLine>()('app.commandLine', {
      getSwitchValue: (name) => machine.switches?.[name] ?? '',
      hasSwitch: (name) => name in (machine.switches ?? {}),
    }),
    dock: part<Electron.Dock>()('app.dock', { hide: () => void (seen.dockHidden = true) }),
    isPackaged: machine.packaged ?? false,
    getPath: (name) => {
      const path = paths.get(name);
      if (path === undefined) throw lacks(`app.getPath('${name}')`);
      return path;
    },
    setPath: (name, path) => {
      if (!existsSync(path)) throw new Error('Path must exist');
      paths.set(name, path);
    },
    requestSingleInstanceLock: () => {
      if (!paths.has('userData')) throw new Error('The lock belongs to the data folder, which is not set yet');
      return machine.first ?? true;
    },
    enableSandbox: () => {
      beforeReady('app.enableSandbox');
      seen.sandboxed = true;
    },
    setAppUserModelId: (id) => void (seen.appUserModelId = id),
    whenReady: () => whenReady,
    getVersion: () => '0.1.0',
    getPreferredSystemLanguages: () => [...(machine.languages ?? ['en-GB'])],
    getAppPath: () => '/opt/pachca status',
    setUserTasks: (tasks) => {
      seen.userTasks = tasks;
      return true;
    },
    setToastActivatorCLSID: (id) => void (seen.toastActivator = id),
    getLoginItemSettings: () => ({ wasOpenedAtLogin: false, ...seen.loginItem }) as Electron.LoginItemSettings,
    setLoginItemSettings: (settings) => {
      seen.loginRequests.push(settings);
      if (machine.loginItemWorks === false) return;
      const on = settings.openAtLogin ?? false;
      const status = on ? 'enabled' : 'not-registered';
      seen.loginItem = { openAtLogin: on, executableWillLaunchAtLogin: on, status };
    },
    quit: () => {
      seen.quits += 1;
      app.emit('before-quit');
      app.emit('will-quit');
    },
    exit: (code) => void (seen.exitCode = code ?? 0),
    isActive: () => (machine.activates ?? false) && !seen.appHidden,
    isHidden: () => seen.appHidden,
    hide: () => void (seen.appHidden = true),
    show: () => void (seen.appHidden = false),
  });

  class BrowserWindow extends StandInWindow {
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super(options, machine);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
      return strict<this>('BrowserWindow', this);
    }
  }

  class Tray extends StandInTray {
    constructor(image: StandInImage) {
      super(image, machine.trayBounds ?? { x: 0, y: 0, width: 0, height: 0 });
      trays.push(this);
      return strict<this>('Tray', this);
    }
  }

  class Notification extends StandInNotification {
    constructor(options: Electron.NotificationConstructorOptions) {
      super(options);
      notifications.push(this);
      return strict<this>('Notification', this);
    }
    static isSupported(): boolean {
      return machine.notifications !== 'unsupported';
    }
    static handleActivation(callback: Parameters<typeof Electron.Notification.handleActivation>[0]): void {
      seen.activated = callback;
      if (machine.activation) callback(machine.activation);
    }
    override show(): void {
      super.show();
      if (machine.notifications === 'failed') this.emit('failed', {}, 'Notifications are not allowed');
      else this.emit('show', {});
    }
  }

  const display = machine.display ?? {
    bounds: { x: 0, y: 0, width: 1440, height: 900 },
    workArea: { x: 0, y: 25, width: 1440, height: 875 },
  };

  const electron = strict('electron', {
    app,
    BrowserWindow,
    Tray,
    Notification,
    Menu: strict('Menu', {
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]): StandInMenu => ({ template }),
      setApplicationMenu: (menu: StandInMenu | null): void => {
        beforeReady('Menu.setApplicationMenu');
        seen.applicationMenu = menu;
      },
    } satisfies Record<keyof Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>, unknown>),
    nativeImage: strict('nativeImage', {
      createFromPath: (path: string): StandInImage => {
        if (!existsSync(path)) throw new Error(`There is no picture at ${path}`);
        return { path };
      },
    } satisfies Record<keyof Pick<typeof Electron.nativeImage, 'createFromPath'>, unknown>),
    nativeTheme: part<Electron.NativeTheme>()('nativeTheme', {
      themeSource: 'system',
      shouldUseDarkColors: machine.dark ?? false,
      shouldUseDarkColorsForSystemIntegratedUI: machine.dark ?? false,
    }),
    net: part<Electron.Net>()('net', { fetch: (url, init) => fetch(url as string, init) }),
    powerMonitor: part<Electron.PowerMonitor>()('powerMonitor', {}),
    protocol: part<Electron.Protocol>()('protocol', {
      registerSchemesAsPrivileged: (schemes) => {
        beforeReady('protocol.registerSchemesAsPrivileged');
        seen.schemes.push(...schemes);
      },
      handle: (scheme, handler) => void served.set(scheme, handler),
    }),
    screen: part<Electron.Screen>()('screen', {
      getDisplayMatching: () => display as Electron.Display,
      getDisplayNearestPoint: () => display as Electron.Display,
      getCursorScreenPoint: () => machine.cursor ?? { x: 0, y: 0 },
    }),
    session: strict('session', {
      defaultSession: part<Electron.Session>()('session.defaultSession', {
        setPermissionRequestHandler: (handler) => void (seen.permissions.request = handler),
        setPermissionCheckHandler: (handler) => void (seen.permissions.check = handler),
        setDevicePermissionHandler: (handler) => void (seen.permissions.device = handler),
      }),
    }),
    shell: part<Electron.Shell>()('shell', {
      openExternal: (url) => {
        seen.opened.push(url);
        return Promise.resolve();
      },
    }),
    dialog: part<Electron.Dialog>()('dialog', {
      showErrorBox: (title, content) => void seen.errorBoxes.push(`${title}: ${content}`),
      showSaveDialog: (...args: unknown[]) => {
        seen.saveDialogs.push(args.length > 1 ? (args[0] as StandInWindow) : null);
        return Promise.resolve({ canceled: machine.saveAs === undefined, filePath: machine.saveAs ?? '' });
      },
    }),
    clipboard: part<Electron.Clipboard>()('clipboard', {
      writeText: (text) => {
        seen.copied.push(text);
        return Promise.resolve();
      },
    }),
    ipcMain: part<Electron.IpcMain>()('ipcMain', {
      handle: (channel, listener) => void handlers.set(channel, listener),
    }),
  } satisfies Partial<Record<keyof typeof Electron, unknown>>);

  return {
    electron,
    seen,
    /** Tells the app that Electron is ready, as happens once its main module has run. */
    becomeReady: () => {
      isReady = true;
      ready();
    },
  };
}
