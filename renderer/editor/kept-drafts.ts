import type { Preset } from '../../shared/presets.ts';
import type { Draft } from '../../shared/schemas.ts';
import type { AppState } from '../../shared/state.ts';
import { sameStatus, type Status } from '../../shared/status.ts';

/** What a draft is of. */
export type DraftKind = 'new' | 'edit' | 'preset';

/**
 * Drafts beside the one that the main side keeps, by account and kind: what was changed of the present status or of a
 * preset, and a new one that made way for a newer. They live as long as the page.
 */
const aside = new Map<string, Draft>();

/** What a draft is of: an edit whose status is gone is a new status, and so is the draft of a preset that is gone. */
export function kindOf(draft: Draft, current: Status | null, presets: readonly Preset[]): DraftKind {
  if (draft.editOf) return current && sameStatus(draft.editOf, current) ? 'edit' : 'new';
  return presets.some(({ id }) => id === draft.presetId) ? 'preset' : 'new';
}

/** The draft of a new status that one can go on with; null = there is none. */
export function keptNew(account: string, state: AppState): Draft | null {
  const { draft } = state;
  if (draft && kindOf(draft, state.status.current, state.presets) === 'new') return draft;
  return aside.get(`${account} new`) ?? null;
}

/** The draft of a kind that was left aside, where it is of this very thing. */
export function keptAside(account: string, kind: DraftKind, isOfThis: (draft: Draft) => boolean): Draft | null {
  const draft = aside.get(`${account} ${kind}`);
  return draft && isOfThis(draft) ? draft : null;
}

export function setAside(account: string, kind: DraftKind, draft: Draft): void {
  aside.set(`${account} ${kind}`, draft);
}

export function forgetAside(account: string, kind: DraftKind): void {
  aside.delete(`${account} ${kind}`);
}
