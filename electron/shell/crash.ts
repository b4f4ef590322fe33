import { performance } from 'node:perf_hooks';
import type { WebContents } from 'electron';
import type { Log } from '../services/ports.ts';
import { createCrashLimit } from './crash-limit.ts';

/**
 * Loads the page again when its process is gone. The window stays as it was, shown or hidden.
 * @param givenUp called when it crashed too often; the page stays gone until somebody loads it
 */
export function reloadAfterCrash(contents: WebContents, givenUp: () => void, log: Log): void {
  const mayReload = createCrashLimit();
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const again = mayReload(performance.now());
    log('error', 'The popover’s page is gone', { reason, exitCode, again });
    // Chromium is still taking the dead process down while this event is told.
    setImmediate(() => {
      if (contents.isDestroyed()) return;
      if (again) contents.reload();
      else givenUp();
    });
  });
}
