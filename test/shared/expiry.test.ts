import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeDate,
  changeTime,
  DEFAULT_WORK_END,
  DEFAULT_WORK_START,
  fieldsOf,
  localMoment,
  quickRules,
  resolveExpiry,
  sameRule,
  type ExpiryContext,
  type ExpiryRule,
  type Weekday,
  type WorkWeek,
} from '../../shared/expiry.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const FROM = Date.UTC(2025, 0);
const TO = Date.UTC(2037, 0);

/** Epoch milliseconds of a moment that is written with its offset. */
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const zoned = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
const dateOf = (instant: number, timeZone: string) => zoned(instant, timeZone).toPlainDate();

const nineToSix: WorkWeek = { workStart: DEFAULT_WORK_START, workEnd: DEFAULT_WORK_END, weekStart: 1 };
const inMoscow: ExpiryContext = { timeZone: 'Europe/Moscow', ...nineToSix };

function resolve(rule: ExpiryRule, now: number, timeZone: string, week: Partial<WorkWeek> = {}): number {
  const end = resolveExpiry(rule, now, { timeZone, ...nineToSix, ...week });
  if (!end.ok || end.value === null) throw new Error(`This rule has an end: ${JSON.stringify(end)}`);
  return end.value;
}

/** The end as a local date and time, or the code of the error. */
function resolved(rule: ExpiryRule, now: string, context = inMoscow): string {
  const end = resolveExpiry(rule, at(now), context);
  if (!end.ok) return end.error.code;
  return end.value === null ? 'never' : zoned(end.value, context.timeZone).toPlainDateTime().toString();
}

const endOfDay: ExpiryRule = { kind: 'endOfDay' };
const until = (weekday: Weekday): ExpiryRule => ({ kind: 'nextWeekday', weekday });
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The moments from 2025 to 2036 at which a zone's clocks move. */
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

describe('around every move of the clocks from 2025 to 2036, in every zone that has one', () => {
  const { hour: start } = DEFAULT_WORK_START;

  it('each rule ends later than now, on the day and at the time it names', () => {
    for (const { timeZone, moves } of movingZones) {
      for (const move of moves) {
        for (const now of [move - 24 * HOUR, move - 1, move]) {
          const ends = (rule: ExpiryRule) => zoned(resolve(rule, now, timeZone), timeZone);
          const day = ends({ kind: 'endOfDay' });
          const morning = ends({ kind: 'tomorrowMorning' });
          const problems = [
            day.epochMilliseconds <= now && 'the end of the day has passed',
            day.add({ milliseconds: 1 }).toPlainDate().equals(day.toPlainDate()) && 'the day goes on',
            morning.hour !== start && 'no morning',
            morning.epochMilliseconds <= now && 'the morning has passed',
            resolve({ kind: 'duration', minutes: 1500 }, now, timeZone) !== now + 1500 * MINUTE && 'another length',
          ];
          expect(problems.filter(Boolean), `${timeZone} at ${now}`).toEqual([]);
        }
      }
    }
  });
});

describe('a status without an end', () => {
  it('has none', () => {
    expect(resolveExpiry({ kind: 'none' }, FROM, inMoscow)).toEqual({ ok: true, value: null });
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
        const end = resolve(until(weekday), now, timeZone, { workStart: start });
        const local = zoned(end, timeZone);
        // Clocks in Greenland jump from 23:00 over midnight: what is named on that day comes when the next one begins.
        const day = local.toPlainDate().subtract({ days: local.dayOfWeek === weekday ? 0 : 1 });
        const late = day.toPlainDateTime(start).until(local.toPlainDateTime()).total('minutes');
        expect(end).toBeGreaterThan(now);
        expect(day.dayOfWeek).toBe(weekday);
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

describe('the end of the work day', () => {
  const endOfWorkDay: ExpiryRule = { kind: 'endOfWorkDay' };

  it.each([
    ['during work', '2026-11-25T12:00+03:00', '2026-11-25T18:00:00'],
    ['early in the morning', '2026-11-25T03:00+03:00', '2026-11-25T18:00:00'],
    ['when work ends', '2026-11-25T18:00+03:00', '2026-11-26T18:00:00'],
    ['in the evening', '2026-11-25T22:00+03:00', '2026-11-26T18:00:00'],
  ])('said %s is today’s, or tomorrow’s once that has passed', (_, now, end) => {
    expect(resolved(endOfWorkDay, now)).toBe(end);
  });

  it('of somebody who works at night is the next morning', () => {
    const atNight = { ...inMoscow, workStart: { hour: 22, minute: 0 }, workEnd: { hour: 6, minute: 0 } };
    expect(resolved(endOfWorkDay, '2026-11-25T23:00+03:00', atNight)).toBe('2026-11-26T06:00:00');
    expect(resolved(endOfWorkDay, '2026-11-26T02:00+03:00', atNight)).toBe('2026-11-26T06:00:00');
  });

  it('lies ahead, within today and tomorrow, in every zone', () => {
    fc.assert(
      fc.property(zoneAndNow, ({ timeZone, now }) => {
        const end = resolve(endOfWorkDay, now, timeZone);
        expect(end).toBeGreaterThan(now);
        expect(zoned(end, timeZone).toPlainTime().toString()).toBe('18:00:00');
        expect(dateOf(now, timeZone).until(dateOf(end, timeZone)).days).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});

describe('tomorrow morning', () => {
  it('is the start of work on the next date, in every zone', () => {
    fc.assert(
      fc.property(zoneAndNow, ({ timeZone, now }) => {
        const end = zoned(resolve({ kind: 'tomorrowMorning' }, now, timeZone), timeZone);
        expect(end.toPlainDate().toString()).toBe(dateOf(now, timeZone).add({ days: 1 }).toString());
        expect(end.toPlainTime().toString()).toBe('09:00:00');
      }),
      RUNS,
    );
  });
});

describe('the end of the week', () => {
  const endOfWeek: ExpiryRule = { kind: 'endOfWeek' };

  it.each([
    ['Monday', '2026-11-23T00:00+03:00', 1, '2026-11-29T23:59:59.999'],
    ['Wednesday', '2026-11-25T12:00+03:00', 1, '2026-11-29T23:59:59.999'],
    ['that Sunday', '2026-11-29T12:00+03:00', 1, '2026-11-29T23:59:59.999'],
    ['the last moment of Sunday', '2026-11-29T23:59:59.999+03:00', 1, '2026-12-06T23:59:59.999'],
    ['Wednesday, where weeks start on Sunday', '2026-11-25T12:00+03:00', 7, '2026-11-28T23:59:59.999'],
    ['Sunday, where weeks start on Sunday', '2026-11-29T12:00+03:00', 7, '2026-12-05T23:59:59.999'],
    ['Friday, where weeks start on Saturday', '2026-11-27T12:00+03:00', 6, '2026-11-27T23:59:59.999'],
  ] as const)('said on %s', (_, now, weekStart, end) => {
    expect(resolved(endOfWeek, now, { ...inMoscow, weekStart })).toBe(end);
  });

  it('is the last millisecond before a week starts, at most seven days ahead, in every zone', () => {
    fc.assert(
      fc.property(zoneAndNow, fc.constantFrom(...weekdays), ({ timeZone, now }, weekStart) => {
        const end = resolve(endOfWeek, now, timeZone, { weekStart });
        expect(end).toBeGreaterThan(now);
        expect(zoned(end + 1, timeZone).dayOfWeek).toBe(weekStart);
        expect(zoned(end, timeZone).dayOfWeek).not.toBe(weekStart);
        expect(dateOf(now, timeZone).until(dateOf(end, timeZone)).days).toBeLessThanOrEqual(7);
      }),
      RUNS,
    );
  });
});

describe('a time today', () => {
  it.each([
    [18, 30, '2026-11-25T12:00+03:00', '2026-11-25T18:30:00'],
    [12, 1, '2026-11-25T12:00:59+03:00', '2026-11-25T12:01:00'],
    [12, 0, '2026-11-25T12:00+03:00', 'end_in_past'],
    [9, 0, '2026-11-25T12:00+03:00', 'end_in_past'],
    [0, 0, '2026-11-25T12:00+03:00', 'end_in_past'],
    [24, 0, '2026-11-25T12:00+03:00', 'bad_input'],
    [12, 60, '2026-11-25T12:00+03:00', 'bad_input'],
    [-1, 0, '2026-11-25T12:00+03:00', 'bad_input'],
    [Number.NaN, 0, '2026-11-25T12:00+03:00', 'bad_input'],
  ])('%i:%i', (hour, minute, now, end) => {
    expect(resolved({ kind: 'time', hour, minute }, now)).toBe(end);
  });

  it('that the clocks skip is as much later as they jump', () => {
    const inBerlin = { ...inMoscow, timeZone: 'Europe/Berlin' };
    expect(resolved({ kind: 'time', hour: 2, minute: 30 }, '2026-03-29T01:00+01:00', inBerlin)).toBe(
      '2026-03-29T03:30:00',
    );
  });

  it('that comes twice is the first one that lies ahead', () => {
    const half = { kind: 'time', hour: 2, minute: 30 } as const;
    const end = (now: string) => resolve(half, at(now), 'Europe/Berlin');
    expect(end('2026-10-25T02:00+02:00')).toBe(at('2026-10-25T02:30+02:00'));
    expect(end('2026-10-25T02:45+02:00')).toBe(at('2026-10-25T02:30+01:00'));
    expect(resolved(half, '2026-10-25T02:45+01:00', { ...inMoscow, timeZone: 'Europe/Berlin' })).toBe('end_in_past');
  });

  it('is today, at that time or by a jump of the clocks later, or refused, in every zone', () => {
    const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
    fc.assert(
      fc.property(zoneAndNow, time, ({ timeZone, now }, { hour, minute }) => {
        const end = resolveExpiry({ kind: 'time', hour, minute }, now, { timeZone, ...nineToSix });
        const today = dateOf(now, timeZone);
        const named = today.toPlainDateTime({ hour, minute });
        const last = named.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
        if (!end.ok || end.value === null) {
          expect(end).toMatchObject({ error: { code: 'end_in_past' } });
          expect(last).toBeLessThanOrEqual(now);
          return;
        }
        expect(end.value).toBeGreaterThan(now);
        expect(end.value).toBeLessThanOrEqual(last);
        const clock = zoned(end.value, timeZone).toPlainDateTime();
        const exists = zoned(last, timeZone).toPlainDateTime().equals(named);
        expect(exists ? clock.equals(named) : Temporal.PlainDateTime.compare(clock, named) > 0).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('a date', () => {
  const noon = '2026-11-25T12:00+03:00';

  it.each([
    ['2026-12-10', 'lastDayAway', '2026-12-10T23:59:59.999'],
    ['2026-12-10', 'firstDayBack', '2026-12-10T09:00:00'],
    ['2026-11-25', 'lastDayAway', '2026-11-25T23:59:59.999'],
    ['2026-11-25', 'firstDayBack', 'end_in_past'],
    ['2026-11-24', 'lastDayAway', 'end_in_past'],
    ['2028-02-29', 'firstDayBack', '2028-02-29T09:00:00'],
    ['2027-02-29', 'firstDayBack', 'bad_input'],
    ['2026-13-01', 'lastDayAway', 'bad_input'],
    ['', 'lastDayAway', 'bad_input'],
    ['10.12.2026', 'lastDayAway', 'bad_input'],
    ['2026-12-10T10:00', 'lastDayAway', 'bad_input'],
    ['2026-12-10[u-ca=hebrew]', 'lastDayAway', 'bad_input'],
  ] as const)('%s as the %s', (date, means, end) => {
    expect(resolved({ kind: 'date', date, means }, noon)).toBe(end);
  });

  it('away and the day back after it are hours apart, and of the dates that were named, in every zone', () => {
    fc.assert(
      fc.property(zoneAndNow, fc.integer({ min: 1, max: 400 }), ({ timeZone, now }, days) => {
        const last = dateOf(now, timeZone).add({ days });
        const back = last.add({ days: 1 });
        const endOfLast = resolve({ kind: 'date', date: last.toString(), means: 'lastDayAway' }, now, timeZone);
        const start = resolve({ kind: 'date', date: back.toString(), means: 'firstDayBack' }, now, timeZone);
        expect(dateOf(endOfLast, timeZone).toString()).toBe(last.toString());
        expect(dateOf(endOfLast + 1, timeZone).toString()).toBe(back.toString());
        expect(zoned(start, timeZone).toPlainDateTime().toString()).toBe(`${back.toString()}T09:00:00`);
      }),
      RUNS,
    );
  });
});

describe('a date and time', () => {
  it.each([
    ['2026-12-10', 15, 0, '2026-12-10T15:00:00'],
    ['2026-11-25', 12, 0, 'end_in_past'],
    ['2026-02-30', 12, 0, 'bad_input'],
    ['2026-12-10', 25, 0, 'bad_input'],
  ])('%s %i:%i', (date, hour, minute, end) => {
    expect(resolved({ kind: 'dateTime', date, hour, minute }, '2026-11-25T12:00+03:00')).toBe(end);
  });

  it('and the fields it came from are the same moment, in every zone', () => {
    fc.assert(
      fc.property(zoneAndNow, fc.integer({ min: 2, max: 60 * 24 * 400 }), ({ timeZone, now }, minutes) => {
        const end = Math.ceil((now + minutes * MINUTE) / MINUTE) * MINUTE;
        const back = resolve({ kind: 'dateTime', ...localMoment(end, timeZone) }, now, timeZone);
        // Of a time that comes twice, the first one is meant.
        const hours = zoned(end, timeZone).toPlainDateTime();
        expect(zoned(back, timeZone).toPlainDateTime().toString()).toBe(hours.toString());
        expect(back).toBeLessThanOrEqual(end);
      }),
      RUNS,
    );
  });
});

describe('another date', () => {
  const noon = at('2026-11-25T12:00+03:00');
  const moved = (rule: ExpiryRule) => changeDate(rule, '2026-12-10', noon, inMoscow);

  it('keeps the time that was asked for', () => {
    const at1530 = { kind: 'dateTime', date: '2026-12-10', hour: 15, minute: 30 };
    expect(moved({ kind: 'dateTime', date: '2026-11-30', hour: 15, minute: 30 })).toEqual(at1530);
    expect(moved({ kind: 'time', hour: 15, minute: 30 })).toEqual(at1530);
    expect(moved({ kind: 'duration', minutes: 210 })).toEqual(at1530);
    expect(moved({ kind: 'nextWeekday', weekday: 1 })).toEqual({ ...at1530, hour: 9, minute: 0 });
    expect(moved({ kind: 'tomorrowMorning' })).toEqual({ ...at1530, hour: 9, minute: 0 });
    expect(moved({ kind: 'endOfWorkDay' })).toEqual({ ...at1530, hour: 18, minute: 0 });
  });

  it('keeps the end of a day the end of a day, and a first day back one', () => {
    const lastDay = { kind: 'date', date: '2026-12-10', means: 'lastDayAway' };
    expect(moved({ kind: 'endOfDay' })).toEqual(lastDay);
    expect(moved({ kind: 'endOfWeek' })).toEqual(lastDay);
    expect(moved({ kind: 'none' })).toEqual(lastDay);
    expect(moved({ kind: 'date', date: '2026-11-30', means: 'lastDayAway' })).toEqual(lastDay);
    expect(moved({ kind: 'date', date: '2026-11-30', means: 'firstDayBack' })).toEqual({
      ...lastDay,
      means: 'firstDayBack',
    });
  });

  it('and back again is the time of before, where the clocks skip it on the way too', () => {
    const inBerlin = { ...inMoscow, timeZone: 'Europe/Berlin' };
    const skipped = changeDate(
      { kind: 'dateTime', date: '2026-03-28', hour: 2, minute: 30 },
      '2026-03-29',
      0,
      inBerlin,
    );
    expect(fieldsOf(skipped, 0, inBerlin)).toEqual({ date: '2026-03-29', hour: 2, minute: 30 });
    expect(changeDate(skipped, '2026-03-30', 0, inBerlin)).toEqual({
      kind: 'dateTime',
      date: '2026-03-30',
      hour: 2,
      minute: 30,
    });
  });

  it('that does not exist is reported when the rule is resolved', () => {
    expect(resolved(changeDate({ kind: 'endOfDay' }, '', noon, inMoscow), '2026-11-25T12:00+03:00')).toBe('bad_input');
  });
});

describe('another time', () => {
  it.each<[ExpiryRule, string]>([
    [{ kind: 'none' }, '2026-11-25'],
    [{ kind: 'endOfDay' }, '2026-11-25'],
    [{ kind: 'duration', minutes: 60 * 24 }, '2026-11-26'],
    [{ kind: 'nextWeekday', weekday: 1 }, '2026-11-30'],
    [{ kind: 'date', date: '2026-12-10', means: 'lastDayAway' }, '2026-12-10'],
    [{ kind: 'dateTime', date: '2026-01-01', hour: 9, minute: 0 }, '2026-01-01'],
  ])('keeps the date of %o', (rule, date) => {
    const changed = changeTime(rule, { hour: 15, minute: 30 }, at('2026-11-25T12:00+03:00'), inMoscow);
    expect(changed).toEqual({ kind: 'dateTime', date, hour: 15, minute: 30 });
  });
});

describe('the fields of an editor', () => {
  it.each<[ExpiryRule, string]>([
    [{ kind: 'none' }, '2026-11-25 12:0'],
    [{ kind: 'endOfDay' }, '2026-11-25 23:59'],
    [{ kind: 'time', hour: 9, minute: 0 }, '2026-11-25 9:0'],
    [{ kind: 'date', date: '2026-12-10', means: 'lastDayAway' }, '2026-12-10 23:59'],
    [{ kind: 'date', date: '2026-12-10', means: 'firstDayBack' }, '2026-12-10 9:0'],
    [{ kind: 'nextWeekday', weekday: 1 }, '2026-11-30 9:0'],
  ])('show the moment of %o, one that has passed too', (rule, fields) => {
    const { date, hour, minute } = fieldsOf(rule, at('2026-11-25T12:00+03:00'), inMoscow);
    expect(`${date} ${hour}:${minute}`).toBe(fields);
  });
});

describe('the quick choices', () => {
  it('work at any moment in every zone: each has an end that lies ahead, or none', () => {
    fc.assert(
      fc.property(zoneAndNow, fc.constantFrom(...quickRules), ({ timeZone, now }, rule) => {
        const end = resolveExpiry(rule, now, { timeZone, ...nineToSix });
        expect(end.ok && (end.value === null || end.value > now)).toBe(true);
      }),
      RUNS,
    );
  });

  it('are ten that differ', () => {
    expect(quickRules).toHaveLength(10);
    for (const [index, rule] of quickRules.entries()) {
      expect(quickRules.findIndex((other) => sameRule(rule, other))).toBe(index);
    }
  });
});

describe('two rules', () => {
  it('are the same where kind and all of the rest are', () => {
    const monday = until(1);
    expect(sameRule(monday, { weekday: 1, kind: 'nextWeekday' })).toBe(true);
    expect(sameRule(monday, until(2))).toBe(false);
    expect(sameRule(endOfDay, { kind: 'endOfWeek' })).toBe(false);
    expect(
      sameRule(
        { kind: 'date', date: '2026-12-10', means: 'lastDayAway' },
        { kind: 'date', date: '2026-12-10', means: 'firstDayBack' },
      ),
    ).toBe(false);
  });
});

describe('what names no moment', () => {
  it.each([0, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER])(
    'is bad input: a length of %d minutes',
    (minutes) => {
      expect(resolved({ kind: 'duration', minutes }, '2026-11-25T12:00+03:00')).toBe('bad_input');
    },
  );

  it.each([endOfDay, until(1)])('is bad input: a zone that this computer does not know, in %o', (rule) => {
    expect(resolveExpiry(rule, FROM, { ...inMoscow, timeZone: 'Mars/Olympus_Mons' })).toMatchObject({
      ok: false,
      error: { code: 'bad_input', params: { field: 'expiry' } },
    });
  });
});
