import type { AppError } from '../../../shared/errors.ts';
import type { Change } from '../../../shared/state.ts';
import { currentAt, type Status } from '../../../shared/status.ts';
import type { Deadlines } from './deadlines.ts';
import type { StatusFacts } from './facts.ts';
import { isUnderWay, type Asked, type Basis } from './job.ts';
import { observe, recognise, sourced, undoTarget, type StatusMemory, type Wanted } from './memory.ts';
import type { StatusPorts } from './ports.ts';

/** A change that failed, and what held before it. */
interface Failed {
  readonly wanted: Wanted;
  readonly basis: Basis | null;
}

/** What is known and kept of one account's status: the memory on the disk, the facts that are shown, the failed change. */
export interface Desk {
  readonly memory: StatusMemory;
  /** The change that failed and is still told of. */
  readonly failed: Failed | null;
  /** The status that holds now, as far as is known. */
  current(): Status | null;
  /** What is shown of it, or was when it was known. */
  shown(): StatusFacts;
  /** Keeps the memory on the disk. */
  keep(next: StatusMemory): void;
  /** Writes facts together with what follows from the memory. */
  publish(patch?: Partial<StatusFacts>): void;
  /** Shows a change. One that returns by itself does not take away that a change of the person's failed. */
  show(asked: Asked, phase: Pick<Change, 'phase'> & Partial<Change>): void;
  /** A change failed: it is shown, and can be tried again. */
  fail(asked: Asked, error: AppError, basis: Basis | null): void;
  forgetFailure(): void;
  /** A change of the person's failed and is still told of. */
  tellsOfFailure(): boolean;
  /** The server said what holds; `isNews`: when asked, not in answer to a change. */
  hold(seen: Status | null, isNews: boolean): void;
}

/** Makes the desk of one account. */
export function createDesk(ports: StatusPorts, deadlines: Deadlines): Desk {
  const { clock, facts } = ports;
  let memory = ports.memory.load();
  let failed: Failed | null = null;

  function publish(patch: Partial<StatusFacts> = {}): void {
    const shown = patch.change === undefined ? facts.get().change : patch.change;
    const view = patch.status ?? facts.get().status;
    const status = currentAt(view.current, clock.now());
    const undo = isUnderWay(shown) ? null : undoTarget(memory, status, clock.now());
    const wayBack = memory.own && status ? (memory.back[0]?.status ?? null) : null;
    // What undo would bring back may end before it is asked for.
    deadlines.undo(undo?.target?.status.expiresAt ?? null);
    facts.update({
      ...patch,
      status: { ...view, source: sourced(memory, status)?.made ?? null },
      undo: undo && { status: undo.target?.status ?? null, of: undo.of },
      wayBack,
    });
  }

  function keep(next: StatusMemory): void {
    if (next === memory) return;
    memory = next;
    ports.memory.save(next);
  }

  const tellsOfFailure = (): boolean => failed !== null && failed.wanted.origin !== 'wayBack';

  function show({ id, wanted }: Asked, phase: Pick<Change, 'phase'> & Partial<Change>): void {
    const { status, presetId, origin } = wanted;
    if (origin === 'wayBack' && tellsOfFailure()) {
      publish();
      return;
    }
    failed = null;
    publish({ change: { id, status, presetId, origin, retryAt: null, error: null, at: clock.now(), ...phase } });
  }

  function hold(seen: Status | null, isNews: boolean): void {
    const now = clock.now();
    keep(observe(recognise(memory, seen, now), seen, now, unanswered()));
    const known = { known: true, current: seen, source: null, checkedAt: now, checking: false, error: null };
    const same = seen !== null && facts.get().status.current?.expiresAt === seen.expiresAt;
    publish({ status: known, ...(same ? {} : { endsSoon: false }) });
    deadlines.status(seen, isNews);
  }

  /** The change of which nobody knows whether it reached the server: the kept one, or the failed one. */
  function unanswered(): Wanted | undefined {
    return memory.queued?.wanted ?? (facts.get().change?.phase === 'failed' ? failed?.wanted : undefined);
  }

  return {
    get memory() {
      return memory;
    },
    get failed() {
      return failed;
    },
    current: () => currentAt(facts.get().status.current, clock.now()),
    shown: () => facts.get(),
    keep,
    publish,
    show,
    fail: (asked, error, basis) => {
      show(asked, { phase: 'failed', error });
      failed = { wanted: asked.wanted, basis };
    },
    forgetFailure: () => {
      failed = null;
    },
    tellsOfFailure,
    hold,
  };
}
