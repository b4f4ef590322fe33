import { isOutcome } from './notice-text.ts';
import type { AppState } from './state.ts';
import { currentAt } from './status.ts';
import { isUnderWay } from './tray-menu.ts';

/** What the icon tells at a glance. */
export type TrayIconShape = 'idle' | 'set' | 'away' | 'pending' | 'attention';

/** All shapes, for the script that draws them and the tests that look for their files. */
export const trayIconShapes: readonly TrayIconShape[] = ['idle', 'set', 'away', 'pending', 'attention'];

/** Which shape the icon has in a state. */
export function trayIconShape(state: AppState): TrayIconShape {
  const { session, change } = state;
  if (session.phase === 'locked') return 'attention';
  if (session.phase !== 'signed-in') return 'idle';
  if (session.problem || change?.phase === 'failed' || state.notices.some(isOutcome)) return 'attention';
  // The warning that the system does not show.
  if (state.endsSoon && state.host.desktop.notifications === 'failed') return 'attention';
  if (isUnderWay(change)) return 'pending';
  const current = currentAt(state.status.current, state.now);
  if (!current) return 'idle';
  return current.isAway ? 'away' : 'set';
}

/**
 * The base name of the icon's file in `electron/assets/tray/`, without scale and extension: `tray-away-dark`, on macOS
 * `tray-awayTemplate` (the suffix by which macOS knows a template image). On Windows the extension is `.ico`, because
 * only of an ICO does Electron take the picture that fits the screen's scale; elsewhere it is `.png`.
 * @param darkBar whether the bar the icon sits in is dark, as far as the system tells
 */
export function trayIconName(state: AppState, darkBar: boolean): string {
  const shape = trayIconShape(state);
  if (state.host.platform === 'darwin') return `tray-${shape}Template`;
  const { trayIcon } = state.settings;
  const tone = trayIcon === 'auto' ? (darkBar ? 'light' : 'dark') : trayIcon;
  return `tray-${shape}-${tone}`;
}
