import { expect } from 'playwright/test';
import type { AppState } from '../../../shared/state.ts';
import { gallery } from '../../support/gallery.ts';
import { test } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

const inTheme = (state: AppState, theme: AppState['settings']['theme']): AppState => ({
  ...state,
  settings: { ...state.settings, theme },
});

/**
 * What sticks out of the popover's width, or is cut off without an ellipsis. The status at the avatar's corner sticks
 * out of the avatar on purpose.
 */
function overflowing(): string[] {
  const root = document.querySelector('#root');
  const width = root?.getBoundingClientRect().right ?? 0;
  return [...document.querySelectorAll('#root *:not(.visually-hidden, .avatar)')]
    .filter((element) => {
      const { right, left } = element.getBoundingClientRect();
      const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const shortened = getComputedStyle(element).textOverflow === 'ellipsis';
      const inline = getComputedStyle(element).display === 'inline';
      return right > width + 0.5 || left < -0.5 || (cut && !shortened && !inline && element.tagName !== 'INPUT');
    })
    .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}: ${element.textContent.slice(0, 40)}`);
}

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
