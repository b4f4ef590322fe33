import { renderPng } from './artwork.mjs';
import { icns, ico } from './containers.mjs';

/** The shapes of shared/tray-icon.ts; a test holds the two lists together. */
export const shapes = /** @type {const} */ (['idle', 'set', 'away', 'pending', 'attention']);

/**
 * The colours of the glyphs that are no template images. `light` is a light glyph for a dark bar, `dark` a dark one for
 * a light bar. The colour repeats what the form says: each has a contrast of 4.5 : 1 or more on its bar.
 *
 * @type {Record<'light' | 'dark', { plain: string } & Partial<Record<(typeof shapes)[number], string>>>}
 */
const tones = {
  light: { plain: '#ffffff', away: '#ffc457', attention: '#ff7d74' },
  dark: { plain: '#26262b', away: '#8f5900', attention: '#c62f28' },
};

/**
 * Every icon file of the app: its path inside electron/assets/ and its bytes.
 *
 * @returns {Map<string, Uint8Array>}
 */
export function iconFiles() {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();

  // Windows and Linux show the icon from edge to edge. electron-builder knows the Linux ones by their names.
  files.set('icon.png', appIcon(1024));
  files.set('icon.ico', icoOf([16, 24, 32, 48, 64, 128, 256], appIcon));
  for (const size of [16, 32, 48, 64, 128, 256, 512]) files.set(`icons/${size}x${size}.png`, appIcon(size));
  // macOS wants 824 of 1024 pixels (Apple's icon grid): the Dock sets icons side by side without a gap of its own.
  files.set(
    'icon.icns',
    icns((size) => appIcon(size, 100)),
  );

  for (const shape of shapes) {
    const id = `tray-${shape}`;

    // macOS: 18 points is what fits the menu bar; the glyph's 16 units with 1 point around stay on whole pixels.
    const template = { id, grid: 16, margin: 1, color: '#000' };
    files.set(`tray/${id}Template.png`, renderPng({ ...template, pixels: 18 }));
    files.set(`tray/${id}Template@2x.png`, renderPng({ ...template, pixels: 36 }));

    for (const tone of /** @type {const} */ (['light', 'dark'])) {
      const glyph = { id, grid: 16, color: tones[tone][shape] ?? tones[tone].plain };
      // Windows: 16 points at 100, 125, 150, 200, 250 and 300 %. Electron looks at the screen's scale only for an ICO; of
      // PNG files it takes the one without a suffix.
      files.set(
        `tray/${id}-${tone}.ico`,
        icoOf([16, 20, 24, 32, 40, 48], (pixels) => renderPng({ ...glyph, pixels })),
      );
      // Linux: one picture goes over D-Bus, again the one without a suffix, and the panel scales it to its 16, 22, 24, 32
      // or 48 pixels. From 48 each way is down, and whole for most. The preview draws this one too.
      files.set(`tray/${id}-${tone}.png`, renderPng({ ...glyph, pixels: 48 }));
    }
  }
  return files;
}

/**
 * @param {number} pixels
 * @param {number} [margin] in 1024ths of the picture
 */
function appIcon(pixels, margin = 0) {
  if (pixels <= 24) return renderPng({ id: 'app-small', grid: 16, pixels });
  return renderPng({ id: 'app', grid: 1024, margin: (margin * 1024) / (1024 - 2 * margin), pixels });
}

/**
 * @param {readonly number[]} sizes
 * @param {(pixels: number) => Uint8Array} png
 */
function icoOf(sizes, png) {
  return ico(sizes.map((size) => ({ size, png: png(size) })));
}
