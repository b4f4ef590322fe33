import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconFiles, shapes } from '../../scripts/icons/assets.mjs';
import { icns, icnsTypes, ico } from '../../scripts/icons/containers.mjs';
import { trayIconShapes, type TrayIconShape } from '../../shared/tray-icon.ts';
import { readIcns, readIco } from '../support/icon-containers.ts';
import { decodePng, type Picture } from '../support/png.ts';

const assets = resolve(import.meta.dirname, '../../electron/assets');
const read = (path: string) => new Uint8Array(readFileSync(resolve(assets, path)));
const files = iconFiles();
const paths = [...files.keys()];

/** Every picture in a file, in its order. */
function pictures(path: string, bytes: Uint8Array): Picture[] {
  if (path.endsWith('.ico')) return readIco(bytes).map(({ data }) => decodePng(data));
  if (path.endsWith('.icns')) return readIcns(bytes).map(({ data }) => decodePng(data));
  return [decodePng(bytes)];
}

const widths = (path: string) => pictures(path, read(path)).map(({ width }) => width);

/** Brightness of a picture laid on a bar of a colour, 0 to 1, pixel by pixel (WCAG relative luminance). */
function luminances({ pixels }: Picture, bar: readonly [number, number, number]): number[] {
  const linear = (value: number) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return Array.from({ length: pixels.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(index * 4, index * 4 + 4);
    const on = (value: number, under: number) => linear((value * alpha + under * (255 - alpha)) / 255);
    return 0.2126 * on(red, bar[0]) + 0.7152 * on(green, bar[1]) + 0.0722 * on(blue, bar[2]);
  });
}

describe('the icon files', () => {
  it('are exactly those that are drawn from the SVG, each with the pixels that are drawn now', () => {
    const committed = readdirSync(assets, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(png|ico|icns)$/.test(entry.name))
      .map((entry) => resolve(entry.parentPath, entry.name));
    expect(committed.sort()).toEqual(paths.map((path) => resolve(assets, path)).sort());

    for (const [path, bytes] of files) {
      const drawn = pictures(path, bytes);
      const kept = pictures(path, read(path));
      expect(
        kept.map(({ width, height }) => [width, height]),
        path,
      ).toEqual(drawn.map(({ width, height }) => [width, height]));
      // Another processor may round a blended edge the other way; the eye does not see 2 of 255.
      const largest = drawn.reduce(
        (most, { pixels }, picture) =>
          pixels.reduce((max, value, at) => Math.max(max, Math.abs(value - (kept[picture]?.pixels[at] ?? 0))), most),
        0,
      );
      expect(largest, `${path} is not what the SVG says: run npm run icons`).toBeLessThanOrEqual(2);
    }
  });

  it('have the sizes that each system asks for', () => {
    expect(widths('icon.png')).toEqual([1024]);
    expect(widths('icon.ico')).toEqual([16, 24, 32, 48, 64, 128, 256]);
    expect(widths('icon.icns')).toEqual(Object.values(icnsTypes));
    for (const size of [16, 32, 48, 64, 128, 256, 512]) expect(widths(`icons/${size}x${size}.png`)).toEqual([size]);
  });

  it('say in an ICO’s table of contents what each picture is, by which Windows chooses', () => {
    for (const path of paths.filter((each) => each.endsWith('.ico'))) {
      for (const { size, data } of readIco(read(path))) expect(decodePng(data).width, path).toBe(size);
    }
  });

  it('leave the margins of the icon grid on macOS and go to the edges elsewhere', () => {
    const alphaAt = ({ width, pixels }: Picture, x: number, y: number) => pixels[(y * width + x) * 4 + 3];
    const [mac] = readIcns(read('icon.icns')).filter(({ type }) => type === 'ic10');
    const onMac = decodePng(mac?.data ?? new Uint8Array());
    expect([99, 101, 922, 925].map((x) => alphaAt(onMac, x, 512))).toEqual([0, 255, 255, 0]);
    const elsewhere = decodePng(read('icon.png'));
    expect([0, 1023].map((x) => alphaAt(elsewhere, x, 512))).toEqual([255, 255]);
  });
});

describe('the tray icons', () => {
  it('are drawn for every shape there is', () => {
    expect(shapes).toEqual(trayIconShapes);
  });

  it.each(trayIconShapes)('exist for "%s" on each system, at the sizes of its bar', (shape) => {
    expect(widths(`tray/tray-${shape}Template.png`)).toEqual([18]);
    expect(widths(`tray/tray-${shape}Template@2x.png`)).toEqual([36]);
    for (const tone of ['light', 'dark']) {
      expect(widths(`tray/tray-${shape}-${tone}.ico`)).toEqual([16, 20, 24, 32, 40, 48]);
      expect(widths(`tray/tray-${shape}-${tone}.png`)).toEqual([48]);
    }
  });

  it('are black with transparency, and nothing else, where macOS colours them', () => {
    for (const path of paths.filter((each) => each.includes('Template'))) {
      const [picture] = pictures(path, read(path));
      const colours = picture?.pixels.filter((_, index) => index % 4 !== 3) ?? [];
      expect(new Set(colours), path).toEqual(new Set([0]));
      const alphas = picture?.pixels.filter((_, index) => index % 4 === 3) ?? [];
      expect(alphas, path).toContain(255);
      expect(alphas, path).toContain(0);
    }
  });

  it('differ from each other by form at 16 pixels, whatever their colour', () => {
    const alphas = (shape: TrayIconShape) => {
      const [smallest] = pictures('.ico', read(`tray/tray-${shape}-light.ico`));
      return smallest?.pixels.filter((_, index) => index % 4 === 3) ?? new Uint8Array();
    };
    for (const one of trayIconShapes) {
      for (const other of trayIconShapes.slice(trayIconShapes.indexOf(one) + 1)) {
        const [a, b] = [alphas(one), alphas(other)];
        // Pixels that are there in one and not in the other. The bubble itself covers some 170.
        const different = a.filter((alpha, at) => Math.abs(alpha - (b[at] ?? 0)) > 127).length;
        expect(different, `${one} and ${other}`).toBeGreaterThanOrEqual(12);
      }
    }
  });

  it.each([
    { tone: 'light', bar: [0x1b, 0x1b, 0x1f] as const },
    { tone: 'dark', bar: [0xf4, 0xf4, 0xf6] as const },
  ])('stand out on their bar by 4.5 : 1 or more in the $tone tone', ({ tone, bar }) => {
    for (const shape of trayIconShapes) {
      const [picture] = pictures('.png', read(`tray/tray-${shape}-${tone}.png`));
      const values = picture ? luminances(picture, bar) : [];
      const contrast = (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
      expect(contrast, shape).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('are small: they are read at every change of the status', () => {
    for (const path of paths.filter((each) => each.startsWith('tray/'))) {
      expect(read(path).length, path).toBeLessThan(path.endsWith('.ico') ? 6000 : 1200);
    }
  });
});

describe('an ICO', () => {
  const png = (length: number) => new Uint8Array(length).map((_, index) => index);

  it('gives each picture back as it was put in, 256 pixels too', () => {
    const images = [
      { size: 16, png: png(10) },
      { size: 256, png: png(300) },
    ];
    expect(readIco(ico(images)).map(({ size, data }) => ({ size, png: new Uint8Array(data) }))).toEqual(images);
  });

  it('refuses a picture larger than its format can say', () => {
    expect(() => ico([{ size: 512, png: png(1) }])).toThrow(RangeError);
  });
});

describe('an ICNS', () => {
  it('holds one picture for each type, at the size the type stands for', () => {
    const sized = (size: number) => new Uint8Array([size & 255, size >> 8]);
    const entries = readIcns(icns(sized)).map(({ type, data }) => [type, (data[0] ?? 0) + 256 * (data[1] ?? 0)]);
    expect(Object.fromEntries(entries)).toEqual(icnsTypes);
  });
});
