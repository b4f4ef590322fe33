import { sameWords, type Preset } from '../../shared/presets.ts';
import type { StatusPlan } from '../../shared/schemas.ts';
import type { Store } from './store.ts';

/** How many are kept. */
const KEPT = 10;

/**
 * Puts what was just set at the head of the recent statuses; the same one again moves to the head with its new end. What a
 * preset says is one click anyway, and would push out what is not.
 */
export function rememberRecent(store: Store, key: string, plan: StatusPlan, newId: () => string): void {
  if (store.state().presets.some((preset: Preset) => !preset.hidden && sameWords(preset, plan))) return;
  const { recents } = store.accountData(key);
  const same = recents.find((recent) => sameWords(recent, plan));
  const rest = recents.filter((recent) => recent !== same);
  store.saveAccountData(key, { recents: [{ ...plan, id: same?.id ?? newId() }, ...rest].slice(0, KEPT) });
}
