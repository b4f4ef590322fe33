/**
 * The two formats that hold one icon at several sizes. Both are a table of contents around PNG files.
 *
 * @typedef {object} IconImage
 * @property {number} size width and height in pixels
 * @property {Uint8Array} png
 */

/**
 * A Windows icon. Windows reads PNG inside ICO since Vista.
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 *
 * @param {readonly IconImage[]} images each at most 256 pixels
 * @returns {Uint8Array}
 * @throws {RangeError} for an image larger than 256 pixels
 */
export function ico(images) {
  const header = 6;
  const entry = 16;
  const directory = Buffer.alloc(header + entry * images.length);
  directory.writeUInt16LE(1, 2); // 1 = icon, 2 would be a cursor
  directory.writeUInt16LE(images.length, 4);
  let offset = directory.length;
  images.forEach(({ size, png }, index) => {
    if (size > 256) throw new RangeError(`An ICO holds at most 256 pixels, not ${size}`);
    const at = header + entry * index;
    directory.writeUInt8(size % 256, at); // 0 stands for 256
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4); // colour planes
    directory.writeUInt16LE(32, at + 6); // bits per pixel
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([directory, ...images.map(({ png }) => png)]);
}

/**
 * The types of an ICNS that hold a PNG, by name: pixels. Some sizes have two types: 256 pixels
 * are 256 points, or 128 points on a Retina screen. The plain types for 16 and 32 points are left out: macOS reads no PNG there, and scales the Retina
 * ones down. https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */
export const icnsTypes = /** @type {const} */ ({
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
});

/**
 * A macOS icon.
 *
 * @param {(size: number) => Uint8Array} png gives the picture at a size in pixels
 * @returns {Uint8Array}
 */
export function icns(png) {
  const blocks = Object.entries(icnsTypes).map(([type, size]) => block(type, png(size)));
  return block('icns', Buffer.concat(blocks));
}

/**
 * @param {string} type four ASCII characters
 * @param {Uint8Array} data
 */
function block(type, data) {
  const header = Buffer.alloc(8);
  header.write(type, 'ascii');
  header.writeUInt32BE(header.length + data.length, 4);
  return Buffer.concat([header, data]);
}
