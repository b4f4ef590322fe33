import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appError } from '../../shared/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { contentSecurityPolicy } from '../services/csp.ts';
import { paths } from './client/protocol.ts';
import type { ServedFile, ServedFiles } from './files.ts';
import { admit } from './guard.ts';
import type { Pages } from './pages.ts';

/** The part of the core that the page reaches. */
export interface ServedApp {
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  avatar(version: string): ServedFile | null;
}

/** What the server needs. */
export interface PreviewServerOptions {
  /** The port on 127.0.0.1; 0 = any free one. */
  readonly port: number;
  /** The secret part of the address. */
  readonly key: string;
  readonly files: ServedFiles;
  readonly pages: Pages;
  readonly app: ServedApp;
}

/** A running server. */
export interface PreviewServer {
  /** The address to open, with the key. */
  readonly url: string;
  /** Lets open requests finish for a moment, ends all streams, and frees the port. */
  close(): Promise<void>;
}

/** The largest body of a command, in bytes. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** How long {@link PreviewServer.close} waits for requests that are being answered, in milliseconds. */
const GRACE = 1000;

const commonHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy({ connect: "'self'" }),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The address is new at every start, so a copy on disk would never be used again.
  'Cache-Control': 'no-store',
};

/** The server, or the system's code for why the port cannot be had: `EADDRINUSE`, `EACCES`. */
export type StartedServer =
  { readonly ok: true; readonly value: PreviewServer } | { readonly ok: false; readonly code: string };

/** Serves the app to a browser tab on this computer. Listens on 127.0.0.1 only. */
export async function startPreviewServer(options: PreviewServerOptions): Promise<StartedServer> {
  const { key, pages } = options;
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
    const admission = admit(request, (server.address() as AddressInfo).port, key);
    if ('refused' in admission) refuse(response, admission.refused);
    else route(options, admission.path, request, response);
  });

  const code = await listen(server, options.port);
  if (code !== null) return { ok: false, code };
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      pages.close();
      const impatient = setTimeout(() => server.closeAllConnections(), GRACE);
      server.close(() => {
        clearTimeout(impatient);
        resolve();
      });
      server.closeIdleConnections();
    });
  return { ok: true, value: { url: `http://127.0.0.1:${port}/${key}/`, close } };
}

/** Listens on loopback; answers null, or the system's code for why that cannot be. */
function listen(server: Server, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, '127.0.0.1', () => resolve(null));
  });
}

function route(
  { app, files, pages }: PreviewServerOptions,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (path === paths.command) {
    if (allow(['POST'], request, response)) void answerCommand(app, request, response);
  } else if (path === paths.events) {
    if (allow(['GET'], request, response)) pages.add(response);
  } else {
    const file = path.startsWith(paths.avatar) ? app.avatar(path.slice(paths.avatar.length)) : files.get(path);
    if (!file) refuse(response, 404);
    else if (allow(['GET', 'HEAD'], request, response)) sendFile(file, request, response);
  }
}

function sendFile(file: ServedFile, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.byteLength });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function allow(methods: readonly string[], request: IncomingMessage, response: ServerResponse): boolean {
  if (methods.includes(request.method ?? '')) return true;
  response.setHeader('Allow', methods.join(', '));
  refuse(response, 405);
  return false;
}

async function answerCommand(app: ServedApp, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const body = type === 'application/json' ? await readBody(request) : 415;
  if (body === null) return;
  if (typeof body === 'number') {
    refuse(response, body);
    return;
  }
  const command = parseCommand(body);
  if (!command) answer(response, 400, fail(appError('bad_input', { field: 'command', reason: 'json' })));
  else answer(response, 200, await app.dispatch(command.name, command.input));
}

/** The body, the HTTP status it is refused with, or null where the page went away while sending it. */
async function readBody(request: IncomingMessage): Promise<Buffer | 413 | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Left open on return, because the answer goes out on the same socket.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > BODY_LIMIT) return 413;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

function parseCommand(body: Buffer): { name: string; input: unknown } | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string')
      return null;
    return { name: value.name, input: 'input' in value ? value.input : undefined };
  } catch {
    return null;
  }
}

function answer(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(result));
}

/** Refuses without a word. Node throws away what the request still brings. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
}
