import type { ChangeOutcome } from '../../../shared/contract.ts';
import { appError } from '../../../shared/errors.ts';
import { resolveExpiry, type ExpiryRule } from '../../../shared/expiry.ts';
import { awayMessageOf, type PlanContext } from '../../../shared/plan.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import type { StatusSource } from '../../../shared/status-source.ts';
import { createAnswers } from './answers.ts';
import { createDeadlines, type Due } from './deadlines.ts';
import { createDesk } from './desk.ts';
import { isUnderWay } from './job.ts';
import { backTarget, givenUp, pendingOf, settled, sourced, undoTarget, type Sourced, type Wanted } from './memory.ts';
import type { StatusPorts } from './ports.ts';
import { createWire, type Answered } from './wire.ts';

/**
 * Sets, clears, extends, undoes and reads the status of one account. At most one request is under way; of two changes
 * the last wins: it replaces one that has not been sent or waits, and follows one whose answer is still to come. Before a
 * change the server is asked what holds, so that undo and the way back never bring back what somebody else took away.
 *
 * Its parts: `desk.ts` keeps and shows what is known, `wire.ts` sends, `answers.ts` says what follows from an answer,
 * `deadlines.ts` knows the moments at which something is due, `memory.ts` is what lies on the disk.
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
  /** Returns to the status that waits under the present one. `nothing_to_do` where none does. */
  goBack(): Promise<Result<ChangeOutcome>>;
  /** Resolves when it is known which status holds: by the answer to a change that is under way, or by asking. */
  refresh(): Promise<Result<null>>;
  /** Sends a change that waits for the network now, and gives what becomes of it; without one it refreshes. */
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
  /** Ends what is under way. A change that is not done is on the disk, for the next start. */
  stop(): void;
}

/** Makes the engine of one account. */
export function createStatusEngine(ports: StatusPorts): StatusEngine {
  const { clock } = ports;
  // The parts know one another in a ring; what one tells the next comes after all of them are made.
  const due: Due = {
    look: () => void wire.look(),
    undoOver: () => desk.publish(),
    doneSeen: (id) => {
      if (desk.shown().change?.id === id) desk.publish({ change: null });
    },
    over: () => {
      desk.publish({ endsSoon: false });
      void wire.look();
    },
    soon: (status) => {
      desk.publish({ endsSoon: true });
      ports.warn(status);
    },
  };
  const answered: Answered = {
    changed: (job, result, basis) => answers.changed(job, result, basis),
    seen: (result) => answers.seen(result),
    blind: () => answers.blind(),
  };
  const deadlines = createDeadlines(ports, due);
  const desk = createDesk(ports, deadlines);
  const wire = createWire(ports, desk, deadlines, answered);
  const answers = createAnswers(ports, desk, deadlines, wire);

  function extend(by: ExpiryRule): Promise<Result<ChangeOutcome>> {
    const now = clock.now();
    const status = desk.current();
    if (typeof status?.expiresAt !== 'number') return Promise.resolve(fail(appError('nothing_to_do', {})));
    const context = ports.context();
    const end = resolveExpiry(by, by.kind === 'duration' ? status.expiresAt : now, context.expiry);
    if (!end.ok) return Promise.resolve(end);
    const { source, made } = sourced(desk.memory, status) ?? { source: null, made: null };
    const awayMessage = source ? awayMessageOf(source, end.value, now, context) : status.awayMessage;
    const extended = { ...status, expiresAt: end.value, awayMessage };
    const wayBack = { editOf: status };
    return wire.change({
      status: extended,
      source,
      made: made ? endingAt(made, end.value, context) : null,
      plan: null,
      presetId: null,
      origin: 'extend',
      wayBack,
    });
  }

  function undo(): Promise<Result<ChangeOutcome>> {
    const found = isUnderWay(desk.shown().change) ? null : undoTarget(desk.memory, desk.current(), clock.now());
    if (!found) return Promise.resolve(fail(appError('nothing_to_do', {})));
    return wire.change(again(found.target, 'undo'));
  }

  function goBack(): Promise<Result<ChangeOutcome>> {
    const target = isUnderWay(desk.shown().change) ? null : backTarget(desk.memory, desk.current(), clock.now());
    if (!target) return Promise.resolve(fail(appError('nothing_to_do', {})));
    return wire.change(again(target, 'goBack'));
  }

  function dismiss(): void {
    const shown = desk.shown().change;
    if (shown?.phase === 'queued') {
      desk.keep(givenUp(desk.memory));
      deadlines.cancel('network');
    }
    wire.giveUpWaiting();
    if (shown?.phase === 'failed') desk.forgetFailure();
    if (shown && shown.phase !== 'pending') desk.publish({ change: null });
  }

  /** Resolves when it is known what holds: by the answer to a change that is under way, or by asking. */
  async function refresh(): Promise<Result<null>> {
    for (;;) {
      const change = wire.underWay() ? await wire.underWay() : null;
      if (change?.ok && change.value === 'done') return done;
      const read = await wire.look();
      // A change came between: its answer will tell.
      if (read.ok || read.error.code !== 'aborted' || !wire.underWay()) return read;
    }
  }

  async function networkBack(): Promise<Result<ChangeOutcome>> {
    deadlines.reached();
    // One that was started before the network came back tells nothing.
    if (wire.looking) await wire.looking;
    const before = wire.underWay();
    if (before) return before;
    const isKept = pendingOf(desk.memory) !== null;
    const read = await wire.look();
    // What was kept is on its way now; whoever asked wants to know what becomes of it.
    const resumed = wire.underWay();
    if (resumed) return resumed;
    if (!isKept) return read.ok ? ok('done') : read;
    if (pendingOf(desk.memory)) return ok('queued');
    return desk.shown().change?.phase === 'done' ? ok('done') : fail(appError('status_changed', {}));
  }

  function forgetWayBack(): void {
    const { queued } = desk.memory;
    const memory = queued?.wanted.origin === 'wayBack' ? settled(desk.memory, queued.wanted) : desk.memory;
    desk.keep({ ...memory, back: [] });
    desk.publish();
  }

  return {
    start: () => {
      desk.publish();
      const kept = pendingOf(desk.memory);
      if (kept && kept.wanted.origin !== 'wayBack')
        desk.show({ id: wire.nextId(), wanted: kept.wanted }, { phase: 'queued' });
      void wire.look();
    },
    change: (wanted) => wire.change(wanted),
    extend,
    undo,
    goBack,
    refresh,
    networkBack,
    dismiss,
    forgetWayBack,
    letEnd: () => desk.publish({ endsSoon: false }),
    rearm: () => deadlines.status(desk.current(), false),
    failed: () => desk.failed?.wanted ?? null,
    stop: () => {
      wire.stop();
      deadlines.stop();
    },
  };
}

/** An earlier status as it was; null = none. */
function again(earlier: Sourced | null, origin: 'undo' | 'goBack'): Wanted {
  const { status, source, made = null } = earlier ?? { status: null, source: null };
  return { status, source, made, plan: null, presetId: null, origin, wayBack: null };
}

/** What a status is made of whose end was moved: the rule becomes the moment, as the person reads it. */
function endingAt(made: StatusSource, end: number | null, { expiry }: PlanContext): StatusSource {
  if (end === null) return { ...made, plan: { ...made.plan, expiry: { kind: 'none' } } };
  const at = Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO(expiry.timeZone);
  const { hour, minute } = at;
  return {
    ...made,
    plan: { ...made.plan, expiry: { kind: 'dateTime', date: at.toPlainDate().toString(), hour, minute } },
  };
}
