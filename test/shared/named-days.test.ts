import { describe, expect, it } from 'vitest';
import { contradictingDay, namedDays } from '../../shared/named-days.ts';

const zone = 'Europe/Moscow';
const at = (local: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

describe('the days a text names', () => {
  it.each([
    'Back on 30 November.',
    'Back on Nov 30',
    'back November 30th, 2026',
    'on the 30th of November',
    'до 30 ноября',
    'вернусь в понедельник, 30 ноября',
    'до 30-го ноября включительно',
    'until 30.11',
    'по 30.11.2026',
    'through 11/30',
    '2026-11-30',
    'с 2 по 30 нояб.',
  ])('finds the 30th of November in "%s"', (text) => {
    expect(contradictingDay(text, at('2026-11-30T09:00'), zone)).toBeNull();
    expect(contradictingDay(text, at('2026-12-11T23:59:59.999'), zone)).toMatchObject({
      kind: 'date',
      dates: [expect.objectContaining({ month: 11, day: 30 })],
    });
  });

  it.each(['back on Monday', 'вернусь в понедельник', 'до понедельника', 'к Пн'])('finds Monday in "%s"', (text) => {
    expect(namedDays(text)).toEqual([{ kind: 'weekday', weekday: 1 }]);
    expect(contradictingDay(text, at('2026-11-30T09:00'), zone)).toBeNull();
    expect(contradictingDay(text, at('2026-12-03T18:00'), zone)).toEqual({ kind: 'weekday', weekday: 1 });
  });

  it.each([
    'In a meeting',
    'Version 11.30 is out',
    'call +7 495 11.30.22',
    'room 30',
    'I answer on Fridays, по понедельникам',
    '31 ноября',
    'at 18.30',
    'с 10 до 18',
  ])('finds none in "%s"', (text) => {
    expect(namedDays(text)).toEqual([]);
  });
});

describe('a message and an end', () => {
  it('agree where it names the last day away, the first day back, or a workday across the weekend', () => {
    const friday = at('2026-12-11T23:59:59.999');
    for (const text of [
      'through 11 December',
      'back on 12 December',
      'back on Monday, 14 December',
      'back on Monday',
    ]) {
      expect(contradictingDay(text, friday, zone), text).toBeNull();
    }
    expect(contradictingDay('по пятницу', at('2026-12-14T09:00'), zone)).toBeNull();
  });

  it('agree where one of several days is the end', () => {
    expect(contradictingDay('Away from 1 December to 11 December', at('2026-12-11T18:00'), zone)).toBeNull();
  });

  it('differ by the year where there is one', () => {
    expect(contradictingDay('until 30.11.2025', at('2026-11-30T09:00'), zone)).not.toBeNull();
  });

  it('agree where there is no end, or no message', () => {
    expect(contradictingDay('back on 30 November', null, zone)).toBeNull();
    expect(contradictingDay(null, at('2026-11-30T09:00'), zone)).toBeNull();
  });
});
