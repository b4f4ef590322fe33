import type { ChangeOutcome } from '../../../shared/contract.ts';
import { appError, type AppError } from '../../../shared/errors.ts';
import { resolveExpiry, type ExpiryRule } from '../../../shared/expiry.ts';
import { awayMessageOf, type PlanContext } from '../../../shared/plan.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import type { AppState, Change, StatusView } from '../../../shared/state.ts';
import { currentAt, type Status } from '../../../shared/status.ts';
import type { PachcaClient } from '../pachca/client.ts';
import type { Clock } from '../ports.ts';
import type { Schedule } from '../schedule.ts';
import type { NewNotice } from '../notices.ts';
import {
  comesBack,
  holds,
  judgeQueued,
  observe,
  remember,
  sourced,
  undoTarget,
  type StatusMemory,
  type Wanted,
} from './memory.ts';

/** How long "done" is shown after a change, in milliseconds. */
export const DONE_SHOWN = 10_000;

/** How often the server is asked when nothing else gives reason to: three times an hour. */
export const SLOW_REFRESH = 20 * 60_000;

/** A status checked this recently is taken for what holds, in milliseconds. */
export const FRESH = 3_000;

/** Waits between tries while there is no network, in milliseconds; the last one repeats. */
export const OFFLINE_WAITS = [15_000, 30_000, 60_000, 120_000] as const;

/** What one account shows of its status. */
export interface StatusFacts {
  readonly status: StatusView;
  readonly change: Change | null;
  readonly undo: AppState['undo'];
  readonly wayBack: Status | null;
  readonly endsSoon: boolean;
}

/** A status that nobody has asked the server for yet. */
export const UNKNOWN_STATUS: StatusView = {
  known: false,
  current: null,
  checkedAt: null,
  checking: false,
  error: null,
};

/** Nothing known, nothing under way. */
export const NO_FACTS: StatusFacts = {
  status: UNKNOWN_STATUS,
  change: null,
  undo: null,
  wayBack: null,
  endsSoon: false,
};

/** What the engine of one account needs. */
export interface StatusPorts {
  readonly clock: Clock;
  /** The account's own deadlines. */
  readonly schedule: Schedule;
  readonly client: PachcaClient;
  readonly facts: { get(): StatusFacts; update(patch: Partial<StatusFacts>): void };
  readonly memory: { load(): StatusMemory; save(memory: StatusMemory): void };
  /** Whether the token may read the status, as far as is known. */
  mayRead(): boolean;
  /** A call was refused with this error; the account decides what it means for the session. */
  refused(error: AppError): void;
  notice(notice: NewNotice): void;
  /** The status ends soon: tell the person. */
  warn(status: Status): void;
  /** Minutes before the end at which to warn; null = not at all. */
  warnBefore(): number | null;
  /** What plans are resolved with now. */
  context(): PlanContext;
}

/**
 * Sets, clears, extends, undoes and reads the status of one account. At most one request is under way; of two changes
 * the last wins: it replaces one that has not been sent or waits, and follows one whose answer is still to come. Before a
 * change the server is asked what holds, so that undo and the way back never bring back what somebody else took away.
 */
export interface StatusEngine {
  /** Takes up what the memory says and asks the server. */
  start(): void;
  /** Resolves when the change is done, is kept for the network, has failed, or was replaced by a newer one. */
  change(wanted: Wanted): Promise<Result<ChangeOutcome>>;
  /** Lets the present status end later; the away message follows. `nothing_to_do` where it has no end. */
  extend(by: ExpiryRule): Promise<Result<ChangeOutcome>>;
  /** Takes the last change back. `nothing_to_do` where there is none, or somebody changed the status since. */
  undo(): Promise<Result<ChangeOutcome>>;
  /** Asks the server which status holds. While a change is under way its answer will tell, so nothing is asked. */
  refresh(): Promise<Result<null>>;
  /** Sends a change that waits for the network now; without one it refreshes. */
  networkBack(): Promise<Result<ChangeOutcome>>;
  /** Forgets a finished or failed change, gives up one that waits. One that is on the wire cannot be called back. */
  dismiss(): void;
  forgetWayBack(): void;
  /** The person knows that the status ends soon. */
  letEnd(): void;
  /** The time of the warning changed. */
  rearm(): void;
  /** The failed change, to be tried again. */
  failed(): Wanted | null;
  /** Ends what is under way. A change that is not done is remembered, for the next start. */
  stop(): void;
}

interface Job {
  readonly wanted: Wanted;
  readonly id: number;
  /** What was shown when it was asked for. */
  readonly over: Status | null;
  readonly settle: (result: Result<ChangeOutcome>) => void;
}

/** What goes over the wire at the moment. */
type Running = { readonly abort: AbortController } & (
  | { readonly kind: 'change'; readonly job: Job; waiting: boolean }
  | { readonly kind: 'read'; readonly result: Promise<Result<null>> }
);

/** Makes the engine of one account. */
export function createStatusEngine(ports: StatusPorts): StatusEngine {
  const { clock, schedule, client, facts } = ports;
  let memory = ports.memory.load();
  let running: Running | null = null;
  let queued: Job | null = null;
  let lastId = 0;
  let stopped = false;
  let offlineTries = 0;
  let failed: { readonly wanted: Wanted; readonly basis: Basis | null } | null = null;

  const current = (): Status | null => currentAt(facts.get().status.current, clock.now());

  /** Writes facts together with what follows from the memory. */
  function publish(patch: Partial<StatusFacts> = {}): void {
    const shown = patch.change === undefined ? facts.get().change : patch.change;
    const status = currentAt((patch.status ?? facts.get().status).current, clock.now());
    const undo = isUnderWay(shown) ? null : undoTarget(memory, status, clock.now());
    const wayBack = memory.own && status ? (memory.back[0]?.status ?? null) : null;
    // What undo would bring back may end before it is asked for.
    const undoEnds = undo?.target?.status.expiresAt ?? null;
    if (undoEnds === null) schedule.cancel('undo');
    else schedule.set('undo', undoEnds, () => publish());
    facts.update({
      ...patch,
      undo: undo && { status: undo.target?.status ?? null, of: undo.of },
      wayBack,
    });
  }

  function keep(next: StatusMemory): void {
    if (next === memory) return;
    memory = next;
    ports.memory.save(next);
  }

  function show(job: Pick<Job, 'id' | 'wanted'>, phase: Pick<Change, 'phase'> & Partial<Change>): void {
    const { status, presetId, origin } = job.wanted;
    if (origin === 'wayBack' && tellsOfFailure()) {
      publish();
      return;
    }
    failed = null;
    publish({
      change: { id: job.id, status, presetId, origin, retryAt: null, error: null, at: clock.now(), ...phase },
    });
  }

  /** A change of the person's failed and is still told of. A status that returns by itself does not take that away. */
  const tellsOfFailure = (): boolean => failed !== null && failed.wanted.origin !== 'wayBack';

  function change(wanted: Wanted): Promise<Result<ChangeOutcome>> {
    return new Promise((settle) => {
      queued?.settle(ok('superseded'));
      lastId += 1;
      queued = { wanted, id: lastId, over: current(), settle };
      // A newer wish replaces one that was kept for the network.
      if (memory.queued) keep({ ...memory, queued: null });
      for (const name of ['done', 'network']) schedule.cancel(name);
      show(queued, { phase: 'pending' });
      if (running?.kind === 'read' || (running?.kind === 'change' && running.waiting)) running.abort.abort();
      next();
    });
  }

  /** Starts the queued change unless something is under way; whatever ends calls this again. */
  function next(): void {
    if (running || !queued || stopped) return;
    const job = queued;
    queued = null;
    void send(job);
  }

  async function send(job: Job, basis: Basis | null = null): Promise<void> {
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
    job.settle(finish(job, result, 'error' in before ? null : before));
    next();
  }

  /** What holds before a change, where the server said so just now or cannot be asked; null = ask it. */
  function knownBefore(): Basis | null {
    const { known, checkedAt } = facts.get().status;
    const fresh = known && checkedAt !== null && clock.now() - checkedAt < FRESH;
    if (fresh || !ports.mayRead()) return { status: current(), known };
    return null;
  }

  /** What the server holds before a change. Without a network the change need not be tried; other failures do not stop it. */
  async function readBefore(options: Parameters<PachcaClient['status']>[0]): Promise<Basis | Failure> {
    const seen = await client.status(options);
    if (!seen.ok) {
      const { code } = seen.error;
      return code === 'aborted' || isOffline(seen.error) ? seen : { status: null, known: false };
    }
    if (!stopped) hold(seen.value);
    return { status: currentAt(seen.value, clock.now()), known: true };
  }

  /** Shows what became of a change and gives the outcome for whoever asked for it. */
  function finish(job: Job, result: Result<Status | null>, basis: Basis | null): Result<ChangeOutcome> {
    if (result.ok) {
      confirmed(job, basis, result.value);
      return ok('done');
    }
    const { error } = result;
    if (error.code === 'aborted') return ok('superseded');
    ports.refused(error);
    if (queued) return ok('superseded');
    if (isOffline(error)) return keepForNetwork(job, basis);
    if (job.wanted.origin === 'wayBack') keep({ ...memory, back: [] });
    if (job.wanted.origin === 'wayBack' && tellsOfFailure()) publish();
    else if (job.wanted.origin === 'wayBack' && error.code === 'status_changed') publish({ change: null });
    else {
      show(job, { phase: 'failed', error });
      failed = { wanted: job.wanted, basis };
    }
    // It may have reached the server all the same (a bad gateway after the fact): look.
    void refresh();
    return result;
  }

  function confirmed(job: Pick<Job, 'id' | 'wanted'>, basis: Basis | null, after: Status | null): void {
    const remembered = remember(memory, job.wanted, basis?.status ?? null, after);
    // Where nobody could tell what was there before, there is nothing to undo and nothing to return to.
    keep(basis?.known ? remembered : { ...remembered, undo: null, back: [] });
    offlineTries = 0;
    hold(after);
    if (!queued) succeed(job);
  }

  function succeed(job: Pick<Job, 'id' | 'wanted'>): void {
    show(job, { phase: 'done' });
    schedule.set('done', clock.now() + DONE_SHOWN, () => {
      if (facts.get().change?.id === job.id) publish({ change: null });
    });
  }

  /** Without a network the wish is kept; the way back needs no keeping, as it is due until it was done. */
  function keepForNetwork(job: Job, basis: Basis | null): Result<ChangeOutcome> {
    if (job.wanted.origin === 'wayBack') {
      publish({ change: null });
    } else {
      const { known } = facts.get().status;
      const held = basis?.known ? { status: basis.status } : known ? { status: current() } : null;
      keep({ ...memory, queued: { wanted: job.wanted, basis: held } });
      show(job, { phase: 'queued' });
    }
    waitForNetwork();
    return ok('queued');
  }

  /** Whoever quits in the middle of a change wants it all the same: it is looked after at the next start. */
  function keepUnfinished(): void {
    const { wanted } = queued ?? (running?.kind === 'change' ? running.job : {});
    if (!wanted || wanted.origin === 'wayBack') return;
    const { known } = facts.get().status;
    keep({ ...memory, queued: { wanted, basis: known ? { status: current() } : null } });
  }

  function waitForNetwork(): void {
    const wait = OFFLINE_WAITS[Math.min(offlineTries, OFFLINE_WAITS.length - 1)] ?? SLOW_REFRESH;
    offlineTries += 1;
    schedule.set('network', clock.now() + wait, () => void refresh());
  }

  function refresh(): Promise<Result<null>> {
    if (running?.kind === 'read') return running.result;
    if (running || queued || stopped) return Promise.resolve(done);
    schedule.set('refresh', clock.now() + SLOW_REFRESH, () => void refresh());
    if (!ports.mayRead()) {
      const error = appError('insufficient_scope', { scope: 'profile_status:read' });
      publish({ status: { ...facts.get().status, error } });
      // What waits for the network can only be tried, not judged.
      if (memory.queued) resumeQueued({ status: null, known: false });
      return Promise.resolve(fail(error));
    }
    const abort = new AbortController();
    const result = read(abort);
    running = { kind: 'read', abort, result };
    return result;
  }

  async function read(abort: AbortController): Promise<Result<null>> {
    publish({ status: { ...facts.get().status, checking: true } });
    const result = await client.status({ signal: abort.signal });
    if (stopped) return done;
    running = null;
    if (result.ok) {
      offlineTries = 0;
      hold(result.value);
      follow(result.value);
    } else if (result.error.code === 'aborted') {
      publish({ status: { ...facts.get().status, checking: false } });
    } else {
      publish({ status: { ...facts.get().status, checking: false, error: result.error } });
      ports.refused(result.error);
      if (isOffline(result.error) && (memory.queued || returnIsDue())) waitForNetwork();
    }
    next();
    return result.ok || result.error.code === 'aborted' ? done : result;
  }

  /** The server said what holds. */
  function hold(seen: Status | null): void {
    const now = clock.now();
    keep(observe(memory, seen, now, unanswered()));
    const known = { known: true, current: seen, checkedAt: now, checking: false, error: null };
    const same = seen !== null && facts.get().status.current?.expiresAt === seen.expiresAt;
    publish({ status: known, ...(same ? {} : { endsSoon: false }) });
    arm(seen);
  }

  /** The change of which nobody knows whether it reached the server: the kept one, or the failed one. */
  function unanswered(): Wanted | undefined {
    return memory.queued?.wanted ?? (facts.get().change?.phase === 'failed' ? failed?.wanted : undefined);
  }

  /** Sets the deadlines of a status: its warning and its end. */
  function arm(status: Status | null): void {
    for (const name of ['expiry', 'warning']) schedule.cancel(name);
    const now = clock.now();
    const end = status?.expiresAt ?? null;
    if (!status || end === null || end <= now) return;
    schedule.set('expiry', end, () => {
      publish({ endsSoon: false });
      void refresh();
    });
    const before = ports.warnBefore();
    const warnAt = before === null ? null : end - before * 60_000;
    if (warnAt !== null && warnAt > now) {
      schedule.set('warning', warnAt, () => {
        publish({ endsSoon: true });
        ports.warn(status);
      });
    }
  }

  /** What follows from what the server holds: a failed change that is done after all, a kept one, the way back. */
  function follow(seen: Status | null): void {
    if (queued) return;
    const now = clock.now();
    const shown = facts.get().change;
    if (shown?.phase === 'failed' && failed && holds(currentAt(seen, now), failed.wanted.status)) {
      confirmed({ id: shown.id, wanted: failed.wanted }, failed.basis, currentAt(seen, now));
      return;
    }
    if (memory.queued) {
      resumeQueued({ status: currentAt(seen, now), known: true });
      return;
    }
    goBack(seen);
  }

  /** Returns to the earlier status where the one over it has ended by itself. */
  function goBack(seen: Status | null): void {
    const back = comesBack(memory, seen, clock.now());
    if (back) {
      void change({ ...back, plan: null, presetId: null, origin: 'wayBack', wayBack: null });
    }
  }

  const returnIsDue = (): boolean => comesBack(memory, null, clock.now()) !== null;

  /** The network is back: sends the kept change, or drops it where it makes no sense any more. */
  function resumeQueued(basis: Basis): void {
    const kept = memory.queued;
    if (!kept) return;
    const id = facts.get().change?.id ?? (lastId += 1);
    const job = { id, wanted: kept.wanted, over: basis.status, settle: () => undefined };
    const verdict = basis.known ? judgeQueued(kept, basis.status, clock.now()) : 'send';
    schedule.cancel('network');
    keep({ ...memory, queued: null });
    switch (verdict) {
      case 'done':
        confirmed(job, { status: kept.basis?.status ?? null, known: kept.basis !== null }, basis.status);
        break;
      case 'send':
        show(job, { phase: 'pending' });
        void send(job, basis);
        break;
      case 'ended':
      case 'changed':
        publish({ change: null });
        ports.notice({ kind: 'queued-dropped', reason: verdict, status: kept.wanted.status });
        goBack(basis.status);
    }
  }

  function extend(by: ExpiryRule): Promise<Result<ChangeOutcome>> {
    const now = clock.now();
    const status = current();
    if (typeof status?.expiresAt !== 'number') return Promise.resolve(fail(appError('nothing_to_do', {})));
    const context = ports.context();
    const end = resolveExpiry(by, by.kind === 'duration' ? status.expiresAt : now, context.expiry);
    if (!end.ok) return Promise.resolve(end);
    const { source } = sourced(memory, status) ?? { source: null };
    const awayMessage = source ? awayMessageOf(source, end.value, now, context) : status.awayMessage;
    const extended = { ...status, expiresAt: end.value, awayMessage };
    const wayBack = { editOf: status };
    return change({ status: extended, source, plan: null, presetId: null, origin: 'extend', wayBack });
  }

  function undo(): Promise<Result<ChangeOutcome>> {
    const found = isUnderWay(facts.get().change) ? null : undoTarget(memory, current(), clock.now());
    if (!found) return Promise.resolve(fail(appError('nothing_to_do', {})));
    const { status, source } = found.target ?? { status: null, source: null };
    return change({ status, source, plan: null, presetId: null, origin: 'undo', wayBack: null });
  }

  function dismiss(): void {
    const shown = facts.get().change;
    if (shown?.phase === 'queued') {
      keep({ ...memory, queued: null });
      schedule.cancel('network');
    }
    if (running?.kind === 'change' && running.waiting) running.abort.abort();
    if (shown?.phase === 'failed') failed = null;
    if (shown && shown.phase !== 'pending') publish({ change: null });
  }

  return {
    start: () => {
      publish();
      const kept = memory.queued;
      if (kept) {
        lastId += 1;
        show({ id: lastId, wanted: kept.wanted }, { phase: 'queued' });
      }
      void refresh();
    },
    change,
    extend,
    undo,
    refresh,
    networkBack: async () => {
      offlineTries = 0;
      // One that was started before the network came back tells nothing.
      if (running?.kind === 'read') await running.result;
      const read = await refresh();
      if (!read.ok && memory.queued) return ok('queued');
      return read.ok ? ok('done') : read;
    },
    dismiss,
    forgetWayBack: () => {
      keep({ ...memory, back: [] });
      publish();
    },
    letEnd: () => publish({ endsSoon: false }),
    rearm: () => arm(current()),
    failed: () => failed?.wanted ?? null,
    stop: () => {
      keepUnfinished();
      stopped = true;
      running?.abort.abort();
      running = null;
      queued?.settle(ok('superseded'));
      queued = null;
      schedule.stop();
    },
  };
}

/** What held before a change; `known` is false where nobody could tell. */
interface Basis {
  readonly status: Status | null;
  readonly known: boolean;
}

/**
 * Whether what a change was about is not there any more. What the person sets or clears counts over everything; what
 * extends, undoes or returns is about a certain status, and must not take away what somebody else set meanwhile.
 */
const isOverTaken = ({ wanted, over }: Job, before: Basis): boolean =>
  wanted.origin !== 'person' && before.known && !holds(before.status, over);

type Failure = Extract<Result<never>, { ok: false }>;

const isUnderWay = (change: Change | null): boolean =>
  change?.phase === 'pending' || change?.phase === 'waiting' || change?.phase === 'queued';

/** Failures that mean that the server was not reached, so that the wish is kept and sent later. */
const isOffline = (error: AppError): boolean => error.code === 'offline' || error.code === 'timeout';
