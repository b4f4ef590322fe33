import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WORK_START, resolveExpiry, type ExpiryRule, type Weekday } from '../../shared/expiry.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const FROM = Date.UTC(2025, 0);
const TO = Date.UTC(2036, 0);

/** Epoch milliseconds of a moment that is written with its offset. */
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const zoned = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
const dateOf = (instant: number, timeZone: string) => zoned(instant, timeZone).toPlainDate();

function resolve(rule: ExpiryRule, now: number, timeZone: string, workStart = DEFAULT_WORK_START): number {
  const end = resolveExpiry(rule, now, { timeZone, workStart });
  if (end === null) throw new Error('This rule has an end');
  return end;
}

const endOfDay: ExpiryRule = { kind: 'endOfDay' };
const until = (weekday: Weekday): ExpiryRule => ({ kind: 'nextWeekday', weekday });
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The moments between 2025 and 2036 at which a zone's clocks move. */
function transitions(timeZone: string): number[] {
  const found: number[] = [];
  let next = zoned(FROM, timeZone).getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < TO) {
    found.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/** Every zone of this computer whose clocks move in these years, with the moments. */
const movingZones = Intl.supportedValuesOf('timeZone')
  .map((timeZone) => ({ timeZone, moves: transitions(timeZone) }))
  .filter(({ moves }) => moves.length > 0);

/** A zone whose clocks move and a moment in it, mostly within two days of a move, often within seconds. */
const zoneAndNow = fc.constantFrom(...movingZones).chain(({ timeZone, moves }) =>
  fc.record({
    timeZone: fc.constant(timeZone),
    now: fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: FROM, max: TO }) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom(...moves),
            fc.oneof(
              fc.integer({ min: -48 * HOUR, max: 48 * HOUR }),
              fc.integer({ min: -3, max: 3 }),
              fc.integer({ min: -49, max: 49 }).map((halves) => halves * 30 * MINUTE),
            ),
          )
          .map(([move, offset]) => move + offset),
      },
    ),
  }),
);

const RUNS = { numRuns: 2000 };

describe('the zones under test', () => {
  it('are many, and some move their clocks at midnight', () => {
    expect(movingZones.length).toBeGreaterThan(100);
    const atMidnight = movingZones.filter(({ timeZone, moves }) =>
      moves.some((move) => zoned(move, timeZone).hour === 1 && zoned(move - 1, timeZone).hour === 23),
    );
    expect(atMidnight.length).toBeGreaterThan(0);
  });
});

describe('a status without an end', () => {
  it('has none', () => {
    expect(resolveExpiry({ kind: 'none' }, FROM, { timeZone: 'UTC', workStart: DEFAULT_WORK_START })).toBeNull();
  });
});

describe('a duration', () => {
  it('is exact, whatever the clocks do meanwhile', () => {
    fc.assert(
      fc.property(zoneAndNow, fc.integer({ min: 1, max: 60 * 24 * 31 }), ({ timeZone, now }, minutes) => {
        expect(resolve({ kind: 'duration', minutes }, now, timeZone) - now).toBe(minutes * MINUTE);
      }),
      RUNS,
    );
  });

  it('of two hours is 120 minutes over the night the clocks go forward', () => {
    // Berlin, 29 March 2026: 2:00 becomes 3:00.
    const end = resolve({ kind: 'duration', minutes: 120 }, at('2026-03-29T01:30+01:00'), 'Europe/Berlin');
    expect(zoned(end, 'Europe/Berlin').toPlainTime().toString()).toBe('04:30:00');
  });
});

describe('the end of the day', () => {
  it('is the last millisecond of the local day, on days that the clocks move too', () => {
    fc.assert(
      fc.property(zoneAndNow, ({ timeZone, now }) => {
        const end = resolve(endOfDay, now, timeZone);
        const today = dateOf(now, timeZone);
        const lastMillisecondOfToday = !dateOf(now + 1, timeZone).equals(today);
        const day = lastMillisecondOfToday ? today.add({ days: 1 }) : today;
        expect(end).toBeGreaterThan(now);
        expect(dateOf(end, timeZone).toString()).toBe(day.toString());
        expect(dateOf(end + 1, timeZone).toString()).toBe(day.add({ days: 1 }).toString());
      }),
      RUNS,
    );
  });

  it.each([
    ['an ordinary day', 'Europe/Moscow', '2026-11-21T12:00+03:00', '2026-11-21T23:59:59.999+03:00'],
    ['the first moment of a day', 'Europe/Moscow', '2026-11-21T00:00+03:00', '2026-11-21T23:59:59.999+03:00'],
    ['the day that has 23 hours', 'Europe/Berlin', '2026-03-29T01:00+01:00', '2026-03-29T23:59:59.999+02:00'],
    ['the day that has 25 hours', 'Europe/Berlin', '2026-10-25T02:30+02:00', '2026-10-25T23:59:59.999+01:00'],
    // Beirut: at 0:00 it is 23:00 again, so the last hour of Saturday comes twice.
    ['the day whose last hour comes twice', 'Asia/Beirut', '2026-10-24T23:30+03:00', '2026-10-24T23:59:59.999+02:00'],
    // Cairo: at 0:00 it is 1:00, so Friday begins at 1:00.
    [
      'the day before one that begins at 1:00',
      'Africa/Cairo',
      '2026-04-23T20:00+02:00',
      '2026-04-23T23:59:59.999+02:00',
    ],
  ])('of %s', (_, timeZone, now, end) => {
    expect(
      zoned(resolve(endOfDay, at(now), timeZone), timeZone)
        .toInstant()
        .toString(),
    ).toBe(Temporal.Instant.from(end).toString());
  });

  it('is tomorrow’s in the last millisecond of today, because an end lies ahead', () => {
    const last = at('2026-11-21T23:59:59.999+03:00');
    expect(resolve(endOfDay, last, 'Europe/Moscow')).toBe(at('2026-11-22T23:59:59.999+03:00'));
    expect(resolve(endOfDay, last - 1, 'Europe/Moscow')).toBe(last);
  });

  it('is of the day it is where the person lives', () => {
    const now = at('2026-11-21T23:30+03:00');
    expect(resolve(endOfDay, now, 'Asia/Vladivostok')).toBe(at('2026-11-22T23:59:59.999+10:00'));
    expect(resolve(endOfDay, now, 'America/New_York')).toBe(at('2026-11-21T23:59:59.999-05:00'));
  });
});

describe('until a day of the week', () => {
  it('is the start of work on the next such day after today, in every zone', () => {
    fc.assert(
      fc.property(zoneAndNow, fc.constantFrom(...weekdays), ({ timeZone, now }, weekday) => {
        const end = resolve(until(weekday), now, timeZone);
        const local = zoned(end, timeZone);
        const days = dateOf(now, timeZone).until(local.toPlainDate()).days;
        expect(end).toBeGreaterThan(now);
        expect(local.dayOfWeek).toBe(weekday);
        expect(days).toBeGreaterThanOrEqual(1);
        expect(days).toBeLessThanOrEqual(7);
        expect(local.toPlainTime().toString()).toBe('09:00:00');
      }),
      RUNS,
    );
  });

  it('is at the start of work the person named, or as much later as the clocks jump over it', () => {
    const workStart = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
    fc.assert(
      fc.property(zoneAndNow, fc.constantFrom(...weekdays), workStart, ({ timeZone, now }, weekday, start) => {
        const end = resolveExpiry(until(weekday), now, { timeZone, workStart: start }) ?? 0;
        const local = zoned(end, timeZone);
        const named = local.toPlainDate().toPlainDateTime(start);
        const late = named.until(local.toPlainDateTime()).total('minutes');
        expect(end).toBeGreaterThan(now);
        expect(local.dayOfWeek).toBe(weekday);
        if (late === 0) return;
        // Only where the named time does not exist on that day, and then by the length of the jump.
        const jump = zoned(end - late * MINUTE, timeZone);
        expect(late).toBe((local.offsetNanoseconds - jump.offsetNanoseconds) / 60e9);
        expect(late).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it.each([
    ['Friday evening', '2026-11-27T18:00+03:00', '2026-11-30T09:00+03:00'],
    ['Saturday', '2026-11-28T12:00+03:00', '2026-11-30T09:00+03:00'],
    ['Sunday, a moment before midnight', '2026-11-29T23:59:59.999+03:00', '2026-11-30T09:00+03:00'],
    ['Monday before work', '2026-11-30T08:00+03:00', '2026-12-07T09:00+03:00'],
    ['Monday at 9:00', '2026-11-30T09:00+03:00', '2026-12-07T09:00+03:00'],
    ['Tuesday', '2026-12-01T09:00+03:00', '2026-12-07T09:00+03:00'],
    ['the last week of the year', '2026-12-31T12:00+03:00', '2027-01-04T09:00+03:00'],
  ])('said on %s, Monday is the one to come', (_, now, end) => {
    expect(resolve(until(1), at(now), 'Europe/Moscow')).toBe(at(end));
  });

  it('keeps 9:00 on the wall over a change of the clocks', () => {
    // Berlin: Friday in winter time, Monday in summer time.
    expect(resolve(until(1), at('2026-03-27T18:00+01:00'), 'Europe/Berlin')).toBe(at('2026-03-30T09:00+02:00'));
  });
});

describe('a zone that does not exist', () => {
  it.each([endOfDay, until(1)])('is an error of the caller: %o', (rule) => {
    expect(() => resolve(rule, FROM, 'Mars/Olympus_Mons')).toThrow(RangeError);
  });
});
