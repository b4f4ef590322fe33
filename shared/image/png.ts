import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import { crc32, hasText, name4, u32be, u8 } from './bytes.ts';
import { readExif } from './exif.ts';
import { addSpan, broken, noFrames } from './info.ts';
import type { Parsed, Span } from './info.ts';
import type { Orientation } from './orientation.ts';

/** What the picture is made of, animation included. Everything else is metadata. */
const pictureChunks: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

const names: Readonly<Record<string, string>> = { eXIf: 'EXIF', iCCP: 'ICC', tEXt: 'text', zTXt: 'text', iTXt: 'text' };

/** The bit depths each colour type may have (PNG third edition, table 7). */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

const PALETTE = 3;
const LARGEST_LENGTH = 2 ** 31 - 1;

/** Whether a file begins as a PNG. */
export const isPng = (bytes: Uint8Array): boolean => hasText(bytes, 0, '\x89PNG\r\n\x1a\n');

/**
 * Walks the chunks of a PNG (https://www.w3.org/TR/png-3/). Checksums are checked where a decoder needs the chunk; the
 * compressed data is not looked into.
 */
export function readPng(bytes: Uint8Array): Result<Parsed> {
  let header: Header | null = null;
  let palette = false;
  let transparency = false;
  let data = 0;
  let animation = false;
  let frames = 0;
  let orientation: Orientation | null = null;
  const metadata = new Set<string>();
  const picture: Span[] = [{ start: 0, end: 8 }];

  for (let at = 8; at + 12 <= bytes.length;) {
    const length = u32be(bytes, at);
    const type = name4(bytes, at + 4);
    const start = at + 8;
    const end = start + length;
    if (length > LARGEST_LENGTH || !/^[A-Za-z]{4}$/.test(type)) return broken('this is no chunk');
    if (end + 4 > bytes.length) return broken(`cut off in ${type}`);
    const critical = type.charCodeAt(0) < 0x60;
    if (critical && crc32(bytes, at + 4, end) !== u32be(bytes, end)) return broken(`wrong checksum of ${type}`);
    if ((type === 'IHDR') !== (header === null)) return broken('IHDR is not where it belongs');

    if (pictureChunks.has(type)) addSpan(picture, at, end + 4);
    else if (critical) return broken(`${type} cannot be understood`);
    else metadata.add(isXmp(bytes, type, start) ? 'XMP' : (names[type] ?? type));

    switch (type) {
      case 'IHDR': {
        const read = readHeader(bytes, start, length);
        if (!read.ok) return read;
        header = read.value;
        break;
      }
      case 'PLTE':
        palette = length > 0 && length % 3 === 0 && length <= 768;
        break;
      case 'tRNS':
        transparency = true;
        break;
      case 'IDAT':
        data += length;
        break;
      case 'acTL':
        animation = true;
        break;
      case 'fcTL':
        frames += 1;
        break;
      case 'eXIf': {
        const exif = readExif(bytes, start, end);
        orientation ??= exif.orientation;
        if (exif.gps) metadata.add('GPS');
        break;
      }
    }
    at = end + 4;
    if (type !== 'IEND') continue;

    if (!header) return broken('no IHDR');
    if (header.colour === PALETTE && !palette) return broken('no palette');
    if (data === 0) return broken('no IDAT');
    if (animation && frames === 0) return noFrames();
    if (at < bytes.length) metadata.add('trailing data');
    return ok({
      info: {
        type: 'png',
        width: header.width,
        height: header.height,
        orientation: orientation ?? 1,
        animated: animation && frames > 1,
        frames: animation ? frames : 1,
        hasAlpha: transparency || header.colour >= 4,
        metadata: [...metadata],
      },
      picture,
    });
  }
  return broken('no IEND');
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly colour: number;
}

function readHeader(bytes: Uint8Array, start: number, length: number): Result<Header> {
  if (length !== 13) return broken('IHDR is not 13 bytes');
  const width = u32be(bytes, start);
  const height = u32be(bytes, start + 4);
  const depth = u8(bytes, start + 8);
  const colour = u8(bytes, start + 9);
  if (width === 0 || height === 0) return broken('no size');
  if (width > LARGEST_LENGTH || height > LARGEST_LENGTH) return broken('a size that is none');
  if (!depths[colour]?.includes(depth)) return broken(`colour type ${colour} has no ${depth} bits`);
  if (u8(bytes, start + 10) !== 0 || u8(bytes, start + 11) !== 0) return broken('a compression that is none');
  if (u8(bytes, start + 12) > 1) return broken('an interlacing that is none');
  return ok({ width, height, colour });
}

const isXmp = (bytes: Uint8Array, type: string, start: number): boolean =>
  type === 'iTXt' && hasText(bytes, start, 'XML:com.adobe.xmp\0');
