/**
 * What the app remembers of the statuses it set, as a value and pure functions over it. The engine asks the server and
 * sends; what a change leaves behind, what may be undone and what comes back is decided here. It is kept on disk, so that
 * the way back and a change made without network survive a restart.
 */
import type { AwaySource } from '../../../shared/plan.ts';
import type { StatusPlan, WayBack } from '../../../shared/schemas.ts';
import type { StatusSource } from '../../../shared/status-source.ts';
import type { Change } from '../../../shared/state.ts';
import { sameStatus, type Status } from '../../../shared/status.ts';

/** A status together with where its away message comes from; null = unknown, because it was set elsewhere. */
export interface Sourced {
  readonly status: Status;
  readonly source: AwaySource | null;
  /** What the whole of it was made of; it is not there where that is unknown. */
  readonly made?: StatusSource | null;
}

/** A change to make. */
export interface Wanted {
  /** The status to set; null = clear. */
  readonly status: Status | null;
  readonly source: AwaySource | null;
  /** What it is made of, to be known when it is adjusted. */
  readonly made?: StatusSource | null;
  /** What it was made from, so that another try resolves the end anew; null = a fixed status (undo, way back, extend). */
  readonly plan: StatusPlan | null;
  readonly presetId: string | null;
  readonly origin: Change['origin'];
  /** What comes after it, in the meaning of `status.set`. */
  readonly wayBack: WayBack;
}

/** What the app knows of its own doing in one account. */
export interface StatusMemory {
  /** What was set from here last (null inside = cleared), as the server confirmed it; null = somebody else changed it since. */
  readonly own: (Pick<Sourced, 'source' | 'made'> & { readonly status: Status | null }) | null;
  /** What the last change replaced; null = nothing to undo. */
  readonly undo: { readonly before: Sourced | null; readonly back: readonly Sourced[] } | null;
  /** The statuses that return one after another when the present one ends, nearest first. */
  readonly back: readonly Sourced[];
  /** A change that waits for the network, and what the server held when it was asked for (null = not known). */
  readonly queued: { readonly wanted: Wanted; readonly basis: { readonly status: Status | null } | null } | null;
}

/** Nothing was done from here. */
export const EMPTY_MEMORY: StatusMemory = { own: null, undo: null, back: [], queued: null };

/** Two ends this close are the same: a server may keep whole seconds. */
const END_TOLERANCE = 1_000;

/** Whether the server holds this status: all fields, an end to the second, no message as good as an empty one. */
export function holds(seen: Status | null, wanted: Status | null): boolean {
  if (!seen || !wanted) return seen === wanted;
  const { expiresAt: a } = seen;
  const { expiresAt: b } = wanted;
  const sameEnd = a === b || (a !== null && b !== null && Math.abs(a - b) <= END_TOLERANCE);
  return (
    sameEnd &&
    sameStatus(
      { ...seen, expiresAt: null, awayMessage: seen.awayMessage ?? '' },
      { ...wanted, expiresAt: null, awayMessage: wanted.awayMessage ?? '' },
    )
  );
}

/** Whether a status has ended at `now` (epoch milliseconds). */
export const ended = (status: Status, now: number): boolean => status.expiresAt !== null && status.expiresAt <= now;

/** Whether `earlier` still has time left when `status` ends. A status without an end leaves nothing to return to. */
function outlives(earlier: Status, status: Status): boolean {
  if (status.expiresAt === null) return false;
  return earlier.expiresAt === null || earlier.expiresAt > status.expiresAt;
}

/** What was shown as current, together with where its message comes from where it was set from here. */
export function sourced(memory: StatusMemory, status: Status | null): Sourced | null {
  if (!status) return null;
  const mine = memory.own?.status && holds(status, memory.own.status);
  return mine ? { ...memory.own, status } : { status, source: null, made: null };
}

/**
 * A change was confirmed.
 * @param before what held until then; null = no status
 * @param after what the server holds now
 */
export function remember(
  memory: StatusMemory,
  wanted: Wanted,
  before: Status | null,
  after: Status | null,
): StatusMemory {
  const previous = sourced(memory, before);
  const own = { status: after, source: after ? wanted.source : null, made: after ? (wanted.made ?? null) : null };
  if (wanted.origin === 'goBack') {
    const back = memory.back.filter(({ status }) => after !== null && outlives(status, after));
    return { own, undo: { before: previous, back: memory.back }, back, queued: null };
  }
  if (wanted.origin === 'wayBack' || wanted.origin === 'undo') {
    const back = wanted.origin === 'undo' ? (memory.undo?.back ?? []) : memory.back;
    return { own, undo: null, back: after ? back.filter(({ status }) => outlives(status, after)) : [], queued: null };
  }
  const back = after ? under(memory, wanted.wayBack, previous).filter(({ status }) => outlives(status, after)) : [];
  // A second click on the preset that holds begins its time anew; what it replaced is what undo is about.
  const undo = isRestart(wanted, previous) && memory.undo ? memory.undo : { before: previous, back: memory.back };
  return { own, undo, back, queued: null };
}

/** Whether a change sets the preset that holds once more, with nothing but another end. */
function isRestart({ made, origin, wayBack, status }: Wanted, previous: Sourced | null): boolean {
  const presetId = made?.presetId ?? null;
  return (
    origin === 'person' &&
    wayBack === null &&
    presetId !== null &&
    previous?.made?.presetId === presetId &&
    status?.emoji === previous.status.emoji &&
    status.title === previous.status.title
  );
}

/** The status that the person can return to before the present one has ended; null = none waits. */
export function backTarget(memory: StatusMemory, current: Status | null, now: number): Sourced | null {
  if (!current || !memory.own || !holds(current, memory.own.status)) return null;
  return memory.back.find(({ status }) => !ended(status, now)) ?? null;
}

/** What could wait under a status that was just set, nearest first. */
function under(memory: StatusMemory, wayBack: WayBack, previous: Sourced | null): readonly Sourced[] {
  if (wayBack === false) return [];
  if (typeof wayBack === 'object' && wayBack !== null) {
    return previous && holds(previous.status, wayBack.editOf) ? memory.back : [];
  }
  return previous ? [previous, ...memory.back] : memory.back;
}

/**
 * The server was asked and holds `seen`. Where that is neither what was set from here nor its natural end, somebody else
 * changed it: then nothing of ours may touch it any more.
 * @param unanswered a change that may have reached the server although no answer came; where it did, it is ours
 */
export function observe(memory: StatusMemory, seen: Status | null, now: number, unanswered?: Wanted): StatusMemory {
  if (!memory.own || (unanswered && holds(seen, unanswered.status))) return memory;
  const { status: mine } = memory.own;
  const endedByItself = seen === null && mine !== null && ended(mine, now);
  const stillCleared = mine === null && seen !== null && ended(seen, now);
  if (holds(seen, mine) || endedByItself || stillCleared) return memory;
  return { ...EMPTY_MEMORY, queued: memory.queued };
}

/** The status that returns now, because the one set over it has ended by itself; null = none. */
export function comesBack(memory: StatusMemory, seen: Status | null, now: number): Sourced | null {
  const mine = memory.own?.status;
  if (!mine || !ended(mine, now) || (seen !== null && !ended(seen, now))) return null;
  return memory.back.find(({ status }) => !ended(status, now)) ?? null;
}

/**
 * What undoing would bring back: the earlier status; where it has ended meanwhile, the one that would have returned then;
 * or none. Null = nothing to undo.
 */
export function undoTarget(
  memory: StatusMemory,
  current: Status | null,
  now: number,
): { readonly target: Sourced | null; readonly of: Status | null } | null {
  if (!memory.undo || !memory.own || !holds(current, memory.own.status)) return null;
  const { before, back } = memory.undo;
  const target = [...(before ? [before] : []), ...back].find(({ status }) => !ended(status, now)) ?? null;
  const of = memory.own.status;
  return target || of ? { target, of } : null;
}

/** What to do with a change that waited for the network, now that the server answered. */
export function judgeQueued(
  { wanted, basis }: NonNullable<StatusMemory['queued']>,
  seen: Status | null,
  now: number,
): 'done' | 'send' | 'ended' | 'changed' {
  const present = seen && !ended(seen, now) ? seen : null;
  if (holds(present, wanted.status)) return 'done';
  if (wanted.status && ended(wanted.status, now)) return 'ended';
  if (!basis) return 'send';
  const then = basis.status && !ended(basis.status, now) ? basis.status : null;
  return holds(present, then) ? 'send' : 'changed';
}
