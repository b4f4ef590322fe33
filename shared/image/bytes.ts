/**
 * Reading numbers and names out of a file. Past its end everything reads as 0, so no read can throw; whoever reads
 * checks the file's length first where it matters.
 */

/** One byte. */
export const u8 = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

/** Two bytes, the big one first. */
export const u16be = (bytes: Uint8Array, at: number): number => u8(bytes, at) * 0x100 + u8(bytes, at + 1);

/** Four bytes, the big one first. Never negative. */
export const u32be = (bytes: Uint8Array, at: number): number => u16be(bytes, at) * 0x10000 + u16be(bytes, at + 2);

/** Two bytes, the small one first. */
export const u16le = (bytes: Uint8Array, at: number): number => u8(bytes, at) + u8(bytes, at + 1) * 0x100;

/** Three bytes, the small one first. */
export const u24le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) + u8(bytes, at + 2) * 0x10000;

/** Four bytes, the small one first. Never negative. */
export const u32le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) + u16le(bytes, at + 2) * 0x10000;

/** Four bytes as the name of a chunk or box, one character a byte. */
export const name4 = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(u8(bytes, at), u8(bytes, at + 1), u8(bytes, at + 2), u8(bytes, at + 3));

/** Whether the bytes at a place are these characters, one byte each. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  if (at + text.length > bytes.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of PNG chunks (ISO 3309) over the bytes from `start` up to `end`. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0xffffffff;
  for (let at = start; at < end; at += 1) crc = (crcTable[(crc ^ u8(bytes, at)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
