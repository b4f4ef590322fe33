import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const tray = (page: Page) => page.getByRole('button', { name: 'Pachca Status', exact: true });
const opener = (page: Page) => page.getByRole('menuitem', { name: 'For another time' });
const presets = (page: Page) => page.getByRole('menu', { name: 'For another time' });
const lunch = (page: Page) => presets(page).getByRole('menuitem', { name: '🍽️ Lunch' });
const ends = (page: Page) => page.getByRole('menu', { name: '🍽️ Lunch' });

test.describe('the menus of the tray menu', () => {
  test.beforeEach(async ({ open, page }) => {
    await open({ keyring: 'absent' });
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await expect(page.locator('#root').getByText('No status', { exact: true })).toBeVisible();
  });

  test('open and close with the arrow keys, and what is chosen is set with that end', async ({ page }) => {
    await tray(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('f');
    await page.keyboard.press('f');
    await expect(opener(page)).toBeFocused();
    await expect(opener(page)).toHaveAttribute('aria-haspopup', 'menu');
    await expect(opener(page)).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expect(opener(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(presets(page).getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(presets(page)).toHaveCount(0);
    await expect(opener(page)).toBeFocused();

    await page.keyboard.press('Enter');
    await page.keyboard.press('l');
    await page.keyboard.press(' ');
    await expect(ends(page).getByRole('menuitem', { name: '30 min' })).toBeFocused();
    // No tomorrow for a lunch; any date is asked for in the popover.
    await expect(ends(page).getByRole('menuitem', { name: /^Until tomorrow morning/ })).toHaveCount(0);
    await page.keyboard.press('End');
    await expect(ends(page).getByRole('menuitem', { name: 'Until a date…' })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(tray(page)).toBeFocused();
    await expect(tray(page)).toHaveAccessibleDescription(/^🍽️ Lunch · until/);
  });

  test('close one by one with Escape, all at once with Tab or a click elsewhere', async ({ page }) => {
    await tray(page).focus();
    await page.keyboard.press('Enter');
    await opener(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menu')).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(opener(page)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('menu')).toHaveCount(0);

    await tray(page).click();
    await opener(page).click();
    await expect(page.getByRole('menu')).toHaveCount(2);
    await page.locator('.desk-about').click();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await tray(page).click();
    await expect(page.getByRole('menu')).toHaveCount(1);
  });

  test('open under a resting pointer, and close when it rests elsewhere', async ({ page }) => {
    await tray(page).click();
    await opener(page).hover();
    await expect(presets(page)).toBeVisible();
    await lunch(page).hover();
    await expect(ends(page)).toBeVisible();
    await ends(page).getByRole('menuitem', { name: '2 h' }).hover();
    await expect(ends(page)).toBeVisible();
    await page.getByRole('menuitem', { name: 'Quit' }).hover();
    await expect(page.getByRole('menu')).toHaveCount(1);
  });

  test('are chosen with the mouse', async ({ page }) => {
    await tray(page).click();
    await opener(page).click();
    await lunch(page).click();
    await ends(page).getByRole('menuitem', { name: '2 h' }).click();
    await expect(tray(page)).toHaveAccessibleDescription(/^🍽️ Lunch · until/);
  });

  test('stay open, and keep the focus, while the state changes under them; one that is gone closes', async ({
    page,
  }) => {
    await page.evaluate(() => window.pachcaStatus.command('status.applyPreset', { presetId: 'focus' }));
    await expect(tray(page)).toHaveAccessibleDescription(/^🎧 Focus/);
    await tray(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Extend' }).focus();
    await page.keyboard.press('ArrowRight');
    const half = page.getByRole('menu', { name: 'Extend' }).getByRole('menuitem', { name: '30 min' });
    await page.keyboard.press('ArrowDown');
    await expect(half).toBeFocused();
    await page.evaluate(() => window.pachcaStatus.command('settings.update', { weekStart: 7 }));
    await expect(half).toBeFocused();
    await page.evaluate(() => window.pachcaStatus.command('status.clear', {}));
    await expect(tray(page)).toHaveAccessibleDescription('No status');
    await expect(page.getByRole('menu')).toHaveCount(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem');
  });
});

test.describe('on a small touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 740 } });

  test('a tap opens a menu, another closes it, and all of it is within the window', async ({ open }) => {
    const app = await open({ keyring: 'absent' });
    const { page } = app;
    await page.getByRole('button', { name: 'Try the demo' }).tap();
    await expect(page.locator('#root').getByText('No status', { exact: true })).toBeVisible();
    await tray(page).tap();
    await opener(page).tap();
    await expect(presets(page)).toBeVisible();
    for (const menu of await page.getByRole('menu').all()) {
      const box = await menu.boundingBox();
      if (!box) throw new Error('the menu cannot be seen');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      expect(box.y + box.height).toBeLessThanOrEqual(740);
    }
    expect(await app.accessibilityProblems()).toEqual([]);
    await opener(page).tap();
    await expect(presets(page)).toHaveCount(0);
    await opener(page).tap();
    await lunch(page).tap();
    await ends(page).getByRole('menuitem', { name: '4 h' }).tap();
    await expect(tray(page)).toHaveAccessibleDescription(/^🍽️ Lunch · until/);
  });
});
