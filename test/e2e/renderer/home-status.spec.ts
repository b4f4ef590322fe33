import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { recents } from '../../support/gallery.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aChange, aMeeting, aState, aStatus, NOW, signedIn } from '../../support/popover-states.ts';

const MINUTE = 60_000;
const card = ({ page }: Popover) => page.getByRole('region', { name: 'Current status' });
/** Not the one that sends, in the panel it opens. */
const extendButton = (popover: Popover) => card(popover).locator('[aria-expanded]', { hasText: 'Extend' });
const inMeeting = aState({ status: { current: aMeeting() } });

test.describe('extending', () => {
  test('is one click for some minutes, and each says when the status would end', async ({ popover }) => {
    await popover.open(inMeeting);
    const extend = extendButton(popover);
    await expect(extend).toHaveAttribute('aria-expanded', 'false');
    await extend.click();
    await expect(extend).toHaveAttribute('aria-expanded', 'true');
    await expect(card(popover).getByRole('button', { name: /^(15|30) min|^1 h/ })).toHaveText([
      '15 min until 14:20',
      '30 min until 14:35',
      '1 h until 15:05',
    ]);
    await card(popover).getByRole('button', { name: '30 min' }).click();
    await popover.expectCalls(['status.extend', { by: { kind: 'duration', minutes: 30 } }]);
    await expect(extend).toHaveAttribute('aria-expanded', 'false');
  });

  test('to a moment says that moment before it is sent', async ({ popover }) => {
    await popover.open(inMeeting);
    await extendButton(popover).click();
    const form = popover.page.getByRole('form', { name: 'Extend to a moment' });
    await expect(form.getByLabel('New end: date')).toHaveValue('2026-11-20');
    await expect(form.getByLabel('New end: time')).toHaveValue('15:05');
    await form.getByLabel('New end: date').fill('2026-11-23');
    await form.getByLabel('New end: time').fill('10:30');
    await expect(form.getByRole('status')).toHaveText('until Mon 23 Nov, 10:30');
    await form.getByLabel('New end: time').press('Enter');
    await popover.expectCalls([
      'status.extend',
      { by: { kind: 'dateTime', date: '2026-11-23', hour: 10, minute: 30 } },
    ]);
  });

  test('to a moment that is not later is refused with the reason, and nothing is sent', async ({ popover }) => {
    await popover.open(inMeeting);
    await extendButton(popover).click();
    const form = popover.page.getByRole('form', { name: 'Extend to a moment' });
    await form.getByLabel('New end: time').fill('14:05');
    await form.getByRole('button', { name: 'Extend' }).click();
    await expect(form.getByText('That is not later than its present end.')).toBeVisible();
    await expect(form.getByLabel('New end: time')).toHaveAttribute('aria-invalid', 'true');
    await popover.expectCalls();
  });

  test('that failed says why, in place', async ({ popover }) => {
    await popover.open(inMeeting);
    await popover.answer('status.extend', fail(appError('nothing_to_do', {})));
    await extendButton(popover).click();
    await card(popover).getByRole('button', { name: '1 h' }).click();
    await expect(card(popover).getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  });

  test('is put away by Escape before the popover is', async ({ popover }) => {
    await popover.open(inMeeting);
    const extend = extendButton(popover);
    await extend.click();
    await popover.page.keyboard.press('Escape');
    await expect(extend).toHaveAttribute('aria-expanded', 'false');
    await popover.expectCalls();
  });

  test('is not offered for a status without an end, nor with a token that cannot set one', async ({ popover }) => {
    await popover.open(aState({ status: { current: aStatus({ expiresAt: null }) } }));
    await expect(card(popover).getByRole('button', { name: 'Clear' })).toBeVisible();
    await expect(extendButton(popover)).toHaveCount(0);
    await popover.push({ ...inMeeting, session: signedIn({ scopes: ['profile_status:read'] }) });
    await expect(card(popover).getByText('In a meeting')).toBeVisible();
    await expect(card(popover).getByRole('button', { name: /Extend|Edit|Clear/ })).toHaveCount(0);
  });
});

test('editing opens the editor with the present status, and going back leads home', async ({ popover }) => {
  await popover.open(inMeeting);
  await card(popover).getByRole('button', { name: 'Edit: In a meeting' }).click();
  const { page } = popover;
  await expect(page.getByRole('heading', { name: 'Edit status' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Status' })).toHaveValue('In a meeting');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(card(popover)).toBeVisible();
});

test('the line for a status of one’s own leads to the editor with what was typed', async ({ popover }) => {
  await popover.open(aState());
  const { page } = popover;
  await page.getByRole('textbox', { name: 'What are you doing?' }).fill('At the dentist');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Status' })).toHaveValue('At the dentist');
});

test.describe('shortly before the end', () => {
  const soon = aState({ status: { current: aMeeting({ expiresAt: NOW + 5 * MINUTE + 30_000 }) }, endsSoon: true });

  test('half an hour more is one click', async ({ popover }) => {
    await popover.open(soon);
    const banner = card(popover).getByRole('group', { name: 'Ends in 5 min' });
    await banner.getByRole('button', { name: 'Extend 30 min' }).click();
    await popover.expectCalls(['status.extend', { by: { kind: 'duration', minutes: 30 } }]);
  });

  test('so is to let it end, and the focus stays in the popover', async ({ popover }) => {
    await popover.open(soon);
    await card(popover).getByRole('button', { name: 'Let it end' }).click();
    await popover.expectCalls(['status.letEnd', {}]);
    await popover.push({ ...soon, endsSoon: false });
    await expect(card(popover).getByText('Ends in 5 min')).toHaveCount(0);
    // The core pushes before it answers; a page that hears it in the other order keeps the focus all the same.
    await expect(popover.page.locator('.who, .screen').first()).toBeVisible();
  });
});

test.describe('the way back', () => {
  const covering = aState({ status: { current: aMeeting() }, wayBack: aStatus() });

  test('says which status comes then and until when, and can be given up', async ({ popover }) => {
    await popover.open(covering);
    await expect(card(popover)).toContainText('Then: 🏖️ On vacation until Mon 30 Nov, 9:00');
    await card(popover).getByRole('button', { name: 'Don’t return to “On vacation”' }).click();
    await popover.expectCalls(['status.forgetWayBack', {}]);
  });

  test('is told of when it was taken', async ({ popover }) => {
    const status = aStatus();
    const change = aChange({ status, origin: 'wayBack', phase: 'done' });
    await popover.open(aState({ status: { current: status }, change }));
    const bar = popover.page.getByRole('status').filter({ hasText: 'Back to 🏖️ On vacation until Mon 30 Nov, 9:00' });
    await expect(bar).toBeVisible();
    await expect(bar.getByRole('button')).toHaveCount(0);
  });
});

test.describe('undo', () => {
  const status = aMeeting();
  const set = aState({
    status: { current: status },
    change: aChange({ status, phase: 'done' }),
    undo: { status: null, of: status },
  });

  test('is offered with what was done for ten seconds, and then on the card', async ({ popover }) => {
    const { page } = popover;
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    await popover.open(set);
    const bar = page.getByRole('status').filter({ hasText: '📅 In a meeting until 14:05' });
    await expect(bar).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo “In a meeting”' })).toHaveCount(1);
    await page.clock.runFor(11_000);
    await expect(bar).toHaveCount(0);
    await card(popover).getByRole('button', { name: 'Undo “In a meeting”' }).click();
    await popover.expectCalls(['status.undo', {}]);
  });

  test('in the bar takes the change back', async ({ popover }) => {
    await popover.open(set);
    await popover.page.getByRole('button', { name: 'Undo “In a meeting”' }).click();
    await popover.expectCalls(['status.undo', {}]);
  });

  test('that came too late says so', async ({ popover }) => {
    await popover.open(set);
    await popover.answer('status.undo', fail(appError('status_changed', {})));
    await popover.page.getByRole('button', { name: 'Undo “In a meeting”' }).click();
    await expect(popover.page.getByText('The status changed meanwhile')).toBeVisible();
  });

  test('is there after clearing, too', async ({ popover }) => {
    await popover.open(aState({ undo: { status: aStatus(), of: null } }));
    await expect(card(popover).getByRole('button', { name: 'Undo clearing' })).toBeVisible();
  });

  test('is not offered once somebody else changed the status', async ({ popover }) => {
    await popover.open(set);
    await popover.push({ ...set, status: { ...set.status, current: aStatus() }, undo: null });
    await expect(card(popover)).toContainText('On vacation');
    await expect(popover.page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  });
});

test.describe('without a network', () => {
  const queued = aState({ status: { current: aStatus() }, change: aChange({ phase: 'queued' }) });

  test('what waits is shown with its end, and what colleagues see now', async ({ popover }) => {
    await popover.open(queued);
    await expect(card(popover)).toContainText('In a meeting');
    await expect(card(popover)).toContainText('waiting for the network');
    await expect(card(popover)).toContainText('until 14:05');
    await expect(card(popover)).toContainText('Colleagues see “🏖️ On vacation” now.');
    const tile = popover.page.getByRole('button', { name: /^In a meeting 1 h/ });
    await expect(tile).toHaveAttribute('aria-current', 'true');
  });

  test('one click gives it up', async ({ popover }) => {
    await popover.open(queued);
    await card(popover).getByRole('button', { name: 'Cancel' }).click();
    await popover.expectCalls(['status.dismissChange', {}]);
  });

  test('one click tries at once, and says when there is still no connection', async ({ popover }) => {
    await popover.open(queued);
    await popover.answer('status.sendNow', ok('queued'));
    await card(popover).getByRole('button', { name: 'Send now' }).click();
    await popover.expectCalls(['status.sendNow', {}]);
    await expect(card(popover).getByRole('status')).toHaveText('There is still no connection.');
  });

  test('a wish that made no sense any more was dropped, and the person is told why', async ({ popover }) => {
    await popover.open(aState({ notices: [{ id: 4, kind: 'queued-dropped', reason: 'ended', status: aMeeting() }] }));
    const notice = popover.page.getByRole('status').filter({ hasText: '“In a meeting” was not set' });
    await expect(notice).toContainText('its end has passed');
  });
});

test('what waits for another try can be given up as well', async ({ popover }) => {
  await popover.open(aState({ change: aChange({ phase: 'waiting', retryAt: NOW + 42_000 }) }));
  await expect(card(popover).getByRole('button', { name: 'Send now' })).toHaveCount(0);
  await card(popover).getByRole('button', { name: 'Cancel' }).click();
  await popover.expectCalls(['status.dismissChange', {}]);
});

test.describe('recent statuses', () => {
  const state = aState({ recents: recents('en', 6) });

  test('are a few, and all when asked', async ({ popover }) => {
    await popover.open(state);
    const section = popover.page.getByRole('region', { name: 'Recent' });
    await expect(section.getByRole('listitem')).toHaveCount(3);
    const all = section.getByRole('button', { name: 'Show all 6' });
    await expect(all).toHaveAttribute('aria-expanded', 'false');
    await all.click();
    await expect(section.getByRole('listitem')).toHaveCount(6);
    await section.getByRole('button', { name: 'Show less' }).click();
    await expect(section.getByRole('listitem')).toHaveCount(3);
  });

  test('are set again with one click', async ({ popover }) => {
    await popover.open(state);
    const section = popover.page.getByRole('region', { name: 'Recent' });
    await section.getByRole('button', { name: 'On vacation until Mon, 9:00' }).click();
    await popover.expectCalls(['status.applyRecent', { id: 'recent-1' }]);
  });

  test('take no room where there are none', async ({ popover }) => {
    await popover.open(aState());
    await expect(popover.page.getByRole('region', { name: 'Recent' })).toHaveCount(0);
  });
});

test.describe('the keys 1 to 9', () => {
  test('set the preset with that number among those that are shown', async ({ popover }) => {
    const presets = aState().presets.map((preset) => ({ ...preset, hidden: preset.id === 'vacation' }));
    await popover.open(aState({ presets }));
    const { page } = popover;
    await expect(page.getByRole('button', { name: /^Out sick/ })).toHaveAttribute('aria-keyshortcuts', '1 Shift+Enter');
    await expect(page.getByRole('button', { name: /^On vacation/ })).toHaveCount(0);
    await page.keyboard.press('2');
    await popover.expectCalls(['status.applyPreset', { presetId: 'lunch' }]);
    await page.keyboard.press('9');
    await page.keyboard.press('0');
    await popover.expectCalls(['status.applyPreset', { presetId: 'lunch' }]);
  });

  test('mean themselves while something is being typed', async ({ popover }) => {
    await popover.open(aState());
    const field = popover.page.getByRole('textbox', { name: 'What are you doing?' });
    await field.focus();
    await popover.page.keyboard.press('3');
    await expect(field).toHaveValue('3');
    await popover.expectCalls();
  });

  test('do nothing with a modifier, outside of the popover, or elsewhere in the app', async ({ popover }) => {
    await popover.open(aState());
    const { page } = popover;
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Alt+1');
    await page.evaluate(() => document.body.appendChild(document.createElement('button')).focus());
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await page.keyboard.press('1');
    await popover.expectCalls();
  });

  test('do nothing where the token cannot set a status', async ({ popover }) => {
    await popover.open(aState({ session: signedIn({ scopes: ['profile_status:read'] }) }));
    await popover.page.keyboard.press('1');
    await popover.expectCalls();
  });
});
