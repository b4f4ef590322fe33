import { keyringAvailability } from '../support/keyring.ts';
import { expect, signIn, test, tryToken } from './fixtures.ts';

/** Needs no keychain: the server is asked before anything is stored. */
const refused: readonly { name: string; token: string; message: string; advice: RegExp }[] = [
  { name: 'nothing', token: '', message: 'No token yet', advice: /Paste the token/ },
  {
    name: 'a scrap',
    token: 'abc',
    message: 'This is too short for a token',
    advice: /from the first character to the last/,
  },
  {
    name: 'a sentence',
    token: 'Please find the token of the bot attached',
    message: 'This cannot be a token',
    advice: /Copy only the token/,
  },
  {
    name: 'a wrong token',
    token: 'x'.repeat(43),
    message: 'Pachca does not know this token',
    advice: /Check that all of it was copied/,
  },
];

test.describe('sign-in', () => {
  for (const { name, token, message, advice } of refused) {
    test(`with ${name} says what is wrong and keeps what was typed`, async ({ open }) => {
      const { page, popover, tray } = await open({ keyring: 'absent' });
      await tryToken(page, token);
      await expect(popover.getByRole('alert').getByText(message)).toBeVisible();
      await expect(popover.getByRole('alert').getByText(advice)).toBeVisible();
      await expect(page.getByLabel('Personal or bot token')).toHaveValue(token);
      await expect(page.getByLabel('Personal or bot token')).toBeFocused();
      await expect(tray).toHaveAccessibleDescription('Not signed in');
    });
  }

  test('with a revoked token says that it no longer works, which is another thing than a wrong one', async ({
    demo,
    open,
  }) => {
    const { page, popover } = await open({ keyring: 'absent' });
    const token = demo.tokens['revoked'] ?? '';
    await tryToken(page, token);
    await expect(popover.getByRole('alert').getByText('This token no longer works')).toBeVisible();
    await expect(popover.getByRole('alert').getByText(/Make a new one in Pachca/)).toBeVisible();
    await expect(page.getByLabel('Personal or bot token')).toHaveValue(token);
  });

  test('without network says so, keeps what was typed, and works once the network is back', async ({ demo, open }) => {
    const { page, popover } = await open({ keyring: 'absent' });
    const token = demo.tokens['full'] ?? '';
    await demo.fault({ on: { path: '/oauth/token/info' }, times: 100, play: { kind: 'drop' } });
    await tryToken(page, token);
    await expect(popover.getByText('Checking…')).toBeVisible();
    await expect(popover.getByRole('alert').getByText('The connection to Pachca broke')).toBeVisible({
      timeout: 20_000,
    });
    await expect(popover.getByRole('alert').getByText(/Check the network, VPN or proxy/)).toBeVisible();
    await expect(page.getByLabel('Personal or bot token')).toHaveValue(token);

    await demo.noFaults();
    await popover.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    // The token is known now; where to keep it is the next question on this computer.
    await expect(popover.getByRole('alert').getByText('No keychain on this computer')).toBeVisible();
  });

  test('without a keychain stores nothing and offers to use the token until one quits', async ({ demo, open }) => {
    const { page, popover, tray, choose } = await open({ keyring: 'absent' });
    const token = demo.tokens['full'] ?? '';
    await signIn(page, token);
    await expect(popover.getByRole('alert').getByText('No keychain on this computer')).toBeVisible();
    await expect(page.getByLabel('Personal or bot token')).toHaveValue(token);
    await expect(tray).toHaveAccessibleDescription('Not signed in');

    await popover.getByRole('button', { name: 'Use it until I quit' }).click();
    await expect(popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();
    await choose('🍽️ Lunch');
    await expect(tray).toHaveAccessibleDescription(/^🍽️ Lunch · until/);
    await popover.getByRole('button', { name: 'Settings' }).click();
    await expect(popover.getByText('memory, until you quit')).toBeVisible();
  });

  test('with a locked keychain says how to unlock it and keeps what was typed', async ({ demo, open }) => {
    const keyring = keyringAvailability();
    test.skip(!keyring.ok, keyring.ok ? '' : `no keychain to lock, because ${keyring.reason}`);
    const { page, popover } = await open({ keyring: 'locked' });
    const token = demo.tokens['full'] ?? '';
    await signIn(page, token);
    await expect(popover.getByRole('alert').getByText('The keychain is locked')).toBeVisible();
    await expect(page.getByLabel('Personal or bot token')).toHaveValue(token);
  });

  test('with the demo needs no token, no keychain and no network', async ({ demo, open }) => {
    const { page, popover, tray, choose } = await open({ keyring: 'absent', apiUrl: 'http://127.0.0.1:9' });
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await expect(popover.getByText('Demo workspace: nothing leaves this computer')).toBeVisible();
    await choose('🏖️ On vacation');
    await expect(tray).toHaveAccessibleDescription(/^🏖️ On vacation · until/);
    expect(await demo.log()).toEqual([]);
  });

  test('survives the token’s end: a revoked one asks for another and takes it in place', async ({ demo, open }) => {
    const { page, popover, tray } = await open({ keyring: 'absent' });
    await signIn(page, demo.tokens['full'] ?? '');
    await popover.getByRole('button', { name: 'Use it until I quit' }).click();
    await expect(popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();

    await demo.revoke('full');
    await popover.getByRole('button', { name: 'Check again' }).click();
    await expect(popover.getByRole('alert').getByText('This token no longer works')).toBeVisible();
    await expect(tray).toHaveAccessibleDescription('This token no longer works');
    await expect(tray.locator('img')).toHaveAttribute('src', /tray-attention/);

    await signIn(page, demo.tokens['employee'] ?? '');
    await popover.getByRole('button', { name: 'Use it until I quit' }).click();
    await expect(popover.getByRole('banner').getByText('Anna Smirnova')).toBeVisible();
    await expect(popover.getByText('This token no longer works')).toHaveCount(0);
    await expect(tray.locator('img')).not.toHaveAttribute('src', /tray-attention/);
  });
});
