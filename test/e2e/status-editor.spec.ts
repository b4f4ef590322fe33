import type { Page } from 'playwright/test';
import { expect, signInForNow, test, ZONE, type Demo, type OpenPreview } from './fixtures.ts';

type Open = (options: { keyring: 'absent'; env?: NodeJS.ProcessEnv }) => Promise<OpenPreview>;

const MINUTE = 60_000;

/** The editor of a new status, opened from home with a title. */
async function writing(open: Open, demo: Demo, token = 'full', env: NodeJS.ProcessEnv = {}): Promise<OpenPreview> {
  const app = await open({ keyring: 'absent', env });
  await signInForNow(app.page, demo.tokens[token] ?? '');
  await newStatus(app, 'Conference');
  return app;
}

async function newStatus({ popover }: OpenPreview, title: string): Promise<void> {
  const entry = popover.getByRole('textbox', { name: 'What are you doing?' });
  await entry.fill(title);
  await entry.press('Enter');
  await expect(popover.getByRole('heading', { name: 'New status' })).toBeVisible();
}

const words = (page: Page) => page.getByRole('textbox', { name: 'Until when, in your own words' });
const set = (page: Page) => page.getByRole('button', { name: 'Set', exact: true });
const expiry = async (demo: Demo): Promise<unknown> =>
  ((await demo.changes()).at(-1)?.body as { status: { expires_at?: string } } | undefined)?.status.expires_at;

/** The date so many days from now in the zone of the tests. */
const dayAhead = (days: number): Temporal.PlainDate => Temporal.Now.plainDateISO(ZONE).add({ days });
const instantOf = (date: Temporal.PlainDate, time: string, zone = ZONE): string =>
  new Date(date.toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds).toISOString();

test('another date keeps the time, and what is sent is the moment that was shown', async ({ demo, open }) => {
  const { page } = await writing(open, demo);
  await words(page).fill('2h');
  await page.getByRole('radio', { name: 'Date…', exact: true }).check();
  const time = await page.getByLabel('Time', { exact: true }).inputValue();
  const date = dayAhead(12);
  await page.getByLabel('Date', { exact: true }).fill(date.toString());
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue(time);
  await expect(page.getByText(new RegExp(`Ends on .*${date.day} .* at ${time.replace(/^0/, '')}`))).toBeVisible();
  await set(page).click();
  await expect.poll(() => expiry(demo)).toBe(instantOf(date, time));
});

test('words are understood in both languages, said where not, and never sent when they mean the past', async ({
  demo,
  open,
}) => {
  const { page } = await writing(open, demo);
  await words(page).fill('sometime');
  await set(page).click();
  await expect(page.getByText('Not understood: “sometime”')).toBeVisible();
  await words(page).fill('0:01');
  await set(page).click();
  await expect(page.getByText('This has already passed. Did you mean:')).toBeVisible();
  expect(await demo.changes()).toEqual([]);

  const before = Date.now();
  await words(page).fill('через 2 часа');
  await words(page).press('Enter');
  await expect.poll(() => expiry(demo)).not.toBeUndefined();
  const sent = Date.parse(String(await expiry(demo)));
  expect(sent).toBeGreaterThanOrEqual(before + 120 * MINUTE - 1);
  expect(sent).toBeLessThanOrEqual(Date.now() + 120 * MINUTE);
});

test('a return date can be the last day away or the first day back, and the message follows', async ({
  demo,
  open,
}) => {
  const { page, popover } = await writing(open, demo);
  await popover.getByRole('switch', { name: 'Away' }).check();
  await popover.getByRole('textbox', { name: 'Away message' }).fill('Back on {until}, write to {deputy}. {nobody}');
  await expect(popover.getByText(/\{nobody\}/).last()).toBeVisible();
  await popover.getByRole('textbox', { name: 'Away message' }).fill('Back on {until}.');
  const date = dayAhead(10);
  await page.getByRole('radio', { name: 'Date…', exact: true }).check();
  await page.getByLabel('Date', { exact: true }).fill(date.toString());
  const shown = popover.locator('.preview__text');
  await expect(shown).toContainText(` ${date.add({ days: 1 }).day} `);
  await page.getByText('first day back', { exact: true }).click();
  await expect(shown).toContainText(` ${date.day} `);
  const text = ((await shown.textContent()) ?? '').slice(1, -1);
  await set(page).click();
  await expect(popover.getByRole('region', { name: 'Current status' })).toContainText(text);
  expect(await expiry(demo)).toBe(instantOf(date, '09:00'));
});

test('where the profile’s zone is another than the computer’s, both are shown and one is chosen', async ({
  demo,
  open,
}) => {
  const zone = 'Asia/Vladivostok';
  const { page } = await writing(open, demo, 'full', { TZ: zone });
  const date = dayAhead(9);
  await page.getByRole('radio', { name: 'Date…', exact: true }).check();
  await page.getByLabel('Date', { exact: true }).fill(date.toString());
  await page.getByText('first day back', { exact: true }).click();
  await expect(page.getByText(/Ends on .* at 9:00 \(GMT\+10\)/)).toBeVisible();
  await page.getByText(/^as in the profile/).click();
  await expect(page.getByText(/Ends on .* at 9:00 \(GMT\+3\)/)).toBeVisible();
  await set(page).click();
  await expect.poll(() => expiry(demo)).toBe(instantOf(date, '09:00', 'Europe/Moscow'));
});

test('working hours and the warning are settings, and hold at once', async ({ demo, open, time }) => {
  const app = await open({ keyring: 'absent' });
  const { page, popover } = app;
  await signInForNow(page, demo.tokens['full'] ?? '');
  await popover.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('From', { exact: true }).fill('07:45');
  await page.getByLabel('From', { exact: true }).press('Tab');
  await popover.getByText('Off', { exact: true }).click();
  await popover.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
  await expect(popover.getByRole('button', { name: /^On vacation/ })).toContainText(/until .*7:45/);
  await newStatus(app, 'Conference');
  await page.getByRole('radio', { name: 'Tomorrow morning' }).check();
  await set(page).click();
  await expect.poll(() => expiry(demo)).toBe(instantOf(dayAhead(1), '07:45'));

  // Nobody is told of an end, since the warning is off.
  await demo.setElsewhere({ emoji: '📅', title: 'In a call', expiresAt: time.now() + 6 * MINUTE });
  await popover.getByRole('button', { name: 'Check again' }).click();
  await expect(popover.getByRole('region', { name: 'Current status' })).toContainText('In a call');
  await page.keyboard.press('Escape');
  await time.pass(2 * MINUTE);
  // What the page is told now it is told after what it would have been told.
  await app.choose('Open Pachca Status');
  await expect(popover).toBeVisible();
  await expect(page.locator('.desk-toast')).toHaveCount(0);
});

test('a deputy is written as a nickname where the token may not look for colleagues', async ({ demo, open }) => {
  const { page, popover } = await writing(open, demo, 'expiring');
  await popover.getByRole('switch', { name: 'Away' }).check();
  await popover.getByRole('textbox', { name: 'Away message' }).fill('Write to {deputy}.');
  await expect(popover.getByText('The token cannot look for colleagues (users:read)')).toBeVisible();
  await popover.getByRole('textbox', { name: 'Who stands in' }).fill('@anna');
  await set(page).click();
  await expect(popover.getByRole('region', { name: 'Current status' })).toContainText('Write to @anna.');
  expect((await demo.log()).filter(({ path }) => path.startsWith('/users'))).toEqual([]);
});

test('an emoji is found in either language, and the limits of title and message are counted', async ({
  demo,
  open,
}) => {
  const { page, popover } = await writing(open, demo);
  await page.getByRole('button', { name: /^Emoji/ }).click();
  await page.getByRole('combobox', { name: 'Search emoji' }).fill('акула');
  await expect(page.getByRole('gridcell').first()).toHaveText('🦈');
  await page.keyboard.press('Enter');
  const title = popover.getByRole('textbox', { name: 'Status', exact: true });
  // 49 letters and a pair of halves: the emoji would be cut in two, so it is left out whole.
  await title.fill('');
  await title.fill(`${'a'.repeat(49)}🦈`);
  await expect(title).toHaveValue('a'.repeat(49));
  await set(page).click();
  await expect(popover.getByRole('region', { name: 'Current status' })).toContainText('a'.repeat(49));
  expect((await demo.changes()).at(-1)?.body).toMatchObject({ status: { emoji: '🦈', title: 'a'.repeat(49) } });
});
