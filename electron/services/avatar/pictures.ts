import { createHash, randomUUID } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';

/** Readable by their owner only, as the settings are. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** What a text or a picture is known by: the beginning of its SHA-256, in hexadecimal. */
export const fingerprint = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

/** Whether this is a name that {@link fingerprint} gives; only such names come near a path. */
export const isPictureId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** What a crash leaves of a picture that was being written: a random UUID and `.tmp`. */
const isUnfinished = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name);

/** The pictures of one account on this computer's disk. A picture's name is the fingerprint of its bytes. */
export interface Pictures {
  /** Keeps a picture. @returns its name, or null where the disk does not take it */
  keep(bytes: Uint8Array): string | null;
  /** A picture; null where it is gone or is not what it was. */
  read(id: string): Uint8Array<ArrayBuffer> | null;
  /** Removes all pictures but these. What cannot be removed stays, and what has no name of ours. */
  retain(ids: readonly string[]): void;
}

/** The pictures of all accounts, in a folder each. */
export interface PictureFolders {
  of(account: string): Pictures;
  /** Removes the pictures of an account, and its folder where nothing else is in it. */
  remove(account: string): void;
}

/**
 * Keeps pictures below `dir`, which is made at the first use. Writing is atomic, and what is read is checked against its
 * name, so that half a picture is never shown or sent. Only files with names of ours are read or removed, and no link is
 * followed, neither as a file nor as a folder: somebody else put it there. Nothing here throws.
 */
export function createPictureFolders(dir: string): PictureFolders {
  // An account's key is a number or `demo`. One from an edited settings file could lead anywhere.
  const folderOf = (account: string): string =>
    join(dir, /^(\d{1,20}|demo)$/.test(account) ? account : fingerprint(account));

  return {
    of: (account) => picturesIn(dir, folderOf(account)),
    remove: (account) => {
      const folder = folderOf(account);
      picturesIn(dir, folder).retain([]);
      if (isOwnFolder(dir) && isOwnFolder(folder)) attempt(() => rmdirSync(folder));
    },
  };
}

function picturesIn(dir: string, folder: string): Pictures {
  const isOurs = (): boolean => isOwnFolder(dir) && isOwnFolder(folder);
  const read = (id: string): Uint8Array<ArrayBuffer> | null => {
    const path = join(folder, id);
    if (!isPictureId(id) || !isOurs() || !lstat(path)?.isFile()) return null;
    const bytes = attempt(() => new Uint8Array(readFileSync(path)));
    return bytes && fingerprint(bytes) === id ? bytes : null;
  };
  return {
    read,
    keep: (bytes) => {
      const id = fingerprint(bytes);
      if (read(id)) return id;
      const unfinished = join(folder, `${randomUUID()}.tmp`);
      const written = attempt(() => {
        for (const each of [dir, folder]) {
          mkdirSync(each, { recursive: true, mode: FOLDER_MODE });
          if (!isOwnFolder(each)) return null;
        }
        writeFileSync(unfinished, bytes, { mode: FILE_MODE, flag: 'wx' });
        renameSync(unfinished, join(folder, id));
        return id;
      });
      if (written === null && isOurs()) attempt(() => rmSync(unfinished, { force: true }));
      return written;
    },
    retain: (ids) => {
      if (!isOurs()) return;
      for (const entry of attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
        const { name } = entry;
        const ours = isUnfinished(name) || (isPictureId(name) && !ids.includes(name));
        if (entry.isFile() && ours) attempt(() => rmSync(join(folder, name), { force: true }));
      }
    },
  };
}

/** A folder, and no link to one. */
const isOwnFolder = (path: string): boolean => lstat(path)?.isDirectory() ?? false;

/** What is at a path itself, not where a link there leads. */
const lstat = (path: string): Stats | null => attempt(() => lstatSync(path));

/** The disk's refusals are no news here: what is missing is gone, what cannot be kept is not kept. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
