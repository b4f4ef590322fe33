import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredAccount } from '../../electron/services/settings-schema.ts';
import { startKeyring, type KeyringSession } from '../support/keyring.ts';
import { storedAccounts, storedToken } from '../support/stored-token.ts';
import { expect, needsKeyring, nextMondayMorning, signIn, test } from './fixtures.ts';

test.describe('one click on “On vacation”', () => {
  needsKeyring();

  for (const surface of ['tray menu', 'popover'] as const) {
    test(`in the ${surface} sends one PUT, shows it as pending, then as done; Clear sends one DELETE`, async ({
      demo,
      open,
    }) => {
      const { page, tray, menu, popover, choose } = await open();
      await signIn(page, demo.tokens['full'] ?? '');
      await expect(popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();
      await expect(popover.getByText('No status', { exact: true })).toBeVisible();
      expect(await demo.changes()).toEqual([]);

      // The answer is held back, so that the time until then can be looked at.
      await demo.fault({ on: { method: 'PUT' }, play: { kind: 'delay', ms: 1500 } });
      const tile = popover.getByRole('region', { name: 'One click' }).getByRole('button', { name: /^On vacation/ });
      if (surface === 'tray menu') await choose('🏖️ On vacation');
      else await tile.click();

      await expect(tray).toHaveAccessibleDescription('Setting “On vacation”…');
      await expect(tray.locator('img')).toHaveAttribute('src', /tray-pending/);
      await expect(popover.locator('.card').getByText('On vacation')).toBeVisible();
      await expect(popover.getByText('Sending…')).toBeVisible();

      await expect(tray).toHaveAccessibleDescription(/^🏖️ On vacation · until Mon/);
      await expect(tray).toHaveAttribute('title', /^Pachca Status: 🏖️ On vacation · until Mon/);
      await expect(tray.locator('img')).toHaveAttribute('src', /tray-away/);
      await expect(popover.getByText('Sending…')).toBeHidden();
      await expect(popover.locator('.card').getByText('Away', { exact: true })).toBeVisible();
      await expect(popover.getByText(/I’m on vacation and will be back on Monday, \d+ \w+\./)).toBeVisible();
      await expect(tile).toHaveAttribute('aria-current', 'true');

      const changes = await demo.changes();
      expect(changes).toMatchObject([{ method: 'PUT', path: '/profile/status', token: 'full', status: 200 }]);
      const expiresAt = nextMondayMorning(changes[0]?.at ?? 0);
      const monday = new Date(expiresAt).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      });
      expect(changes[0]?.body).toEqual({
        status: {
          emoji: '🏖️',
          title: 'On vacation',
          expires_at: expiresAt,
          is_away: true,
          away_message: `I’m on vacation and will be back on Monday, ${monday}.`,
        },
      });

      await tray.click();
      await expect(menu.getByRole('menuitem', { name: '🏖️ On vacation until Mon' })).toHaveAttribute(
        'aria-current',
        'true',
      );
      if (surface === 'tray menu') {
        await menu.getByRole('menuitem', { name: 'Clear status' }).click();
      } else {
        await page.keyboard.press('Escape');
        await popover.getByRole('button', { name: 'Clear', exact: true }).click();
      }
      await expect(tray).toHaveAccessibleDescription('No status');
      await expect(tray.locator('img')).toHaveAttribute('src', /tray-idle/);
      await expect(popover.getByText('No status', { exact: true })).toBeVisible();
      await expect(tile).not.toHaveAttribute('aria-current');
      expect((await demo.changes()).slice(1)).toMatchObject([
        { method: 'DELETE', path: '/profile/status', body: null, status: 204 },
      ]);
    });
  }

  test('works in Russian from the first screen on', async ({ demo, open }) => {
    const { page, popover, choose } = await open({ lang: 'ru' });
    await page.getByLabel('Личный токен или токен бота').fill(demo.tokens['full'] ?? '');
    await page.getByRole('button', { name: 'Продолжить' }).click();
    await expect(popover.getByText('Нет статуса', { exact: true })).toBeVisible();
    await choose('🏖️ В отпуске');
    await expect(popover.getByText(/Я в отпуске, вернусь в понедельник, \d+ [а-я]+\./)).toBeVisible();
    const [put] = await demo.changes();
    expect(put?.body).toMatchObject({ status: { title: 'В отпуске', expires_at: nextMondayMorning(put?.at ?? 0) } });
  });

  test('that fails says so where it was asked for, changes nothing, and can be tried again', async ({ demo, open }) => {
    const { page, tray, popover, choose } = await open();
    await signIn(page, demo.tokens['full'] ?? '');
    await expect(popover.getByText('No status', { exact: true })).toBeVisible();
    await demo.fault({ on: { method: 'PUT' }, play: { kind: 'reply', status: 422, body: '{"errors":[]}' } });
    await choose('🏖️ On vacation');
    await expect(popover.getByRole('alert').getByText('“On vacation” was not set')).toBeVisible();
    await expect(tray).toHaveAccessibleDescription(/^Not done: /);
    await expect(tray.locator('img')).toHaveAttribute('src', /tray-attention/);
    await expect(popover.getByText('No status', { exact: true })).toBeVisible();

    await choose('Try again');
    await expect(tray).toHaveAccessibleDescription(/^🏖️ On vacation/);
    await expect(popover.getByText('“On vacation” was not set')).toBeHidden();
  });

  test('that fails behind a hidden popover is told like a message of the system', async ({ demo, open }) => {
    const { page, popover, choose } = await open();
    await signIn(page, demo.tokens['full'] ?? '');
    await expect(popover.getByText('No status', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(popover).toBeHidden();
    await demo.fault({ on: { method: 'PUT' }, play: { kind: 'reply', status: 402, body: '{"errors":[]}' } });
    await choose('🏖️ On vacation');
    const toast = page.locator('.desk-toasts').getByText('The workspace is suspended for non-payment');
    await expect(toast).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(toast).toBeHidden();
  });
});

test.describe('signed in', () => {
  needsKeyring();

  let keyring: KeyringSession;
  let dataDir: string;
  test.beforeEach(async () => {
    keyring = await startKeyring('unlocked');
    dataDir = await mkdtemp(join(tmpdir(), 'pachca-e2e-'));
  });
  test.afterEach(async () => {
    await keyring.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const stored = (account: StoredAccount) => storedToken(keyring, dataDir, account);

  test('stays signed in over a restart, with the token from the keychain; signing out removes it from there', async ({
    demo,
    open,
    allowed,
  }) => {
    const first = await open({ dataDir, keyring });
    await signIn(first.page, demo.tokens['full'] ?? '');
    await expect(first.popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();
    await first.choose('🎧 Focus');
    await expect(first.tray).toHaveAccessibleDescription(/^🎧 Focus · until/);
    const [account] = await storedAccounts(dataDir);
    if (!account) throw new Error('no account is stored');
    expect(await stored(account)).toBe(demo.tokens['full']);

    allowed.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED/);
    expect(await first.stop()).toBe(0);
    await expect(first.page.getByText('The app has quit')).toBeVisible();

    const again = await open({ dataDir, keyring });
    await expect(again.popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();
    await expect(again.tray).toHaveAccessibleDescription(/^🎧 Focus · until/);

    await again.popover.getByRole('button', { name: 'Settings' }).click();
    await expect(again.popover.getByText('the system keyring')).toBeVisible();
    await again.popover.getByRole('button', { name: 'Sign out' }).click();
    await expect(again.popover.getByText('Signed out. The token is no longer in the keychain.')).toBeVisible();
    await expect(again.page.getByLabel('Personal or bot token')).toHaveValue('');
    await expect(again.tray).toHaveAccessibleDescription('Not signed in');
    expect(await stored(account)).toBeNull();
  });

  test('keeps the token out of every file, log and address', async ({ demo, open }) => {
    const token = demo.tokens['full'] ?? '';
    const { page, popover, logs } = await open({ dataDir, keyring });
    const seen: string[] = [];
    page.on('request', (request) => seen.push(request.url()));
    page.on(
      'response',
      (response) =>
        void response.text().then(
          (text) => seen.push(text),
          () => undefined,
        ),
    );
    await signIn(page, token);
    await expect(popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();
    await page.reload();
    await expect(popover.getByText('Oleg Petrov', { exact: true })).toBeVisible();

    for (const name of await readdir(dataDir)) seen.push(await readFile(join(dataDir, name), 'utf8'));
    seen.push(logs(), await page.content());
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((text) => text.includes(token))).toEqual([]);
  });
});
