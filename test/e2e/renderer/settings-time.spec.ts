import { expect, type Page } from 'playwright/test';
import { test, type Popover } from '../../support/popover.ts';
import { aState, type StateChoices } from '../../support/popover-states.ts';

async function open(popover: Popover, choices: StateChoices = {}): Promise<Page> {
  await popover.open(aState(choices));
  const { page } = popover;
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Time' })).toBeVisible();
  return page;
}

test('working hours are kept when the person is done with the field, not on the way', async ({ popover }) => {
  const page = await open(popover);
  const hours = page.getByRole('group', { name: 'Working hours' });
  await expect(hours.getByLabel('From')).toHaveValue('09:00');
  await hours.getByLabel('To').fill('17:30');
  await popover.expectCalls();
  await hours.getByLabel('From').fill('10:15');
  await popover.expectCalls(['settings.update', { workEnd: { hour: 17, minute: 30 } }]);
  await page.keyboard.press('Enter');
  await popover.expectCalls(
    ['settings.update', { workEnd: { hour: 17, minute: 30 } }],
    ['settings.update', { workStart: { hour: 10, minute: 15 } }],
  );
});

test('a time that was not finished changes nothing', async ({ popover }) => {
  const page = await open(popover);
  const from = page.getByLabel('From');
  await from.fill('');
  await from.blur();
  await expect(from).toHaveValue('09:00');
  await popover.expectCalls();
});

test('the first day of the week is the locale’s or one of three', async ({ popover }) => {
  const page = await open(popover, { dateLocale: 'en-US' });
  const week = page.getByRole('group', { name: 'The week starts on' });
  await expect(week.getByRole('radio', { name: 'Auto (Sun)' })).toBeChecked();
  await week.getByText('Mon', { exact: true }).click();
  await week.getByText('Auto (Sun)').click();
  await popover.expectCalls(['settings.update', { weekStart: 1 }]);
  await popover.push(aState({ dateLocale: 'en-US', settings: { weekStart: 6 } }));
  await expect(week.getByRole('radio', { name: 'Sat' })).toBeChecked();
  await week.getByText('Auto (Sun)').click();
  await popover.expectCalls(['settings.update', { weekStart: 1 }], ['settings.update', { weekStart: null }]);
});

test('whose zone counts is asked only where there is a difference', async ({ popover }) => {
  const page = await open(popover);
  const zone = page.getByRole('group', { name: 'Whose time zone counts' });
  await expect(zone).toHaveCount(0);
  await popover.push(aState({ zones: { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' } }));
  await expect(zone.getByRole('radio', { name: 'Computer: Moscow' })).toBeChecked();
  await zone.getByText('Profile: Yekaterinburg').click();
  await popover.expectCalls(['settings.update', { zone: 'profile' }]);
});

test('a choice that was made stays in sight after the difference is gone', async ({ popover }) => {
  const page = await open(popover, {
    settings: { zone: 'profile' },
    zones: { computer: 'Europe/Moscow', profile: null },
  });
  const zone = page.getByRole('group', { name: 'Whose time zone counts' });
  await expect(zone.getByRole('radio', { name: 'Profile: not known' })).toBeChecked();
});

test('the warning before the end is some minutes, or none', async ({ popover }) => {
  const page = await open(popover);
  const warn = page.getByRole('group', { name: 'Warn before the end, minutes' });
  await expect(warn.getByRole('radio', { name: '5', exact: true })).toBeChecked();
  await warn.getByText('15', { exact: true }).click();
  await popover.push(aState({ settings: { warnBefore: 15 } }));
  await warn.getByText('Off').click();
  await popover.expectCalls(['settings.update', { warnBefore: 15 }], ['settings.update', { warnBefore: null }]);
});
