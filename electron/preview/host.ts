import type { Host } from '../services/ports.ts';
import type { Pages } from './pages.ts';

/** What the host needs. */
export interface PreviewHostOptions {
  readonly pages: Pages;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly systemLocales: () => readonly string[];
  readonly timeZone: () => string;
  /** Opens an address in the browser; answers whether that worked. */
  readonly openInBrowser: (url: string) => Promise<boolean>;
  readonly quit: () => void;
}

/** A host whose windows are browser tabs. */
export interface PreviewHost extends Host {
  /** Whether the popover is open in the page, whoever looks at it. */
  popoverOpen(): boolean;
}

/**
 * Makes the host. The popover starts open: a tray icon that one must first find would be a poor welcome in a tab.
 * @param shown called when the popover became visible
 */
export function createPreviewHost(options: PreviewHostOptions, shown: () => void): PreviewHost {
  const { pages, quit } = options;
  let visible = true;

  const setVisible = (next: boolean): void => {
    visible = next;
    pages.send('popover', { visible });
  };

  return {
    kind: 'preview',
    platform: options.platform === 'darwin' || options.platform === 'win32' ? options.platform : 'linux',
    version: options.version,
    systemLocales: options.systemLocales,
    timeZone: options.timeZone,
    openPopover: () => {
      setVisible(true);
      shown();
    },
    hidePopover: () => setVisible(false),
    popoverOpen: () => visible,
    popoverVisible: () => visible && pages.count() > 0,
    // Later, so that the command that asked for it is answered first.
    quit: () => setImmediate(quit),
    openExternal: async (url) => {
      if (!(await options.openInBrowser(url))) pages.send('link', { url });
    },
    notify: ({ title, body, actions = [] }) => pages.send('notification', { title, body, actions }),
    copyText: (text) => {
      pages.send('copy', { text });
      return Promise.resolve();
    },
    // The browser asks where to save, or saves to its downloads, and does not tell.
    saveFile: ({ name, text }) => {
      pages.send('download', { name, text });
      return Promise.resolve(true);
    },
    desktop: () => ({
      trayMissing: false,
      titleBar: false,
      notifications: 'unknown',
      login: { kind: 'unavailable', why: 'preview' },
    }),
    setStartAtLogin: () => Promise.reject(new Error('The preview cannot start by itself')),
    popoverBlurred: () => undefined,
    // A tab does not close when it loses the focus.
    holdPopover: () => undefined,
  };
}
