import { appError } from '../../shared/errors.ts';
import type { ImageInfo, Size } from '../../shared/image/info.ts';
import { inspectImage, MAX_FILE_BYTES, MAX_PIXELS, MAX_SIDE } from '../../shared/image/inspect.ts';
import { orientationMatrix, remainingOrientation, uprightSize } from '../../shared/image/orientation.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { workingSize } from './working-size.ts';

/** A decoded picture, upright, no larger than `workingSize` allows. */
export interface Picture {
  readonly bitmap: ImageBitmap;
  /** Of the bitmap. */
  readonly size: Size;
  /** It had more frames than the one that is taken. */
  readonly animated: boolean;
}

/**
 * Reads an image file. Nothing is read of a file that is too large, and nothing decoded of one whose content says that it
 * is no picture for us.
 * @returns the failures of `inspectImage`; `image_broken` or, for HEIC, `image_unsupported` where the browser cannot
 *   decode it
 */
export async function pictureOf(file: Blob): Promise<Result<Picture>> {
  if (file.size > MAX_FILE_BYTES) return fail(appError('image_too_large', { limit: MAX_FILE_BYTES }));
  const content = await file.arrayBuffer().catch(() => null);
  if (!content) return fail(appError('image_broken', { reason: 'the file cannot be read' }));
  const inspected = inspectImage(new Uint8Array(content));
  if (!inspected.ok) return inspected;
  const info = inspected.value;
  // The type of a file goes by its name, which may say anything; without one the browser looks into it.
  const bitmap = await decoded(new Blob([content]), decodedSize(info));
  if (bitmap) return ok({ ...upright(bitmap, info), animated: info.animated });
  return fail(
    info.type === 'heic'
      ? appError('image_unsupported', { type: 'HEIC' })
      : appError('image_broken', { reason: `the browser does not decode this ${info.type}` }),
  );
}

/**
 * Reads a picture the app itself shows. Its bytes cannot be had, because the page's policy allows no requests, so that
 * its size is all that can be looked at before it is decoded for good.
 * @param address relative to the page
 * @returns `image_broken` where it cannot be had or decoded, `image_too_many_pixels`
 */
export async function pictureAt(address: string): Promise<Result<Picture>> {
  const image = new Image();
  image.src = address;
  const loaded = await image.decode().then(
    () => true,
    () => false,
  );
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  if (!loaded || size.width === 0 || size.height === 0) {
    return fail(appError('image_broken', { reason: 'the picture in use cannot be loaded' }));
  }
  const exceeded =
    Math.max(size.width, size.height) > MAX_SIDE ? 'side' : size.width * size.height > MAX_PIXELS ? 'pixels' : null;
  if (exceeded) return fail(appError('image_too_many_pixels', { ...size, exceeded }));
  const bitmap = await decoded(image, size);
  return bitmap
    ? ok({ bitmap, size: sizeOf(bitmap), animated: false })
    : fail(appError('image_broken', { reason: 'the picture in use cannot be decoded' }));
}

/** What the browser makes of the file before anything is turned here. */
const decodedSize = (info: ImageInfo): Size => (remainingOrientation(info) === 1 ? uprightSize(info) : info);

/** Decodes, and makes smaller at once what is larger than the working size; null where the browser cannot. */
function decoded(source: Blob | HTMLImageElement, size: Size): Promise<ImageBitmap | null> {
  const working = workingSize(size);
  // Measured in Chromium 156: the size asked for is that of the upright picture.
  const options: ImageBitmapOptions =
    working.width === size.width && working.height === size.height
      ? {}
      : { resizeWidth: working.width, resizeHeight: working.height, resizeQuality: 'high' };
  return createImageBitmap(source, options).catch(() => null);
}

function upright(bitmap: ImageBitmap, info: ImageInfo): { readonly bitmap: ImageBitmap; readonly size: Size } {
  const orientation = remainingOrientation(info);
  const stored = sizeOf(bitmap);
  if (orientation === 1) return { bitmap, size: stored };
  const size = uprightSize({ ...info, ...stored });
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context?.setTransform(...orientationMatrix(orientation, stored));
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { bitmap: canvas.transferToImageBitmap(), size };
}

const sizeOf = ({ width, height }: ImageBitmap): Size => ({ width, height });
