/** What goes wrong with an image file. */
export interface ImageErrors {
  /** The image file is larger than the limit, in bytes. */
  image_too_large: { limit: number };
  /** The file is no image of any kind we know, whatever its name says. */
  image_unknown: Record<string, never>;
  /** An image of a kind that is not taken, or that this computer cannot decode. `type` is its name, such as `TIFF`. */
  image_unsupported: { type: string };
  /** A side is too long, there are too many pixels in all, or absurdly many for so small a file. */
  image_too_many_pixels: { width: number; height: number; exceeded: 'side' | 'pixels' | 'ratio' };
  /** The image file is cut off or damaged. `reason` is for logs. */
  image_broken: { reason: string };
  /** An animation without a single frame. */
  image_no_frames: Record<string, never>;
}
