import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { AppScope, NeededScope } from '../../shared/scopes.ts';
import { neededScopes } from '../../shared/scopes.ts';
import { expect, signInForNow, test, tryToken, type Demo, type OpenPreview } from './fixtures.ts';

/** What a token of the demo workspace shows at sign-in, and what the app can do with it. */
interface Expected {
  readonly token: string;
  /** Who it is said to be before it is kept. */
  readonly whose: RegExp;
  /** The app's scopes it has. */
  readonly has: readonly AppScope[];
  /** Said in the inspector, each somewhere. */
  readonly inspector: readonly RegExp[];
}

const tokens: readonly Expected[] = [
  {
    token: 'full',
    whose: /Oleg Petrov.*administrator or owner/,
    has: [...neededScopes, 'users:read'],
    inspector: [/Oleg Petrov, administrator or owner/, /This token can do \d+ more things than the app needs/],
  },
  {
    token: 'status-only',
    whose: /Name not known.*Token “Status only”.*Whose token it is cannot be told/,
    has: ['profile_status:read', 'profile_status:write'],
    inspector: [/Ownernot known/],
  },
  {
    token: 'read-only',
    whose: /Oleg Petrov/,
    has: ['profile:read', 'profile_status:read', 'custom_properties:read'],
    inspector: [/Read only/],
  },
  {
    token: 'no-scope',
    whose: /Name not known.*None of this app’s work can be done with this token/,
    has: [],
    inspector: [/Nothing ticked/],
  },
  {
    token: 'bot',
    whose: /Bot.*This is a bot’s token: it sets the bot’s status, not yours/,
    has: neededScopes,
    inspector: [/none, as a bot’s token has/, /This token can do one more thing than the app needs/],
  },
  {
    token: 'demoted',
    whose: /Viktor.*employee/,
    has: [...neededScopes, 'users:read'],
    inspector: [/, employee/, /This token can do 2 more things than the app needs/],
  },
  {
    token: 'expiring',
    whose: /Oleg Petrov.*Browser sign-in/,
    has: neededScopes,
    inspector: [/Expiresin (59|58) min/],
  },
  {
    token: 'employee',
    whose: /Anna Smirnova.*employee/,
    has: [...neededScopes, 'users:read'],
    inspector: [/, employee/],
  },
];

const featureNames: Readonly<Record<NeededScope, string>> = {
  'profile:read': 'See your profile',
  'profile_status:read': 'See your status',
  'profile_status:write': 'Set and clear your status',
  'profile_avatar:write': 'Change your avatar',
  'custom_properties:read': 'Workspace fields',
};

const tokenOf = (demo: Demo, name: string): string => {
  const token = demo.tokens[name];
  if (token === undefined) throw new Error(`the demo workspace has no token ${name}`);
  return token;
};

test.describe('every token of the demo workspace', () => {
  for (const { token, whose, has, inspector } of tokens) {
    test(`${token}: what sign-in says of it, the inspector explains, and each feature does`, async ({ demo, open }) => {
      test.slow();
      const { page, popover, tray } = await open({ keyring: 'absent' });
      const works = (scope: AppScope) => has.includes(scope);

      await page.getByLabel('Personal or bot token').fill(tokenOf(demo, token));
      const card = page.getByRole('region', { name: 'Whose token this is' });
      await expect(card).toContainText(whose);
      for (const scope of neededScopes) {
        const row = card.getByRole('listitem').filter({ hasText: featureNames[scope] });
        await expect(row).toContainText(works(scope) ? '(Works)' : `lacks ${scope}`);
      }
      // Until the person says so, nothing is known of anybody outside of the card.
      await expect(tray).toHaveAccessibleDescription('Not signed in');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Use it until I quit' }).click();

      // Home: what cannot be done is disabled and says why.
      const lunch = popover.getByRole('button', { name: /^Lunch/ });
      if (works('profile_status:write')) {
        await lunch.click();
        await expect(tray).toHaveAccessibleDescription(/^🍽️ Lunch · until/);
        expect(await demo.changes()).toMatchObject([{ method: 'PUT', path: '/profile/status', token, status: 200 }]);
      } else {
        await expect(lunch).toBeDisabled();
        await expect(popover.getByText('it lacks profile_status:write')).toBeVisible();
      }
      if (!works('profile_status:read')) {
        await expect(popover.getByText('This token may not read the status')).toBeVisible();
      }

      // The inspector.
      await popover.getByRole('navigation').getByRole('button', { name: 'Token' }).click();
      const features = page.getByRole('region', { name: 'What the app can do with it' });
      for (const scope of neededScopes) {
        const row = features.getByRole('listitem').filter({ hasText: featureNames[scope] });
        await expect(row).toContainText(works(scope) ? 'Works' : `${scope} missing`);
      }
      for (const text of inspector) await expect(popover.getByRole('main')).toContainText(text);
      await page.getByRole('button', { name: 'Check again' }).click();
      await expect(page.getByText('Nothing changed since the last check.')).toBeVisible();

      // The avatar.
      await popover.getByRole('navigation').getByRole('button', { name: 'Avatar' }).click();
      const choose = page.getByRole('button', { name: 'Choose a file' });
      if (works('profile_avatar:write')) {
        await expect(choose).toBeEnabled();
      } else {
        await expect(choose).toBeDisabled();
        await expect(popover.getByText('it lacks profile_avatar:write')).toBeVisible();
      }

      // The profile.
      await popover.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
      await popover.getByRole('banner').getByRole('button').first().click();
      if (!works('profile:read')) {
        await expect(page.getByText('This token may not read the profile: it lacks profile:read.')).toBeVisible();
        return;
      }
      await expect(page.getByText('Time zone')).toBeVisible();
      const fields = page.getByRole('region', { name: 'Workspace fields' });
      if (works('custom_properties:read')) await expect(fields.getByRole('term').first()).toBeVisible();
      else await expect(fields).toContainText('the token lacks custom_properties:read');
      await expect(popover.getByRole('main')).not.toContainText(/\bnull\b|\bundefined\b|NaN/);
    });
  }

  test('revoked and suspended: each says so before anything is kept', async ({ demo, open }) => {
    const { page, popover, tray } = await open({ keyring: 'absent' });
    for (const name of ['revoked', 'suspended']) {
      await tryToken(page, tokenOf(demo, name));
      await expect(popover.getByRole('alert').getByText('This token no longer works')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(0);
    }
    await expect(tray).toHaveAccessibleDescription('Not signed in');
  });

  test('guest: everything is ticked and refused; the role is named as the reason, not the token', async ({
    demo,
    open,
  }) => {
    const { page, popover } = await open({ keyring: 'absent' });
    await page.getByLabel('Personal or bot token').fill(tokenOf(demo, 'guest'));
    const card = page.getByRole('region', { name: 'Whose token this is' });
    await expect(card).toContainText('The token’s owner has no access');
    await expect(card).not.toContainText('(Works)');
    await expect(page.getByRole('button', { name: 'Enter another token' })).toBeVisible();
    await page.getByRole('button', { name: 'Continue anyway' }).click();
    await page.getByRole('button', { name: 'Use it until I quit' }).click();

    await popover.getByRole('button', { name: /^Lunch/ }).click();
    await expect(popover.getByRole('alert').getByText('The token’s owner has no access')).toBeVisible();
    await popover.getByRole('navigation').getByRole('button', { name: 'Token' }).click();
    const features = page.getByRole('region', { name: 'What the app can do with it' });
    const row = features.getByRole('listitem').filter({ hasText: 'Set and clear your status' });
    await expect(row).toContainText('The role does not allow it');
    await row.getByRole('button', { name: 'How to fix' }).click();
    await expect(row).toContainText('Ask an administrator of the workspace.');
  });
});

test('a demoted admin’s scopes that no longer work are told apart from those that do', async ({ demo, open }) => {
  const { page, popover } = await open({ keyring: 'absent' });
  await signInForNow(page, tokenOf(demo, 'demoted'));
  await popover.getByRole('navigation').getByRole('button', { name: 'Token' }).click();
  await page.getByRole('searchbox').fill('users:');
  const row = (scope: string) =>
    page
      .locator('details')
      .getByRole('listitem')
      .filter({ has: page.getByText(scope, { exact: true }) });
  await expect(row('users:read')).toContainText('Granted');
  await expect(row('users:create')).toContainText('No longer works');
  await expect(row('users:create')).toContainText('Only the owner and administrators may have it.');
  await expect(row('users:delete')).toContainText('Not possible');
});

test('a refusal names the scope and leads to it in the inspector; once it is ticked, everything works', async ({
  demo,
  open,
}) => {
  const { page, popover, tray } = await open({ keyring: 'absent' });
  await signInForNow(page, tokenOf(demo, 'employee'));
  const without = ['profile:read', 'profile_status:read'];
  await demo.tick('employee', without);
  await popover.getByRole('button', { name: /^Lunch/ }).click();
  const alert = popover.getByRole('alert').filter({ hasText: 'The token lacks the scope profile_status:write' });
  await alert.getByRole('button', { name: 'What the token can do' }).click();
  const features = page.getByRole('region', { name: 'What the app can do with it' });
  const row = features.getByRole('listitem').filter({ hasText: 'Set and clear your status' });
  await expect(row).toContainText('profile_status:write missing');
  await expect(popover.getByRole('main')).toContainText('profile_status:write');

  await demo.tick('employee', [...without, 'profile_status:write']);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(row).toContainText('Works');
  await popover.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
  await popover.getByRole('button', { name: /^Lunch/ }).click();
  await expect(tray).toHaveAccessibleDescription(/Lunch/);
});

test('a token revoked meanwhile asks for another in place, and a check says so', async ({ demo, open }) => {
  const { page, popover } = await open({ keyring: 'absent' });
  await signInForNow(page, tokenOf(demo, 'full'));
  await popover.getByRole('navigation').getByRole('button', { name: 'Token' }).click();
  await demo.revoke('full');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(popover.getByRole('alert').getByText('This token no longer works')).toBeVisible();
  await signInForNow(page, tokenOf(demo, 'employee'));
  await popover.getByRole('navigation').getByRole('button', { name: 'Token' }).click();
  await expect(popover.getByText('Anna Smirnova, employee')).toBeVisible();
});

test('the token of the environment is taken only when the person says so', async ({ demo, open }) => {
  const { popover, tray } = await open({ keyring: 'absent', env: { PACHCA_TOKEN: tokenOf(demo, 'employee') } });
  await expect(popover.getByText('There is a token in PACHCA_TOKEN')).toBeVisible();
  await expect(tray).toHaveAccessibleDescription('Not signed in');
  expect(await demo.log()).toEqual([]);
  await popover.getByRole('button', { name: 'See whose it is' }).click();
  await expect(popover.getByRole('region', { name: 'Whose token this is' })).toContainText('Anna Smirnova');
  await expect(tray).toHaveAccessibleDescription('Not signed in');
  await popover.getByRole('button', { name: 'Continue' }).click();
  await popover.getByRole('button', { name: 'Use it until I quit' }).click();
  await expect(popover.getByRole('banner')).toContainText('Anna Smirnova');
});

test('two accounts: each with its own status, and one preset for both', async ({ demo, open }) => {
  const { page, popover, tray, menu } = await open({ keyring: 'absent' });
  await signInForNow(page, tokenOf(demo, 'full'));
  await expect(tray).not.toHaveAttribute('title', /Oleg Petrov/);
  await popover.getByRole('button', { name: 'Accounts', exact: true }).click();
  await popover.getByRole('button', { name: 'Add an account' }).click();
  await signInForNow(page, tokenOf(demo, 'employee'));
  await expect(popover.getByRole('banner')).toContainText('Anna Smirnova');
  await popover.getByRole('button', { name: /^Lunch/ }).click();
  await expect(tray).toHaveAccessibleDescription(/Lunch/);

  await popover.getByRole('button', { name: 'Accounts', exact: true }).click();
  const list = popover.getByRole('group', { name: 'Accounts' });
  await expect(list.getByRole('button', { name: /^Anna Smirnova/ })).toContainText('🍽️ Lunch');
  await list.getByRole('button', { name: /^Oleg Petrov/ }).click();
  await expect(popover.getByRole('banner')).toContainText('Oleg Petrov');
  await expect(popover.getByText('No status', { exact: true })).toBeVisible();

  // The tray says which one is current, and changes it too.
  await expect(tray).toHaveAttribute('title', 'Pachca Status: No status · Oleg Petrov');
  await tray.click();
  await menu.getByRole('menuitem', { name: 'Account: Oleg Petrov' }).click();
  await page.getByRole('menuitem', { name: /^Anna Smirnova 🍽️ Lunch/ }).click();
  await expect(popover.getByRole('banner')).toContainText('Anna Smirnova');
  await expect(tray).toHaveAttribute('title', /🍽️ Lunch · until .* · Anna Smirnova$/);
  await tray.click();
  await menu.getByRole('menuitem', { name: 'Account: Anna Smirnova' }).click();
  await page.getByRole('menuitem', { name: /^Oleg Petrov No status/ }).click();
  await expect(popover.getByRole('banner')).toContainText('Oleg Petrov');

  await demo.fault({ on: { method: 'PUT' }, play: { kind: 'reply', status: 422, body: '{"errors":[]}' } });
  await popover.getByRole('button', { name: 'Accounts', exact: true }).click();
  await popover.getByRole('button', { name: 'Manage accounts' }).click();
  await popover.getByRole('button', { name: 'Set in 2 accounts' }).click();
  const results = popover.getByRole('list', { name: 'What became of it' }).getByRole('listitem');
  await expect(results).toHaveCount(2);
  await expect(results.filter({ hasText: ' · Set' })).toHaveCount(1);
  await expect(results.filter({ hasText: 'Pachca refused this status' })).toHaveCount(1);
});

test.describe('the token itself', () => {
  let dataDir: string;
  test.beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pachca-token-'));
  });
  test.afterEach(async () => {
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Everything the page gets, also over its stream of events, and everything that lies on the disk. */
  async function listen({ page }: OpenPreview): Promise<string[]> {
    const seen: string[] = [];
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.eventSourceMessageReceived', ({ data }) => seen.push(data));
    page.on('request', (request) => seen.push(request.url()));
    page.on(
      'response',
      (response) =>
        void response.text().then(
          (text) => seen.push(text),
          () => undefined,
        ),
    );
    page.on('console', (message) => seen.push(message.text()));
    return seen;
  }

  test('is in no markup, no traffic to the page, no file, no log, no diagnosis and no diagnostics', async ({
    demo,
    open,
  }) => {
    test.slow();
    const preview = await open({ keyring: 'absent', dataDir });
    const { page, popover } = preview;
    const seen = await listen(preview);
    const token = tokenOf(demo, 'full');
    const look = async () => seen.push(await page.content());

    await page.getByLabel('Personal or bot token').fill(token);
    await expect(page.getByRole('region', { name: 'Whose token this is' })).toBeVisible();
    await look();
    await page.getByRole('button', { name: 'Show the token' }).click();
    await look();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Use it until I quit' }).click();
    await popover.getByRole('button', { name: /^Lunch/ }).click();
    await expect(popover.getByText('Sending…')).toHaveCount(0);
    await look();

    await popover.getByRole('navigation').getByRole('button', { name: 'Token' }).click();
    await popover.getByRole('button', { name: 'Copy a diagnosis for an admin' }).click();
    await look();
    await popover.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await popover.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Text of the diagnostics' })).toContainText('0.');
    await look();
    await page.reload();
    await expect(popover.getByRole('banner')).toBeVisible();
    await look();

    for (const name of await readdir(dataDir)) seen.push(await readFile(join(dataDir, name), 'utf8'));
    seen.push(preview.logs());
    expect(
      seen.some((text) => text.includes('"revision"')),
      'the snapshots were heard',
    ).toBe(true);
    expect(seen.filter((text) => text.includes(token))).toEqual([]);
  });
});
