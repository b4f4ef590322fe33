import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import { hasText, name4, u16le, u24le, u32le, u8 } from './bytes.ts';
import { readExif } from './exif.ts';
import { broken, noFrames } from './info.ts';
import type { ImageInfo, Size } from './info.ts';
import type { Orientation } from './orientation.ts';

const ANIMATION = 0x02;
const ALPHA = 0x10;

const names: Readonly<Record<string, string>> = { EXIF: 'EXIF', 'XMP ': 'XMP', ICCP: 'ICC' };

/** Whether a file begins as a WebP. */
export const isWebp = (bytes: Uint8Array): boolean => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP');

/** Walks the chunks of a WebP: lossy, lossless and extended (RFC 9649). */
export function readWebp(bytes: Uint8Array): Result<ImageInfo> {
  const riffEnd = 8 + u32le(bytes, 4);
  if (riffEnd > bytes.length) return broken('cut off');
  let extended: Extended | null = null;
  let image: Bitstream | null = null;
  let frames = 0;
  let orientation: Orientation | null = null;
  const metadata = new Set<string>();
  if (riffEnd < bytes.length) metadata.add('trailing data');

  for (let at = 12; at < riffEnd;) {
    const type = name4(bytes, at);
    const start = at + 8;
    const length = u32le(bytes, at + 4);
    const end = start + length;
    if (end > riffEnd) return broken(`cut off in ${type}`);
    switch (type) {
      case 'VP8X':
        if (at !== 12 || length < 10) return broken('VP8X is not where it belongs');
        extended = readExtended(bytes, start);
        break;
      case 'VP8 ':
      case 'VP8L': {
        if (!extended && at !== 12) return broken('the picture is not where it belongs');
        const read = type === 'VP8 ' ? readLossy(bytes, start, length) : readLossless(bytes, start, length);
        if (!read.ok) return read;
        image ??= read.value;
        break;
      }
      case 'ANMF':
        if (!extended || length < 24) return broken('a frame that is none');
        if (!isInside(bytes, start, extended)) return broken('a frame outside of the picture');
        frames += 1;
        break;
      case 'ANIM':
      case 'ALPH':
        break;
      default:
        metadata.add(names[type] ?? type);
        if (type === 'EXIF') {
          const exif = readExif(bytes, hasText(bytes, start, 'Exif\0\0') ? start + 6 : start, end);
          orientation ??= exif.orientation;
          if (exif.gps) metadata.add('GPS');
        }
    }
    at = end + (length % 2);
  }

  const common = { type: 'webp', orientation: orientation ?? 1, metadata: [...metadata] } as const;
  if (extended?.animation) {
    if (frames === 0) return noFrames();
    const { width, height, alpha } = extended;
    return ok({ ...common, width, height, frames, animated: frames > 1, hasAlpha: alpha });
  }
  if (!image) return broken('no picture');
  if (extended && (extended.width !== image.width || extended.height !== image.height)) return broken('two sizes');
  const { width, height } = image;
  return ok({ ...common, width, height, frames: 1, animated: false, hasAlpha: extended?.alpha ?? image.alpha });
}

interface Bitstream extends Size {
  readonly alpha: boolean;
}

interface Extended extends Bitstream {
  readonly animation: boolean;
}

function readExtended(bytes: Uint8Array, start: number): Extended {
  const flags = u8(bytes, start);
  return {
    width: 1 + u24le(bytes, start + 4),
    height: 1 + u24le(bytes, start + 7),
    alpha: (flags & ALPHA) !== 0,
    animation: (flags & ANIMATION) !== 0,
  };
}

/** A key frame of VP8 (RFC 6386, 9.1): its start code, then 14 bits each for width and height. */
function readLossy(bytes: Uint8Array, start: number, length: number): Result<Bitstream> {
  if (length < 10 || !hasText(bytes, start + 3, '\x9d\x01\x2a')) return broken('no key frame');
  if ((u8(bytes, start) & 1) !== 0) return broken('no key frame');
  const width = u16le(bytes, start + 6) & 0x3fff;
  const height = u16le(bytes, start + 8) & 0x3fff;
  if (width === 0 || height === 0) return broken('no size');
  return ok({ width, height, alpha: false });
}

/** VP8L (RFC 9649, 3.4): a signature, then 14 bits each for width and height less one, alpha, three bits of version. */
function readLossless(bytes: Uint8Array, start: number, length: number): Result<Bitstream> {
  const header = u32le(bytes, start + 1);
  if (length < 6 || u8(bytes, start) !== 0x2f || header >>> 29 !== 0) return broken('no lossless picture');
  return ok({
    width: 1 + (header & 0x3fff),
    height: 1 + ((header >>> 14) & 0x3fff),
    alpha: ((header >>> 28) & 1) === 1,
  });
}

/** Whether a frame of an animation lies within the canvas. Its corner is stored halved. */
function isInside(bytes: Uint8Array, start: number, canvas: Size): boolean {
  const right = 2 * u24le(bytes, start) + u24le(bytes, start + 6) + 1;
  const bottom = 2 * u24le(bytes, start + 3) + u24le(bytes, start + 9) + 1;
  return right <= canvas.width && bottom <= canvas.height;
}
