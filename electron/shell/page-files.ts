import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy } from '../services/csp.ts';
import { PAGE_HOST } from './sender.ts';

/** What the built renderer consists of; anything else is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy({ connect: "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** What the page is made of. */
export interface PageSources {
  /** The folder of the built renderer, absolute. */
  readonly folder: string;
  /** The picture at `avatar/<version>`. */
  avatar(version: string): { readonly type: string; readonly bytes: Uint8Array } | null;
}

/**
 * Answers a request of the page to its own scheme: GET, its own host, files below `folder` and `avatar/<version>`.
 * Anything else is refused. Never rejects.
 */
export async function servePage(
  request: { readonly method: string; readonly url: string },
  sources: PageSources,
): Promise<Response> {
  if (request.method !== 'GET') return refuse(405, { Allow: 'GET' });
  if (!URL.canParse(request.url)) return refuse(400);
  const url = new URL(request.url);
  if (url.host !== PAGE_HOST) return refuse(403);
  const path = safePath(url.pathname);
  if (path === null) return refuse(400);

  const version = /^avatar\/([^/]+)$/.exec(path)?.[1];
  if (version !== undefined) {
    const image = sources.avatar(version);
    return image ? answer(new Uint8Array(image.bytes), image.type) : refuse(404);
  }
  const type = types[extname(path)];
  if (type === undefined) return refuse(404);
  const file = await readFile(join(sources.folder, ...path.split('/'))).catch(() => null);
  return file ? answer(new Uint8Array(file), type) : refuse(404);
}

/**
 * The path of a file below the folder, or null for one that could lead out of it. `URL` has resolved plain dots; what
 * is left are encoded ones and separators of other systems.
 */
function safePath(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname.slice(1));
  } catch {
    return null;
  }
  if (path === '') return 'index.html';
  const unsafe = (segment: string): boolean =>
    segment === '' || segment.startsWith('.') || segment.includes(sep) || /[\\:\0]/.test(segment);
  return path.split('/').some(unsafe) ? null : path;
}

const answer = (body: Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(body, { headers: { ...headers, 'Content-Type': type } });

const refuse = (status: number, extra: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...headers, ...extra } });
