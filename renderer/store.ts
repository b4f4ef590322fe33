import type { Bridge } from '../shared/bridge.ts';
import type { Dispatch } from '../shared/contract.ts';
import { appError } from '../shared/errors.ts';
import { fail } from '../shared/result.ts';
import type { AppState } from '../shared/state.ts';
import { usableZone } from '../shared/time-zone.ts';
import { trackSince, type Shown } from './view/time-bar.ts';

/** What the page draws: the main side's snapshot, and since when it has shown the present status. */
export interface Snapshot {
  readonly state: AppState;
  readonly shown: Shown | null;
}

/** The page's end of the bridge. The page owns no state of the app: it shows snapshots and sends commands. */
export interface Store {
  readonly snapshot: () => Snapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** The main side's wall clock in epoch milliseconds, carried on from the last snapshot. */
  readonly now: () => number;
  /** Sends a command; never rejects. */
  readonly send: Dispatch;
}

/** A browser that shows the preview may know fewer zones than the main side: it must not draw nothing for that. */
function inKnownZones(state: AppState): AppState {
  const usable = (zone: string) => usableZone(zone, state.now);
  const { computer, profile } = state.zones;
  if (usable(state.timeZone) === state.timeZone && usable(computer) === computer) return state;
  return { ...state, timeZone: usable(state.timeZone), zones: { computer: usable(computer), profile } };
}

/**
 * Connects to the main side and resolves when the first snapshot is there.
 * @param clock the page's own clock, epoch milliseconds
 */
export async function openStore(bridge: Bridge, clock: () => number = Date.now): Promise<Store> {
  const listeners = new Set<() => void>();
  let held: Snapshot | null = null;
  let receivedAt = 0;

  const take = (state: AppState): Snapshot => {
    const known = inKnownZones(state);
    held = { state: known, shown: trackSince(held?.shown ?? null, known) };
    receivedAt = clock();
    for (const listener of listeners) listener();
    return held;
  };

  const first = await new Promise<Snapshot>((resolve, reject) => {
    bridge.onState((state) => resolve(take(state)));
    bridge.state().then((state) => {
      // A snapshot pushed while this answer was on its way is the newer one.
      if (!held || state.revision > held.state.revision) resolve(take(state));
    }, reject);
  });

  return {
    snapshot: () => held ?? first,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => (held ?? first).state.now + (clock() - receivedAt),
    async send(name, input) {
      try {
        return await bridge.command(name, input);
      } catch (error) {
        // The host is gone (the preview's server was stopped, say).
        return fail(appError('internal', { reason: String(error) }));
      }
    },
  };
}
