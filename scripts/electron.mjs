/**
 * Where is Electron, and can it run here?
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';

/** @returns {string | undefined} the path of Electron's executable, when it has been downloaded */
export function electronBinary() {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
    const binary = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What rules Electron out on this machine, whether it is downloaded or not.
 * @param {{ platform: NodeJS.Platform, env: Record<string, string | undefined>, uid: number | undefined }} machine
 * @returns {string | undefined} the reason, to be read after "because"
 */
export function electronObstacle({ platform, env, uid }) {
  if (platform !== 'linux') return undefined;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display';
  if (uid === 0) return "Chromium's sandbox does not work for root, and the app does not run without it";
  return undefined;
}

/** @returns {string | undefined} {@link electronObstacle} of this machine, or that the binary is not there */
export function electronUnavailable() {
  const obstacle = electronObstacle({ platform: process.platform, env: process.env, uid: process.getuid?.() });
  if (obstacle) return obstacle;
  return electronBinary() ? undefined : "Electron's binary is not there (npm start downloads it)";
}
