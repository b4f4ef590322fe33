import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectImage, metadataIn } from '../../../shared/image/inspect.ts';
import { stripMetadata } from '../../../shared/image/strip.ts';
import { exifSegment, foreign, gif, holidayPhoto, jpeg, png, pngChunk, sound } from '../../support/images.ts';

const samples = Object.entries(sound);
const anySample = fc.constantFrom(...samples.map(([, bytes]) => bytes));

/** The most reads of a byte for each byte of a file, and for a file of none: the text of an SVG is looked for in 4096. */
const READS_PER_BYTE = 8;
const READS = 5000;

/** Counts every read of a byte. */
function counting(bytes: Uint8Array): { bytes: Uint8Array; reads: () => number } {
  let reads = 0;
  const proxy = new Proxy(bytes, {
    get(target, property) {
      if (typeof property === 'string' && /^\d+$/.test(property)) {
        reads += 1;
        return target[Number(property)];
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { bytes: proxy, reads: () => reads };
}

/** What must hold for every file there can be. */
function survives(file: Uint8Array): void {
  const { bytes, reads } = counting(file);
  const result = inspectImage(bytes);
  expect(reads()).toBeLessThanOrEqual(READS_PER_BYTE * file.length + READS);
  if (result.ok) {
    const { width, height, frames } = result.value;
    expect(Math.min(width, height, frames)).toBeGreaterThanOrEqual(1);
  }
  const stripped = stripMetadata(file);
  if (!stripped.ok) return;
  const left = metadataIn(stripped.value);
  // What is left of a small file may be too little for its pixels, which is another matter.
  if (left.ok || left.error.code !== 'image_too_many_pixels') expect(left).toEqual({ ok: true, value: [] });
}

describe('whatever a file holds, looking at it throws nothing and takes a bounded number of steps', () => {
  it('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), survives));
  });

  it('random bytes after the beginning of an image', () => {
    const starts = [...samples.map(([, bytes]) => bytes), ...foreign.map(([, bytes]) => bytes)];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(64), fc.uint8Array({ maxLength: 500 }), (start, keep, rest) => {
        survives(Buffer.concat([start.subarray(0, keep), rest]));
      }),
      { numRuns: 500 },
    );
  });

  it('flipped bits', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anySample, flips, (sample, all) => {
        const bytes = Uint8Array.from(sample);
        for (const [at, bit] of all) {
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        }
        survives(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('numbers that are as large, as small or as odd as can be', () => {
    const words = fc.constantFrom(
      [0xff, 0xff, 0xff, 0xff],
      [0, 0, 0, 0],
      [0x7f, 0xff, 0xff, 0xff],
      [0, 0, 0, 1],
      [1, 0, 0, 0],
    );
    fc.assert(
      fc.property(anySample, fc.nat(), words, (sample, at, word) => {
        const bytes = Uint8Array.from(sample);
        bytes.set(word, at % (bytes.length - 4));
        survives(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('parts taken out, doubled and mixed', () => {
    fc.assert(
      fc.property(anySample, anySample, fc.nat(), fc.nat(), fc.nat(), (one, other, from, to, at) => {
        const [start, end] = [from % one.length, to % one.length];
        survives(Buffer.concat([one.subarray(0, end), one.subarray(start)]));
        survives(Buffer.concat([one.subarray(0, start), other.subarray(at % other.length)]));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['PNG of empty chunks', Buffer.concat([png().subarray(0, 33), ...Array<Buffer>(20_000).fill(pngChunk('tEXt'))])],
    [
      'PNG of EXIF',
      png({ before: Array<Buffer>(500).fill(pngChunk('eXIf', Buffer.alloc(500, 'MM\0*\0\0\0\x08\xff'))) }),
    ],
    ['JPEG of empty segments', jpeg({ segments: Array<Buffer>(20_000).fill(Buffer.from([0xff, 0xe5, 0, 2])) })],
    ['JPEG of fill bytes', jpeg({ segments: [Buffer.alloc(100_000, 0xff)] })],
    ['JPEG of stray bytes', jpeg({ segments: [Buffer.alloc(100_000, Buffer.from([0xff, 0]))] })],
    [
      'JPEG of EXIF',
      jpeg({ segments: Array<Buffer>(500).fill(exifSegment(Buffer.alloc(500, 'MM\0*\0\0\0\x08\xff'))) }),
    ],
    ['GIF of small frames', gif({ width: 1, height: 1, frames: 5000 })],
  ])('a %s', (_, bytes) => {
    survives(bytes);
  });
});

describe('a file that was cut off', () => {
  it.each(samples)('is refused wherever that happened: %s', (_, bytes) => {
    // What hangs on after the end of the picture may be missing.
    const whole = bytes === holidayPhoto ? bytes.subarray(0, bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2) : bytes;
    for (let length = 0; length < whole.length; length += whole.length > 5000 ? 7 : 1) {
      expect(inspectImage(whole.subarray(0, length)).ok, `${length} of ${whole.length} bytes`).toBe(false);
    }
  });
});
