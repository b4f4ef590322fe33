import { powerMonitor } from 'electron';

/**
 * Calls `run` when the computer wakes up or is unlocked. Some Linux desktops tell neither, so this only makes the core
 * quicker than its own look at the clocks.
 */
export function onWake(run: () => void): void {
  powerMonitor.on('resume', run);
  powerMonitor.on('unlock-screen', run);
}
