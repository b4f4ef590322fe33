import { withoutPhrase, withPhrase } from '../../shared/away-phrases.ts';
import { previewAwayText, type AwayPreview } from '../../shared/away-text.ts';
import { cleanLine } from '../../shared/clean-text.ts';
import { isEmoji, qualifyEmoji } from '../../shared/emoji.ts';
import { localMoment, resolveExpiry, type ExpiryRule } from '../../shared/expiry.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { expiryContext, planContext } from '../../shared/plan.ts';
import { recentsBeside, type Preset } from '../../shared/presets.ts';
import type { Deputy, Draft, StatusPlan } from '../../shared/schemas.ts';
import type { AppState } from '../../shared/state.ts';
import type { StatusSource } from '../../shared/status-source.ts';
import { currentAt, TITLE_LIMIT, type Status } from '../../shared/status.ts';
import { isFixed, type End } from './editor-end.ts';

/** Where nobody has chosen one. */
export const DEFAULT_EMOJI = '💬';

/** Nothing written yet. */
export const emptyDraft: Draft = {
  emoji: DEFAULT_EMOJI,
  title: '',
  isAway: false,
  awayTemplate: '',
  deputy: null,
  expiry: { kind: 'none' },
  phrase: '',
  wayBack: null,
  editOf: null,
  presetId: null,
};

/**
 * A new status before anything is written: it ends as the last one of one's own did, else today. That it stays until it is
 * cleared is for the person to say.
 */
export function newDraft(state: AppState): Draft {
  const last = recentsBeside(state.recents, state.presets).find(({ expiry }) => !isFixed(expiry));
  const isUsable =
    last && last.expiry.kind !== 'none' && resolveExpiry(last.expiry, state.now, expiryContext(state)).ok;
  return { ...emptyDraft, expiry: isUsable ? last.expiry : { kind: 'endOfDay' } };
}

/**
 * A status as it is edited: what it was made of, where that is known, so that its message follows its end; else its message
 * as it is read. The end is the moment it has; the rule it came from where that still means the same moment.
 */
export function draftOfStatus(status: Status, source: StatusSource | null, state: AppState): Draft {
  const { plan, presetId } = source ?? { plan: null, presetId: null };
  const end = plan && resolveExpiry(plan.expiry, state.now, expiryContext(state));
  const rule = plan && end?.ok && end.value === status.expiresAt ? plan.expiry : null;
  return {
    ...emptyDraft,
    emoji: status.emoji,
    title: status.title,
    isAway: status.isAway,
    awayTemplate: (plan ? plan.awayTemplate : status.awayMessage) ?? '',
    deputy: plan?.deputy ?? null,
    expiry: rule ?? (status.expiresAt === null ? { kind: 'none' } : ruleOfMoment(status.expiresAt, state.timeZone)),
    editOf: status,
    presetId,
  };
}

/** A preset as it is adjusted before it is set. */
export function draftToAdjust(preset: Preset, expiry: ExpiryRule | null): Draft {
  return { ...draftOfPreset(preset), expiry: expiry ?? preset.expiry, presetId: preset.id };
}

/** The draft with another deputy. Whoever stands in is named to colleagues: a message that does not is given the words. */
export function withDeputy(
  { awayTemplate }: Pick<Draft, 'awayTemplate'>,
  deputy: Deputy | null,
  locale: Locale,
): Pick<Draft, 'deputy' | 'awayTemplate'> {
  if (deputy === null) return { deputy, awayTemplate: withoutPhrase(awayTemplate, 'deputy') };
  const isNamed = awayTemplate.includes('{deputy}');
  return { deputy, awayTemplate: isNamed ? awayTemplate : withPhrase(awayTemplate, 'deputy', locale) };
}

/** A preset as it is edited. */
export function draftOfPreset({ emoji, title, isAway, awayTemplate, deputy, expiry }: Preset): Draft {
  return { ...emptyDraft, emoji, title, isAway, awayTemplate: awayTemplate ?? '', deputy, expiry };
}

/** The last moment of a day stays that, to the millisecond; of any other moment the seconds are dropped. */
function ruleOfMoment(at: number, timeZone: string): ExpiryRule {
  const moment = localMoment(at, timeZone);
  const endsWithDay = localMoment(at + 1, timeZone).date !== moment.date;
  return endsWithDay ? { kind: 'date', date: moment.date, means: 'lastDayAway' } : { kind: 'dateTime', ...moment };
}

/** Whether two drafts say the same. Both are plain data with their fields in the schema's order. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

const inOrder = ({
  emoji,
  title,
  isAway,
  awayTemplate,
  deputy,
  expiry,
  phrase,
  wayBack,
}: Draft): readonly unknown[] => [
  emoji,
  title,
  isAway,
  awayTemplate,
  deputy && [deputy.userId, deputy.nickname, deputy.name],
  Object.entries(expiry).sort(([x], [y]) => x.localeCompare(y)),
  phrase,
  wayBack,
];

/** What keeps a draft from being sent, by the field that has to be changed. */
export type Problem = 'title' | 'titleLong' | 'emoji' | 'message' | 'end';

/** The problems of a draft, from the top of the form to its bottom. */
export function problemsOf(draft: Draft, end: End, away: AwayPreview): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isEmoji(qualifyEmoji(draft.emoji))) problems.push('emoji');
  if (cleanLine(draft.title) === '') problems.push('title');
  else if (cleanLine(draft.title).length > TITLE_LIMIT) problems.push('titleLong');
  if (draft.isAway && away.tooLong) problems.push('message');
  if (end.kind !== 'end') problems.push('end');
  return problems;
}

/** What is sent for a draft without problems. Without the Away mode nobody would see a message, so there is none. */
export function planOf(draft: Draft, expiry: ExpiryRule): StatusPlan {
  const { emoji, title, isAway, awayTemplate, deputy } = draft;
  const template = isAway && awayTemplate.trim() !== '' ? awayTemplate : null;
  return {
    emoji,
    title: title.trim(),
    isAway,
    awayTemplate: template,
    deputy: template === null ? null : deputy,
    expiry,
  };
}

/**
 * What colleagues will read, and what is wrong with it.
 * @param at the end in epoch milliseconds; null = none
 * @param now epoch milliseconds
 */
export function awayPreview(
  draft: Pick<Draft, 'awayTemplate' | 'deputy'>,
  at: number | null,
  now: number,
  state: AppState,
): AwayPreview {
  const { locale, name } = planContext(state);
  const deputy = draft.deputy && `@${draft.deputy.nickname}`;
  return previewAwayText(
    draft.awayTemplate,
    { expiresAt: at, deputy, name },
    { now, locale, context: expiryContext(state) },
  );
}

/**
 * The status one can return to when one that ends at `at` does: the present one, where it goes on after that.
 * @param at epoch milliseconds; null = no end
 * @param now epoch milliseconds
 */
export function statusToReturnTo(state: AppState, at: number | null, now: number): Status | null {
  const current = currentAt(state.status.current, now);
  if (!current || at === null) return null;
  return current.expiresAt === null || current.expiresAt > at ? current : null;
}
