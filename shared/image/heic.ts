import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import { hasText, name4, u32be, u8 } from './bytes.ts';
import { broken } from './info.ts';
import type { ImageInfo } from './info.ts';

const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);

/** What lies around the boxes that are of interest, and how many bytes come before the boxes inside. */
const containers: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** The most of a file's list of brands that is read. Real ones have under ten. */
const MAX_BRANDS = 64;

/** The brand family of a file in ISO's media container, or null for what is no image. */
export function heifKind(bytes: Uint8Array): 'heic' | 'AVIF' | 'HEIF' | null {
  if (!hasText(bytes, 4, 'ftyp')) return null;
  const end = Math.min(u32be(bytes, 0), bytes.length, 16 + 4 * MAX_BRANDS);
  const brands = [name4(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(name4(bytes, at));
  if (brands.some((brand) => heicBrands.has(brand))) return 'heic';
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'AVIF';
  return brands.some((brand) => brand === 'mif1' || brand === 'msf1') ? 'HEIF' : null;
}

/**
 * Reads what is easily had of a HEIC (ISO/IEC 23008-12): it is not decoded by us, so it is not taken apart either. The
 * size is the largest of any image in the file, which is the main one: tiles, thumbnails and depth maps are smaller.
 */
export function readHeic(bytes: Uint8Array): Result<ImageInfo> {
  let width = 0;
  let height = 0;
  let quarterTurns = 0;
  let hasAlpha = false;
  const metadata = new Set<string>();

  // Containers are entered, not skipped, so one loop meets every box once. What is inside needs not end where its
  // container does: a box that is too long for it is found out by the file's own end.
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) return broken('cut off between boxes');
    const type = name4(bytes, at + 4);
    const box = boxSize(bytes, at);
    if (box.length < box.header) return broken(`${JSON.stringify(type)} is no box`);
    if (at + box.length > bytes.length) return broken(`cut off in ${type}`);
    const start = at + box.header;
    switch (type) {
      case 'ispe': {
        const [w, h] = [u32be(bytes, start + 4), u32be(bytes, start + 8)];
        if (w * h > width * height) [width, height] = [w, h];
        break;
      }
      case 'irot':
        quarterTurns = u8(bytes, start) & 3;
        break;
      case 'auxC':
        hasAlpha ||= hasText(bytes, start + 4, 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha');
        break;
      case 'colr':
        if (hasText(bytes, start, 'prof') || hasText(bytes, start, 'rICC')) metadata.add('ICC');
        break;
      case 'iinf':
        addItems(metadata, bytes, start, at + box.length);
        break;
    }
    const inside = containers[type];
    at = inside === undefined ? at + box.length : start + inside;
  }
  if (width === 0 || height === 0) return broken('no size');
  const orientation = turned[quarterTurns] ?? 1;
  return ok({
    type: 'heic',
    width,
    height,
    orientation,
    animated: false,
    frames: 1,
    hasAlpha,
    metadata: [...metadata],
  });
}

/** EXIF's orientation for quarter turns to the left. */
const turned = [1, 8, 3, 6] as const;

interface BoxSize {
  readonly header: number;
  readonly length: number;
}

/** A length of 1 means that it follows in 8 bytes, one of 0 that the box goes to the end of the file. */
function boxSize(bytes: Uint8Array, at: number): BoxSize {
  const length = u32be(bytes, at);
  if (length === 1) return { header: 16, length: u32be(bytes, at + 8) * 2 ** 32 + u32be(bytes, at + 12) };
  return { header: 8, length: length === 0 ? bytes.length - at : length };
}

/** Adds what of the items that the file lists (`iinf`) is metadata. */
function addItems(metadata: Set<string>, bytes: Uint8Array, start: number, end: number): void {
  for (let at = start + (u8(bytes, start) === 0 ? 6 : 8); at + 8 <= end;) {
    const length = u32be(bytes, at);
    if (length < 8) return;
    const version = u8(bytes, at + 8);
    const type = name4(bytes, at + (version === 2 ? 16 : 18));
    if (type === 'Exif') metadata.add('EXIF');
    if (type === 'mime') metadata.add('XMP');
    at += length;
  }
}
