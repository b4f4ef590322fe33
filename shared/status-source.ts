import type { Locale } from './i18n/locale.ts';
import type { StatusPlan } from './schemas.ts';

/** What a status was made of when it was set, so that who adjusts it adjusts that and not what came out of it. */
export interface StatusSource {
  /** As it was set; the rule of an end that was moved since is the moment it was moved to. */
  readonly plan: StatusPlan;
  /** The preset it came from, which may be gone; null = none. */
  readonly presetId: string | null;
  /** The language its away message is in. */
  readonly locale: Locale;
}
