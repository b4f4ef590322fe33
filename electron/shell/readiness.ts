/** What a window tells of its page. */
export type Painted = 'ready-to-show' | 'did-finish-load';

/** A loaded page gets this long to be painted, in milliseconds. */
const AFTER_LOAD = 200;

/** So long after it was made a window is shown whatever it has not told, in milliseconds. */
const LIMIT = 3_000;

/**
 * Decides when a window can be shown. Electron's own word for it, `ready-to-show`, may never come (Wayland:
 * https://github.com/electron/electron/issues/48859; some set-ups of Windows too), and a window that waited for it alone
 * would stay invisible for ever. So it is the first of that word, a moment after the page was loaded, and a limit.
 * @param ready called once, never before this function has returned
 * @returns to be told what the window tells
 */
export function watchReadiness(ready: () => void): (event: Painted) => void {
  let told = false;
  const tell = (): void => {
    if (told) return;
    told = true;
    clearTimeout(limit);
    ready();
  };
  const limit = setTimeout(tell, LIMIT);
  return (event) => {
    if (event === 'ready-to-show') tell();
    else setTimeout(tell, AFTER_LOAD);
  };
}
