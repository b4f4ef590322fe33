import { appError, isUnreached, type AppError } from '../../../shared/errors.ts';
import { fail, type Result } from '../../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { Schedule } from '../schedule.ts';
import { showForeign, type Desk } from './desk.ts';
import type { Jobs, RunningJob } from './job.ts';
import { cameBack, type End } from './memory.ts';
import { keepPresent, shownFromDisk, type PresentPorts } from './present.ts';
import type { Sender } from './sender.ts';
import { endOfTie, tieAt, type StatusKnowledge } from './tie.ts';

/** Waits between tries to put a picture back, in milliseconds; the last one repeats. */
export const PUT_BACK_WAITS = [30_000, 120_000, 600_000, 1_800_000, 3_600_000] as const;

/** What ending temporary pictures takes. */
export interface TemporaryPorts extends PresentPorts {
  readonly clock: Clock;
  readonly schedule: Schedule;
  status(): StatusKnowledge;
  /** Whether the token may change the picture, as far as is known, and nothing stands in its way. */
  ready(): boolean;
  /** Putting a picture back failed; told once for a picture, however often it is tried. */
  failedLater(error: AppError): void;
}

/** Sees to it that a temporary picture goes when its time is over. */
export interface Temporaries {
  /** Looks whether it is due, and begins to put the earlier one back. To be called whenever that may have changed. */
  judge(): void;
  /** Something that failed may work now: no wait is worth keeping. */
  hurry(): void;
  /** Resolves when the picture that is being put back is, or is not. */
  readonly underWay: Promise<unknown>;
}

/** Makes the end of temporary pictures of one account. */
export function createTemporaries(
  ports: TemporaryPorts,
  { desk, jobs, sender }: { readonly desk: Desk; readonly jobs: Jobs; readonly sender: Sender },
): Temporaries {
  const { clock, schedule, pictures } = ports;
  let tries = 0;
  let retryAt = 0;
  let told = false;
  let underWay: Promise<unknown> = Promise.resolve();

  async function putBack(job: RunningJob): Promise<Result<null>> {
    const { temporary, own } = desk.memory;
    if (!temporary) return NOTHING;
    const present = await keepPresent(ports, own, false, job.read());
    if (!present.ok) return present;
    const before = present.value;
    if (!before.known || !before.ours) {
      const picture = before.known ? before.picture : null;
      if (picture === temporary.before) {
        // It is back already: the answer of an earlier try was lost, or somebody did the same.
        const change = { picture, before, address: null, end: null, at: clock.now() };
        desk.keep(cameBack(desk.memory, change));
        desk.show(shownFromDisk(pictures, picture));
      } else {
        showForeign(desk, pictures, picture);
      }
      return NOTHING;
    }
    const bytes = temporary.before === null ? null : pictures.read(temporary.before);
    if (temporary.before !== null && !bytes) {
      desk.keep({ ...desk.memory, temporary: null });
      return fail(appError('avatar_gone', {}));
    }
    const sent = await sender.send(job, { bytes, before, end: null, remember: cameBack });
    if (sender.inDoubt && desk.memory.temporary) {
      desk.keep({ ...desk.memory, temporary: { ...desk.memory.temporary, tried: true } });
    }
    return sent;
  }

  async function end(): Promise<void> {
    desk.turn();
    const result = await jobs.run('putBack', putBack);
    if (desk.stopped) return;
    if (!desk.memory.temporary) {
      if (!result.ok) tell(result.error);
      return;
    }
    // Without a network there is nothing to say: it is put back when there is one.
    if (!result.ok && isUnreached(result.error)) jobs.dismiss();
    retryLater();
    const inDoubt = sender.inDoubt;
    if (inDoubt && (await sender.settle())) jobs.succeeded();
    else if (!result.ok && !isUnreached(result.error)) tell(result.error);
    if (inDoubt) judge();
  }

  /** Nobody waits for this: the person hears of it once, while it is tried again and again. */
  function tell(error: AppError): void {
    if (told || error.code === 'aborted') return;
    told = true;
    ports.failedLater(error);
  }

  function retryLater(): void {
    retryAt = clock.now() + (PUT_BACK_WAITS[tries] ?? PUT_BACK_WAITS[PUT_BACK_WAITS.length - 1] ?? 0);
    tries += 1;
    schedule.set('end', retryAt, judge);
  }

  function isOver(when: End): boolean {
    if (when.kind === 'moment') return when.at <= clock.now();
    return tieAt(when, ports.status(), clock.now()) === 'over';
  }

  /** The status a picture goes with may have got another end. */
  function follow(): void {
    const { temporary } = desk.memory;
    if (temporary?.end.kind !== 'status') return;
    const endsAt = endOfTie(temporary.end, ports.status());
    if (endsAt === temporary.end.endsAt) return;
    desk.keep({ ...desk.memory, temporary: { ...temporary, end: { ...temporary.end, endsAt } } });
  }

  function judge(): void {
    if (desk.stopped || jobs.busy() || sender.settling) return;
    follow();
    const { temporary } = desk.memory;
    if (!temporary || !isOver(temporary.end)) {
      tries = 0;
      retryAt = 0;
      told = false;
      if (temporary?.end.kind === 'moment') schedule.set('end', temporary.end.at, judge);
    } else if (clock.now() < retryAt) {
      schedule.set('end', retryAt, judge);
    } else if (ports.ready()) {
      underWay = end();
    } else {
      retryLater();
    }
  }

  return {
    judge,
    hurry: () => {
      tries = 0;
      retryAt = 0;
      judge();
    },
    get underWay() {
      return underWay;
    },
  };
}

/** Nothing was done, and nothing is to be told. */
const NOTHING: Result<never> = fail(appError('aborted', {}));
