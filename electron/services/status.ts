import { appError, type AppError } from '../../shared/errors.ts';
import type { ChangeOutcome } from '../../shared/contract.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import type { Change } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import type { PachcaClient } from './pachca/client.ts';
import type { Clock } from './ports.ts';
import type { Schedule } from './schedule.ts';
import { UNKNOWN_STATUS, type Store } from './store.ts';

/** How long "done" is shown after a change, in milliseconds. */
export const DONE_SHOWN = 10_000;

/** How often the server is asked when nothing else gives reason to: three times an hour. */
export const SLOW_REFRESH = 20 * 60_000;

/** Two ends this close are the same: a server may keep whole seconds. */
const END_TOLERANCE = 1_000;

/** What the engine needs from whoever owns the account. */
export interface StatusAccount {
  readonly client: PachcaClient;
  /** Whether the token may read the status, as far as is known. */
  mayRead(): boolean;
  /** A call was refused with this error; the account decides what it means for the session. */
  refused(error: AppError): void;
}

/** A change that was asked for. */
export interface Wanted {
  /** The status to set; null = clear. */
  readonly status: Status | null;
  readonly presetId: string | null;
}

/**
 * Sets, clears and reads the status of one account. At most one request is under way; of two changes the last wins: it
 * replaces one that has not been sent or waits for another try, and follows one whose answer is still to come.
 */
export interface StatusEngine {
  /** Resolves when the change is done, has failed, or was replaced by a newer one. */
  change(wanted: Wanted): Promise<Result<ChangeOutcome>>;
  /** Asks the server which status holds. While a change is under way its answer will tell, so nothing is asked. */
  refresh(): Promise<Result<null>>;
  /** Another account, or none: what was under way is given up. */
  use(account: StatusAccount | null): void;
}

interface Job extends Wanted {
  readonly id: number;
  readonly settle: (result: Result<ChangeOutcome>) => void;
}

/** What goes over the wire at the moment; `sent` is false while a change waits before another try. */
type Running = { readonly abort: AbortController } & (
  | { readonly kind: 'change'; readonly job: Job; waiting: boolean }
  | { readonly kind: 'read'; readonly result: Promise<Result<null>> }
);

/** Makes the engine of a store. */
export function createStatusEngine(clock: Clock, store: Store, schedule: Schedule): StatusEngine {
  let account: StatusAccount | null = null;
  let running: Running | null = null;
  let queued: Job | null = null;
  let lastId = 0;

  function change(wanted: Wanted): Promise<Result<ChangeOutcome>> {
    if (!account) return Promise.resolve(fail(appError('signed_out', {})));
    return new Promise((settle) => {
      queued?.settle(ok('superseded'));
      lastId += 1;
      queued = { ...wanted, id: lastId, settle };
      schedule.cancel('done');
      show(queued, { phase: 'pending' });
      if (running?.kind === 'read' || (running?.kind === 'change' && running.waiting)) running.abort.abort();
      next();
    });
  }

  /** Starts the queued change unless something is under way; whatever ends calls this again. */
  function next(): void {
    if (running || !queued || !account) return;
    const job = queued;
    queued = null;
    void send(job, account);
  }

  async function send(job: Job, owner: StatusAccount): Promise<void> {
    const abort = new AbortController();
    const mine: Running = { kind: 'change', job, abort, waiting: false };
    running = mine;
    const options = {
      signal: abort.signal,
      onWait: (retryAt: number) => {
        mine.waiting = true;
        // A newer change may have come while the answer was on its way: it need not wait for this one.
        if (queued) abort.abort();
        else show(job, { phase: 'waiting', retryAt });
      },
      onTry: () => {
        mine.waiting = false;
        if (!queued) show(job, { phase: 'pending' });
      },
    };
    const { client } = owner;
    const result = await (job.status ? client.setStatus(job.status, options) : client.clearStatus(options));
    if (owner !== account) {
      job.settle(ok('superseded'));
      return;
    }
    running = null;
    job.settle(finish(job, result, owner));
    next();
  }

  /** Shows what became of a change and gives the outcome for whoever asked for it. */
  function finish(job: Job, result: Result<Status | null>, owner: StatusAccount): Result<ChangeOutcome> {
    if (result.ok) {
      hold(result.value);
      if (!queued) succeed(job);
      return ok('done');
    }
    if (result.error.code === 'aborted') return ok('superseded');
    owner.refused(result.error);
    if (queued) return ok('superseded');
    show(job, { phase: 'failed', error: result.error });
    // It may have reached the server all the same (a timeout, a connection dropped): look.
    void refresh();
    return result;
  }

  function succeed(change: Pick<Change, 'id' | 'status' | 'presetId'>): void {
    show(change, { phase: 'done' });
    schedule.set('done', clock.now() + DONE_SHOWN, () => {
      if (store.facts.change?.id === change.id) store.update({ change: null });
    });
  }

  function refresh(): Promise<Result<null>> {
    if (!account) return Promise.resolve(fail(appError('signed_out', {})));
    if (running?.kind === 'read') return running.result;
    if (running || queued) return Promise.resolve(done);
    const owner = account;
    schedule.set('refresh', clock.now() + SLOW_REFRESH, () => void refresh());
    if (!owner.mayRead()) {
      const error = appError('insufficient_scope', { scope: 'profile_status:read' });
      store.update({ status: { ...store.facts.status, error } });
      return Promise.resolve(fail(error));
    }
    const abort = new AbortController();
    const result = read(owner, abort);
    running = { kind: 'read', abort, result };
    return result;
  }

  async function read(owner: StatusAccount, abort: AbortController): Promise<Result<null>> {
    store.update({ status: { ...store.facts.status, checking: true } });
    const result = await owner.client.status({ signal: abort.signal });
    if (owner !== account) return done;
    running = null;
    if (result.ok) {
      hold(result.value);
      reconsider(result.value);
    } else if (result.error.code === 'aborted') {
      store.update({ status: { ...store.facts.status, checking: false } });
    } else {
      store.update({ status: { ...store.facts.status, checking: false, error: result.error } });
      owner.refused(result.error);
    }
    next();
    return result.ok || result.error.code === 'aborted' ? done : result;
  }

  /** The server said what holds. */
  function hold(current: Status | null): void {
    store.update({ status: { known: true, current, checkedAt: clock.now(), checking: false, error: null } });
    schedule.cancel('expiry');
    const end = current?.expiresAt ?? null;
    if (end !== null && end > clock.now()) {
      schedule.set('expiry', end, () => {
        store.publish();
        void refresh();
      });
    }
  }

  /** A change that seemed to fail but is what the server holds is done. */
  function reconsider(current: Status | null): void {
    const { change: shown } = store.facts;
    if (shown?.phase === 'failed' && holds(current, shown.status)) succeed(shown);
  }

  function show(
    { id, status, presetId }: Pick<Change, 'id' | 'status' | 'presetId'>,
    phase: Pick<Change, 'phase'> & Partial<Pick<Change, 'retryAt' | 'error'>>,
  ): void {
    store.update({ change: { id, status, presetId, retryAt: null, error: null, at: clock.now(), ...phase } });
  }

  return {
    change,
    refresh,
    use: (next) => {
      running?.abort.abort();
      running = null;
      queued?.settle(ok('superseded'));
      queued = null;
      account = next;
      for (const name of ['done', 'expiry', 'refresh']) schedule.cancel(name);
      store.update({ status: UNKNOWN_STATUS, change: null });
    },
  };
}

/** Whether the server holds what was wanted. */
function holds(current: Status | null, wanted: Status | null): boolean {
  if (!current || !wanted) return current === wanted;
  const sameEnd =
    current.expiresAt === wanted.expiresAt ||
    (current.expiresAt !== null &&
      wanted.expiresAt !== null &&
      Math.abs(current.expiresAt - wanted.expiresAt) <= END_TOLERANCE);
  return (
    sameEnd &&
    current.emoji === wanted.emoji &&
    current.title === wanted.title &&
    current.isAway === wanted.isAway &&
    (current.awayMessage ?? '') === (wanted.awayMessage ?? '')
  );
}
