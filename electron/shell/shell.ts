import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { app, clipboard } from 'electron';
import type { CommandCall } from '../../shared/contract.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { AppState } from '../../shared/state.ts';
import type { App } from '../services/app.ts';
import type { Host, Log, SystemNotification } from '../services/ports.ts';
import { systemTimeZone } from '../services/time-zone.ts';
import { createDesktopFacts } from './desktop.ts';
import { isWayland } from './display-server.ts';
import { openDoor } from './ipc.ts';
import { saveFile } from './files.ts';
import { launchCommand, userTasks } from './launch-arguments.ts';
import { openLink } from './links.ts';
import { lockSession } from './locks.ts';
import { createLoginStart } from './login-item.ts';
import { createNotifier } from './notifications.ts';
import { createPopover, type Popover } from './popover-window.ts';
import { onWake } from './power.ts';
import { servePageScheme } from './protocol.ts';
import { applyTheme, backgroundFor, onThemeChange } from './theme.ts';
import type { SessionBus } from './session-bus/connect.ts';
import { createToastMemory } from './toast-memory.ts';
import { watchTrayHost } from './tray-host.ts';
import { createTray } from './tray.ts';

/** What the shell needs. */
export interface ShellParts {
  /** The folder of the built files. */
  readonly dist: string;
  /** The folder of the tray icon's files. */
  readonly icons: string;
  /** Makes the core for this host. */
  createCore(host: Host): App;
  readonly log: Log;
}

/** The running shell. */
export interface Shell {
  /** Shows the popover: the app's icon in the dock was clicked, say. */
  open(): void;
  /** The app was started again, with these arguments: does what they ask for, or shows the popover. */
  startedAgain(argv: readonly string[]): void;
  openSettings(): void;
}

/** Puts the core behind a tray icon and a popover. To be called when the app is ready. */
export function startShell({ dist, icons, log, ...parts }: ShellParts): Shell {
  // The core needs its host before the popover can exist, because the popover shows the core's state.
  const surface: { popover: Popover | null } = { popover: null };
  const open = (): void => surface.popover?.show();
  const send = ({ name, input }: CommandCall): void => void core.dispatch(name, input);

  const wayland = isWayland(process.platform, process.env, (name) => app.commandLine.getSwitchValue(name));
  const login = createLoginStart({ platform: process.platform, env: process.env, app, execPath: process.execPath });
  const desktop = createDesktopFacts({ wayland, login }, () => {
    core.desktopChanged();
    surface.popover?.setOrdinary(desktop.now().trayMissing);
  });
  const notifier: { notify: (notification: SystemNotification) => void } = { notify: () => undefined };

  const core = parts.createCore({
    kind: 'electron',
    platform: platformOf(process.platform),
    version: app.getVersion(),
    systemLocales,
    timeZone: systemTimeZone,
    openPopover: open,
    hidePopover: () => surface.popover?.hide(),
    popoverVisible: () => surface.popover?.isVisible() ?? false,
    quit: () => app.quit(),
    openExternal: openLink,
    notify: (notification) => notifier.notify(notification),
    copyText: (text) => clipboard.writeText(text),
    // The dialog takes the focus, and a popover that lost it would be gone with what the person was doing.
    saveFile: (file) =>
      surface.popover ? surface.popover.during((parent) => saveFile(file, parent)) : saveFile(file, null),
    desktop: () => desktop.now(),
    setStartAtLogin: (enabled) => login.set(enabled),
    popoverBlurred: () => surface.popover?.pageBlurred(),
    holdPopover: (held) => surface.popover?.hold(held),
  });

  lockSession();
  servePageScheme({ folder: join(dist, 'renderer'), avatar: (version) => core.avatar(version) });
  openDoor(core, () => surface.popover?.contents() ?? null);
  applyTheme(core.state().settings.theme);

  const tray = createTray({
    folder: icons,
    state: core.state(),
    send,
    clicked: () => surface.popover?.toggle(),
    pressed: () => surface.popover?.pressed(),
  });
  const popover = createPopover({
    dist,
    title: messages(core.state().locale).app.name,
    background: backgroundFor(core.state().settings.theme),
    wayland,
    trayBounds: () => tray.bounds(),
    state: () => core.state(),
    shown: () => {
      core.popoverShown();
      followLogin();
    },
    crashed: () => {
      core.rendererCrashed();
      const { app: texts, notices } = messages(core.state().locale);
      notifier.notify({ title: texts.name, body: notices.rendererCrashed });
    },
    log,
  });
  surface.popover = popover;

  /** The person may have changed it in the system's settings. */
  function followLogin(): void {
    const before = login.current().kind;
    login
      .refresh()
      .then(() => {
        if (login.current().kind !== before) core.desktopChanged();
      })
      .catch((error: unknown) => log('warn', 'The system did not say whether the app starts at login', { error }));
  }

  const followTheme = (): void => {
    applyTheme(core.state().settings.theme);
    popover.setBackground(backgroundFor(core.state().settings.theme));
  };
  let tasks = '';
  core.subscribe((state) => {
    followTheme();
    tray.draw(state);
    popover.push(state);
    tasks = drawTasks(state, tasks);
  });
  onThemeChange(() => {
    followTheme();
    tray.draw(core.state());
  });
  onWake(() => core.resumed());
  const stopWatching =
    process.platform === 'linux'
      ? watchTrayHost(
          () => loadSessionBus(dist),
          (tray) => desktop.setTray(tray),
        )
      : () => undefined;
  app.on('will-quit', () => {
    core.stop();
    stopWatching();
    // Windows keeps the icon of a process that is gone until the mouse comes by.
    tray.destroy();
  });

  if (!openedAtLogin()) open();
  const started = core.start().catch((error: unknown) => log('error', 'The core did not start', { error }));
  // What started the app, or a press that did, needs the accounts.
  const sendWhenStarted = (name: string, input: unknown): void => {
    void started.then(() => core.dispatch(name, input));
  };
  notifier.notify = createNotifier({
    platform: process.platform,
    now: Date.now,
    newId: randomUUID,
    memory: createToastMemory(join(app.getPath('userData'), 'notifications.json'), Date.now),
    open,
    send: sendWhenStarted,
    outcome: (outcome, reason) => {
      if (outcome === 'failed') log('warn', 'The system did not show a notification', { reason });
      desktop.setNotifications(outcome);
    },
  });
  followLogin();

  /** @returns whether the arguments asked for something else than the popover */
  function obey(argv: readonly string[]): boolean {
    const call = launchCommand(argv);
    if (call === 'refused') log('warn', 'Arguments that fit no command were ignored');
    if (call === null || call === 'refused') return false;
    sendWhenStarted(call.name, call.input);
    return true;
  }
  obey(process.argv);
  return {
    open,
    startedAgain: (argv) => {
      if (!obey(argv)) open();
    },
    openSettings: () => send({ name: 'popover.openSettings', input: {} }),
  };
}

/** Connects to the session bus; what speaks to it is a bundle of its own, which only Linux needs, and not at once. */
async function loadSessionBus(dist: string): Promise<SessionBus> {
  const bundle = (await import(pathToFileURL(join(dist, 'session-bus.js')).href)) as {
    readonly connectSessionBus: () => Promise<SessionBus>;
  };
  return bundle.connectSessionBus();
}

/** Puts the first presets into the menu of Windows' taskbar. @returns what is there now, to be given the next time */
function drawTasks(state: AppState, drawn: string): string {
  if (process.platform !== 'win32') return drawn;
  const args = app.isPackaged ? [] : [app.getAppPath()];
  const tasks = userTasks(state, { path: process.execPath, args });
  const model = JSON.stringify(tasks);
  if (model !== drawn) app.setUserTasks([...tasks]);
  return model;
}

/** The system's languages; `--lang=ru` goes before them, as Chromium's own texts do. */
function systemLocales(): readonly string[] {
  const asked = app.commandLine.getSwitchValue('lang');
  return [...(asked ? [asked] : []), ...app.getPreferredSystemLanguages()];
}

/** Nobody asked for a window then. Systems that do not tell are told with `--hidden` in their autostart entry. */
const openedAtLogin = (): boolean =>
  app.commandLine.hasSwitch('hidden') || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

/** Every other system that Electron runs on is a kind of Linux to this app. */
const platformOf = (platform: NodeJS.Platform): Host['platform'] =>
  platform === 'darwin' || platform === 'win32' ? platform : 'linux';
