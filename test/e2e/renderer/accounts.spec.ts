import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { test, type Popover } from '../../support/popover.ts';
import { anAccount, aState } from '../../support/popover-states.ts';
import { aCheckedToken, adminSession, threeAccounts } from '../../support/token-states.ts';
import { someToken } from '../../support/token-looks.ts';

const crowd = (choices: Parameters<typeof aState>[0] = {}) =>
  aState({ session: adminSession(), accounts: threeAccounts(), ...choices });

async function openAccounts(popover: Popover): Promise<void> {
  await popover.open(crowd());
  await popover.page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await popover.page.getByRole('button', { name: 'Manage accounts' }).click();
  await expect(popover.page.getByRole('heading', { level: 1 })).toHaveText('Accounts');
}

const card = ({ page }: Popover, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('the header’s list tells how every account is doing; one click switches', async ({ popover }) => {
  await popover.open(crowd());
  const { page } = popover;
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  const list = page.getByRole('group', { name: 'Accounts' });
  await expect(list.locator('[aria-current]')).toContainText('Oleg Petrov');
  await expect(list.getByRole('button', { name: /^Duty bot Bot/ })).toContainText('📅 In a meeting');
  await expect(list.getByRole('button', { name: /^Oleg at/ })).toContainText('This token no longer works');
  await list.getByRole('button', { name: /^Duty bot/ }).click();
  await popover.expectCalls(['accounts.switch', { key: '9' }]);
  await expect(list).toHaveCount(0);
});

test('the list is one for the keyboard: focus goes in, Escape closes it and gives the focus back', async ({
  popover,
}) => {
  await popover.open(crowd());
  const { page } = popover;
  const more = page.getByRole('button', { name: 'Accounts', exact: true });
  await more.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('button', { name: /^Oleg Petrov 🏖️/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await popover.expectCalls();
});

test('a click elsewhere closes the list', async ({ popover }) => {
  await popover.open(crowd());
  const { page } = popover;
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await page.getByRole('navigation').click({ position: { x: 5, y: 5 } });
  await expect(page.getByRole('group', { name: 'Accounts' })).toHaveCount(0);
});

test('an account gets a name of the person’s own, and an empty one gives the account’s own back', async ({
  popover,
}) => {
  await openAccounts(popover);
  const { page } = popover;
  await page.getByRole('button', { name: 'Rename Duty bot' }).click();
  const field = page.getByLabel('Name for this account');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Duty bot');
  await field.fill('');
  await popover.answer('accounts.rename', fail(appError('settings_not_saved', { reason: 'ENOSPC' })));
  await field.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be saved' })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(field).toHaveCount(0);
  const call = ['accounts.rename', { key: '9', label: '' }] as const;
  await popover.expectCalls([...call], [...call]);
});

test('removing asks first, and says when the token could not be removed', async ({ popover }) => {
  await openAccounts(popover);
  const { page } = popover;
  await page.getByRole('button', { name: 'Remove Oleg Petrov' }).click();
  const question = page.getByRole('group', { name: 'Remove Oleg Petrov?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await popover.expectCalls();

  await page.getByRole('button', { name: 'Remove Oleg Petrov' }).click();
  const error = appError('keychain_not_removed', { service: 'Pachca Status', account: '7' });
  await popover.answer('accounts.remove', fail(error));
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(question.getByRole('alert')).toContainText('The token is still in the keychain');
  await question.getByRole('button', { name: 'Remove anyway' }).click();
  await popover.expectCalls(
    ['accounts.remove', { key: '7', force: false }],
    ['accounts.remove', { key: '7', force: true }],
  );
});

test('an account whose token no longer works says so, and leads to the field for a new one', async ({ popover }) => {
  await openAccounts(popover);
  const { page } = popover;
  const account = card(popover, 'Oleg at Konstantin');
  await expect(account).toContainText('This token no longer works');
  await account.getByRole('button', { name: 'Enter a new token' }).click();
  await expect(page.getByLabel('Personal or bot token')).toBeFocused();
});

test('one preset is set in every account, with a result for each', async ({ popover }) => {
  await openAccounts(popover);
  const { page } = popover;
  await page.getByLabel('Preset').selectOption({ label: '🍽️ Lunch' });
  await popover.answer(
    'status.applyPresetToAll',
    ok([
      { key: '7', error: null },
      { key: '9', error: appError('insufficient_scope', { scope: 'profile_status:write' }) },
      { key: '12', error: appError('token_revoked', { message: null }) },
    ]),
  );
  await page.getByRole('button', { name: 'Set in 3 accounts' }).click();
  await expect(page.getByRole('list', { name: 'What became of it' }).getByRole('listitem')).toHaveText([
    'Oleg Petrov · Set',
    'Duty bot · The token lacks the scope profile_status:write',
    /^Oleg at .* · This token no longer works$/,
  ]);
  await popover.expectCalls(['status.applyPresetToAll', { presetId: 'lunch' }]);
});

test('an account is added with its own token, behind the list; Escape goes back', async ({ popover }) => {
  await popover.open(aState({ session: adminSession(), accounts: threeAccounts().slice(0, 1) }));
  const { page } = popover;
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect(page.getByLabel('Personal or bot token')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Current status' })).toBeVisible();

  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await popover.answer('session.checkToken', ok(aCheckedToken({ account: anAccount({ name: 'Anna Smirnova' }) })));
  await page.getByLabel('Personal or bot token').fill(someToken);
  await expect(page.getByText('Anna Smirnova', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('region', { name: 'Current status' })).toBeVisible();
});
