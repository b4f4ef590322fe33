import type { Route } from 'playwright/test';
import { expect, signIn, test } from './fixtures.ts';

test.describe('preview', () => {
  test('hides and shows the popover, and gives it the focus', async ({ open }) => {
    const { page, popover, choose, tray } = await open({ keyring: 'absent' });
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await expect(popover.getByText('No status', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(popover).toBeHidden();
    await expect(page.getByText('The window is hidden. Open it from the menu at the top.')).toBeVisible();
    await choose('Open Pachca Status');
    await expect(popover).toBeVisible();
    await expect(popover).toBeFocused();
    await expect(tray).not.toBeFocused();
  });

  test('asks the server again when the popover is opened', async ({ demo, open, time }) => {
    const { page, popover, tray } = await open({ keyring: 'absent' });
    await signIn(page, demo.tokens['full'] ?? '');
    await popover.getByRole('button', { name: 'Use it until I quit' }).click();
    await expect(popover.getByText('No status', { exact: true })).toBeVisible();
    await demo.setElsewhere({ emoji: '🎂', title: 'Birthday' });
    // What was asked less than five seconds ago is not asked again.
    await time.pass(5_100);
    await page.reload();
    await expect(tray).toHaveAccessibleDescription('🎂 Birthday');
    await expect(popover.getByText('Birthday')).toBeVisible();
  });

  test('shows every open page the same', async ({ open, context }) => {
    const { page, url, choose } = await open({ keyring: 'absent' });
    await page.getByRole('button', { name: 'Try the demo' }).click();
    const other = await context.newPage();
    await other.goto(url);
    await choose('🎧 Focus');
    for (const tab of [page, other]) {
      await expect(tab.getByRole('button', { name: 'Pachca Status', exact: true })).toHaveAccessibleDescription(
        /^🎧 Focus · until/,
      );
    }
  });

  test('offers a link in the page where the app opens no browser', async ({ open }) => {
    const { page } = await open({ keyring: 'absent' });
    await page.getByRole('button', { name: 'Where do I get one?' }).click();
    const link = page.getByRole('link', { name: 'Open dev.pachca.com' });
    await expect(link).toHaveAttribute('href', /^https:\/\/dev\.pachca\.com\//);
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(link).toHaveAttribute('target', '_blank');
  });

  test('ends when Quit is chosen, says so in the page, and exits with 0', async ({ open, allowed }) => {
    allowed.push(/ERR_/);
    const { page, popover, choose, stop, logs } = await open({ keyring: 'absent' });
    await page.getByLabel('Personal or bot token').fill('half a tok');
    await choose('Quit');
    await expect(page.getByRole('alert').getByText('The app has quit')).toBeVisible();
    await expect(page.getByText('You can close this tab.')).toBeVisible();
    await expect(popover).toHaveAttribute('inert', '');
    expect(await stop()).toBe(0);
    expect(logs().trim().split('\n')).toEqual([
      expect.stringMatching(/^Preview: http:\/\/127\.0\.0\.1:\d+\/[\w-]{43,}\/$/),
    ]);
  });

  test('says in the page when it is gone, and what was typed is still there', async ({ open, allowed }) => {
    allowed.push(/ERR_/);
    const { page, popover, tray, kill } = await open({ keyring: 'absent' });
    await page.getByLabel('Personal or bot token').fill('half a tok');
    kill();
    await expect(page.getByRole('alert').getByText('The preview has stopped')).toBeVisible();
    await expect(popover).toHaveAttribute('inert', '');
    await tray.click({ force: true });
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(page.getByLabel('Personal or bot token')).toHaveValue('half a tok');
  });

  for (const [how, fail] of [
    ['breaks', (route: Route) => route.abort()],
    ['is refused', (route: Route) => route.fulfill({ status: 503 })],
  ] as const) {
    test(`tries again when its line to the server ${how}`, async ({ open, allowed }) => {
      allowed.push(/ERR_FAILED|503/);
      const { page, tray, choose } = await open({ keyring: 'absent' });
      await page.getByRole('button', { name: 'Try the demo' }).click();
      await expect(tray).toHaveAccessibleDescription('No status');
      await page.route('**/events', fail, { times: 1 });
      await page.reload();
      await expect(page.getByRole('alert').getByText('The preview has stopped')).toBeVisible();
      await expect(page.getByText('The preview has stopped')).toBeHidden({ timeout: 10_000 });
      await choose('🎧 Focus');
      await expect(tray).toHaveAccessibleDescription(/^🎧 Focus · until/);
    });
  }

  test('fits a window that is 360 pixels wide', async ({ open }) => {
    const { page, tray, popover } = await open({ keyring: 'absent' });
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await expect(popover.getByText('No status', { exact: true })).toBeVisible();
    await tray.click();
    await expect(page.getByRole('menuitem', { name: '🏖️ On vacation' })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
