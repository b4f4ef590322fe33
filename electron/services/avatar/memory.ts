/**
 * What the app remembers of the pictures it set, as a value and pure functions over it. It is kept on disk, so that undo
 * and a temporary picture survive a restart. Pictures are named by their content (see `pictures.ts`), addresses of the
 * server by a fingerprint: some are signed, and what opens a file is nothing to keep.
 */
import type { Status } from '../../../shared/status.ts';

/** How many pictures can be chosen again. One more is kept, because the present one may be among them. */
export const KEPT = 5;

/** A picture on this computer. */
export interface KeptPicture {
  readonly id: string;
  /** When it was last seen in use, in epoch milliseconds. */
  readonly at: number;
}

/** The picture that was set from here last, and by what it is known again. */
export interface OwnPicture {
  /** Null = the picture was removed. */
  readonly picture: string | null;
  /** Fingerprints of the addresses the server gave it. */
  readonly addresses: readonly string[];
  /** What the server makes of it, where that differs: it may encode pictures anew. */
  readonly served: string | null;
}

/** When a temporary picture ends. */
export type End =
  | { readonly kind: 'moment'; readonly at: number }
  /** With a status, which is known by its emoji and title. `endsAt`: its end as far as known, null = it has none. */
  | { readonly kind: 'status'; readonly emoji: string; readonly title: string; readonly endsAt: number | null };

/** A temporary picture. */
export interface Temporary {
  /** The picture to come back; null = there was none. */
  readonly before: string | null;
  readonly end: End;
  /** It was tried to put it back and nobody knows whether that reached the server. */
  readonly tried: boolean;
}

/** What the app knows of its own doing in one account. */
export interface AvatarMemory {
  /** Newest first. */
  readonly kept: readonly KeptPicture[];
  /** Null = nothing was set from here, or somebody else changed the picture since. */
  readonly own: OwnPicture | null;
  /** What the last change replaced; null = nothing to undo. */
  readonly undo: { readonly before: string | null; readonly temporary: Temporary | null } | null;
  readonly temporary: Temporary | null;
  /** The person's change that was accepted and is not over; it is not there where there is none. */
  readonly unfinished?: Unfinished | null;
}

/** A picture that is to be set or removed, as the next start needs it where this one ends in the middle. */
export interface Unfinished {
  /** The picture to set, which is on the disk; null = remove. */
  readonly picture: string | null;
  /** What held when it was sent; null = it was not sent yet. */
  readonly before: Before | null;
  /** When it is to end; null = it stays. */
  readonly end: End | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Nothing was done from here. */
export const EMPTY_AVATAR: AvatarMemory = { kept: [], own: null, undo: null, temporary: null };

/** The picture that holds before a change. */
export type Before =
  | {
      readonly known: true;
      /** Null = there is none. */
      readonly picture: string | null;
      /** Fingerprint of its address. */
      readonly address: string | null;
      /** It is the one set from here last. */
      readonly ours: boolean;
    }
  /** Nobody could tell, or it could not be kept. */
  | { readonly known: false };

/** A change that the server has confirmed. */
export interface Changed {
  /** The picture set; null = removed. */
  readonly picture: string | null;
  readonly before: Before;
  /** Fingerprint of the address the server gave. */
  readonly address: string | null;
  /** When it ends; null = it stays. */
  readonly end: End | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A picture set or removed by the person. */
export function changed(memory: AvatarMemory, change: Changed): AvatarMemory {
  const { before, end } = change;
  // A picture that somebody else changed is nobody's temporary one any more.
  const previous = before.known && !before.ours ? null : memory.temporary;
  const origin = previous ? previous.before : before.known ? before.picture : null;
  return {
    ...keptAfter(memory, change),
    own: ownAfter(change),
    undo: before.known ? { before: before.picture, temporary: previous } : null,
    // The picture to come back is the one before the first of several temporary ones.
    temporary: end && { before: origin, end, tried: false },
  };
}

/** The last change was taken back. */
export function undone(memory: AvatarMemory, change: Changed): AvatarMemory {
  const temporary = memory.undo?.temporary ?? null;
  return { ...keptAfter(memory, change), own: ownAfter(change), undo: null, temporary };
}

/** The picture before a temporary one is back. */
export const cameBack = (memory: AvatarMemory, change: Changed): AvatarMemory => ({
  ...keptAfter(memory, change),
  own: ownAfter(change),
  undo: null,
  temporary: null,
});

function keptAfter(memory: AvatarMemory, { picture, before, at }: Changed): AvatarMemory {
  const replaced = before.known ? withKept(memory, before.picture, at) : memory;
  return withKept(replaced, picture, at);
}

/** With a picture at the head of those that can be chosen again. */
export function withKept(memory: AvatarMemory, id: string | null, at: number): AvatarMemory {
  if (id === null) return memory;
  return { ...memory, kept: [{ id, at }, ...memory.kept.filter((each) => each.id !== id)].slice(0, KEPT + 1) };
}

function ownAfter({ picture, address, before }: Changed): OwnPicture {
  // An address that was there before tells nothing: the server may have one for all pictures of a person.
  const tells = address !== null && !(before.known && before.address === address);
  return { picture, addresses: tells ? [address] : [], served: null };
}

/** What the server said of our picture right after it took it. */
export function learned(memory: AvatarMemory, address: string | null, served: string | null): AvatarMemory {
  if (!memory.own) return memory;
  const { addresses, picture } = memory.own;
  const own = {
    picture,
    addresses: address === null || addresses.includes(address) ? addresses : [...addresses, address],
    served: served === picture ? memory.own.served : (served ?? memory.own.served),
  };
  return { ...memory, own };
}

/** Somebody changed the picture elsewhere: nothing of ours may touch it any more. */
export const forgotten = ({ kept, unfinished }: AvatarMemory): AvatarMemory => ({
  ...EMPTY_AVATAR,
  kept,
  ...(unfinished && { unfinished }),
});

/**
 * Whose the picture is that the server holds.
 * @param address fingerprint of its address; null = there is none
 * @param content what it is; null = not fetched
 * @returns `unknown` where only the content can tell
 */
export function whose(
  own: OwnPicture | null,
  address: string | null,
  content: string | null,
): 'ours' | 'foreign' | 'unknown' {
  if (!own) return 'foreign';
  if (address === null || own.picture === null) return address === null && own.picture === null ? 'ours' : 'foreign';
  if (own.addresses.includes(address)) return 'ours';
  if (content === null) return 'unknown';
  return content === own.picture || content === own.served ? 'ours' : 'foreign';
}

/** All pictures that are still needed. */
export function needed(memory: AvatarMemory): readonly string[] {
  const ids = [
    ...memory.kept.map(({ id }) => id),
    memory.own?.picture,
    memory.undo?.before,
    memory.undo?.temporary?.before,
    memory.temporary?.before,
    memory.unfinished?.picture,
    memory.unfinished?.before?.known ? memory.unfinished.before.picture : null,
  ];
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** What a status is known by when a picture goes with it. */
export const endWith = ({ emoji, title, expiresAt }: Status): End => ({
  kind: 'status',
  emoji,
  title,
  endsAt: expiresAt,
});
