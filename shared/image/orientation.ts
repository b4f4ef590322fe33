import type { Matrix, Orientation, Size } from './geometry.ts';
import type { ImageInfo } from './info.ts';

export type { Orientation };

/** A number as an orientation; 1 for what is none. */
export const asOrientation = (value: number): Orientation => (value >= 1 && value <= 8 ? (value as Orientation) : 1);

/** The size of the picture as it is shown, with its orientation applied. */
export function uprightSize({ width, height, orientation }: ImageInfo): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/**
 * The orientation that is still to be applied to what Chromium has decoded. `createImageBitmap` and `<img>` turn JPEG and
 * PNG by themselves, and cannot be told not to (`imageOrientation: 'none'` changes nothing); WebP they leave as it is
 * stored. Measured in Chromium 156.
 */
export const remainingOrientation = ({ type, orientation }: ImageInfo): Orientation =>
  type === 'webp' ? orientation : 1;

/** The map from a picture's pixels as stored to those of the upright picture. @param size as stored */
export function orientationMatrix(orientation: Orientation, { width, height }: Size): Matrix {
  switch (orientation) {
    case 1:
      return [1, 0, 0, 1, 0, 0];
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
  }
}
