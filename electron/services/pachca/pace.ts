import { createHash } from 'node:crypto';
import type { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../ports.ts';
import { MAX_WAIT } from './retry.ts';

/** Requests that leave for one token in any second, at most. Pachca allows about 50; arrivals can bunch on the way. */
export const PER_SECOND = 40;

const SECOND = 1000;

/** A request that wants to leave. */
export interface Departure {
  /** A change leaves before all that only asks, and the newest change before older ones. */
  readonly isChange: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Called when the server's wait keeps it, with the wait's end in epoch milliseconds; again when that moves. */
  readonly onWait?: ((until: number) => void) | undefined;
  /** Called when it leaves after {@link onWait}. */
  readonly onTry?: (() => void) | undefined;
}

/** What the server said when it asked to wait, as the failure of a call that cannot wait that long. */
export type AskedToWait = (milliseconds: number) => AppError;

/**
 * When requests for one token may leave, whoever asks: not before the server's `Retry-After` is over, and fewer in a
 * second than Pachca allows.
 */
export interface Pace {
  /**
   * Waits until a request may leave.
   * @returns `aborted` by its signal; or why it does not wait: the server asked for more than {@link MAX_WAIT}
   */
  turn(departure: Departure): Promise<'go' | 'aborted' | AppError>;
  /** The server asked to wait, in milliseconds. The end of a wait only ever moves away. */
  hold(milliseconds: number, asked: AskedToWait): void;
}

interface Waiting extends Departure {
  /** The end of the wait that it was told. */
  told: number | null;
  settle(result: 'go' | 'aborted' | AppError): void;
}

/** Makes the pace of one token. */
export function createPace(clock: Clock): Pace {
  let waiting: readonly Waiting[] = [];
  let departures: readonly number[] = [];
  let wait: { readonly until: number; readonly wall: number; readonly asked: AskedToWait } | null = null;
  let cancelTimer: (() => void) | null = null;

  /** Milliseconds until the server lets anything pass again. */
  function held(): number {
    if (!wait) return 0;
    const left = wait.until - clock.monotonic();
    // While the computer sleeps the monotonic clock may stand still. A long wait goes on all the same; for a short one
    // that is worth no risk, as the wall clock may have been set.
    return Math.max(0, left > MAX_WAIT ? Math.min(left, wait.wall - clock.now()) : left);
  }

  /** Milliseconds until there is room for another request in the last second. */
  function crowded(): number {
    const now = clock.monotonic();
    departures = departures.filter((at) => at > now - SECOND);
    const oldest = departures[departures.length - PER_SECOND];
    return oldest === undefined ? 0 : oldest + SECOND - now;
  }

  function take(one: Waiting, result: 'go' | 'aborted' | AppError): void {
    waiting = waiting.filter((other) => other !== one);
    one.settle(result);
  }

  /** Lets leave what may, tells the rest until when it waits. */
  function proceed(): void {
    cancelTimer?.();
    cancelTimer = null;
    for (;;) {
      const next = waiting.findLast(({ isChange }) => isChange) ?? waiting[0];
      if (!next) return;
      const left = held();
      if (wait && left > MAX_WAIT) {
        for (const one of waiting) take(one, wait.asked(left));
        return;
      }
      const pause = Math.max(left, crowded());
      if (pause > 0) {
        cancelTimer = clock.setTimer(pause, proceed);
        if (left > 0) tell(left);
        return;
      }
      departures = [...departures, clock.monotonic()];
      if (next.told !== null) next.onTry?.();
      take(next, 'go');
    }
  }

  function tell(left: number): void {
    const until = wait?.until ?? null;
    for (const one of waiting) {
      if (one.told === until) continue;
      one.told = until;
      one.onWait?.(clock.now() + left);
    }
  }

  return {
    turn: ({ signal, ...departure }) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve('aborted');
          return;
        }
        const giveUp = (): void => {
          take(one, 'aborted');
          if (waiting.length === 0) cancelTimer?.();
        };
        const one: Waiting = {
          ...departure,
          told: null,
          settle: (result) => {
            signal?.removeEventListener('abort', giveUp);
            resolve(result);
          },
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        waiting = [...waiting, one];
        proceed();
      }),
    hold: (milliseconds, asked) => {
      if (milliseconds <= held()) return;
      wait = { until: clock.monotonic() + milliseconds, wall: clock.now() + milliseconds, asked };
      proceed();
    },
  };
}

/** The pace of each token that is used in this run, however many clients there are for it. */
export interface Paces {
  of(apiUrl: string, token: string): Pace;
}

/** Makes paces. They are found by a fingerprint: no token stays in memory for it. */
export function createPaces(clock: Clock): Paces {
  const paces = new Map<string, Pace>();
  return {
    of: (apiUrl, token) => {
      const key = createHash('sha256').update(`${apiUrl}\n${token}`).digest('base64');
      const pace = paces.get(key) ?? createPace(clock);
      paces.set(key, pace);
      return pace;
    },
  };
}
