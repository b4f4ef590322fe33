import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { expect, test } from 'vitest';
import { openSettings } from '../../../electron/services/settings.ts';
import { createTestApp, temporaryFolder, type TestApp } from '../../support/app.ts';

async function twoAccounts(): Promise<TestApp> {
  const app = createTestApp();
  await app.app.start();
  for (const token of [app.workspace.tokens.full, app.workspace.tokens.employee]) {
    await app.app.send('session.signIn', { token, storage: 'keychain' });
  }
  await app.until(({ status }) => status.known);
  await app.app.send('status.applyPreset', { presetId: 'lunch' });
  await app.app.send('settings.update', { theme: 'dark' });
  mkdirSync(join(app.pictures, '1002'), { recursive: true });
  return app;
}

test('removing all data signs everybody out, proves it, and leaves nothing of anybody', async () => {
  const app = await twoAccounts();
  expect(await app.app.send('session.removeAll', { force: false })).toEqual({ ok: true, value: null });
  expect(app.keychain.entries.size).toBe(0);
  expect(app.settings.data).toMatchObject({
    accounts: [],
    accountData: [],
    current: null,
    presets: null,
    theme: 'system',
  });
  expect(app.app.state()).toMatchObject({
    session: { phase: 'signed-out' },
    accounts: [],
    notices: [{ kind: 'data-removed' }],
  });
  const asked = app.workspace.log.length;
  await app.clock.advance(2 * 3_600_000);
  expect(app.workspace.log).toHaveLength(asked);
});

test('where a token cannot be removed nothing is forgotten, unless the person says so', async () => {
  const app = await twoAccounts();
  app.keychain.mode = 'locked';
  expect(await app.app.send('session.removeAll', { force: false })).toMatchObject({ ok: false });
  expect(app.settings.data.accounts).toHaveLength(2);
  expect(app.app.state().session.phase).toBe('signed-in');

  expect(await app.app.send('session.removeAll', { force: true })).toMatchObject({ ok: true });
  expect(app.settings.data.accounts).toEqual([]);
  expect(app.app.state().notices.map(({ kind }) => kind)).toEqual([
    'signed-out-entry-left',
    'signed-out-entry-left',
    'data-removed',
  ]);
});

test('copies of damaged settings go too, and only those', () => {
  const dir = temporaryFolder();
  const { settings } = openSettings({ dir, createStore: (options) => new Conf(options), now: () => 0 });
  settings.update({ theme: 'dark' });
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, 'mine.json'), '{}');
  writeFileSync(join(dir, 'config.broken-2026-11-21T10-20-30-456Z.json'), '{');
  writeFileSync(join(dir, 'config.broken-notes.json'), 'mine');
  symlinkSync(join(elsewhere, 'mine.json'), join(dir, 'config.broken-2026-11-21T10-20-30-457Z.json'));
  settings.removeBackups();
  settings.reset();
  expect(readdirSync(dir).sort()).toEqual([
    'config.broken-2026-11-21T10-20-30-457Z.json',
    'config.broken-notes.json',
    'config.json',
  ]);
  expect(readdirSync(elsewhere)).toEqual(['mine.json']);
  expect(settings.data.theme).toBe('system');
});
