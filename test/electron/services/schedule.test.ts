import { describe, expect, test } from 'vitest';
import { createSchedule } from '../../../electron/services/schedule.ts';
import { createFakeClock } from '../../support/clock.ts';

const setup = () => {
  const clock = createFakeClock('2026-11-21T10:00:20.000Z');
  const events: string[] = [];
  const at = () => new Date(clock.now()).toISOString().slice(11, 23);
  const schedule = createSchedule(clock, {
    onTick: () => events.push(`tick ${at()}`),
    onJump: () => events.push(`jump ${at()}`),
  });
  const ran = (name: string) => () => void events.push(`${name} ${at()}`);
  return { clock, events, schedule, ran };
};

describe('the schedule', () => {
  test('runs what is due at its moment, not at the next minute', async () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('expiry', Date.parse('2026-11-21T10:00:30.500Z'), ran('expiry'));
    await clock.advance(11_000);
    expect(events).toEqual(['expiry 10:00:30.500', 'tick 10:00:30.500']);
  });

  test('ticks as the minute turns', async () => {
    const { clock, events } = setup();
    await clock.advance(160_000);
    expect(events).toEqual(['tick 10:01:00.000', 'tick 10:02:00.000', 'tick 10:03:00.000']);
  });

  test('keeps one timer, however many deadlines there are', () => {
    const { clock, schedule, ran } = setup();
    for (const name of ['a', 'b', 'c']) schedule.set(name, clock.now() + 5_000, ran(name));
    expect(clock.waiting).toBe(1);
  });

  test('a deadline that is set anew replaces the old one, one that is cancelled does not run', async () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('a', clock.now() + 1_000, ran('first'));
    schedule.set('a', clock.now() + 2_000, ran('second'));
    schedule.set('b', clock.now() + 1_500, ran('cancelled'));
    schedule.cancel('b');
    await clock.advance(3_000);
    expect(events.filter((event) => !event.startsWith('tick'))).toEqual(['second 10:00:22.000']);
  });

  test('waits of months are split, so that no timer overflows', async () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('far', clock.now() + 60 * 24 * 3_600_000, ran('far'));
    await clock.advance(120_000);
    expect(events.some((event) => event.startsWith('far'))).toBe(false);
  });

  test('after sleep, what became due runs at the next wake-up and the jump is told once', async () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('expiry', clock.now() + 3_600_000, ran('expiry'));
    clock.sleep(8 * 3_600_000);
    await clock.advance(60_000);
    expect(events.filter((event) => event.startsWith('expiry'))).toHaveLength(1);
    expect(events.filter((event) => event.startsWith('jump'))).toHaveLength(1);
  });

  test('when told that the computer woke up, it looks at the clock at once', () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('expiry', clock.now() + 3_600_000, ran('expiry'));
    clock.sleep(2 * 3_600_000);
    schedule.check();
    expect(events[0]).toBe('expiry 12:00:20.000');
  });

  test('a clock that is set back does not run a deadline early', async () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('expiry', clock.now() + 30_000, ran('expiry'));
    clock.sleep(-3_600_000);
    await clock.advance(60_000);
    expect(events.some((event) => event.startsWith('expiry'))).toBe(false);
    expect(events.some((event) => event.startsWith('jump'))).toBe(true);
  });

  test('what runs may set the next deadline', async () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('a', clock.now() + 1_000, () => schedule.set('b', clock.now() + 1_000, ran('b')));
    await clock.advance(3_000);
    expect(events).toContain('b 10:00:22.000');
  });

  test('nothing runs after stop', async () => {
    const { clock, events, schedule, ran } = setup();
    schedule.set('a', clock.now() + 1_000, ran('a'));
    schedule.stop();
    await clock.advance(120_000);
    expect(events).toEqual([]);
    expect(clock.waiting).toBe(0);
  });
});
