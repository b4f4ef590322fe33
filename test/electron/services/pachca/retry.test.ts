import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isRetried,
  MAX_RETRIES,
  MAX_WAIT,
  parseRetryAfter,
  sleep,
  waitBefore,
} from '../../../../electron/services/pachca/retry.ts';
import { createFakeClock } from '../../../support/clock.ts';
import { anyText } from './support.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const DAY = 86_400_000;
const httpDate = (instant: number): string => new Date(instant).toUTCString();

describe('isRetried', () => {
  it('repeats 429 and the four statuses of a server in trouble, and nothing else', () => {
    const repeated = Array.from({ length: 600 }, (_, status) => status).filter(isRetried);
    expect(repeated).toEqual([429, 500, 502, 503, 504]);
  });
});

describe('parseRetryAfter', () => {
  it.each([
    ['1', 1000],
    ['60', 60_000],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['0.0001', 1],
    ['3600', 3_600_000],
    ['99999999999', DAY],
    ['9'.repeat(400), DAY],
  ])('reads %s as seconds', (header, expected) => {
    expect(parseRetryAfter(header, null, NOW)).toBe(expected);
  });

  it.each([null, '', 'soon', '-5', '0', '0.0', 'NaN', 'Infinity', '1e3', '0x10', '5, 6', '5s', '2026-11-21', '1.2.3'])(
    'takes %j as not said',
    (header) => {
      expect(parseRetryAfter(header, null, NOW)).toBeNull();
    },
  );

  it('measures a date against the response’s own date, so that a wrong clock here does not matter', () => {
    const serverNow = NOW + 5 * 3_600_000;
    expect(parseRetryAfter(httpDate(serverNow + 20_000), httpDate(serverNow), NOW)).toBe(20_000);
  });

  it.each([null, '', 'yesterday'])(
    'measures a date against this computer’s clock where the response’s is %j',
    (date) => {
      expect(parseRetryAfter(httpDate(NOW + 20_000), date, NOW)).toBe(20_000);
    },
  );

  it.each([
    ['IMF-fixdate', 'Sat, 21 Nov 2026 09:00:30 GMT'],
    ['RFC 850', 'Saturday, 21-Nov-26 09:00:30 GMT'],
    ['asctime', 'Sat Nov 21 09:00:30 2026'],
  ])('reads a date in the form of %s', (_, header) => {
    expect(parseRetryAfter(header, null, NOW)).toBe(30_000);
  });

  it.each([
    ['has passed', httpDate(NOW - 1000)],
    ['is now', httpDate(NOW)],
    ['does not exist', 'Sat, 77 Nov 2026 09:00:30 GMT'],
    ['has no zone', 'Sat, 21 Nov 2026 09:00:30'],
  ])('takes a date that %s as not said', (_, header) => {
    expect(parseRetryAfter(header, null, NOW)).toBeNull();
  });

  it('gives null or a wait of at most a day, never NaN, whatever the headers hold', () => {
    const header = fc.oneof(
      anyText,
      fc.double().map(String),
      fc.bigInt().map(String),
      fc.date({ noInvalidDate: false }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(header, fc.option(header), (retryAfter, date) => {
        const wait = parseRetryAfter(retryAfter, date, NOW);
        if (wait !== null) expect(wait > 0 && wait <= DAY).toBe(true);
      }),
    );
  });
});

describe('waitBefore', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  const retry = fc.integer({ min: 0, max: MAX_RETRIES - 1 });

  it('is 1 s, 2 s and 4 s times 0.5 to 1.5 where the server said nothing', () => {
    const waits = [0, 0.5, 1].map((chance) => [0, 1, 2].map((n) => waitBefore(n, null, chance)));
    expect(waits).toEqual([
      [500, 1000, 2000],
      [1000, 2000, 4000],
      [1500, 3000, 6000],
    ]);
  });

  it('is never earlier than told, at most half a second later, and never longer than the longest wait', () => {
    fc.assert(
      fc.property(retry, fc.integer({ min: 1, max: MAX_WAIT }), random, (n, told, chance) => {
        const wait = waitBefore(n, told, chance) ?? NaN;
        expect(wait).toBeGreaterThanOrEqual(told);
        expect(wait).toBeLessThanOrEqual(Math.min(told + 500, MAX_WAIT));
      }),
    );
  });

  it('does not wait at all where it was told to wait longer than a minute', () => {
    fc.assert(
      fc.property(retry, fc.integer({ min: MAX_WAIT + 1, max: DAY }), random, (n, told, chance) => {
        expect(waitBefore(n, told, chance)).toBeNull();
      }),
    );
  });
});

describe('sleep', () => {
  it('ends when the time is over', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    let over: boolean | null = null;
    const sleeping = sleep(clock, 1000).then((value) => (over = value));
    await clock.advance(999);
    expect(over).toBeNull();
    await clock.advance(1);
    expect(await sleeping).toBe(true);
  });

  it('ends at once when it is given up, and leaves no timer behind', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const giveUp = new AbortController();
    const sleeping = sleep(clock, 1000, giveUp.signal);
    giveUp.abort();
    expect(await sleeping).toBe(false);
    expect(clock.waiting).toBe(0);
  });

  it('does not begin when it was given up before', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    expect(await sleep(clock, 1000, AbortSignal.abort())).toBe(false);
    expect(clock.waiting).toBe(0);
  });
});
