/** Longest title, in UTF-16 units: the strictest reading of the documented "50 characters". */
export const TITLE_LIMIT = 50;

/** Longest away message, in UTF-16 units: the strictest reading of the documented "1024 characters". */
export const AWAY_MESSAGE_LIMIT = 1024;

/** A person's status, as colleagues see it. Pachca's `UserStatus` with the end as an instant. */
export interface Status {
  /** One emoji symbol. */
  readonly emoji: string;
  /** At most {@link TITLE_LIMIT}. */
  readonly title: string;
  /** When it ends, in epoch milliseconds; null = until it is cleared. */
  readonly expiresAt: number | null;
  /** Pachca's 'Away' mode ("Нет на месте"). */
  readonly isAway: boolean;
  /** Shown in the profile and to whoever writes or mentions the person; null = none. At most {@link AWAY_MESSAGE_LIMIT}. */
  readonly awayMessage: string | null;
}

/**
 * The status if it still holds at `now`, else null. The server may return a status for a short while after its end, so
 * every reader judges by the end, not by the answer.
 * @param now epoch milliseconds
 */
export function currentAt(status: Status | null, now: number): Status | null {
  if (!status) return null;
  return status.expiresAt !== null && status.expiresAt <= now ? null : status;
}

/** Whether two statuses say the same to colleagues. */
export function sameStatus(a: Status | null, b: Status | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.emoji === b.emoji &&
    a.title === b.title &&
    a.expiresAt === b.expiresAt &&
    a.isAway === b.isAway &&
    a.awayMessage === b.awayMessage
  );
}
