import { expect } from 'playwright/test';
import { openEditor, sent, title } from '../../support/editor-page.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aState, type StateChoices } from '../../support/popover-states.ts';

test.describe('the emoji picker', () => {
  const open = async (popover: Popover, choices: StateChoices = {}) => {
    const page = await openEditor(popover, choices, 'Dentist');
    await page.getByRole('button', { name: /^(Emoji|Эмодзи):/ }).click();
    const search = page.getByRole('combobox', { name: /^(Search emoji|Поиск эмодзи)$/ });
    await expect(search).toBeFocused();
    await expect(page.getByRole('gridcell').first()).toBeVisible();
    return { page, search };
  };

  for (const [locale, query] of [
    ['en', 'стоматолог'],
    ['ru', 'dentist'],
  ] as const) {
    test(`finds "${query}" while the app speaks ${locale}`, async ({ popover }) => {
      const { page, search } = await open(popover, { locale });
      await search.fill(query);
      await expect(page.getByRole('gridcell').first()).toHaveText('🦷');
      await search.press('Enter');
      await expect(page.getByRole('button', { name: /^(Emoji|Эмодзи): 🦷/ })).toBeFocused();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(await sent(popover, 'status.set')).toEqual([]);
      await page.getByRole('button', { name: /^(Set|Установить)$/ }).click();
      await expect.poll(() => sent(popover, 'status.set')).toMatchObject([{ plan: { emoji: '🦷' } }]);
    });
  }

  test('says when nothing is found, and Enter sends nothing', async ({ popover }) => {
    const { page, search } = await open(popover);
    await search.fill('qqqq');
    await expect(page.getByText('Nothing found for “qqqq”.')).toBeVisible();
    await search.press('Enter');
    expect(await sent(popover, 'status.set')).toEqual([]);
  });

  test('is led through with the arrow keys, Home and End', async ({ popover }) => {
    const { page, search } = await open(popover);
    const active = page.locator('[aria-selected="true"]');
    await search.press('ArrowDown');
    // Those of the presets come first.
    await expect(active).toHaveText('🏖️');
    const id = await active.getAttribute('id');
    await expect(search).toHaveAttribute('aria-activedescendant', id ?? '');
    await search.press('End');
    await expect(active).toHaveText('🏠');
    await search.press('ArrowDown');
    await expect(active).toHaveText('😅');
    await search.press('Home');
    await expect(active).toHaveText('😀');
    await search.press('Control+End');
    await expect(active).toHaveText('🏴󠁧󠁢󠁷󠁬󠁳󠁿');
    await expect(active).toBeInViewport();
  });

  test('closes with Escape, and only it does', async ({ popover }) => {
    const { page, search } = await open(popover);
    await search.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Emoji:/ })).toBeFocused();
    await expect(title(page)).toHaveValue('Dentist');
  });

  test('remembers the skin tone and what was chosen', async ({ popover }) => {
    const { page, search } = await open(popover);
    await page.getByTitle('medium-dark', { exact: true }).click();
    await search.fill('thumbs up');
    await page.getByRole('gridcell').first().click();
    const button = page.getByRole('button', { name: /^Emoji: 👍🏾/ });
    await button.click();
    await expect(page.getByRole('radio', { name: 'medium-dark', exact: true })).toBeChecked();
    await expect(page.getByRole('gridcell').first()).toHaveText('👍🏾');
    await expect(page.getByRole('gridcell').first()).toHaveAccessibleName('thumbs up');
  });

  test('opens straight from the home screen', async ({ popover }) => {
    const { page } = popover;
    await popover.open(aState());
    await page.getByRole('button', { name: 'Choose an emoji' }).click();
    await expect(page.getByRole('combobox', { name: 'Search emoji' })).toBeFocused();
  });

  test('draws every emoji it offers as one', async ({ popover }) => {
    const { page } = await open(popover);
    const cut = await page
      .getByRole('gridcell')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.ariaLabel),
      );
    expect(cut).toEqual([]);
  });

  test('shows a group with a click', async ({ popover }) => {
    const { page } = await open(popover);
    await page.getByRole('button', { name: 'Flags' }).click();
    await expect(page.locator('[aria-selected="true"]')).toHaveText('🏁');
    await expect(page.locator('[aria-selected="true"]')).toBeInViewport();
  });
});
