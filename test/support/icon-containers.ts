/** One picture inside an ICO or ICNS. `type` is the ICNS type, or '' in an ICO. */
export interface Entry {
  readonly type: string;
  /** Width in pixels as the table of contents says; null in an ICNS, which says it by type only. */
  readonly size: number | null;
  readonly data: Uint8Array;
}

/** The entries of a Windows icon. */
export function readIco(file: Uint8Array): Entry[] {
  const bytes = Buffer.from(file);
  if (bytes.readUInt32LE(0) !== 0x0001_0000) throw new Error('Not an ICO');
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [width, height] = [bytes.readUInt8(at) || 256, bytes.readUInt8(at + 1) || 256];
    if (width !== height) throw new Error(`Not square: ${width} x ${height}`);
    const [length, start] = [bytes.readUInt32LE(at + 8), bytes.readUInt32LE(at + 12)];
    if (start + length > bytes.length) throw new Error('An entry lies outside of the file');
    return { type: '', size: width, data: bytes.subarray(start, start + length) };
  });
}

/** The entries of a macOS icon. */
export function readIcns(file: Uint8Array): Entry[] {
  const bytes = Buffer.from(file);
  if (bytes.toString('ascii', 0, 4) !== 'icns') throw new Error('Not an ICNS');
  if (bytes.readUInt32BE(4) !== bytes.length) throw new Error('The ICNS says another length than it has');
  const entries: Entry[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at + 4);
    entries.push({
      type: bytes.toString('ascii', at, at + 4),
      size: null,
      data: bytes.subarray(at + 8, at + length),
    });
    at += length;
  }
  return entries;
}
