import { expect } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { neededScopes } from '../../../shared/scopes.ts';
import { test, type Popover } from '../../support/popover.ts';
import { aFailedChange, anAccount, aState, signedIn } from '../../support/popover-states.ts';
import { aBlindToken, aBotsToken, aCheckedToken, threeAccounts } from '../../support/token-states.ts';

const signedOut = aState({ session: { phase: 'signed-out' } });
/** Too short to be asked about before the person says so. */
const token = 'a-token-nobody-has';
/** As long as tokens are. */
const whole = 'a-token-nobody-has-0123456789-abcdefghij-xyz';
const label = 'Personal or bot token';

/** Types a whole token and waits until it is shown whose it is. */
async function enter(popover: Popover, checked = aCheckedToken()): Promise<void> {
  await popover.answer('session.checkToken', ok(checked));
  await popover.page.getByLabel(label).fill(whole);
  await expect(popover.page.getByRole('region', { name: 'Whose token this is' })).toBeVisible();
}

test('the first screen says what to tick, where the token is kept, and has the field in focus', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await expect(page.getByLabel('Personal or bot token')).toBeFocused();
  for (const scope of neededScopes) await expect(page.getByText(scope, { exact: true })).toBeVisible();
  await expect(page.getByText('It is kept in this computer’s keyring')).toBeVisible();
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

test('another server is asked only where the person names one, and not before they say so', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await page.getByRole('button', { name: 'Other server' }).click();
  const address = page.getByLabel('Address of the server');
  await expect(address).toBeFocused();
  await address.fill('pachca.example.com');
  await popover.answer('session.checkToken', ok(aCheckedToken({ server: 'pachca.example.com' })));
  await page.getByLabel(label).fill(whole);
  await page.getByRole('button', { name: 'Check the token' }).click();
  await expect(page.getByText('Server: pachca.example.com')).toBeVisible();
  await popover.expectCalls(['session.checkToken', { token: whole, server: 'pachca.example.com' }]);
});

test('the storage sentence names the keychain of the platform', async ({ popover }) => {
  await popover.open(aState({ session: { phase: 'signed-out' }, host: { platform: 'darwin', keychain: 'macos' } }));
  await expect(popover.page.getByText('It is kept in macOS Keychain')).toBeVisible();
});

test('a whole token is asked about without a click, shown, and kept only when the person says so', async ({
  popover,
}) => {
  await popover.open(signedOut);
  const { page } = popover;
  await enter(popover);
  const whose = page.getByRole('region', { name: 'Whose token this is' });
  await expect(whose).toContainText('Oleg Petrov');
  await expect(whose).toContainText('administrator or owner');
  await expect(whose.getByRole('listitem')).toHaveText(
    ['See your profile', 'See your status', 'Set and clear your status', 'Change your avatar', 'Workspace fields'].map(
      (feature) => `${feature} (Works)`,
    ),
  );
  await expect(page.getByRole('status').filter({ hasText: 'Whose token this is: Oleg Petrov' })).toBeAttached();
  await popover.expectCalls(['session.checkToken', { token: whole }]);

  await page.getByRole('button', { name: 'Continue' }).click();
  await popover.expectCalls(
    ['session.checkToken', { token: whole }],
    ['session.signIn', { token: whole, storage: 'keychain' }],
  );
});

test('a token is never in the page’s markup, and the field is hidden, unremembered and emptied', async ({
  popover,
}) => {
  await popover.open(signedOut);
  const { page } = popover;
  const field = page.getByLabel(label);
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveAttribute('autocomplete', 'off');
  await enter(popover);
  await page.getByRole('button', { name: 'Show the token' }).click();
  expect(await page.content()).not.toContain(whole);

  await popover.answer('session.signIn', 'never');
  await field.press('Enter');
  await field.press('Enter');
  // It says that it is disabled; a click is sent all the same.
  await page.getByRole('button', { name: 'Signing in…' }).click({ force: true });
  await popover.expectCalls(
    ['session.checkToken', { token: whole }],
    ['session.signIn', { token: whole, storage: 'keychain' }],
  );
  await popover.push(aState());
  await expect(field).toHaveCount(0);
  await popover.push(signedOut);
  await expect(field).toHaveValue('');
});

test('white space and “Bearer” around a token are taken off, also where it is pasted', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  const field = page.getByLabel(label);
  await popover.answer('session.checkToken', 'never');
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `\n Bearer  ${token}\n`);
  await expect(field).toHaveValue(token);
  await field.fill(`  bearer ${token} `);
  await field.press('Enter');
  await popover.expectCalls(['session.checkToken', { token }]);
});

test('what is still being typed is asked about when the person says so', async ({ popover }) => {
  await popover.page.clock.install();
  await popover.open(signedOut);
  const { page } = popover;
  await page.getByLabel(label).fill(token);
  await page.clock.runFor(2_000);
  await popover.expectCalls();
  await popover.answer('session.checkToken', 'never');
  await page.getByRole('button', { name: 'Check the token' }).click();
  await expect(page.getByRole('button', { name: 'Checking…' })).toBeVisible();
  await popover.expectCalls(['session.checkToken', { token }]);
});

test('an answer about a token that is no longer in the field is dropped', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  const other = whole.replace('a-', 'b-');
  await popover.answer('session.checkToken', 'never');
  await page.getByLabel(label).fill(whole);
  await popover.expectCalls(['session.checkToken', { token: whole }]);
  await popover.answer('session.checkToken', 'never');
  await page.getByLabel(label).fill(other);
  await popover.expectCalls(['session.checkToken', { token: whole }], ['session.checkToken', { token: other }]);

  await popover.settle(ok(aCheckedToken({ account: anAccount({ name: 'Somebody else' }) })));
  await popover.settle(ok(aCheckedToken()));
  await expect(page.getByRole('region', { name: 'Whose token this is' })).toContainText('Oleg Petrov');
  await page.getByLabel(label).fill(`${other}x`);
  await expect(page.getByRole('region', { name: 'Whose token this is' })).toHaveCount(0);
});

test('a bot’s token: it is said whose status is set, and what will not work', async ({ popover }) => {
  await popover.open(signedOut);
  await enter(popover, aBotsToken());
  const whose = popover.page.getByRole('region', { name: 'Whose token this is' });
  await expect(whose).toContainText('Duty bot');
  await expect(whose).toContainText('This is a bot’s token: it sets the bot’s status, not yours.');
  await expect(whose.getByRole('listitem').filter({ hasText: 'avatar' })).toHaveText(
    'Change your avatar · lacks profile_avatar:write',
  );
});

test('a token that may not read the profile: neither a name nor a bot is made up', async ({ popover }) => {
  await popover.open(signedOut);
  await enter(popover, aBlindToken());
  const whose = popover.page.getByRole('region', { name: 'Whose token this is' });
  await expect(whose).toContainText('Name not known');
  await expect(whose).toContainText('Token “Status only”');
  await expect(whose).toContainText('Whose token it is cannot be told.');
  await expect(whose).toContainText('This token ends in');
  await expect(whose).not.toContainText('null');
});

test('a token that can do nothing here says so, and can be kept all the same', async ({ popover }) => {
  await popover.open(signedOut);
  await enter(popover, aCheckedToken({ scopes: [] }));
  await expect(popover.page.getByText('None of this app’s work can be done with this token.')).toBeVisible();
  await expect(popover.page.getByRole('button', { name: 'Continue' })).toBeEnabled();
});

test('a guest’s token says once what is wrong, and another one is the way on', async ({ popover }) => {
  await popover.open(signedOut);
  await enter(popover, aCheckedToken({ problem: appError('access_denied', { message: 'Guests have no access' }) }));
  const { page } = popover;
  const card = page.getByRole('region', { name: 'Whose token this is' });
  await expect(card).toContainText('The token’s owner has no access');
  await expect(card.getByRole('listitem')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Continue anyway' })).toBeEnabled();
  await page.getByRole('button', { name: 'Enter another token' }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByLabel(label)).toBeFocused();
  await expect(page.getByLabel(label)).toHaveValue('');
});

test('the token of the environment is offered and never taken by itself', async ({ popover }) => {
  await popover.open({ ...signedOut, environmentToken: true });
  const { page } = popover;
  await expect(page.getByText('There is a token in PACHCA_TOKEN')).toBeVisible();
  await popover.expectCalls();
  await popover.answer('session.checkEnvironmentToken', ok(aCheckedToken()));
  await page.getByRole('button', { name: 'See whose it is' }).click();
  await expect(page.getByRole('region', { name: 'Whose token this is' })).toContainText('Oleg Petrov');
  await popover.answer('session.signInFromEnvironment', fail(appError('keychain_absent', { reason: 'no D-Bus' })));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Use it until I quit' }).click();
  await popover.expectCalls(
    ['session.checkEnvironmentToken', {}],
    ['session.signInFromEnvironment', { storage: 'keychain' }],
    ['session.signInFromEnvironment', { storage: 'session' }],
  );
});

test('a token of the environment that is refused says why, and whose it is can be left at that', async ({
  popover,
}) => {
  await popover.open({ ...signedOut, environmentToken: true });
  const { page } = popover;
  await popover.answer('session.checkEnvironmentToken', fail(appError('token_rejected', { message: null })));
  await page.getByRole('button', { name: 'See whose it is' }).click();
  await page.getByRole('alert').filter({ hasText: 'Pachca does not know this token' }).getByRole('button').click();
  await popover.answer('session.checkEnvironmentToken', ok(aCheckedToken()));
  await page.getByRole('button', { name: 'See whose it is' }).click();
  await page.getByRole('button', { name: 'Not this one' }).click();
  await expect(page.getByRole('region', { name: 'Whose token this is' })).toHaveCount(0);
  await popover.expectCalls(['session.checkEnvironmentToken', {}], ['session.checkEnvironmentToken', {}]);
});

test('the guide tells the way to a person’s token and to a bot’s, and opens Pachca’s own', async ({ popover }) => {
  await popover.open(signedOut);
  const guide = popover.page.getByRole('region', { name: 'How to make a token' });
  await expect(guide).toContainText('open Automations → API.');
  await guide.getByRole('button', { name: 'Pachca’s own guide' }).click();
  await guide.getByText('A bot’s').click();
  await expect(guide).toContainText('Automations → Integrations → API');
  await expect(guide).toContainText('It sets the bot’s status, not yours.');
  await guide.getByRole('button', { name: 'Pachca’s own guide' }).click();
  await popover.expectCalls(['link.open', { link: 'tokens' }], ['link.open', { link: 'botTokens' }]);
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
  await popover.answer('session.checkToken', fail(error));
  const field = page.getByLabel('Personal or bot token');
  await field.fill(token);
  await page.getByRole('button', { name: 'Check the token' }).click();

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
  await popover.expectCalls(['session.checkToken', { token }], ['link.open', { link: 'tokens' }]);
});

test('a network failure does not blame the token, and can be tried again', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await popover.answer('session.checkToken', fail(appError('offline', { reason: 'ENOTFOUND' })));
  await popover.answer('session.checkToken', ok(aCheckedToken()));
  const field = page.getByLabel(label);
  await field.fill(token);
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'No internet connection' });
  await expect(field).not.toHaveAttribute('aria-invalid');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Whose token this is' })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await popover.expectCalls(['session.checkToken', { token }], ['session.checkToken', { token }]);
});

test('where there is no keychain, the token can be used until quit, by choice', async ({ popover }) => {
  await popover.open(signedOut);
  const { page } = popover;
  await enter(popover);
  await popover.answer('session.signIn', fail(appError('keychain_absent', { reason: 'no D-Bus' })));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Use it until I quit' }).click();
  await popover.expectCalls(
    ['session.checkToken', { token: whole }],
    ['session.signIn', { token: whole, storage: 'keychain' }],
    ['session.signIn', { token: whole, storage: 'session' }],
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
  await enter(popover, aCheckedToken({ account: anAccount({ userId: 8, name: 'Anna Smirnova' }) }));
  await expect(page.getByText('This is another account. It is added, and the present one stays.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await popover.expectCalls(
    ['session.checkToken', { token: whole }],
    ['session.signIn', { token: whole, storage: 'keychain' }],
  );
});

test('from a locked keychain one can go to another account', async ({ popover }) => {
  const error = appError('keychain_locked', {});
  await popover.open(aState({ session: { phase: 'locked', name: 'Oleg Petrov', error }, accounts: threeAccounts() }));
  await popover.page.getByRole('button', { name: /^Duty bot/ }).click();
  await popover.expectCalls(['accounts.switch', { key: '9' }]);
});
