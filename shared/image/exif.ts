import { hasText, u16be, u16le, u32be, u32le } from './bytes.ts';
import { asOrientation } from './orientation.ts';
import type { Orientation } from './orientation.ts';

/** What of a block of EXIF is of interest before it is thrown away. */
export interface Exif {
  readonly orientation: Orientation;
  /** It says where the picture was taken. */
  readonly gps: boolean;
}

const ORIENTATION = 0x0112;
const GPS = 0x8825;
const SHORT = 3;

/**
 * Reads the first directory of a block of EXIF, which is a little TIFF file in either byte order (CIPA DC-008, 4.6).
 * A damaged block is one that says nothing, as it is to every decoder.
 * @param start where the TIFF header begins, after any `Exif\0\0`
 * @param end where the block ends
 */
export function readExif(bytes: Uint8Array, start: number, end: number): Exif {
  const little = hasText(bytes, start, 'II*\0');
  if (!little && !hasText(bytes, start, 'MM\0*')) return { orientation: 1, gps: false };
  const u16 = little ? u16le : u16be;
  const u32 = little ? u32le : u32be;

  const directory = start + u32(bytes, start + 4);
  if (directory + 2 > end) return { orientation: 1, gps: false };
  const entries = Math.min(u16(bytes, directory), Math.floor((end - directory - 2) / 12));
  let orientation: Orientation = 1;
  let gps = false;
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    const tag = u16(bytes, entry);
    if (tag === GPS) gps = true;
    if (tag === ORIENTATION && u16(bytes, entry + 2) === SHORT) orientation = asOrientation(u16(bytes, entry + 8));
  }
  return { orientation, gps };
}
