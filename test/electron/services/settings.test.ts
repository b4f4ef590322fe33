import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, migrations, type Migrations } from '../../../electron/services/settings-schema.ts';
import {
  openSettings,
  type SettingsData,
  type SettingsStore,
  type SettingsStoreOptions,
  type StoredAccount,
} from '../../../electron/services/settings.ts';

const now = Date.parse('2026-11-21T10:20:30.456Z');
const backupName = 'config.broken-2026-11-21T10-20-30-456Z.json';
const done = { ok: true, value: null };

const olga: StoredAccount = {
  key: 'user-12',
  apiUrl: 'https://api.pachca.com/api/shared/v1',
  userId: 12,
  name: 'Ольга Петрова 👩‍💻',
  nickname: 'olga',
  email: 'olga@example.com',
  bot: false,
  role: 'admin',
  timeZone: 'Europe/Moscow',
};
const bot: StoredAccount = { ...olga, key: 'user-13', userId: 13, name: null, nickname: null, email: null, bot: true };
const chosen: SettingsData = {
  ...defaultSettings,
  language: 'ru',
  theme: 'dark',
  trayIcon: 'light',
  current: 'user-12',
  accounts: [olga, bot],
};

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pachca-settings-'));
  file = join(dir, 'config.json');
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const createConf = (options: SettingsStoreOptions): SettingsStore => new Conf<SettingsData>(options);
const open = (extra: { createStore?: typeof createConf; migrations?: Migrations; dir?: string } = {}) =>
  openSettings({ dir, createStore: createConf, now: () => now, ...extra });
const onDisk = (): unknown => JSON.parse(readFileSync(file, 'utf8'));
const write = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
};
const recovered = (lost: string[]) => ({
  code: 'settings_recovered',
  params: { backup: join(dir, backupName), lost },
});
const allKeys = Object.keys(defaultSettings).filter((key) => key !== 'version');

describe('settings in order', () => {
  it('are the defaults at first, without a file and without a word', () => {
    const { settings, problems } = open();
    expect(settings.data).toEqual(defaultSettings);
    expect(defaultSettings).toMatchObject({
      language: 'system',
      current: null,
      accounts: [],
      presets: null,
      warnBefore: 5,
    });
    expect(problems).toEqual([]);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('hold a change at once, and after the next start', () => {
    const { settings } = open();
    expect(settings.update({ language: 'ru', accounts: [olga, bot], current: 'user-12' })).toEqual(done);
    expect(settings.update({ theme: 'dark', trayIcon: 'light' })).toEqual(done);
    expect(settings.data).toEqual(chosen);

    const reopened = open();
    expect(reopened.settings.data).toEqual(chosen);
    expect(reopened.problems).toEqual([]);
    expect(onDisk()).toEqual(chosen);
    expect(readdirSync(dir)).toEqual(['config.json']);
  });

  it('can be read by their owner only, also where the file could be read by all before', () => {
    write(chosen);
    chmodSync(file, 0o644);
    open().settings.update({ theme: 'light' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('make their directory', () => {
    const deep = join(dir, 'not', 'there', 'yet');
    expect(open({ dir: deep }).settings.update({ theme: 'dark' })).toEqual(done);
    expect(open({ dir: deep }).settings.data.theme).toBe('dark');
  });

  it('are written only when something changed', () => {
    write(chosen);
    const createStore = vi.fn(createConf);
    const { settings } = open({ createStore });
    expect(settings.update({})).toEqual(done);
    expect(settings.update({ theme: 'dark', accounts: [{ ...olga }, bot] })).toEqual(done);
    expect(createStore).not.toHaveBeenCalled();
  });

  it('do not change with what the caller still holds', () => {
    const { settings } = open();
    const before = settings.data;
    const mutable = { ...olga };
    settings.update({ accounts: [mutable] });
    mutable.name = 'somebody else';
    expect(settings.data.accounts).toEqual([olga]);
    expect(before.accounts).toEqual([]);
  });

  it('may lack keys, as when edited by hand', () => {
    write({ version: 1, theme: 'dark', accounts: [{ key: 'user-12', userId: 12 }] });
    const { settings, problems } = open();
    expect(settings.data).toEqual({
      ...defaultSettings,
      theme: 'dark',
      accounts: [
        {
          key: 'user-12',
          apiUrl: null,
          userId: 12,
          name: null,
          nickname: null,
          email: null,
          bot: false,
          role: null,
          timeZone: null,
        },
      ],
    });
    expect(problems).toEqual([]);
  });

  it('may begin with the byte order mark of an editor', () => {
    write(`\uFEFF${JSON.stringify(chosen)}`);
    const { settings, problems } = open();
    expect(settings.data).toEqual(chosen);
    expect(problems).toEqual([]);
  });

  it('lose what is not theirs at the next write, a key of the store included', () => {
    write({ ...chosen, token: 'secret', __internal__: { token: 'secret' } });
    const { settings, problems } = open();
    expect(problems).toEqual([]);
    settings.update({ theme: 'light' });
    expect(onDisk()).toEqual({ ...chosen, theme: 'light' });
  });
});

describe('an update that does not fit', () => {
  it.each([
    ['an unknown key', { token: 'secret' }, 'token'],
    ['a secret in an account', { accounts: [{ ...olga, token: 'secret' }] }, 'accounts.0.token'],
    ['a wrong value', { theme: 'secret' }, 'theme'],
    ['an undefined value', { theme: undefined }, 'theme'],
    ['another version', { version: 3 }, 'version'],
    ['an account without a key', { accounts: [{ ...olga, key: '' }] }, 'accounts.0.key'],
    ['an account that calls itself the demo', { accounts: [{ ...olga, key: 'demo' }] }, 'accounts.0.key'],
    ['one account twice', { accounts: [olga, olga] }, 'accounts'],
    ['a current account that is not there', { current: 'secret' }, 'current'],
  ])('is refused and changes nothing: %s', (_title, patch, field) => {
    const { settings } = open();
    const result = settings.update(patch as never);
    expect(result).toMatchObject({ ok: false, error: { code: 'bad_input', params: { field } } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(settings.data).toEqual(defaultSettings);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('leaves no current account where its account is removed', () => {
    write(chosen);
    const { settings } = open();
    expect(settings.update({ accounts: [bot] })).toEqual(done);
    expect(settings.data.current).toBeNull();
  });

  it('lets the demo be current without an account', () => {
    const { settings } = open();
    expect(settings.update({ current: 'demo' })).toEqual(done);
    expect(open().settings.data.current).toBe('demo');
  });
});

const utf32 = (text: string): Uint8Array =>
  new Uint8Array(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);

describe('a damaged file', () => {
  it.each([
    ['is empty', ''],
    ['is full of NULs, as after a power cut', new Uint8Array(4096)],
    ['is not JSON', 'language = ru'],
    ['is JSON, but no object', '[1, 2]'],
    ['is null', 'null'],
    ['is in an encoding that no editor writes', utf32(JSON.stringify(chosen))],
  ])('that %s costs the settings, is kept, and is told', (_title, content) => {
    write(content);
    const { settings, problems } = open();
    expect(settings.data).toEqual(defaultSettings);
    expect(problems).toEqual([recovered(allKeys)]);
    expect(readFileSync(join(dir, backupName))).toEqual(Buffer.from(content as string));
    expect(statSync(join(dir, backupName)).mode & 0o777).toBe(0o600);
  });

  it('is told once: the file is whole again at the next start', () => {
    write('');
    open();
    expect(onDisk()).toEqual(defaultSettings);
    const again = open();
    expect(again.problems).toEqual([]);
    expect(again.settings.update({ theme: 'dark' })).toEqual(done);
    expect(readdirSync(dir).sort()).toEqual([backupName, 'config.json']);
  });

  it.each([
    ['before an account', '{\n\t\t\t"key": "user-13"', ['presets', 'accountData', 'accounts']],
    ['in an account', '"userId": 13', ['accounts[1]', 'presets', 'accountData']],
  ])('that was cut off %s keeps what was complete and names what was not', (_title, from, lost) => {
    const whole = JSON.stringify(chosen, null, '\t');
    const cut = whole.indexOf(from);
    write(whole.slice(0, cut));
    expect(cut).toBeGreaterThan(0);
    const { settings, problems } = open();
    expect(settings.data).toEqual({ ...chosen, accounts: [olga] });
    expect(problems).toEqual([recovered(lost)]);
    expect(onDisk()).toEqual(settings.data);
  });

  it('that was cut off after two keys names the others', () => {
    write('{"version":1,"language":"ru","theme":"da');
    const { settings, problems } = open();
    expect(settings.data).toEqual({ ...defaultSettings, language: 'ru' });
    expect(problems).toEqual([recovered(allKeys.filter((key) => key !== 'language'))]);
  });

  it('with something left over at its end loses nothing', () => {
    write(`${JSON.stringify(chosen)}}"`);
    const { settings, problems } = open();
    expect(settings.data).toEqual(chosen);
    expect(problems).toEqual([recovered([])]);
  });

  it('costs only the key that is wrong', () => {
    write({ ...chosen, theme: 'pink', trayIcon: 7 });
    const { settings, problems } = open();
    expect(settings.data).toEqual({ ...chosen, theme: 'system', trayIcon: 'auto' });
    expect(problems).toEqual([recovered(['theme', 'trayIcon'])]);
    expect(JSON.parse(readFileSync(join(dir, backupName), 'utf8'))).toMatchObject({ theme: 'pink' });
  });

  it('costs only the account, or the part of it, that is wrong', () => {
    const noId = { ...bot, key: 'user-14', userId: '14' };
    write({ ...chosen, accounts: ['user-11', noId, { ...olga, email: 5 }, null, bot, { ...bot, name: 'twice' }] });
    const { settings, problems } = open();
    expect(settings.data).toEqual({ ...chosen, accounts: [{ ...olga, email: null }, bot] });
    expect(problems).toEqual([
      recovered(['accounts[0]', 'accounts[1]', 'accounts[2].email', 'accounts[3]', 'accounts[5]']),
    ]);
  });

  it('whose current account is not there has none', () => {
    write({ ...chosen, current: 'user-99' });
    const { settings, problems } = open();
    expect(settings.data).toEqual({ ...chosen, current: null });
    expect(problems).toEqual([recovered(['current'])]);
  });

  it('is not written over while no copy can be kept, and is saved as soon as one can', () => {
    write('{"version":1,"language":"ru","the');
    mkdirSync(join(dir, backupName));
    const { settings, problems } = open();
    expect(settings.data.language).toBe('ru');
    expect(problems).toMatchObject([
      { code: 'settings_recovered', params: { backup: file } },
      { code: 'settings_not_saved' },
    ]);
    expect(readFileSync(file, 'utf8')).toBe('{"version":1,"language":"ru","the');

    rmSync(join(dir, backupName), { recursive: true });
    expect(settings.update({})).toEqual(done);
    expect(onDisk()).toEqual({ ...defaultSettings, language: 'ru' });
    expect(readFileSync(join(dir, backupName), 'utf8')).toBe('{"version":1,"language":"ru","the');
  });
});

describe('a file of another version', () => {
  it('that is newer is left alone; changes hold until quit, and each of them says so', () => {
    const newer = { ...chosen, version: 3, theme: { mode: 'dark' }, added: true };
    write(newer);
    const { settings, problems } = open();
    const error = { code: 'settings_newer', params: { version: 3 } };
    expect(problems).toEqual([error]);
    expect(settings.data).toEqual({ ...chosen, theme: 'system' });
    expect(settings.update({ language: 'en' })).toEqual({ ok: false, error });
    expect(settings.data.language).toBe('en');
    expect(onDisk()).toEqual(newer);
    expect(readdirSync(dir)).toEqual(['config.json']);
  });

  it('that is newer is left alone also when it is damaged', () => {
    write('{"version":3,"language":"ru","x');
    expect(open().problems).toEqual([{ code: 'settings_newer', params: { version: 3 } }]);
    expect(readFileSync(file, 'utf8')).toBe('{"version":3,"language":"ru","x');
  });

  it('that is older is migrated step by step, and written', () => {
    write({ version: -1, dark: true, lang: 'ru' });
    const steps: Migrations = {
      [-1]: ({ dark, ...rest }) => ({ ...rest, theme: dark === true ? 'dark' : 'light' }),
      0: ({ lang, ...rest }) => ({ ...rest, language: lang }),
      ...migrations,
    };
    const { settings, problems } = open({ migrations: steps });
    expect(settings.data).toEqual({ ...defaultSettings, theme: 'dark', language: 'ru' });
    expect(problems).toEqual([]);
    expect(onDisk()).toEqual(settings.data);
  });

  it('that is older and cannot be migrated is read as it is, kept, and told', () => {
    write({ version: 0, theme: 'dark', lang: 'ru' });
    const broken: Migrations = {
      0: () => {
        throw new Error('not what the step expected');
      },
    };
    const { settings, problems } = open({ migrations: broken });
    expect(settings.data).toEqual({ ...defaultSettings, theme: 'dark' });
    expect(problems).toEqual([recovered(['version'])]);
  });

  it.each([0, -1, 0.5, 1.5, '1', null])(
    'that nobody ever wrote (%j) is read as this one, kept, and told',
    (version) => {
      write({ ...chosen, version });
      const { settings, problems } = open();
      expect(settings.data).toEqual(chosen);
      expect(problems).toEqual([recovered(['version'])]);
    },
  );
});
