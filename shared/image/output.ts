/** The largest avatar that is sent, in pixels a side. */
export const MAX_AVATAR_SIDE = 1024;

/** The largest file that is sent, in bytes: it has to be smaller than 1 MiB. */
export const MAX_AVATAR_BYTES = 1024 * 1024 - 1;

/** What an avatar is sent as. */
export type OutputFormat = 'image/jpeg' | 'image/png';

/** One way to encode the avatar. */
export interface EncodeAttempt {
  readonly format: OutputFormat;
  /** Pixels. */
  readonly side: number;
  /** For `canvas.toBlob`; null for PNG, which has none. */
  readonly quality: number | null;
}

/** Below 0.6 a face shows its blocks; a smaller picture looks better. */
const qualities = [0.92, 0.85, 0.75, 0.6] as const;

/** At the smallest even noise in four channels is under 1 MiB. */
const smallerSides = [768, 512, 256] as const;

/**
 * PNG keeps what is transparent, JPEG is a tenth of its size for photos.
 * @param hasAlpha whether a pixel of the drawn square is transparent ({@link isTransparent}); that a file *may* have
 *   such pixels is not enough, or most screenshots would become PNG
 */
export const outputFormat = (hasAlpha: boolean): OutputFormat => (hasAlpha ? 'image/png' : 'image/jpeg');

/** Whether any pixel lets something through. @param rgba as `ImageData.data` has them */
export function isTransparent(rgba: ArrayLike<number>): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return true;
  return false;
}

/**
 * The side of the avatar for a square of the picture, in whole pixels: the square's own, and never more than
 * {@link MAX_AVATAR_SIDE}. A small picture is not enlarged: that only makes it a large blurred one.
 */
export const fitSquare = (side: number): number => Math.min(MAX_AVATAR_SIDE, Math.max(1, Math.round(side)));

/**
 * What to try, best first, until a file is no larger than {@link MAX_AVATAR_BYTES}. The last one always is.
 * @param side of the square that is taken from the picture, in its pixels
 */
export function encodePlan(format: OutputFormat, side: number): readonly EncodeAttempt[] {
  const first = fitSquare(side);
  const sides = [first, ...smallerSides.filter((smaller) => smaller < first)];
  const steps = format === 'image/png' ? [null] : qualities;
  return sides.flatMap((each) => steps.map((quality) => ({ format, side: each, quality })));
}
