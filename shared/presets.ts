import type { ExpiryRule } from './expiry.ts';
import { presetQuestions, type PresetQuestion } from './preset-questions.ts';
import type { Deputy, StatusPlan } from './schemas.ts';
import type { StatusSource } from './status-source.ts';
import type { Status } from './status.ts';

/** A status ready to be set with one click. */
export interface Preset {
  /** Stays the same across languages and edits. */
  readonly id: string;
  readonly emoji: string;
  readonly title: string;
  readonly isAway: boolean;
  /** Template of the away message (`away-text.ts`), or null. */
  readonly awayTemplate: string | null;
  /** Who stands in, for the template. */
  readonly deputy: Deputy | null;
  readonly expiry: ExpiryRule;
  /** What a click asks for before anything is sent; nothing = one click sets it. */
  readonly asks: readonly PresetQuestion[];
  /** Not in the tray menu and not on the home screen's tiles. */
  readonly hidden: boolean;
}

/** What a preset asks for at the click. Who is not away has nobody who stands in. */
export const questionsOf = ({ asks, isAway }: Pick<Preset, 'asks' | 'isAway'>): readonly PresetQuestion[] =>
  presetQuestions.filter((question) => asks.includes(question) && (question === 'end' || isAway));

/**
 * Whether a preset is what holds now, set from here. An edit of its end leaves it so; other words, or somebody else's
 * status that only looks like it, do not.
 */
export function isPresent(
  { id, emoji, title }: Preset,
  { current, source }: { readonly current: Status | null; readonly source: StatusSource | null },
): boolean {
  return current !== null && source?.presetId === id && current.emoji === emoji && current.title === title;
}

/** Whether two say the same; the end is resolved anew each time and does not tell them apart. */
export function sameWords(a: StatusPlan, b: StatusPlan): boolean {
  return JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));
}

const wordsOf = ({ emoji, title, isAway, awayTemplate, deputy }: StatusPlan): readonly unknown[] => [
  emoji,
  title,
  isAway,
  awayTemplate,
  deputy && [deputy.userId, deputy.nickname, deputy.name],
];

/** The recent statuses that are not among the presets offered: those are one click already. */
export function recentsBeside<T extends StatusPlan>(recents: readonly T[], presets: readonly Preset[]): readonly T[] {
  return recents.filter((recent) => !presets.some((preset) => !preset.hidden && sameWords(preset, recent)));
}

/** What a status is made of, from a preset or a recent one, with another end where one is given. */
export function planOf(
  { emoji, title, isAway, awayTemplate, deputy, expiry }: StatusPlan,
  other?: ExpiryRule,
): StatusPlan {
  return { emoji, title, isAway, awayTemplate, deputy, expiry: other ?? expiry };
}
