import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const source = readFileSync(new URL('../../electron/assets/icon.svg', import.meta.url), 'utf8');
const defs = /<defs>.*<\/defs>/s.exec(source)?.[0];
if (!defs) throw new Error('electron/assets/icon.svg: no <defs>');

/**
 * Renders one drawing of electron/assets/icon.svg as a square PNG. The same input gives the same bytes.
 *
 * @param {object} picture
 * @param {string} picture.id id of the drawing
 * @param {number} picture.grid width and height of the square the drawing is made on, in its own units
 * @param {number} picture.pixels width and height of the PNG
 * @param {number} [picture.margin] transparent units to add on each side of the square
 * @param {string} [picture.color] what `currentColor` stands for in the drawing
 * @returns {Uint8Array}
 */
export function renderPng({ id, grid, pixels, margin = 0, color = '#000' }) {
  if (!defs?.includes(`id="${id}"`)) throw new Error(`electron/assets/icon.svg: nothing has the id "${id}"`);
  const side = grid + 2 * margin;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" color="${color}" ` +
    `viewBox="${-margin} ${-margin} ${side} ${side}">${defs}<use href="#${id}"/></svg>`;
  return new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}
