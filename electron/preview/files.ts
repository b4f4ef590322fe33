import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A file as the server sends it. */
export interface ServedFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What the server may send, by path below the key. There is no other way to a file: a path that is not listed is not found. */
export type ServedFiles = ReadonlyMap<string, ServedFile>;

/** The kinds of file that a page is made of; source maps and what else lies in the folder is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Reads what the preview serves into memory: a few hundred kilobytes, and a build that runs meanwhile changes nothing
 * under an open page.
 * @param dist the folder of the build
 * @param trayIcons the folder of the tray icons
 * @returns the files, or what is missing
 */
export function readServedFiles(
  dist: string,
  trayIcons: string,
): { readonly ok: true; readonly value: ServedFiles } | { readonly ok: false; readonly reason: string } {
  try {
    const files = new Map([...readFolder(join(dist, 'renderer'), ''), ...readFolder(trayIcons, 'tray/')]);
    for (const name of ['preview-client.js', 'preview-client.css']) files.set(name, readServed(join(dist, name)));
    const page = files.get('index.html');
    const html = page && withClient(Buffer.from(page.bytes).toString('utf8'));
    if (!html) return { ok: false, reason: 'there is no page with a script in its head' };
    files.set('', { type: page.type, bytes: Buffer.from(html) });
    files.delete('index.html');
    return { ok: true, value: files };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Puts the preview's script before the renderer's, so that the bridge is there when the renderer asks for it, and its
 * styles at the end, where they win. Deferred classic scripts and modules run in document order, after parsing. Null where
 * the page has no script in its head.
 */
function withClient(html: string): string | null {
  const script = /<script\b/.exec(html);
  const end = html.indexOf('</head>');
  if (!script || end < script.index) return null;
  return [
    html.slice(0, script.index),
    // An icon of its own, or the browser asks for /favicon.ico.
    '<link rel="icon" href="tray/tray-idle-dark.png" />\n    ',
    '<script defer src="preview-client.js"></script>\n    ',
    html.slice(script.index, end),
    '  <link rel="stylesheet" href="preview-client.css" />\n  ',
    html.slice(end),
  ].join('');
}

function* readFolder(folder: string, prefix: string): Generator<[path: string, file: ServedFile]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !(extname(entry.name) in types)) continue;
    const file = join(entry.parentPath, entry.name);
    yield [prefix + relative(folder, file).split(sep).join('/'), readServed(file)];
  }
}

function readServed(file: string): ServedFile {
  return { type: types[extname(file)] ?? 'application/octet-stream', bytes: readFileSync(file) };
}
