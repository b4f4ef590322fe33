import { mayBeDone, type AppError } from '../../shared/errors.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { AppState, Change } from '../../shared/state.ts';
import { currentAt, type Status } from '../../shared/status.ts';
import { isUnderWay } from '../../shared/tray-menu.ts';
import { untilText } from './moment.ts';

/** What the card of the current status shows. */
export type CardView =
  /** What colleagues see; null = no status. */
  | { readonly kind: 'current'; readonly status: Status | null }
  /** What colleagues will see when the change under way is done, and what they see until then (null = no status,
   * undefined = not known). */
  | { readonly kind: 'changing'; readonly change: Change; readonly before: Status | null | undefined }
  /** The server is being asked for the first time. */
  | { readonly kind: 'loading' }
  /** The token may not read the status. */
  | { readonly kind: 'unreadable' }
  /** The server could not be asked, and nothing older is known. */
  | { readonly kind: 'not-read'; readonly error: AppError };

/** @param now epoch milliseconds: an end that passed since the snapshot was taken is not shown as current */
export function cardView(state: AppState, now: number): CardView {
  const { known, error } = state.status;
  const current = currentAt(state.status.current, now);
  const { change } = state;
  if (change && isUnderWay(change)) return { kind: 'changing', change, before: known ? current : undefined };
  if (known) return { kind: 'current', status: current };
  if (!canRead(state)) return { kind: 'unreadable' };
  return error ? { kind: 'not-read', error } : { kind: 'loading' };
}

/** Whether the token may read the status. Before it was checked in this run it is taken to. */
export function canRead({ session }: AppState): boolean {
  return session.phase !== 'signed-in' || !session.checked || session.scopes.includes('profile_status:read');
}

/** A status in a sentence: no line ends between its emoji and its title. */
export const named = ({ emoji, title }: Status): string => `${emoji}\u00a0${title}`;

/** What keeps the account from working; it is said at the top of the screen, and so nowhere else. */
export function accountProblem({ session }: AppState): AppError | null {
  return session.phase === 'signed-in' ? session.problem : null;
}

/** How long it is said what was done, in milliseconds. */
export const DONE_SHOWN = 10_000;

/** What was set, until when, for ten seconds after it was done; else null. */
export function doneText(state: AppState, now: number): string | null {
  const { change } = state;
  if (change?.phase !== 'done' || now - change.at >= DONE_SHOWN) return null;
  const { home, actions } = messages(state.locale);
  const { status, origin } = change;
  if (!status) return origin === 'undo' ? actions.done.undoNone : home.cleared;
  const words = origin === 'person' ? home.done : actions.done[origin];
  return words(named(status), untilText(status.expiresAt, now, state));
}

/** What did not happen, as the title of a failure. */
export function notDoneText({ locale }: AppState, { origin, status }: Change): string {
  const { home, actions } = messages(locale);
  if (origin === 'undo') return actions.notDone.undo;
  if (!status) return home.notCleared;
  return origin === 'person' ? home.notSet(status.title) : actions.notDone[origin](status.title);
}

/** What a change that is being sent does, in a word or two. */
export function doingText({ locale }: AppState, { origin, status }: Change): string {
  const { home, actions } = messages(locale);
  if (origin !== 'person') return actions.doing[origin];
  return status ? home.sending : home.clearing;
}

/** What colleagues see after a change failed: what was there before, or nobody knows. */
export function afterFailure(state: AppState, change: Change): string | null {
  const { home } = messages(state.locale);
  const { error } = change;
  if (!error) return null;
  if (!mayBeDone(error)) return home.stillShown;
  const checkedSince = state.status.checkedAt !== null && state.status.checkedAt >= change.at && !state.status.error;
  return checkedSince ? home.mayBeSetChecked : home.mayBeSet;
}
