const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A token as the server described it when it was checked. Instants are epoch milliseconds. */
export interface TokenFacts {
  readonly id: number;
  /** The name given when it was made; null for a bot's token. */
  readonly name: string | null;
  /** The token as the server masks it: first 8 and last 4 characters. */
  readonly masked: string;
  readonly createdAt: number;
  /** Null = not used yet, or not recorded yet: the server's value lags up to an hour. */
  readonly lastUsedAt: number | null;
  /** Seconds from the check until it ends; null = it does not end by itself. */
  readonly expiresIn: number | null;
  readonly checkedAt: number;
}

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
  { expiresIn, checkedAt, createdAt }: Pick<TokenFacts, 'expiresIn' | 'checkedAt' | 'createdAt'>,
  now: number,
): TokenExpiry {
  if (expiresIn === null) return { kind: 'never' };
  const at = checkedAt + expiresIn * 1000;
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
