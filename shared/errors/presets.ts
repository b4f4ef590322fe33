/** What goes wrong with presets and their file. */
export interface PresetsErrors {
  /** A preset with this id does not exist (any more). */
  preset_missing: { id: string };
  /** The file is not a list of presets. `line` is 1-based, null where the fault has no place. */
  presets_file: {
    line: number | null;
    field: string | null;
    reason: 'json' | 'shape' | 'version' | 'duplicate' | 'empty';
  };
  /** No more presets can be added. */
  presets_full: { limit: number };
}
