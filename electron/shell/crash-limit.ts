const WINDOW = 60_000;
const MOST = 3;

/**
 * Decides whether a crashed page is loaded again: at most three times a minute, so that a page that dies at once does
 * not keep the computer busy for ever.
 * @returns to be asked at each crash, with the time in milliseconds of a clock that does not jump
 */
export function createCrashLimit(): (at: number) => boolean {
  let reloads: number[] = [];
  return (at) => {
    reloads = reloads.filter((earlier) => at - earlier < WINDOW);
    if (reloads.length >= MOST) return false;
    reloads.push(at);
    return true;
  };
}
