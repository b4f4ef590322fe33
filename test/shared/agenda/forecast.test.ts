import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Held } from '../../../shared/agenda/decide.ts';
import { forecast } from '../../../shared/agenda/forecast.ts';
import type { AutomaticSource, Occurrence } from '../../../shared/agenda/occurrence.ts';
import { byHand, occurrence } from './support.ts';

const UNTIL = 100;

/**
 * What should hold at an instant, straight from the sentence: what was set by hand and has an end is let finish, what has
 * none may be covered. No memory, no order of events: an independent way to the same answer.
 */
function holdsAt(
  at: number,
  occurrences: readonly Occurrence[],
  hand: Held | null,
  takenOver: ReadonlySet<string>,
): string | null {
  if (hand && hand.end !== null && at < hand.end) return null;
  const order: readonly AutomaticSource[] = ['plan', 'calendar', 'recurring', 'presence'];
  const openLeave = hand?.end === null && hand.isAway;
  const on = occurrences
    .filter(({ id, start, end, source }) => {
      if (takenOver.has(id) || start > at || (end !== null && end <= at)) return false;
      return !openLeave || source === 'plan';
    })
    .sort(
      (a, b) =>
        order.indexOf(a.source) - order.indexOf(b.source) ||
        b.rank - a.rank ||
        b.start - a.start ||
        (a.end ?? Infinity) - (b.end ?? Infinity) ||
        (a.id < b.id ? -1 : 1),
    );
  return on[0]?.id ?? null;
}

const anyOccurrences = fc
  .array(
    fc.record({
      source: fc.constantFrom<AutomaticSource>('plan', 'calendar', 'recurring'),
      start: fc.integer({ min: -20, max: 110 }),
      length: fc.integer({ min: 1, max: 40 }),
      rank: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map(({ source, start, length, rank }, index) =>
      occurrence(`o${index}`, source, start, start + length, source === 'calendar' ? rank : 0),
    ),
  );

const anyHand = fc.option(
  fc
    .record({ end: fc.option(fc.integer({ min: 1, max: 120 })), isAway: fc.boolean() })
    .map(({ end, isAway }) => byHand(end, isAway)),
);

describe('the forecast', () => {
  it('says at every instant what the sentence says', () => {
    fc.assert(
      fc.property(anyOccurrences, anyHand, fc.integer({ min: 0, max: 8 }), (occurrences, hand, taken) => {
        const takenOver = new Set(occurrences.slice(0, taken % 3).map(({ id }) => id));
        const prospects = forecast({ now: 0, occurrences, held: hand, takenOver }, UNTIL);
        for (let at = 0; at < UNTIL; at += 1) {
          const holding = prospects.filter(({ spans }) =>
            spans.some(({ from, to }) => from <= at && (to === null || at < to)),
          );
          const expected = holdsAt(at, occurrences, hand, takenOver);
          expect(holding.map(({ occurrence: { id } }) => id)).toEqual(expected === null ? [] : [expected]);
        }
      }),
    );
  });

  it('gives a reason wherever an occurrence does not hold from its first moment', () => {
    fc.assert(
      fc.property(anyOccurrences, anyHand, (occurrences, hand) => {
        for (const { occurrence: each, spans, reason } of forecast(
          { now: 0, occurrences, held: hand, takenOver: new Set() },
          UNTIL,
        )) {
          const over = each.end !== null && each.end <= 0;
          const onTime = spans[0]?.from === Math.max(each.start, 0);
          expect(reason === null).toBe(onTime || over);
        }
      }),
    );
  });

  it('tells an example as a person would', () => {
    const meeting = occurrence('meeting', 'calendar', 30, 60);
    const lunch = occurrence('lunch', 'recurring', 40, 80);
    const told = forecast({ now: 0, occurrences: [meeting, lunch], held: byHand(45), takenOver: new Set() }, UNTIL);
    expect(told).toEqual([
      { occurrence: meeting, spans: [{ from: 45, to: 60 }], reason: 'hand-has-end' },
      { occurrence: lunch, spans: [{ from: 60, to: 80 }], reason: 'hand-has-end' },
    ]);
  });

  it('brings back what was set by hand without an end, between and after', () => {
    const a = occurrence('a', 'calendar', 10, 20);
    const b = occurrence('b', 'presence', 15, 40);
    const leave = forecast({ now: 0, occurrences: [a, b], held: byHand(null, true), takenOver: new Set() }, UNTIL);
    expect(leave.map(({ spans, reason }) => [spans.length, reason])).toEqual([
      [0, 'open-leave'],
      [0, 'open-leave'],
    ]);
    const plan = occurrence('plan', 'plan', 12, 30);
    const covered = forecast({ now: 0, occurrences: [a, plan], held: byHand(null, true), takenOver: new Set() }, UNTIL);
    expect(covered.map(({ spans }) => spans)).toEqual([[], [{ from: 12, to: 30 }]]);
  });
});
