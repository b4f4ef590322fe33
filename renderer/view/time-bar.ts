import type { Preset } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { sameStatus, type Status } from '../../shared/status.ts';

/** A status and since when it has been seen here, in epoch milliseconds. */
export interface Shown {
  readonly status: Status;
  readonly since: number;
}

/**
 * Follows since when the present status holds. The server tells when a status ends but not when it began, so that is when
 * it was set from here, or else first seen.
 */
export function trackSince(previous: Shown | null, state: AppState): Shown | null {
  const { current } = state.status;
  if (!current) return null;
  if (previous && sameStatus(previous.status, current)) return previous;
  const { change } = state;
  const setHere = change?.phase === 'done' && sameStatus(change.status, current);
  return { status: current, since: setHere ? change.at : state.now };
}

/**
 * How much of a status's time is left, 0 to 1; null where it has no end.
 * @param preset the one it came from: a preset of a fixed length knows when the status began, also after a restart
 */
export function timeLeftShare(shown: Shown, preset: Preset | null, now: number): number | null {
  const end = shown.status.expiresAt;
  if (end === null) return null;
  const begin = preset?.expiry.kind === 'duration' ? end - preset.expiry.minutes * 60_000 : shown.since;
  const length = end - Math.min(begin, shown.since);
  return length <= 0 ? 0 : Math.min(1, Math.max(0, (end - now) / length));
}
