import type { CommandInput } from '../../shared/contract.ts';
import { localMoment } from '../../shared/expiry.ts';
import { formatDate, formatMoment, formatTime } from '../../shared/format.ts';
import { maxZoom, type CropView } from '../../shared/image/crop.ts';
import type { Size } from '../../shared/image/info.ts';
import { avatarTexts, type AvatarTexts } from '../../shared/i18n/areas/avatar.ts';
import type { AppState, AvatarJob } from '../../shared/state.ts';
import { currentAt, type Status } from '../../shared/status.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import { accessTo } from './access.ts';
import type { End } from './editor-end.ts';
import { untilText } from './moment.ts';
import { featureNote, featuresOf, rightsOf } from './token.ts';

/** Whether the picture can be changed; else why not, in words where they are not said elsewhere. */
export type AvatarAccess =
  | { readonly kind: 'yes' }
  /** The account does not work at all, which says itself. */
  | { readonly kind: 'problem' }
  /** The token lacks the scope, or its owner may not use it. */
  | { readonly kind: 'no'; readonly reason: string };

/** For what is shown disabled with the reason, before it is tried. */
export function avatarAccess(state: AppState): AvatarAccess {
  const t = avatarTexts(state.locale);
  const access = accessTo('profile_avatar:write', state);
  if (access === 'problem' || state.session.phase !== 'signed-in') return { kind: 'problem' };
  if (access === 'scope-missing') return { kind: 'no', reason: t.noScope };
  if (!state.session.checked) return { kind: 'yes' };
  // A refusal of the last change says itself, and is no reason not to try again.
  const rights = rightsOf(state.session, { ...state, avatar: { ...state.avatar, job: null } });
  const feature = featuresOf(rights).find(({ scope }) => scope === 'profile_avatar:write');
  if (feature?.state !== 'forbiddenByRole') return { kind: 'yes' };
  return { kind: 'no', reason: t.forbidden(featureNote(feature, state.locale) ?? '').trim() };
}

/** A change that is neither done nor given up. */
type RunningJob = AvatarJob & { readonly phase: 'keeping' | 'running' | 'waiting' };

/** Whether a change of the picture is on its way. */
export const isChanging = (job: AvatarJob | null): job is RunningJob =>
  job !== null && job.phase !== 'done' && job.phase !== 'failed';

/** What a change that is on its way is doing. */
export function jobText({ kind, phase }: AvatarJob, t: AvatarTexts): string {
  if (phase === 'keeping') return t.keeping;
  return phase === 'waiting' ? t.waitingForServer : t.doing[kind];
}

/** Until when a temporary picture stays; null = it is not temporary. */
export function temporaryText(state: AppState, now: number): string | null {
  const t = avatarTexts(state.locale);
  const { temporary } = state.avatar;
  if (!temporary) return null;
  const status = currentAt(state.status.current, now);
  if (temporary.withStatus) {
    return status ? t.temporaryStatus(status.title, untilText(temporary.until, now, state)) : t.temporarySomeStatus;
  }
  return t.temporaryUntil(untilText(temporary.until, now, state));
}

/** When a kept picture was kept. */
export const keptAt = (at: number, now: number, state: AppState): string => formatMoment(at, now, timeStyle(state));

/** The same as a caption that has little room: the time today, else the day. */
export function keptOn(at: number, now: number, state: AppState): string {
  const style = timeStyle(state);
  const dayOf = (moment: number) => localMoment(moment, style.timeZone).date;
  return dayOf(at) === dayOf(now) ? formatTime(at, style) : formatDate(at, now, style);
}

/**
 * How long the picture is to stay, as `avatar.upload` takes it; undefined = the time that was chosen is none.
 * @param end what the choice of a time comes to
 * @param status the present one; without one nothing can last as long
 */
export function untilOf(
  kind: 'good' | 'status' | 'time',
  end: End,
  status: Status | null,
): CommandInput<'avatar.upload'>['until'] | undefined {
  if (kind === 'good' || (kind === 'status' && !status)) return null;
  if (kind === 'status') return 'status';
  if (end.kind !== 'end') return undefined;
  return end.at === null ? null : { rule: end.rule };
}

/** The zoom slider's steps. Each step zooms by the same factor. */
export const ZOOM_STEPS = 100;

/** Where the zoom slider stands; 0 for a picture that cannot be zoomed. */
export function zoomStep({ zoom, rotation }: CropView, size: Size): number {
  const most = maxZoom(size, rotation);
  return most === 1 ? 0 : Math.round((ZOOM_STEPS * Math.log(zoom)) / Math.log(most));
}

/** The zoom that a place of the slider stands for. */
export const zoomAt = (step: number, { rotation }: CropView, size: Size): number =>
  maxZoom(size, rotation) ** (step / ZOOM_STEPS);

/** The zoom in percent, 100 = the largest square there is. */
export const percentOf = ({ zoom }: CropView): number => Math.round(zoom * 100);

/** The rotation in whole degrees, with a minus sign that is one. */
export const degreesOf = ({ rotation }: CropView): string => String(Math.round(rotation)).replace('-', '\u2212');

/** What a key on the frame did, for those who do not see it. */
export function spokenView(before: CropView, after: CropView, t: AvatarTexts): string {
  const same = before.zoom === after.zoom && before.rotation === after.rotation;
  return same && (before.x !== after.x || before.y !== after.y)
    ? t.moved
    : t.spoken(percentOf(after), degreesOf(after));
}
