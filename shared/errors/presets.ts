/** What goes wrong with presets and their file. */
export interface PresetsErrors {
  /** A preset with this id does not exist (any more). */
  preset_missing: { id: string };
  /** The file is not a list of presets. `line` is 1-based, null where the fault has no place. */
  presets_file: {
    line: number | null;
    field: string | null;
    /** `shape`: `field` is a path such as `presets[0].emoji`; `fixedDate`: a preset of it ends on one date for ever. */
    reason: 'json' | 'shape' | 'version' | 'unknownVersion' | 'duplicate' | 'empty' | 'fixedDate';
  };
  /** No more presets can be added. */
  presets_full: { limit: number };
}
