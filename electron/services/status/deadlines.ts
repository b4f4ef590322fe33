import type { Status } from '../../../shared/status.ts';
import type { StatusPorts } from './ports.ts';

/** How long "done" is shown after a change, in milliseconds. */
export const DONE_SHOWN = 10_000;

/** How often the server is asked when nothing else gives reason to: three times an hour. */
export const SLOW_REFRESH = 20 * 60_000;

/** Waits between tries while there is no network, in milliseconds; the last one repeats. */
export const OFFLINE_WAITS = [15_000, 30_000, 60_000, 120_000] as const;

/** What is to be done when something is due. */
export interface Due {
  /** It is time to ask the server. */
  readonly look: () => void;
  /** What undo would bring back has ended. */
  readonly undoOver: () => void;
  /** "Done" was shown long enough for the change with this id. */
  readonly doneSeen: (id: number) => void;
  /** The status has ended. */
  readonly over: () => void;
  /** The status ends soon. */
  readonly soon: (status: Status) => void;
}

/** The moments at which one account's engine does something by itself. */
export interface Deadlines {
  /**
   * Sets the moments of the present status: its warning and its end. Of one that was learned of inside the time of the
   * warning (`isNews`: at the start, after sleep, from elsewhere) the person is warned at once; not of one they just set.
   */
  status(status: Status | null, isNews: boolean): void;
  /** When what undo would bring back ends, in epoch milliseconds; null = never. */
  undo(end: number | null): void;
  /** A change is done. */
  done(id: number): void;
  /** The server was asked: the next slow look is counted from now. @param seconds when to look otherwise; null = slowly */
  looked(seconds?: number | null): void;
  /** The server could not be reached: asks again, more and more slowly. */
  network(): void;
  /** Something was asked for that makes the waits for it void. */
  cancel(name: 'done' | 'network'): void;
  /** The server answered, or the network is said to be back: the next wait for it is a short one. */
  reached(): void;
  stop(): void;
}

/** Makes the deadlines of one account. */
export function createDeadlines(ports: Pick<StatusPorts, 'clock' | 'schedule' | 'warnBefore'>, due: Due): Deadlines {
  const { clock, schedule } = ports;
  let offlineTries = 0;
  /** The end the person was warned of, or need not be. */
  let warnedOf: number | null = null;

  function status(shown: Status | null, isNews: boolean): void {
    for (const name of ['expiry', 'warning']) schedule.cancel(name);
    const now = clock.now();
    const end = shown?.expiresAt ?? null;
    if (!shown || end === null || end <= now) return;
    schedule.set('expiry', end, due.over);
    const before = ports.warnBefore();
    const warnAt = before === null ? null : end - before * 60_000;
    if (warnAt === null) return;
    const warn = () => {
      warnedOf = end;
      due.soon(shown);
    };
    if (warnAt > now) schedule.set('warning', warnAt, warn);
    else if (!isNews) warnedOf = end;
    else if (warnedOf !== end) warn();
  }

  return {
    status,
    undo: (end) => {
      if (end === null) schedule.cancel('undo');
      else schedule.set('undo', end, due.undoOver);
    },
    done: (id) => schedule.set('done', clock.now() + DONE_SHOWN, () => due.doneSeen(id)),
    looked: (seconds = null) => {
      const wait = seconds === null ? SLOW_REFRESH : Math.min(seconds * 1000, SLOW_REFRESH);
      schedule.set('refresh', clock.now() + wait, due.look);
    },
    network: () => {
      const wait = OFFLINE_WAITS[Math.min(offlineTries, OFFLINE_WAITS.length - 1)] ?? SLOW_REFRESH;
      offlineTries += 1;
      schedule.set('network', clock.now() + wait, due.look);
    },
    cancel: (name) => schedule.cancel(name),
    reached: () => {
      offlineTries = 0;
    },
    stop: () => schedule.stop(),
  };
}
