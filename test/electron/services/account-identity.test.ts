import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDemoWorkspace } from '../../../electron/demo/workspace.ts';
import { accountKey, entryName, folderId, shownServer } from '../../../electron/services/account-identity.ts';
import { DEFAULT_API_URL } from '../../../electron/services/pachca/api-url.ts';
import type { Fetch } from '../../../electron/services/ports.ts';
import type { StoredAccount } from '../../../electron/services/settings-schema.ts';
import { KEYCHAIN_SERVICE } from '../../../electron/services/token-vault.ts';
import { createTestApp, temporaryFolder, type TestApp } from '../../support/app.ts';
import { createFakeClock } from '../../support/clock.ts';
import { createFakeKeychain } from '../../support/keychain.ts';
import { memorySettings } from '../../support/settings.ts';

const OTHER = 'https://pachca.example.com/api/shared/v1';

/** A network with a workspace behind each address; it notes which host was sent which token. */
function network() {
  const clock = createFakeClock('2026-11-21T10:00:00.000Z');
  const workspace = createDemoWorkspace({ now: () => clock.now() });
  const seen: string[] = [];
  const fetch: Fetch = (url, init) => {
    const { origin, pathname, search } = new URL(url);
    const token = new Headers(init.headers).get('authorization')?.slice('Bearer '.length) ?? 'nothing';
    seen.push(`${new URL(origin).host} ${token}`);
    const base = new URL(workspace.baseUrl);
    return workspace.fetch(`${base.origin}${pathname}${search}`, init);
  };
  return { clock, workspace, fetch, seen, hosts: () => [...new Set(seen.map((line) => line.split(' ')[0]))] };
}

const tokenAt = (net: ReturnType<typeof network>, host: string) =>
  [...new Set(net.seen)].filter((line) => line.startsWith(`${host} `)).map((line) => line.split(' ')[1]);

const settle = async (test: TestApp): Promise<void> => {
  await test.until(({ session }) => session.phase !== 'starting');
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

const earlier = (userId: number): StoredAccount => ({
  key: String(userId),
  apiUrl: null,
  userId,
  name: 'Oleg',
  nickname: 'olegp',
  email: null,
  bot: false,
  role: null,
  timeZone: null,
});

describe('an account is of one server', () => {
  it('a stored token is not read, let alone sent, where the environment names another server', async () => {
    const net = network();
    const keychain = createFakeKeychain();
    const settings = memorySettings();
    const first = createTestApp({ ...net, keychain, settings, apiUrl: DEFAULT_API_URL });
    await first.app.start();
    await first.app.send('session.signIn', { token: net.workspace.tokens.full, storage: 'keychain' });
    first.app.stop();
    net.seen.length = 0;

    const second = createTestApp({ ...net, keychain, settings, apiUrl: OTHER });
    await second.app.start();
    await settle(second);
    expect(second.app.state().session.phase).toBe('signed-out');
    expect(second.app.state().host.server).toBe('pachca.example.com');
    expect(net.seen).toEqual([]);

    // And the other way round: whoever signed in there is there, and the first account is where it was.
    await second.app.send('session.signIn', { token: net.workspace.tokens.bot, storage: 'keychain' });
    second.app.stop();
    net.seen.length = 0;
    const third = createTestApp({ ...net, keychain, settings, apiUrl: DEFAULT_API_URL });
    await third.app.start();
    await settle(third);
    await third.until(({ accounts }) => accounts.length === 2);
    await expect.poll(() => net.hosts().length).toBe(2);
    expect(tokenAt(net, 'api.pachca.com')).toEqual([net.workspace.tokens.full]);
    expect(tokenAt(net, 'pachca.example.com')).toEqual([net.workspace.tokens.bot]);
    expect(
      third.app
        .state()
        .accounts.map(({ server }) => server)
        .sort(),
    ).toEqual([null, 'pachca.example.com']);
  });

  it('can be signed in to at an address that the person types, which is then its own', async () => {
    const net = network();
    const test = createTestApp({ ...net, apiUrl: DEFAULT_API_URL });
    await test.app.start();
    const token = net.workspace.tokens.full;
    expect(await test.app.send('session.checkToken', { token, server: ' pachca.example.com ' })).toMatchObject({
      ok: true,
      value: { server: 'pachca.example.com' },
    });
    await test.app.send('session.signIn', { token, storage: 'keychain', server: 'pachca.example.com' });
    expect(net.hosts()).toEqual(['pachca.example.com']);
    expect(test.settings.data.accounts).toMatchObject([{ apiUrl: OTHER }]);
    expect([...test.keychain.entries.keys()]).toEqual([
      `${KEYCHAIN_SERVICE}/${test.settings.data.accounts[0]?.userId}@pachca.example.com test`,
    ]);
  });

  it.each([
    'http://pachca.example.com',
    'ftp://pachca.example.com',
    'https://a:b@c.example',
    'https://c.example/?a=b',
    'a b',
  ])('takes %s for no address, and sends nothing', async (server) => {
    const net = network();
    const test = createTestApp({ ...net, apiUrl: DEFAULT_API_URL });
    await test.app.start();
    expect(await test.app.send('session.checkToken', { token: net.workspace.tokens.full, server })).toMatchObject({
      ok: false,
      error: { code: 'server_address' },
    });
    expect(net.seen).toEqual([]);
  });
});

describe('entries from before they named a server', () => {
  const before = (service = KEYCHAIN_SERVICE) => {
    const net = network();
    const keychain = createFakeKeychain();
    keychain.entries.set(`${KEYCHAIN_SERVICE}/1002`, net.workspace.tokens.full);
    const settings = memorySettings({ accounts: [earlier(1002)], current: '1002' });
    return { ...net, keychain, settings, namespace: { service, folder: 'abcd1234' }, apiUrl: DEFAULT_API_URL };
  };

  it.each([KEYCHAIN_SERVICE, 'Pachca Status Preview'])(
    'are moved over once, proven, and removed (%s)',
    async (service) => {
      const parts = before(service);
      const test = createTestApp(parts);
      await test.app.start();
      await test.until(({ status }) => status.known);
      expect([...test.keychain.entries]).toEqual([
        [`${service}/1002@api.pachca.com abcd1234`, parts.workspace.tokens.full],
      ]);
      expect(test.settings.data.accounts).toMatchObject([{ key: '1002', apiUrl: DEFAULT_API_URL }]);
    },
  );

  it('are found wherever a kill left them', async () => {
    for (const entries of [
      [`${KEYCHAIN_SERVICE}/1002`, `${KEYCHAIN_SERVICE}/1002@api.pachca.com abcd1234`],
      [`${KEYCHAIN_SERVICE}/1002@api.pachca.com abcd1234`],
    ]) {
      const parts = before();
      parts.keychain.entries.clear();
      for (const entry of entries) parts.keychain.entries.set(entry, parts.workspace.tokens.full);
      const test = createTestApp(parts);
      await test.app.start();
      await test.until(({ status }) => status.known);
      expect([...test.keychain.entries.keys()]).toEqual([`${KEYCHAIN_SERVICE}/1002@api.pachca.com abcd1234`]);
      expect(test.settings.data.accounts).toMatchObject([{ apiUrl: DEFAULT_API_URL }]);
    }
  });

  it('are left alone where another server is named', async () => {
    const parts = { ...before(), apiUrl: OTHER };
    const test = createTestApp(parts);
    await test.app.start();
    await settle(test);
    expect(parts.seen).toEqual([]);
    expect([...test.keychain.entries.keys()]).toEqual([`${KEYCHAIN_SERVICE}/1002`]);
  });

  it('go with the account on signing out', async () => {
    const parts = before();
    const test = createTestApp(parts);
    await test.app.start();
    await test.until(({ status }) => status.known);
    expect(await test.app.send('session.signOut', { force: false })).toEqual({ ok: true, value: null });
    expect([...test.keychain.entries]).toEqual([]);
  });
});

it('an entry that is gone costs a token and nothing else', async () => {
  const net = network();
  const test = createTestApp({ ...net, apiUrl: DEFAULT_API_URL });
  await test.app.start();
  const token = net.workspace.tokens.full;
  await test.app.send('session.signIn', { token, storage: 'keychain' });
  await test.until(({ status }) => status.known);
  await test.app.send('status.applyPreset', { presetId: 'lunch' });
  const data = JSON.stringify(test.settings.data.accountData);
  test.keychain.entries.clear();
  test.app.stop();
  const again = createTestApp({ ...test, ...net, apiUrl: DEFAULT_API_URL });
  await again.app.start();
  await again.app.send('session.retry', {});
  expect(again.app.state().session).toMatchObject({ phase: 'locked', error: { code: 'keychain_entry_missing' } });
  expect(JSON.stringify(again.settings.data.accountData)).toBe(data);
});

describe('names', () => {
  it('of accounts and entries differ by server, folder and user', () => {
    expect(accountKey(DEFAULT_API_URL, 7)).toBe('7');
    expect(accountKey(OTHER, 7)).toBe('7@pachca.example.com');
    const names = [DEFAULT_API_URL, OTHER].flatMap((url) =>
      ['a', 'b'].flatMap((folder) => [7, 8].map((user) => entryName({ service: 's', folder }, url, user))),
    );
    expect(new Set(names).size).toBe(8);
  });

  it('a server is named wherever it is not Pachca’s own', () => {
    expect(shownServer(DEFAULT_API_URL)).toBeNull();
    expect(shownServer(OTHER)).toBe('pachca.example.com');
    expect(shownServer('http://127.0.0.1:8081/api/shared/v1')).toBe('127.0.0.1:8081');
  });

  it('a data folder has one name, under every link that leads to it', () => {
    const top = temporaryFolder();
    mkdirSync(join(top, 'a'));
    mkdirSync(join(top, 'b'));
    symlinkSync(join(top, 'a'), join(top, 'link'));
    expect(folderId(join(top, 'link'))).toBe(folderId(join(top, 'a')));
    expect(folderId(join(top, 'b'))).not.toBe(folderId(join(top, 'a')));
    expect(folderId(join(top, 'missing'))).toMatch(/^[0-9a-f]{8}$/);
  });
});
