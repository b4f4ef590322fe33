import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { appError, type ErrorOf } from '../../shared/errors.ts';
import { textEncoding } from '../../shared/text-encoding.ts';

/** The file in the directory of the settings. Both electron-store and conf call it so when they are told no name. */
export const SETTINGS_FILE = 'config.json';

/** The settings: readable by their owner only, for they hold names and addresses. */
export const SETTINGS_FILE_MODE = 0o600;

/**
 * The largest file that is read, in bytes: many times what twenty accounts with a hundred long presets each come to. What
 * is larger is not ours.
 */
export const SETTINGS_FILE_LIMIT = 8 * 2 ** 20;

/** What stands where the settings file should be. */
export type SettingsFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Uint8Array }
  /** Larger than anything this app writes; not read. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly error: ErrorOf<'settings_unreadable'> };

/** Reads the settings file in `dir`; never throws, and never waits for what is no ordinary file. */
export function readSettingsFile(dir: string): SettingsFile {
  const file = join(dir, SETTINGS_FILE);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return { kind: 'unreadable', error: unreadable(file, kindOf(stat)) };
    if (stat.size > SETTINGS_FILE_LIMIT) return { kind: 'too-large' };
    const bytes = readFileSync(file);
    return { kind: 'text', text: new TextDecoder(textEncoding(bytes)).decode(bytes), bytes };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return { kind: 'none' };
    return { kind: 'unreadable', error: unreadable(file, reasonOf(code)) };
  }
}

type Reason = ErrorOf<'settings_unreadable'>['params']['reason'];

const kindOf = (stat: Stats): 'folder' | 'other' => (stat.isDirectory() ? 'folder' : 'other');

const unreadable = (file: string, reason: Reason) => appError('settings_unreadable', { file, reason });

function reasonOf(code: unknown): Reason {
  if (code === 'EACCES' || code === 'EPERM') return 'permission';
  return code === 'ELOOP' ? 'loop' : 'other';
}

/** Keeps a damaged file at `backup`, before anything is written over it. Throws where the disk does not take it. */
export function keepDamaged(dir: string, backup: string, bytes: Uint8Array | null): void {
  if (bytes) writeFileSync(backup, bytes, { mode: SETTINGS_FILE_MODE });
  // Not read and not copied either: it may be as large as the disk.
  else renameSync(join(dir, SETTINGS_FILE), backup);
}

/** Removes the copies of damaged files that were kept: they hold names, and presets with the names of colleagues. */
export function removeDamaged(dir: string): void {
  removeFiles(dir, /^config\.broken-[\dTZ-]+\.json$/);
}

/**
 * Removes what a killed process left of a write that it did not finish. Only the names that the store gives such files
 * (`atomically` 2: ten digits and six hexadecimal ones), and only where no other process uses the folder.
 */
export function removeUnfinished(dir: string): void {
  removeFiles(dir, /^config\.json\.tmp-\d{10}[0-9a-f]{6}$/);
}

/** Removes plain files by their names. No link is followed, and what cannot be removed stays. */
function removeFiles(dir: string, name: RegExp): void {
  try {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.isFile() && name.test(entry.name)) rmSync(join(dir, entry.name), { force: true });
    }
  } catch {
    // Nothing depends on their being gone.
  }
}
