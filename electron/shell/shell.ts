import { join } from 'node:path';
import process from 'node:process';
import { app, clipboard } from 'electron';
import type { CommandCall } from '../../shared/contract.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { App } from '../services/app.ts';
import type { Host, Log } from '../services/ports.ts';
import { systemTimeZone } from '../services/time-zone.ts';
import { openDoor } from './ipc.ts';
import { saveFile } from './files.ts';
import { openLink } from './links.ts';
import { lockSession } from './locks.ts';
import { notify } from './notifications.ts';
import { createPopover, type Popover } from './popover-window.ts';
import { onWake } from './power.ts';
import { servePageScheme } from './protocol.ts';
import { applyTheme, backgroundFor, onThemeChange } from './theme.ts';
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
  /** Shows the popover: the app was started again, or its icon in the dock was clicked. */
  open(): void;
}

/** Puts the core behind a tray icon and a popover. To be called when the app is ready. */
export function startShell({ dist, icons, log, ...parts }: ShellParts): Shell {
  // The core needs its host before the popover can exist, because the popover shows the core's state.
  const surface: { popover: Popover | null } = { popover: null };
  const open = (): void => surface.popover?.show();
  const send = ({ name, input }: CommandCall): void => void core.dispatch(name, input);

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
    notify: (notification) => notify(notification, { open, send }),
    copyText: (text) => clipboard.writeText(text),
    saveFile: async (file) => {
      // The dialog takes the focus, and a popover that lost it would be gone with what the person was doing.
      surface.popover?.hold(true);
      try {
        return await saveFile(file);
      } finally {
        surface.popover?.hold(false);
      }
    },
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
  });
  const popover = createPopover({
    dist,
    title: messages(core.state().locale).app.name,
    background: backgroundFor(core.state().settings.theme),
    trayBounds: () => tray.bounds(),
    state: () => core.state(),
    shown: () => core.popoverShown(),
    crashed: () => {
      core.rendererCrashed();
      const { app: texts, notices } = messages(core.state().locale);
      notify({ title: texts.name, body: notices.rendererCrashed }, { open, send });
    },
    log,
  });
  surface.popover = popover;

  const followTheme = (): void => {
    applyTheme(core.state().settings.theme);
    popover.setBackground(backgroundFor(core.state().settings.theme));
  };
  core.subscribe((state) => {
    followTheme();
    tray.draw(state);
    popover.push(state);
  });
  onThemeChange(() => {
    followTheme();
    tray.draw(core.state());
  });
  onWake(() => core.resumed());
  app.on('will-quit', () => {
    core.stop();
    // Windows keeps the icon of a process that is gone until the mouse comes by.
    tray.destroy();
  });

  if (!openedAtLogin()) open();
  core.start().catch((error: unknown) => log('error', 'The core did not start', { error }));
  return { open };
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
