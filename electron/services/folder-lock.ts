import { createHash, randomBytes } from 'node:crypto';
import { linkSync, lstatSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as v from 'valibot';

/** Who uses a data folder. */
const holderSchema = v.object({ kind: v.picklist(['app', 'preview']), pid: v.pipe(v.number(), v.integer()) });

/** Who uses a data folder: the app itself or the preview, and the id of its process. */
export type FolderHolder = v.InferOutput<typeof holderSchema>;

/** A data folder that nobody else uses, or who does; `holder` is null where somebody does and does not say who. */
export type TakenFolder =
  { readonly ok: true; release(): void } | { readonly ok: false; readonly holder: FolderHolder | null };

/** How long an answer of who uses the folder is waited for, in milliseconds. */
const ANSWER_LIMIT = 1_000;

/** The longest path of a socket, in bytes, with room for the zero at its end (macOS: 104). */
const SOCKET_PATH_LIMIT = 100;

/** How often a folder is tried that is in use, in milliseconds. */
const TRY_EVERY = 100;

/**
 * Takes a data folder for this process: two that write one settings file would undo each other's changes.
 *
 * The lock is a local socket that is listened on, because the system itself lets go of it when the process ends, however
 * it ends, and because who holds it can be asked. On Linux it has a name and no file, on Windows it is a named pipe; on
 * macOS it is a file in the folder itself, which a killed process leaves behind, and which counts for nothing when nobody
 * listens on it.
 * Where the system lets nobody listen (a sandbox), the folder is used without a lock.
 * @param dir must exist
 * @param wait how long to try where the folder is in use, in milliseconds: one that is just ending lets go of it
 */
export async function takeFolder(dir: string, kind: FolderHolder['kind'], wait: number): Promise<TakenFolder> {
  return takeAddress(addressOf(dir), { kind, pid: process.pid }, wait);
}

/** As {@link takeFolder}, at an address. */
export async function takeAddress(address: string, me: FolderHolder, wait: number): Promise<TakenFolder> {
  const until = performance.now() + wait;
  let stale = false;
  for (;;) {
    const there = fileAt(address);
    const server = await listen(address, me);
    if (server === 'impossible') return { ok: true, release: () => undefined };
    if (server !== 'taken') {
      if (!stale || (await staysAt(address))) return { ok: true, release: () => void server.close() };
      // It lost its file to another one. It is not closed: that would remove the other one's.
      continue;
    }
    const found = await ask(address);
    if (found === 'nobody') {
      // Without a file it has just ended, and is free at the next try.
      if (there !== null) removeStale(address, there);
      stale ||= there !== null;
    } else if (performance.now() >= until) {
      return { ok: false, holder: found === 'somebody' ? null : found };
    } else {
      await pause(TRY_EVERY);
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function addressOf(dir: string): string {
  const folder = realpathSync.native(dir);
  const user = process.getuid?.() ?? 0;
  const name = `pachca-status-${user}-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  if (sep === '\\') return `\\\\.\\pipe\\${name}`;
  if (process.platform === 'linux') return `\0${name}`;
  const file = join(folder, 'lock');
  return Buffer.byteLength(file) <= SOCKET_PATH_LIMIT ? file : join(tmpdir(), `${name}.sock`);
}

/** Listens and tells whoever connects who this is. `impossible`: this system does not let anybody listen there. */
function listen(address: string, me: FolderHolder): Promise<Server | 'taken' | 'impossible'> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify(me));
  });
  // It keeps nothing alive that has nothing else to do.
  server.unref();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'taken' : 'impossible');
    });
    server.listen(address, () => resolve(server));
  });
}

/** Who listens at an address. */
function ask(address: string): Promise<FolderHolder | 'somebody' | 'nobody'> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(address);
    socket.setEncoding('utf8').setTimeout(ANSWER_LIMIT);
    socket.on('data', (part: string) => (said += part));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'nobody' : 'somebody');
    });
    socket.on('timeout', () => {
      resolve('somebody');
      socket.destroy();
    });
    socket.on('end', () => resolve(holderOf(said)));
  });
}

function holderOf(text: string): FolderHolder | 'somebody' {
  try {
    return v.parse(holderSchema, JSON.parse(text));
  } catch {
    return 'somebody';
  }
}

/** Which file is at a path: it stays the same when it is renamed, and no other is the same. Null = none. */
function fileAt(path: string): string | null {
  try {
    const { ino, mtimeNs } = lstatSync(path, { bigint: true });
    return `${ino} ${mtimeNs}`;
  } catch {
    return null;
  }
}

/**
 * Removes the socket's file of a process that was killed. Another process may have done that, and be listening there,
 * since this one asked: so the file is first put aside, and put back where it is another one.
 * @param asked the file that nobody answered at
 */
function removeStale(address: string, asked: string): void {
  const aside = `${address}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(address, aside);
    // Unless yet another one has begun to listen there meanwhile: the one that was put aside then finds that out.
    if (fileAt(aside) !== asked) linkSync(aside, address);
  } catch {
    // It is gone already, or there never was a file.
  }
  rmSync(aside, { force: true });
}

/** Whether the file of a server that has just begun to listen stays, when others find the same stale file at this moment. */
async function staysAt(address: string): Promise<boolean> {
  const mine = fileAt(address);
  await pause(TRY_EVERY);
  return mine !== null && fileAt(address) === mine;
}
