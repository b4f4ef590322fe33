import { expect, type Page } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { neededScopes } from '../../../shared/scopes.ts';
import { test, type Call, type Popover } from '../../support/popover.ts';
import { aFailedChange, aState, signedIn, type StateChoices } from '../../support/popover-states.ts';
import { adminSession, aToken, demotedSession, lackingSession } from '../../support/token-states.ts';

async function openToken(popover: Popover, choices: StateChoices): Promise<void> {
  await popover.open(aState(choices));
  await popover.page.getByRole('navigation').getByRole('button', { name: 'Token' }).click();
  await expect(popover.page.getByRole('heading', { level: 1 })).toHaveText('Token');
}

const features = (page: Page) => page.getByRole('region', { name: 'What the app can do with it' });

/** The texts that were put on the clipboard. */
const copied = async (popover: Popover): Promise<string[]> =>
  (await popover.calls())
    .filter(({ name }) => name === 'clipboard.write')
    .map(({ input }: Call) => (input as { text: string }).text);

test('on top is what the app can do with the token, and what it is', async ({ popover }) => {
  await openToken(popover, { session: lackingSession() });
  const { page } = popover;
  await expect(features(page).getByRole('listitem')).toHaveText([
    /See your profile.*Works/,
    /See your status.*Works/,
    /Set and clear your status.*Works/,
    /Change your avatar.*profile_avatar:write missing/,
    /Workspace fields.*custom_properties:read missing/,
    /Pick a deputy from colleagues \(optional\).*users:read missing/,
  ]);
  const facts = page.getByRole('region', { name: 'About the token' });
  for (const text of [
    'NameStatus on my laptop',
    'TokencH5kR9mN...x7Qp',
    'OwnerOleg Petrov, employee',
    'CreatedThu 15 Jan, 13:30',
    'Last usedwithin the last hour',
    'Expiresnever',
    'Kept inthe system keyring',
  ]) {
    await expect(facts).toContainText(text);
  }
  await expect(page.getByText('Checked just now')).toBeVisible();
});

test('a missing scope tells how to get it, and leads to the guide and to the field for a new token', async ({
  popover,
}) => {
  await openToken(popover, { session: lackingSession() });
  const { page } = popover;
  const fix = page.getByRole('button', { name: 'How to fix: Change your avatar' });
  await fix.click();
  await expect(fix).toHaveAttribute('aria-expanded', 'true');
  await expect(features(page)).toContainText('Tick profile_avatar:write in the token’s settings');
  await features(page).getByRole('button', { name: 'Pachca’s guide to tokens' }).click();
  await popover.expectCalls(['link.open', { link: 'tokens' }]);
  await features(page).getByRole('button', { name: 'Enter a new token' }).click();
  await expect(page.getByLabel('Personal or bot token')).toBeFocused();
});

test('a bot’s token is told the bot’s way', async ({ popover }) => {
  await openToken(popover, {
    session: lackingSession({ account: null, token: aToken({ name: null }), scopes: ['profile_status:write'] }),
  });
  const { page } = popover;
  await page.getByRole('button', { name: 'How to fix: See your profile' }).click();
  await expect(features(page)).toContainText('the bot’s API tab');
  await features(page).getByRole('button', { name: 'Pachca’s guide to tokens' }).click();
  await popover.expectCalls(['link.open', { link: 'botTokens' }]);
});

test('what was refused although it is ticked is the role’s or the workspace’s doing', async ({ popover }) => {
  const refused = appError('forbidden', { message: 'Access denied' });
  await openToken(popover, { session: adminSession(), change: aFailedChange({ error: refused }) });
  const { page } = popover;
  const row = features(page).getByRole('listitem').filter({ hasText: 'Set and clear your status' });
  await expect(row).toContainText('The role does not allow it');
  await row.getByRole('button', { name: 'How to fix' }).click();
  await expect(row).toContainText('Pachca refused it: the workspace or the role does not allow it.');
  await expect(row).toContainText('Ask an administrator of the workspace.');
});

test('checking again says what changed since, or that nothing did', async ({ popover }) => {
  await openToken(popover, { session: adminSession() });
  const { page } = popover;
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Nothing changed since the last check.')).toBeVisible();
  const scopeChange = { gained: ['users:read'], lost: ['messages:read', 'chats:read'] };
  await popover.push(aState({ session: adminSession({ scopeChange }) }));
  await expect(page.getByText('New since the last check: users:read')).toBeVisible();
  await expect(page.getByText('Gone since the last check: chats:read, messages:read')).toBeVisible();
  await popover.expectCalls(['token.check', {}]);
});

test('a check that failed says why', async ({ popover }) => {
  await openToken(popover, { session: signedIn({ checked: false, scopes: [] }) });
  const { page } = popover;
  await expect(page.getByText('Not checked yet')).toBeVisible();
  await expect(features(page).getByRole('listitem').first()).toContainText('Not known yet');
  await popover.answer('token.check', fail(appError('offline', { reason: 'ENOTFOUND' })));
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'No internet connection' })).toBeVisible();
  await expect(page.getByText('Nothing changed')).toHaveCount(0);
});

test('a token that ends counts down, and is warned of ahead', async ({ popover }) => {
  await openToken(popover, { session: demotedSession() });
  const { page } = popover;
  await expect(page.getByRole('region', { name: 'About the token' })).toContainText(/Expiresin 4[45] min \(13:50\)/);
  await expect(page.getByText(/This token ends in 4[45] min. Make a new one before it does./)).toBeVisible();
  await expect(page.getByText('not recorded yet')).toBeVisible();
});

test('more than the app needs is said, with the shortest list that would do', async ({ popover }) => {
  await openToken(popover, { session: adminSession({ scopes: [...neededScopes, 'users:read', 'chats:read'] }) });
  const { page } = popover;
  await expect(page.getByText('This token can do one more thing than the app needs.')).toBeVisible();
  await page.getByRole('button', { name: 'See a shorter list' }).click();
  await page.getByRole('button', { name: 'Copy these' }).click();
  expect((await copied(popover))[0]?.split('\n').sort()).toEqual([...neededScopes, 'users:read'].sort());
});

test('just enough is not remarked upon', async ({ popover }) => {
  await openToken(popover, { session: adminSession({ scopes: [...neededScopes] }) });
  await expect(popover.page.getByText('All scopes')).toBeVisible();
  await expect(popover.page.getByText('than the app needs')).toHaveCount(0);
});

test('all scopes stand in groups, those this version does not know under their own name', async ({ popover }) => {
  await openToken(popover, { session: demotedSession() });
  const { page } = popover;
  const group = (name: string) => page.locator('details').filter({ has: page.getByText(name, { exact: true }) });
  await expect(group('Your own profile')).toContainText('4 of 4');
  await group('Colleagues and tags').locator('summary').click();
  await expect(group('Colleagues and tags').getByRole('listitem').filter({ hasText: 'users:create' })).toContainText(
    'No longer works',
  );
  await expect(group('Colleagues and tags').getByRole('listitem').filter({ hasText: 'users:delete' })).toContainText(
    'Not possible',
  );
  await group('Others, which this version does not know').locator('summary').click();
  await expect(page.getByText('telepathy:read')).toBeVisible();
});

test('a search goes by name and by what a scope does, opens what it finds, and Escape clears it', async ({
  popover,
}) => {
  await openToken(popover, { session: adminSession() });
  const { page } = popover;
  const search = page.getByRole('searchbox', { name: 'Search scopes' });
  await search.fill('audit log');
  await expect(page.getByText('1 found')).toBeVisible();
  await expect(page.getByText('audit_events:read')).toBeVisible();
  await search.fill('no such thing');
  await expect(page.getByText('Nothing like that')).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await popover.expectCalls();
});

test('the list and a diagnosis for an admin are copied, and that is said', async ({ popover }) => {
  await openToken(popover, { session: lackingSession() });
  const { page } = popover;
  await page.getByRole('button', { name: 'Copy the list' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy a diagnosis for an admin' }).click();
  await expect.poll(() => copied(popover)).toHaveLength(2);
  const [list, diagnosis] = await copied(popover);
  expect(list).toBe('profile:read\nprofile_status:read\nprofile_status:write');
  expect(diagnosis).toContain('the token lacks profile_avatar:write');
  expect(diagnosis).toContain('cH5kR9mN...x7Qp');
});

test('a revoked token claims nothing, and a new one is asked for in place', async ({ popover }) => {
  const problem = appError('token_revoked', { message: 'Token was revoked' });
  await openToken(popover, { session: adminSession({ problem }) });
  const { page } = popover;
  await expect(page.getByRole('alert').filter({ hasText: 'This token no longer works' })).toBeVisible();
  await expect(page.getByLabel('Personal or bot token')).toBeVisible();
  await expect(features(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'About the token' })).toBeVisible();
});

test('a refusal for a missing scope names it and opens the inspector at it', async ({ popover }) => {
  const error = appError('insufficient_scope', { scope: 'profile_status:write' }, 'req-1');
  await popover.open(
    aState({
      session: signedIn({ scopes: ['profile:read', 'profile_status:read'], token: aToken() }),
      change: aFailedChange({ error }),
    }),
  );
  const { page } = popover;
  const alert = page.getByRole('alert').filter({ hasText: 'The token lacks the scope profile_status:write' });
  await alert.getByRole('button', { name: 'What the token can do' }).click();
  const row = features(page).getByRole('listitem').filter({ hasText: 'Set and clear your status' });
  await expect(row).toBeFocused();
  await expect(row).toContainText('Tick profile_status:write');
});

test('what needs a missing scope is disabled, says why, and leads to the inspector', async ({ popover }) => {
  await popover.open(aState({ session: signedIn({ scopes: ['profile:read', 'profile_status:read'] }) }));
  const { page } = popover;
  await expect(page.getByRole('button', { name: /^Lunch/ })).toBeDisabled();
  await page.getByRole('button', { name: 'What the token can do' }).click();
  await expect(features(page).getByRole('listitem').filter({ hasText: 'Set and clear your status' })).toBeFocused();
});

test('a refusal for a scope that nobody here knows is shown by its name', async ({ popover }) => {
  const error = appError('insufficient_scope', { scope: 'telepathy:write' });
  await popover.open(aState({ session: lackingSession(), change: aFailedChange({ error }) }));
  const { page } = popover;
  await page.getByRole('button', { name: 'What the token can do' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Token');
  await expect(page.getByText('The token lacks the scope telepathy:write')).toBeVisible();
});

test('a scope outside of the app’s own is opened in its group', async ({ popover }) => {
  const error = appError('insufficient_scope', { scope: 'user_status:read' });
  await popover.open(aState({ session: lackingSession(), change: aFailedChange({ error }) }));
  const { page } = popover;
  await page.getByRole('button', { name: 'What the token can do' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'user_status:read' })).toBeFocused();
});
