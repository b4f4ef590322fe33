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
  /** A change that was accepted and is still to be sent: at once, or when there is a network. */
  readonly queued: Pending | null;
  /** A change that was sent and of which nobody knows whether it reached the server. It is not there where there is none. */
  readonly sent?: Pending | null;
}

/** A change that is not done, and what the server held when it was asked for (null = not known). */
export interface Pending {
  readonly wanted: Wanted;
  readonly basis: { readonly status: Status | null } | null;
}

/** The change that is still to be done or looked after, the newest of them; null = none. */
export const pendingOf = (memory: StatusMemory): Pending | null => memory.queued ?? memory.sent ?? null;

/** A change was accepted: it takes the place of one that was not sent. */
export const accepted = (memory: StatusMemory, queued: Pending): StatusMemory => ({ ...memory, queued });

/** A change goes out now, over what was just seen to hold. */
export const goesOut = (memory: StatusMemory, sent: Pending): StatusMemory => ({
  ...memory,
  sent,
  queued: memory.queued?.wanted === sent.wanted ? null : memory.queued,
});

/** A change is not to be looked after any more: it failed, or was given up. One that came after it still is. */
export const settled = (memory: StatusMemory, wanted: Wanted): StatusMemory => ({
  ...memory,
  sent: memory.sent?.wanted === wanted ? null : (memory.sent ?? null),
  queued: memory.queued?.wanted === wanted ? null : memory.queued,
});

/** Nothing is to be looked after any more. */
export const givenUp = (memory: StatusMemory): StatusMemory => ({ ...memory, queued: null, sent: null });

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
 * A change was confirmed. A newer one that is still to be sent goes over it.
 * @param basis what held until then; null = nobody could tell: then there is nothing to undo and nothing to return to
 * @param after what the server holds now
 */
export function remember(
  memory: StatusMemory,
  wanted: Wanted,
  basis: Pending['basis'],
  after: Status | null,
): StatusMemory {
  const previous = sourced(memory, basis?.status ?? null);
  const queued = memory.queued && { ...memory.queued, basis: { status: after } };
  const own = { status: after, source: after ? wanted.source : null, made: after ? (wanted.made ?? null) : null };
  if (wanted.origin === 'goBack') {
    const back = memory.back.filter(({ status }) => after !== null && outlives(status, after));
    return { own, undo: basis ? { before: previous, back: memory.back } : null, back, queued, sent: null };
  }
  if (wanted.origin === 'wayBack' || wanted.origin === 'undo') {
    const back = wanted.origin === 'undo' ? (memory.undo?.back ?? []) : memory.back;
    const stays = basis && after ? back.filter(({ status }) => outlives(status, after)) : [];
    return { own, undo: null, back: stays, queued, sent: null };
  }
  const back = after ? under(memory, wanted.wayBack, previous).filter(({ status }) => outlives(status, after)) : [];
  if (!basis) return { own, undo: null, back: [], queued, sent: null };
  // A second click on the preset that holds begins its time anew; what it replaced is what undo is about.
  const undo = isRestart(wanted, previous) && memory.undo ? memory.undo : { before: previous, back: memory.back };
  return { own, undo, back, queued, sent: null };
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
  return { ...EMPTY_MEMORY, queued: memory.queued, sent: memory.sent ?? null };
}

/**
 * The server holds `seen`: what became of the change that was sent without an answer. Where it arrived it is ours, else it
 * is still to be sent, unless a newer one took its place.
 */
export function recognise(memory: StatusMemory, seen: Status | null, now: number): StatusMemory {
  const { sent } = memory;
  if (!sent) return memory;
  const present = seen && !ended(seen, now) ? seen : null;
  const { basis, wanted } = sent;
  const rest = { ...memory, sent: null };
  if (holds(present, wanted.status)) return remember(rest, wanted, basis, present);
  // It replaced what held before, and has ended by itself since.
  const isOver = wanted.status !== null && ended(wanted.status, now) && present === null;
  if (isOver && basis?.status && !ended(basis.status, now)) return remember(rest, wanted, basis, wanted.status);
  return { ...rest, queued: memory.queued ?? sent };
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
  { wanted, basis }: Pending,
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
