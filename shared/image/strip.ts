import { appError } from '../errors.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { isPng, readPng } from './png.ts';

/**
 * Takes everything out of a PNG or JPEG that is not the picture, without decoding it: the pixels stay as they are.
 *
 * For what a canvas of the default colour space (sRGB) has encoded. Chromium puts a colour profile into each JPEG; a
 * picture without one is taken for sRGB, so nothing is lost with it. From other files the orientation and a foreign
 * colour profile would be lost: draw them first.
 *
 * @returns `image_broken`, `image_unsupported` (also for kinds that are sound and neither PNG nor JPEG) or
 *   `image_no_frames`
 */
export function stripMetadata(bytes: Uint8Array): Result<Uint8Array<ArrayBuffer>> {
  const read = isPng(bytes) ? readPng(bytes) : isJpeg(bytes) ? readJpeg(bytes) : null;
  if (!read) return fail(appError('image_unsupported', { type: 'not PNG or JPEG' }));
  if (!read.ok) return read;
  const { picture } = read.value;
  const stripped = new Uint8Array(picture.reduce((length, { start, end }) => length + end - start, 0));
  let at = 0;
  for (const { start, end } of picture) {
    stripped.set(bytes.subarray(start, end), at);
    at += end - start;
  }
  return ok(stripped);
}
