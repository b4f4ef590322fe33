import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aState, NOW, signedIn } from '../../support/popover-states.ts';
import { adminSession, aProfile } from '../../support/token-states.ts';

async function openProfile(popover: Popover, profile = aProfile()): Promise<void> {
  await popover.open(aState({ session: adminSession() }));
  await popover.answer('profile.load', ok(profile));
  await popover.page
    .getByRole('banner')
    .getByRole('button', { name: /Oleg Petrov/ })
    .click();
  await expect(popover.page.getByText('oleg@acme.example')).toBeVisible();
}

const row = ({ page }: Popover, label: string) =>
  page.locator('.profile__row').filter({ has: page.getByText(label, { exact: true }) });

test('every field worth reading is there, and what is empty is said to be', async ({ popover }) => {
  await openProfile(popover);
  await expect(row(popover, 'Phone')).toContainText('not filled in');
  await expect(row(popover, 'Department')).toContainText('not filled in');
  await expect(row(popover, 'Position')).toContainText('Designer');
  await expect(row(popover, 'Role')).toContainText('administrator or owner');
  await expect(row(popover, 'Tags')).toContainText('Design, Moscow');
  await expect(row(popover, 'Time zone')).toContainText('Asia/Yekaterinburg');
  await expect(row(popover, 'Single sign-on')).toContainText('yes');
  const main = popover.page.getByRole('main');
  await expect(main).not.toContainText('undefined');
  // One of the values has the word in it; no other has.
  expect((await main.innerText()).match(/null/g)).toHaveLength(1);
});

test('the workspace’s own fields keep their order, dates and numbers are the locale’s', async ({ popover }) => {
  await openProfile(popover);
  await expect(popover.page.getByRole('region', { name: 'Workspace fields' }).locator('dt')).toHaveText([
    'Birthday',
    'Desk',
    'Portfolio',
    'Old page',
    'T-shirt size',
    'Likes',
  ]);
  await expect(row(popover, 'Birthday')).toContainText('14 May 1990');
  await expect(row(popover, 'Desk')).toContainText('12,345,678,901,234,567,890.5');
  await expect(row(popover, 'T-shirt size')).toContainText('not filled in');
});

test('a safe link opens outside, an unsafe one is only text', async ({ popover }) => {
  await openProfile(popover);
  await row(popover, 'Portfolio').getByRole('button', { name: 'Open: Portfolio' }).click();
  await expect(row(popover, 'Old page').getByRole('button')).toHaveCount(1);
  await popover.expectCalls(['profile.load', {}], ['link.openProfileField', { propertyId: 3 }]);
});

test('a value is copied as Pachca has it', async ({ popover }) => {
  await openProfile(popover);
  await popover.page.getByRole('button', { name: 'Copy: Birthday' }).click();
  await popover.expectCalls(['profile.load', {}], ['clipboard.write', { text: '1990-05-14' }]);
});

test('the local time of the profile’s zone ticks', async ({ popover }) => {
  await popover.page.clock.install({ time: 0 });
  await popover.page.clock.pauseAt(1_000);
  await openProfile(popover);
  // 10:05 UTC is 15:05 in Yekaterinburg.
  await expect(row(popover, 'Local time')).toContainText('Fri 20 Nov, 15:05');
  await popover.page.clock.runFor(60_000);
  await expect(row(popover, 'Local time')).toContainText('Fri 20 Nov, 15:06');
});

test('while it loads that is said; a failure says why and can be tried again', async ({ popover }) => {
  await popover.open(aState({ session: adminSession() }));
  const { page } = popover;
  await popover.answer('profile.load', 'never');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Oleg Petrov/ })
    .click();
  await expect(page.getByText('Asking Pachca…')).toBeVisible();
  await popover.settle(fail(appError('offline', { reason: 'ENOTFOUND' })));
  const alert = page.getByRole('alert').filter({ hasText: 'The profile was not read' });
  await expect(alert).toContainText('No internet connection');
  await popover.answer('profile.load', ok(aProfile()));
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Designer')).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('asking again keeps what is there', async ({ popover }) => {
  await openProfile(popover);
  const { page } = popover;
  await popover.answer('profile.load', 'never');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByText('Designer')).toBeVisible();
  await popover.settle(ok(aProfile({ title: 'Head of design' })));
  await expect(page.getByText('Head of design')).toBeVisible();
});

test('without profile:read nothing is asked, the reason is said, and it leads to the inspector', async ({
  popover,
}) => {
  await popover.open(aState({ session: signedIn({ scopes: ['profile_status:write'] }) }));
  const { page } = popover;
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Oleg Petrov/ })
    .click();
  await expect(page.getByText('This token may not read the profile: it lacks profile:read.')).toBeVisible();
  await popover.expectCalls();
  await page.getByRole('button', { name: 'What the token can do' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'See your profile' })).toBeFocused();
});

test('without custom_properties:read the rest is shown, and why the fields are not', async ({ popover }) => {
  const fieldsError = appError('insufficient_scope', { scope: 'custom_properties:read' });
  await openProfile(popover, aProfile({ properties: [], fieldsError }));
  const { page } = popover;
  await expect(page.getByText('the token lacks custom_properties:read')).toBeVisible();
  await expect(page.getByText('The workspace has no fields of its own.')).toHaveCount(0);
});

test('fields that could not be read are not none: that is said, and can be tried again', async ({ popover }) => {
  await openProfile(popover, aProfile({ properties: [], fieldsError: appError('server_error', { status: 502 }) }));
  const { page } = popover;
  const alert = page.getByRole('alert').filter({ hasText: 'The workspace’s fields were not read' });
  await expect(alert).toContainText('Pachca has trouble right now');
  await expect(page.getByText('The workspace has no fields of its own.')).toHaveCount(0);
  await popover.answer('profile.load', ok(aProfile()));
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
});

test('the way back is a button, and Escape', async ({ popover }) => {
  await openProfile(popover);
  const { page } = popover;
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Current status' })).toBeVisible();
  await popover.answer('profile.load', ok(aProfile({ lastActivityAt: NOW })));
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Oleg Petrov/ })
    .click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('region', { name: 'Current status' })).toBeVisible();
});
