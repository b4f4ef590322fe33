import { beforeEach, describe, expect, it } from 'vitest';
import { createServerClock, type ServerClock } from '../../../../electron/services/pachca/server-clock.ts';
import { createFakeClock, type FakeClock } from '../../../support/clock.ts';

const DAY = 86_400_000;

let clock: FakeClock;
let server: ServerClock;
beforeEach(() => {
  clock = createFakeClock('2026-11-25T09:00:00.250Z');
  server = createServerClock(clock);
});

/** An answer of a server whose clock is ahead by `ahead` milliseconds, after a way of `way`. */
async function answer(ahead: number, { way = 100, age = null as string | null, date = '' } = {}): Promise<void> {
  const sent = { wall: clock.now(), monotonic: clock.monotonic() };
  await clock.advance(way / 2);
  const written = date || new Date(clock.now() + ahead).toUTCString();
  await clock.advance(way / 2);
  server.learn({ date: written, age }, sent);
}

describe('the server’s clock', () => {
  it('is not known before an answer', () => {
    expect(server.offset()).toBeNull();
  });

  it.each([0, DAY, -DAY, 61_000, -3_600_000])('is %d ms ahead where its answers say so, to a second', async (ahead) => {
    await answer(ahead);
    expect(Math.abs((server.offset() ?? NaN) - ahead)).toBeLessThan(1_000);
  });

  it('is known ever better', async () => {
    for (let n = 0; n < 20; n += 1) {
      await answer(5_000);
      await clock.advance(1_370);
    }
    expect(Math.abs((server.offset() ?? NaN) - 5_000)).toBeLessThan(200);
  });

  it.each([
    ['no date', { date: ' ' }],
    ['no HTTP date', { date: '2026-11-25T09:00:00Z' }],
    ['a date before there was such a server', { date: 'Thu, 01 Jan 1970 00:00:00 GMT' }],
    ['a date after this century', { date: 'Wed, 01 Jan 2200 00:00:00 GMT' }],
    ['the age of something a cache kept', { age: '120' }],
    ['an age that is no number', { age: 'old' }],
    ['an answer that took too long', { way: 20_000 }],
  ])('learns nothing from %s', async (_, odd) => {
    await answer(DAY, odd);
    expect(server.offset()).toBeNull();
  });

  it('learns nothing from an answer during which this computer’s clock was set', () => {
    const sent = { wall: clock.now(), monotonic: clock.monotonic() };
    clock.sleep(DAY);
    server.learn({ date: new Date(clock.now()).toUTCString(), age: null }, sent);
    expect(server.offset()).toBeNull();
  });

  it('is not believed to jump because of one odd answer, but where the next one agrees', async () => {
    await answer(0);
    await answer(-DAY);
    expect(Math.abs(server.offset() ?? NaN)).toBeLessThan(1_000);
    await answer(0);
    await answer(-DAY);
    expect(Math.abs(server.offset() ?? NaN)).toBeLessThan(1_000);
    await answer(-DAY);
    expect(Math.abs((server.offset() ?? NaN) + DAY)).toBeLessThan(1_000);
  });

  it('is as far away as before after a sleep, and seen anew at once where this computer’s clock was set', async () => {
    await answer(5_000);
    clock.sleep(DAY);
    expect(Math.abs((server.offset() ?? NaN) - 5_000)).toBeLessThan(1_000);
    await answer(-DAY);
    expect(Math.abs((server.offset() ?? NaN) + DAY)).toBeLessThan(1_000);
  });
});
