import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKeyring } from '../support/keyring.ts';
import type { TestTime } from '../support/time.ts';
import { expect, needsKeyring, signIn, signInForNow, test, ZONE, type Demo, type OpenPreview } from './fixtures.ts';

const MINUTE = 60_000;

/** What has to be left of a minute for a status to be written and sent in it. */
const TIME_TO_WRITE = 20_000;

/** Longer than anything here takes to follow the end of a status. */
const AFTERWARDS = 2_000;

const cardOf = ({ popover }: OpenPreview) => popover.getByRole('region', { name: 'Current status' });
const thenOf = (app: OpenPreview) => cardOf(app).getByText(/^Then:/);

/** The full minute at which a status that is written now can end: the shortest one that the app lets one choose. */
const soonestEnd = (time: TestTime): number => Math.ceil((time.now() + TIME_TO_WRITE) / MINUTE) * MINUTE;

async function setVacation(app: OpenPreview): Promise<void> {
  await app.popover
    .getByRole('region', { name: 'One click' })
    .getByRole('button', { name: /^On vacation/ })
    .click();
  await expect(app.tray).toHaveAccessibleDescription(/^🏖️ On vacation · until Mon/);
}

/** Writes a status that ends within a minute or so, over the present one. Returns its end in epoch milliseconds. */
async function setShort({ page, popover, tray }: OpenPreview, time: TestTime): Promise<number> {
  const entry = popover.getByRole('textbox', { name: 'What are you doing?' });
  await entry.fill('Standup');
  await entry.press('Enter');
  const end = soonestEnd(time);
  const ending = Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO(ZONE).toPlainTime();
  const words = page.getByRole('textbox', { name: 'Until when, in your own words' });
  await words.fill(ending.toString({ smallestUnit: 'minute' }));
  await expect(page.getByRole('switch', { name: 'Return to 🏖️ On vacation afterwards' })).toBeChecked();
  await words.press('Enter');
  await expect(tray).toHaveAccessibleDescription(/^💬 Standup/);
  return end;
}

/** A vacation and a short status over it, both set from here, without a keychain. */
async function signedIn(open: (options: { keyring: 'absent' }) => Promise<OpenPreview>, demo: Demo, time: TestTime) {
  const app = await open({ keyring: 'absent' });
  await signInForNow(app.page, demo.tokens['full'] ?? '');
  await setVacation(app);
  const end = await setShort(app, time);
  await expect(thenOf(app)).toContainText('Then: 🏖️ On vacation until Mon');
  return { app, end };
}

/** Edits the title of the present status. */
async function rename(app: OpenPreview, from: string, to: string): Promise<void> {
  await cardOf(app)
    .getByRole('button', { name: `Edit: ${from}` })
    .click();
  const title = app.popover.getByRole('textbox', { name: 'Status', exact: true });
  await title.fill(to);
  await title.press('Enter');
  await expect(cardOf(app)).toContainText(to);
}

/** Goes past the end, until the app has asked what holds then, and on until all that might follow has followed. */
async function endIsOver({ popover }: OpenPreview, demo: Demo, time: TestTime, end: number): Promise<void> {
  const asked = async () =>
    (await demo.log()).filter(
      ({ method, path, at, status }) =>
        method === 'GET' && path.endsWith('/profile/status') && at >= end && status !== null,
    ).length;
  await time.passUntil(end + 1);
  await expect.poll(asked).toBeGreaterThan(0);
  await time.pass(AFTERWARDS);
  // What the app is asked now it does after what it had to do.
  const before = await asked();
  await popover.getByRole('button', { name: 'Check again' }).click();
  await expect.poll(asked).toBeGreaterThan(before);
}

const bodiesOf = async (demo: Demo): Promise<unknown[]> => (await demo.changes()).map(({ body }) => body);

test.describe('at the end of the short one', () => {
  test('a status that was covered comes back by itself, with its own end and message', async ({ demo, open, time }) => {
    const { app, end } = await signedIn(open, demo, time);
    await endIsOver(app, demo, time, end);
    await expect(app.tray).toHaveAccessibleDescription(/^🏖️ On vacation · until Mon/);
    await expect(app.popover.getByRole('status').filter({ hasText: 'Back to 🏖️ On vacation' })).toBeVisible();
    await expect(thenOf(app)).toHaveCount(0);

    const changes = await demo.changes();
    expect(changes.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'PUT']);
    const [vacation, short, back] = changes;
    expect(short?.body).toMatchObject({ status: { title: 'Standup', expires_at: new Date(end).toISOString() } });
    expect(JSON.stringify(vacation?.body)).toMatch(/"away_message":"[^"]*Monday/);
    expect(back?.body).toEqual(vacation?.body);
    expect(back?.at).toBeGreaterThanOrEqual(end);
  });

  test('it does not come back where the person gave it up', async ({ demo, open, time }) => {
    const { app, end } = await signedIn(open, demo, time);
    await cardOf(app).getByRole('button', { name: 'Don’t return to “On vacation”' }).click();
    await expect(thenOf(app)).toHaveCount(0);
    await endIsOver(app, demo, time, end);
    await expect(app.tray).toHaveAccessibleDescription('No status');
    expect(await demo.changes()).toHaveLength(2);
  });

  test('it does not come back over a status that was set elsewhere in between', async ({ demo, open, time }) => {
    const { app, end } = await signedIn(open, demo, time);
    await demo.setElsewhere({ emoji: '🦷', title: 'At the dentist' });
    await endIsOver(app, demo, time, end);
    await expect(app.tray).toHaveAccessibleDescription(/^🦷 At the dentist/);
    await expect(thenOf(app)).toHaveCount(0);
    expect(await demo.changes()).toHaveLength(2);
  });

  test('it comes back when the app is started after the end, also where the short one was edited', async ({
    demo,
    open,
    allowed,
    time,
  }) => {
    needsKeyring();
    const keyring = await startKeyring('unlocked');
    const dataDir = await mkdtemp(join(tmpdir(), 'pachca-e2e-'));
    try {
      const first = await open({ keyring, dataDir });
      await signIn(first.page, demo.tokens['full'] ?? '');
      await setVacation(first);
      const end = await setShort(first, time);
      await rename(first, 'Standup', 'Long standup');
      allowed.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_(REFUSED|RESET)/);
      expect(await first.stop()).toBe(0);
      await first.page.goto('about:blank');
      expect(time.now(), 'stopped before the end').toBeLessThan(end);

      await time.passUntil(end + 500);
      const again = await open({ keyring, dataDir });
      await expect(again.tray).toHaveAccessibleDescription(/^🏖️ On vacation · until Mon/);
      const bodies = await bodiesOf(demo);
      expect(bodies.slice(1, 3)).toMatchObject([
        { status: { title: 'Standup' } },
        { status: { title: 'Long standup' } },
      ]);
      expect(bodies.slice(3)).toEqual([bodies[0]]);
    } finally {
      await keyring.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

test('an edit of the status over it keeps it waiting, and so does undoing that edit', async ({ demo, open }) => {
  const app = await open({ keyring: 'absent' });
  await signInForNow(app.page, demo.tokens['full'] ?? '');
  await setVacation(app);
  await app.choose('🎧 Focus');
  await expect(thenOf(app)).toContainText('On vacation');
  await rename(app, 'Focus', 'Deep focus');
  await expect(thenOf(app)).toContainText('On vacation');
  await app.choose('Undo “Deep focus”');
  await expect(app.tray).toHaveAccessibleDescription(/^🎧 Focus/);
  await expect(thenOf(app)).toContainText('On vacation');
  const [, focus, renamed, undone] = await bodiesOf(demo);
  expect(renamed).toMatchObject({ status: { title: 'Deep focus' } });
  expect(undone).toEqual(focus);
});
