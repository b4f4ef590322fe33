import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recurringOccurrences, type Recurring } from '../../../shared/agenda/recurring.ts';
import { wallInstant } from '../../../shared/agenda/wall-clock.ts';
import { content } from './support.ts';

const lunch: Recurring = {
  id: 'lunch',
  presetId: 'lunch',
  content: content('Lunch'),
  weekdays: [1, 2, 3, 4, 5],
  from: { hour: 13, minute: 0 },
  to: { hour: 14, minute: 0 },
  everyWeeks: 1,
  firstDay: '2026-01-01',
  lastDay: null,
  timeZone: 'Europe/Moscow',
  except: [],
  enabled: true,
};

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const days = (rule: Recurring, from: string, to: string): string[] =>
  recurringOccurrences(rule, at(from), at(to)).map(({ id }) => id.split(':')[2] ?? '');

describe('a recurring status', () => {
  it('comes on its weekdays, at its times in its zone', () => {
    const found = recurringOccurrences(lunch, at('2026-11-25T00:00Z'), at('2026-12-01T00:00Z'));
    expect(found.map(({ start, end }) => [start, end])).toEqual(
      ['25', '26', '27', '30'].map((day) => [at(`2026-11-${day}T10:00Z`), at(`2026-11-${day}T11:00Z`)]),
    );
  });

  it('comes every second week, counted from the week of its first day', () => {
    const rule: Recurring = { ...lunch, weekdays: [1, 3], everyWeeks: 2, firstDay: '2026-11-25' };
    expect(days(rule, '2026-11-20T00:00Z', '2026-12-25T00:00Z')).toEqual([
      '2026-11-25',
      '2026-12-07',
      '2026-12-09',
      '2026-12-21',
      '2026-12-23',
    ]);
  });

  it('leaves out its exceptions, days before its first and after its last', () => {
    const rule: Recurring = { ...lunch, except: ['2026-11-26'], firstDay: '2026-11-25', lastDay: '2026-11-27' };
    expect(days(rule, '2026-11-01T00:00Z', '2026-12-25T00:00Z')).toEqual(['2026-11-25', '2026-11-27']);
  });

  it('does not come while it is switched off', () => {
    expect(days({ ...lunch, enabled: false }, '2026-11-01T00:00Z', '2026-12-01T00:00Z')).toEqual([]);
  });

  it('may last over midnight, and then belongs to the evening', () => {
    const night: Recurring = { ...lunch, weekdays: [5], from: { hour: 22, minute: 0 }, to: { hour: 6, minute: 0 } };
    const [found] = recurringOccurrences(night, at('2026-11-28T00:00Z'), at('2026-11-28T01:00Z'));
    expect(found).toMatchObject({ start: at('2026-11-27T19:00Z'), end: at('2026-11-28T03:00Z') });
  });

  it('is the same occurrence however the span is cut', () => {
    const whole = recurringOccurrences(lunch, at('2026-11-23T00:00Z'), at('2026-11-28T00:00Z'));
    const cut = whole.flatMap(({ start, end }) => recurringOccurrences(lunch, start + 1, (end ?? 0) - 1));
    expect(cut).toEqual(whole);
  });
});

describe('a time on the wall clock', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  /** Days of every zone near a change of its clocks this year and next, and an ordinary one. */
  const dayOf = (zone: string, index: number): Temporal.PlainDate => {
    let moment = Temporal.ZonedDateTime.from(`2026-01-10T12:00[${zone}]`);
    for (let each = 0; each < index; each += 1)
      moment = moment.getTimeZoneTransition('next') ?? moment.add({ days: 17 });
    return moment.toPlainDate();
  };

  it('comes at the first minute that shows it or a later one, in every zone, on days whose clocks move too', () => {
    const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3 }), time, (zone, index, wall) => {
        const date = dayOf(zone, index);
        const wanted = date.toPlainDateTime(wall);
        // Minute by minute from the noon before, as somebody would who watches the clock.
        let seen = date.subtract({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
        while (Temporal.PlainDateTime.compare(seen.toPlainDateTime(), wanted) < 0) {
          const hour = seen.add({ hours: 1 });
          const near =
            Temporal.PlainDateTime.compare(hour.toPlainDateTime(), wanted) >= 0 || hour.offset !== seen.offset;
          seen = near ? seen.add({ minutes: 1 }) : hour;
        }
        expect(wallInstant(date, wall, zone)).toBe(seen.epochMilliseconds);
      }),
      { numRuns: 400 },
    );
  });

  it('skipped by the clocks, has come with the jump, so that an interval inside the jump does not come at all', () => {
    const rule: Recurring = {
      ...lunch,
      timeZone: 'Europe/Berlin',
      weekdays: [7],
      from: { hour: 2, minute: 10 },
      to: { hour: 2, minute: 50 },
    };
    expect(days(rule, '2026-03-28T00:00Z', '2026-03-30T00:00Z')).toEqual([]);
    const longer = recurringOccurrences(
      { ...rule, to: { hour: 4, minute: 0 } },
      at('2026-03-28T00:00Z'),
      at('2026-03-30T00:00Z'),
    );
    expect(longer).toMatchObject([{ start: at('2026-03-29T01:00Z'), end: at('2026-03-29T02:00Z') }]);
  });
});
