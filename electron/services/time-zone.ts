import process from 'node:process';

/**
 * The computer's zone now, IANA name. Node asks the system once and keeps the answer for as long as the process lives,
 * which in a tray app is weeks; people travel. Touching `TZ` makes it ask again (measured on Linux with Node 20; Windows
 * asks at start only).
 */
export function systemTimeZone(): string {
  // Somebody who set TZ has fixed the zone.
  if (process.env['TZ'] === undefined) {
    process.env['TZ'] = 'UTC';
    delete process.env['TZ'];
  }
  return Temporal.Now.timeZoneId();
}
