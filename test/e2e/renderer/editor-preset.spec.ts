import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { aDraft, openEditor, sent, title, words } from '../../support/editor-page.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

test.describe('saving as a preset', () => {
  test('keeps the rule, under an id of its own', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft() });
    await page.getByRole('button', { name: 'Save as preset' }).click();
    await expect(page.getByText('“On vacation” is now a preset.')).toBeVisible();
    const { emoji, title: written, isAway, awayTemplate, deputy, expiry } = aDraft();
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;
    expect(await sent(popover, 'presets.save')).toEqual([
      { preset: { id, emoji, title: written, isAway, awayTemplate, deputy, expiry, asks: [], hidden: false } },
    ]);
  });

  test('leaves a fixed date out, and says so', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ phrase: 'till Dec 10' }) });
    await page.getByRole('button', { name: 'Save as preset' }).click();
    await expect(page.getByText('A preset has no fixed date, so it stays until it is cleared.')).toBeVisible();
    expect(await sent(popover, 'presets.save')).toMatchObject([{ preset: { expiry: { kind: 'none' } } }]);
  });

  test('that fails is said in place', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft() });
    await popover.answer('presets.save', fail(appError('presets_full', { limit: 100 })));
    await page.getByRole('button', { name: 'Save as preset' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'More than 100 cannot be kept. Delete one first.' }),
    ).toBeVisible();
  });
});

test.describe('a preset', () => {
  const open = async (popover: Popover) => {
    const { page } = popover;
    await popover.open(aState());
    await page.getByRole('button', { name: 'Edit presets' }).click();
    await page.getByRole('button', { name: 'Edit Lunch 1 h' }).click();
    await expect(page.getByRole('heading', { name: 'Edit preset' })).toBeVisible();
    return page;
  };

  test('is edited in the same way, and says what it would do now', async ({ popover }) => {
    const page = await open(popover);
    await expect(page.getByText('Set now, it would end today at 14:05, in 1 h')).toBeVisible();
    await title(page).fill('Long lunch');
    await words(page).fill('90m');
    await page.keyboard.press('Enter');
    await popover.expectCalls([
      'presets.save',
      {
        preset: {
          id: 'lunch',
          emoji: '🍽️',
          title: 'Long lunch',
          isAway: false,
          awayTemplate: null,
          deputy: null,
          expiry: { kind: 'duration', minutes: 90 },
          asks: [],
          hidden: false,
        },
      },
    ]);
  });

  test('has no fixed date', async ({ popover }) => {
    const page = await open(popover);
    await expect(page.getByRole('radio', { name: 'Date…' })).toHaveCount(0);
    await words(page).fill('till Dec 10');
    await page.keyboard.press('Enter');
    await expect(page.getByText('A preset cannot end on a fixed date: it would be wrong the next time.')).toBeVisible();
    await popover.expectCalls();
  });

  test('that cannot be saved says so, and keeps what was written', async ({ popover }) => {
    const page = await open(popover);
    await popover.answer('presets.save', fail(appError('settings_not_saved', { reason: 'ENOSPC' })));
    await title(page).fill('Long lunch');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'The settings could not be saved' })).toBeVisible();
    await expect(title(page)).toHaveValue('Long lunch');
  });
});
