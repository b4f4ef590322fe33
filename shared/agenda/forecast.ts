import { decide, whyNot, type Held, type Reason, type Situation } from './decide.ts';
import type { Occurrence } from './occurrence.ts';

/** What an occurrence will come to, if nobody does anything by hand from now on. */
export interface Prospect {
  readonly occurrence: Occurrence;
  /** When its status will hold, in epoch milliseconds, in order; empty = never. `to` is null where no end is known. */
  readonly spans: readonly { readonly from: number; readonly to: number | null }[];
  /** Why it does not hold at its beginning, or not at all; null = it does from the first moment. */
  readonly reason: Reason | null;
}

/** More edges than this are beyond what a screen of two weeks or a month can be asked for. */
const STEPS = 5_000;

/**
 * Plays the decision forward from now to `until` (epoch milliseconds), edge by edge, and tells for every occurrence when
 * it will hold and why not where it will not. It is the very decision that is carried out later, so it cannot promise
 * something else.
 * @param waiting what lies under an automatic status that holds now and comes back after it
 */
export function forecast(situation: Situation, until: number, waiting: Held | null = null): readonly Prospect[] {
  const { occurrences, takenOver } = situation;
  const spans = new Map<string, { from: number; to: number | null }[]>();
  const reasons = new Map<string, Reason | null>();
  let now = situation.now;
  let held = situation.held;
  /** What was set by hand without an end and lies under an automatic one: it comes back. */
  let under: Held | null = waiting;

  for (let step = 0; step < STEPS && now < until; step += 1) {
    if (held && held.end !== null && held.end <= now) held = under;
    const decision = decide({ now, occurrences, held, takenOver });
    if (decision.kind === 'set') {
      const { id, source, end, content } = decision.occurrence;
      if (held?.by === 'hand' && held.end === null) under = held;
      held = { end, isAway: content.isAway, by: source, occurrence: id };
    } else if (decision.kind === 'end') {
      held = under;
      // What comes back may be covered by the next thing at once.
      continue;
    }
    for (const each of occurrences) {
      if (each.start <= now && !reasons.has(each.id)) {
        const reason = whyNot(each, { now, occurrences, held, takenOver });
        if (reason !== null) reasons.set(each.id, reason === 'holds' ? null : reason);
      }
    }
    const next = decide({ now, occurrences, held, takenOver }).again;
    const to = next === null || next > until ? until : next;
    const own = held?.occurrence ?? null;
    if (held && own !== null) extend(spans, own, now, next === null && held.end === null ? null : to);
    if (next === null) break;
    now = next;
  }

  return occurrences
    .filter(({ start }) => start < until)
    .map((occurrence) => ({
      occurrence,
      spans: spans.get(occurrence.id) ?? [],
      reason: reasons.get(occurrence.id) ?? null,
    }));
}

/** Adds a span, or makes the last one longer where it follows without a gap. */
function extend(
  spans: Map<string, { from: number; to: number | null }[]>,
  id: string,
  from: number,
  to: number | null,
): void {
  const list = spans.get(id) ?? [];
  spans.set(id, list);
  const last = list.at(-1);
  if (last?.to === from) last.to = to;
  else list.push({ from, to });
}
