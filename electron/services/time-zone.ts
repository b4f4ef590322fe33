import process from 'node:process';

/**
 * The computer's zone now, as the system names it: an IANA name, or what no runtime knows (`usableZone`). Node asks the
 * system once and keeps the answer for as long as the process lives, which in a tray app is weeks, and people travel.
 * Removing `TZ` from the environment, there or not, makes it ask again (measured on Linux with Node 20; on Windows it does
 * nothing, and the zone is that of the start).
 */
export function systemTimeZone(): string {
  // Somebody who set TZ has fixed the zone.
  if (process.env['TZ'] === undefined) delete process.env['TZ'];
  try {
    return Temporal.Now.timeZoneId();
  } catch {
    // `TZ=` may name nothing.
    return '';
  }
}
