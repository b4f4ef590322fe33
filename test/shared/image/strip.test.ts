import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadataIn } from '../../../shared/image/inspect.ts';
import { stripMetadata } from '../../../shared/image/strip.ts';
import {
  adobe,
  CAMERA,
  chattyPng,
  damaged,
  gif,
  holidayPhoto,
  jfif,
  jpeg,
  png,
  pngChunk,
  segment,
  sound,
} from '../../support/images.ts';

/** The stripped file, which must be one. */
function stripped(bytes: Uint8Array): Buffer {
  const result = stripMetadata(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return Buffer.from(result.value);
}

const pictures = Object.entries(sound).filter(([name]) => /^(png|jpeg)/.test(name));

describe('taking the metadata out of a picture', () => {
  it.each(pictures)('leaves none, and a file that is whole: %s', (_, bytes) => {
    expect(metadataIn(stripped(bytes))).toEqual({ ok: true, value: [] });
  });

  it('leaves no byte of the camera, the place, the author or the film behind the photo', () => {
    for (const file of [holidayPhoto, chattyPng]) {
      expect(file.includes(CAMERA)).toBe(true);
      for (const secret of [CAMERA, 'Exif', 'Anna', 'adobe:ns:meta', 'video', 'Photoshop', 'ICC_PROFILE']) {
        expect(stripped(file).includes(secret), secret).toBe(false);
      }
    }
  });

  it('gives back, byte for byte, the picture to which the metadata was added', () => {
    const block = fc.record({ size: fc.nat(300), code: fc.constantFrom(0xe1, 0xe2, 0xe5, 0xed, 0xfe) });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.uint8Array({ maxLength: 20 }), (blocks, after) => {
        const segments = blocks.map(({ code, size }) => segment(code, Buffer.alloc(size, code)));
        expect(stripped(jpeg({ segments: [jfif, ...segments], after }))).toEqual(jpeg());
        const chunks = blocks.map(({ size }, index) => pngChunk(index % 2 ? 'tEXt' : 'prVt', Buffer.alloc(size)));
        expect(stripped(Buffer.concat([png({ before: chunks, after: chunks }), after]))).toEqual(png());
      }),
    );
  });

  it('keeps what the colours depend on: a palette, transparent colours, the kind of CMYK', () => {
    expect(stripped(png({ colour: 'palette' }))).toEqual(png({ colour: 'palette' }));
    const cmyk = jpeg({ components: 4, segments: [adobe] });
    expect(stripped(cmyk)).toEqual(cmyk);
  });

  it('changes a clean picture in nothing, also an animated one', () => {
    for (const bytes of [jpeg(), jpeg({ progressive: true }), png(), png({ frames: 3 })]) {
      expect(stripped(bytes)).toEqual(bytes);
    }
  });

  it('does not touch the file it was given', () => {
    const before = Buffer.from(holidayPhoto);
    stripped(holidayPhoto).fill(0);
    expect(holidayPhoto).toEqual(before);
  });

  it('is refused for damaged files and for other kinds', () => {
    expect(stripMetadata(damaged['png: no data'] ?? Buffer.alloc(0))).toMatchObject({
      error: { code: 'image_broken' },
    });
    for (const bytes of [gif(), Buffer.from('hello')]) {
      expect(stripMetadata(bytes)).toMatchObject({ error: { code: 'image_unsupported' } });
    }
  });
});

describe('asking for the metadata', () => {
  it('says nothing of a file that cannot be read: none found is not none there', () => {
    expect(metadataIn(holidayPhoto.subarray(0, 60))).toMatchObject({ ok: false, error: { code: 'image_broken' } });
  });
});
