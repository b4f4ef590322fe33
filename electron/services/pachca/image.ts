import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock, Fetch } from '../ports.ts';
import { exchange, TIMEOUT } from './http.ts';

/** The largest picture that is fetched, in bytes. */
export const IMAGE_LIMIT = 5 * 1024 * 1024;

/** A picture as it came; nothing has been decoded. */
export interface FetchedImage {
  readonly type: ImageType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What every browser draws and no script can hide in (SVG is left out on purpose). */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** What fetching a picture takes. */
export interface ImageRequest {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** The API's base address, which may be on plain http on this computer. */
  readonly apiUrl: string;
  readonly signal?: AbortSignal;
  /** Milliseconds. 10 s by default. */
  readonly timeout?: number;
}

/**
 * Fetches a picture such as an avatar. Pictures are on other hosts, so no token goes along, not even to the API's own.
 * @param url from the server: https, or on the very origin of the API
 * @returns `bad_response` where the address or what is there is no picture we show; `not_found`; any other status is
 *   `unexpected_status`; else the failures of {@link exchange}. Redirects are not followed: where one leads cannot be
 *   checked under Electron, whose `fetch` hides it.
 */
export async function fetchImage(url: string, request: ImageRequest): Promise<Result<FetchedImage>> {
  const { fetch, clock, apiUrl, signal, timeout = TIMEOUT } = request;
  if (!isFetchable(url, apiUrl)) return fail(appError('bad_response', { reason: 'not the address of a picture' }));

  const reply = await exchange(
    { fetch, clock },
    { method: 'GET', url, headers: { accept: 'image/*' }, signal, timeout, limit: IMAGE_LIMIT },
  );
  if (!reply.ok) return reply;
  const { status, body, requestId } = reply.value;
  if (status === 404 || status === 410) return fail(appError('not_found', { message: null }, requestId));
  if (status !== 200) return fail(appError('unexpected_status', { status }, requestId));
  const type = imageType(body);
  if (type === null) return fail(appError('bad_response', { reason: 'not a PNG, JPEG, GIF or WebP' }, requestId));
  return ok({ type, bytes: body });
}

function isFetchable(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || url.origin === new URL(apiUrl).origin;
}

/** The type by the first bytes; what the server says it is does not count. */
export function imageType(bytes: Uint8Array): ImageType | null {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'image/webp';
  return null;
}
