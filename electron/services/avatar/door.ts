import { Buffer } from 'node:buffer';
import { AVATAR_LIMIT } from '../../../shared/contract.ts';
import { appError } from '../../../shared/errors.ts';
import { inspectImage } from '../../../shared/image/inspect.ts';
import { stripMetadata } from '../../../shared/image/strip.ts';
import { fail, type Result } from '../../../shared/result.ts';

/**
 * The picture a page sent, ready to be sent on: a PNG or JPEG and nothing but the picture, whatever the page did about
 * its metadata. Where a photo was taken must not leave the computer.
 * @param image base64
 * @returns `avatar_too_large`, `avatar_not_image` where it is something else; `image_broken`, `image_too_many_pixels`,
 *   `image_no_frames`
 */
export function pictureFromPage(image: string): Result<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Buffer.from(image, 'base64'));
  if (bytes.length > AVATAR_LIMIT) return fail(appError('avatar_too_large', { limit: AVATAR_LIMIT }));
  const inspected = inspectImage(bytes);
  if (!inspected.ok) {
    const { code } = inspected.error;
    return code === 'image_unknown' || code === 'image_unsupported'
      ? fail(appError('avatar_not_image', {}))
      : inspected;
  }
  const { type } = inspected.value;
  return type === 'png' || type === 'jpeg' ? stripMetadata(bytes) : fail(appError('avatar_not_image', {}));
}
