import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveExpiry, type ExpiryRule } from '../../shared/expiry.ts';
import { extensions, warningExtension } from '../../shared/extensions.ts';
import { defaultContext } from '../../shared/locale-week.ts';

const zone = 'Europe/Moscow';
const context = defaultContext(zone, 'ru-RU');
const at = (local: string, timeZone = zone): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
const local = (moment: number, timeZone = zone): string =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDateTime().toString();

/** Wednesday, noon. */
const now = at('2026-11-25T12:00');
const ways = (end: string, rule: ExpiryRule | null = null) =>
  extensions(at(end), rule, now, context).map(({ id, at: moment }) => `${id}: ${local(moment)}`);

describe('letting a status end later', () => {
  it('is a matter of minutes for a short one', () => {
    expect(ways('2026-11-25T13:00')).toEqual([
      '15: 2026-11-25T13:15:00',
      '30: 2026-11-25T13:30:00',
      '60: 2026-11-25T14:00:00',
    ]);
  });

  it('is a matter of days from a day on, at the time of the old end', () => {
    expect(ways('2026-12-02T18:30')).toEqual([
      'day: 2026-12-03T18:30:00',
      'monday: 2026-12-07T09:00:00',
      'week: 2026-12-09T18:30:00',
    ]);
  });

  it('names a Monday once, where the old end is one', () => {
    expect(ways('2026-11-30T09:00')).toEqual(['day: 2026-12-01T09:00:00', 'monday: 2026-12-07T09:00:00']);
  });

  it('is a matter of days to the last moment, where a day ends with it or it was set for days', () => {
    expect(ways('2026-11-25T23:59:59.999')[0]).toBe('day: 2026-11-26T23:59:59.999');
    expect(ways('2026-11-25T12:03', { kind: 'nextWeekday', weekday: 3 })[0]).toBe('day: 2026-11-26T12:03:00');
  });

  it('is half an hour or a day in a warning', () => {
    expect(warningExtension(extensions(at('2026-11-25T12:05'), null, now, context))?.id).toBe('30');
    expect(warningExtension(extensions(at('2026-11-25T23:59:59.999'), null, now, context))?.id).toBe('day');
    expect(warningExtension([])).toBeNull();
  });

  it('comes to what it says, in every zone, later than the old end, each once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Europe/Moscow'),
        fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00') }),
        fc.integer({ min: 1, max: 60 * 24 * 60 }),
        (timeZone, moment, minutes) => {
          const there = defaultContext(timeZone, 'en-GB');
          const end = moment + minutes * 60_000;
          const found = extensions(end, null, moment, there);
          expect(found.length).toBeGreaterThan(0);
          expect(new Set(found.map((way) => way.at)).size).toBe(found.length);
          for (const { by, at: then } of found) {
            expect(then).toBeGreaterThan(end);
            expect(resolveExpiry(by, by.kind === 'duration' ? end : moment, there)).toEqual({ ok: true, value: then });
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
