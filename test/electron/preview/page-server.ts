/** The preview's server with a small app behind it, and a client that sends exactly the request a test writes. */
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import type { ServedFiles } from '../../../electron/preview/files.ts';
import { createPages, type Pages } from '../../../electron/preview/pages.ts';
import { startPreviewServer, type PreviewServer, type ServedApp } from '../../../electron/preview/server.ts';
import { done, type Result } from '../../../shared/result.ts';
import { aState } from '../../support/states.ts';

export const KEY = 'the-random-key';

export const files: ServedFiles = new Map([
  ['', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<!doctype html><title>page</title>') }],
  ['assets/index.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('void 0;') }],
]);

export interface Sent {
  readonly name: string;
  readonly input: unknown;
}

export interface TestServer {
  readonly server: PreviewServer;
  readonly port: number;
  readonly pages: Pages;
  /** The commands that reached the app. */
  readonly commands: Sent[];
}

/** Starts a server on any free port. The caller closes it. */
export async function startServer(dispatch?: (command: Sent) => Promise<Result<unknown>>): Promise<TestServer> {
  const commands: Sent[] = [];
  const pages = createPages((send) => send('state', aState({ revision: 1 })));
  const app: ServedApp = {
    dispatch: (name, input) => {
      commands.push({ name, input });
      return dispatch?.({ name, input }) ?? Promise.resolve(done);
    },
    avatar: (version) => (version === 'v1' ? { type: 'image/png', bytes: Buffer.from('picture') } : null),
  };
  const started = await startPreviewServer({ port: 0, key: KEY, files, pages, app });
  if (!started.ok) throw new Error(started.code);
  return { server: started.value, port: Number(new URL(started.value.url).port), pages, commands };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request as it is written: `fetch` would tidy up the path and refuse to forge `Host` and `Origin`. */
export function send(
  port: number,
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
        response.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(options.body);
  });
}

/** The headers that the page's own commands carry. */
export const ownHeaders = (port: number): OutgoingHttpHeaders => ({
  'Content-Type': 'application/json',
  Origin: `http://127.0.0.1:${port}`,
  'Sec-Fetch-Site': 'same-origin',
});
