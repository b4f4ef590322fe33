import type { Clock } from '../ports.ts';
import { parseHttpDate } from './retry.ts';

/** A difference this large is believed only when a second answer agrees, in milliseconds. */
const SUSPICIOUS = 60_000;

/** An answer that took longer says too little about the moment, in milliseconds. */
const TOO_SLOW = 10_000;

/** Between two answers the computer's clocks differ by this much only where it slept or its clock was set. */
const JUMP = 2_000;

/** `Date` has whole seconds. */
const RESOLUTION = 1_000;

const SECONDS = 1_000;
const EARLIEST = Date.UTC(2020, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** The moments of one request, on both of the computer's clocks. */
export interface Moments {
  readonly wall: number;
  readonly monotonic: number;
}

/** What a server's answers tell of its clock. */
export interface ServerClock {
  /**
   * Takes the `Date` header of an answer into account. What cannot be the present time of the server is left out: no
   * date, one from a cache, a slow answer, a clock of this computer that was set meanwhile.
   * @param age the `Age` header, which a cache adds
   * @param sent when the request left; it is now that its answer is here
   */
  learn(answer: { readonly date: string | null; readonly age: string | null }, sent: Moments): void;
  /** Milliseconds to add to this computer's clock to get the server's, to about half a second; null = not known yet. */
  offset(): number | null;
}

/** What an answer says: the difference lies between these two. */
interface Estimate {
  readonly low: number;
  readonly high: number;
  readonly at: Moments;
}

/** Makes the clock of a server of which nothing is known. */
export function createServerClock(clock: Clock): ServerClock {
  let known: Estimate | null = null;
  let doubtful: Estimate | null = null;

  const elapsed = (since: Moments, now: Moments): { readonly wall: number; readonly monotonic: number } => ({
    wall: now.wall - since.wall,
    monotonic: now.monotonic - since.monotonic,
  });
  const jumped = (since: Moments, now: Moments): boolean => {
    const { wall, monotonic } = elapsed(since, now);
    return Math.abs(wall - monotonic) > JUMP;
  };

  return {
    learn: ({ date, age }, sent) => {
      const at = { wall: clock.now(), monotonic: clock.monotonic() };
      const told = parseHttpDate(date?.trim() ?? '');
      if (told === null || told < EARLIEST || told > LATEST) return;
      if (age !== null && Number(age) * SECONDS !== 0) return;
      const way = at.monotonic - sent.monotonic;
      if (way > TOO_SLOW || jumped(sent, at)) return;
      // The date was written at some moment after the request left, and cut down to its second.
      const seen = { low: told - at.wall, high: told + RESOLUTION + way - at.wall, at };
      if (!known || jumped(known.at, at)) {
        known = seen;
        doubtful = null;
        return;
      }
      const common = overlap(known, seen);
      if (common) known = common;
      else if (distance(known, seen) < SUSPICIOUS || (doubtful && overlap(doubtful, seen))) known = seen;
      else {
        doubtful = seen;
        return;
      }
      doubtful = null;
    },
    offset: () => known && Math.round((known.low + known.high) / 2),
  };
}

/** What both say; the newer one is the one from whose moment on the computer's clocks are compared. Null = they disagree. */
function overlap(older: Estimate, newer: Estimate): Estimate | null {
  const low = Math.max(older.low, newer.low);
  const high = Math.min(older.high, newer.high);
  return low <= high ? { low, high, at: newer.at } : null;
}

const distance = (a: Estimate, b: Estimate): number => Math.max(a.low - b.high, b.low - a.high);
