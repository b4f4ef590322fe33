import { describe, expect, it } from 'vitest';
import { plannedOccurrences, type Planned } from '../../../shared/agenda/planned.ts';
import { content } from './support.ts';

const vacation: Planned = {
  id: 'v1',
  presetId: 'vacation',
  content: content('On vacation', true),
  start: { date: '2026-12-14', hour: 9, minute: 0 },
  end: { date: '2026-12-29', hour: 9, minute: 0 },
  timeZone: 'Europe/Moscow',
  skipped: [],
  remind: true,
  avatar: null,
};

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const spans = (plan: Planned) => plannedOccurrences(plan).map(({ start, end }) => [start, end]);

describe('a planned absence', () => {
  it('holds from its start to its end, in the zone it was made in', () => {
    expect(spans(vacation)).toEqual([[at('2026-12-14T06:00Z'), at('2026-12-29T06:00Z')]]);
  });

  it('has a hole on each skipped day, and each stretch has its own end', () => {
    expect(spans({ ...vacation, skipped: ['2026-12-21', '2026-12-16'] })).toEqual([
      [at('2026-12-14T06:00Z'), at('2026-12-15T21:00Z')],
      [at('2026-12-16T21:00Z'), at('2026-12-20T21:00Z')],
      [at('2026-12-21T21:00Z'), at('2026-12-29T06:00Z')],
    ]);
  });

  it('loses a stretch at its edge with a skipped first or last day, and all of it where every day is skipped', () => {
    expect(spans({ ...vacation, skipped: ['2026-12-14'] })).toEqual([
      [at('2026-12-14T21:00Z'), at('2026-12-29T06:00Z')],
    ]);
    const short = { ...vacation, end: { date: '2026-12-14', hour: 18, minute: 0 } };
    expect(spans({ ...short, skipped: ['2026-12-14'] })).toEqual([]);
  });

  it('whose end is moved is the same occasion; one that is shifted is another', () => {
    const [before] = plannedOccurrences(vacation);
    const [longer] = plannedOccurrences({ ...vacation, end: { date: '2027-01-11', hour: 9, minute: 0 } });
    const [shifted] = plannedOccurrences({ ...vacation, start: { date: '2026-12-15', hour: 9, minute: 0 } });
    expect(longer?.id).toBe(before?.id);
    expect(shifted?.id).not.toBe(before?.id);
  });
});
