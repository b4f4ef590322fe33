/**
 * Whether the app's windows are the Wayland compositor's. Such a window knows no position, cannot stay on top by itself,
 * and does not learn where the mouse is. Chromium goes by the session unless a switch says otherwise.
 * @param switches of the command line, with their values
 */
export function isWayland(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  switches: (name: string) => string,
): boolean {
  if (platform !== 'linux') return false;
  const asked = switches('ozone-platform') || switches('ozone-platform-hint');
  if (asked === 'x11' || asked === 'wayland') return asked === 'wayland';
  if (!env['WAYLAND_DISPLAY']) return false;
  return env['XDG_SESSION_TYPE'] === 'wayland' || !env['DISPLAY'];
}
