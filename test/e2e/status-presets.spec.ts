import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, test, type OpenPreview } from './fixtures.ts';

const titlesOf = (page: Page) => page.getByRole('list', { name: 'Presets in order' }).locator('.preset-row__title');
const builtIn = ['On vacation', 'Out sick', 'Lunch', 'In a meeting', 'Focus', 'Working remotely'];

async function manager(open: (options: { keyring: 'absent' }) => Promise<OpenPreview>): Promise<OpenPreview> {
  const app = await open({ keyring: 'absent' });
  await app.page.getByRole('button', { name: 'Try the demo' }).click();
  await app.page.getByRole('button', { name: 'Edit presets' }).click();
  await expect(titlesOf(app.page)).toHaveText(builtIn);
  return app;
}

async function more(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `More for “${title}”` }).click();
  await page.getByRole('button', { name: action, exact: true }).click();
}

test('presets are made, changed, copied, deleted and had back, and the menu follows', async ({ open }) => {
  const { page, tray, menu } = await manager(open);
  await page.getByRole('button', { name: 'New preset' }).click();
  await page.getByRole('textbox', { name: 'Status' }).fill('At the dentist');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(titlesOf(page)).toHaveText([...builtIn, 'At the dentist']);

  await page.getByRole('button', { name: /^Edit Lunch/ }).click();
  await page.getByRole('textbox', { name: 'Status' }).fill('Late lunch');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(titlesOf(page).nth(2)).toHaveText('Late lunch');

  await more(page, 'Focus', 'Duplicate');
  await expect(titlesOf(page)).toHaveCount(8);
  await more(page, 'Out sick', 'Delete');
  await expect(titlesOf(page)).toHaveCount(7);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(titlesOf(page).nth(1)).toHaveText('Out sick');

  await tray.click();
  await expect(menu.getByRole('menuitem', { name: /At the dentist/ })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: /Late lunch/ })).toBeVisible();
});

test('the order made by keyboard and by mouse is that of the tiles, the keys and the menu', async ({ open }) => {
  const { page, popover, tray, menu } = await manager(open);
  const handle = page.getByRole('button', { name: 'Move “Focus”' });
  await handle.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowUp');
  await expect(titlesOf(page).first()).toHaveText('Focus');
  await expect(handle).toBeFocused();

  const from = await page.getByRole('button', { name: 'Move “Working remotely”' }).boundingBox();
  const to = await page.getByRole('button', { name: 'Move “On vacation”' }).boundingBox();
  if (!from || !to) throw new Error('the handles cannot be seen');
  await page.mouse.move(from.x + 8, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + 20, { steps: 10 });
  await page.mouse.up();
  await expect(titlesOf(page).nth(1)).toHaveText('Working remotely');

  await page.getByRole('button', { name: 'Back to the status' }).click();
  await expect(popover.locator('.tile__title').first()).toHaveText('Focus');
  await page.keyboard.press('2');
  await expect(tray).toHaveAccessibleDescription(/^🏠 Working remotely/);
  await tray.click();
  await expect(menu.getByRole('menuitem').nth(2)).toHaveText(/^🎧 Focus/);
});

test('a hidden preset is neither in the menu nor on a tile', async ({ open }) => {
  const { page, popover, tray, menu } = await manager(open);
  await page.getByRole('switch', { name: 'Show “Out sick” in the menu' }).click();
  await expect(page.getByRole('switch', { name: 'Show “Out sick” in the menu' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(popover.locator('.tile__title')).toHaveText(builtIn.filter((title) => title !== 'Out sick'));
  await tray.click();
  await expect(menu.getByRole('menuitem', { name: /Lunch/ })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: /Out sick/ })).toHaveCount(0);
});

test('presets go to a file and come back from it; a wrong file changes nothing and says in which line it is wrong', async ({
  open,
}) => {
  const { page } = await manager(open);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export…' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('pachca-status-presets.json');
  const text = await readFile(await saved.path(), 'utf8');

  await more(page, 'Lunch', 'Delete');
  await expect(titlesOf(page)).toHaveCount(5);

  const wrong = text.replace('"title": "Focus"', '"title": ""');
  expect(wrong).not.toBe(text);
  const line = wrong.split('\n').findIndex((row) => row.includes('"title": ""')) + 1;
  await choose(page, wrong);
  await expect(page.getByRole('alert').filter({ hasText: `Line ${line}` })).toBeVisible();
  await expect(titlesOf(page)).toHaveCount(5);

  await choose(page, text);
  await expect(page.getByText('6 presets imported')).toBeVisible();
  await expect(titlesOf(page)).toHaveText(builtIn);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(titlesOf(page)).toHaveCount(5);
});

test('resetting brings the presets to begin with back', async ({ open }) => {
  const { page } = await manager(open);
  await more(page, 'Lunch', 'Delete');
  await more(page, 'Focus', 'Up');
  await page.getByRole('button', { name: 'Reset to defaults…' }).click();
  const dialog = page.getByRole('dialog');
  // In the middle of the popover, not of the page.
  const [box, root] = [await dialog.boundingBox(), await page.locator('#root').boundingBox()];
  if (!box || !root) throw new Error('the dialog cannot be seen');
  expect(box.x).toBeGreaterThan(root.x);
  expect(box.x + box.width).toBeLessThan(root.x + root.width);
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect(titlesOf(page)).toHaveText(builtIn);
});

async function choose(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles({ name: 'presets.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}
