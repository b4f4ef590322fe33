import process from 'node:process';
import { nativeTheme } from 'electron';
import type { Theme } from '../../shared/state.ts';
import { isBarDark } from './bar.ts';

/** The page's background (design tokens), so that a window shows no white before it is painted. */
const backgrounds = { light: '#f4f4f6', dark: '#1b1b1f' } as const;

/**
 * Makes native parts (scroll bars, the frame's shadow, menus) follow the theme. Not on Linux: there it would also change
 * what the system's theme is taken to be, which the tray icon goes by. The page itself follows the setting everywhere.
 */
export function applyTheme(theme: Theme): void {
  if (process.platform !== 'linux' && nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
}

/** The popover's background under a theme. */
export function backgroundFor(theme: Theme): string {
  const dark = theme === 'system' ? nativeTheme.shouldUseDarkColors : theme === 'dark';
  return dark ? backgrounds.dark : backgrounds.light;
}

/** Whether the bar that the tray icon sits in is dark. */
export function barIsDark(): boolean {
  const dark =
    process.platform === 'linux'
      ? nativeTheme.shouldUseDarkColors
      : nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  return isBarDark({ dark }, process.platform, process.env['XDG_CURRENT_DESKTOP']);
}

/** Calls `run` when the system's theme changed, or the app's. */
export function onThemeChange(run: () => void): void {
  nativeTheme.on('updated', run);
}
