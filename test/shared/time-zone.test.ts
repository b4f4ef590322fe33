import { describe, expect, it } from 'vitest';
import { isKnownZone, offsetName, usableZone } from '../../shared/time-zone.ts';

describe('the zone to go on with', () => {
  it.each(['Europe/Moscow', 'Pacific/Chatham', 'UTC'])('is the computer’s where it is known: %s', (zone) => {
    expect(usableZone(zone, 0, 60)).toBe(zone);
  });

  // What systems were seen to say: nothing, what ICU says of nothing, a path, POSIX rules, an invented name.
  it.each(['', 'Etc/Unknown', ':/etc/localtime', 'EST5EDT4,M3', 'Moon/Tranquillity', 'undefined'])(
    'has the clock’s offset where the name is none: “%s”',
    (zone) => {
      expect(usableZone(zone, 0, 180)).toBe('Etc/GMT-3');
      expect(usableZone(zone, 0, -300)).toBe('Etc/GMT+5');
      expect(usableZone(zone, 0, 0)).toBe('UTC');
      expect(usableZone(zone, 0, 330), 'no whole number of hours').toBe('UTC');
      expect(usableZone(zone, 0, 60 * 99), 'no offset there is').toBe('UTC');
      expect(isKnownZone(usableZone(zone, Date.now()))).toBe(true);
    },
  );

  it('is written as people do', () => {
    expect(['Etc/GMT-3', 'Etc/GMT+5', 'UTC', 'Europe/Moscow'].map(offsetName)).toEqual([
      'UTC+3',
      'UTC−5',
      'UTC',
      'Europe/Moscow',
    ]);
  });

  it('is three hours ahead where the name says so the other way round', () => {
    const local = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO('Etc/GMT-3');
    expect(local.offset).toBe('+03:00');
  });
});
