import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cropMatrix, type CropView, type Matrix } from '../../../shared/image/crop.ts';
import type { ImageInfo } from '../../../shared/image/info.ts';
import { inspectImage, metadataIn } from '../../../shared/image/inspect.ts';
import { orientationMatrix, remainingOrientation, uprightSize } from '../../../shared/image/orientation.ts';
import { stripMetadata } from '../../../shared/image/strip.ts';
import { launchBrowser } from '../../support/browser.ts';
import {
  damaged,
  exif,
  exifSegment,
  extended,
  flags,
  jpeg,
  lossless,
  png,
  pngChunk,
  quarters,
  sound,
  webp,
  webpChunk,
} from '../../support/images.ts';

/*
 * What shared/image says of a file, held against what the browser that draws it makes of it.
 */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of every pixel. */
  readonly pixels: readonly number[];
}

/** Decodes a file and draws it on a canvas; null where it cannot be decoded. */
const draw = (bytes: Uint8Array, matrix: Matrix = [1, 0, 0, 1, 0, 0], size?: { width: number; height: number }) =>
  page.evaluate(
    async ([file, map, given]): Promise<Drawn | null> => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(file)])).catch(() => null);
      if (!bitmap) return null;
      const { width, height } = given ?? bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('There is no canvas');
      context.setTransform(new DOMMatrix([...map]));
      context.drawImage(bitmap, 0, 0);
      return { width, height, pixels: [...context.getImageData(0, 0, width, height).data] };
    },
    [[...bytes], matrix, size] as const,
  );

function info(bytes: Uint8Array): ImageInfo {
  const result = inspectImage(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Which quarters are seen at the upper left, upper right, lower left and lower right; compression may have dulled them. */
function seen({ width, height, pixels }: Drawn): string {
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const;
  return places
    .map(([x, y]) => {
      const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
      const near = quarters.findIndex((quarter) => quarter.every((v, i) => Math.abs(v - (pixels[at + i] ?? 0)) < 40));
      return 'RGBW'[near] ?? '?';
    })
    .join('');
}

describe('Chromium and the app agree on an image', () => {
  it.each(Object.entries(sound).filter(([name]) => name !== 'heic'))(
    'that decodes, at the size we say: %s',
    async (_, bytes) => {
      const { width, height } = remainingOrientation(info(bytes)) === 1 ? uprightSize(info(bytes)) : info(bytes);
      const drawn = await draw(bytes);
      expect(drawn).toMatchObject({ width, height });
      const transparent = drawn?.pixels.some((value, index) => index % 4 === 3 && value < 255);
      expect(transparent).toBe(info(bytes).hasAlpha);
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('that is upright in the end, with orientation %i', async (orientation) => {
    const block = exif({ orientation });
    const files = [
      jpeg({ segments: [exifSegment(block)] }),
      png({ before: [pngChunk('eXIf', block)] }),
      webp(extended(16, 8, flags.exif), lossless(), webpChunk('EXIF', block)),
    ];
    for (const bytes of files) {
      const image = info(bytes);
      const drawn = await draw(bytes, orientationMatrix(remainingOrientation(image), image), uprightSize(image));
      expect(drawn && seen(drawn)).toBe(
        ['RGBW', 'GRWB', 'WBGR', 'BWRG', 'RBGW', 'BRWG', 'WGBR', 'GWRB'][orientation - 1],
      );
    }
  });

  it('that does not decode: HEIC passes as sound, and whoever decodes it has the last word', async () => {
    expect(await draw(sound.heic)).toBeNull();
  });

  it('that is damaged, but for a few ways Chromium puts up with', async () => {
    const decoded: string[] = [];
    for (const [name, bytes] of Object.entries(damaged)) if (await draw(bytes)) decoded.push(name);
    expect(decoded).toEqual([
      'png: a chunk without a name',
      'jpeg: a segment of length 1',
      'webp: an extended header that comes late',
    ]);
  });
});

describe('the square that is drawn', () => {
  it.each([0, 7, 45, 90, -133])('has no empty corner when turned by %i degrees', async (rotation) => {
    const view: CropView = { x: 0, y: 1, zoom: 1, rotation };
    const drawn = await draw(png({ width: 300, height: 200 }), cropMatrix(view, { width: 300, height: 200 }, 64), {
      width: 64,
      height: 64,
    });
    expect(drawn?.pixels.filter((value, index) => index % 4 === 3 && value < 255)).toEqual([]);
  });
});

describe('what a canvas of Chromium encodes', () => {
  const encode = (type: string) =>
    page.evaluate(async (wanted) => {
      const canvas = new OffscreenCanvas(64, 64);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('There is no canvas');
      const gradient = context.createLinearGradient(0, 0, 64, 64);
      gradient.addColorStop(0, '#e33');
      gradient.addColorStop(1, '#28f');
      context.fillStyle = gradient;
      context.fillRect(0, 0, 64, 60);
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: wanted, quality: 0.85 })).arrayBuffer())];
    }, type);

  it.each([
    ['image/jpeg', ['ICC']],
    ['image/png', []],
  ])('as %s has the metadata we expect, none once stripped, and the same pixels', async (type, metadata) => {
    const encoded = Uint8Array.from(await encode(type));
    expect(metadataIn(encoded)).toEqual({ ok: true, value: metadata });
    const stripped = stripMetadata(encoded);
    if (!stripped.ok) throw new Error(stripped.error.code);
    expect(metadataIn(stripped.value)).toEqual({ ok: true, value: [] });
    expect(await draw(stripped.value)).toEqual(await draw(encoded));
  });
});
