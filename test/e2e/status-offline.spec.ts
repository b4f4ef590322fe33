import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKeyring } from '../support/keyring.ts';
import { expect, needsKeyring, signIn, test, type Demo, type OpenPreview } from './fixtures.ts';

needsKeyring();

const cardOf = ({ popover }: OpenPreview) => popover.getByRole('region', { name: 'Current status' });
const lunchOf = ({ popover }: OpenPreview) =>
  popover.getByRole('region', { name: 'One click' }).getByRole('button', { name: /^Lunch/ });

/** From now on every connection breaks. */
const loseNetwork = (demo: Demo) => demo.fault({ times: 1000, play: { kind: 'drop' } });

async function withoutNetwork(open: () => Promise<OpenPreview>, demo: Demo): Promise<OpenPreview> {
  const app = await open();
  await signIn(app.page, demo.tokens['full'] ?? '');
  await expect(cardOf(app).getByText('No status', { exact: true })).toBeVisible();
  await loseNetwork(demo);
  await lunchOf(app).click();
  await expect(cardOf(app)).toContainText('waiting for the network', { timeout: 20_000 });
  return app;
}

test('a change made without a network waits, says so everywhere, and is sent when there is one', async ({
  demo,
  open,
}) => {
  const app = await withoutNetwork(open, demo);
  await expect(cardOf(app)).toContainText('Colleagues see no status now.');
  await expect(app.tray).toHaveAccessibleDescription('“Lunch” waits for the network');
  await demo.noFaults();
  await cardOf(app).getByRole('button', { name: 'Send now' }).click();
  await expect(app.tray).toHaveAccessibleDescription(/^🍽️ Lunch · until/, { timeout: 20_000 });
  await expect(cardOf(app)).not.toContainText('waiting for the network');
  const set = (await demo.changes()).filter(({ status }) => status === 200);
  expect(set).toHaveLength(1);
});

test('one click gives it up, and nothing is sent later', async ({ demo, open }) => {
  const app = await withoutNetwork(open, demo);
  await app.choose('Cancel');
  await expect(cardOf(app).getByText('No status', { exact: true })).toBeVisible();
  await demo.noFaults();
  await app.popover.getByRole('button', { name: 'Check again' }).click();
  await expect(app.tray).toHaveAccessibleDescription('No status');
  expect((await demo.changes()).filter(({ status }) => status === 200)).toEqual([]);
});

test('it is dropped with a notice where the status was changed elsewhere meanwhile', async ({ demo, open }) => {
  const app = await withoutNetwork(open, demo);
  await demo.noFaults();
  await demo.setElsewhere({ emoji: '🦷', title: 'At the dentist' });
  await app.choose('Send now');
  await expect(cardOf(app)).toContainText('At the dentist', { timeout: 20_000 });
  const notice = app.popover.getByRole('status').filter({ hasText: '“Lunch” was not set' });
  await expect(notice).toContainText('changed elsewhere');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  expect((await demo.changes()).filter(({ status }) => status === 200)).toEqual([]);
});

test('it is sent by itself as soon as the computer says that it is online again', async ({ demo, open, page }) => {
  const app = await withoutNetwork(open, demo);
  await demo.noFaults();
  // The line between page and app is kept: only what the browser says of the network changes.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(app.tray).toHaveAccessibleDescription(/^🍽️ Lunch · until/, { timeout: 10_000 });
  expect((await demo.changes()).filter(({ status }) => status === 200)).toHaveLength(1);
});

test('it is kept over a restart, shown as waiting, and sent then', async ({ demo, open, allowed }) => {
  const keyring = await startKeyring('unlocked');
  const dataDir = await mkdtemp(join(tmpdir(), 'pachca-e2e-'));
  try {
    const first = await withoutNetwork(() => open({ keyring, dataDir }), demo);
    allowed.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED/);
    expect(await first.stop()).toBe(0);
    await first.page.goto('about:blank');

    const again = await open({ keyring, dataDir });
    await expect(again.tray).toHaveAccessibleDescription('“Lunch” waits for the network');
    await expect(cardOf(again)).toContainText('waiting for the network');
    await demo.noFaults();
    await again.choose('Send now');
    await expect(again.tray).toHaveAccessibleDescription(/^🍽️ Lunch · until/, { timeout: 20_000 });
    expect((await demo.changes()).filter(({ status }) => status === 200)).toHaveLength(1);
  } finally {
    await keyring.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
