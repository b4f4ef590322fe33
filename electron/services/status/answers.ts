import type { ChangeOutcome } from '../../../shared/contract.ts';
import { isUnreached } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { currentAt, type Status } from '../../../shared/status.ts';
import type { Deadlines } from './deadlines.ts';
import type { Desk } from './desk.ts';
import { basisOf, type Asked, type Basis, type Job } from './job.ts';
import { accepted, comesBack, holds, judgeQueued, pendingOf, remember, settled } from './memory.ts';
import type { StatusPorts } from './ports.ts';
import type { Answered, Wire } from './wire.ts';

/** Makes what follows from the answers of one account's server. */
export function createAnswers(ports: StatusPorts, desk: Desk, deadlines: Deadlines, wire: Wire): Answered {
  const { clock } = ports;

  /** Shows what became of a change and gives the outcome for whoever asked for it. */
  function changed(job: Job, result: Result<Status | null>, basis: Basis | null): Result<ChangeOutcome> {
    if (result.ok) {
      confirmed(job, basis, result.value);
      return ok('done');
    }
    const { error } = result;
    if (error.code === 'aborted') return ok('superseded');
    ports.refused(error);
    if (wire.hasNext) return ok('superseded');
    if (isUnreached(error)) return keepForNetwork(job, basis);
    const returns = job.wanted.origin === 'wayBack';
    const memory = settled(desk.memory, job.wanted);
    desk.keep(returns ? { ...memory, back: [] } : memory);
    if (returns && desk.tellsOfFailure()) desk.publish();
    else if (returns && error.code === 'status_changed') desk.publish({ change: null });
    else {
      desk.fail(job, error, basis);
      if (job.isLate) ports.failedLater(error);
    }
    // It may have reached the server all the same (a bad gateway after the fact): look. Not where the server asks to wait.
    if (error.code === 'rate_limited') deadlines.looked(error.params.retryAfter);
    else void wire.look();
    return result;
  }

  function confirmed(asked: Asked, basis: Basis | null, after: Status | null): void {
    desk.keep(remember(settled(desk.memory, asked.wanted), asked.wanted, basis && basisOf(basis), after));
    deadlines.reached();
    desk.hold(after, false);
    if (!wire.hasNext) succeed(asked);
  }

  function succeed(asked: Asked): void {
    desk.show(asked, { phase: 'done' });
    deadlines.done(asked.id);
  }

  /** Without a network the wish is kept. That a status returns is nothing to show as long as it does not. */
  function keepForNetwork(job: Job, basis: Basis | null): Result<ChangeOutcome> {
    const { known } = desk.shown().status;
    const held = basis?.known ? basis : { status: desk.current(), known };
    desk.keep(accepted(settled(desk.memory, job.wanted), { wanted: job.wanted, basis: basisOf(held) }));
    if (job.wanted.origin === 'wayBack') desk.publish({ change: null });
    else desk.show(job, { phase: 'queued' });
    deadlines.network();
    return ok('queued');
  }

  function seen(result: Result<Status | null>): void {
    if (result.ok) {
      deadlines.reached();
      const { sent } = desk.memory;
      desk.hold(result.value, true);
      const shown = desk.shown().change;
      // What was sent before the app was started is done.
      if (sent && shown?.phase === 'queued' && !desk.memory.queued) succeed({ id: shown.id, wanted: sent.wanted });
      follow(result.value);
    } else if (result.error.code === 'aborted') {
      desk.publish({ status: { ...desk.shown().status, checking: false } });
    } else {
      desk.publish({ status: { ...desk.shown().status, checking: false, error: result.error } });
      ports.refused(result.error);
      if (isUnreached(result.error) && (pendingOf(desk.memory) || returnIsDue())) deadlines.network();
    }
  }

  /** What follows from what the server holds: a failed change that is done after all, a kept one, the way back. */
  function follow(held: Status | null): void {
    if (wire.hasNext) return;
    const now = clock.now();
    const shown = desk.shown().change;
    const { failed } = desk;
    if (shown?.phase === 'failed' && failed && holds(currentAt(held, now), failed.wanted.status)) {
      confirmed({ id: shown.id, wanted: failed.wanted }, failed.basis, currentAt(held, now));
      return;
    }
    if (desk.memory.queued) {
      resumeQueued({ status: currentAt(held, now), known: true });
      return;
    }
    goBack(held);
  }

  /** Returns to the earlier status where the one over it has ended by itself. */
  function goBack(held: Status | null): void {
    const back = comesBack(desk.memory, held, clock.now());
    if (back) {
      void wire.change({ ...back, plan: null, presetId: null, origin: 'wayBack', wayBack: null });
    }
  }

  const returnIsDue = (): boolean => comesBack(desk.memory, null, clock.now()) !== null;

  /** The network is back: sends the kept change, or drops it where it makes no sense any more. */
  function resumeQueued(basis: Basis): void {
    const kept = desk.memory.queued;
    if (!kept) return;
    const id = desk.shown().change?.id ?? wire.nextId();
    const job = { id, wanted: kept.wanted };
    const verdict = basis.known ? judgeQueued(kept, basis.status, clock.now()) : 'send';
    deadlines.cancel('network');
    switch (verdict) {
      case 'done':
        confirmed(job, { status: kept.basis?.status ?? null, known: kept.basis !== null }, basis.status);
        break;
      case 'send':
        desk.show(job, { phase: 'pending' });
        wire.resume(job, basis);
        break;
      case 'ended':
      case 'changed':
        desk.keep(settled(desk.memory, kept.wanted));
        if (kept.wanted.origin === 'wayBack') {
          desk.publish();
        } else {
          desk.publish({ change: null });
          ports.notice({ kind: 'queued-dropped', reason: verdict, status: kept.wanted.status });
        }
        goBack(basis.status);
    }
  }

  return {
    changed,
    seen,
    // What waits for the network can only be tried, not judged.
    blind: () => {
      const { sent } = desk.memory;
      if (sent) desk.keep({ ...desk.memory, sent: null, queued: desk.memory.queued ?? sent });
      resumeQueued({ status: null, known: false });
    },
  };
}
