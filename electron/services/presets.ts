import { appError } from '../../shared/errors.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import type { Preset } from '../../shared/presets.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import { PRESET_LIMIT } from '../../shared/schemas.ts';
import { parsePresets, writePresets } from './presets-file.ts';
import type { Store } from './store.ts';

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
    export: () => writePresets(all()),
    import: (json) => {
      const presets = parsePresets(json);
      if (!presets.ok) return presets;
      const written = write(presets.value);
      return written.ok ? ok(presets.value.length) : written;
    },
  };
}
