import { Resvg } from '@resvg/resvg-js';
import { shapes } from './assets.mjs';

/** Bars the icons sit in: the files' endings, the size in pixels, the bar's colour. */
const bars = [
  { ending: 'Template.png', pixels: 18, bar: '#ececf0' },
  { ending: 'Template@2x.png', pixels: 36, bar: '#ececf0' },
  { ending: '-light.png', pixels: 16, bar: '#1b1b1f' },
  { ending: '-light.png', pixels: 24, bar: '#1b1b1f' },
  { ending: '-light.png', pixels: 48, bar: '#1b1b1f' },
  { ending: '-dark.png', pixels: 16, bar: '#f4f4f6' },
  { ending: '-dark.png', pixels: 24, bar: '#f4f4f6' },
  { ending: '-dark.png', pixels: 48, bar: '#f4f4f6' },
];

/**
 * Tray icons at their real size and enlarged, on the bars they are for, as a PNG to look at.
 *
 * @param {ReadonlyMap<string, Uint8Array>} files as `iconFiles` gives them
 * @returns {Uint8Array}
 */
export function contactSheet(files) {
  const row = 160;
  const rows = bars.map(({ ending, pixels, bar }, index) => {
    const icons = shapes.map((shape, column) => {
      const data = Buffer.from(files.get(`tray/tray-${shape}${ending}`) ?? []).toString('base64');
      /** @param {number} x @param {number} side */
      const image = (x, side) =>
        `<image x="${x}" y="16" width="${side}" height="${side}" image-rendering="optimizeSpeed" href="data:image/png;base64,${data}"/>`;
      return image(16 + column * 60, pixels) + image(340 + column * 150, 128);
    });
    return `<g transform="translate(0 ${index * row})"><rect width="1100" height="${row}" fill="${bar}"/>${icons.join('')}</g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="${row * bars.length}">${rows.join('')}</svg>`;
  return new Uint8Array(new Resvg(svg).render().asPng());
}
