import { createHash } from 'node:crypto';
import { fetchImage, type Image } from './pachca/image.ts';
import type { Fetch } from './ports.ts';

/** The avatar in use, kept in memory. The page gets an address, never the bytes' origin. */
export interface AvatarCache {
  /** Fetches a picture and gives the address at which the page finds it, relative to the page; null where it cannot be had. */
  load(url: string, fetch: Fetch, apiUrl: string): Promise<string | null>;
  /** The picture of an address's last part. */
  get(version: string): Image | null;
}

/** Makes an empty cache for one picture. */
export function createAvatarCache(): AvatarCache {
  let kept: { readonly version: string; readonly image: Image } | null = null;
  return {
    load: async (url, fetch, apiUrl) => {
      const result = await fetchImage(url, { fetch, apiUrl });
      // No picture is no reason to disturb anybody: the initials take its place.
      if (!result.ok) return null;
      const version = createHash('sha256').update(result.value.bytes).digest('hex').slice(0, 16);
      kept = { version, image: result.value };
      return `avatar/${version}`;
    },
    get: (version) => (kept?.version === version ? kept.image : null),
  };
}
