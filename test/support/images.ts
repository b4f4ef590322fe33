/**
 * Image files of each type and fault, made here byte by byte: nothing is downloaded and nothing binary is kept. Every
 * one in {@link sound} decodes in Chromium but HEIC, which a test makes sure of.
 */
import { exif } from './images/exif.ts';
import { gif, gifApplication, gifComment } from './images/gif.ts';
import { box, heic } from './images/heic.ts';
import { adobe, exifSegment, jfif, jpeg, segment } from './images/jpeg.ts';
import { png, pngChunk, pngClaiming, pngText } from './images/png.ts';
import { animation, extended, flags, frame, lossless, lossy, webp, webpChunk } from './images/webp.ts';

export { CAMERA, exif, type ExifContent } from './images/exif.ts';
export * from './images/gif.ts';
export * from './images/heic.ts';
export * from './images/jpeg.ts';
export { type Colour, quarters } from './images/picture.ts';
export * from './images/png.ts';
export * from './images/webp.ts';

const holiday = exif({ orientation: 6, gps: true });
const holidayLittle = exif({ orientation: 6, gps: true, order: 'little' });
const xmp = Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>');

/** A photo as a phone takes it: lying on its side, with the place, the phone's name and a word of the photographer. */
export const holidayPhoto: Buffer = jpeg({
  segments: [
    exifSegment(holiday),
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), xmp])),
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), Buffer.alloc(64)])),
    segment(0xed, Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0')),
    segment(0xfe, Buffer.from('by Anna')),
  ],
  after: Buffer.from('a video of two seconds'),
});

/** A PNG with everything that tells of its maker. */
export const chattyPng: Buffer = png({
  before: [
    pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
    pngChunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
    pngChunk('eXIf', holiday),
    pngText('XML:com.adobe.xmp', xmp.toString()),
    pngChunk('tEXt', Buffer.from('Author\0Anna')),
  ],
  after: [pngChunk('tIME', Buffer.from([7, 0xea, 7, 1, 12, 0, 0]))],
});

/** Files that are whole, by what they are. All but HEIC show four coloured quarters, or one colour (`lossy`). */
export const sound = {
  'png, rgb': png(),
  'png, rgba': png({ colour: 'rgba' }),
  'png, palette with a transparent colour': png({ colour: 'palette' }),
  'png, 1 bit': png({ colour: 'bits' }),
  'png, animated': png({ frames: 3 }),
  'png, with all kinds of metadata': chattyPng,
  'jpeg, baseline': jpeg(),
  'jpeg, progressive': jpeg({ progressive: true }),
  'jpeg, grey': jpeg({ components: 1 }),
  'jpeg, CMYK': jpeg({ components: 4, segments: [adobe] }),
  'jpeg, turned, big-endian, with all kinds of metadata': holidayPhoto,
  'jpeg, turned, little-endian': jpeg({ segments: [jfif, exifSegment(holidayLittle)] }),
  'jpeg, with fill bytes and stray bytes': jpeg({
    segments: [jfif, Buffer.from([0xff, 0xff, 0xff])],
    beforeEnd: Buffer.from([0xff]),
  }),
  'gif, 87a': gif({ version: '87a' }),
  'gif, transparent': gif({ transparent: true }),
  'gif, animated': gif({ frames: 3 }),
  'gif, with a comment and XMP': gif({ before: [gifComment('by Anna'), gifApplication('XMP DataXMP', xmp)] }),
  'gif, a frame larger than the screen': gif({ width: 4, height: 4, frame: { width: 16, height: 8 } }),
  'gif, a frame smaller than the screen': gif({ frame: { width: 8, height: 8 } }),
  'webp, lossless': webp(lossless()),
  'webp, lossless with alpha': webp(lossless(16, 8, true)),
  'webp, lossy': webp(lossy()),
  'webp, turned, with metadata': webp(
    extended(16, 8, flags.exif | flags.xmp),
    lossless(),
    webpChunk('EXIF', holiday),
    webpChunk('XMP ', xmp),
  ),
  'webp, animated': webp(extended(16, 8, flags.animation), animation, frame(), frame(8, 4)),
  heic: heic(),
} as const satisfies Readonly<Record<string, Buffer>>;

/** Files of kinds that are known and not taken, by name. */
export const foreign: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['SVG', Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg width="1"/>')],
  ['SVG', Buffer.from('\ufeff<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', 'utf16le')],
  ['PDF', Buffer.from('%PDF-1.7\n')],
  ['TIFF', exif({ order: 'little' })],
  ['TIFF', exif({ order: 'big' })],
  ['BMP', Buffer.from([0x42, 0x4d, 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0])],
  ['ICO', Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 4, 0, 0, 0, 22, 0, 0, 0])],
  ['AVIF', box('ftyp', Buffer.from('avif\0\0\0\0mif1avif'))],
  ['HEIF', box('ftyp', Buffer.from('mif1\0\0\0\0mif1unci'))],
  ['JPEG XL', Buffer.from([0xff, 0x0a, 0, 0])],
  ['JPEG 2000', Buffer.from('\0\0\0\x0cjP  \r\n\x87\n', 'latin1')],
  ['Photoshop', Buffer.from('8BPS\0\x01')],
  ['JPEG SOF3', withFrame(0xc3)],
  ['JPEG SOF9', withFrame(0xc9)],
  ['JPEG 12 bit', withFrame(0xc1, 12)],
];

/** Files that are no image. */
export const notImages: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  'one byte': Buffer.from([0xff]),
  zeros: Buffer.alloc(64),
  'a text': Buffer.from('BMW is a car, GIF is a format, PNG too.'),
  'a web page': Buffer.from('<!doctype html><html><body><svg></svg></body></html>'),
  'a film': box('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
  'a sound': Buffer.from('RIFF\x04\0\0\0WAVE'),
  'a program': Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'),
};

/** Files that decode to far more than they are. All but the first are whole: a decoder would open them. */
export const bombs = {
  side: pngClaiming(50_000, 50_000, [1, 0, 0, 0, 0]),
  'side by a pixel': png({ width: 12_001, height: 1, colour: 'bits' }),
  pixels: png({ width: 11_000, height: 11_000, colour: 'bits' }),
  ratio: png({ width: 8_000, height: 8_000, colour: 'bits' }),
} as const satisfies Readonly<Record<string, Buffer>>;

/** Animations with no frame in them. */
export const empty: Readonly<Record<string, Buffer>> = {
  gif: gif({ frames: 0 }),
  png: png({ frames: 0 }),
  webp: webp(extended(16, 8, flags.animation), animation),
};

/** Files that are damaged in a way of their own; the ways that all types share are made by the tests. */
export const damaged: Readonly<Record<string, Buffer>> = {
  'png: the header has a wrong checksum': flipped(png(), 17),
  'png: the data has a wrong checksum': flipped(png(), 50),
  'png: a width of 0': pngClaiming(0, 8),
  'png: a height of 0': pngClaiming(16, 0),
  'png: a height of more than 31 bits': pngClaiming(16, 0xffffffff),
  'png: 3 bits a pixel': pngClaiming(16, 8, [3, 2, 0, 0, 0]),
  'png: an unknown compression': pngClaiming(16, 8, [8, 2, 1, 0, 0]),
  'png: an unknown interlacing': pngClaiming(16, 8, [8, 2, 0, 0, 2]),
  'png: a palette that is missing': pngClaiming(16, 8, [8, 3, 0, 0, 0]),
  'png: a header of 12 bytes': Buffer.concat([
    png().subarray(0, 8),
    pngChunk('IHDR', Buffer.alloc(12)),
    png().subarray(33),
  ]),
  'png: two headers': Buffer.concat([png().subarray(0, 33), png().subarray(8)]),
  'png: no header': Buffer.concat([png().subarray(0, 8), png().subarray(33)]),
  'png: no data': Buffer.concat([png().subarray(0, 33), pngChunk('IEND')]),
  'png: an unknown chunk that must be known': png({ before: [pngChunk('CgBI', Buffer.alloc(4))] }),
  'png: a chunk without a name': png({ before: [pngChunk('a1 b')] }),
  'jpeg: a width of 0': jpeg({ width: 0 }),
  'jpeg: a height of 0': jpeg({ height: 0 }),
  'jpeg: no frame': Buffer.concat([jpeg().subarray(0, 20), jpeg().subarray(jpeg().indexOf(Buffer.from([0xff, 0xda])))]),
  'jpeg: no scan': Buffer.concat([
    jpeg().subarray(0, jpeg().indexOf(Buffer.from([0xff, 0xda]))),
    Buffer.from([0xff, 0xd9]),
  ]),
  'jpeg: two frames': jpeg({ segments: [withFrame(0xc0).subarray(2, -2)] }),
  'jpeg: two starts': jpeg({ segments: [Buffer.from([0xff, 0xd8])] }),
  'jpeg: a segment of length 1': jpeg({ segments: [Buffer.from([0xff, 0xe5, 0, 1])] }),
  'jpeg: 2 components': jpeg({ segments: [segment(0xc0, Buffer.from([8, 0, 16, 0, 32, 2, 1, 0x11, 0, 2, 0x11, 0]))] }),
  'jpeg: a frame that is too short': jpeg({ segments: [segment(0xc0, Buffer.from([8, 0, 16, 0, 32, 3, 1, 0x11, 0]))] }),
  'jpeg: thousands of scans': jpeg({
    beforeEnd: Buffer.concat(Array<Buffer>(2000).fill(segment(0xda, Buffer.from([1, 1, 0, 0, 0, 0])))),
  }),
  'gif: no size': gif({ width: 0, height: 0 }),
  'gif: a frame without data': Buffer.from([...gif().subarray(0, 25), 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0, 0x3b]),
  'gif: a frame of 9 bits': Buffer.from([...gif().subarray(0, 25), 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 9, 1, 0, 0, 0x3b]),
  'gif: an unknown block': gif({ before: [Buffer.from([0x99, 0])] }),
  'webp: no picture': webp(extended()),
  'webp: two sizes': webp(extended(17, 8), lossless()),
  'webp: an extended header that comes late': webp(lossless(), extended()),
  'webp: a picture that comes late': webp(webpChunk('EXIF', exif()), lossless()),
  'webp: no key frame': webp(flipped(lossy(), 8)),
  'webp: no start code': webp(flipped(lossy(), 11)),
  'webp: a lossy picture of no size': webp(lossy(0, 8)),
  'webp: no lossless signature': webp(flipped(lossless(), 8)),
  'webp: a frame outside of the picture': webp(extended(16, 8, flags.animation), animation, frame(32, 8)),
  'webp: a frame without a picture': webp(
    extended(16, 8, flags.animation),
    animation,
    webpChunk('ANMF', Buffer.alloc(16)),
  ),
  'heic: no size': Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0heic')), box('mdat')]),
  'heic: a box of length 4': Buffer.concat([heic(), Buffer.from([0, 0, 0, 4]), Buffer.from('free')]),
  'heic: a box of many exabytes': Buffer.concat([
    heic(),
    Buffer.from([0, 0, 0, 1]),
    Buffer.from('free'),
    Buffer.alloc(8, 0xff),
  ]),
};

/** A copy with one bit of a byte the other way. */
export function flipped(bytes: Uint8Array, at: number, bit = 0): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

/** A JPEG with a frame of another kind in front of its own. */
function withFrame(code: number, precision = 8): Buffer {
  const frame = segment(code, Buffer.from([precision, 0, 16, 0, 32, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]));
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.from([0xff, 0xd9])]);
}
