import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { test } from '../../support/popover.ts';
import {
  aChange,
  aFailedChange,
  aMeeting,
  anAccount,
  aState,
  aStatus,
  MONDAY,
  NOW,
  signedIn,
} from '../../support/popover-states.ts';

test('the current status is shown as colleagues see it, with its end both ways', async ({ popover }) => {
  await popover.open(aState({ status: { current: aStatus() } }));
  const card = popover.page.getByRole('region', { name: 'Current status' });
  await expect(card).toContainText('On vacation');
  await expect(card).toContainText('Away');
  await expect(card).toContainText('I’m on vacation and will be back on Monday, 30 November.');
  await expect(card).toContainText('until Mon 30 Nov, 9:00');
  await expect(card).toContainText('9 days left');
});

test('a status is gone from the popover at the moment it ends', async ({ popover }) => {
  await popover.page.clock.install({ time: 0 });
  await popover.page.clock.pauseAt(1_000);
  await popover.open(aState({ now: MONDAY - 3_000, status: { current: aStatus() } }));
  await expect(popover.page.getByText('less than a minute left')).toBeVisible();
  await popover.page.clock.runFor(4_000);
  await expect(popover.page.getByText('Colleagues see nothing beside your name.')).toBeVisible();
});

test('who is signed in: name, nickname, address, and what kind of account', async ({ popover }) => {
  await popover.open(aState({ session: signedIn({ storage: 'demo', account: anAccount({ bot: true }) }) }));
  const who = popover.page.getByRole('banner');
  await expect(who).toContainText('Oleg Petrov');
  await expect(who).toContainText('@olegp · oleg@acme.example');
  await expect(who).toContainText('Demo');
  await expect(who).toContainText('Bot');
});

test('an avatar that cannot be loaded gives way to the initials', async ({ popover }) => {
  // A picture that is there and is none, so that no failed request is logged.
  const account = anAccount({ avatar: 'data:image/png;base64,AAAA' });
  await popover.open(aState({ session: signedIn({ account }) }));
  await expect(popover.page.getByText('OP', { exact: true })).toBeVisible();
  await expect(popover.page.locator('img')).toHaveCount(0);
});

test('one click on a preset sends one command, however often it is clicked', async ({ popover }) => {
  await popover.open(aState());
  await popover.answer('status.applyPreset', 'never');
  await popover.page.getByRole('button', { name: 'On vacation until Mon, 9:00' }).dblclick();
  await popover.expectCalls(['status.applyPreset', { presetId: 'vacation' }]);
});

test('a tile tells its end in full where there is no room for it', async ({ popover }) => {
  await popover.open(aState());
  const tile = popover.page.getByRole('button', { name: /^On vacation/ });
  await expect(tile).toHaveAccessibleDescription('until Mon 23 Nov, 9:00');
});

test('the preset that holds is marked for eyes and for screen readers', async ({ popover }) => {
  await popover.open(aState({ status: { current: aMeeting() } }));
  const tiles = popover.page.getByRole('region', { name: 'One click' });
  await expect(tiles.locator('[aria-current]')).toHaveAccessibleName('In a meeting 1 h · until 14:05');
});

test('a pending change looks pending and says what colleagues see until then', async ({ popover }) => {
  await popover.open(aState({ status: { current: aStatus() }, change: aChange() }));
  const card = popover.page.getByRole('region', { name: 'Current status' });
  await expect(card).toContainText('In a meeting');
  await expect(card).toContainText('Sending…');
  await expect(card).toContainText('Until then colleagues see “🏖️\u00a0On vacation”.');
  await expect(popover.page.getByRole('status').filter({ hasText: 'Setting “In a meeting”…' })).toBeAttached();
});

test('a change that waits counts down to its next try', async ({ popover }) => {
  await popover.page.clock.install({ time: 0 });
  await popover.page.clock.pauseAt(1_000);
  await popover.open(aState({ change: aChange({ phase: 'waiting', retryAt: NOW + 42_000 }) }));
  await expect(popover.page.getByText('Trying again in 42 s')).toBeVisible();
  await popover.page.clock.runFor(2_000);
  await expect(popover.page.getByText('Trying again in 40 s')).toBeVisible();
});

test('what was done is said for ten seconds', async ({ popover }) => {
  await popover.page.clock.install({ time: 0 });
  await popover.page.clock.pauseAt(1_000);
  const status = aStatus();
  await popover.open(aState({ status: { current: status }, change: aChange({ status, phase: 'done' }) }));
  const bar = popover.page.getByRole('status').filter({ hasText: '🏖️ On vacation until Mon 30 Nov, 9:00' });
  await popover.page.clock.runFor(9_000);
  await expect(bar).toBeVisible();
  await popover.page.clock.runFor(2_000);
  await expect(bar).toHaveCount(0);
});

test('a failed change says what, why, in the server’s words, and goes when dismissed', async ({ popover }) => {
  await popover.open(aState({ status: { current: aStatus() }, change: aFailedChange() }));
  const alert = popover.page.getByRole('alert').filter({ hasText: '“In a meeting” was not set' });
  await expect(alert).toContainText('Your workspace or role does not allow this');
  await expect(alert).toContainText('Ask an administrator');
  await expect(alert).toContainText('Colleagues still see what was there before.');
  await expect(alert).toContainText('Pachca says: “Access denied”');
  await expect(alert).toContainText('req-4f1c');
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await popover.expectCalls(['status.dismissChange', {}]);
});

test('a change that failed on the way can be tried again', async ({ popover }) => {
  await popover.open(aState({ change: aFailedChange({ error: appError('timeout', { seconds: 10 }) }) }));
  await popover.page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await popover.expectCalls(['status.retryChange', {}]);
});

test('a token without the scope takes a new one in place; Escape closes the field before it hides', async ({
  popover,
}) => {
  const session = signedIn({ scopes: ['profile:read', 'profile_status:read'] });
  await popover.open(aState({ session }));
  const { page } = popover;
  await expect(page.getByText('This token may not set a status: it lacks profile_status:write.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Lunch/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Enter a new token' }).click();
  await expect(page.getByLabel('Personal or bot token')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Personal or bot token')).toHaveCount(0);
  await popover.expectCalls();
  await page.keyboard.press('Escape');
  await popover.expectCalls(['popover.hide', {}]);
});

test('a command that never became a change says why, at the presets', async ({ popover }) => {
  await popover.open(aState());
  await popover.answer('status.applyPreset', fail(appError('preset_missing', { id: 'lunch' })));
  await popover.page.getByRole('button', { name: /^Lunch/ }).click();
  const alert = popover.page.getByRole('alert').filter({ hasText: 'This preset does not exist any more' });
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toHaveCount(0);
});

test('a check that failed keeps what was known and can be repeated', async ({ popover }) => {
  const error = appError('offline', { reason: 'ENOTFOUND' });
  await popover.open(aState({ status: { current: aStatus(), checkedAt: NOW - 3_600_000, error } }));
  const card = popover.page.getByRole('region', { name: 'Current status' });
  await expect(card).toContainText('On vacation');
  await expect(card).toContainText('No internet connection');
  await expect(card).toContainText('Checked 12:05');
  await card.getByRole('button', { name: 'Try again' }).click();
  await popover.expectCalls(['status.refresh', {}]);
});

test('a status can be cleared and checked again', async ({ popover }) => {
  await popover.open(aState({ status: { current: aStatus() } }));
  await popover.page.getByRole('button', { name: 'Check again' }).click();
  await popover.page.getByRole('button', { name: 'Clear' }).click();
  await popover.expectCalls(['status.refresh', {}], ['status.clear', {}]);
});

test('a long away message shows its beginning, and all of it when asked', async ({ popover }) => {
  const awayMessage = `${'Some words. '.repeat(80)}The end.`;
  await popover.open(aState({ status: { current: aStatus({ title: 'W'.repeat(50), awayMessage }) } }));
  const { page } = popover;
  const message = page.getByText(awayMessage);
  const clipped = await message.evaluate((element) => element.clientHeight);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => message.evaluate((element) => element.clientHeight)).toBeGreaterThan(clipped * 3);
  await expect(page.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
});

test('a short away message has nothing to expand', async ({ popover }) => {
  await popover.open(aState({ status: { current: aStatus() } }));
  await expect(popover.page.getByRole('button', { name: 'Clear' })).toBeVisible();
  await expect(popover.page.getByRole('button', { name: 'Show all' })).toHaveCount(0);
});

test('a notice is read out and dismissed', async ({ popover }) => {
  await popover.open(aState({ notices: [{ id: 3, kind: 'renderer-crashed' }] }));
  const notice = popover.page.getByRole('status').filter({ hasText: 'The window crashed several times.' });
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await popover.expectCalls(['notice.dismiss', { id: 3 }]);
});

test('Escape pressed outside of the popover is none of its business', async ({ popover }) => {
  await popover.open(aState());
  await popover.page.evaluate(() => {
    const outside = document.body.appendChild(document.createElement('button'));
    outside.focus();
  });
  await popover.page.keyboard.press('Escape');
  await popover.page.evaluate(() => document.querySelector('button')?.focus());
  await popover.page.keyboard.press('Escape');
  await popover.expectCalls(['popover.hide', {}]);
});

test('while the keychain is being read only screen readers are told so', async ({ popover }) => {
  await popover.open(aState({ session: { phase: 'starting' } }));
  await expect(popover.page.getByRole('main')).toHaveText('Starting…');
  await expect(popover.page.getByRole('button')).toHaveCount(0);
});
