/** Desktops whose bar is dark whatever the theme of windows. */
const darkBars = /GNOME|Unity/i;

/**
 * Whether the bar with the tray icon is dark, as far as the system tells.
 * @param theme the theme of the system's own surfaces, which on Windows is chosen apart from that of windows
 * @param desktop `XDG_CURRENT_DESKTOP`, on Linux
 */
export function isBarDark(theme: { dark: boolean }, platform: NodeJS.Platform, desktop: string | undefined): boolean {
  if (platform === 'linux' && desktop !== undefined && darkBars.test(desktop)) return true;
  return theme.dark;
}
