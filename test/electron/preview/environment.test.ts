import { describe, expect, it } from 'vitest';
import { defaultDataDir, systemLocales } from '../../../electron/preview/environment.ts';
import { chooseDateLocale, chooseLocale } from '../../../shared/i18n/locale.ts';

describe('language of the system, as the preview sees it', () => {
  it.each([
    [{ LANG: 'ru_RU.UTF-8' }, ['ru-RU']],
    [{ LANG: 'en_GB.UTF-8' }, ['en-GB']],
    [{ LANG: 'sr_RS@latin' }, ['sr-RS']],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' }, ['ru-RU']],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, ['ru-RU']],
    [{ LANG: 'de_DE.UTF-8', LANGUAGE: 'ru:de' }, ['ru', 'de', 'de-DE']],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, ['en-US']],
    [{ LANG: 'C.UTF-8' }, []],
    [{ LANG: 'POSIX', LANGUAGE: 'ru' }, []],
    [{ LANG: '!!' }, []],
    [{}, []],
  ])('is read from %j as %j on Linux', (env, tags) => {
    expect(systemLocales(null, 'linux', env)).toEqual(tags);
  });

  it('is what the runtime says on macOS and Windows, where programs get no such variables', () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().locale;
    expect(systemLocales(null, 'darwin', {})).toEqual([own]);
    expect(systemLocales(null, 'win32', {})).toEqual([own]);
  });

  it('gives way to the language asked for', () => {
    expect(systemLocales('ru', 'linux', { LANG: 'en_US.UTF-8' })).toEqual(['ru-RU']);
    expect(systemLocales('en', 'linux', { LANG: 'ru_RU.UTF-8' })).toEqual(['en-GB']);
  });

  it('keeps the country of a system that speaks the language asked for', () => {
    expect(systemLocales('en', 'linux', { LANG: 'en_US.UTF-8' })).toEqual(['en-US']);
  });

  it('leads to a 24-hour clock where nothing is known', () => {
    const tags = systemLocales(null, 'linux', { LANG: 'C' });
    expect(chooseLocale('system', tags)).toBe('en');
    expect(chooseDateLocale('en', tags)).toBe('en-GB');
  });
});

describe('default data folder of the preview', () => {
  it.each([
    ['linux', {}, '/home/oleg/.config/Pachca Status Preview'],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Pachca Status Preview'],
    ['darwin', {}, '/home/oleg/Library/Application Support/Pachca Status Preview'],
    ['win32', { APPDATA: '/home/oleg/Roaming' }, '/home/oleg/Roaming/Pachca Status Preview'],
  ] as const)('follows the platform: %s with %j', (platform, env, folder) => {
    expect(defaultDataDir(platform, env, '/home/oleg').replaceAll('\\', '/')).toBe(folder);
  });

  it('is not the one of the installed app, which keeps its settings to itself', () => {
    expect(defaultDataDir('linux', {}, '/home/oleg')).not.toMatch(/Pachca Status$/);
  });
});
