import type { ExpiryRule } from './expiry.ts';
import type { Deputy, StatusPlan } from './schemas.ts';

/** A status ready to be set with one click. */
export interface Preset {
  /** Stays the same across languages and edits. */
  readonly id: string;
  readonly emoji: string;
  readonly title: string;
  readonly isAway: boolean;
  /** Template of the away message (`away-text.ts`), or null. */
  readonly awayTemplate: string | null;
  /** Who stands in, for the template. */
  readonly deputy: Deputy | null;
  readonly expiry: ExpiryRule;
  /** Not in the tray menu and not on the home screen's tiles. */
  readonly hidden: boolean;
}

/** What a status is made of, from a preset or a recent one, with another end where one is given. */
export function planOf(
  { emoji, title, isAway, awayTemplate, deputy, expiry }: StatusPlan,
  other?: ExpiryRule,
): StatusPlan {
  return { emoji, title, isAway, awayTemplate, deputy, expiry: other ?? expiry };
}
