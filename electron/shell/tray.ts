import { join } from 'node:path';
import process from 'node:process';
import { Menu, nativeImage, Tray, type NativeImage, type Rectangle } from 'electron';
import type { CommandCall } from '../../shared/contract.ts';
import type { AppState } from '../../shared/state.ts';
import { trayIconName } from '../../shared/tray-icon.ts';
import { trayMenu, trayTooltip } from '../../shared/tray-menu.ts';
import { menuTemplate } from './menu-template.ts';
import { barIsDark } from './theme.ts';

/** The icon in the menu bar or tray. */
export interface TrayIcon {
  /** Draws a snapshot; what looks as before is left alone. */
  draw(state: AppState): void;
  /** Where the icon is; null where the system does not tell. */
  bounds(): Rectangle | null;
  destroy(): void;
}

/** What the icon needs. */
export interface TrayParts {
  /** The folder of the icon's files. */
  readonly folder: string;
  readonly state: AppState;
  send(call: CommandCall): void;
  /** A click on the icon, where the system tells of it. */
  clicked(): void;
  /** The mouse button went down on it, where the system tells of that. */
  pressed(): void;
}

/** Puts the icon into the bar. */
export function createTray(parts: TrayParts): TrayIcon {
  const { platform } = process;
  const drawn = { icon: iconName(parts.state), menu: '', toolTip: '' };
  let latest = parts.state;
  let menu: ReturnType<typeof Menu.buildFromTemplate> | undefined;
  const tray = new Tray(image(drawn.icon));

  function iconName(state: AppState): string {
    return trayIconName(state, barIsDark());
  }

  function image(name: string): NativeImage {
    // Windows takes the size that fits from an ICO. `@2x` beside a PNG and the suffix `Template` are for Electron to see.
    return nativeImage.createFromPath(join(parts.folder, `${name}.${platform === 'win32' ? 'ico' : 'png'}`));
  }

  function draw(state: AppState): void {
    latest = state;
    const icon = iconName(state);
    if (icon !== drawn.icon) tray.setImage(image(icon));
    const toolTip = trayTooltip(state);
    if (toolTip !== drawn.toolTip) tray.setToolTip(toolTip);
    const items = trayMenu(state);
    const model = JSON.stringify(items);
    if (model !== drawn.menu) {
      menu = Menu.buildFromTemplate(menuTemplate(items, send));
      // Some Linux desktops tell of no click at all; there the menu is everything.
      if (platform === 'linux') tray.setContextMenu(menu);
    }
    Object.assign(drawn, { icon, toolTip, menu: model });
  }

  function send(call: CommandCall): void {
    parts.send(call);
    // A click has flipped the item's check mark by itself, whatever came of the command.
    drawn.menu = '';
    draw(latest);
  }

  tray.on('click', (event) => {
    // On macOS that is the other button of a mouse that has one.
    if (platform === 'darwin' && event.ctrlKey) tray.popUpContextMenu(menu);
    else parts.clicked();
  });
  tray.on('mouse-down', () => parts.pressed());
  if (platform !== 'linux') tray.on('right-click', () => tray.popUpContextMenu(menu));
  // Two quick clicks are two clicks: open and close.
  if (platform === 'darwin') tray.setIgnoreDoubleClickEvents(true);
  draw(parts.state);

  return {
    draw,
    bounds: () => {
      const bounds = tray.getBounds();
      return bounds.width > 0 && bounds.height > 0 ? bounds : null;
    },
    destroy: () => tray.destroy(),
  };
}
