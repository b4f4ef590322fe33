/** A box of ISO's media container, of version 0 and without flags where it has them. */
export const box = (type: string, ...content: readonly Uint8Array[]): Buffer => {
  const inside = Buffer.concat(content);
  return Buffer.concat([u32(inside.length + 8), Buffer.from(type), inside]);
};

/** What a HEIC is to say. */
export interface HeicOptions {
  readonly brands?: readonly string[];
  /** Quarter turns to the left. */
  readonly turns?: number;
  readonly alpha?: boolean;
  /** Types of the items in it. */
  readonly items?: readonly string[];
}

/** All of a HEIC but its picture: a grid of 4032 × 3024 and one of its tiles. Nothing decodes it. */
export function heic({
  brands = ['heic', 'mif1'],
  turns = 0,
  alpha = false,
  items = ['grid'],
}: HeicOptions = {}): Buffer {
  const [major = 'heic', ...compatible] = brands;
  const item = (type: string, index: number) =>
    box('infe', Buffer.from([2, 0, 0, 0, 0, index + 1, 0, 0]), Buffer.from(`${type}\0`));
  return Buffer.concat([
    box('ftyp', Buffer.from(major), u32(0), Buffer.from([major, ...compatible].join(''))),
    box(
      'meta',
      u32(0),
      box('hdlr', u32(0), u32(0), Buffer.from('pict'), Buffer.alloc(13)),
      box('iinf', u32(0), Buffer.from([0, items.length]), ...items.map(item)),
      box(
        'iprp',
        box(
          'ipco',
          box('ispe', u32(0), u32(512), u32(512)),
          box('ispe', u32(0), u32(4032), u32(3024)),
          box('irot', Buffer.from([turns])),
          box('colr', Buffer.from('prof'), Buffer.alloc(128)),
          ...(alpha ? [box('auxC', u32(0), Buffer.from('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0'))] : []),
        ),
      ),
    ),
    box('mdat', Buffer.alloc(8192)),
  ]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
