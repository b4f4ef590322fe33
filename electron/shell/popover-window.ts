import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { app, BrowserWindow, screen, type Rectangle, type WebContents } from 'electron';
import { channels } from '../../shared/bridge.ts';
import type { AppState } from '../../shared/state.ts';
import type { Log } from '../services/ports.ts';
import { reloadAfterCrash } from './crash.ts';
import { createFocusRules } from './focus-rules.ts';
import { contains, placePopover } from './placement.ts';
import { watchReadiness } from './readiness.ts';
import { PAGE_ORIGIN } from './sender.ts';
import { windowOptions } from './window-options.ts';

const SIZE = { width: 360, height: 560 };

/** The popover: one window that is kept warm, shown at the tray and hidden. */
export interface Popover {
  show(): void;
  hide(): void;
  /** Keeps it open though it loses the focus, to a dialog that the page asked for, until it is let go. */
  hold(held: boolean): void;
  /** Runs a dialog of the system, which belongs to the window where that is seen, and keeps it open meanwhile. */
  during<T>(dialog: (parent: BrowserWindow | null) => Promise<T>): Promise<T>;
  /** What a click on the icon does. */
  toggle(): void;
  /** The mouse button went down on the icon. */
  pressed(): void;
  /** The page lost the focus; macOS may not say so of the window (https://github.com/electron/electron/issues/49274). */
  pageBlurred(): void;
  /**
   * As an ordinary window in the task bar, which stays when it loses the focus and is minimised instead of hidden: where
   * there is no tray to open it from.
   */
  setOrdinary(ordinary: boolean): void;
  /** Whether a person sees the app's page in it. */
  isVisible(): boolean;
  contents(): WebContents | null;
  /** Sends a snapshot to the page. */
  push(state: AppState): void;
  setBackground(color: string): void;
}

/** What the popover needs. */
export interface PopoverParts {
  /** The folder of the built files. */
  readonly dist: string;
  readonly title: string;
  readonly background: string;
  /** Whether the window is a Wayland compositor's, which places it. */
  readonly wayland: boolean;
  /** Where the icon is, or null where the system does not tell. */
  trayBounds(): Rectangle | null;
  /** The snapshot to show. */
  state(): AppState;
  shown(): void;
  /** The page crashed too often to be loaded again by itself. */
  crashed(): void;
  readonly log: Log;
}

/** Makes the popover and loads its page. To be called when the app is ready and the page's scheme is served. */
export function createPopover(parts: PopoverParts): Popover {
  const { platform } = process;
  const { dist, title, wayland } = parts;
  let { background } = parts;
  const devTools = !app.isPackaged;
  const window = new BrowserWindow(windowOptions({ dist, title, background, platform, size: SIZE, devTools }));
  const contents = window.webContents;
  const focus = createFocusRules(platform, () => performance.now());
  /** Whether the page has been painted once, as far as can be known; before that there is nothing to show. */
  let ready = false;
  /** Whether there is a document to send to. Its scripts have not run yet when this turns true. */
  let loaded = false;
  let wanted = false;
  let heldByPage = false;
  let dialogs = 0;
  let ordinary = false;
  let crashed = false;
  let quitting = false;

  const alive = (): boolean => !window.isDestroyed();
  const visible = (): boolean => alive() && window.isVisible() && !window.isMinimized();
  const held = (): boolean => heldByPage || dialogs > 0;

  function load(): void {
    window.loadURL(`${PAGE_ORIGIN}/`).catch((error: unknown) => {
      parts.log('error', 'The popover’s page did not load', { error });
    });
  }

  function place(): void {
    // An ordinary window stays where the person left it, a Wayland one where the compositor puts it.
    if (ordinary || wayland) return;
    const tray = parts.trayBounds();
    const display = tray
      ? screen.getDisplayMatching(tray)
      : screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    window.setBounds(placePopover({ tray, display }, SIZE, platform));
  }

  function push(state: AppState): void {
    if (loaded && !contents.isDestroyed()) contents.send(channels.changed, state);
  }

  function show(): void {
    wanted = true;
    if (crashed) {
      crashed = false;
      load();
    }
    if (!ready || !alive()) return;
    place();
    push(parts.state());
    focus.shown();
    // Its windows stay away while the app is hidden, which it was in order to give the focus back.
    if (platform === 'darwin' && app.isHidden()) app.show();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    parts.shown();
  }

  function hide(): void {
    wanted = false;
    if (!alive()) return;
    if (ordinary) {
      window.minimize();
      return;
    }
    window.hide();
    // A click may have activated the app, panel or not (https://github.com/electron/electron/issues/53889); then hiding
    // the window alone would leave the keyboard with an app that has nothing to show.
    if (platform === 'darwin' && app.isActive()) app.hide();
  }

  function overIcon(): boolean {
    const icon = wayland ? null : parts.trayBounds();
    return icon !== null && contains(icon, screen.getCursorScreenPoint());
  }

  function lostFocus(): void {
    // Hiding takes the focus as well.
    if (!visible() || ordinary || held() || contents.isDevToolsOpened()) return;
    const answer = focus.blurred(overIcon());
    if (answer.kind === 'hide') {
      hide();
      return;
    }
    // Without the focus it would never lose it again, and stay for ever.
    setTimeout(takeFocusBack, answer.after);
  }

  function takeFocusBack(): void {
    if (visible() && !window.isFocused()) window.focus();
  }

  contents.on('did-navigate', () => {
    loaded = true;
  });
  contents.on('render-process-gone', () => {
    loaded = false;
    // The page that asked for it cannot let go any more.
    heldByPage = false;
  });
  const painted = watchReadiness(() => {
    ready = true;
    if (wanted) show();
  });
  window.once('ready-to-show', () => painted('ready-to-show'));
  contents.once('did-finish-load', () => painted('did-finish-load'));
  window.on('blur', lostFocus);

  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    hide();
  });

  reloadAfterCrash(
    contents,
    () => {
      crashed = true;
      hide();
      parts.crashed();
    },
    parts.log,
  );

  if (platform === 'darwin') {
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }
  // The flyout of hidden icons lies above windows that are on top in the ordinary way.
  if (platform === 'win32') window.setAlwaysOnTop(true, 'pop-up-menu');
  load();

  return {
    show,
    hide,
    hold: (next) => {
      heldByPage = next;
      if (!held()) takeFocusBack();
    },
    during: async (dialog) => {
      dialogs += 1;
      try {
        return await dialog(visible() ? window : null);
      } finally {
        dialogs -= 1;
        if (!held()) takeFocusBack();
      }
    },
    toggle: () => {
      const answer = focus.clicked(visible());
      if (answer === 'show') show();
      else if (answer === 'hide') hide();
    },
    pressed: () => focus.pressed(visible()),
    pageBlurred: () => {
      if (platform === 'darwin') lostFocus();
    },
    setOrdinary: (next) => {
      if (next === ordinary || !alive()) return;
      ordinary = next;
      window.setSkipTaskbar(!next);
      window.setAlwaysOnTop(!next);
      if (next && !visible() && !wanted) {
        // Nobody asked to see it, but without a tray there would be no trace of the app.
        window.showInactive();
        window.minimize();
      } else if (!next && window.isMinimized()) {
        window.hide();
      }
    },
    isVisible: () => visible() && !crashed,
    contents: () => (contents.isDestroyed() ? null : contents),
    push,
    setBackground: (color) => {
      if (color === background || !alive()) return;
      background = color;
      window.setBackgroundColor(color);
    },
  };
}
