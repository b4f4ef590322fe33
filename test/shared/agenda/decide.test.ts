import { describe, expect, it } from 'vitest';
import { decide, whyNot, type Held, type Situation } from '../../../shared/agenda/decide.ts';
import type { AutomaticSource } from '../../../shared/agenda/occurrence.ts';
import { byHand, occurrence, setFor } from './support.ts';

const NOW = 1_000_000;
const SOON = NOW + 60_000;
const LATER = NOW + 600_000;

const situation = (patch: Partial<Situation>): Situation => ({
  now: NOW,
  occurrences: [],
  held: null,
  takenOver: new Set(),
  ...patch,
});

/** What becomes of an occurrence of each source that begins now, over each kind of status that holds. */
type Verdict = 'set' | 'waits' | 'never';
const automatic: readonly AutomaticSource[] = ['plan', 'calendar', 'recurring', 'presence'];
const other = (source: AutomaticSource) => occurrence('other', source, NOW - 1000, LATER);

const table: readonly [string, Held | null, Readonly<Record<AutomaticSource, Verdict>>][] = [
  ['nothing', null, { plan: 'set', calendar: 'set', recurring: 'set', presence: 'set' }],
  ['by hand, with an end', byHand(SOON), { plan: 'waits', calendar: 'waits', recurring: 'waits', presence: 'waits' }],
  [
    'by hand, away, with an end',
    byHand(SOON, true),
    { plan: 'waits', calendar: 'waits', recurring: 'waits', presence: 'waits' },
  ],
  ['by hand, without an end', byHand(null), { plan: 'set', calendar: 'set', recurring: 'set', presence: 'set' }],
  [
    'an open-ended leave',
    byHand(null, true),
    { plan: 'set', calendar: 'never', recurring: 'never', presence: 'never' },
  ],
  ['a plan', setFor(other('plan')), { plan: 'set', calendar: 'waits', recurring: 'waits', presence: 'waits' }],
  ['the calendar', setFor(other('calendar')), { plan: 'set', calendar: 'set', recurring: 'waits', presence: 'waits' }],
  [
    'a recurring status',
    setFor(other('recurring')),
    { plan: 'set', calendar: 'set', recurring: 'set', presence: 'waits' },
  ],
  ['presence', setFor(other('presence')), { plan: 'set', calendar: 'set', recurring: 'set', presence: 'set' }],
];

describe('every pair of what holds and what begins', () => {
  for (const [name, held, verdicts] of table) {
    it.each(automatic)(`${name}, then %s`, (source) => {
      const begins = occurrence('new', source, NOW, LATER + 1);
      const present = held?.by !== undefined && held.by !== 'hand' ? [other(held.by)] : [];
      const facts = situation({ occurrences: [...present, begins], held });
      const decision = decide(facts);
      if (verdicts[source] === 'set') {
        expect(decision).toMatchObject({ kind: 'set', occurrence: { id: 'new' } });
        expect(whyNot(begins, facts)).toBeNull();
      } else {
        expect(decision.kind).toBe('nothing');
        expect(whyNot(begins, facts)).not.toBeNull();
        // When what holds has ended, what waited sets the rest of its own time.
        const after = decide({ ...facts, now: held?.end ?? LATER, held: held?.end === null ? held : null });
        expect(after.kind).toBe(verdicts[source] === 'waits' ? 'set' : 'nothing');
      }
    });
  }
});

describe('between equals', () => {
  it('the one that began later wins, and the earlier one comes back for the rest of its time', () => {
    const long = occurrence('long', 'calendar', NOW - 5000, LATER);
    const short = occurrence('short', 'calendar', NOW, SOON);
    const occurrences = [long, short];
    expect(decide(situation({ occurrences, held: setFor(long) }))).toMatchObject({
      kind: 'set',
      occurrence: { id: 'short' },
    });
    const after = decide(situation({ now: SOON, occurrences, held: setFor(short) }));
    expect(after).toMatchObject({ kind: 'set', occurrence: { id: 'long', end: LATER } });
  });

  it('a higher rank wins over a later beginning: out of office over a meeting', () => {
    const out = occurrence('out', 'calendar', NOW - 5000, LATER, 2);
    const meeting = occurrence('meeting', 'calendar', NOW, SOON, 0);
    const facts = situation({ occurrences: [meeting, out], held: setFor(out) });
    expect(decide(facts).kind).toBe('nothing');
    expect(whyNot(meeting, facts)).toBe('outranked');
  });

  it('back-to-back ones follow without a gap', () => {
    const first = occurrence('first', 'calendar', NOW - 5000, NOW);
    const second = occurrence('second', 'calendar', NOW, SOON);
    expect(decide(situation({ now: NOW - 1, occurrences: [first, second], held: setFor(first) })).again).toBe(NOW);
    expect(decide(situation({ occurrences: [first, second], held: setFor(first) }))).toMatchObject({
      kind: 'set',
      occurrence: { id: 'second' },
    });
  });
});

describe('what was decided before', () => {
  const meeting = occurrence('meeting', 'calendar', NOW - 5000, LATER);

  it('is not done twice', () => {
    expect(decide(situation({ occurrences: [meeting], held: setFor(meeting) }))).toEqual({
      kind: 'nothing',
      again: LATER,
    });
  });

  it('follows an event whose end was moved', () => {
    const moved = { ...meeting, end: LATER + 60_000 };
    expect(decide(situation({ occurrences: [moved], held: setFor(meeting) }))).toMatchObject({
      kind: 'set',
      changed: true,
    });
  });

  it('goes when its event is cancelled, for what was there before or for what is on now', () => {
    expect(decide(situation({ held: setFor(meeting) }))).toEqual({ kind: 'end', occurrence: 'meeting', again: LATER });
    const lunch = occurrence('lunch', 'recurring', NOW - 1, SOON);
    expect(decide(situation({ held: setFor(meeting), occurrences: [lunch] }))).toMatchObject({
      kind: 'set',
      occurrence: { id: 'lunch' },
    });
  });

  it('does not come again once a hand choice took it over, nor stays where it was given up', () => {
    const takenOver = new Set(['meeting']);
    const facts = situation({ occurrences: [meeting], takenOver });
    expect(decide(facts).kind).toBe('nothing');
    expect(whyNot(meeting, facts)).toBe('taken-over');
    expect(decide({ ...facts, held: setFor(meeting) })).toMatchObject({ kind: 'end', occurrence: 'meeting' });
  });

  it('that has ended by the clock is not there any more, though the server still shows it', () => {
    const next = occurrence('next', 'presence', NOW, null);
    expect(decide(situation({ held: byHand(NOW), occurrences: [next] })).kind).toBe('set');
  });
});

it('with nothing ahead there is nothing to wake up for', () => {
  expect(decide(situation({}))).toEqual({ kind: 'nothing', again: null });
  expect(decide(situation({ held: byHand(null) }))).toEqual({ kind: 'nothing', again: null });
});
