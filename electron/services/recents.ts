import { isDeepStrictEqual } from 'node:util';
import type { StatusPlan } from '../../shared/schemas.ts';
import type { Store } from './store.ts';

/** How many are kept. */
const KEPT = 10;

/** Puts what was just set at the head of the recent statuses; the same one again moves to the head with its new end. */
export function rememberRecent(store: Store, key: string, plan: StatusPlan, newId: () => string): void {
  const { recents } = store.accountData(key);
  const same = recents.find((recent) => sameWords(recent, plan));
  const rest = recents.filter((recent) => recent !== same);
  store.saveAccountData(key, { recents: [{ ...plan, id: same?.id ?? newId() }, ...rest].slice(0, KEPT) });
}

/** Whether two say the same; the end is resolved anew each time and does not tell them apart. */
const sameWords = (a: StatusPlan, b: StatusPlan): boolean => isDeepStrictEqual(words(a), words(b));

const words = ({ emoji, title, isAway, awayTemplate, deputy }: StatusPlan) => [
  emoji,
  title,
  isAway,
  awayTemplate,
  deputy,
];
