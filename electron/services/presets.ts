import * as v from 'valibot';
import { appError, type AppError } from '../../shared/errors.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import type { Preset } from '../../shared/presets.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import { PRESET_LIMIT, presetSchema } from '../../shared/schemas.ts';
import type { Store } from './store.ts';

/** The version of the file that presets are exchanged in. Version 2 knows what presets ask for; version 1 is read too. */
const FILE_VERSION = 2;

/** Edits the presets in use: the common ones, or the account's own where the person wants that. */
export interface PresetService {
  find(id: string): Preset | null;
  save(preset: Preset): Result<null>;
  duplicate(id: string): Result<string>;
  remove(id: string): Result<null>;
  /** @param to the place it is to have, 0 = first; beyond the end is the end */
  move(id: string, to: number): Result<null>;
  reset(): Result<null>;
  /** The text of a JSON file that {@link PresetService.import} takes. */
  export(): string;
  /** Takes the presets of such a text in place of the present ones, or, with `presets_file`, none of them. */
  import(json: string): Result<number>;
}

/** Makes the service. `newId` gives an id that nothing has. */
export function createPresetService(store: Store, newId: () => string): PresetService {
  const all = (): readonly Preset[] => store.state().presets;
  const find = (id: string): Preset | null => all().find((preset) => preset.id === id) ?? null;

  function write(presets: readonly Preset[] | null): Result<null> {
    const { current } = store.facts;
    if (!store.state().settings.presetsPerAccount || current === null) return store.save({ presets });
    store.saveAccountData(current, { presets: presets ?? builtInPresets(store.state().locale) });
    return done;
  }

  const missing = (id: string): Result<never> => fail(appError('preset_missing', { id }));
  const full = (): Result<never> => fail(appError('presets_full', { limit: PRESET_LIMIT }));

  return {
    find,
    save: (preset) => {
      const presets = all();
      if (find(preset.id)) return write(presets.map((each) => (each.id === preset.id ? preset : each)));
      return presets.length >= PRESET_LIMIT ? full() : write([...presets, preset]);
    },
    duplicate: (id) => {
      const preset = find(id);
      if (!preset) return missing(id);
      if (all().length >= PRESET_LIMIT) return full();
      const copy = { ...preset, id: newId() };
      const written = write(all().flatMap((each) => (each.id === id ? [each, copy] : [each])));
      return written.ok ? ok(copy.id) : written;
    },
    remove: (id) => (find(id) ? write(all().filter((each) => each.id !== id)) : missing(id)),
    move: (id, to) => {
      const preset = find(id);
      if (!preset) return missing(id);
      const others = all().filter((each) => each.id !== id);
      return write([...others.slice(0, to), preset, ...others.slice(to)]);
    },
    reset: () => write(null),
    export: () => `${JSON.stringify({ pachcaStatusPresets: FILE_VERSION, presets: all() }, null, 2)}\n`,
    import: (json) => {
      const presets = parsePresets(json);
      if (!presets.ok) return presets;
      const written = write(presets.value);
      return written.ok ? ok(presets.value.length) : written;
    },
  };
}

const fileSchema = v.object({ pachcaStatusPresets: v.pipe(v.number(), v.integer()), presets: v.array(v.unknown()) });

/**
 * Reads the text of a file of presets: all of it or nothing.
 * @returns `presets_file` with the 1-based line of what is wrong, as near as it can be told
 */
export function parsePresets(json: string): Result<readonly Preset[]> {
  const text = json.replace(/^\uFEFF/, '');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return fail(fileError(jsonErrorLine(error, text), null, 'json'));
  }
  const file = v.safeParse(fileSchema, raw);
  if (!file.success) return fail(fileError(1, null, 'shape'));
  if (file.output.pachcaStatusPresets > FILE_VERSION) return fail(fileError(null, null, 'version'));
  if (file.output.presets.length === 0) return fail(fileError(null, null, 'empty'));
  if (file.output.presets.length > PRESET_LIMIT) return fail(appError('presets_full', { limit: PRESET_LIMIT }));
  const presets: Preset[] = [];
  for (const [index, entry] of file.output.presets.entries()) {
    const parsed = v.safeParse(presetSchema, entry);
    if (!parsed.success) {
      const field = v.getDotPath(parsed.issues[0]);
      return fail(fileError(lineOf(text, index, field), `presets[${index}]${field ? `.${field}` : ''}`, 'shape'));
    }
    if (presets.some(({ id }) => id === parsed.output.id)) {
      return fail(fileError(lineOf(text, index, 'id'), parsed.output.id, 'duplicate'));
    }
    presets.push(parsed.output);
  }
  return ok(presets);
}

const fileError = (
  line: number | null,
  field: string | null,
  reason: 'json' | 'shape' | 'version' | 'duplicate' | 'empty',
): AppError => appError('presets_file', { line, field, reason });

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** V8 names the place as "(line 3 column 5)" or, in older versions, as "at position 42"; at the end of the text it may name none. */
function jsonErrorLine(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const line = /\(line (\d+) column \d+\)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /at position (\d+)/.exec(message)?.[1];
  return lineAt(text, position ? Number(position) : text.length);
}

/** The line on which an entry of `presets` begins, or one of its own fields. The text is known to be valid JSON. */
function lineOf(text: string, index: number, field: string | null): number {
  const start = text.indexOf('[', text.indexOf('"presets"'));
  let depth = 0;
  let entry = -1;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
      continue;
    }
    if (char === '"') {
      const key = field?.split('.')[0];
      if (entry === index && depth === 2 && key && text.startsWith(JSON.stringify(key), at)) return lineAt(text, at);
      inString = true;
    } else if (char === '{' || char === '[') {
      depth += 1;
      if (depth === 2) {
        entry += 1;
        // Fields that are missing have no line of their own: the entry's first one.
        if (entry === index && !hasField(text, at, field)) return lineAt(text, at);
      }
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return lineAt(text, start);
}

/** Whether the field is written somewhere after the start of its entry; good enough to choose a line. */
function hasField(text: string, from: number, field: string | null): boolean {
  const key = field?.split('.')[0];
  return key !== undefined && text.slice(from).includes(JSON.stringify(key));
}
