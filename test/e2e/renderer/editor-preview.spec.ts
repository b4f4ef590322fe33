import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKeyring, type KeyringSession } from '../../support/keyring.ts';
import { expect, needsKeyring, nextMondayMorning, signIn, test } from '../fixtures.ts';

test.describe('the editor in the app', () => {
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

  test('sends one PUT with exactly the message that was shown before', async ({ demo, open }) => {
    const { page, popover } = await open({ dataDir, keyring });
    await signIn(page, demo.tokens['full'] ?? '');
    const entry = popover.getByRole('textbox', { name: 'What are you doing?' });
    await entry.fill('Conference');
    await entry.press('Enter');
    await popover.getByRole('switch', { name: 'Away' }).check();
    await popover
      .getByRole('textbox', { name: 'Away message' })
      .fill('I am {name}, back on {until}. Write to {deputy}.');
    await popover.getByRole('combobox', { name: 'Who stands in' }).fill('a');
    const colleague = popover.getByRole('option').first();
    await expect(colleague).toContainText('@');
    await colleague.click();
    await popover.getByRole('textbox', { name: 'Until when, in your own words' }).fill('до понедельника');
    const shown = (await popover.locator('.preview__text').textContent()) ?? '';
    expect(shown).toMatch(/^“I am Oleg Petrov, back on Monday, \d+ \w+\. Write to @\w+\.”$/);
    await page.keyboard.press('Enter');

    await expect(popover.getByRole('region', { name: 'Current status' })).toContainText(shown.slice(1, -1));
    const changes = await demo.changes();
    expect(changes).toMatchObject([{ method: 'PUT', path: '/profile/status', status: 200 }]);
    expect(changes[0]?.body).toEqual({
      status: {
        emoji: '💬',
        title: 'Conference',
        is_away: true,
        away_message: shown.slice(1, -1),
        expires_at: nextMondayMorning(changes[0]?.at ?? 0),
      },
    });
    await expect(popover.getByRole('textbox', { name: 'What are you doing?' })).toHaveAttribute(
      'placeholder',
      'What are you doing?',
    );
  });

  test('keeps a draft over a restart', async ({ demo, open, allowed }) => {
    const first = await open({ dataDir, keyring });
    await signIn(first.page, demo.tokens['full'] ?? '');
    const entry = first.popover.getByRole('textbox', { name: 'What are you doing?' });
    await entry.fill('Conference in Kazan');
    await entry.press('Enter');
    await first.popover.getByRole('textbox', { name: 'Until when, in your own words' }).fill('till Dec 10');
    await first.page.keyboard.press('Escape');
    await expect(entry).toHaveAttribute('placeholder', 'Go on with “Conference in Kazan”');
    allowed.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED/);
    expect(await first.stop()).toBe(0);

    const { popover } = await open({ dataDir, keyring });
    await popover.getByRole('textbox', { name: 'What are you doing?' }).press('Enter');
    await expect(popover.getByRole('textbox', { name: 'Status', exact: true })).toHaveValue('Conference in Kazan');
    await expect(popover.getByRole('textbox', { name: 'Until when, in your own words' })).toHaveValue('till Dec 10');
    expect(await demo.changes()).toEqual([]);
  });
});
