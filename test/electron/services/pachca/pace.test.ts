import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPace, createPaces, PER_SECOND, type Pace } from '../../../../electron/services/pachca/pace.ts';
import { MAX_WAIT } from '../../../../electron/services/pachca/retry.ts';
import { appError } from '../../../../shared/errors.ts';
import { createFakeClock, type FakeClock } from '../../../support/clock.ts';

const START = '2026-11-25T09:00:00Z';
const asked = (left: number) => appError('rate_limited', { retryAfter: Math.ceil(left / 1000) });

let clock: FakeClock;
let pace: Pace;
let left: { name: string; at: number }[];
beforeEach(() => {
  clock = createFakeClock(START);
  pace = createPace(clock);
  left = [];
});

/** Something wants to leave; `left` notes when it does. */
function depart(name: string, isChange: boolean, more: Partial<Parameters<Pace['turn']>[0]> = {}) {
  const turn = pace.turn({ isChange, ...more });
  void turn.then((result) => {
    if (result === 'go') left.push({ name, at: clock.monotonic() });
  });
  return turn;
}

describe('a wait the server asks for', () => {
  it('holds whoever asks, and tells until when', async () => {
    pace.hold(3_000, asked);
    const told: number[] = [];
    void depart('read', false, { onWait: (until) => told.push(until - clock.now()) });
    await clock.advance(1_000);
    void depart('change', true, { onWait: (until) => told.push(until - clock.now()) });
    await clock.advance(1_999);
    expect(left).toEqual([]);
    expect(told).toEqual([3_000, 2_000]);
    await clock.advance(1);
    expect(left.map(({ name }) => name)).toEqual(['change', 'read']);
  });

  it('lets the newest change leave first, then the older ones, then what only asks', async () => {
    pace.hold(1_000, asked);
    for (const name of ['read 1', 'change 1', 'read 2', 'change 2']) void depart(name, name.startsWith('change'));
    await clock.advance(1_000);
    expect(left.map(({ name }) => name)).toEqual(['change 2', 'change 1', 'read 1', 'read 2']);
  });

  it('forgets one that is given up, and leaves no timer behind', async () => {
    pace.hold(1_000, asked);
    const giveUp = new AbortController();
    const turn = depart('change', true, { signal: giveUp.signal });
    giveUp.abort();
    expect(await turn).toBe('aborted');
    expect(clock.waiting).toBe(0);
    expect(await pace.turn({ isChange: true, signal: AbortSignal.abort() })).toBe('aborted');
  });

  it('can be given up by the very call that is told of it', async () => {
    pace.hold(1_000, asked);
    const giveUp = new AbortController();
    const turn = depart('change', true, { signal: giveUp.signal, onWait: () => giveUp.abort() });
    expect(await turn).toBe('aborted');
    expect(clock.waiting).toBe(0);
  });

  it('only ever moves away, and that is told too', async () => {
    pace.hold(3_000, asked);
    pace.hold(1_000, asked);
    const told: number[] = [];
    let tries = 0;
    void depart('change', true, { onWait: (until) => told.push(until - clock.now()), onTry: () => (tries += 1) });
    await clock.advance(1_000);
    pace.hold(5_000, asked);
    await clock.advance(4_999);
    expect(left).toEqual([]);
    expect(told).toEqual([3_000, 5_000]);
    await clock.advance(1);
    expect(left).toHaveLength(1);
    expect(tries).toBe(1);
  });

  it('of more than a minute keeps nobody waiting: each is told what is left', async () => {
    pace.hold(3_600_000, asked);
    expect(await depart('change', true)).toMatchObject({ code: 'rate_limited', params: { retryAfter: 3_600 } });
    await clock.advance(1_800_000);
    expect(await depart('read', false)).toMatchObject({ params: { retryAfter: 1_800 } });
    await clock.advance(1_800_000 - MAX_WAIT);
    void depart('patient', false);
    await clock.advance(MAX_WAIT);
    expect(left.map(({ name }) => name)).toEqual(['patient']);
  });

  it('that is long goes on while the computer sleeps', async () => {
    pace.hold(3_600_000, asked);
    clock.sleep(3_600_000);
    expect(await depart('read', false)).toBe('go');
  });

  it('that is short is no shorter where the clock is set meanwhile', async () => {
    pace.hold(10_000, asked);
    clock.sleep(86_400_000);
    void depart('read', false);
    await clock.advance(9_999);
    expect(left).toEqual([]);
  });

  it('is never cut short, and fewer than 50 leave in any second, whatever comes when', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('depart' as const), isChange: fc.boolean() }),
      fc.record({ do: fc.constant('hold' as const), ms: fc.integer({ min: 1, max: 5_000 }) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 700 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 120 }), async (steps) => {
        clock = createFakeClock(START, () => Promise.resolve());
        pace = createPace(clock);
        left = [];
        let until = 0;
        for (const each of steps) {
          if (each.do === 'pass') await clock.advance(each.ms);
          else if (each.do === 'hold') {
            pace.hold(each.ms, asked);
            until = Math.max(until, clock.monotonic() + each.ms);
          } else {
            const mine = until;
            void pace.turn({ isChange: each.isChange }).then(() => {
              left.push({ name: String(mine), at: clock.monotonic() });
            });
          }
        }
        await clock.advance(20_000);
        expect(left).toHaveLength(steps.filter((each) => each.do === 'depart').length);
        for (const { name, at } of left) expect(at).toBeGreaterThanOrEqual(Number(name));
        const busiest = left.map(({ at }) => left.filter((other) => other.at > at - 1_000 && other.at <= at).length);
        expect(Math.max(0, ...busiest)).toBeLessThan(50);
      }),
      { numRuns: 60 },
    );
  });
});

it('lets no more than its share leave at once, and the rest a second later', async () => {
  for (let n = 0; n < PER_SECOND + 5; n += 1) void depart(String(n), false);
  await clock.advance(0);
  expect(left).toHaveLength(PER_SECOND);
  await clock.advance(1_000);
  expect(left).toHaveLength(PER_SECOND + 5);
});

it('is one for a token of a server, and another for another', () => {
  const paces = createPaces(clock);
  expect(paces.of('https://a.example', 'x')).toBe(paces.of('https://a.example', 'x'));
  expect(paces.of('https://a.example', 'x')).not.toBe(paces.of('https://a.example', 'y'));
  expect(paces.of('https://a.example', 'x')).not.toBe(paces.of('https://b.example', 'x'));
});
