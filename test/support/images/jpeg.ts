import { BitWriter, quadrant } from './picture.ts';

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);

/** A segment with its length. */
export const segment = (code: number, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0xff, code]), u16(content.length + 2), content]);

/** The segment of EXIF around a TIFF block. */
export const exifSegment = (block: Uint8Array): Buffer =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), block]));

/** JFIF 1.01 without a thumbnail. */
export const jfif = segment(0xe0, Buffer.from([...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]));

/** Adobe's: 4 components are CMYK, inverted as Photoshop writes them. */
export const adobe = segment(0xee, Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]));

/** What kind of JPEG to make. */
export interface JpegOptions {
  /** Multiples of 8 make whole blocks. */
  readonly width?: number;
  readonly height?: number;
  /** Segments after the start. JFIF by default. */
  readonly segments?: readonly Uint8Array[];
  /** 3 by default; 4 is CMYK and wants the Adobe segment. */
  readonly components?: 1 | 3 | 4;
  readonly progressive?: boolean;
  /** What follows the end. */
  readonly after?: Uint8Array;
  /** Between the scan's data and the end. */
  readonly beforeEnd?: Uint8Array;
}

/**
 * A JPEG of four coloured quarters, 32 × 16 by default, after ITU-T T.81: each 8 × 8 block has one colour, so there are
 * DC coefficients only, and the Huffman tables are the simplest that do.
 */
export function jpeg(options: JpegOptions = {}): Buffer {
  const { width = 32, height = 16, segments = [jfif], components = 3, progressive = false } = options;
  const { after = Buffer.alloc(0), beforeEnd = Buffer.alloc(0) } = options;
  const ids = Array.from({ length: components }, (_, index) => index + 1);
  const frame = [8, ...u16(height), ...u16(width), components, ...ids.flatMap((id) => [id, 0x11, 0])];
  return Buffer.concat([
    SOI,
    ...segments,
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    segment(progressive ? 0xc2 : 0xc0, Buffer.from(frame)),
    // Twelve codes of four bits, one for each size of a DC difference; one code of one bit, "no more coefficients".
    segment(0xc4, Buffer.from([0x00, 0, 0, 0, 12, ...Array<number>(12).fill(0), ...Array(12).keys()])),
    segment(0xc4, Buffer.from([0x10, 1, ...Array<number>(15).fill(0), 0])),
    segment(0xda, Buffer.from([components, ...ids.flatMap((id) => [id, 0]), 0, progressive ? 0 : 63, 0])),
    scan(width, height, components, progressive),
    beforeEnd,
    EOI,
    after,
  ]);
}

function scan(width: number, height: number, components: 1 | 3 | 4, progressive: boolean): Buffer {
  const bits = new BitWriter('high');
  const previous = [0, 0, 0, 0];
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const [r, g, b] = quadrant(x, y, width, height).colour;
      const luma = 0.299 * r + 0.587 * g + 0.114 * b;
      const colour = {
        1: [luma],
        3: [luma, 128 - 0.168736 * r - 0.331264 * g + 0.5 * b, 128 + 0.5 * r - 0.418688 * g - 0.081312 * b],
        4: [r, g, b, 255],
      }[components];
      colour.forEach((value, index) => {
        const level = Math.round(8 * (value - 128));
        const difference = level - (previous[index] ?? 0);
        previous[index] = level;
        const size = 32 - Math.clz32(Math.abs(difference));
        bits.write(size, 4).write(difference < 0 ? difference - 1 : difference, size);
        if (!progressive) bits.write(0, 1);
      });
    }
  }
  // 0xff in the data is escaped with a zero.
  return Buffer.from([...bits.bytes(1)].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}
