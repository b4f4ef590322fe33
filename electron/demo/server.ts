import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { control } from './control.ts';
import { isConnectionLost, isReset } from './play.ts';
import type { DemoTokens } from './tokens.ts';
import { API_PATH, BODY_LIMIT, createDemoWorkspace } from './workspace.ts';
import type { DemoWorkspace } from './workspace.ts';

const HOST = '127.0.0.1';

export interface DemoServerOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** A fresh one by default. Handing over the same one again is a server that was gone for a while. */
  readonly workspace?: DemoWorkspace;
  /** Also serve `/__demo/…`, for tests in another process. Off by default. */
  readonly control?: boolean;
}

export interface DemoServer {
  /** The API's base URL, `http://127.0.0.1:PORT/api/shared/v1`. */
  readonly url: string;
  readonly tokens: DemoTokens;
  readonly workspace: DemoWorkspace;
  /** Stops listening and breaks every open connection. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a demo workspace over HTTP on 127.0.0.1.
 *
 * Rejects with Node's own error when the port cannot be had (`EADDRINUSE`, `EACCES`) or is not a port number.
 */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const { port = 0, workspace = createDemoWorkspace() } = options;
  const controlled = options.control ?? false;

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      // A client that left, a broken connection or body: nobody to tell. Anything else is a bug of the demo: say so.
      if (isReset(error)) incoming.socket.resetAndDestroy();
      else if (outgoing.destroyed || outgoing.headersSent || isConnectionLost(error)) outgoing.destroy();
      else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`The demo server failed: ${String(error)}\n`);
    });
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    const path = (incoming.url ?? '').replace(/\?.*$/, '').replace(API_PATH, '');
    const pause = workspace.faults.takePause(incoming.method ?? '', path);
    const request = await receive(incoming, `http://${HOST}:${boundPort(server.address())}`, pause);
    const response =
      (controlled ? await control(workspace, request) : null) ??
      (await workspace.fetch(request, { signal: gone.signal, redirect: 'manual' }));
    await send(response, outgoing, gone.signal);
  }

  server.listen(port, HOST);
  await once(server, 'listening');
  return {
    url: `http://${HOST}:${boundPort(server.address())}${API_PATH}`,
    tokens: workspace.tokens,
    workspace,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const boundPort = (address: AddressInfo | string | null): number => (address as AddressInfo).port;

/**
 * Reads the whole request. What goes beyond the limit is read and forgotten: enough is kept to be refused as too large.
 * @param pause milliseconds before each piece
 */
async function receive(incoming: IncomingMessage, origin: string, pause: number): Promise<Request> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (pause > 0) await setTimeout(pause);
    if (size <= BODY_LIMIT) chunks.push(chunk);
    size += chunk.length;
  }
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '');
  }
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(Buffer.concat(chunks));
  return new Request(`${origin}${incoming.url ?? '/'}`, { method, headers, body });
}

/** Writes a response no faster than it is read; rejects when its body breaks off or the client leaves. */
async function send(response: Response, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) {
    outgoing.end();
    return;
  }
  gone.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    await write(outgoing, piece.value);
  }
  outgoing.end();
}

/** Resolves when the bytes have left: at the client's pace, and so that what precedes a broken body does arrive. */
function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
