import type { CommandInput, CommandName, CommandValue } from './contract.ts';
import type { Result } from './result.ts';
import type { AppState } from './state.ts';

/** The only channels between the page and the main side. */
export const channels = {
  /** Page → main: `{name, input}`, answered with a `Result`. */
  command: 'pachca-status:command',
  /** Page → main: asks for the present snapshot, answered with it. */
  state: 'pachca-status:state',
  /** Main → page: a new snapshot. */
  changed: 'pachca-status:changed',
} as const;

/** The name of the bridge in the page. */
export const BRIDGE = 'pachcaStatus';

/** How a host carries the bridge: IPC in Electron, HTTP on loopback in the preview. */
export interface Transport {
  command(name: string, input: unknown): Promise<unknown>;
  state(): Promise<unknown>;
  /** Calls `listener` with each new snapshot until the returned function is called. */
  onState(listener: (state: unknown) => void): () => void;
}

/**
 * The bridge as the page sees it: commands in, snapshots out, nothing else. What arrives comes from our own main side
 * and has the contract's types; the casts here are the only ones.
 */
export function createBridge(transport: Transport) {
  return Object.freeze({
    /** Sends a command; resolves with its result and does not reject for anything the app can foresee. */
    command: <N extends CommandName>(name: N, input: CommandInput<N>) =>
      transport.command(name, input) as Promise<Result<CommandValue<N>>>,
    /** The present snapshot. */
    state: () => transport.state() as Promise<AppState>,
    /** Calls `listener` with each new snapshot; returns how to stop. */
    onState: (listener: (state: AppState) => void) => transport.onState((state) => listener(state as AppState)),
  });
}

/** The bridge's type, derived from the bridge itself. */
export type Bridge = ReturnType<typeof createBridge>;
