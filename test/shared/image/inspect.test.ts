import { describe, expect, it } from 'vitest';
import { inspectImage, MAX_FILE_BYTES } from '../../../shared/image/inspect.ts';
import {
  bombs,
  chattyPng,
  damaged,
  empty,
  exif,
  exifSegment,
  extended,
  flags,
  foreign,
  gif,
  heic,
  holidayPhoto,
  jpeg,
  lossless,
  notImages,
  png,
  pngChunk,
  sound,
  webp,
  webpChunk,
} from '../../support/images.ts';

const inspected = (bytes: Uint8Array) => {
  const result = inspectImage(bytes);
  return result.ok ? result.value : result.error;
};
const codeOf = (bytes: Uint8Array) => {
  const result = inspectImage(bytes);
  return result.ok ? 'ok' : result.error.code;
};

describe('a file that is an image', () => {
  it.each(Object.entries(sound))('is known for what it is: %s', (name, bytes) => {
    expect(inspected(bytes)).toMatchObject({ type: name.split(',')[0] });
  });

  it('has its size as it is stored', () => {
    expect(inspected(png({ width: 7, height: 5 }))).toMatchObject({ width: 7, height: 5 });
    expect(inspected(jpeg({ width: 24, height: 40 }))).toMatchObject({ width: 24, height: 40 });
    expect(inspected(gif({ width: 300, height: 2 }))).toMatchObject({ width: 300, height: 2 });
    expect(inspected(sound['webp, lossy'])).toMatchObject({ width: 16, height: 8 });
    expect(inspected(webp(lossless(9, 3)))).toMatchObject({ width: 9, height: 3 });
    expect(inspected(sound['webp, animated'])).toMatchObject({ width: 16, height: 8 });
    expect(inspected(heic())).toMatchObject({ width: 4032, height: 3024 });
  });

  it('has the size of its first frame where that is larger than the screen of a GIF', () => {
    expect(inspected(sound['gif, a frame larger than the screen'])).toMatchObject({ width: 16, height: 8 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('tells orientation %i, in either byte order', (orientation) => {
    for (const order of ['big', 'little'] as const) {
      const block = exif({ orientation, order });
      expect(inspected(jpeg({ segments: [exifSegment(block)] }))).toMatchObject({ orientation });
      expect(inspected(png({ before: [pngChunk('eXIf', block)] }))).toMatchObject({ orientation });
      expect(inspected(webp(extended(16, 8, flags.exif), lossless(), webpChunk('EXIF', block)))).toMatchObject({
        orientation,
      });
    }
  });

  it('tells how many quarters a HEIC is turned', () => {
    const orientations = [0, 1, 2, 3].map((turns) => inspected(heic({ turns })));
    expect(orientations).toMatchObject([1, 8, 3, 6].map((orientation) => ({ orientation })));
  });

  it('is upright where its EXIF is damaged, or says what no orientation is', () => {
    const block = exif({ orientation: 6 });
    const blocks = [
      exif({ orientation: 0 }),
      exif({ orientation: 9 }),
      block.subarray(0, 9),
      Buffer.from('MM\0*\xff\xff\xff\xff', 'latin1'),
    ];
    for (const bad of blocks) {
      expect(inspected(jpeg({ segments: [exifSegment(bad)] }))).toMatchObject({ orientation: 1, metadata: ['EXIF'] });
    }
  });

  it('is turned as the first of several blocks of EXIF says, as decoders have it', () => {
    const segments = [exifSegment(exif({ orientation: 3 })), exifSegment(exif({ orientation: 6 }))];
    expect(inspected(jpeg({ segments }))).toMatchObject({ orientation: 3 });
  });

  it.each([
    ['png, rgb', false],
    ['png, rgba', true],
    ['png, palette with a transparent colour', true],
    ['jpeg, baseline', false],
    ['gif, 87a', false],
    ['gif, transparent', true],
    ['gif, a frame smaller than the screen', true],
    ['webp, lossless', false],
    ['webp, lossless with alpha', true],
    ['webp, lossy', false],
  ] as const)('says whether it may be transparent: %s', (name, hasAlpha) => {
    expect(inspected(sound[name])).toMatchObject({ hasAlpha });
  });

  it('says so for an extended WebP and for a HEIC, too', () => {
    expect(inspected(webp(extended(16, 8, flags.alpha), lossless()))).toMatchObject({ hasAlpha: true });
    expect(inspected(heic({ alpha: true }))).toMatchObject({ hasAlpha: true });
    expect(inspected(heic())).toMatchObject({ hasAlpha: false });
  });

  it('is animated with more than one frame, and its frames are counted', () => {
    expect(inspected(sound['gif, animated'])).toMatchObject({ animated: true, frames: 3 });
    expect(inspected(sound['png, animated'])).toMatchObject({ animated: true, frames: 3 });
    expect(inspected(sound['webp, animated'])).toMatchObject({ animated: true, frames: 2 });
    expect(inspected(png({ frames: 1 }))).toMatchObject({ animated: false, frames: 1 });
    expect(inspected(gif())).toMatchObject({ animated: false, frames: 1 });
  });
});

describe('metadata', () => {
  it('of a photo are named, the place by itself, and what hangs on after its end', () => {
    expect(inspected(holidayPhoto)).toMatchObject({
      metadata: ['EXIF', 'GPS', 'XMP', 'ICC', 'IPTC', 'comment', 'trailing data'],
    });
  });

  it('of a PNG are all chunks that are not the picture', () => {
    expect(inspected(chattyPng)).toMatchObject({ metadata: ['gAMA', 'pHYs', 'EXIF', 'GPS', 'XMP', 'text', 'tIME'] });
    expect(inspected(Buffer.concat([png(), Buffer.from('!')]))).toMatchObject({ metadata: ['trailing data'] });
  });

  it('of a JPEG are a thumbnail, unknown segments and bytes between segments, too', () => {
    const thumbnail = Buffer.from([0xff, 0xe0, 0, 19, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]);
    const segments = [
      thumbnail,
      Buffer.from([0xff, 0xeb, 0, 4, 1, 2]),
      Buffer.from('hello'),
      Buffer.from([0xff, 0x02, 0, 2]),
    ];
    expect(inspected(jpeg({ segments }))).toMatchObject({ metadata: ['APP0', 'APP11', 'stray bytes', 'segment 2'] });
  });

  it('of GIF, WebP and HEIC are named', () => {
    expect(inspected(sound['gif, with a comment and XMP'])).toMatchObject({ metadata: ['comment', 'XMP'] });
    expect(inspected(sound['webp, turned, with metadata'])).toMatchObject({ metadata: ['EXIF', 'GPS', 'XMP'] });
    expect(inspected(heic({ items: ['grid', 'Exif', 'mime'] }))).toMatchObject({ metadata: ['EXIF', 'XMP', 'ICC'] });
  });

  it('are none in a plain picture, also an animated one', () => {
    for (const bytes of [png(), jpeg(), gif({ frames: 2 }), png({ frames: 2 }), webp(lossless())]) {
      expect(inspected(bytes)).toMatchObject({ metadata: [] });
    }
  });
});

describe('a file that is refused', () => {
  it.each(Object.entries(notImages))('is no image: %s', (_, bytes) => {
    expect(inspected(bytes)).toEqual({ code: 'image_unknown', params: {} });
  });

  it.each(foreign)('is of a kind that we name: %s', (type, bytes) => {
    expect(inspected(bytes)).toEqual({ code: 'image_unsupported', params: { type } });
  });

  it('has over 20 MiB, whatever is in it', () => {
    const padding = (length: number) => Buffer.concat([png(), Buffer.alloc(length - png().length)]);
    expect(inspected(padding(MAX_FILE_BYTES + 1))).toEqual({
      code: 'image_too_large',
      params: { limit: 20 * 1024 * 1024 },
    });
    expect(inspected(padding(MAX_FILE_BYTES))).toMatchObject({ type: 'png' });
  });

  it('has a side of more than 12,000 pixels', () => {
    expect(inspected(bombs.side)).toEqual({
      code: 'image_too_many_pixels',
      params: { width: 50_000, height: 50_000, exceeded: 'side' },
    });
    expect(inspected(bombs['side by a pixel'])).toMatchObject({ params: { exceeded: 'side' } });
    expect(inspected(png({ width: 1, height: 12_001, colour: 'bits' }))).toMatchObject({
      params: { exceeded: 'side' },
    });
    expect(inspected(png({ width: 12_000, height: 1, colour: 'bits' }))).toMatchObject({ type: 'png' });
  });

  it('has more pixels than may be decoded, or far more than so few bytes can tell of', () => {
    expect(inspected(bombs.pixels)).toMatchObject({ code: 'image_too_many_pixels', params: { exceeded: 'pixels' } });
    expect(inspected(bombs.ratio)).toMatchObject({ code: 'image_too_many_pixels', params: { exceeded: 'ratio' } });
  });

  it('is not one for being a large picture of one colour', () => {
    expect(inspected(png({ width: 2048, height: 2048, colour: 'bits' }))).toMatchObject({ type: 'png' });
  });

  it.each(Object.entries(empty))('is an animation without a frame: %s', (_, bytes) => {
    expect(inspected(bytes)).toEqual({ code: 'image_no_frames', params: {} });
  });

  it.each(Object.entries(damaged))('is damaged: %s', (_, bytes) => {
    expect(codeOf(bytes)).toBe('image_broken');
  });
});
