/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** Upper left, upper right, lower left, lower right: all different, so that a turn or a mirroring shows. */
export const quarters = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
] as const satisfies readonly Colour[];

/** Which quarter of a picture a pixel is in. */
export function quadrant(x: number, y: number, width: number, height: number): { index: number; colour: Colour } {
  const index = (x * 2 >= width ? 1 : 0) + (y * 2 >= height ? 2 : 0);
  return { index, colour: quarters[index] ?? quarters[0] };
}

/** Bits packed into bytes, first one highest (`high`: JPEG) or lowest (`low`: GIF, WebP). */
export class BitWriter {
  readonly #bits: number[] = [];
  readonly #order: 'high' | 'low';

  constructor(order: 'high' | 'low') {
    this.#order = order;
  }

  /** Adds the `count` low bits of a number. */
  write(value: number, count: number): this {
    for (let bit = 0; bit < count; bit += 1) {
      this.#bits.push((value >> (this.#order === 'high' ? count - 1 - bit : bit)) & 1);
    }
    return this;
  }

  /** What was written; the last byte is filled up with `padding`. */
  bytes(padding: 0 | 1 = 0): Buffer {
    return Buffer.from(
      Array.from({ length: Math.ceil(this.#bits.length / 8) }, (_, byte) => {
        let value = 0;
        for (let bit = 0; bit < 8; bit += 1) {
          const set = this.#bits[byte * 8 + bit] ?? padding;
          value |= set << (this.#order === 'high' ? 7 - bit : bit);
        }
        return value;
      }),
    );
  }
}
