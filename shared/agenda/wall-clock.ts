import type { WallTime } from '../expiry.ts';

/**
 * The first instant of a date, in epoch milliseconds, at which the clocks in a zone show this time or a later one. A time
 * that is skipped has come with the jump; of one that comes twice it is the first. So intervals on the wall clock keep
 * their order, and back-to-back ones have no gap, on every day of every zone.
 * @throws RangeError for a zone this computer does not know
 */
export function wallInstant(date: Temporal.PlainDate, { hour, minute }: WallTime, timeZone: string): number {
  const local = date.toPlainDateTime({ hour, minute });
  const found = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(local)) return found.epochMilliseconds;
  // Skipped: `earlier` reads it with the offset after the jump and so lands before it. The jump is the next change.
  const jump = found.getTimeZoneTransition('next');
  return jump ? jump.epochMilliseconds : found.epochMilliseconds;
}

/** The date that the calendar on the wall shows at an instant (epoch milliseconds). */
export const dateAt = (at: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
