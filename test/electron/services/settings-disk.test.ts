import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { salvageJson } from '../../../electron/services/json-salvage.ts';
import { SETTINGS_FILE_LIMIT } from '../../../electron/services/settings-file.ts';
import { defaultSettings } from '../../../electron/services/settings-schema.ts';
import {
  openSettings,
  type SettingsData,
  type SettingsStore,
  type SettingsStoreOptions,
} from '../../../electron/services/settings.ts';

const done = { ok: true, value: null };

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
const open = (extra: { createStore?: typeof createConf; dir?: string } = {}) =>
  openSettings({ dir, createStore: createConf, now: () => Date.parse('2026-11-21T10:20:30.456Z'), ...extra });
const onDisk = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('a disk that does not cooperate', () => {
  it('does not keep a change from holding until quit, and is asked again at the next', () => {
    // In place of the directory there is a file; root may write to any directory, so its mode would prove nothing.
    const blocked = join(dir, 'blocked');
    writeFileSync(blocked, '');
    const { settings, problems } = open({ dir: blocked });
    expect(problems).toMatchObject([{ code: 'settings_unreadable' }]);
    expect(settings.update({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'settings_unreadable' } });
    expect(settings.data.theme).toBe('dark');
  });

  it('is full: the change holds, and the same change is written when there is room', () => {
    let full = true;
    const createStore = (options: SettingsStoreOptions): SettingsStore => {
      const conf = createConf(options);
      return {
        get store() {
          return conf.store;
        },
        set store(data) {
          if (full) throw new Error('ENOSPC: no space left on device, write');
          conf.store = data;
        },
      };
    };
    const { settings } = open({ createStore });
    expect(settings.update({ theme: 'dark' })).toEqual({
      ok: false,
      error: { code: 'settings_not_saved', params: { reason: 'ENOSPC: no space left on device, write' } },
    });
    expect(settings.data.theme).toBe('dark');
    full = false;
    expect(settings.update({ theme: 'dark' })).toEqual(done);
    expect(onDisk()).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('makes the store throw when it is made: the same, and it is made again at the next change', () => {
    const createStore = vi.fn(createConf).mockImplementationOnce(() => {
      throw new Error('EROFS: read-only file system');
    });
    const { settings } = open({ createStore });
    expect(settings.update({ theme: 'dark' })).toEqual({
      ok: false,
      error: { code: 'settings_not_saved', params: { reason: 'EROFS: read-only file system' } },
    });
    expect(settings.update({ language: 'ru' })).toEqual(done);
    expect(onDisk()).toEqual({ ...defaultSettings, theme: 'dark', language: 'ru' });
  });
});

describe('what is not a file that can be read', () => {
  /** Root may read everything, so that for a moment it is nobody. */
  function asSomebodyElse<T>(run: () => T): T {
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      return run();
    } finally {
      if (root) process.seteuid?.(0);
    }
  }

  it.each([
    ['a folder', 'folder', () => mkdirSync(file)],
    ['a link that leads back to itself', 'loop', () => symlinkSync(file, file)],
    ['a link to a folder', 'folder', () => symlinkSync(tmpdir(), file)],
    ['a device that never ends', 'other', () => symlinkSync('/dev/zero', file)],
    ['a pipe that nobody writes to', 'other', () => execFileSync('mkfifo', [file])],
  ])('%s is told as what it is, and left alone', (_, reason, make) => {
    make();
    const { settings, problems } = open();
    const unreadable = { code: 'settings_unreadable', params: { file, reason } };
    expect(problems).toEqual([unreadable]);
    expect(settings.update({ theme: 'dark' })).toEqual({ ok: false, error: unreadable });
    expect(settings.data.theme).toBe('dark');
    expect(readdirSync(dir)).toEqual(['config.json']);
    // Whatever it is, it is no file of settings now.
    expect(existsSync(file) && statSync(file).isFile()).toBe(false);
  });

  it('a file that only others may read is told as that', () => {
    writeFileSync(file, '{}', { mode: 0o000 });
    chmodSync(dir, 0o777);
    const { problems } = asSomebodyElse(() => open());
    expect(problems).toEqual([{ code: 'settings_unreadable', params: { file, reason: 'permission' } }]);
  });

  it('a folder that only others may enter is told as that', () => {
    chmodSync(dir, 0o000);
    const { problems } = asSomebodyElse(() => open());
    expect(problems).toEqual([{ code: 'settings_unreadable', params: { file, reason: 'permission' } }]);
  });
});

describe('what a killed process left of a write', () => {
  it('is removed at the next start, and nothing else', () => {
    const left = ['config.json.tmp-1234567890abcdef', 'config.json.tmp-0000000000000000'];
    const kept = [
      'config.broken-2026-11-21T10-20-30-456Z.json',
      'config.json.tmp-mine',
      'config.json',
      'x.tmp-1234567890abcdef',
    ];
    for (const name of [...left, ...kept]) writeFileSync(join(dir, name), '{}');
    mkdirSync(join(dir, 'config.json.tmp-1111111111aaaaaa'));
    expect(open().problems).toEqual([]);
    expect(readdirSync(dir).sort()).toEqual([...kept, 'config.json.tmp-1111111111aaaaaa'].sort());
  });

  it('has the name that the store gives it', () => {
    const script = `
      const fs = require('node:fs');
      fs.renameSync = () => process.kill(process.pid, 'SIGKILL');
      import('conf').then(({ default: Conf }) => {
        new Conf({ cwd: ${JSON.stringify(dir)} }).store = { theme: 'dark' };
      });`;
    expect(spawnSync(process.execPath, ['-e', script], { cwd: process.cwd() }).signal).toBe('SIGKILL');
    expect(readdirSync(dir)).toHaveLength(1);
    open();
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('settings that were edited by hand', () => {
  const text = JSON.stringify({ ...defaultSettings, language: 'ru', theme: 'dark' }, null, 2);
  const big = (little: Buffer): Buffer => Buffer.from(little).swap16();
  const utf16 = (with_: string): Buffer => Buffer.from(with_, 'utf16le');

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 as Windows Notepad writes it', utf16(`\uFEFF${text}`)],
    ['UTF-16, big end first', big(utf16(`\uFEFF${text}`))],
    ['UTF-16 without a mark', utf16(text)],
    ['UTF-16 without a mark, big end first', big(utf16(text))],
    ['a comment at its beginning', Buffer.from(`// Mine, don't touch\n${text}`)],
    ['a mark and a long comment', Buffer.from(`\uFEFF/* Mine:\n   { "theme": "light" } */\n${text}`)],
    ['comments everywhere', Buffer.from(text.replaceAll(',', ', // one\n/* two */'))],
  ])('are read whole from %s', (_, bytes) => {
    writeFileSync(file, bytes);
    const { settings, problems } = open();
    expect(problems).toEqual([]);
    expect(settings.data).toEqual({ ...defaultSettings, language: 'ru', theme: 'dark' });
    expect(settings.update({ theme: 'light' })).toEqual(done);
    expect(onDisk()).toEqual({ ...defaultSettings, language: 'ru', theme: 'light' });
  });

  it('keep what only looks like a comment', () => {
    const label = 'https://a.example /* not */ "quoted" \\';
    const accountData = [{ key: 'demo', label, presets: null, recents: [], draft: null, memory: null, avatar: null }];
    writeFileSync(file, `// Mine\n${JSON.stringify({ ...defaultSettings, accountData })}`);
    expect(open().settings.data.accountData[0]?.label).toBe(label);
  });

  it('that are cut off in UTF-16 are saved as far as they go', () => {
    writeFileSync(file, utf16(`\uFEFF${text}`).subarray(0, 120));
    const { settings, problems } = open();
    expect(settings.data.language).toBe('ru');
    expect(problems).toMatchObject([{ code: 'settings_recovered' }]);
  });
});

describe('a file larger than anything this app writes', () => {
  it.each([
    ['commas', ','],
    ['brackets', '['],
    ['nested objects', '{"a":'],
    ['nested lists', '{"a":[{"a":['],
    ['quotes', '"'],
    ['backslashes in a string', '"\\'],
    ['values', '{"a":1},'],
    ['comments', '/*'],
    ['half comments', '//"'],
  ])('of %s is given up in time', (_, part) => {
    // As large as what is still read. The time of the processor is measured, which a busy computer does not lengthen.
    writeFileSync(file, `[${part.repeat(Math.floor((SETTINGS_FILE_LIMIT - 1) / part.length))}`);
    const before = process.cpuUsage();
    const { settings, problems } = open();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2.5);
    expect(settings.data).toEqual(defaultSettings);
    expect(problems).toMatchObject([{ code: 'settings_recovered' }]);
  });

  it('still saves the beginning of one that is cut off', () => {
    const list = Array.from({ length: 200_000 }, (_, index) => index).join(',');
    expect(salvageJson(`{"theme":"dark","list":[${list},`)?.value).toMatchObject({ theme: 'dark' });
  });

  it('that is beyond reading is moved aside without being read', () => {
    writeFileSync(file, '{"theme":"dark"');
    truncateSync(file, SETTINGS_FILE_LIMIT + 1);
    const { settings, problems } = open();
    const backup = join(dir, 'config.broken-2026-11-21T10-20-30-456Z.json');
    expect(problems).toMatchObject([{ code: 'settings_recovered', params: { backup } }]);
    expect(settings.data).toEqual(defaultSettings);
    expect(statSync(backup).size).toBe(SETTINGS_FILE_LIMIT + 1);
    expect(onDisk()).toEqual(defaultSettings);
    expect(open().problems).toEqual([]);
  });
});
