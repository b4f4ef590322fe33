import { expect } from 'playwright/test';
import type { AppState } from '../../../shared/state.ts';
import { gallery } from '../../support/gallery.ts';
import { overflowing } from '../../support/overflow.ts';
import { test } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

const inTheme = (state: AppState, theme: AppState['settings']['theme']): AppState => ({
  ...state,
  settings: { ...state.settings, theme },
});

for (const [name, state] of Object.entries(gallery('en'))) {
  test(`${name}: no accessibility rule is broken, in light and in dark`, async ({ popover }) => {
    await popover.page.emulateMedia({ reducedMotion: 'reduce' });
    await popover.open(inTheme(state, 'light'));
    expect(await popover.accessibilityProblems()).toEqual([]);
    await popover.push(inTheme(state, 'dark'));
    await expect(popover.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await popover.accessibilityProblems()).toEqual([]);
  });
}

for (const locale of ['en', 'ru'] as const) {
  test(`nothing sticks out or is cut off (${locale})`, async ({ popover }) => {
    const { page } = popover;
    const states = Object.entries(gallery(locale));
    await popover.open(aState());
    for (const [name, state] of states) {
      await popover.push(state);
      expect(await page.evaluate(overflowing), name).toEqual([]);
    }
  });

  test(`settings (${locale}) break no accessibility rule in light and in dark, and fit`, async ({ popover }) => {
    const { page } = popover;
    const { long } = gallery(locale);
    if (!long) throw new Error('the gallery has no long texts');
    await popover.open(inTheme(long, 'light'));
    await page.getByRole('navigation').getByRole('button').last().click();
    expect(await popover.accessibilityProblems()).toEqual([]);
    expect(await page.evaluate(overflowing)).toEqual([]);

    await popover.push(inTheme(long, 'dark'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await popover.accessibilityProblems()).toEqual([]);
  });
}
