import { expect, type Locator, type Page } from 'playwright/test';
import { coloursAt, letterOf, seen, upload } from '../../support/avatar.ts';
import { aFile, aPhoto, chooseFile, openAvatar, withAvatar } from '../../support/avatar-looks.ts';
import { png } from '../../support/images.ts';
import { test, type Popover } from '../../support/popover.ts';

const frame = (page: Page): Locator => page.getByRole('application', { name: 'Crop' });
const value = (page: Page, name: 'Zoom' | 'Rotation') =>
  page.getByRole('slider', { name }).getAttribute('aria-valuetext');

/** Opens the crop of a picture of four coloured quarters; the largest square holds all four. */
async function open(popover: Popover, file = aPhoto()): Promise<Page> {
  await popover.open(withAvatar());
  const { page } = popover;
  await openAvatar(page);
  await chooseFile(page, file);
  await expect(frame(page)).toBeFocused();
  return page;
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = await frame(page).boundingBox();
  if (!box) throw new Error('the frame is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where along the upper edge of what is sent red ends and green begins, as a part of the width; 1 = nowhere. */
async function boundary(popover: Popover): Promise<number> {
  const { bytes } = await upload(popover);
  const steps = Array.from({ length: 100 }, (_, step) => (step + 0.5) / 100);
  const colours = await coloursAt(
    popover.page,
    bytes,
    steps.map((x) => [x, 0.1] as const),
  );
  const green = colours.findIndex((colour) => letterOf(colour) === 'G');
  return green === -1 ? 1 : green / 100;
}

test.describe('the picture under the circle', () => {
  test('is moved with the mouse, as far as it reaches', async ({ popover }) => {
    const page = await open(popover);
    const { x, y } = await middle(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 300, y + 50, { steps: 6 });
    await page.mouse.up();
    // The square is 240 of 320 pixels wide and lies at the left: its middle line is 160 of them away.
    expect(await boundary(popover)).toBeCloseTo(160 / 240, 1);
  });

  test('stays where it is when the pointer only passes over it', async ({ popover }) => {
    const page = await open(popover);
    const { x, y } = await middle(page);
    await page.mouse.move(x, y);
    await page.mouse.move(x + 60, y, { steps: 4 });
    expect(await boundary(popover)).toBeCloseTo(0.5, 1);
  });

  test('is moved with the arrow keys, with Shift further', async ({ popover }) => {
    const page = await open(popover, aFile(png({ width: 640, height: 240 })));
    await frame(page).press('ArrowRight');
    await frame(page).press('Shift+ArrowRight');
    await expect(page.getByRole('status').filter({ hasText: 'Moved' })).toBeAttached();
    expect(await boundary(popover)).toBeCloseTo(0.5 + 0.02 + 0.2, 1);
  });

  test('is zoomed with the wheel, at the pointer', async ({ popover }) => {
    const page = await open(popover, aFile(png({ width: 640, height: 640 })));
    const { x, y } = await middle(page);
    // At the left edge of the circle: what is there stays there.
    await page.mouse.move(x - 100, y - 100);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => value(page, 'Zoom')).not.toBe('100%');
    expect(await seen(page, (await upload(popover)).bytes)).toMatch(/^R/);
  });

  test('does not scroll the page along', async ({ popover }) => {
    const page = await open(popover);
    const { x, y } = await middle(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => value(page, 'Zoom')).toBe('100%');
    expect(await page.locator('.screen').evaluate((screen) => screen.scrollTop)).toBe(0);
  });

  test('is zoomed and turned with two fingers', async ({ popover }) => {
    const page = await open(popover, aFile(png({ width: 640, height: 640 })));
    const { x, y } = await middle(page);
    const touch = await page.context().newCDPSession(page);
    const fingers = (angle: number, distance: number) => {
      const [dx, dy] = [(Math.cos(angle) * distance) / 2, (Math.sin(angle) * distance) / 2];
      return [
        { x: x - dx, y: y - dy, id: 1 },
        { x: x + dx, y: y + dy, id: 2 },
      ];
    };
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0, 60) });
    for (let step = 1; step <= 10; step += 1) {
      const touchPoints = fingers((Math.PI / 2) * (step / 10), 60 + 9 * step);
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await value(page, 'Rotation')).toBe('90°');
    // From 60 to 150 pixels apart, less what was lost where the corners would have left the picture.
    const percent = Number.parseInt((await value(page, 'Zoom')) ?? '', 10);
    expect(percent).toBeGreaterThan(220);
    expect(percent).toBeLessThan(280);
    expect(await page.locator('.screen').evaluate((screen) => screen.scrollTop)).toBe(0);
  });

  test('is moved with one finger', async ({ popover }) => {
    const page = await open(popover);
    const { x, y } = await middle(page);
    const touch = await page.context().newCDPSession(page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x - 100, y }] });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x - 250, y: y - 80 }] });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await boundary(popover)).toBeCloseTo(80 / 240, 1);
  });

  test('is turned by quarters and degrees, and back as it was', async ({ popover }) => {
    const page = await open(popover);
    await frame(page).press('KeyR');
    expect(await value(page, 'Rotation')).toBe('90°');
    await frame(page).press('BracketLeft');
    await frame(page).press('BracketLeft');
    expect(await value(page, 'Rotation')).toBe('88°');
    await expect(page.getByRole('status').filter({ hasText: /^Zoom 100%, turned by 88 degrees$/ })).toBeAttached();
    await frame(page).press('Digit0');
    expect(await value(page, 'Rotation')).toBe('0°');
    await page.getByRole('button', { name: 'Turn left by 90 degrees' }).click();
    expect(await value(page, 'Rotation')).toBe('−90°');
    expect(await seen(page, (await upload(popover)).bytes)).toBe('GWRB');
  });

  test('leaves keys that are not its own alone', async ({ popover }) => {
    const page = await open(popover);
    await frame(page).press('KeyQ');
    await frame(page).press('Alt+BracketRight');
    expect(await value(page, 'Rotation')).toBe('0°');
    await frame(page).press('Tab');
    await expect(page.getByRole('button', { name: 'Farther away' })).toBeFocused();
  });
});

test.describe('the sliders', () => {
  test('zoom and turn, and say how far in words', async ({ popover }) => {
    const page = await open(popover, aFile(png({ width: 512, height: 512 })));
    const zoom = page.getByRole('slider', { name: 'Zoom' });
    await zoom.fill('50');
    // From 1 to 4, because a square of fewer than 128 pixels is none: half the way is 2.
    await expect(zoom).toHaveAttribute('aria-valuetext', '200%');
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect(zoom).toHaveAttribute('aria-valuetext', '250%');
    const rotation = page.getByRole('slider', { name: 'Rotation' });
    await rotation.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(rotation).toHaveAttribute('aria-valuetext', '−1°');
    expect((await upload(popover)).info.width).toBeGreaterThanOrEqual(128);
  });

  test('go back to the whole picture with one press, which is idle before', async ({ popover }) => {
    const page = await open(popover, aFile(png({ width: 512, height: 512 })));
    const reset = page.getByRole('button', { name: 'Reset' });
    await expect(reset).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('slider', { name: 'Zoom' }).fill('30');
    await page.getByRole('slider', { name: 'Rotation' }).fill('-33');
    await reset.click();
    expect(await value(page, 'Zoom')).toBe('100%');
    expect(await value(page, 'Rotation')).toBe('0°');
    await expect(reset).toBeFocused();
  });

  test('do not zoom a picture that is small already', async ({ popover }) => {
    const page = await open(popover, aFile(png({ width: 100, height: 100 })));
    await expect(page.getByRole('slider', { name: 'Zoom' })).toBeDisabled();
    await expect(page.getByRole('slider', { name: 'Rotation' })).toBeEnabled();
  });
});

test('the frame has a name, and says how it is used', async ({ popover }) => {
  const page = await open(popover);
  await expect(frame(page)).toHaveAccessibleDescription(/^Arrow keys move the picture, with Shift further\./);
});
