import { expect } from 'playwright/test';
import { AVATAR_LIMIT } from '../../../shared/contract.ts';
import { inspectImage, metadataIn } from '../../../shared/image/inspect.ts';
import { coloursAt, letterOf, noise, seen, upload } from '../../support/avatar.ts';
import { aFile, aPhoto, chooseFile, openAvatar, withAvatar } from '../../support/avatar-looks.ts';
import {
  CAMERA,
  chattyPng,
  exif,
  exifSegment,
  extended,
  flags,
  holidayPhoto,
  jpeg,
  lossless,
  png,
  pngChunk,
  sound,
  webp,
  webpChunk,
} from '../../support/images.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

/** What of a file would tell on its maker. */
const telltales = [CAMERA, 'Exif', 'ICC_PROFILE', 'iCCP', 'eXIf', 'GPS', 'adobe', 'Photoshop', 'Anna'];

async function send(popover: Popover, buffer: Buffer) {
  await chooseFile(popover.page, aFile(buffer));
  await expect(popover.page.locator('.crop')).toBeVisible();
  const sent = await upload(popover);
  await expect(popover.page.locator('.present')).toBeVisible();
  return sent;
}

test.describe('what is sent', () => {
  test('is a bare PNG or JPEG, whatever was chosen', async ({ popover }) => {
    await popover.open(aState());
    await openAvatar(popover.page);
    for (const [name, buffer] of Object.entries(sound)) {
      if (name === 'heic') continue;
      const { bytes, info } = await send(popover, buffer);
      expect(['png', 'jpeg'], name).toContain(info.type);
      expect(metadataIn(bytes), name).toEqual({ ok: true, value: [] });
      expect(info.width, name).toBe(info.height);
    }
  });

  test('has lost the place, the camera and the colour profile', async ({ popover }) => {
    await popover.open(aState());
    await openAvatar(popover.page);
    for (const buffer of [holidayPhoto, chattyPng]) {
      const { bytes } = await send(popover, buffer);
      const text = bytes.toString('latin1');
      for (const word of telltales) expect(text).not.toContain(word);
    }
  });

  test('stands upright, whichever way the camera was held', async ({ popover }) => {
    await popover.open(aState());
    const { page } = popover;
    await openAvatar(page);
    for (const [index, expected] of ['RGBW', 'GRWB', 'WBGR', 'BWRG', 'RBGW', 'BRWG', 'WGBR', 'GWRB'].entries()) {
      const block = exif({ orientation: index + 1 });
      const files = {
        jpeg: jpeg({ width: 64, height: 32, segments: [exifSegment(block)] }),
        png: png({ width: 64, height: 32, before: [pngChunk('eXIf', block)] }),
        webp: webp(extended(64, 32, flags.exif), lossless(64, 32), webpChunk('EXIF', block)),
      };
      for (const [name, buffer] of Object.entries(files)) {
        const { bytes } = await send(popover, buffer);
        expect(await seen(page, bytes), `${name}, orientation ${index + 1}`).toBe(expected);
      }
    }
  });

  test('is a PNG where something shows through, and a JPEG where nothing does', async ({ popover }) => {
    await popover.open(aState());
    const { page } = popover;
    await openAvatar(page);
    const { info, bytes } = await send(popover, png({ width: 64, height: 64, colour: 'rgba' }));
    expect(info.type).toBe('png');
    const [white] = await coloursAt(page, bytes, [[0.75, 0.75]]);
    expect(white?.[3]).toBe(0);
    expect((await send(popover, png({ width: 64, height: 64 }))).info.type).toBe('jpeg');
    // The format has alpha, the pixels have not.
    const opaque = await send(popover, webp(lossless(64, 64)));
    expect(opaque.info.type).toBe('jpeg');
  });

  test('is a JPEG also where a turned square only touches the picture’s edge', async ({ popover }) => {
    await popover.open(aState());
    const { page } = popover;
    await openAvatar(page);
    const { buffer } = await noise(page, 300, 200, 'image/png', true);
    expect(inspectImage(buffer)).toMatchObject({ value: { type: 'png', hasAlpha: true } });
    for (const degrees of ['90', '33']) {
      await chooseFile(page, aFile(buffer));
      await page.getByRole('slider', { name: 'Rotation' }).fill(degrees);
      expect((await upload(popover)).info.type, `turned by ${degrees}`).toBe('jpeg');
    }
  });

  test('is not made larger than what was cut out', async ({ popover }) => {
    await popover.open(aState());
    await openAvatar(popover.page);
    expect((await send(popover, png({ width: 320, height: 240 }))).info).toMatchObject({ width: 240, height: 240 });
  });

  test('is at most 1024 pixels a side and under 1 MiB, even of noise', async ({ popover }) => {
    await popover.open(aState());
    const { page } = popover;
    await openAvatar(page);
    for (const type of ['image/jpeg', 'image/png']) {
      const { buffer } = await noise(page, 1600, 1200, type);
      const { bytes, info } = await send(popover, buffer);
      expect(info.type).toBe(type === 'image/png' ? 'png' : 'jpeg');
      expect(info.width).toBeLessThanOrEqual(1024);
      expect(info.width).toBeGreaterThanOrEqual(256);
      expect(bytes.length).toBeLessThan(AVATAR_LIMIT);
    }
  });

  test('of a photo of 48 megapixels is as sharp as of any other', async ({ popover }) => {
    await popover.open(aState());
    const { page } = popover;
    await openAvatar(page);
    const file = await page.evaluate(async () => {
      const context = new OffscreenCanvas(8000, 6000).getContext('2d');
      if (!context) throw new Error('There is no canvas');
      for (let x = 0; x < 8000; x += 80) {
        context.fillStyle = (x / 80) % 2 === 0 ? '#ff0000' : '#0000ff';
        context.fillRect(x, 0, 80, 6000);
      }
      const blob = await context.canvas.convertToBlob({ type: 'image/jpeg' });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const { bytes, info } = await send(popover, Buffer.from(file));
    expect(info).toMatchObject({ type: 'jpeg', width: 1024, height: 1024 });
    // 75 stripes in 1024 pixels, the first of them cut in half: each is 13.65 wide, and still has its own colour.
    const stripe = 1 / 75;
    const colours = await coloursAt(
      page,
      bytes,
      [30, 31, 32, 33].map((each) => [each * stripe, 0.5] as const),
    );
    expect(colours.map(letterOf).join('')).toMatch(/^(RBRB|BRBR)$/);
  });
});

test.describe('the badge', () => {
  test('is drawn within the circle at the lower right, and only where it is wanted', async ({ popover }) => {
    await popover.open(withAvatar());
    const { page } = popover;
    await openAvatar(page);
    await chooseFile(page, aPhoto());
    const without = await upload(popover);
    expect(await seen(page, without.bytes)).toBe('RGBW');

    // On blue the disc shows.
    await chooseFile(page, aFile(webp(lossless(320, 320))));
    await page.locator('.crop').press('Shift+KeyR');
    await page.locator('.crop').press('Shift+KeyR');
    await page.getByRole('switch', { name: 'Put 🏖️ on it' }).click();
    const { bytes } = await upload(popover);
    expect((await seen(page, bytes)).slice(0, 3)).toBe('WBG');
    const grid = Array.from({ length: 100 }, (_, at) => [0.65 + (at % 10) * 0.014, 0.65 + Math.floor(at / 10) * 0.014]);
    const [inDisc, outside, ...emoji] = await coloursAt(page, bytes, [
      [0.737, 0.59],
      [0.95, 0.95],
      ...grid.map(([x = 0, y = 0]) => [x, y] as const),
    ]);
    expect(letterOf(inDisc ?? [])).toBe('W');
    expect(letterOf(outside ?? [])).toBe('R');
    // Neither the disc’s white nor one of the picture’s colours.
    expect(emoji.filter((colour) => letterOf(colour) === '?').length).toBeGreaterThan(25);
  });

  test('makes the picture last as long as the status, unless the person said how long', async ({ popover }) => {
    await popover.open(withAvatar());
    const { page } = popover;
    await openAvatar(page);
    await chooseFile(page, aPhoto());
    const toggle = page.getByRole('switch', { name: 'Put 🏖️ on it' });
    await toggle.click();
    await expect(page.getByRole('radio', { name: /While “On vacation” holds/ })).toBeChecked();
    await toggle.click();
    await expect(page.getByRole('radio', { name: 'For good' })).toBeChecked();
    await toggle.click();
    await page.getByRole('radio', { name: 'For good' }).check();
    await toggle.click();
    await toggle.click();
    await expect(page.getByRole('radio', { name: 'For good' })).toBeChecked();
    expect((await upload(popover)).until).toBeNull();
  });

  test('needs a status, and says so', async ({ popover }) => {
    await popover.open(aState());
    await openAvatar(popover.page);
    await chooseFile(popover.page, aPhoto());
    const toggle = popover.page.getByRole('switch', { name: 'Put the status emoji on it' });
    await expect(toggle).toBeDisabled();
    await expect(toggle).toHaveAccessibleDescription('You have no status now.');
    await expect(popover.page.getByRole('radio', { name: /While/ })).toHaveCount(0);
  });

  test('goes with the status when that ends meanwhile', async ({ popover }) => {
    await popover.open(withAvatar());
    const { page } = popover;
    await openAvatar(page);
    await page.getByRole('button', { name: 'Put 🏖️ on it' }).click();
    await expect(page.getByRole('switch')).toBeChecked();
    await popover.push(withAvatar({ revision: 2, status: { current: null } }));
    await expect(page.getByRole('switch')).not.toBeChecked();
    await expect(page.getByRole('radio', { name: 'For good' })).toBeChecked();
    expect((await upload(popover)).until).toBeNull();
  });
});

test.describe('how long it stays', () => {
  test('is the status’s time, a chosen one, or for good', async ({ popover }) => {
    await popover.open(withAvatar());
    const { page } = popover;
    await openAvatar(page);
    const choose = async (name: RegExp) => {
      await chooseFile(page, aPhoto());
      await page.getByRole('radio', { name }).check();
    };
    await chooseFile(page, aPhoto());
    expect((await upload(popover)).until).toBeNull();
    await choose(/While “On vacation” holds/);
    await expect(page.getByText('Then the picture you have now comes back.')).toBeVisible();
    expect((await upload(popover)).until).toBe('status');

    await choose(/Until a time/);
    await expect(page.getByText('Don’t clear')).toHaveCount(0);
    await page.getByRole('radio', { name: 'Until Monday' }).check();
    await expect(page.getByText('The picture you have now comes back on Monday')).toBeVisible();
    expect((await upload(popover)).until).toEqual({ rule: { kind: 'nextWeekday', weekday: 1 } });
  });

  test('in words that make no sense is not sent', async ({ popover }) => {
    await popover.open(withAvatar());
    const { page } = popover;
    await openAvatar(page);
    await chooseFile(page, aPhoto());
    await page.getByRole('radio', { name: /Until a time/ }).check();
    const words = page.locator('.end-words');
    await words.fill('until the cows come home');
    await page.getByRole('button', { name: 'Set this picture' }).click();
    await expect(words).toBeFocused();
    expect((await popover.calls()).filter(({ name }) => name === 'avatar.upload')).toEqual([]);
    await words.fill('until 18:30');
    expect((await upload(popover)).until).toEqual({ rule: { kind: 'time', hour: 18, minute: 30 } });
  });
});
