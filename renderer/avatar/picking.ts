import { useSyncExternalStore } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { wholePicture, type CropView } from '../../shared/image/crop.ts';
import type { Result } from '../../shared/result.ts';
import type { EndChoice } from '../view/editor-end.ts';
import type { Picture } from './picture.ts';

/** How long the new picture is to stay: for good, as long as the present status, or until a time. */
export interface Lasting {
  readonly kind: 'good' | 'status' | 'time';
  /** The time, kept also while another kind is chosen. */
  readonly end: EndChoice;
}

/** A picture that was chosen, and what the person has made of it so far. */
export interface Pick {
  readonly picture: Picture;
  readonly view: CropView;
  /** The emoji of the present status is wanted on it. */
  readonly badge: boolean;
  readonly lasting: Lasting;
  /** The person said how long; before that, a badge makes it last as long as the status. */
  readonly lastingChosen: boolean;
}

/** What is being chosen for an account. */
export interface Picking {
  readonly pick: Pick | null;
  /** The crop is shown; else it waits. */
  readonly open: boolean;
  /** A picture is being read. */
  readonly reading: boolean;
  /** Why the last one was not taken. The pick before it stays. */
  readonly error: AppError | null;
}

const nothing: Picking = { pick: null, open: false, reading: false, error: null };

const byDefault: Omit<Pick, 'picture'> = {
  view: wholePicture,
  badge: false,
  lasting: { kind: 'good', end: { expiry: { kind: 'endOfDay' }, phrase: '' } },
  lastingChosen: false,
};

/*
 * What is picked lives as long as the page, so that neither leaving the screen nor hiding the popover loses it. It is of
 * one account: who switches begins anew.
 */
let owner: string | null = null;
let present = nothing;
let readings = 0;
const listeners = new Set<() => void>();

function set(account: string, change: Partial<Picking>): void {
  present = { ...(owner === account ? present : nothing), ...change };
  owner = account;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const pickOf = (account: string): Pick | null => (owner === account ? present.pick : null);

/** What is being chosen for an account; the component draws again when it changes. */
export function usePicking(account: string): Picking {
  return useSyncExternalStore(subscribe, () => (owner === account ? present : nothing));
}

/** Takes a picture in place of the one picked before, as soon as it is read. Of several at once the last counts. */
export async function takePicture(account: string, reading: Promise<Result<Picture>>, badge = false): Promise<void> {
  readings += 1;
  const turn = readings;
  set(account, { reading: true, error: null });
  const read = await reading;
  if (turn !== readings) return;
  if (!read.ok) {
    set(account, { reading: false, error: read.error });
    return;
  }
  set(account, { ...nothing, open: true, pick: withBadge({ ...byDefault, picture: read.value }, badge) });
}

/** Changes what is made of the picture. */
export function changePick(account: string, change: (pick: Pick) => Pick): void {
  const pick = pickOf(account);
  if (pick) set(account, { pick: change(pick) });
}

/** Puts the badge on or takes it off. It makes sense as long as the status, and so does the picture, unless they said otherwise. */
export function withBadge(pick: Pick, badge: boolean): Pick {
  if (pick.lastingChosen) return { ...pick, badge };
  return { ...pick, badge, lasting: { ...pick.lasting, kind: badge ? 'status' : 'good' } };
}

/** Shows the crop, or lets it wait. */
export const openPick = (account: string, open: boolean): void => set(account, { open });

/** Forgets the picture: it was sent, or thrown away. Not one that was picked since. */
export function forgetPick(account: string, picture: Picture): void {
  if (pickOf(account)?.picture === picture) set(account, { pick: null, open: false });
}

/** The person has read why a picture was not taken; or something else is wrong, such as an empty clipboard. */
export const setPickError = (account: string, error: AppError | null): void => set(account, { error });
