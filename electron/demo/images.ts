import { deflateSync } from 'node:zlib';

export interface ImageKind {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp';
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], offset = 0): boolean =>
  signature.every((byte, index) => bytes[offset + index] === byte);

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

/**
 * What an image is by its first bytes. The part's content type says nothing: the official client sends
 * `application/octet-stream`.
 *
 * @returns null for anything but PNG, JPEG, GIF and WebP.
 */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  if (startsWith(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return { type: 'image/png', extension: 'png' };
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { type: 'image/jpeg', extension: 'jpg' };
  if (startsWith(bytes, ascii('GIF87a')) || startsWith(bytes, ascii('GIF89a'))) {
    return { type: 'image/gif', extension: 'gif' };
  }
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) {
    return { type: 'image/webp', extension: 'webp' };
  }
  return null;
}

const SIDE = 128;
const backgrounds = [0x8fb8de, 0xe6b89c, 0xa5c9a1, 0xc3a6d8, 0xe3c879, 0x8ec9c4] as const;
const shirts = [0x2f4a6d, 0x7a3e48, 0x3c5a40, 0x54406b, 0x6b5a2e, 0x2d5f63] as const;
const skin = 0xf2d6bd;

/** The checksum of a PNG chunk (ISO 3309). Node 21 is in our range and has no `zlib.crc32`. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Blends two colours: `share` of the second one over the first. */
function blend(under: number, over: number, share: number): number {
  const channel = (shift: number): number => {
    const low = (under >> shift) & 0xff;
    const high = (over >> shift) & 0xff;
    return Math.round(low + (high - low) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/**
 * A picture for a colleague: head and shoulders in one of a few colours, always the same for the same seed. A PNG of
 * 128 × 128 pixels; drawn here so that the demo carries no binary files and no real faces.
 */
export function portrait(seed: number): Uint8Array<ArrayBuffer> {
  const background = backgrounds[seed % backgrounds.length] ?? backgrounds[0];
  const shirt = shirts[(seed * 7) % shirts.length] ?? shirts[0];
  /** How much of a pixel lies inside a circle, its edge one pixel soft. */
  const inside = (x: number, y: number, cx: number, cy: number, radius: number): number =>
    Math.min(1, Math.max(0, radius - Math.hypot(x + 0.5 - cx, y + 0.5 - cy) + 0.5));

  const stride = 1 + SIDE * 3;
  const rows = Buffer.alloc(SIDE * stride);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const shoulders = blend(background, shirt, inside(x, y, SIDE / 2, SIDE * 1.05, SIDE * 0.42));
      const pixel = blend(shoulders, skin, inside(x, y, SIDE / 2, SIDE * 0.42, SIDE * 0.22));
      rows.writeUIntBE(pixel, y * stride + 1 + x * 3, 3);
    }
  }

  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2], 8); // eight bits a channel, true colour
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}
