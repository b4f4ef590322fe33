import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { appError, type AppError } from '../../shared/errors.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import {
  defaultSettings,
  migrations,
  parseSettings,
  refersToAccount,
  SettingsSchema,
  type Migrations,
  type SettingsData,
} from './settings-schema.ts';
import {
  keepDamaged,
  readSettingsFile,
  removeDamaged,
  removeUnfinished,
  SETTINGS_FILE,
  SETTINGS_FILE_MODE,
} from './settings-file.ts';

export type { SettingsData, StoredAccount } from './settings-schema.ts';

/** The part of electron-store, and of conf under it, that is used: it writes the whole file, atomically. */
export interface SettingsStore {
  store: SettingsData;
}

/** The options the store is made with; electron-store and conf know them all. */
export interface SettingsStoreOptions {
  readonly cwd: string;
  readonly configFileMode: number;
  /**
   * What the store takes the file to hold, whatever that is. Left alone it would read the file when it is made and
   * before each write, throw where it is damaged, and carry over a key of its own (`__internal__`).
   */
  readonly deserialize: () => SettingsData;
}

/** What the person chose and who they are. */
export interface Settings {
  /** As it is now; a new object after each change. */
  readonly data: SettingsData;
  /**
   * Changes the keys given and writes the file, unless it says the same already. `current` becomes null when its
   * account is not among `accounts` any more.
   * @returns done = it is on the disk, whole, and stays there whatever becomes of this process; `bad_input` when the patch
   * does not fit, and then nothing changed; `settings_not_saved`, `settings_unreadable` or `settings_newer` when the change
   * holds until quit only
   */
  update(patch: Partial<Omit<SettingsData, 'version'>>): Result<null>;
  /** Removes the copies of damaged files that were kept. */
  removeBackups(): void;
  /** Back to what holds where nothing was chosen, with nobody's data in it. @returns as {@link Settings.update} */
  reset(): Result<null>;
}

/**
 * Opens the settings in `dir`, whatever state the file is in; never throws. Of a damaged file each key that can be
 * read is kept, and the file is copied to `config.broken-<time>.json` before anything is written over it. A file of a
 * newer version, and one that cannot be read, is never written. To be called by the one process that uses `dir`: what
 * another one is just writing would be taken for a left-over.
 * @param options `createStore` makes an electron-store or a conf with the options it is given; called at the first write
 * @param options `now` epoch milliseconds, for the name of the copy
 * @returns `problems` to tell the person: `settings_recovered`, `settings_newer`, `settings_unreadable`, `settings_not_saved`
 */
export function openSettings(options: {
  readonly dir: string;
  readonly createStore: (options: SettingsStoreOptions) => SettingsStore;
  readonly now: () => number;
  readonly migrations?: Migrations;
}): { readonly settings: Settings; readonly problems: readonly AppError[] } {
  removeUnfinished(options.dir);
  const file = join(options.dir, SETTINGS_FILE);
  const found = readSettings(options.dir, options.migrations ?? migrations);
  let data = found.data;
  let saved = true;

  const backup = join(options.dir, `config.broken-${timeInFileName(options.now())}.json`);
  const writer = createWriter(options, found.kind === 'damaged' ? { bytes: found.bytes, backup } : null);
  const save = (): Result<null> => {
    const written = 'untouchable' in found ? fail(found.untouchable) : writer.write(data);
    saved = written.ok;
    return written;
  };

  const problems: AppError[] = [];
  if ('untouchable' in found) problems.push(found.untouchable);
  if (found.kind === 'older' || found.kind === 'damaged') {
    const written = save();
    if (found.kind === 'damaged') {
      problems.push(appError('settings_recovered', { backup: writer.copied() ? backup : file, lost: found.lost }));
    }
    if (!written.ok) problems.push(written.error);
  }

  const settings: Settings = {
    get data() {
      return data;
    },
    update(patch) {
      const next = merge(data, patch);
      if (!next.ok) return next;
      if (saved && isDeepStrictEqual(next.value, data)) return done;
      data = next.value;
      return save();
    },
    removeBackups: () => removeDamaged(options.dir),
    reset: () => {
      data = defaultSettings;
      return save();
    },
  };
  return { settings, problems };
}

/** What was found in place of the settings file, and the settings that follow from it. */
type Found =
  | { readonly kind: 'none' | 'good' | 'older'; readonly data: SettingsData }
  | {
      readonly kind: 'damaged';
      readonly data: SettingsData;
      /** Null = too large to be read. */
      readonly bytes: Uint8Array | null;
      readonly lost: readonly string[];
    }
  /** Of a newer version, or not readable: not ours to write over. */
  | { readonly kind: 'foreign'; readonly data: SettingsData; readonly untouchable: AppError };

function readSettings(dir: string, steps: Migrations): Found {
  const file = readSettingsFile(dir);
  switch (file.kind) {
    case 'none':
      return { kind: 'none', data: defaultSettings };
    case 'unreadable':
      return { kind: 'foreign', data: defaultSettings, untouchable: file.error };
    case 'too-large': {
      const lost = Object.keys(defaultSettings).filter((key) => key !== 'version');
      return { kind: 'damaged', data: defaultSettings, bytes: null, lost };
    }
    case 'text': {
      const { data, state } = parseSettings(file.text, steps);
      switch (state.kind) {
        case 'newer':
          return { kind: 'foreign', data, untouchable: appError('settings_newer', { version: state.version }) };
        case 'damaged':
          return { kind: 'damaged', data, bytes: file.bytes, lost: state.lost };
        default:
          return { kind: state.kind, data };
      }
    }
  }
}

/** Writes the file through the store. What is `damaged` is copied to `backup` before it is written over. */
function createWriter(
  options: { readonly dir: string; readonly createStore: (options: SettingsStoreOptions) => SettingsStore },
  damaged: { readonly bytes: Uint8Array | null; readonly backup: string } | null,
) {
  let copied = damaged === null;
  let store: SettingsStore | null = null;
  return {
    copied: () => copied,
    write(data: SettingsData): Result<null> {
      try {
        if (damaged && !copied) keepDamaged(options.dir, damaged.backup, damaged.bytes);
        copied = true;
        store ??= options.createStore({
          cwd: options.dir,
          configFileMode: SETTINGS_FILE_MODE,
          deserialize: () => defaultSettings,
        });
        store.store = data;
        return done;
      } catch (error) {
        return fail(notSaved(error));
      }
    },
  };
}

/** The settings after a change, checked with the schema of what may be written. */
function merge(data: SettingsData, patch: Partial<SettingsData>): Result<SettingsData> {
  const parsed = v.safeParse(SettingsSchema, { ...data, ...patch });
  if (!parsed.success) return fail(badInput(parsed.issues[0]));
  const next: SettingsData = parsed.output;
  if (refersToAccount(next)) return ok(next);
  if (Object.hasOwn(patch, 'current')) {
    return fail(appError('bad_input', { field: 'current', reason: 'no such account' }));
  }
  return ok({ ...next, current: null });
}

const notSaved = (error: unknown): AppError =>
  appError('settings_not_saved', { reason: error instanceof Error ? error.message : String(error) });

/** Says what was expected and not what was sent, which need not be for a log. */
function badInput(issue: v.BaseIssue<unknown>): AppError {
  const field = v.getDotPath(issue) ?? '';
  return appError('bad_input', { field, reason: `expected ${issue.expected ?? issue.message}` });
}

/** UTC, with no character that Windows refuses. */
const timeInFileName = (now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toString().replaceAll(/[:.]/g, '-');
