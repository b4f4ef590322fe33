import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import { hasText, u16be, u8 } from './bytes.ts';
import { readExif } from './exif.ts';
import { addSpan, broken, unsupported } from './info.ts';
import type { Parsed, Size, Span } from './info.ts';
import type { Orientation } from './orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;

/** Tables, restart interval, number of lines: DHT, DAC, DQT, DNL, DRI. A decoder needs them. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);

/** A progressive picture has about ten scans. Each costs a pass over all of it, so thousands are a bomb of their own. */
const MAX_SCANS = 100;

/** Whether a file begins as a JPEG. */
export const isJpeg = (bytes: Uint8Array): boolean => hasText(bytes, 0, '\xff\xd8\xff');

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B). What decoders skip with a shrug (bytes between segments, what
 * follows the end) is skipped and counted as metadata.
 */
export function readJpeg(bytes: Uint8Array): Result<Parsed> {
  let size: Size | null = null;
  let scans = 0;
  let orientation: Orientation | null = null;
  const metadata = new Set<string>();
  const picture: Span[] = [{ start: 0, end: 2 }];

  for (let at = 2; ;) {
    const found = nextMarker(bytes, at);
    if (found > at) metadata.add('stray bytes');
    let marker = found;
    while (bytes[marker + 1] === 0xff) marker += 1;
    if (marker + 1 >= bytes.length) return broken('no end');
    const code = u8(bytes, marker + 1);
    at = marker + 2;

    if (code === EOI) {
      if (!size || scans === 0) return broken('no picture');
      addSpan(picture, marker, at);
      if (at < bytes.length) metadata.add('trailing data');
      return ok({
        info: {
          type: 'jpeg',
          ...size,
          orientation: orientation ?? 1,
          animated: false,
          frames: 1,
          hasAlpha: false,
          metadata: [...metadata],
        },
        picture,
      });
    }
    if (code === SOI) return broken('it begins twice');
    if (code <= 0x01 || isRestart(code)) {
      metadata.add('stray bytes');
      continue;
    }

    const length = u16be(bytes, at);
    const end = at + length;
    if (length < 2 || end > bytes.length) return broken(`cut off in segment ${hex(code)}`);
    if (code === SOS) {
      if (!size) return broken('a scan before its frame');
      scans += 1;
      if (scans > MAX_SCANS) return broken(`more than ${MAX_SCANS} scans`);
      at = scanEnd(bytes, end);
      addSpan(picture, marker, at);
      continue;
    }
    if (isFrame(code)) {
      if (size) return broken('two frames');
      const read = readFrame(bytes, at, length, code);
      if (!read.ok) return read;
      size = read.value;
    }
    if (isFrame(code) || tables.has(code) || isHarmless(bytes, at, length, code)) {
      addSpan(picture, marker, end);
    } else {
      const block = segmentName(bytes, at + 2, code);
      metadata.add(block);
      if (block === 'EXIF') {
        const exif = readExif(bytes, at + 8, end);
        orientation ??= exif.orientation;
        if (exif.gps) metadata.add('GPS');
      }
    }
    at = end;
  }
}

/** Where the next 0xff is, or the end of the file. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0xff) at += 1;
  return at;
}

/** Where a scan's data ends: at the first marker that is neither a restart nor an escaped 0xff. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    at = nextMarker(bytes, at);
    if (at + 1 >= bytes.length) return bytes.length;
    const code = u8(bytes, at + 1);
    if (code === 0xff) at += 1;
    else if (code === 0 || isRestart(code)) at += 2;
    else return at;
  }
}

const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7;

/** SOF0 to SOF15: C4, C8 and CC in between mean something else. */
const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;

/** @param at where the segment's length is */
function readFrame(bytes: Uint8Array, at: number, length: number, code: number): Result<Size> {
  // Baseline, extended and progressive with Huffman coding are what browsers decode, at 8 bits.
  if (code > 0xc2) return unsupported(`JPEG SOF${code - 0xc0}`);
  const precision = u8(bytes, at + 2);
  if (precision === 12) return unsupported('JPEG 12 bit');
  const height = u16be(bytes, at + 3);
  const width = u16be(bytes, at + 5);
  const components = u8(bytes, at + 7);
  if (precision !== 8 || ![1, 3, 4].includes(components)) return broken('a frame that is none');
  if (length !== 8 + 3 * components) return broken('a frame of the wrong length');
  if (width === 0 || height === 0) return broken('no size');
  return ok({ width, height });
}

/**
 * Segments that say how to read the colours and nothing of the person: JFIF's without its thumbnail, and Adobe's,
 * without which the colours of CMYK and RGB files would be wrong.
 */
function isHarmless(bytes: Uint8Array, at: number, length: number, code: number): boolean {
  if (code === 0xe0) return length === 16 && hasText(bytes, at + 2, 'JFIF\0') && u16be(bytes, at + 14) === 0;
  return code === 0xee && length === 14 && hasText(bytes, at + 2, 'Adobe');
}

/** @param at where the segment's content begins */
function segmentName(bytes: Uint8Array, at: number, code: number): string {
  if (code === COMMENT) return 'comment';
  if (code === 0xe1 && hasText(bytes, at, 'Exif\0')) return 'EXIF';
  if (code === 0xe1 && hasText(bytes, at, 'http://ns.adobe.com/x')) return 'XMP';
  if (code === 0xe2 && hasText(bytes, at, 'ICC_PROFILE\0')) return 'ICC';
  if (code === 0xed && hasText(bytes, at, 'Photoshop 3.0\0')) return 'IPTC';
  return code >= 0xe0 && code <= 0xef ? `APP${code - 0xe0}` : `segment ${hex(code)}`;
}

const hex = (code: number): string => code.toString(16).toUpperCase();
