import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import { hasText, u16le, u8 } from './bytes.ts';
import { broken, noFrames } from './info.ts';
import type { ImageInfo } from './info.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;

const GRAPHIC_CONTROL = 0xf9;
const COMMENT = 0xfe;
const APPLICATION = 0xff;

/** Whether a file begins as a GIF. */
export const isGif = (bytes: Uint8Array): boolean => hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a');

/**
 * Walks the blocks of a GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt). The size is the logical screen's, or the
 * first frame's where that is larger, as decoders have it; alpha is the first frame's.
 */
export function readGif(bytes: Uint8Array): Result<ImageInfo> {
  let width = u16le(bytes, 6);
  let height = u16le(bytes, 8);
  let hasAlpha = false;
  let frames = 0;
  let transparent = false;
  const metadata = new Set<string>();

  for (let at = 13 + colourTable(u8(bytes, 10)); at < bytes.length;) {
    const block = u8(bytes, at);
    if (block === TRAILER) {
      if (frames === 0) return noFrames();
      if (width === 0 || height === 0) return broken('no size');
      if (at + 1 < bytes.length) metadata.add('trailing data');
      return ok({
        type: 'gif',
        width,
        height,
        orientation: 1,
        animated: frames > 1,
        frames,
        hasAlpha,
        metadata: [...metadata],
      });
    }
    if (block === IMAGE) {
      if (frames === 0) {
        const right = u16le(bytes, at + 1) + u16le(bytes, at + 5);
        const bottom = u16le(bytes, at + 3) + u16le(bytes, at + 7);
        width = Math.max(width, right);
        height = Math.max(height, bottom);
        hasAlpha = transparent || u16le(bytes, at + 5) < width || u16le(bytes, at + 7) < height;
      }
      frames += 1;
      transparent = false;
      const data = at + 10 + colourTable(u8(bytes, at + 9));
      if (data >= bytes.length) return broken('cut off in a frame');
      if (u8(bytes, data) > 8) return broken('a frame of more than 8 bits');
      if (u8(bytes, data + 1) === 0) return broken('a frame without data');
      at = skipBlocks(bytes, data + 1);
    } else if (block === EXTENSION) {
      const label = u8(bytes, at + 1);
      if (label === GRAPHIC_CONTROL) transparent = (u8(bytes, at + 3) & 1) === 1;
      else if (!isLoop(bytes, at, label)) metadata.add(extensionName(bytes, at, label));
      at = skipBlocks(bytes, at + 2);
    } else {
      return broken('this is no block');
    }
  }
  return broken('no end');
}

/** How many bytes the table of colours takes that a block's flags announce. */
const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where a list of sub-blocks ends, each with its length in its first byte; past the file's end if it is cut off. */
function skipBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && u8(bytes, at) !== 0) at += 1 + u8(bytes, at);
  return at + 1;
}

const isLoop = (bytes: Uint8Array, at: number, label: number): boolean =>
  label === APPLICATION && (hasText(bytes, at + 3, 'NETSCAPE2.0') || hasText(bytes, at + 3, 'ANIMEXTS1.0'));

function extensionName(bytes: Uint8Array, at: number, label: number): string {
  if (label === COMMENT) return 'comment';
  if (label === 0x01) return 'text';
  if (label === APPLICATION && hasText(bytes, at + 3, 'XMP DataXMP')) return 'XMP';
  if (label === APPLICATION && hasText(bytes, at + 3, 'ICCRGBG1012')) return 'ICC';
  return 'extension';
}
