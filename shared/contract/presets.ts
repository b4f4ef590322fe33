import * as v from 'valibot';
import { PRESET_LIMIT, presetSchema } from '../schemas.ts';
import { id, nothing, type CommandInputs } from './inputs.ts';

/** Statuses ready to be set with one click. */
export const presetsInputs = {
  /** Changes a preset, or adds it where there is none with its id. */
  'presets.save': v.strictObject({ preset: presetSchema }),
  'presets.duplicate': v.strictObject({ id }),
  'presets.delete': v.strictObject({ id }),
  /** Puts a preset at another place, 0 = first. */
  'presets.move': v.strictObject({ id, to: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PRESET_LIMIT)) }),
  /** Back to the six presets to begin with. */
  'presets.reset': nothing,
  /** All presets as the text of a JSON file. */
  'presets.export': nothing,
  /** Takes the presets of such a file in place of the present ones, or none of them. */
  'presets.import': v.strictObject({ json: v.pipe(v.string(), v.maxLength(1_000_000)) }),
} satisfies CommandInputs;

/** What these commands give back that give back more than success. */
export interface PresetsValues {
  /** The id of the copy. */
  'presets.duplicate': string;
  'presets.export': string;
  /** How many presets there are now. */
  'presets.import': number;
}
