import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';

/** What the options depend on. */
export interface WindowParts {
  /** The folder of the built files. */
  readonly dist: string;
  readonly title: string;
  readonly background: string;
  readonly platform: NodeJS.Platform;
  readonly size: { readonly width: number; readonly height: number };
  /** Developer tools are for those who run the sources. */
  readonly devTools: boolean;
}

/** The options of the popover's window: a small one beside the tray, and a page that is shut in. */
export function windowOptions(parts: WindowParts): BrowserWindowConstructorOptions {
  return {
    ...parts.size,
    title: parts.title,
    show: false,
    frame: false,
    resizable: false,
    minimizable: parts.platform === 'linux',
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    backgroundColor: parts.background,
    // A panel takes the keyboard without bringing the app to the front, so hiding it gives the focus back.
    ...(parts.platform === 'darwin' && { type: 'panel' }),
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
      devTools: parts.devTools,
    },
  };
}
