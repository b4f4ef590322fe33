import type { Clock } from '../../electron/services/ports.ts';

/** A clock that moves only when a test moves it. */
export interface FakeClock extends Clock {
  /** Lets time pass: both clocks move, due timers run in order, promises settle in between. */
  advance(milliseconds: number): Promise<void>;
  /** The computer sleeps: the wall clock moves, timers and the monotonic clock stand still. */
  sleep(milliseconds: number): void;
  /** How many timers wait. */
  readonly waiting: number;
}

/** Lets promises, streams and immediate callbacks that are ready now run to their end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Makes a clock that stands at `start`, an ISO 8601 moment.
 * @param settled what is waited for after each timer
 */
export function createFakeClock(start: string, settled: () => Promise<void> = settle): FakeClock {
  let wall = Date.parse(start);
  let monotonic = 1_000_000;
  let nextId = 0;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();

  async function advance(milliseconds: number): Promise<void> {
    const end = monotonic + milliseconds;
    await settled();
    for (;;) {
      const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      const until = due ? Math.max(due[1].at, monotonic) : end;
      wall += until - monotonic;
      monotonic = until;
      if (!due) return;
      timers.delete(due[0]);
      due[1].run();
      await settled();
    }
  }

  return {
    now: () => wall,
    monotonic: () => monotonic,
    setTimer: (delay, run) => {
      nextId += 1;
      const id = nextId;
      timers.set(id, { at: monotonic + delay, run });
      return () => timers.delete(id);
    },
    advance,
    sleep: (milliseconds) => {
      wall += milliseconds;
    },
    get waiting() {
      return timers.size;
    },
  };
}
