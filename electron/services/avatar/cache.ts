import { imageType, type FetchedImage } from '../pachca/image.ts';
import { isPictureId, type PictureFolders } from './pictures.ts';

/**
 * The pictures that the page may show: the present one of each account, in memory, and the kept ones, from the disk. The
 * page gets an address, never the picture's origin.
 */
export interface AvatarCache {
  readonly folders: PictureFolders;
  /** Remembers the present picture of an account. @returns its address, relative to the page */
  show(account: string, id: string, image: FetchedImage): string;
  /** The account is gone, and what was kept of it. */
  remove(account: string): void;
  /** The picture of an address's last part, of any of these accounts. */
  get(version: string, accounts: readonly string[]): FetchedImage | null;
}

/** Makes an empty cache over the pictures on the disk. */
export function createAvatarCache(folders: PictureFolders): AvatarCache {
  const present = new Map<string, { readonly id: string; readonly image: FetchedImage }>();
  return {
    folders,
    show: (account, id, image) => {
      present.set(account, { id, image });
      return addressOf(id);
    },
    remove: (account) => {
      present.delete(account);
      folders.remove(account);
    },
    get: (version, accounts) => {
      if (!isPictureId(version)) return null;
      for (const account of accounts) {
        const shown = present.get(account);
        if (shown?.id === version) return shown.image;
      }
      for (const account of accounts) {
        const image = imageOf(folders.of(account).read(version));
        if (image) return image;
      }
      return null;
    },
  };
}

/** Where the page finds a picture. */
export const addressOf = (id: string): string => `avatar/${id}`;

/** The bytes with what they are; null where they are no picture. */
export function imageOf(bytes: Uint8Array<ArrayBuffer> | null): FetchedImage | null {
  const type = bytes && imageType(bytes);
  return bytes && type && { type, bytes };
}
