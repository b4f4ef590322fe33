import type { Desktop } from '../../shared/desktop.ts';
import type { LoginStart } from './login-item.ts';

/** What the desktop gives the app, as it is found out. */
export interface DesktopFacts {
  now(): Desktop;
  /** The desktop has a place for the icon, or has none. */
  setTray(there: boolean): void;
  /** A notification was shown, or could not be. */
  setNotifications(outcome: 'shown' | 'failed'): void;
}

/**
 * Makes the facts; to begin with, everything is there.
 * @param changed called when they differ from before
 */
export function createDesktopFacts(
  parts: { readonly wayland: boolean; readonly login: Pick<LoginStart, 'current'> },
  changed: () => void,
): DesktopFacts {
  let trayMissing = false;
  let notifications: Desktop['notifications'] = 'unknown';
  return {
    now: () => ({ trayMissing, notifications, titleBar: parts.wayland || trayMissing, login: parts.login.current() }),
    setTray: (there) => {
      if (trayMissing === !there) return;
      trayMissing = !there;
      changed();
    },
    setNotifications: (outcome) => {
      if (notifications === outcome) return;
      notifications = outcome;
      changed();
    },
  };
}
