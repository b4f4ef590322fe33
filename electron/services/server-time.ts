import type { Clock } from './ports.ts';
import type { Schedule } from './schedule.ts';

/** Clocks that differ by less are taken for the same, in milliseconds: `Date` has whole seconds, and ways take time. */
export const NOTICEABLE = 60_000;

/**
 * The time by which one account's statuses end. It is the computer's, unless the server's clock is known to differ by more
 * than {@link NOTICEABLE}: then it is the server's, because the server ends them.
 */
export interface ServerTime {
  readonly clock: Clock;
  /** Milliseconds from the computer's clock to this one; 0 where they are taken for the same. */
  offset(): number;
  /** A schedule whose moments are on this clock. */
  schedule(base: Schedule): Schedule;
  /** To be called after an answer: what is scheduled follows a difference that has changed. */
  follow(): void;
}

/** Makes the time of an account. @param measured milliseconds from the computer's clock to the server's; null = not known */
export function createServerTime(clock: Clock, measured: () => number | null): ServerTime {
  const moves: (() => void)[] = [];
  let applied = 0;

  const offset = (): number => {
    const difference = measured() ?? 0;
    return Math.abs(difference) > NOTICEABLE ? difference : 0;
  };

  function schedule(base: Schedule): Schedule {
    const deadlines = new Map<string, { readonly at: number; readonly run: () => void }>();
    const set: Schedule['set'] = (name, at, run) => {
      deadlines.set(name, { at, run });
      base.set(name, at - offset(), () => {
        deadlines.delete(name);
        run();
      });
    };
    moves.push(() => {
      for (const [name, { at, run }] of [...deadlines]) set(name, at, run);
    });
    return {
      set,
      cancel: (name) => {
        deadlines.delete(name);
        base.cancel(name);
      },
      check: () => base.check(),
      stop: () => {
        deadlines.clear();
        base.stop();
      },
    };
  }

  return {
    clock: {
      now: () => clock.now() + offset(),
      monotonic: () => clock.monotonic(),
      setTimer: (delay, run) => clock.setTimer(delay, run),
    },
    offset,
    schedule,
    follow: () => {
      const now = offset();
      if (now === applied) return;
      applied = now;
      for (const move of moves) move();
    },
  };
}
