import { hasText, u16le, u32le, u8 } from './bytes.ts';
import { heifKind } from './heic.ts';

/** First bytes that say it all. */
const signatures: readonly (readonly [name: string, start: string])[] = [
  ['PDF', '%PDF-'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['TIFF', 'II+\0'],
  ['TIFF', 'MM\0+'],
  ['Photoshop', '8BPS'],
  ['JPEG XL', '\xff\x0a'],
  ['JPEG XL', '\0\0\0\x0cJXL \r\n\x87\n'],
  ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n'],
  ['JPEG 2000', '\xff\x4f\xff\x51'],
];

/** The sizes of the header that follows a BMP's, one for each version. */
const bmpHeaders: ReadonlySet<number> = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** How far into a text its first element is looked for. */
const TEXT_LIMIT = 4096;

/** The name of a kind of image that we know and do not take, such as `TIFF`; null for anything else. */
export function unsupportedKind(bytes: Uint8Array): string | null {
  for (const [name, start] of signatures) if (hasText(bytes, 0, start)) return name;
  // These two begin with too little to go by: a text may begin with "BM", and anything with zeros.
  if (hasText(bytes, 0, 'BM') && bmpHeaders.has(u32le(bytes, 14))) return 'BMP';
  if (hasText(bytes, 0, '\0\0\x01\0') && u16le(bytes, 4) > 0 && bytes.length >= 22 && u8(bytes, 9) === 0) return 'ICO';
  const heif = heifKind(bytes);
  if (heif !== null && heif !== 'heic') return heif;
  return isSvg(bytes) ? 'SVG' : null;
}

/** SVG is XML whose first element is `svg`, after an XML declaration, comments and a document type. */
function isSvg(bytes: Uint8Array): boolean {
  let text = '';
  for (const byte of bytes.subarray(0, TEXT_LIMIT)) if (byte !== 0) text += String.fromCharCode(byte);
  // Without the zero bytes UTF-16 reads as ASCII, too.
  const start = text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
  if (!start.startsWith('<')) return false;
  return /^<(?:[\w.-]+:)?svg[\s>/]/.test(start.slice(Math.max(0, start.search(/<[^!?]/))));
}
