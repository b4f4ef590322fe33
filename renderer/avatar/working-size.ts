import type { Size } from '../../shared/image/info.ts';

/** The most pixels that are kept of a picture while it is cropped: 64 MiB when decoded. */
export const WORKING_PIXELS = 16 * 1024 * 1024;

/** The longest side that is kept. Graphics cards have trouble with more. */
export const WORKING_SIDE = 8192;

/**
 * The size at which a picture is kept while it is cropped: its own, or smaller in the same proportions. Even an eighth
 * of the smaller side of what is kept makes a good avatar, unless the picture is a ribbon.
 */
export function workingSize({ width, height }: Size): Size {
  const scale = Math.min(1, WORKING_SIDE / Math.max(width, height), Math.sqrt(WORKING_PIXELS / (width * height)));
  const shrunk = (side: number) => Math.max(1, Math.floor(side * scale));
  return scale === 1 ? { width, height } : { width: shrunk(width), height: shrunk(height) };
}
