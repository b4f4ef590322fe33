import type { TokenFacts } from '../state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a token ends. `soon` is worth a warning. */
export type TokenExpiry =
  { readonly kind: 'never' } | { readonly kind: 'later' | 'soon' | 'ended'; readonly at: number };

/** Warn no earlier than this before the end, and no later than that. */
const EARLIEST_WARNING = 7 * DAY;
const LATEST_WARNING = 10 * MINUTE;

/**
 * When a token ends, and whether to warn: in the last tenth of its life, but at most seven days and at least ten minutes
 * ahead. So a token of an hour warns for ten minutes, one of a month for three days, one of a year for a week.
 * @param now epoch milliseconds
 */
export function describeExpiry(
  { expiresAt: at, createdAt }: Pick<TokenFacts, 'expiresAt' | 'createdAt'>,
  now: number,
): TokenExpiry {
  if (at === null) return { kind: 'never' };
  if (at <= now) return { kind: 'ended', at };
  const ahead = Math.max(LATEST_WARNING, Math.min(EARLIEST_WARNING, (at - createdAt) / 10));
  return { kind: at - now < ahead ? 'soon' : 'later', at };
}

/** When a token was last used, as far as the server tells: its value is up to an hour old. */
export type LastUse =
  /** Not used, or first used within the last hour. */
  | { readonly kind: 'notRecorded' }
  /** At some time within the last hour. */
  | { readonly kind: 'withinHour' }
  /** At `at`, or up to an hour later. */
  | { readonly kind: 'around'; readonly at: number };

/** When a token was last used. Both are epoch milliseconds. */
export function describeLastUse(lastUsedAt: number | null, now: number): LastUse {
  if (lastUsedAt === null) return { kind: 'notRecorded' };
  return now - lastUsedAt <= HOUR ? { kind: 'withinHour' } : { kind: 'around', at: lastUsedAt };
}
