import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { neededScopes } from '../../../shared/scopes.ts';
import { test } from '../../support/popover.ts';
import { aFailedChange, aState, signedIn } from '../../support/popover-states.ts';

const signedOut = aState({ session: { phase: 'signed-out' } });
const token = 'a-token-nobody-has';

test('the first screen says what to tick, where the token is kept, and has the field in focus', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await expect(page.getByLabel('Personal or bot token')).toBeFocused();
  for (const scope of neededScopes) await expect(page.getByText(scope, { exact: true })).toBeVisible();
  await expect(page.getByText('It stays in this computer’s keyring')).toBeVisible();
  await expect(page.getByText('Not made by Pachca')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('the field does not take the focus from what is outside of the popover', async ({ popover }) => {
  await popover.open(aState());
  const { page } = popover;
  await page.evaluate(() => document.body.appendChild(document.createElement('button')).focus());
  await popover.push(signedOut);
  await expect(page.getByLabel('Personal or bot token')).toBeVisible();
  await expect(page.locator('body > button')).toBeFocused();
});

test('the storage sentence names the keychain of the platform', async ({ popover }) => {
  await popover.open(aState({ session: { phase: 'signed-out' }, host: { platform: 'darwin', keychain: 'macos' } }));
  await expect(popover.page.getByText('It stays in macOS Keychain')).toBeVisible();
});

test('a token is sent once, as it was typed, and the field is hidden, unremembered and emptied', async ({
  popover,
}) => {
  await popover.open(signedOut);
  const { page } = popover;
  const field = page.getByLabel('Personal or bot token');
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveAttribute('autocomplete', 'off');
  await field.fill(` ${token} `);
  await popover.answer('session.signIn', 'never');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  // It says that it is disabled; a click is sent all the same.
  await page.getByRole('button', { name: 'Checking…' }).click({ force: true });
  await popover.expectCalls(['session.signIn', { token: ` ${token} `, storage: 'keychain' }]);

  await popover.push(aState());
  await expect(field).toHaveCount(0);
  await popover.push(signedOut);
  await expect(field).toHaveValue('');
});

test('the token can be looked at, and hidden again', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  const field = page.getByLabel('Personal or bot token');
  await field.fill(token);
  await page.getByRole('button', { name: 'Show the token' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide the token' }).click();
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveValue(token);
});

test('a refused token is said at the field, with the server’s words, and what was typed is kept', async ({
  popover,
}) => {
  await popover.open(signedOut);
  const { page } = popover;
  const error = appError('token_rejected', { message: 'The access token is invalid' }, 'req-9a7');
  await popover.answer('session.signIn', fail(error));
  const field = page.getByLabel('Personal or bot token');
  await field.fill(token);
  await page.getByRole('button', { name: 'Check and continue' }).click();

  const alert = page.getByRole('alert').filter({ hasText: 'Pachca does not know this token' });
  await expect(alert).toContainText('Check that all of it was copied');
  await expect(alert).toContainText('Pachca says: “The access token is invalid”');
  await expect(alert).toContainText('req-9a7');
  await expect(field).toHaveValue(token);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Pachca does not know this token/);
  expect(await popover.accessibilityProblems()).toEqual([]);

  await alert.getByRole('button', { name: 'How tokens are made' }).click();
  await popover.expectCalls(['session.signIn', { token, storage: 'keychain' }], ['link.open', { link: 'tokens' }]);
});

test('a network failure does not blame the token, and can be tried again', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await popover.answer('session.signIn', fail(appError('offline', { reason: 'ENOTFOUND' })));
  const field = page.getByLabel('Personal or bot token');
  await field.fill(token);
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'Pachca cannot be reached' });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(field).not.toHaveAttribute('aria-invalid');
  await expect(alert).toHaveCount(0);
  const call = ['session.signIn', { token, storage: 'keychain' }] as const;
  await popover.expectCalls([...call], [...call]);
});

test('where there is no keychain, the token can be used until quit, by choice', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await popover.answer('session.signIn', fail(appError('keychain_absent', { reason: 'no D-Bus' })));
  await page.getByLabel('Personal or bot token').fill(token);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Use it until I quit' }).click();
  await popover.expectCalls(
    ['session.signIn', { token, storage: 'keychain' }],
    ['session.signIn', { token, storage: 'session' }],
  );
});

test('a text too long for any token is refused without being sent', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await page.getByLabel('Personal or bot token').fill('x'.repeat(4097));
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is too long for a token')).toBeVisible();
  await popover.expectCalls();
});

test('the demo is one click away, and a failure to open it is said', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await popover.answer('session.tryDemo', fail(appError('internal', { reason: 'port' })));
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Something went wrong' })).toBeVisible();
  await popover.expectCalls(['session.tryDemo', {}]);
});

test('the language can be changed before signing in', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await page.getByText('Русский').click();
  await popover.expectCalls(['settings.update', { language: 'ru' }]);
  await popover.push({ ...signedOut, locale: 'ru' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Статус в один клик');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
});

test('a locked keychain says whose token it is, and can be tried again', async ({ popover }) => {
  const error = appError('keychain_locked', {});
  await popover.open(aState({ session: { phase: 'locked', name: 'Oleg Petrov', error } }));
  const { page } = popover;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your token is safe but locked');
  await expect(page.getByText('Oleg Petrov')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await popover.expectCalls(['session.retry', {}]);
});

test('from a locked keychain one can go on with another token; Escape takes that back', async ({ popover }) => {
  const error = appError('keychain_locked', {});
  await popover.open(aState({ session: { phase: 'locked', name: null, error } }));
  const { page } = popover;
  await page.getByRole('button', { name: 'Sign in with another token' }).click();
  const field = page.getByLabel('Personal or bot token');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await popover.expectCalls();
});

test('an entry that is gone is not called locked: there is the field, and nothing to try again', async ({
  popover,
}) => {
  const error = appError('keychain_entry_missing', { service: 'Pachca Status', account: 'user-7' });
  await popover.open(aState({ session: { phase: 'locked', name: null, error } }));
  const { page } = popover;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The token is no longer in the keychain');
  await expect(page.getByLabel('Personal or bot token')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
});

test('a revoked token keeps the account in view and asks for a new one in place', async ({ popover }) => {
  const problem = appError('token_revoked', { message: 'Token was revoked' });
  const change = aFailedChange({ error: problem });
  await popover.open(aState({ session: signedIn({ problem }), status: { error: problem }, change }));
  const { page } = popover;
  await expect(page.getByRole('alert').first()).toContainText('Pachca says: “Token was revoked”');
  await expect(page.getByText('Oleg Petrov')).toBeVisible();
  // Said once as what it is, and once as the reason of the change that failed; with one field for a new token.
  await expect(page.getByText('This token no longer works')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Enter a new token' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Lunch/ })).toBeDisabled();
  await page.getByLabel('Personal or bot token').fill(token);
  await page.keyboard.press('Enter');
  await popover.expectCalls(['session.signIn', { token, storage: 'keychain' }]);
});
