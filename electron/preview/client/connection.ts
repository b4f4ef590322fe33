import type { Transport } from '../../../shared/bridge.ts';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import type { AppState } from '../../../shared/state.ts';
import { paths, type ServerEvent, type ServerEvents } from './protocol.ts';

/** The page's line to its server. */
export interface Connection {
  readonly transport: Transport;
  /** Calls `listener` with each event of a kind. */
  on<E extends ServerEvent>(event: E, listener: (data: ServerEvents[E]) => void): void;
  /** Calls `listener` when the server can no longer be reached, and again when it can. */
  onLost(listener: (lost: boolean) => void): void;
}

/** Wait before trying a server that refused the stream, in milliseconds. The browser itself retries a broken one. */
const RETRY = 3000;

/** Connects to the server the page came from, and stays connected until the app quits. */
export function connect(): Connection {
  const listeners: { [E in ServerEvent]: Set<(data: ServerEvents[E]) => void> } = {
    state: new Set(),
    popover: new Set(),
    notification: new Set(),
    copy: new Set(),
    download: new Set(),
    link: new Set(),
    quit: new Set(),
  };
  const lostListeners = new Set<(lost: boolean) => void>();
  let newest: AppState | null = null;
  let ended = false;

  const on: Connection['on'] = (event, listener) => void listeners[event].add(listener);
  const tellLost = (lost: boolean) => lostListeners.forEach((listener) => listener(lost));

  function open(): void {
    const source = new EventSource(paths.events);
    for (const [event, heard] of Object.entries(listeners)) {
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        const parsed: unknown = JSON.parse(data);
        // It comes from our own server, which is built from the same types as the listeners.
        for (const listener of heard as Iterable<(parsed: unknown) => void>) listener(parsed);
      });
    }
    source.addEventListener('quit', () => {
      ended = true;
      source.close();
    });
    source.addEventListener('open', () => tellLost(false));
    source.addEventListener('error', () => {
      if (ended) return;
      tellLost(true);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, RETRY);
    });
  }

  on('state', (state) => {
    newest = state;
  });
  open();

  return {
    on,
    onLost: (listener) => void lostListeners.add(listener),
    transport: {
      command,
      state: () =>
        new Promise((resolve) => {
          if (newest) resolve(newest);
          else on('state', resolve);
        }),
      onState: (listener) => {
        listeners.state.add(listener);
        return () => listeners.state.delete(listener);
      },
    },
  };
}

async function command(name: string, input: unknown): Promise<unknown> {
  try {
    // Not `mode: 'same-origin'`: with the page's no-referrer policy the browser would then send `Origin: null`.
    const response = await fetch(paths.command, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, input }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    return await response.json();
  } catch (error) {
    return fail(appError('internal', { reason: String(error) }));
  }
}
