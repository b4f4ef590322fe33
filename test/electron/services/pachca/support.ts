import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import { createPachcaClient } from '../../../../electron/services/pachca/client.ts';
import type { PachcaClientPorts } from '../../../../electron/services/pachca/call.ts';
import type { PachcaClient } from '../../../../electron/services/pachca/client.ts';
import type { Clock } from '../../../../electron/services/ports.ts';

/** In the form of Pachca's tokens; no server knows it. */
export const TOKEN = 'qN3v-T7wXk_29LmZpR8sYdHc5JfUgBa0eVi4oCxWtQk';

/** Any text at all, control characters and halves of surrogate pairs included. */
export const anyText = fc.uint16Array({ maxLength: 40 }).map((units) => String.fromCharCode(...units));

/** The computer's own time, for tests that wait for sockets. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer: (delay, run) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

/** A client with a real `fetch` and real time, for a server at `baseUrl`. */
export const clientAt = (baseUrl: string, ports: Partial<PachcaClientPorts> = {}): PachcaClient =>
  createPachcaClient({ fetch, baseUrl, token: TOKEN, clock: realClock, random: () => 0.5, ...ports });

/** A server that does with each request whatever the test wants, until the test ends. */
export interface RawServer {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
}

export async function startRawServer(answer: RequestListener): Promise<RawServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
