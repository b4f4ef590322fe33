import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * The time of the processes that a test starts. It goes on as the real one does until the test moves it, so that nothing
 * has to be waited for. A page follows the snapshot's `now`.
 */
export interface TestTime {
  /** The wall clock of the processes, epoch milliseconds. */
  now(): number;
  /**
   * Lets time pass in all of them: what comes due runs, in order, each at its moment. A request that is on its way when a
   * long time passes at once runs out of time: go to a moment, look at what follows, go on.
   */
  pass(milliseconds: number): Promise<void>;
  /** The same, until a moment in epoch milliseconds; none when it has passed already. */
  passUntil(at: number): Promise<void>;
}

/** For whoever starts the processes. */
export interface MovableTime extends TestTime {
  /** Arguments of `node`, before the program. */
  readonly nodeArguments: readonly string[];
  /** What the environment of a process that starts now needs. Its `stdio` needs an `ipc` at the end. */
  env(): NodeJS.ProcessEnv;
  /** From now on the process goes with the others. They are moved in the order in which they joined. */
  join(child: ChildProcess): void;
}

/** @param ahead how far the clock begins ahead of this computer's, milliseconds: a wrong clock, when only one has it */
export function createTime(ahead = 0): MovableTime {
  const members = new Set<ChildProcess>();
  let moved = ahead;

  const now = (): number => Date.now() + moved;
  const pass = async (milliseconds: number): Promise<void> => {
    moved += milliseconds;
    for (const child of members) {
      const answered = Promise.race([once(child, 'message'), once(child, 'exit')]);
      child.send({ pass: milliseconds });
      await answered;
    }
  };

  return {
    now,
    pass,
    passUntil: (at) => pass(Math.max(0, at - now())),
    nodeArguments: ['--import', new URL('movable-clock.mjs', import.meta.url).href],
    env: () => ({ PACHCA_TEST_TIME: String(moved) }),
    join: (child) => {
      members.add(child);
      child.once('exit', () => members.delete(child));
    },
  };
}
