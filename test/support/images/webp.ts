import { BitWriter, quadrant } from './picture.ts';

/** A chunk, padded to an even length. */
export const webpChunk = (type: string, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(type), u32(content.length), content, Buffer.alloc(content.length % 2)]);

/** A file of these chunks. */
export function webp(...chunks: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), u32(content.length), content]);
}

/** A lossless picture of four coloured quarters (RFC 9649, 3): no transform, and codes of one bit for each channel. */
export function lossless(width = 16, height = 8, alpha = false): Buffer {
  const bits = new BitWriter('low');
  bits
    .write(0x2f, 8)
    .write(width - 1, 14)
    .write(height - 1, 14)
    .write(alpha ? 1 : 0, 1)
    .write(0, 3);
  // No transform, no colour cache, one group of codes.
  bits.write(0, 1).write(0, 1).write(0, 1);
  // A simple code of two symbols of eight bits, 0 and 255, for green, red, blue and alpha; one of one symbol for distances.
  for (let channel = 0; channel < 4; channel += 1) bits.write(1, 1).write(1, 1).write(1, 1).write(0, 8).write(255, 8);
  bits.write(1, 1).write(0, 1).write(0, 1).write(0, 1);
  for (let at = 0; at < width * height; at += 1) {
    const { index, colour } = quadrant(at % width, Math.floor(at / width), width, height);
    const [r, g, b] = colour;
    for (const value of [g, r, b, alpha && index === 3 ? 0 : 255]) bits.write(value === 0 ? 0 : 1, 1);
  }
  return webpChunk('VP8L', bits.bytes());
}

/**
 * A lossy picture (RFC 6386). Its arithmetic decoder reads zeros as "the default" for every setting, "no coefficients"
 * for every block: one flat colour.
 */
export function lossy(width = 16, height = 8): Buffer {
  const partition = 64;
  const tag = (partition << 5) | (1 << 4);
  const header = [tag & 255, (tag >> 8) & 255, tag >> 16, 0x9d, 0x01, 0x2a, ...u16(width), ...u16(height)];
  return webpChunk('VP8 ', Buffer.concat([Buffer.from(header), Buffer.alloc(2 * partition)]));
}

/** What the extended header may announce. */
export const flags = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04, animation: 0x02 } as const;

/** The extended header. */
export const extended = (width = 16, height = 8, announced = 0): Buffer =>
  webpChunk('VP8X', Buffer.from([announced, 0, 0, 0, ...u24(width - 1), ...u24(height - 1)]));

/** The settings of an animation. */
export const animation = webpChunk('ANIM', Buffer.alloc(6));

/** A frame of an animation, at the upper left corner. */
export const frame = (width = 16, height = 8, image: Uint8Array = lossless(width, height)): Buffer =>
  webpChunk(
    'ANMF',
    Buffer.concat([Buffer.from([...u24(0), ...u24(0), ...u24(width - 1), ...u24(height - 1), ...u24(100), 0]), image]),
  );

const u16 = (value: number): number[] => [value & 255, value >> 8];
const u24 = (value: number): number[] => [...u16(value & 65535), value >> 16];
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
