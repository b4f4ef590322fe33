import { inflateSync } from 'node:zlib';

/** A decoded picture: `pixels` holds red, green, blue and alpha, 0 to 255, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Decodes a PNG of the kind the app's icons are: 8 bits a channel, RGBA, not interlaced.
 * https://www.w3.org/TR/png-3/
 * @throws Error for any other kind, and for what is no PNG
 */
export function decodePng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('Not a PNG');
  const data: Buffer[] = [];
  let width = 0;
  let height = 0;
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('ascii', at + 4, at + 8);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = chunk.readUInt32BE(0);
      height = chunk.readUInt32BE(4);
      const kind = [...chunk.subarray(8)].join(' ');
      if (kind !== '8 6 0 0 0') throw new Error(`Not a plain 8-bit RGBA PNG: ${kind}`);
    }
    if (type === 'IDAT') data.push(chunk);
    at += 12 + length;
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width * 4, height) };
}

/** Each row is stored as what it differs by from its neighbours; its first byte says how. */
function unfilter(rows: Uint8Array, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  const before = (index: number, exists: boolean) => (exists ? (out[index] ?? 0) : 0);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = before(at - 4, x >= 4);
      const up = before(at - stride, y > 0);
      const corner = before(at - stride - 4, x >= 4 && y > 0);
      out[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4: {
      const guess = left + up - corner;
      const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      throw new Error(`Unknown PNG filter ${filter}`);
  }
}
