import type { HandlersOf } from '../../../shared/contract.ts';
import type { presetsInputs } from '../../../shared/contract/presets.ts';
import { ok } from '../../../shared/result.ts';
import type { HandlerContext } from './context.ts';

/** Changing the presets, and their file. */
export function presetsHandlers({ presets }: HandlerContext): HandlersOf<typeof presetsInputs> {
  return {
    'presets.save': ({ preset }) => Promise.resolve(presets.save(preset)),
    'presets.duplicate': ({ id }) => Promise.resolve(presets.duplicate(id)),
    'presets.delete': ({ id }) => Promise.resolve(presets.remove(id)),
    'presets.move': ({ id, to }) => Promise.resolve(presets.move(id, to)),
    'presets.reset': () => Promise.resolve(presets.reset()),
    'presets.export': () => Promise.resolve(ok(presets.export())),
    'presets.import': ({ json }) => Promise.resolve(presets.import(json)),
  };
}
