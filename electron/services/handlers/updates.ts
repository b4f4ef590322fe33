import type { HandlersOf } from '../../../shared/contract.ts';
import type { updatesInputs } from '../../../shared/contract/updates.ts';
import type { Updates } from '../updates.ts';

/** Newer versions of the app. */
export function updatesHandlers(updates: Updates): HandlersOf<typeof updatesInputs> {
  return {
    'updates.check': () => updates.check(),
    'updates.download': () => updates.download(),
    'updates.install': () => updates.install(),
  };
}
