import { crc32, deflateSync } from 'node:zlib';
import { type Colour, quadrant } from './picture.ts';

/** A chunk, with its checksum. */
export function pngChunk(type: string, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([u32(content.length), named, u32(crc32(named))]);
}

/** What kind of PNG to make. */
export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  /** `rgb` by default; `rgba` makes the lower right quarter transparent, `palette` has a tRNS chunk that does. */
  readonly colour?: 'rgb' | 'rgba' | 'palette' | 'bits';
  /** Chunks between the header and the picture. */
  readonly before?: readonly Uint8Array[];
  /** Chunks between the picture and the end. */
  readonly after?: readonly Uint8Array[];
  /** Frames of an APNG. */
  readonly frames?: number;
}

const types = { rgb: 2, rgba: 6, palette: 3, bits: 0 } as const;

/** A PNG of four coloured quarters (`bits`: all black), 16 × 8 by default. https://www.w3.org/TR/png-3/ */
export function png(options: PngOptions = {}): Buffer {
  const { width = 16, height = 8, colour = 'rgb', before = [], after = [], frames } = options;
  const data = deflateSync(rows(width, height, colour), { level: 9 });
  const header = Buffer.concat([
    u32(width),
    u32(height),
    Buffer.from([colour === 'bits' ? 1 : 8, types[colour], 0, 0, 0]),
  ]);
  const control = (sequence: number) =>
    pngChunk(
      'fcTL',
      Buffer.concat([u32(sequence), u32(width), u32(height), u32(0), u32(0), Buffer.from([0, 1, 0, 10, 0, 0])]),
    );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...before,
    ...(frames === undefined ? [] : [pngChunk('acTL', Buffer.concat([u32(frames), u32(0)]))]),
    ...(colour === 'palette' ? [pngChunk('PLTE', palette()), pngChunk('tRNS', Buffer.from([255, 255, 255, 0]))] : []),
    ...(frames ? [control(0)] : []),
    pngChunk('IDAT', data),
    ...Array.from({ length: Math.max(0, (frames ?? 0) - 1) }, (_, index) => [
      control(1 + 2 * index),
      pngChunk('fdAT', Buffer.concat([u32(2 + 2 * index), data])),
    ]).flat(),
    ...after,
    pngChunk('IEND'),
  ]);
}

/** A PNG whose header has the given size, depth and colour type, true or not, with the right checksum. */
export function pngClaiming(width: number, height: number, kind: readonly number[] = [8, 2, 0, 0, 0]): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from(kind)]);
  return Buffer.concat([png().subarray(0, 8), pngChunk('IHDR', header), png().subarray(33)]);
}

/** An international text chunk, not compressed. */
export const pngText = (keyword: string, text: string): Buffer =>
  pngChunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`));

function rows(width: number, height: number, colour: 'rgb' | 'rgba' | 'palette' | 'bits'): Buffer {
  if (colour === 'bits') return Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  const pixel = (index: number, [r, g, b]: Colour) =>
    ({ rgb: [r, g, b], rgba: [r, g, b, index === 3 ? 0 : 255], palette: [index] })[colour];
  return Buffer.from(
    Array.from({ length: height }, (_, y) => [
      0,
      ...Array.from({ length: width }, (__, x) => {
        const { index, colour: value } = quadrant(x, y, width, height);
        return pixel(index, value);
      }).flat(),
    ]).flat(),
  );
}

const palette = () => Buffer.from([0, 1, 2, 3].flatMap((index) => [...quadrant(index % 2, index >> 1, 2, 2).colour]));

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
