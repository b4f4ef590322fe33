import { formatMoment, formatUntil, zoneName } from '../../shared/format.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { AppState } from '../../shared/state.ts';
import { timeStyle } from '../../shared/tray-menu.ts';

/**
 * "until Mon 30 Nov, 9:00"; with the zone that counts named where the computer's clock and one in the profile's zone show
 * different times at that moment: "until Mon 30 Nov, 9:00 (Moscow Time)".
 */
export function untilText(at: number | null, now: number, state: AppState): string {
  const style = timeStyle(state);
  const { computer, profile } = state.zones;
  if (at === null || profile === null || sameWallTime(at, computer, profile)) {
    return formatUntil(at, now, style);
  }
  const { time } = messages(state.locale);
  return time.until(time.inZone(formatMoment(at, now, style), zoneName(at, style)));
}

/** "just now" within a minute, else the moment. */
export function checkedText(at: number, now: number, state: AppState): string {
  const { home } = messages(state.locale);
  return now - at < 60_000 ? home.justNow : formatMoment(at, now, timeStyle(state));
}

function sameWallTime(at: number, a: string, b: string): boolean {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  try {
    return instant.toZonedDateTimeISO(a).offset === instant.toZonedDateTimeISO(b).offset;
  } catch {
    // The server knows a zone that this computer does not: nothing can be said about it.
    return true;
  }
}
