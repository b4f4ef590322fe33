import type { Held } from '../../../shared/agenda/decide.ts';
import type { AutomaticSource, Content, Occurrence } from '../../../shared/agenda/occurrence.ts';

export const content = (title: string, isAway = false): Content => ({
  emoji: '📅',
  title,
  isAway,
  awayTemplate: null,
  deputy: null,
});

export const occurrence = (
  id: string,
  source: AutomaticSource,
  start: number,
  end: number | null,
  rank = 0,
): Occurrence => ({
  id,
  source,
  rule: id,
  start,
  end,
  rank,
  presetId: null,
  content: content(id),
});

export const byHand = (end: number | null, isAway = false): Held => ({ end, isAway, by: 'hand', occurrence: null });

export const setFor = ({ id, source, end }: Occurrence): Held => ({ end, isAway: false, by: source, occurrence: id });
