/** Requests one token may make in any second (the documentation says "about 50"). */
const PER_SECOND = 50;
const WINDOW_MS = 1000;

/** Counts the requests of each token over a sliding second. */
export interface RateLimit {
  /**
   * Counts one request, unless it is one too many.
   *
   * @returns null when it may pass, else whole seconds to wait (at least 1). A refused request is not counted.
   */
  readonly take: (key: string, now: number) => number | null;
}

export function createRateLimit(): RateLimit {
  const seen = new Map<string, number[]>();
  return {
    take(key, now) {
      // `time <= now` forgets the future after the clock was set back.
      const recent = (seen.get(key) ?? []).filter((time) => time > now - WINDOW_MS && time <= now);
      seen.set(key, recent);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= PER_SECOND) {
        return Math.max(1, Math.ceil((oldest + WINDOW_MS - now) / 1000));
      }
      recent.push(now);
      return null;
    },
  };
}
