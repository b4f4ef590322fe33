import * as v from 'valibot';
import { appError, type AppError, type ErrorOf } from '../../shared/errors.ts';
import { isFixed } from '../../shared/expiry.ts';
import type { Preset } from '../../shared/presets.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { PRESET_LIMIT, presetSchema } from '../../shared/schemas.ts';
import { jsonFault } from './json-fault.ts';
import { withoutComments } from './json-salvage.ts';

/** The version of the file that presets are exchanged in. Version 2 knows what presets ask for; version 1 is read too. */
const FILE_VERSION = 2;

/** The text of a file that {@link parsePresets} reads. */
export const writePresets = (presets: readonly Preset[]): string =>
  `${JSON.stringify({ pachcaStatusPresets: FILE_VERSION, presets }, null, 2)}\n`;

const fileSchema = v.object({ pachcaStatusPresets: v.pipe(v.number(), v.integer()), presets: v.array(v.unknown()) });

/**
 * Reads the text of a file of presets: all of it or nothing.
 * @returns `presets_file` with the 1-based line of what is wrong, as near as it can be told
 */
export function parsePresets(json: string): Result<readonly Preset[]> {
  // What somebody wrote beside it for themselves takes no line away.
  const text = withoutComments(json.replace(/^\uFEFF/, ''));
  const fault = jsonFault(text);
  if (fault !== null) return fail(fileError(lineAt(text, fault), null, 'json'));
  const raw: unknown = JSON.parse(text);
  const file = v.safeParse(fileSchema, raw);
  if (!file.success) return fail(fileError(1, null, 'shape'));
  if (file.output.pachcaStatusPresets < 1)
    return fail(fileError(lineOfKey(text, 'pachcaStatusPresets'), null, 'unknownVersion'));
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
    if (isFixed(parsed.output.expiry)) {
      return fail(fileError(lineOf(text, index, 'expiry'), `presets[${index}].expiry`, 'fixedDate'));
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
  reason: ErrorOf<'presets_file'>['params']['reason'],
): AppError => appError('presets_file', { line, field, reason });

/** The line on which a key stands for the first time; null where it does not. */
function lineOfKey(text: string, key: string): number | null {
  const at = text.indexOf(JSON.stringify(key));
  return at === -1 ? null : lineAt(text, at);
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

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
