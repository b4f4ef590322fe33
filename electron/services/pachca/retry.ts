import type { Clock } from '../ports.ts';

/** How many times a request is repeated after its first try. */
export const MAX_RETRIES = 3;

/** The longest wait between two tries, in milliseconds. Told to wait longer, the person decides. */
export const MAX_WAIT = 60_000;

/** Longer waits than a day are reported as a day: more is a fault of the server, and no number to show. */
const LONGEST_TOLD = 86_400_000;

/** What is added at random to a wait the server asked for, at most, in milliseconds, so that clients do not return together. */
const SPREAD = 500;

/** The statuses that are repeated: too many requests, and a server that is not itself right now. */
export const isRetried = (status: number): boolean => status === 429 || [500, 502, 503, 504].includes(status);

/** IMF-fixdate, RFC 850 and asctime, the three forms of RFC 9110; all begin with the day of the week and end in UTC. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d{2}:\d{2}:\d{2}( GMT| \d{4})$/;

/** An HTTP date in epoch milliseconds, or null. */
export function parseHttpDate(text: string): number | null {
  if (!httpDate.test(text)) return null;
  const instant = Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`);
  return Number.isNaN(instant) ? null : instant;
}

/**
 * How long a response asks to wait, in milliseconds, or null where it does not say or says nothing usable (not a
 * number, negative, zero, a date that has passed).
 *
 * A date is measured against the response's own `Date`, so that a wrong clock on this computer does not matter.
 * @param retryAfter the `Retry-After` header: seconds (a fraction is accepted too) or an HTTP date (RFC 9110, 10.2.3)
 * @param date the `Date` header
 * @param now epoch milliseconds, used where `date` is missing or unreadable
 */
export function parseRetryAfter(retryAfter: string | null, date: string | null, now: number): number | null {
  const text = retryAfter?.trim() ?? '';
  let wait: number;
  if (/^\d+(\.\d+)?$/.test(text)) {
    wait = Math.ceil(Number(text) * 1000);
  } else {
    const until = parseHttpDate(text);
    if (until === null) return null;
    wait = until - (parseHttpDate(date?.trim() ?? '') ?? now);
  }
  return wait > 0 ? Math.min(wait, LONGEST_TOLD) : null;
}

/**
 * How long to wait before the next try, in milliseconds; null = longer than {@link MAX_WAIT} was asked for, so do not.
 *
 * What the server asks for is kept and only added to; where it asks for nothing it is 1 s, 2 s, 4 s times 0.5 to 1.5.
 * @param retry 0 for the first repetition
 * @param told from {@link parseRetryAfter}
 * @param random from 0 to 1
 */
export function waitBefore(retry: number, told: number | null, random: number): number | null {
  if (told === null) return 1000 * 2 ** retry * (0.5 + random);
  if (told > MAX_WAIT) return null;
  return Math.min(told + random * SPREAD, MAX_WAIT);
}

/**
 * Waits.
 * @returns true when the time is over, false as soon as `signal` is aborted
 */
export function sleep(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve(false);
      return;
    }
    const onAbort = (): void => {
      cancel();
      resolve(false);
    };
    const cancel = clock.setTimer(milliseconds, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve(true);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
