import { expect, type Locator, type Page } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { builtInPresets } from '../../../shared/built-in-presets.ts';
import { fail, ok } from '../../../shared/result.ts';
import { manyPresets } from '../../support/gallery.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

const presets = builtInPresets('en');
const [vacation, sick] = presets;

const list = (page: Page): Locator => page.getByRole('list', { name: 'Presets in order' });
const titles = (page: Page): Locator => list(page).locator('.preset-row__title');
const more = (page: Page, title: string): Locator => page.getByRole('button', { name: `More for “${title}”` });

async function open(popover: Popover, state = aState()): Promise<Page> {
  await popover.open(state);
  const { page } = popover;
  await page.getByRole('button', { name: 'Edit presets' }).click();
  await expect(page.getByRole('heading', { name: 'Presets', exact: true })).toBeVisible();
  return page;
}

/** The state after the core has moved a preset. */
const moved = (from: number, to: number) => {
  const next = [...presets];
  next.splice(to, 0, ...next.splice(from, 1));
  return aState({ presets: next });
};

test('all presets are listed, the hidden ones too, and Escape leads home', async ({ popover }) => {
  const page = await open(popover, aState({ presets: manyPresets('en') }));
  await expect(titles(page)).toHaveCount(12);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Current status' })).toBeVisible();
  await popover.expectCalls();
});

test.describe('the order', () => {
  test('changes with the arrow keys on the handle, is told, and the handle keeps the focus', async ({ popover }) => {
    const page = await open(popover);
    const handle = page.getByRole('button', { name: 'Move “Lunch”' });
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    await popover.expectCalls(['presets.move', { id: 'lunch', to: 1 }]);
    await expect(page.getByRole('status').filter({ hasText: '“Lunch” is number 2 of 6 now' })).toBeAttached();
    await popover.push(moved(2, 1));
    await expect(titles(page).nth(1)).toHaveText('Lunch');
    await expect(handle).toBeFocused();
  });

  test('changes with Alt and an arrow anywhere in the row', async ({ popover }) => {
    const page = await open(popover);
    await page.getByRole('button', { name: 'Edit Lunch 1 h' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await popover.expectCalls(['presets.move', { id: 'lunch', to: 3 }]);
  });

  test('is at once as the person made it, however fast, and before the core answers', async ({ popover }) => {
    const page = await open(popover);
    await popover.answer('presets.move', 'never');
    await popover.answer('presets.move', 'never');
    await page.getByRole('button', { name: 'Move “On vacation”' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(titles(page)).toHaveText([
      'Out sick',
      'Lunch',
      'On vacation',
      'In a meeting',
      'Focus',
      'Working remotely',
    ]);
    await popover.expectCalls(['presets.move', { id: 'vacation', to: 1 }], ['presets.move', { id: 'vacation', to: 2 }]);
  });

  test('goes no further than the ends', async ({ popover }) => {
    const page = await open(popover);
    await page.getByRole('button', { name: 'Move “On vacation”' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: 'Move “Working remotely”' }).focus();
    await page.keyboard.press('ArrowDown');
    await popover.expectCalls();
  });

  test('changes with buttons, for those who can neither drag nor type', async ({ popover }) => {
    const page = await open(popover);
    await more(page, 'Lunch').click();
    await page.getByRole('button', { name: 'Down', exact: true }).click();
    await popover.expectCalls(['presets.move', { id: 'lunch', to: 3 }]);
  });

  test('changes by dragging a row with the mouse', async ({ popover }) => {
    const page = await open(popover);
    const handle = page.getByRole('button', { name: 'Move “Focus”' });
    const from = await middle(handle);
    const to = await middle(page.getByRole('button', { name: 'Move “Out sick”' }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await popover.expectCalls();
    await page.mouse.up();
    await popover.expectCalls(['presets.move', { id: 'focus', to: 1 }]);
  });

  test('does not change when a drag is given up with Escape', async ({ popover }) => {
    const page = await open(popover);
    const from = await middle(page.getByRole('button', { name: 'Move “Focus”' }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 120, { steps: 5 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(titles(page).nth(4)).toHaveText('Focus');
    await popover.expectCalls();
  });

  test('changes by dragging with a finger, which scrolls the list along at its edge', async ({ popover }) => {
    const page = await open(popover, aState({ presets: manyPresets('en') }));
    const from = await middle(page.getByRole('button', { name: 'Move “On vacation”' }));
    const touch = await page.context().newCDPSession(page);
    const point = (y: number) => ({ touchPoints: [{ x: from.x, y }] });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...point(from.y) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...point(from.y + 60) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...point(500) });
    await expect.poll(() => page.locator('.screen').evaluate((screen) => screen.scrollTop)).toBeGreaterThan(40);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(async () => (await popover.calls()).map(({ name }) => name)).toEqual(['presets.move']);
  });
});

test('a preset is hidden from the menu, and shown again, with one click', async ({ popover }) => {
  const page = await open(popover);
  const shown = page.getByRole('switch', { name: 'Show “Out sick” in the menu' });
  await expect(shown).toBeChecked();
  await shown.click();
  if (!sick) throw new Error('there is no such preset');
  await popover.expectCalls(['presets.save', { preset: { ...sick, hidden: true } }]);
  await popover.push(
    aState({ presets: presets.map((preset) => (preset.id === 'sick' ? { ...preset, hidden: true } : preset)) }),
  );
  await expect(shown).not.toBeChecked();
});

test('a preset opens in the editor and comes back changed', async ({ popover }) => {
  const page = await open(popover);
  await page.getByRole('button', { name: 'Edit Lunch 1 h' }).click();
  await expect(page.getByRole('heading', { name: 'Edit preset' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Status' }).fill('Late lunch');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Presets', exact: true })).toBeVisible();
  const [call] = await popover.calls();
  expect(call).toMatchObject({ name: 'presets.save', input: { preset: { id: 'lunch', title: 'Late lunch' } } });
});

test('a new preset begins empty, and Escape leads back to the list', async ({ popover }) => {
  const page = await open(popover);
  await page.getByRole('button', { name: 'New preset' }).click();
  await expect(page.getByRole('heading', { name: 'New preset' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Status' })).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeVisible();
});

test('a preset is copied', async ({ popover }) => {
  const page = await open(popover);
  await more(page, 'Lunch').click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await popover.expectCalls(['presets.duplicate', { id: 'lunch' }]);
});

test('a full list says so', async ({ popover }) => {
  const page = await open(popover);
  await popover.answer('presets.duplicate', fail(appError('presets_full', { limit: 100 })));
  await more(page, 'Lunch').click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '100' })).toBeVisible();
});

test('a deleted preset can be had back, in its old place', async ({ popover }) => {
  const page = await open(popover);
  await more(page, 'Out sick').click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await popover.expectCalls(['presets.delete', { id: 'sick' }]);
  await popover.push(aState({ presets: presets.filter(({ id }) => id !== 'sick') }));
  const bar = page.getByRole('status').filter({ hasText: '“Out sick” deleted' });
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Undo' }).click();
  if (!sick) throw new Error('there is no such preset');
  await popover.expectCalls(
    ['presets.delete', { id: 'sick' }],
    ['presets.save', { preset: sick }],
    ['presets.move', { id: 'sick', to: 1 }],
  );
  await expect(bar).toHaveCount(0);
});

test.describe('resetting', () => {
  test('asks first; the harmless answer has the focus, and Escape is one', async ({ popover }) => {
    const page = await open(popover);
    const reset = page.getByRole('button', { name: 'Reset to defaults…' });
    await reset.click();
    const dialog = page.getByRole('dialog', { name: 'Reset the presets?' });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Keep mine' })).toBeFocused();
    expect(await popover.accessibilityProblems()).toEqual([]);
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(reset).toBeFocused();
    await popover.expectCalls();
  });

  test('is done when it is confirmed', async ({ popover }) => {
    const page = await open(popover);
    await page.getByRole('button', { name: 'Reset to defaults…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await popover.expectCalls(['presets.reset', {}]);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('The presets are as they were at the beginning')).toBeVisible();
  });
});

test.describe('a file', () => {
  const json = '{"version":1,"presets":[]}';

  test('is saved with all presets', async ({ popover }) => {
    const page = await open(popover);
    await popover.answer('presets.export', ok(json));
    await popover.answer('file.save', ok(true));
    await page.getByRole('button', { name: 'Export…' }).click();
    await popover.expectCalls(
      ['presets.export', {}],
      ['file.save', { name: 'pachca-status-presets.json', text: json }],
    );
    await expect(page.getByText('Saved to the file.')).toBeVisible();
  });

  test('that the person did not save after all was not saved', async ({ popover }) => {
    const page = await open(popover);
    await popover.answer('presets.export', ok(json));
    await popover.answer('file.save', ok(false));
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect.poll(async () => (await popover.calls()).length).toBe(2);
    await expect(page.getByText('Saved to the file.')).toHaveCount(0);
  });

  test('takes the place of the presets while the popover stays open, and that can be undone', async ({ popover }) => {
    const page = await open(popover);
    await popover.answer('presets.export', ok('before'));
    await popover.answer('presets.import', ok(2));
    await choose(page, json);
    await popover.expectCalls(
      ['popover.hold', { held: true }],
      ['popover.hold', { held: false }],
      ['presets.export', {}],
      ['presets.import', { json }],
    );
    const bar = page.getByRole('status').filter({ hasText: '2 presets imported' });
    await bar.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => (await popover.calls()).at(-1))
      .toEqual({
        name: 'presets.import',
        input: { json: 'before' },
      });
  });

  test('that is wrong is refused with its line, and can be chosen again when it was mended', async ({ popover }) => {
    const page = await open(popover);
    await popover.answer('presets.export', ok('before'));
    await popover.answer(
      'presets.import',
      fail(appError('presets_file', { line: 7, field: 'presets[1].title', reason: 'shape' })),
    );
    await choose(page, '{"bad":1}');
    const alert = page.getByRole('alert').filter({ hasText: 'Line 7' });
    await expect(alert).toContainText('Preset 2: the status text');
    await popover.answer('presets.export', ok('before'));
    await popover.answer('presets.import', ok(1));
    await choose(page, json);
    await expect(alert).toHaveCount(0);
    await expect(page.getByText('1 preset imported')).toBeVisible();
  });

  test('that was not chosen after all lets the popover go', async ({ popover }) => {
    const page = await open(popover);
    await page.locator('input[type=file]').evaluate((input) => {
      // The system's dialog is out of a test's reach; this is what the browser tells of it.
      input.addEventListener('click', (event) => {
        event.preventDefault();
        input.dispatchEvent(new Event('cancel', { bubbles: true }));
      });
    });
    await page.getByRole('button', { name: 'Import…' }).click();
    await popover.expectCalls(['popover.hold', { held: true }], ['popover.hold', { held: false }]);
  });

  async function choose(page: Page, text: string): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import…' }).click();
    await (await chooser).setFiles({ name: 'presets.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  }
});

test('the list, a row with all its buttons and the messages are accessible in both languages', async ({ popover }) => {
  const { page } = popover;
  const state = aState({ presets: manyPresets('en') });
  await popover.open({ ...state, settings: { ...state.settings, theme: 'light' } });
  await page.getByRole('button', { name: 'Edit presets' }).click();
  await more(page, 'Lunch').first().click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('“Lunch” deleted')).toBeVisible();
  expect(await popover.accessibilityProblems()).toEqual([]);
  const russian = aState({ locale: 'ru', presets: manyPresets('ru') });
  await popover.push({ ...russian, settings: { ...russian.settings, theme: 'dark' } });
  await expect(page.getByRole('heading', { name: 'Пресеты', exact: true })).toBeVisible();
  expect(await popover.accessibilityProblems()).toEqual([]);
});

test('a preset that is gone meanwhile is said to be', async ({ popover }) => {
  const page = await open(popover);
  if (!vacation) throw new Error('there is no such preset');
  await popover.answer('presets.move', fail(appError('preset_missing', { id: vacation.id })));
  await page.getByRole('button', { name: 'Move “On vacation”' }).press('ArrowDown');
  await expect(page.getByRole('alert').filter({ hasText: 'This preset does not exist any more' })).toBeVisible();
});

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it cannot be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
