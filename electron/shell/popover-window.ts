import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { app, BrowserWindow, screen, type Rectangle, type WebContents } from 'electron';
import { channels } from '../../shared/bridge.ts';
import type { AppState } from '../../shared/state.ts';
import type { Log } from '../services/ports.ts';
import { reloadAfterCrash } from './crash.ts';
import { placePopover } from './placement.ts';
import { watchReadiness } from './readiness.ts';
import { PAGE_ORIGIN } from './sender.ts';

const SIZE = { width: 360, height: 560 };

/** Just after it was shown, a window loses the focus to the bar that was clicked, in milliseconds (Windows and Linux). */
const BLUR_GRACE = 250;

/** A click on the icon takes the focus away before it is told; this soon after, it means "close", in milliseconds. */
const CLICK_AFTER_BLUR = 300;

/** The popover: one window that is kept warm, shown at the tray and hidden. */
export interface Popover {
  show(): void;
  hide(): void;
  /** Keeps it open though it loses the focus, to a dialog of the system, until it is let go. */
  hold(held: boolean): void;
  /** What a click on the icon does. */
  toggle(): void;
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
  const window = new BrowserWindow({
    ...SIZE,
    title: parts.title,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    backgroundColor: parts.background,
    // A panel takes the keyboard without bringing the app to the front, so hiding it gives the focus back.
    ...(platform === 'darwin' && { type: 'panel' }),
    webPreferences: {
      preload: join(parts.dist, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium's spell checker downloads dictionaries.
      spellcheck: false,
      backgroundThrottling: true,
      devTools: !app.isPackaged,
    },
  });
  const contents = window.webContents;
  /** Whether the page has been painted once, as far as can be known; before that there is nothing to show. */
  let ready = false;
  /** Whether there is a document to send to. Its scripts have not run yet when this turns true. */
  let loaded = false;
  let wanted = false;
  let held = false;
  let crashed = false;
  let quitting = false;
  let shownAt = -Infinity;
  let hiddenByBlurAt = -Infinity;
  let { background } = parts;

  function load(): void {
    window.loadURL(`${PAGE_ORIGIN}/`).catch((error: unknown) => {
      parts.log('error', 'The popover’s page did not load', { error });
    });
  }

  function place(): void {
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
    if (!ready || window.isDestroyed()) return;
    place();
    push(parts.state());
    shownAt = performance.now();
    window.show();
    window.focus();
    parts.shown();
  }

  function hide(): void {
    wanted = false;
    if (!window.isDestroyed()) window.hide();
  }

  contents.on('did-navigate', () => {
    loaded = true;
  });
  contents.on('render-process-gone', () => {
    loaded = false;
  });
  const painted = watchReadiness(() => {
    ready = true;
    if (wanted) show();
  });
  window.once('ready-to-show', () => painted('ready-to-show'));
  contents.once('did-finish-load', () => painted('did-finish-load'));

  window.on('blur', () => {
    // Hiding takes the focus as well.
    if (!window.isVisible() || held || contents.isDevToolsOpened()) return;
    const left = BLUR_GRACE - (performance.now() - shownAt);
    if (platform !== 'darwin' && left > 0) {
      // Without the focus it would never lose it again, and stay for ever.
      setTimeout(() => {
        if (!window.isDestroyed() && window.isVisible() && !window.isFocused()) window.focus();
      }, left);
      return;
    }
    hiddenByBlurAt = performance.now();
    hide();
  });

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
  load();

  return {
    show,
    hide,
    hold: (next) => {
      held = next;
      if (!held && window.isVisible() && !window.isFocused()) window.focus();
    },
    toggle: () => {
      if (window.isVisible()) hide();
      else if (performance.now() - hiddenByBlurAt > CLICK_AFTER_BLUR) show();
    },
    isVisible: () => !window.isDestroyed() && window.isVisible() && !crashed,
    contents: () => (contents.isDestroyed() ? null : contents),
    push,
    setBackground: (color) => {
      if (color === background || window.isDestroyed()) return;
      background = color;
      window.setBackgroundColor(color);
    },
  };
}
