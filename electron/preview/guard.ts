import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a request may do: go on to a path below the key, or be refused with an HTTP status that gives nothing away. */
export type Admission = { readonly path: string } | { readonly refused: 403 | 404 };

/**
 * Decides whether a request comes from the preview's own page. Any web page can send requests to loopback, so:
 * the random key in the path keeps out whoever was not given the address; `Host` keeps out DNS rebinding, where a
 * stranger's name points to 127.0.0.1; `Origin` and `Sec-Fetch-Site` keep out a stranger's page that has the key. Only
 * the page itself may be opened from elsewhere, in a tab of its own: the file that leads to it counts as a stranger.
 * @param port the port the server listens on
 */
export function admit(request: IncomingMessage, port: number, key: string): Admission {
  const host = request.headers.host ?? '';
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return { refused: 404 };

  // Split by hand: the URL class would resolve `..` and accept other spellings of the same path.
  const [target = ''] = (request.url ?? '').split(/[?#]/, 1);
  const [, first = '', path] = /^\/([^/]*)(?:\/(.*))?$/s.exec(target) ?? [];
  if (path === undefined || !same(first, key)) return { refused: 404 };

  const { origin } = request.headers;
  const ownOrigin = origin === `http://${host}`;
  if (origin === undefined ? request.method === 'POST' : !ownOrigin) return { refused: 403 };
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opens(request, path)) return { refused: 403 };
  return { path };
}

/** Whether a tab is led to the page, as a person does by following a link. What it shows, no other page can read. */
const opens = ({ method, headers }: IncomingMessage, path: string): boolean =>
  path === '' &&
  method === 'GET' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';

/** Whether two strings are the same, in a time that does not tell how much of them is. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
