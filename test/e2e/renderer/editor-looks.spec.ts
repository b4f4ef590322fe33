import { expect } from 'playwright/test';
import type { AppState } from '../../../shared/state.ts';
import { aDraft, openEditor, sideways, withPeople } from '../../support/editor-page.ts';
import { test } from '../../support/popover.ts';
import { aState, aStatus, type StateChoices } from '../../support/popover-states.ts';

test.describe('for everybody', () => {
  const long = aDraft({ title: 'W'.repeat(50), awayTemplate: `{until} ${'Длинное_слово'.repeat(70)}` });
  const states: Readonly<Record<string, StateChoices>> = {
    blank: {},
    vacation: { session: withPeople, draft: aDraft() },
    'without the scope': { draft: aDraft({ deputy: null, awayTemplate: '{deputy} {untill}' }) },
    'a date over another status': {
      draft: aDraft({ expiry: { kind: 'date', date: '2026-11-25', means: 'firstDayBack' } }),
      status: { current: aStatus() },
      zones: { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' },
    },
    'not understood': { draft: aDraft({ phrase: 'until whenever' }) },
    long: { session: withPeople, draft: long, status: { current: aStatus({ title: 'W'.repeat(50) }) } },
  };

  for (const [name, choices] of Object.entries(states)) {
    for (const locale of ['en', 'ru'] as const) {
      test(`${name} (${locale}): no accessibility rule is broken in light and dark, and all fits`, async ({
        popover,
      }) => {
        const { page } = popover;
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const state = (theme: AppState['settings']['theme']) => ({ ...choices, locale, settings: { theme } });
        await openEditor(popover, state('light'));
        expect(await popover.accessibilityProblems()).toEqual([]);
        expect(await page.evaluate(sideways)).toEqual([]);
        await popover.push(aState({ ...state('dark'), revision: 2 }));
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
        expect(await popover.accessibilityProblems()).toEqual([]);
        // The buttons stay in sight however long the rest is.
        await expect(page.getByRole('button', { name: /^(Set|Установить)$/ })).toBeInViewport({ ratio: 1 });
      });
    }
  }

  for (const query of ['beach', 'qqqq']) {
    test(`the picker breaks no accessibility rule ("${query}")`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState());
      await page.getByRole('button', { name: 'Choose an emoji' }).click();
      await expect(page.getByRole('gridcell').first()).toBeVisible();
      await page.getByRole('combobox').fill(query);
      await expect(page.getByRole('gridcell')).toHaveCount(query === 'beach' ? 14 : 0);
      expect(await popover.accessibilityProblems()).toEqual([]);
      expect(await page.evaluate(sideways)).toEqual([]);
    });
  }

  test('every control is reached with Tab, in the order of the page', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft: aDraft() });
    const names: string[] = [];
    for (let press = 0; press < 16; press += 1) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(() => {
          const { activeElement } = document;
          return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
        }),
      );
    }
    expect(names.slice(0, 3)).toEqual(['', 'Away message', 'Insert {until}: the first day back']);
    expect(names).toContain('Remove @ivanov');
    expect(names).toContain('Until when, in your own words');
    expect(names.indexOf('Save as preset')).toBeLessThan(names.indexOf('Set'));
  });
});
