import { expect, type Page } from 'playwright/test';
import { inspectImage } from '../../shared/image/inspect.ts';
import type { ImageInfo } from '../../shared/image/info.ts';
import type { ChosenFile } from './avatar-looks.ts';
import { quarters } from './images.ts';
import type { Popover } from './popover.ts';

/** What the page asked to send. */
export interface Upload {
  readonly bytes: Buffer;
  readonly info: ImageInfo;
  readonly until: unknown;
  readonly force: unknown;
}

/** Presses the button that sends, and waits until the page has asked for it. */
export async function upload(popover: Popover): Promise<Upload> {
  const before = (await uploads(popover)).length;
  await popover.page.locator('.crop-footer .button--primary').click();
  await expect.poll(async () => (await uploads(popover)).length, { timeout: 30_000 }).toBe(before + 1);
  const last = (await uploads(popover)).at(-1);
  if (!last) throw new Error('nothing was sent');
  const bytes = Buffer.from(last.image, 'base64');
  const info = inspectImage(bytes);
  if (!info.ok) throw new Error(`what was sent is no picture: ${info.error.code}`);
  return { bytes, info: info.value, until: last.until, force: last.force };
}

async function uploads(popover: Popover) {
  const calls = await popover.calls();
  return calls
    .filter(({ name }) => name === 'avatar.upload')
    .map(({ input }) => input as { image: string; until: unknown; force: unknown });
}

/** The colour at places of a picture, given as parts of its width and height. */
export const coloursAt = (
  page: Page,
  bytes: Buffer,
  places: readonly (readonly [x: number, y: number])[],
): Promise<number[][]> =>
  page.evaluate(
    async ([file, at]) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(file)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('There is no canvas');
      context.drawImage(bitmap, 0, 0);
      return at.map(([x, y]) => [
        ...context.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data,
      ]);
    },
    [[...bytes], places] as const,
  );

/** A colour of the test pictures by its letter: R, G, B, W, or ? for another. Compression may have dulled it. */
export function letterOf(colour: readonly number[]): string {
  const near = quarters.findIndex((quarter) => quarter.every((value, i) => Math.abs(value - (colour[i] ?? 0)) < 48));
  return 'RGBW'[near] ?? '?';
}

/** Which colours are seen at the upper left, upper right, lower left and lower right. */
export async function seen(page: Page, bytes: Buffer): Promise<string> {
  const colours = await coloursAt(page, bytes, [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ]);
  return colours.map(letterOf).join('');
}

/** A file the browser itself has made: noise, the worst there is for a codec; transparent in part, unless `opaque`. */
export async function noise(
  page: Page,
  width: number,
  height: number,
  type: string,
  opaque = false,
): Promise<ChosenFile> {
  const base64 = await page.evaluate(
    async ([w, h, kind, solid]) => {
      const context = new OffscreenCanvas(w, h).getContext('2d');
      if (!context) throw new Error('There is no canvas');
      const pixels = context.createImageData(w, h);
      for (let at = 0; at < pixels.data.length; at += 65_536) {
        crypto.getRandomValues(pixels.data.subarray(at, at + 65_536));
      }
      if (solid) for (let at = 3; at < pixels.data.length; at += 4) pixels.data[at] = 255;
      context.putImageData(pixels, 0, 0);
      const blob = await context.canvas.convertToBlob({ type: kind, quality: 0.9 });
      return new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
        reader.readAsDataURL(blob);
      });
    },
    [width, height, type, opaque] as const,
  );
  return { name: 'noise', mimeType: type, buffer: Buffer.from(base64, 'base64') };
}
