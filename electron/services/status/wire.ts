import type { ChangeOutcome } from '../../../shared/contract.ts';
import { appError, isUnreached } from '../../../shared/errors.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import { currentAt, type Status } from '../../../shared/status.ts';
import type { CallOptions } from '../pachca/call.ts';
import type { Deadlines } from './deadlines.ts';
import type { Desk } from './desk.ts';
import { basisOf, isOverTaken, type Asked, type Basis, type Failure, type Job } from './job.ts';
import { accepted, goesOut, holds, settled, type Wanted } from './memory.ts';
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
  /** The outcome of the newest change that is not over yet, if there is one. */
  underWay(): Promise<Result<ChangeOutcome>> | null;
  /** Keeps a change and sends it as soon as nothing else is under way; a newer one takes the place of one that waits. */
  change(wanted: Wanted): Promise<Result<ChangeOutcome>>;
  /** Sends a change that was kept, over what the server was just seen to hold. */
  resume(asked: Asked, basis: Basis): void;
  /** A number that no change had yet. */
  nextId(): number;
  /** Asks the server what holds. `aborted` where a change came between; nothing is asked while one is under way. */
  look(): Promise<Result<null>>;
  /** Gives up a change that waits for its next try, and forgets it. */
  giveUpWaiting(): void;
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
  let underWay: Promise<Result<ChangeOutcome>> | null = null;
  let lastId = 0;
  let stopped = false;

  const nextId = (): number => (lastId += 1);

  function change(wanted: Wanted): Promise<Result<ChangeOutcome>> {
    const { known } = desk.shown().status;
    const over = desk.current();
    const isLate = wanted.origin === 'wayBack';
    return follow((settle) => {
      queued?.settle(ok('superseded'));
      queued = { wanted, id: nextId(), over, isLate, settle };
      // On the disk before anything is sent or told: whatever happens to this computer now, it is not lost.
      desk.keep(accepted(desk.memory, { wanted, basis: basisOf({ status: over, known }) }));
      deadlines.cancel('done');
      deadlines.cancel('network');
      desk.show(queued, { phase: 'pending' });
      if (running?.kind === 'read' || (running?.kind === 'change' && running.waiting)) running.abort.abort();
      next();
    });
  }

  /** Notes the outcome of a change as the one that is under way, until it is there. */
  function follow(begin: (settle: Job['settle']) => void): Promise<Result<ChangeOutcome>> {
    const outcome = new Promise<Result<ChangeOutcome>>((resolve) => {
      begin((result) => {
        if (underWay === outcome) underWay = null;
        resolve(result);
      });
    });
    underWay = outcome;
    return outcome;
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
        else desk.show(job, { phase: 'waiting', retryAt: ports.onClock(retryAt) });
      },
      onTry: () => {
        mine.waiting = false;
        if (!queued) desk.show(job, { phase: 'pending' });
      },
    };
    const before = basis ?? knownBefore() ?? (await readBefore(options));
    const result = 'error' in before ? before : await put(job, before, options);
    if (stopped) {
      job.settle(ok('superseded'));
      return;
    }
    running = null;
    job.settle(answered.changed(job, result, 'error' in before ? null : before));
    next();
  }

  /** Sends a change over what holds. */
  async function put(job: Job, before: Basis, options: CallOptions): Promise<Result<Status | null>> {
    if (isOverTaken(job, before)) return fail(appError('status_changed', {}));
    const { status } = job.wanted;
    desk.keep(goesOut(desk.memory, { wanted: job.wanted, basis: basisOf(before) }));
    const result = await (status ? client.setStatus(status, options) : client.clearStatus(options));
    if (result.ok || result.error.code !== 'unconfirmed' || stopped || !ports.mayRead()) return result;
    // Something answered, and not as Pachca does: what the server holds decides.
    const seen = await client.status(options);
    if (!seen.ok) return seen.error.code === 'aborted' ? seen : result;
    const held = currentAt(seen.value, clock.now());
    return holds(held, status) ? ok(held) : result;
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
      return code === 'aborted' || isUnreached(seen.error) ? seen : { status: null, known: false };
    }
    if (!stopped) desk.hold(seen.value, false);
    return { status: currentAt(seen.value, clock.now()), known: true };
  }

  function look(): Promise<Result<null>> {
    if (running?.kind === 'read') return running.result;
    if (stopped) return Promise.resolve(done);
    if (running || queued) return Promise.resolve(fail(appError('aborted', {})));
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
    return result.ok ? done : result;
  }

  return {
    get hasNext() {
      return queued !== null;
    },
    get looking() {
      return running?.kind === 'read' ? running.result : null;
    },
    underWay: () => underWay,
    change,
    resume: (asked, basis) => {
      void follow((settle) => void send({ ...asked, over: basis.status, isLate: true, settle }, basis));
    },
    nextId,
    look,
    giveUpWaiting: () => {
      if (running?.kind !== 'change' || !running.waiting) return;
      desk.keep(settled(desk.memory, running.job.wanted));
      running.abort.abort();
    },
    stop: () => {
      stopped = true;
      running?.abort.abort();
      running = null;
      queued?.settle(ok('superseded'));
      queued = null;
    },
  };
}
