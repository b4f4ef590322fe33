import { appError } from '../../shared/errors.ts';
import { signInTexts } from '../../shared/i18n/areas/signIn.ts';
import { errorText, messages } from '../../shared/i18n/index.ts';
import { expect, test } from './fixtures.ts';

for (const lang of ['en', 'ru'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`page in ${colorScheme} and in ${lang === 'en' ? 'English' : 'Russian'}`, () => {
      test.use({ colorScheme });
      const texts = messages(lang);
      const signIn = signInTexts(lang);
      const noToken = errorText(lang, appError('token_malformed', { reason: 'empty' }));

      test('has no fault that axe knows: first run, home, menu, status, hidden, settings', async ({ open }) => {
        // Eight looks at the whole page with axe take their time on a busy computer.
        test.slow();
        const { page, popover, tray, choose, accessibilityProblems } = await open({ lang, keyring: 'absent' });
        // What fades in is looked at when it is there.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect(page.getByLabel(signIn.label)).toBeVisible();
        expect(await accessibilityProblems()).toEqual([]);

        // A message in the corner, and an error at the field.
        await page.getByRole('button', { name: signIn.where }).click();
        await expect(page.getByRole('link', { name: texts.preview.openLink('dev.pachca.com') })).toBeVisible();
        await page.getByRole('button', { name: signIn.check }).click();
        await expect(popover.getByRole('alert').getByText(noToken.title)).toBeVisible();
        expect(await accessibilityProblems()).toEqual([]);

        await page.getByRole('button', { name: signIn.demo }).click();
        await expect(popover.getByText(texts.home.none, { exact: true })).toBeVisible();
        expect(await accessibilityProblems()).toEqual([]);

        await tray.click();
        expect(await accessibilityProblems()).toEqual([]);
        await page.keyboard.press('ArrowDown');
        expect(await accessibilityProblems()).toEqual([]);
        await page.keyboard.press('Escape');

        await choose(`🏖️ ${texts.presets.vacation.title}`);
        await expect(tray.locator('img')).toHaveAttribute('src', /tray-away/);
        expect(await accessibilityProblems()).toEqual([]);

        await popover.getByRole('button', { name: texts.nav.settings }).click();
        await expect(popover.getByRole('heading', { name: texts.settings.heading })).toBeVisible();
        expect(await accessibilityProblems()).toEqual([]);

        await page.keyboard.press('Escape');
        await expect(popover).toBeHidden();
        expect(await accessibilityProblems()).toEqual([]);
      });
    });
  }
}

test('main job can be done with the keyboard alone, from the first screen to signed out', async ({ demo, open }) => {
  test.slow();
  const { page, tray, popover } = await open({ keyring: 'absent' });
  const token = demo.tokens['full'] ?? '';

  /** Presses Tab until the control has the focus, as a person would who sees where it is. */
  async function tabTo(name: string | RegExp, role: 'button' | 'radio' = 'button'): Promise<void> {
    const wanted = page.getByRole(role, { name, exact: true });
    for (let step = 0; step < 60; step += 1) {
      if (await wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(name)}`);
  }

  await expect(page.getByLabel('Personal or bot token')).toBeFocused();
  await page.keyboard.insertText(token);
  // It is checked by itself; whose it is comes before it is kept.
  await expect(popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(popover.getByText('No keychain on this computer')).toBeVisible();
  await tabTo('Use it until I quit');
  await page.keyboard.press('Enter');
  await expect(popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();

  await tabTo('Pachca Status');
  await page.keyboard.press('Enter');
  await page.keyboard.press('o');
  await page.keyboard.press('Enter');
  await expect(tray).toHaveAccessibleDescription(/^🏖️ On vacation/);

  await tabTo('Clear');
  await page.keyboard.press('Enter');
  await expect(tray).toHaveAccessibleDescription('No status');

  await tabTo(/^Lunch/);
  await page.keyboard.press(' ');
  await expect(tray).toHaveAccessibleDescription(/^🍽️ Lunch/);
  expect((await demo.changes()).map(({ method }) => method)).toEqual(['PUT', 'DELETE', 'PUT']);

  await tabTo('Settings');
  await page.keyboard.press('Enter');
  await tabTo('Sign out');
  await page.keyboard.press('Enter');
  await expect(popover.getByText('Signed out. The token is forgotten.')).toBeVisible();
});
