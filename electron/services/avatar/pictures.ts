import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Readable by their owner only, as the settings are. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** What a text or a picture is known by: the beginning of its SHA-256, in hexadecimal. */
export const fingerprint = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

/** Whether this is a name that {@link fingerprint} gives; only such names come near a path. */
export const isPictureId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** The pictures of one account on this computer's disk. A picture's name is the fingerprint of its bytes. */
export interface Pictures {
  /** Keeps a picture. @returns its name, or null where the disk does not take it */
  keep(bytes: Uint8Array): string | null;
  /** A picture; null where it is gone or is not what it was. */
  read(id: string): Uint8Array<ArrayBuffer> | null;
  /** Removes all pictures but these. What cannot be removed stays. */
  retain(ids: readonly string[]): void;
}

/** The pictures of all accounts, in a folder each. */
export interface PictureFolders {
  of(account: string): Pictures;
  /** Removes the folder of an account. */
  remove(account: string): void;
}

/**
 * Keeps pictures below `dir`, which is made at the first use. Writing is atomic, and what is read is checked against its
 * name, so that half a picture is never shown or sent. Nothing here throws.
 */
export function createPictureFolders(dir: string): PictureFolders {
  // An account's key is a number or `demo`. One from an edited settings file could lead anywhere.
  const folderOf = (account: string): string =>
    join(dir, /^(\d{1,20}|demo)$/.test(account) ? account : fingerprint(account));

  return {
    of: (account) => picturesIn(folderOf(account)),
    remove: (account) => void attempt(() => rmSync(folderOf(account), { recursive: true, force: true })),
  };
}

function picturesIn(folder: string): Pictures {
  const read = (id: string): Uint8Array<ArrayBuffer> | null => {
    if (!isPictureId(id)) return null;
    const bytes = attempt(() => new Uint8Array(readFileSync(join(folder, id))));
    return bytes && fingerprint(bytes) === id ? bytes : null;
  };
  return {
    read,
    keep: (bytes) => {
      const id = fingerprint(bytes);
      if (read(id)) return id;
      const unfinished = join(folder, `${randomUUID()}.tmp`);
      const written = attempt(() => {
        mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
        writeFileSync(unfinished, bytes, { mode: FILE_MODE });
        renameSync(unfinished, join(folder, id));
        return id;
      });
      if (written === null) attempt(() => rmSync(unfinished, { force: true }));
      return written;
    },
    retain: (ids) => {
      for (const name of attempt(() => readdirSync(folder)) ?? []) {
        if (!ids.includes(name)) attempt(() => rmSync(join(folder, name), { force: true }));
      }
    },
  };
}

/** The disk's refusals are no news here: what is missing is gone, what cannot be kept is not kept. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
