import { expect, type Page } from 'playwright/test';
import { ok } from '../../../shared/result.ts';
import type { AppState } from '../../../shared/state.ts';
import { test } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

/** A state that no screen can draw: what it needs is not there, so that the screen throws. */
const without = (state: AppState, field: keyof AppState | 'login'): AppState =>
  field === 'login'
    ? { ...state, host: { ...state.host, desktop: { ...state.host.desktop, ...{ login: null as never } } } }
    : { ...state, [field]: null };

const nav = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });
const broken = (page: Page, title = 'This could not be shown') => page.getByRole('alert').filter({ hasText: title });

/** The way to each screen from home, and what it cannot do without. */
const screens: readonly [name: string, way: (page: Page) => Promise<void>, needs: keyof AppState | 'login'][] = [
  ['home', () => Promise.resolve(), 'notices'],
  ['the editor', (page) => page.getByRole('button', { name: 'Write the status' }).click(), 'dateLocale'],
  ['the avatar', (page) => nav(page, 'Avatar').click(), 'avatar'],
  ['the token', (page) => nav(page, 'Token').click(), 'notices'],
  ['the settings', (page) => nav(page, 'Settings').click(), 'login'],
];

test.describe('a screen that throws', () => {
  for (const [name, way, needs] of screens) {
    test(`says so and leaves the rest at work: ${name}`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState());
      await way(page);
      await popover.push(without(aState(), needs));
      await expect(broken(page).first()).toBeVisible();

      // The menu works: another screen, and back to this one.
      await expect(nav(page, 'Settings')).toBeVisible();
      await popover.answer('diagnostics.collect', ok('versions'));
      await broken(page).first().getByRole('button', { name: 'Copy diagnostics' }).click();
      await expect
        .poll(async () => (await popover.calls()).find((call) => call.name === 'clipboard.write')?.input)
        .toEqual({ text: expect.stringMatching(/^versions\n[a-z-]+: TypeError/) as unknown });

      // What was wrong is over: it can be tried again in place.
      await popover.push(aState());
      for (let left = await broken(page).count(); left > 0; left -= 1) {
        await broken(page).first().getByRole('button', { name: 'Try again' }).click();
      }
      await expect(broken(page)).toHaveCount(0);
      await nav(page, 'Status').click();
      await expect(page.getByRole('heading', { name: 'One click' })).toBeVisible();
    });
  }

  test('is left by the menu', async ({ popover }) => {
    const { page } = popover;
    await popover.open(aState());
    await nav(page, 'Avatar').click();
    await popover.push(without(aState(), 'avatar'));
    await expect(broken(page)).toBeVisible();
    await nav(page, 'Settings').click();
    await expect(page.getByRole('heading', { name: 'Settings' }).first()).toBeVisible();
    await expect(broken(page)).toHaveCount(0);
  });

  test('says it in Russian, also before one is signed in, and reads well', async ({ popover }) => {
    const { page } = popover;
    const signedOut = aState({ session: { phase: 'signed-out' }, locale: 'ru' });
    await popover.open(signedOut);
    await popover.push(without(signedOut, 'notices'));
    await expect(broken(page, 'Это не получилось показать')).toBeVisible();
    expect(await popover.accessibilityProblems()).toEqual([]);
  });
});
