import { appError } from '../errors.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { isGif, readGif } from './gif.ts';
import { heifKind, readHeic } from './heic.ts';
import type { ImageInfo, Parsed } from './info.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { isPng, readPng } from './png.ts';
import { unsupportedKind } from './unsupported.ts';
import { isWebp, readWebp } from './webp.ts';

/** The largest file that is looked at, in bytes: 20 MiB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** The longest side, in pixels. */
export const MAX_SIDE = 12_000;

/** The most pixels: at four bytes each this many take 256 MiB when decoded. A 50-megapixel photo passes. */
export const MAX_PIXELS = 64 * 1024 * 1024;

/**
 * From {@link SMALL_PIXELS} on, the most pixels a byte of the file may stand for. Photos have under 50; a picture of one
 * colour some 1000 as PNG, and without end as WebP, which is what makes it a bomb.
 */
export const MAX_PIXELS_PER_BYTE = 2000;

/** A picture of up to this many pixels does no harm however small its file is: 16 MiB when decoded. */
export const SMALL_PIXELS = 4 * 1024 * 1024;

/**
 * Says what an image file is, by its content and before anything decodes it. Takes time linear in the file's size (under
 * 100 ms for a photo of 20 MiB, under a second for one made to be slow), allocates nothing by a number it read, never
 * throws.
 *
 * A file that passes is one whose parts are all there. Its compressed data is not looked into: that a decoder still
 * refuses it is possible, and HEIC decodes on few platforms.
 *
 * @returns `image_too_large`, `image_unknown`, `image_unsupported`, `image_too_many_pixels`, `image_broken` or
 *   `image_no_frames`
 */
export function inspectImage(bytes: Uint8Array): Result<ImageInfo> {
  if (bytes.length > MAX_FILE_BYTES) {
    return fail(appError('image_too_large', { limit: MAX_FILE_BYTES }));
  }
  const read = readAny(bytes);
  if (!read.ok) return read;
  const { width, height } = read.value;
  const exceeded = exceededLimit(width, height, bytes.length);
  return exceeded ? fail(appError('image_too_many_pixels', { width, height, exceeded })) : read;
}

/**
 * Which metadata a file has: see {@link ImageInfo.metadata}. An empty list proves that a PNG or JPEG is nothing but its
 * picture.
 * @returns the failures of {@link inspectImage}: of a file that cannot be read nothing is known
 */
export function metadataIn(bytes: Uint8Array): Result<readonly string[]> {
  const inspected = inspectImage(bytes);
  return inspected.ok ? ok(inspected.value.metadata) : inspected;
}

function readAny(bytes: Uint8Array): Result<ImageInfo> {
  if (isPng(bytes)) return infoOf(readPng(bytes));
  if (isJpeg(bytes)) return infoOf(readJpeg(bytes));
  if (isGif(bytes)) return readGif(bytes);
  if (isWebp(bytes)) return readWebp(bytes);
  if (heifKind(bytes) === 'heic') return readHeic(bytes);
  const type = unsupportedKind(bytes);
  return fail(type ? appError('image_unsupported', { type }) : appError('image_unknown', {}));
}

const infoOf = (read: Result<Parsed>): Result<ImageInfo> => (read.ok ? ok(read.value.info) : read);

function exceededLimit(width: number, height: number, bytes: number): 'side' | 'pixels' | 'ratio' | null {
  if (width > MAX_SIDE || height > MAX_SIDE) return 'side';
  const pixels = width * height;
  if (pixels > MAX_PIXELS) return 'pixels';
  return pixels > SMALL_PIXELS && pixels / bytes > MAX_PIXELS_PER_BYTE ? 'ratio' : null;
}
