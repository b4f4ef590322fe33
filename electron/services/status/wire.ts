import type { ChangeOutcome } from '../../../shared/contract.ts';
import { appError } from '../../../shared/errors.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import { currentAt, type Status } from '../../../shared/status.ts';
import type { CallOptions } from '../pachca/call.ts';
import type { Deadlines } from './deadlines.ts';
import type { Desk } from './desk.ts';
import { isOffline, isOverTaken, type Basis, type Failure, type Job } from './job.ts';
import type { Wanted } from './memory.ts';
import type { StatusPorts } from './ports.ts';

/** A status checked this recently is taken for what holds, in milliseconds. */
export const FRESH = 3_000;

/** What follows from an answer. */
export interface Answered {
  /** Of a change; gives the outcome for whoever asked for it. */
  changed(job: Job, result: Result<Status | null>, basis: Basis | null): Result<ChangeOutcome>;
  /** Of a look. */
  seen(result: Result<Status | null>): void;
  /** The status cannot be looked at with this token. */
  blind(): void;
}

/** The requests of one account: at most one is under way, and at most one change waits for it. */
export interface Wire {
  /** Whether a change waits for its turn. */
  readonly hasNext: boolean;
  /** The look that is under way, if one is. */
  readonly looking: Promise<Result<null>> | null;
  change(wanted: Wanted): Promise<Result<ChangeOutcome>>;
  /** Sends a change that was kept, over what the server was just seen to hold. */
  resume(job: Job, basis: Basis): void;
  /** A number that no change had yet. */
  nextId(): number;
  look(): Promise<Result<null>>;
  /** Gives up a change that waits for its next try. */
  giveUpWaiting(): void;
  /** The change whose answer is still to come, or that has not been sent. */
  unfinished(): Wanted | null;
  stop(): void;
}

/** What goes over the wire at the moment. */
type Running = { readonly abort: AbortController } & (
  | { readonly kind: 'change'; readonly job: Job; waiting: boolean }
  | { readonly kind: 'read'; readonly result: Promise<Result<null>> }
);

/** Makes the wire of one account. */
export function createWire(ports: StatusPorts, desk: Desk, deadlines: Deadlines, answered: Answered): Wire {
  const { clock, client } = ports;
  let running: Running | null = null;
  let queued: Job | null = null;
  let lastId = 0;
  let stopped = false;

  const nextId = (): number => (lastId += 1);

  function change(wanted: Wanted): Promise<Result<ChangeOutcome>> {
    return new Promise((settle) => {
      queued?.settle(ok('superseded'));
      queued = { wanted, id: nextId(), over: desk.current(), settle };
      // A newer wish replaces one that was kept for the network.
      if (desk.memory.queued) desk.keep({ ...desk.memory, queued: null });
      deadlines.cancel('done');
      deadlines.cancel('network');
      desk.show(queued, { phase: 'pending' });
      if (running?.kind === 'read' || (running?.kind === 'change' && running.waiting)) running.abort.abort();
      next();
    });
  }

  /** Starts the queued change unless something is under way; whatever ends calls this again. */
  function next(): void {
    if (running || !queued || stopped) return;
    const job = queued;
    queued = null;
    void send(job, null);
  }

  async function send(job: Job, basis: Basis | null): Promise<void> {
    const abort = new AbortController();
    const mine: Running = { kind: 'change', job, abort, waiting: false };
    running = mine;
    const options = {
      signal: abort.signal,
      onWait: (retryAt: number) => {
        mine.waiting = true;
        // A newer change may have come while the answer was on its way: it need not wait for this one.
        if (queued) abort.abort();
        else desk.show(job, { phase: 'waiting', retryAt });
      },
      onTry: () => {
        mine.waiting = false;
        if (!queued) desk.show(job, { phase: 'pending' });
      },
    };
    const before = basis ?? knownBefore() ?? (await readBefore(options));
    const { status } = job.wanted;
    const result: Result<Status | null> =
      'error' in before
        ? before
        : isOverTaken(job, before)
          ? fail(appError('status_changed', {}))
          : await (status ? client.setStatus(status, options) : client.clearStatus(options));
    if (stopped) {
      job.settle(ok('superseded'));
      return;
    }
    running = null;
    job.settle(answered.changed(job, result, 'error' in before ? null : before));
    next();
  }

  /** What holds before a change, where the server said so just now or cannot be asked; null = ask it. */
  function knownBefore(): Basis | null {
    const { known, checkedAt } = desk.shown().status;
    const fresh = known && checkedAt !== null && clock.now() - checkedAt < FRESH;
    if (fresh || !ports.mayRead()) return { status: desk.current(), known };
    return null;
  }

  /** What the server holds before a change. Without a network the change need not be tried; other failures do not stop it. */
  async function readBefore(options: CallOptions): Promise<Basis | Failure> {
    const seen = await client.status(options);
    if (!seen.ok) {
      const { code } = seen.error;
      return code === 'aborted' || isOffline(seen.error) ? seen : { status: null, known: false };
    }
    if (!stopped) desk.hold(seen.value, false);
    return { status: currentAt(seen.value, clock.now()), known: true };
  }

  function look(): Promise<Result<null>> {
    if (running?.kind === 'read') return running.result;
    if (running || queued || stopped) return Promise.resolve(done);
    deadlines.looked();
    if (!ports.mayRead()) {
      const error = appError('insufficient_scope', { scope: 'profile_status:read' });
      desk.publish({ status: { ...desk.shown().status, error } });
      answered.blind();
      return Promise.resolve(fail(error));
    }
    const abort = new AbortController();
    const result = read(abort);
    running = { kind: 'read', abort, result };
    return result;
  }

  async function read(abort: AbortController): Promise<Result<null>> {
    desk.publish({ status: { ...desk.shown().status, checking: true } });
    const result = await client.status({ signal: abort.signal });
    if (stopped) return done;
    running = null;
    answered.seen(result);
    next();
    return result.ok || result.error.code === 'aborted' ? done : result;
  }

  return {
    get hasNext() {
      return queued !== null;
    },
    get looking() {
      return running?.kind === 'read' ? running.result : null;
    },
    change,
    resume: (job, basis) => void send(job, basis),
    nextId,
    look,
    giveUpWaiting: () => {
      if (running?.kind === 'change' && running.waiting) running.abort.abort();
    },
    unfinished: () => (queued ?? (running?.kind === 'change' ? running.job : null))?.wanted ?? null,
    stop: () => {
      stopped = true;
      running?.abort.abort();
      running = null;
      queued?.settle(ok('superseded'));
      queued = null;
    },
  };
}
