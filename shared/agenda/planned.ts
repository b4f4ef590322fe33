import type { LocalMoment } from '../expiry.ts';
import type { Content, Occurrence } from './occurrence.ts';
import { wallInstant } from './wall-clock.ts';

/** An absence planned ahead. */
export interface Planned {
  readonly id: string;
  readonly presetId: string | null;
  readonly content: Content;
  /** In `timeZone`, like `end`. */
  readonly start: LocalMoment;
  /** Later than `start`. */
  readonly end: LocalMoment;
  /** IANA name: the plan stays where it was made when the person travels. */
  readonly timeZone: string;
  /** Days on which it does not hold, such as `2026-12-08`: from their first moment to the next day's first. */
  readonly skipped: readonly string[];
  /** Whether to remind the person on the day before. */
  readonly remind: boolean;
  /** The id of a kept picture to be shown meanwhile; null = the usual one. */
  readonly avatar: string | null;
}

const MIDNIGHT = { hour: 0, minute: 0 };

/** When a planned absence begins and ends in epoch milliseconds, skipped days not counted. */
export const plannedSpan = ({ start, end, timeZone }: Pick<Planned, 'start' | 'end' | 'timeZone'>) => ({
  start: instantOf(start, timeZone),
  end: instantOf(end, timeZone),
});

/** The stretches of a planned absence: one, or more where days in it are skipped. Each knows its own end, as the away message does. */
export function plannedOccurrences(plan: Planned): readonly Occurrence[] {
  const { start, end } = plannedSpan(plan);
  const holes = plan.skipped
    .map((day) => Temporal.PlainDate.from(day))
    .map((day) => ({
      from: wallInstant(day, MIDNIGHT, plan.timeZone),
      to: wallInstant(day.add({ days: 1 }), MIDNIGHT, plan.timeZone),
    }))
    .sort((a, b) => a.from - b.from);
  const found: Occurrence[] = [];
  let from = start;
  for (const hole of [...holes, { from: end, to: end }]) {
    const to = Math.min(hole.from, end);
    if (to > from) found.push(occurrence(plan, from, to));
    from = Math.max(from, hole.to);
  }
  return found;
}

const instantOf = ({ date, hour, minute }: LocalMoment, timeZone: string): number =>
  wallInstant(Temporal.PlainDate.from(date), { hour, minute }, timeZone);

const occurrence = (plan: Planned, start: number, end: number): Occurrence => ({
  // By its beginning: a plan that was shifted is another occasion, one whose end was moved is the same.
  id: `plan:${plan.id}:${start}`,
  source: 'plan',
  rule: plan.id,
  start,
  end,
  rank: 0,
  presetId: plan.presetId,
  content: plan.content,
});
