import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { aDraft, message, openEditor, sent, set, title, words } from '../../support/editor-page.ts';
import { test } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';

const plain = {
  emoji: '💬',
  title: 'Dentist',
  isAway: false,
  awayTemplate: null,
  deputy: null,
  // Where nobody chose an end, it is today's.
  expiry: { kind: 'endOfDay' as const },
};

test.describe('setting a status of one’s own', () => {
  test('takes a few words and Enter, twice', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await expect(title(page)).toHaveValue('Dentist');
    await expect(title(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await popover.expectCalls(
      ['status.set', { plan: plain, wayBack: null }],
      ['draft.save', { account: '7', draft: null }],
    );
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
  });

  test('one goes on writing where one was', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dent');
    await page.keyboard.type('ist');
    await expect(title(page)).toHaveValue('Dentist');
  });

  test('a quick end is one click', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await page.getByRole('radio', { name: '2 h', exact: true }).check();
    await expect(page.getByText('Ends today at 15:05, in 2 h')).toBeVisible();
    await set(page).click();
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toEqual([{ plan: { ...plain, expiry: { kind: 'duration', minutes: 120 } }, wayBack: null }]);
  });

  test('an end in one’s own words is shown as a moment before it is sent, in both languages', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await words(page).fill('до понедельника');
    await expect(page.getByText('→ Mon 23 Nov, 9:00')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Until Monday' })).toBeChecked();
    await words(page).fill('18:30');
    await expect(page.getByText('→ today, 18:30')).toBeVisible();
    await words(page).press('Enter');
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toEqual([{ plan: { ...plain, expiry: { kind: 'time', hour: 18, minute: 30 } }, wayBack: null }]);
  });

  test('words that make no sense are said and not sent', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await words(page).fill('until blah');
    await words(page).press('Enter');
    await expect(page.getByText('Not understood: “blah”')).toBeVisible();
    await expect(words(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(words(page)).toBeFocused();
    expect(await sent(popover, 'status.set')).toEqual([]);
  });

  test('a time that has passed is refused, with what may have been meant one click away', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await words(page).fill('9:00');
    await set(page).click();
    await expect(page.getByText('This has already passed. Did you mean:')).toBeVisible();
    expect(await sent(popover, 'status.set')).toEqual([]);
    await page.getByRole('button', { name: 'tomorrow, 9:00' }).click();
    await expect(page.getByText('Ends tomorrow, Saturday, 21 November, at 9:00')).toBeVisible();
  });

  test('a blank title is asked for', async ({ popover }) => {
    const page = await openEditor(popover);
    await set(page).click();
    await expect(page.getByText('Say what you are doing.')).toBeVisible();
    await expect(title(page)).toBeFocused();
    await expect(title(page)).toHaveAttribute('aria-invalid', 'true');
    await popover.expectCalls();
  });

  test('a second click while it is under way sends nothing', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await popover.answer('status.set', 'never');
    await set(page).click();
    await page.getByRole('button', { name: 'Setting…' }).click({ force: true });
    await page.keyboard.press('Enter');
    expect(await sent(popover, 'status.set')).toHaveLength(1);
  });

  test('a failure is said in place, and nothing that was written is lost', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await popover.answer('status.set', fail(appError('forbidden', { message: 'Access denied' })));
    await set(page).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Your workspace or role does not allow this' }),
    ).toBeVisible();
    await expect(title(page)).toHaveValue('Dentist');
    await set(page).click();
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
    expect(await sent(popover, 'status.set')).toHaveLength(2);
  });
});

test.describe('a date', () => {
  test('keeps its time when it is changed', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ expiry: { kind: 'duration', minutes: 60 } }) });
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    await expect(page.getByLabel('Time', { exact: true })).toHaveValue('14:05');
    await page.getByLabel('Date', { exact: true }).fill('2026-12-10');
    await expect(page.getByText('Ends on Thursday, 10 December, at 14:05')).toBeVisible();
    await set(page).click();
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toMatchObject([{ plan: { expiry: { kind: 'dateTime', date: '2026-12-10', hour: 14, minute: 5 } } }]);
  });

  test('without a time is the last day away or the first day back', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Vacation');
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    await page.getByLabel('Date', { exact: true }).fill('2026-12-10');
    await expect(page.getByRole('radio', { name: 'last day away' })).toBeChecked();
    await expect(page.getByText('Ends on Thursday, 10 December, at 23:59')).toBeVisible();
    await page.getByText('first day back', { exact: true }).click();
    await expect(page.getByText('Ends on Thursday, 10 December, at 9:00')).toBeVisible();
    await set(page).click();
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toMatchObject([{ plan: { expiry: { kind: 'date', date: '2026-12-10', means: 'firstDayBack' } } }]);
  });

  test('that has passed is refused', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Vacation');
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    await page.getByLabel('Date', { exact: true }).fill('2026-11-01');
    await expect(page.getByText('This end has already passed')).toBeVisible();
    await set(page).click();
    expect(await sent(popover, 'status.set')).toEqual([]);
  });

  test('that is cleared is not sent as the one before', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Vacation');
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    const date = page.getByLabel('Date', { exact: true });
    await date.focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    expect(await sent(popover, 'status.set')).toEqual([]);
    await title(page).focus();
    await expect(date).toHaveValue('2026-11-20');
  });

  test('counts in the zone one chooses where the profile’s differs', async ({ popover }) => {
    const zones = { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' };
    const page = await openEditor(popover, { zones }, 'Vacation');
    await page.getByRole('radio', { name: 'Until Monday', exact: true }).check();
    await expect(page.getByText('on Monday, 23 November, at 9:00 (GMT+3)')).toBeVisible();
    await page.getByText('as in the profile, GMT+5').click();
    await expect.poll(() => sent(popover, 'settings.update')).toEqual([{ zone: 'profile' }]);
    await popover.push(aState({ zones, timeZone: 'Asia/Yekaterinburg', settings: { zone: 'profile' }, revision: 2 }));
    await expect(page.getByText('on Monday, 23 November, at 9:00 (GMT+5)')).toBeVisible();
    await expect(title(page)).toHaveValue('Vacation');
  });
});

test.describe('the limits', () => {
  test('count a title in UTF-16 units and cut no emoji in two', async ({ popover }) => {
    const page = await openEditor(popover);
    await title(page).fill(`${'x'.repeat(45)}👩‍👩‍👧‍👦`);
    await expect(title(page)).toHaveValue('x'.repeat(45));
    await expect(page.getByText('45 / 50')).toBeVisible();
    await title(page).press('End');
    await page.keyboard.insertText('👍🏽!');
    await expect(title(page)).toHaveValue(`${'x'.repeat(45)}👍🏽!`);
    await expect(page.getByText('50 / 50')).toBeVisible();
  });

  test('leave the end of a title alone when something is put into its middle', async ({ popover }) => {
    const page = await openEditor(popover, {}, `begin ${'x'.repeat(39)} end!`);
    await expect(page.getByText('50 / 50')).toBeVisible();
    await title(page).evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
    await page.keyboard.insertText(' more');
    await expect(title(page)).toHaveValue(`begin ${'x'.repeat(39)} end!`);
    expect(await title(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(5);
  });

  test('count a message as it will be read, and refuse one that is too long', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ awayTemplate: '{name}', deputy: null }) });
    await expect(page.getByText('11 / 1024')).toBeVisible();
    await message(page).fill(`${'x'.repeat(1014)}{name}`);
    await expect(page.getByText('1025 / 1024')).toBeVisible();
    await expect(page.getByText('1 character too many: shorten the message.')).toBeVisible();
    await set(page).click();
    await expect(message(page)).toBeFocused();
    expect(await sent(popover, 'status.set')).toEqual([]);
  });
});
