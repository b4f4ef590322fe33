import { createHash } from 'node:crypto';
import { fetchImage, type FetchedImage, type ImageRequest } from './pachca/image.ts';

/** The avatar in use, kept in memory. The page gets an address, never the bytes' origin. */
export interface AvatarCache {
  /** Fetches a picture and gives the address at which the page finds it, relative to the page; null where it cannot be had. */
  load(url: string, request: ImageRequest): Promise<string | null>;
  /** The picture of an address's last part. */
  get(version: string): FetchedImage | null;
}

/** Makes an empty cache for one picture. */
export function createAvatarCache(): AvatarCache {
  let kept: { readonly version: string; readonly image: FetchedImage } | null = null;
  return {
    load: async (url, request) => {
      const result = await fetchImage(url, request);
      // No picture is no reason to disturb anybody: the initials take its place.
      if (!result.ok) return null;
      const version = createHash('sha256').update(result.value.bytes).digest('hex').slice(0, 16);
      kept = { version, image: result.value };
      return `avatar/${version}`;
    },
    get: (version) => (kept?.version === version ? kept.image : null),
  };
}
