import type { Clock } from './ports.ts';

/** Longest wait before the wall clock is read again: menus stay right to the minute and jumps are noticed. */
const LONGEST_WAIT = 60_000;

/** A difference between the clocks that is no mere delay: the computer slept, or somebody set the clock. */
const JUMP = 5_000;

/** Things to do at moments of the wall clock, all on one timer. */
export interface Schedule {
  /** Runs `run` once when the wall clock has reached `at` (epoch milliseconds); replaces what `name` stood for. */
  set(name: string, at: number, run: () => void): void;
  cancel(name: string): void;
  /** Reads the wall clock now, as after sleep. */
  check(): void;
  stop(): void;
}

/** What the schedule tells besides running what is due. */
export interface ScheduleEvents {
  /** Once a minute, as the wall clock turns, and after every {@link Schedule.check}. */
  onTick(): void;
  /** The wall clock moved without the time having passed, or time passed unseen (sleep). */
  onJump(): void;
}

/**
 * Makes a schedule. It never trusts a long timeout: timers stand still while a computer sleeps, and the wall clock can be
 * set at any time. So it wakes at least once a minute, looks at the clock, and sleeps again.
 */
export function createSchedule(clock: Clock, events: ScheduleEvents): Schedule {
  const deadlines = new Map<string, { readonly at: number; readonly run: () => void }>();
  let cancelTimer = (): void => undefined;
  let stopped = false;
  let unseenJump = false;
  let armed = { wall: clock.now(), monotonic: clock.monotonic(), delay: 0 };

  function arm(): void {
    cancelTimer();
    if (stopped) return;
    const now = clock.now();
    const nextMinute = LONGEST_WAIT - (now % LONGEST_WAIT);
    const nearest = Math.min(...[...deadlines.values()].map(({ at }) => at - now), nextMinute);
    armed = { wall: now, monotonic: clock.monotonic(), delay: Math.max(0, nearest) };
    cancelTimer = clock.setTimer(armed.delay, wake);
  }

  /** Both clocks since the timer was armed: apart from each other, or both far past what was asked for. */
  function jumped(): boolean {
    const wall = clock.now() - armed.wall;
    const monotonic = clock.monotonic() - armed.monotonic;
    return Math.abs(wall - monotonic) > JUMP || monotonic > armed.delay + JUMP;
  }

  function wake(): void {
    if (stopped) return;
    const hasJumped = unseenJump || jumped();
    unseenJump = false;
    const now = clock.now();
    const due = [...deadlines].filter(([, { at }]) => at <= now);
    for (const [name] of due) deadlines.delete(name);
    // Armed before anything runs: what runs may set the next deadline, and must find a fresh timer.
    arm();
    for (const [, { run }] of due) run();
    if (hasJumped) events.onJump();
    events.onTick();
  }

  arm();
  return {
    set: (name, at, run) => {
      deadlines.set(name, { at, run });
      // Arming anew starts the comparison of the clocks anew, so what has been seen of a jump must be kept. Nothing runs
      // here: whoever sets a deadline is in the middle of something.
      unseenJump ||= jumped();
      arm();
    },
    cancel: (name) => {
      deadlines.delete(name);
    },
    check: wake,
    stop: () => {
      stopped = true;
      cancelTimer();
    },
  };
}

/** A part of a schedule whose names are its own; stopping it cancels them and leaves the rest alone. */
export function scopeSchedule(schedule: Schedule, scope: string): Schedule {
  const names = new Set<string>();
  const full = (name: string): string => `${scope}:${name}`;
  return {
    set: (name, at, run) => {
      names.add(name);
      schedule.set(full(name), at, run);
    },
    cancel: (name) => {
      names.delete(name);
      schedule.cancel(full(name));
    },
    check: () => schedule.check(),
    stop: () => {
      for (const name of names) schedule.cancel(full(name));
      names.clear();
    },
  };
}
