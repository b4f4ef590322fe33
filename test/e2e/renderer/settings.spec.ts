import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aState, signedIn, type StateChoices } from '../../support/popover-states.ts';

async function openSettings(popover: Popover, choices: StateChoices = {}): Promise<void> {
  await popover.open(aState(choices));
  await popover.page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await expect(popover.page.getByRole('heading', { level: 1 })).toHaveText('Settings');
}

test('language, appearance and tray icon are one click each', async ({ popover }) => {
  await openSettings(popover);
  const choice = (group: string, option: string) =>
    popover.page.getByRole('group', { name: group }).getByText(option, { exact: true });
  await choice('Language', 'Русский').click();
  await choice('Appearance', 'Dark').click();
  await choice('Tray icon', 'Light').click();
  await popover.expectCalls(
    ['settings.update', { language: 'ru' }],
    ['settings.update', { theme: 'dark' }],
    ['settings.update', { trayIcon: 'light' }],
  );
});

test('on macOS, which tints the icon itself, there is no choice of it', async ({ popover }) => {
  await openSettings(popover, { host: { platform: 'darwin', keychain: 'macos' } });
  await expect(popover.page.getByRole('group', { name: 'Tray icon' })).toHaveCount(0);
});

test('a setting that was not saved says so', async ({ popover }) => {
  await openSettings(popover);
  await popover.answer('settings.update', fail(appError('settings_not_saved', { reason: 'ENOSPC' })));
  await popover.page.getByText('Dark', { exact: true }).first().click();
  await expect(popover.page.getByRole('alert').filter({ hasText: 'The settings could not be saved' })).toBeVisible();
});

for (const [theme, background] of [
  ['light', 'rgb(244, 244, 246)'],
  ['dark', 'rgb(27, 27, 31)'],
] as const) {
  test(`the ${theme} appearance holds whatever the system prefers`, async ({ popover }) => {
    await popover.page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
    await popover.open(aState({ settings: { theme } }));
    await expect(popover.page.locator('#root')).toHaveCSS('background-color', background);
  });

  test(`the system’s ${theme} appearance is followed`, async ({ popover }) => {
    await popover.page.emulateMedia({ colorScheme: theme });
    await popover.open(aState());
    await expect(popover.page.locator('#root')).toHaveCSS('background-color', background);
  });
}

test('the account: who, where the token is kept, and out', async ({ popover }) => {
  await openSettings(popover);
  const account = popover.page.getByRole('region', { name: 'Account' });
  await expect(account).toContainText('Oleg Petrov');
  await expect(account).toContainText('the system keyring');
  await account.getByRole('button', { name: 'Sign out' }).click();
  await popover.expectCalls(['session.signOut', { force: false }]);
});

test('a token that could not be removed is said, and one can go all the same', async ({ popover }) => {
  await openSettings(popover);
  const { page } = popover;
  const error = appError('keychain_not_removed', { service: 'Pachca Status', account: 'user-7' });
  await popover.answer('session.signOut', fail(error));
  await page.getByRole('button', { name: 'Sign out' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The token is still in the keychain' });
  await expect(alert).toContainText('“Pachca Status” / “user-7”');
  await alert.getByRole('button', { name: 'Sign out anyway' }).click();
  await popover.expectCalls(['session.signOut', { force: false }], ['session.signOut', { force: true }]);
});

test('the demo is left, not signed out of', async ({ popover }) => {
  await openSettings(popover, { session: signedIn({ storage: 'demo' }) });
  await popover.page.getByRole('button', { name: 'Leave the demo' }).click();
  await popover.expectCalls(['session.signOut', { force: false }]);
});

test('everything can be reached and chosen with the keyboard', async ({ popover }) => {
  await openSettings(popover);
  const { page } = popover;
  await page.getByRole('radio', { name: 'System (English)' }).focus();
  await page.keyboard.press('ArrowRight');
  await popover.expectCalls(['settings.update', { language: 'en' }]);
});

test('after signing out the focus is not lost', async ({ popover }) => {
  await openSettings(popover);
  await popover.page.getByRole('button', { name: 'Sign out' }).focus();
  await popover.push(aState({ session: { phase: 'signed-out' } }));
  await expect(popover.page.getByLabel('Personal or bot token')).toBeFocused();
});
