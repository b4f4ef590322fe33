import { expect, needsKeyring, signIn, test, ZONE, type Demo, type OpenPreview } from './fixtures.ts';

needsKeyring();

const MINUTE = 60_000;

/** The ends that were sent so far, in epoch milliseconds; null for a status without one or for clearing. */
async function sentEnds(demo: Demo): Promise<(number | null)[]> {
  const changes = await demo.changes();
  return changes.map(({ body }) => {
    const { status } = (body ?? {}) as { status?: { expires_at?: string | null } };
    return status?.expires_at ? Date.parse(status.expires_at) : null;
  });
}

const cardOf = ({ popover }: OpenPreview) => popover.getByRole('region', { name: 'Current status' });
const tilesOf = ({ popover }: OpenPreview) => popover.getByRole('region', { name: 'One click' });

async function signedIn(open: () => Promise<OpenPreview>, demo: Demo): Promise<OpenPreview> {
  const app = await open();
  await signIn(app.page, demo.tokens['full'] ?? '');
  await expect(cardOf(app).getByText('No status', { exact: true })).toBeVisible();
  return app;
}

test.describe('extending', () => {
  test('from the popover re-sends the whole status with a later end', async ({ demo, open }) => {
    const app = await signedIn(open, demo);
    await tilesOf(app)
      .getByRole('button', { name: /^Lunch/ })
      .click();
    await expect(cardOf(app)).toContainText('Lunch');
    await cardOf(app).locator('[aria-expanded]', { hasText: 'Extend' }).click();
    await cardOf(app)
      .getByRole('button', { name: /^15 min/ })
      .click();
    await expect(app.popover.getByRole('status').filter({ hasText: 'Extended: 🍽️ Lunch' })).toBeVisible();
    const [first, second] = await sentEnds(demo);
    expect((second ?? 0) - (first ?? 0)).toBe(15 * MINUTE);
    const [, put] = await demo.changes();
    expect(put?.body).toMatchObject({ status: { emoji: '🍽️', title: 'Lunch', is_away: false } });
  });

  test('to a moment from the popover sends that moment, and the away message with it', async ({ demo, open }) => {
    const app = await signedIn(open, demo);
    await app.choose('🏖️ On vacation');
    await expect(cardOf(app)).toContainText('On vacation');
    await cardOf(app).locator('[aria-expanded]', { hasText: 'Extend' }).click();
    const form = cardOf(app).getByRole('form', { name: 'Extend to a moment' });
    const [monday] = await sentEnds(demo);
    const start = Temporal.Instant.fromEpochMilliseconds(monday ?? 0).toZonedDateTimeISO(ZONE);
    const day = start.add({ days: 2 });

    await form.getByLabel('New end: date').fill(start.subtract({ days: 1 }).toPlainDate().toString());
    await form.getByRole('button', { name: 'Extend' }).click();
    await expect(form.getByLabel('New end: date')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('New end: date').fill(day.toPlainDate().toString());
    await form.getByLabel('New end: time').fill('14:30');
    await form.getByRole('button', { name: 'Extend' }).click();

    const end = day.with({ hour: 14, minute: 30 }).epochMilliseconds;
    await expect.poll(() => sentEnds(demo)).toEqual([monday, end]);
    await expect(form).toHaveCount(0);
    const [, put] = await demo.changes();
    expect(JSON.stringify(put?.body)).toMatch(/"away_message":"[^"]*Wednesday/);
    await expect(cardOf(app)).toContainText('Wednesday');
  });

  test('from the menu fills the away message in again', async ({ demo, open }) => {
    const app = await signedIn(open, demo);
    await app.choose('🏖️ On vacation');
    await expect(app.tray).toHaveAccessibleDescription(/^🏖️ On vacation/);
    await app.tray.click();
    await app.menu.getByRole('menuitem', { name: 'Extend' }).click();
    await app.page.getByRole('menu', { name: 'Extend' }).getByRole('menuitem', { name: '1 day' }).click();
    await expect.poll(async () => (await demo.changes()).length).toBe(2);
    const [first, second] = await sentEnds(demo);
    expect((second ?? 0) - (first ?? 0)).toBe(24 * 60 * MINUTE);
    const [, put] = await demo.changes();
    expect(JSON.stringify(put?.body)).toMatch(/"away_message":"[^"]*Tuesday/);
  });
});

test.describe('undo', () => {
  test('brings back all of the earlier status, its end too', async ({ demo, open }) => {
    const app = await signedIn(open, demo);
    await tilesOf(app)
      .getByRole('button', { name: /^On vacation/ })
      .click();
    await expect(cardOf(app)).toContainText('On vacation');
    await tilesOf(app)
      .getByRole('button', { name: /^In a meeting/ })
      .click();
    await expect(cardOf(app)).toContainText('In a meeting');
    await app.popover.getByRole('button', { name: 'Undo “In a meeting”' }).click();
    await expect(app.popover.getByRole('status').filter({ hasText: 'Undone: 🏖️ On vacation' })).toBeVisible();
    const [vacation, , undone] = await demo.changes();
    expect(undone?.body).toEqual(vacation?.body);
    await expect(app.popover.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  });

  test('of clearing is in the menu, and of the first status clears', async ({ demo, open }) => {
    const app = await signedIn(open, demo);
    await app.choose('🎧 Focus');
    await expect(app.tray).toHaveAccessibleDescription(/^🎧 Focus/);
    await app.choose('Undo “Focus”');
    await expect(app.tray).toHaveAccessibleDescription('No status');
    await app.choose('🎧 Focus');
    await expect(app.tray).toHaveAccessibleDescription(/^🎧 Focus/);
    await app.choose('Clear status');
    await expect(app.tray).toHaveAccessibleDescription('No status');
    await app.choose('Undo clearing');
    await expect(app.tray).toHaveAccessibleDescription(/^🎧 Focus/);
  });

  test('is not offered once somebody else changed the status', async ({ demo, open }) => {
    const app = await signedIn(open, demo);
    await tilesOf(app)
      .getByRole('button', { name: /^Lunch/ })
      .click();
    await expect(app.popover.getByRole('button', { name: 'Undo “Lunch”' })).toBeVisible();
    await demo.setElsewhere({ emoji: '🦷', title: 'At the dentist' });
    await app.popover.getByRole('button', { name: 'Check again' }).click();
    await expect(cardOf(app)).toContainText('At the dentist');
    await expect(app.popover.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  });
});

test('a short status over a longer one says what comes then, and that can be given up', async ({ demo, open }) => {
  const app = await signedIn(open, demo);
  await tilesOf(app)
    .getByRole('button', { name: /^On vacation/ })
    .click();
  await expect(cardOf(app)).toContainText('On vacation');
  await tilesOf(app)
    .getByRole('button', { name: /^Lunch/ })
    .click();
  await expect(cardOf(app)).toContainText('Then: 🏖️ On vacation until Mon');
  await cardOf(app).getByRole('button', { name: 'Don’t return to “On vacation”' }).click();
  await expect(cardOf(app).getByText(/^Then:/)).toHaveCount(0);
  await expect(cardOf(app)).toContainText('Lunch');
});

test('a change made elsewhere appears when the tab is looked at again', async ({ demo, open, time }) => {
  const app = await signedIn(open, demo);
  await demo.setElsewhere({ emoji: '🦷', title: 'At the dentist' });
  await app.page.keyboard.press('Escape');
  await expect(app.popover).toBeHidden();
  // Shown anew, the popover asks where the last answer is older than some seconds.
  await time.pass(5_500);
  await app.choose('Open Pachca Status');
  await expect(cardOf(app)).toContainText('At the dentist');
});

test('shortly before the end a message of the system offers half an hour more', async ({ demo, open, time }) => {
  const app = await signedIn(open, demo);
  const end = time.now() + 6 * MINUTE;
  await demo.setElsewhere({ emoji: '📅', title: 'In a call', expiresAt: end });
  await app.popover.getByRole('button', { name: 'Check again' }).click();
  await expect(cardOf(app)).toContainText('In a call');
  await app.page.keyboard.press('Escape');
  await time.passUntil(end - 5 * MINUTE + 1);
  const toast = app.page.locator('.desk-toast').filter({ hasText: 'In a call' });
  await expect(toast).toBeVisible();
  expect(await app.accessibilityProblems()).toEqual([]);
  await toast.getByRole('button', { name: 'Extend 30 min' }).click();
  await expect(toast).toHaveCount(0);
  await expect.poll(() => sentEnds(demo)).toEqual([end + 30 * MINUTE]);
});

test('the message of the system can also be told to let it end, and then nothing reminds of it', async ({
  demo,
  open,
  time,
}) => {
  const app = await signedIn(open, demo);
  const end = time.now() + 6 * MINUTE;
  await demo.setElsewhere({ emoji: '📅', title: 'In a call', expiresAt: end });
  await app.popover.getByRole('button', { name: 'Check again' }).click();
  await expect(cardOf(app)).toContainText('In a call');
  await time.passUntil(end - 5 * MINUTE + 1);
  const reminder = cardOf(app).getByRole('group', { name: /^Ends in/ });
  await expect(reminder).toBeVisible();
  const toast = app.page.locator('.desk-toast').filter({ hasText: 'In a call' });
  await toast.getByRole('button', { name: 'Let it end' }).click();
  await expect(toast).toHaveCount(0);
  await expect(reminder).toHaveCount(0);
  await expect(cardOf(app)).toContainText('In a call');
  expect(await demo.changes()).toEqual([]);
});

test('the number of a preset on the keyboard sets it; what is no preset can be set again from the recent ones', async ({
  demo,
  open,
}) => {
  const app = await signedIn(open, demo);
  await app.page.locator('#root .screen').focus();
  await app.page.keyboard.press('3');
  await expect(cardOf(app)).toContainText('Lunch');
  const recent = app.popover.getByRole('region', { name: 'Recent' });
  await expect(recent).toHaveCount(0);
  const entry = app.popover.getByRole('textbox', { name: 'What are you doing?' });
  await entry.fill('Dentist');
  await entry.press('Enter');
  await app.popover.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(recent.getByRole('listitem')).toHaveCount(1);
  await cardOf(app).getByRole('button', { name: 'Clear' }).click();
  await expect(cardOf(app).getByText('No status', { exact: true })).toBeVisible();
  await recent.getByRole('button', { name: /^Dentist/ }).click();
  await expect(cardOf(app)).toContainText('Dentist');
  const changes = await demo.changes();
  expect(changes.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE', 'PUT']);
});

test('two quick clicks: the last one wins, and the person sees which holds', async ({ demo, open }) => {
  const app = await signedIn(open, demo);
  await demo.fault({ on: { method: 'PUT' }, play: { kind: 'delay', ms: 1_000 } });
  await tilesOf(app)
    .getByRole('button', { name: /^Lunch/ })
    .click();
  await tilesOf(app)
    .getByRole('button', { name: /^Focus/ })
    .click();
  await expect(app.popover.getByRole('status').filter({ hasText: '🎧 Focus until' })).toBeVisible();
  await expect(tilesOf(app).locator('[aria-current]')).toHaveAccessibleName(/^Focus/);
  const changes = await demo.changes();
  expect(changes.at(-1)?.body).toMatchObject({ status: { title: 'Focus' } });
});
