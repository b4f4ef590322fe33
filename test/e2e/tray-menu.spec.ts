import { expect, signIn, test } from './fixtures.ts';

test.describe('tray menu', () => {
  test.beforeEach(async ({ open, page }) => {
    await open({ keyring: 'absent' });
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await expect(page.locator('#root').getByText('No status', { exact: true })).toBeVisible();
  });

  test('is a menu of a button, with the status, the presets and what they will do', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Pachca Status', exact: true });
    await expect(button).toHaveAttribute('aria-haspopup', 'menu');
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('menu', { name: 'Tray menu' })).toMatchAriaSnapshot(`
      - menu "Tray menu":
        - menuitem "Open Pachca Status"
        - separator
        - menuitem "No status" [disabled]
        - separator
        - menuitem /🏖️ On vacation until Mon \\d+ \\w+, 9:00/
        - menuitem "🤒 Out sick end of day"
        - menuitem "🍽️ Lunch 1 h"
        - menuitem "📅 In a meeting 1 h"
        - menuitem "🎧 Focus 2 h"
        - menuitem "🏠 Working remotely end of day"
        - separator
        - menuitem "Clear status" [disabled]
        - separator
        - menuitem "Quit"
    `);
  });

  test('is driven by the keyboard alone: arrows, Home, End, letters, Enter, Escape, Tab', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Pachca Status', exact: true });
    const item = (name: string) => page.getByRole('menuitem', { name });
    await button.focus();

    await page.keyboard.press('Enter');
    await expect(item('Open')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(item('Quit')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(item('Open')).toBeFocused();
    await page.keyboard.press('End');
    await expect(item('Quit')).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('l');
    await expect(item('🍽️ Lunch')).toBeFocused();

    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(button).toBeFocused();
    await expect(page.locator('#root')).toBeVisible();

    await page.keyboard.press('ArrowUp');
    await expect(item('Quit')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(button).not.toBeFocused();

    await button.focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('l');
    await page.keyboard.press(' ');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(button).toBeFocused();
    await expect(button).toHaveAccessibleDescription(/^🍽️ Lunch · until/);
  });

  test('does nothing when a line that is only to be read is chosen', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Pachca Status', exact: true });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'No status' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
  });

  test('follows the state while it is open, and what has the focus keeps it', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Pachca Status', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('f');
    const focus = page.getByRole('menuitem', { name: '🎧 Focus 2 h' });
    await expect(focus).toBeFocused();

    // A change from elsewhere: the page's own bridge stands in for another tab.
    await page.evaluate(() => window.pachcaStatus.command('status.applyPreset', { presetId: 'focus' }));
    await expect(focus).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('menuitem', { name: /^🎧 Focus · until/ })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Clear status' })).not.toHaveAttribute('aria-disabled');
    await expect(focus).toBeFocused();
  });

  test('closes on a click elsewhere and opens again', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Pachca Status', exact: true });
    await button.click();
    await page.locator('.desk-about').click();
    await expect(page.getByRole('menu')).toBeHidden();
    await button.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await button.click();
    await expect(page.getByRole('menu')).toBeHidden();
  });

  test('keeps the keys of the popover to itself while it is open', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Pachca Status', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await expect(page.locator('#root')).toBeVisible();
    await expect(button).toHaveAccessibleDescription('No status');
  });
});

test('tray menu keeps the focus when the item that has it goes away', async ({ demo, open, page }) => {
  const { popover, tray, choose } = await open({ keyring: 'absent' });
  await signIn(page, demo.tokens['full'] ?? '');
  await popover.getByRole('button', { name: 'Use it until I quit' }).click();
  await expect(tray).toHaveAccessibleDescription('No status');
  await demo.fault({ on: { method: 'PUT' }, play: { kind: 'reply', status: 422, body: '{"errors":[]}' } });
  await choose('🎧 Focus');
  await expect(tray).toHaveAccessibleDescription(/^Not done/);

  await tray.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  const tryAgain = page.getByRole('menuitem', { name: 'Try again' });
  await expect(tryAgain).toBeFocused();
  await page.evaluate(() => window.pachcaStatus.command('status.dismissChange', {}));
  await expect(tryAgain).toHaveCount(0);
  await expect(page.getByRole('menu').locator(':focus')).toHaveRole('menuitem');
});
