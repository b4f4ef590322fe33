import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentAt, sameStatus, type Status } from '../../shared/status.ts';
import { aStatus, MONDAY_MORNING } from '../support/states.ts';

describe('the status that holds', () => {
  it('is the one the server gave, until its end', () => {
    const status = aStatus({ expiresAt: MONDAY_MORNING });
    expect(currentAt(status, MONDAY_MORNING - 1)).toBe(status);
    expect(currentAt(status, MONDAY_MORNING)).toBeNull();
    expect(currentAt(status, MONDAY_MORNING + 60_000)).toBeNull();
  });

  it('holds for ever where it has no end', () => {
    const status = aStatus({ expiresAt: null });
    expect(currentAt(status, Number.MAX_SAFE_INTEGER)).toBe(status);
  });

  it('is none where there is none', () => {
    expect(currentAt(null, MONDAY_MORNING)).toBeNull();
  });
});

describe('two statuses', () => {
  const status: fc.Arbitrary<Status> = fc.record({
    emoji: fc.constantFrom('🏖️', '🎧'),
    title: fc.constantFrom('On vacation', 'Focus'),
    expiresAt: fc.constantFrom(null, MONDAY_MORNING),
    isAway: fc.boolean(),
    awayMessage: fc.constantFrom(null, '', 'Back soon.'),
  });

  it('are the same when every field is, and only then', () => {
    const either = fc.option(status);
    fc.assert(
      fc.property(either, either, (a, b) => {
        expect(sameStatus(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(sameStatus(a, a && { ...a })).toBe(true);
      }),
    );
  });

  it.each<Partial<Status>>([
    { emoji: '🎧' },
    { title: 'Focus' },
    { expiresAt: null },
    { isAway: false },
    { awayMessage: null },
  ])('differ by %o alone', (change) => {
    expect(sameStatus(aStatus(), aStatus(change))).toBe(false);
  });
});
