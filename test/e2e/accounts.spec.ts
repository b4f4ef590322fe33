import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredAccount } from '../../electron/services/settings-schema.ts';
import { startKeyring, type KeyringSession } from '../support/keyring.ts';
import { storedAccounts, storedToken } from '../support/stored-token.ts';
import { expect, needsKeyring, signIn, signInForNow, test, type OpenPreview } from './fixtures.ts';

const manageAccounts = async ({ popover }: OpenPreview): Promise<void> => {
  await popover.getByRole('button', { name: 'Accounts', exact: true }).click();
  await popover.getByRole('button', { name: 'Manage accounts' }).click();
};

const addAccount = async ({ page, popover }: OpenPreview, token: string): Promise<void> => {
  await popover.getByRole('button', { name: 'Accounts', exact: true }).click();
  await popover.getByRole('button', { name: 'Add an account' }).click();
  await signIn(page, token);
};

test.describe('several accounts in the keychain', () => {
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

  test('have an entry each, stay over a restart with the names they were given, and are removed one by one', async ({
    demo,
    open,
    allowed,
  }) => {
    test.slow();
    const first = await open({ dataDir, keyring });
    await signIn(first.page, demo.tokens['full'] ?? '');
    await expect(first.popover.getByRole('banner')).toContainText('Oleg Petrov');
    await addAccount(first, demo.tokens['bot'] ?? '');
    await expect(first.popover.getByRole('banner')).toContainText('Bot');
    const accounts = await storedAccounts(dataDir);
    const [oleg, bot] = [false, true].map((isBot) => accounts.find((each) => each.bot === isBot));
    if (!oleg || !bot) throw new Error('not both are stored');
    expect(await stored(oleg)).toBe(demo.tokens['full']);
    expect(await stored(bot)).toBe(demo.tokens['bot']);

    await manageAccounts(first);
    await first.popover.getByRole('button', { name: 'Rename Oleg Petrov' }).click();
    await first.popover.getByLabel('Name for this account').fill('Acme');
    await first.popover.getByRole('button', { name: 'Save' }).click();
    await expect(first.popover.getByRole('button', { name: 'Rename Acme' })).toBeVisible();

    allowed.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED/);
    expect(await first.stop()).toBe(0);
    const again = await open({ dataDir, keyring });
    await expect(again.popover.getByRole('banner')).toContainText('Bot');
    await again.popover.getByRole('button', { name: 'Accounts', exact: true }).click();
    await again.popover.getByRole('button', { name: /^Acme/ }).click();
    await expect(again.popover.getByRole('banner')).toContainText('Acme');
    await again.popover.getByRole('button', { name: /^Lunch/ }).click();
    await expect(again.tray).toHaveAttribute('title', /🍽️ Lunch.* · Acme$/);

    await manageAccounts(again);
    await again.popover.getByRole('button', { name: 'Remove Acme' }).click();
    await again.popover.getByRole('group', { name: 'Remove Acme?' }).getByRole('button', { name: 'Remove' }).click();
    await expect(again.popover.getByRole('button', { name: /^Rename/ })).toHaveCount(1);
    expect(await stored(oleg)).toBeNull();
    expect(await stored(bot)).toBe(demo.tokens['bot']);
    // Its status stays as it is: removing an account here changes nothing in Pachca.
    expect(await demo.changes()).toHaveLength(1);
  });
});

test('a token that ends keeps the presets, the draft and what waits for the next one', async ({ demo, open }) => {
  const { page, popover, tray } = await open({ keyring: 'absent' });
  await signInForNow(page, demo.tokens['full'] ?? '');
  const entry = popover.getByRole('textbox', { name: 'What are you doing?' });
  await entry.fill('Counting the stock');
  await popover.getByRole('button', { name: 'Edit presets' }).click();
  await page.getByRole('button', { name: 'More for “Lunch”' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await popover.getByRole('navigation').getByRole('button', { name: 'Status' }).click();

  await demo.revoke('full');
  await popover.getByRole('button', { name: /^Focus/ }).click();
  await expect(popover.getByRole('alert').getByText('This token no longer works').first()).toBeVisible();

  // Another token of the same person takes its place.
  await signInForNow(page, demo.tokens['expiring'] ?? '');
  await expect(popover.getByText('This token no longer works')).toHaveCount(0);
  await expect(entry).toHaveValue('Counting the stock');
  await popover.getByRole('button', { name: /^Focus/ }).click();
  await expect(tray).toHaveAccessibleDescription(/🎧 Focus/);
  await expect(popover.getByRole('button', { name: /^Out sick/ })).toBeVisible();
  await expect(popover.getByRole('button', { name: /^Lunch/ })).toHaveCount(0);
});

test('the profile tells what Pachca knows, the workspace’s fields in its order', async ({ demo, open }) => {
  const { page, popover } = await open({ keyring: 'absent' });
  await signInForNow(page, demo.tokens['full'] ?? '');
  await popover
    .getByRole('banner')
    .getByRole('button', { name: /Oleg Petrov/ })
    .click();
  const fields = page.getByRole('region', { name: 'Workspace fields' });
  await expect(fields.getByRole('term')).toHaveText(['City', 'Desk', 'Birthday', 'Portfolio', 'Car number']);
  const row = (label: string) => page.locator('.profile__row').filter({ has: page.getByText(label, { exact: true }) });
  await expect(row('Car number')).toContainText('not filled in');
  await expect(row('Local time')).toContainText(/\d{1,2}:\d\d/);
  await expect(popover.getByRole('main')).not.toContainText(/\bnull\b|undefined|NaN|Invalid/);
  await row('Portfolio').getByRole('button', { name: 'Open: Portfolio' }).click();
  await expect(page.getByRole('link', { name: /^Open / })).toHaveAttribute('href', /^https:\/\//);
});

test('the diagnostics tell what failed, with the number to quote, and can be saved', async ({ demo, open }) => {
  const { page, popover } = await open({ keyring: 'absent' });
  await signInForNow(page, demo.tokens['full'] ?? '');
  await demo.fault({
    on: { method: 'PUT' },
    play: { kind: 'reply', status: 422, body: '{"errors":[]}', headers: { 'x-request-id': 'req-4711' } },
  });
  await popover.getByRole('button', { name: /^Focus/ }).click();
  await expect(popover.getByRole('alert').getByText('Pachca refused this status')).toBeVisible();

  await popover.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  const download = page.waitForEvent('download');
  await popover.getByRole('button', { name: 'Save to a file' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  for (const part of ['Pachca Status', 'node', 'linux', 'req-4711', 'refused', 'secretService'])
    expect(text).toContain(part);
  expect(text).not.toContain(demo.tokens['full']);
});
