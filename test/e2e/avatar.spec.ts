import type { Locator, Page } from 'playwright/test';
import { aFile, aPhoto, chooseFile, openAvatar } from '../support/avatar-looks.ts';
import { CAMERA, exif, exifSegment, jpeg } from '../support/images.ts';
import { expect, needsKeyring, signIn, test, type Demo, type OpenPreview } from './fixtures.ts';

needsKeyring();

const PATH = '/profile/avatar';

const frame = (page: Page): Locator => page.getByRole('application', { name: 'Crop' });
const set = (page: Page): Locator => page.getByRole('button', { name: 'Set this picture' });
const failure = (page: Page): Locator => page.locator('.crop-footer .note--error');
const present = (page: Page): Locator => page.locator('.present img').first();

/** Where the picture in use is found; its name goes by its content, so that the same picture has the same. */
const address = async (page: Page): Promise<string> => (await present(page).getAttribute('src')) ?? '';

/** The changes of the picture that the server has seen. */
const changes = async (demo: Demo) =>
  (await demo.log())
    .filter(({ method, path }) => path === PATH && method !== 'GET')
    .map(({ method, status }) => ({ method, status }));

async function openSignedIn(open: () => Promise<OpenPreview>, demo: Demo, token = 'employee'): Promise<OpenPreview> {
  const app = await open();
  await signIn(app.page, demo.tokens[token] ?? '');
  await expect(app.popover.getByRole('navigation')).toBeVisible();
  return app;
}

/** Signed in as Anna, who has a picture, on the avatar's screen. */
async function atAvatar(open: () => Promise<OpenPreview>, demo: Demo): Promise<OpenPreview> {
  const app = await openSignedIn(open, demo);
  await expect(app.popover.locator('.who img')).toBeVisible();
  await openAvatar(app.page);
  await expect(present(app.page)).toBeVisible();
  return app;
}

/** The colours in the four quarters of a picture on the page. */
const quartersOf = (picture: Locator): Promise<string> =>
  picture.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) throw new Error('this is no picture');
    await element.decode();
    const context = new OffscreenCanvas(16, 16).getContext('2d');
    if (!context) throw new Error('There is no canvas');
    context.drawImage(element, 0, 0, 16, 16);
    const at = (x: number, y: number) => {
      const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data;
      return [r, g, b].map((value) => (value > 127 ? 1 : 0)).join('');
    };
    return `${at(4, 4)} ${at(11, 4)} ${at(4, 11)} ${at(11, 11)}`;
  });

/** Red, green, blue and white. */
const FOUR = '100 010 001 111';

test('a real file is cropped, sent, and seen everywhere; undo brings the earlier picture back', async ({
  demo,
  open,
}) => {
  const app = await atAvatar(open, demo);
  const { page } = app;
  const before = await address(page);
  const photo = jpeg({ width: 640, height: 480, segments: [exifSegment(exif({ gps: true }))] });
  expect(photo.toString('latin1')).toContain(CAMERA);

  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await dialog).setFiles(aFile(photo, 'holiday.jpg', 'image/jpeg'));
  await expect(frame(page)).toBeFocused();
  expect(await app.accessibilityProblems()).toEqual([]);
  await set(page).click();

  await expect(page.getByRole('status').filter({ hasText: 'Your new picture is set.' })).toBeVisible();
  expect(await quartersOf(present(page))).toBe(FOUR);
  expect(await changes(demo)).toEqual([{ method: 'PUT', status: 200 }]);
  const [sent] = (await demo.log()).filter(({ method, path }) => method === 'PUT' && path === PATH);
  expect(sent?.body).toMatchObject({ multipart: [{ name: 'image' }] });
  const file = await page.evaluate(
    async (url) => new TextDecoder('latin1').decode(await (await fetch(url)).arrayBuffer()),
    await address(page),
  );
  expect(file).not.toContain(CAMERA);
  expect(file).not.toContain('Exif');

  await page.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
  expect(await quartersOf(app.popover.locator('.who img'))).toBe(FOUR);

  await openAvatar(page);
  await expect(page.getByRole('region', { name: 'Earlier pictures' }).getByRole('button')).toHaveCount(1);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(present(page)).toHaveAttribute('src', before);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('the picture is deleted and had again from the earlier ones', async ({ demo, open }) => {
  const { page, popover } = await atAvatar(open, demo);
  const before = await address(page);
  await page.getByRole('button', { name: 'Delete the picture' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('You have no picture: colleagues see your initials.')).toBeVisible();
  await page.getByRole('button', { name: /^Use this earlier picture again/ }).click();
  await expect(present(page)).toHaveAttribute('src', before);
  expect(await changes(demo)).toEqual([
    { method: 'DELETE', status: 204 },
    { method: 'PUT', status: 200 },
  ]);
  await page.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
  await expect(popover.locator('.who img')).toHaveAttribute('src', before);
});

test('an upload is stopped half-way: nothing changes, and the crop waits', async ({ demo, open }) => {
  const { page } = await atAvatar(open, demo);
  const before = await address(page);
  await demo.fault({ on: { method: 'PUT', path: PATH }, play: { kind: 'hang' } });
  await chooseFile(page, aPhoto());
  await frame(page).press('BracketRight');
  await set(page).click();
  await expect(page.getByText('Sending the picture…')).toBeVisible();
  await expect.poll(() => changes(demo)).toEqual([{ method: 'PUT', status: null }]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped. Your crop is kept.')).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '1°');

  await page.getByRole('button', { name: 'Back' }).click();
  await expect(present(page)).toHaveAttribute('src', before);
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await set(page).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your new picture is set.' })).toBeVisible();
});

test('a crop survives hiding the popover', async ({ demo, open }) => {
  const { page, popover, choose } = await atAvatar(open, demo);
  await chooseFile(page, aPhoto());
  await frame(page).press('Shift+BracketRight');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Go on with it' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await choose('Open Pachca Status');
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '90°');
});

test('a vacation avatar takes three clicks, and goes when the status goes', async ({ demo, open }) => {
  const { page, popover } = await openSignedIn(open, demo);
  await expect(popover.locator('.who img')).toBeVisible();
  await popover
    .getByRole('region', { name: 'One click' })
    .getByRole('button', { name: /^On vacation/ })
    .click();
  await expect(popover.getByRole('region', { name: 'Current status' })).toContainText('On vacation');
  await openAvatar(page);
  const before = await address(page);
  await page.getByRole('button', { name: 'Put 🏖️ on it' }).click();
  await set(page).click();
  await expect(page.getByText(/^While “On vacation” holds, until Mon/)).toBeVisible();
  await expect(present(page)).not.toHaveAttribute('src', before);

  await page.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
  await popover.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(popover.locator('.who img')).toHaveAttribute('src', before);
  expect(await changes(demo)).toEqual([
    { method: 'PUT', status: 200 },
    { method: 'PUT', status: 200 },
  ]);
});

test('whoever has no picture has none again when the temporary one is over', async ({ demo, open }) => {
  const { page, popover } = await openSignedIn(open, demo, 'full');
  await popover
    .getByRole('region', { name: 'One click' })
    .getByRole('button', { name: /^Lunch/ })
    .click();
  await expect(popover.getByRole('region', { name: 'Current status' })).toContainText('Lunch');
  await openAvatar(page);
  await expect(page.getByText('You have no picture: colleagues see your initials.')).toBeVisible();
  await chooseFile(page, aPhoto());
  await page.getByRole('switch', { name: 'Put 🍽️ on it' }).click();
  await set(page).click();
  await expect(page.getByText(/^While “Lunch” holds, until/)).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
  await expect(popover.locator('.who img')).toBeVisible();
  await popover.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(popover.locator('.who img')).toHaveCount(0);
  expect(await changes(demo)).toEqual([
    { method: 'PUT', status: 200 },
    { method: 'DELETE', status: 204 },
  ]);
});

test('a temporary picture can be kept for good', async ({ demo, open }) => {
  const { page } = await atAvatar(open, demo);
  await chooseFile(page, aPhoto());
  await page.getByRole('radio', { name: /Until a time/ }).check();
  await page.getByRole('radio', { name: '2 h', exact: true }).check();
  await set(page).click();
  await expect(page.getByText(/^Temporary, until/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep it for good' }).click();
  await expect(page.getByText(/^Temporary, until/)).toHaveCount(0);
  expect(await quartersOf(present(page))).toBe(FOUR);
});

test('a token without the scope is told so before anything is tried', async ({ demo, open }) => {
  const { page } = await openSignedIn(open, demo, 'read-only');
  await openAvatar(page);
  await expect(page.getByText('This token may not change your picture: it lacks profile_avatar:write.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeDisabled();
  await page.getByRole('button', { name: 'What the token can do' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Change your avatar' })).toBeFocused();
  expect(await changes(demo)).toEqual([]);
});

const refused = (status: number, body: unknown) =>
  ({ kind: 'reply', status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) as const;
const item = { key: 'image', value: null, message: 'Pachca’s own words', code: 'invalid', payload: null };

const refusals = [
  {
    status: 402,
    play: refused(402, { errors: [item] }),
    title: 'The workspace is suspended for non-payment',
  },
  {
    status: 403,
    play: refused(403, { errors: [{ ...item, code: 'access_denied' }] }),
    title: 'The token’s owner has no access',
  },
  { status: 413, play: refused(413, {}), title: 'The picture is too large' },
  { status: 422, play: refused(422, { errors: [item] }), title: 'Pachca does not accept this picture' },
  // The last, because what the token lacks is known from then on.
  {
    status: 403,
    play: refused(403, { error: 'insufficient_scope', error_description: 'no' }),
    title: 'The token lacks the scope profile_avatar:write',
  },
] as const;

test('whatever the server refuses it for, the reason is said and the crop is kept', async ({ demo, open }) => {
  test.slow();
  const { page } = await atAvatar(open, demo);
  const before = await address(page);
  await chooseFile(page, aPhoto());
  await frame(page).press('BracketLeft');
  for (const { play, title } of refusals) {
    await demo.fault({ on: { method: 'PUT', path: PATH }, play });
    await set(page).click();
    await expect(failure(page)).toContainText(title);
    await expect(failure(page)).toContainText('Your crop is kept.');
    await expect(page.getByRole('slider', { name: 'Rotation' })).toHaveAttribute('aria-valuetext', '−1°');
  }
  expect(await changes(demo)).toEqual(refusals.map(({ status }) => ({ method: 'PUT', status })));
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(present(page)).toHaveAttribute('src', before);
});

test('a server that asks to wait is waited for, and the picture arrives', async ({ demo, open }) => {
  const { page } = await atAvatar(open, demo);
  await demo.fault({
    on: { method: 'PUT', path: PATH },
    play: { kind: 'reply', status: 429, headers: { 'retry-after': '2' } },
  });
  await chooseFile(page, aPhoto());
  await set(page).click();
  await expect(page.getByText('Pachca asks to wait. It goes on by itself.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Your new picture is set.' })).toBeVisible();
  expect((await changes(demo)).map(({ status }) => status)).toEqual([429, 200]);
});

test('a server in trouble is tried several times, then given up, and again when asked', async ({ demo, open }) => {
  const { page } = await atAvatar(open, demo);
  await demo.fault({
    on: { method: 'PUT', path: PATH },
    times: 4,
    play: { kind: 'reply', status: 503, headers: { 'content-type': 'text/html' }, body: '<html>' },
  });
  await chooseFile(page, aPhoto());
  await set(page).click();
  await expect(failure(page)).toContainText('Pachca has trouble right now', { timeout: 30_000 });
  expect((await changes(demo)).map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your new picture is set.' })).toBeVisible();
  expect(await quartersOf(present(page))).toBe(FOUR);
});
