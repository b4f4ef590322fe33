import { describe, expect, it } from 'vitest';
import { appError, remedyFor, type AppError, type ErrorCode, type ErrorParams } from '../../shared/errors.ts';
import { avatarTexts } from '../../shared/i18n/areas/avatar.ts';
import { presetsManagerTexts } from '../../shared/i18n/areas/presetsManager.ts';
import { settingsTimeTexts } from '../../shared/i18n/areas/settingsTime.ts';
import { errorText, messages, serverMessage } from '../../shared/i18n/index.ts';
import { chooseDateLocale, chooseLocale, locales, type Locale } from '../../shared/i18n/locale.ts';
import { plural } from '../../shared/i18n/plural.ts';

/** What each error may carry, at its extremes; a code that is missing does not compile. */
const samples: { readonly [C in ErrorCode]: readonly [ErrorParams[C], ...ErrorParams[C][]] } = {
  bad_input: [{ field: 'token', reason: 'Expected string' }],
  unknown_command: [{}],
  internal: [{ reason: 'x is not a function' }],
  update_failed: [{}],
  token_malformed: [{ reason: 'empty' }, { reason: 'short' }, { reason: 'long' }, { reason: 'characters' }],
  token_rejected: [{ message: null }, { message: 'Unauthorized' }],
  token_revoked: [{ message: null }],
  signed_out: [{}],
  insufficient_scope: [{ scope: null }, { scope: 'profile_status:write' }],
  forbidden: [{ message: null }, { message: 'Access denied' }],
  access_denied: [{ message: null }],
  role_forbids: [{ message: null }],
  api_restricted: [{ message: null }],
  workspace_suspended: [{ message: null }],
  token_doubted: [{ message: null }],
  not_found: [{ message: null }],
  refused: [
    { status: 422, field: null, code: null, message: null },
    { status: 422, field: 'emoji', code: 'wrong_emoji', message: 'Wrong emoji' },
    { status: 422, field: 'title', code: 'too_long', message: 'Too long' },
    { status: 422, field: 'image', code: 'invalid', message: 'Not a picture' },
  ],
  rate_limited: [{ retryAfter: null }, { retryAfter: 1 }, { retryAfter: 42 }, { retryAfter: 86_400 }],
  server_error: [{ status: 503 }, { status: 503, retryAfter: 7200 }],
  unconfirmed: [
    { status: 200, page: true },
    { status: 202, page: false },
  ],
  foreign_page: [{ status: 200 }],
  unreachable: [
    { kind: 'refused', reason: 'ECONNREFUSED' },
    { kind: 'host', reason: 'ENOTFOUND' },
    { kind: 'proxy', reason: 'ERR_PROXY_CONNECTION_FAILED' },
    { kind: 'broken', reason: 'ECONNRESET' },
    { kind: 'other', reason: 'unknown' },
  ],
  offline: [{ reason: 'ENOTFOUND' }],
  certificate: [{ reason: 'CERT_HAS_EXPIRED' }],
  timeout: [{ seconds: 10 }],
  redirected: [{ status: null }, { status: 302 }],
  response_too_large: [{ limit: 1_048_576 }],
  bad_response: [{ reason: 'Not JSON' }],
  unexpected_status: [{ status: 418 }],
  aborted: [{}],
  keychain_locked: [{}],
  keychain_absent: [{ reason: 'no D-Bus' }],
  keychain_not_stored: [{ reason: 'denied' }],
  keychain_not_removed: [{ service: 'Pachca Status', account: 'user-101' }],
  keychain_entry_missing: [{ service: 'Pachca Status', account: 'user-101' }],
  settings_not_saved: [{ reason: 'ENOSPC' }],
  settings_recovered: [
    { backup: '/tmp/config.json.bad', lost: [] },
    { backup: '/tmp/config.json.bad', lost: ['theme', 'language'] },
  ],
  settings_unreadable: [
    { file: '/x/config.json', reason: 'folder' },
    { file: '/x/config.json', reason: 'loop' },
    { file: '/x/config.json', reason: 'permission' },
    { file: '/x/config.json', reason: 'other' },
  ],
  account_not_kept: [{ reason: 'ENOSPC' }],
  settings_newer: [{ version: 2 }],
  preset_missing: [{ id: 'vacation' }],
  end_in_past: [{}],
  away_message_too_long: [{ length: 1100, limit: 1024 }],
  status_changed: [{}],
  nothing_to_do: [{}],
  presets_file: [
    { line: 3, field: null, reason: 'json' },
    { line: 3, field: 'presets[1].title', reason: 'shape' },
    { line: 1, field: null, reason: 'shape' },
    { line: null, field: null, reason: 'version' },
    { line: 2, field: null, reason: 'unknownVersion' },
    { line: 9, field: 'presets[1].expiry', reason: 'fixedDate' },
    { line: 4, field: 'nap', reason: 'duplicate' },
    { line: null, field: null, reason: 'empty' },
  ],
  presets_full: [{ limit: 100 }],
  server_address: [{}],
  account_missing: [{ key: '101' }],
  avatar_too_large: [{ limit: 1_048_576 }, { limit: null }],
  avatar_not_image: [{}],
  avatar_gone: [{}],
  avatar_not_kept: ([null, 'scope', 'forbidden', 'server', 'answer', 'download', 'disk'] as const).flatMap((cause) => [
    { temporary: false, cause },
    { temporary: true, cause },
  ]) as [ErrorParams['avatar_not_kept']],
  avatar_busy: [{}],
  avatar_no_status: [{}],
  avatar_changed: [{}],
  image_too_large: [{ limit: 20_971_520 }],
  image_unknown: [{}],
  image_unsupported: [{ type: 'TIFF' }],
  image_too_many_pixels: [
    { width: 13_000, height: 10, exceeded: 'side' },
    { width: 9000, height: 9000, exceeded: 'pixels' },
    { width: 9000, height: 9000, exceeded: 'ratio' },
  ],
  image_broken: [{ reason: 'no IEND' }],
  image_no_frames: [{}],
  login_item_failed: [{ kind: 'off' }, { kind: 'blocked' }],
};
const errors: readonly AppError[] = (Object.keys(samples) as ErrorCode[]).flatMap((code) =>
  samples[code].map((params) => appError(code, params) as AppError),
);

/** What a text may need: a name of a keychain is also a word, and digits are also a number of seconds or a day of the week. */
const ARGUMENTS = { word: 'macos', number: 5 };

/** Every text of a language outside of the errors, with its path; functions are called with words and with numbers. */
function texts(locale: Locale): [path: string, text: string][] {
  const found: [string, string][] = [];
  const walk = (path: string, value: unknown) => {
    if (typeof value === 'string') found.push([path, value]);
    else if (typeof value === 'function') {
      // The walk cannot know a text's parameters; a keychain's name does for any word.
      const text = value as (...values: unknown[]) => string;
      const counts = /minutes|hours|days|weekday|moment\.(on)?day|waitingClear|willRetry|shortcut/i.test(path);
      found.push([
        path,
        counts
          ? text(ARGUMENTS.number, ARGUMENTS.word)
          : text(
              ARGUMENTS.word,
              path === '.tray.waiting' ? ARGUMENTS.number : ARGUMENTS.word,
              ARGUMENTS.word,
              ARGUMENTS.word,
            ),
      ]);
    } else if (typeof value === 'object' && value !== null && path !== '.errors') {
      for (const [key, inner] of Object.entries(value)) walk(`${path}.${key}`, inner);
    }
  };
  walk('', messages(locale));
  // Loaded with their screens.
  walk('.presetsManager', presetsManagerTexts(locale));
  walk('.settingsTime', settingsTimeTexts(locale));
  walk('.avatar', avatarTexts(locale));
  return found;
}

describe.each(locales)('the texts in %s', (locale) => {
  it('are all there', () => {
    expect(texts(locale).length).toBeGreaterThan(100);
    for (const [path, text] of texts(locale)) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object| {2}/);
    }
  });

  it.each(errors.map((error) => [error.code, JSON.stringify(error.params), error] as const))(
    'say what happened and what to do: %s %s',
    (_, __, error) => {
      const { title, advice } = errorText(locale, error);
      for (const text of [title, advice]) {
        expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/);
        expect(text.trim()).toBe(text);
      }
      // A title stands in a menu and has no full stop; advice is one sentence or more.
      expect(title).toMatch(/^\p{Lu}.*[^.!:,]$/u);
      expect(advice).toMatch(/^\p{Lu}.*\.$/u);
      expect(title.length).toBeLessThanOrEqual(60);
    },
  );

  it('use the apostrophes and quotation marks of print', () => {
    const all = [...texts(locale), ...errors.map((error) => [error.code, errorText(locale, error).advice] as const)];
    for (const [path, text] of all) expect(text, path).not.toMatch(/['"`]/);
  });

  it('have a name for every remedy', () => {
    for (const error of errors) {
      const remedy = remedyFor(error);
      if (remedy) expect(messages(locale).remedies[remedy]).not.toBe('');
    }
  });
});

describe('each language', () => {
  /** Words that stay as they are in Russian: names, scopes, and what the person meets in that spelling. */
  const names =
    /Pachca Status|English|JSON|PNG|JPEG|WebP|GIF|HEIC|macOS|Windows|Linux|KWallet|gnome-keyring|VPN|DNS|API|https:\/\/pachca\.example\.com|Ctrl-C|Shift|macos|(profile|profile_status|profile_avatar|custom_properties):(read|write)|\{until\}/g;

  it('is spoken throughout: no English is left in Russian', () => {
    for (const [path, text] of texts('ru')) expect(text.replace(names, ''), path).not.toMatch(/[a-z]/i);
    for (const error of errors) {
      const { title, advice } = errorText('ru', error);
      const given = Object.values(error.params).flat().map(String);
      const own = given.reduce((text, param) => text.replaceAll(param, ''), `${title} ${advice}`);
      expect(own.replace(names, ''), error.code).not.toMatch(/[a-z]/i);
    }
  });

  it('is spoken throughout: no Russian is left in English, but for the name of the language', () => {
    for (const [path, text] of texts('en')) expect(text.replace('Русский', ''), path).not.toMatch(/[а-яё]/i);
    for (const error of errors) {
      const { title, advice } = errorText('en', error);
      expect(title + advice, error.code).not.toMatch(/[а-яё]/i);
    }
  });

  it('has a text of its own for everything said in words', () => {
    const english = new Map(texts('en'));
    const shared = texts('ru').filter(([path, text]) => english.get(path) === text);
    expect(shared.map(([path]) => path).sort()).toEqual(
      [
        '.app.name',
        '.settings.languages.en',
        '.settings.languages.ru',
        '.time.dateTime',
        '.expiry.rule.dateTime',
        '.time.inZone',
        '.home.done',
        '.avatar.degrees',
      ].sort(),
    );
  });
});

describe('an error', () => {
  it('keeps apart what the app says and what the server said', () => {
    expect(serverMessage(appError('forbidden', { message: 'Access denied' }))).toBe('Access denied');
    expect(serverMessage(appError('forbidden', { message: null }))).toBeNull();
    expect(serverMessage(appError('offline', { reason: 'ENOTFOUND' }))).toBeNull();
  });

  it('carries the server’s request id where there was one, and no key where there was none', () => {
    expect(appError('signed_out', {}, 'req-1')).toEqual({ code: 'signed_out', params: {}, requestId: 'req-1' });
    expect(Object.keys(appError('signed_out', {}, null))).toEqual(['code', 'params']);
  });
});

describe('Russian plurals', () => {
  it.each([
    [0, '0 дней'],
    [1, '1 день'],
    [2, '2 дня'],
    [5, '5 дней'],
    [11, '11 дней'],
    [12, '12 дней'],
    [21, '21 день'],
    [22, '22 дня'],
    [25, '25 дней'],
    [101, '101 день'],
    [102, '102 дня'],
    [111, '111 дней'],
  ])('%i is said as in "%s"', (count, text) => {
    expect(messages('ru').time.days(count)).toBe(text);
  });

  it.each([
    [1, '1 секунду'],
    [2, '2 секунды'],
    [5, '5 секунд'],
    [11, '11 секунд'],
    [21, '21 секунду'],
    [60, '1 минуту'],
    [61, '2 минуты'],
    [300, '5 минут'],
    [3600, '1 час'],
    [7200, '2 часа'],
    [86_400, '24 часа'],
  ])('to wait %i is to wait "%s"', (retryAfter, text) => {
    expect(errorText('ru', appError('rate_limited', { retryAfter })).advice).toBe(
      `Пачка просит подождать ${text}. Потом попробуйте ещё раз.`,
    );
  });

  it('takes the form of a few for a fraction', () => {
    expect(plural('ru', 2.5, { one: 'день', few: 'дня', many: 'дней' })).toBe('дня');
  });
});

describe('English plurals', () => {
  it.each([
    [0, '0 days'],
    [1, '1 day'],
    [2, '2 days'],
    [21, '21 days'],
    [101, '101 days'],
  ])('%i is said as in "%s"', (count, text) => {
    expect(messages('en').time.days(count)).toBe(text);
  });
});

describe('the language', () => {
  it.each<[Parameters<typeof chooseLocale>[0], string[], Locale]>([
    ['ru', ['en-US'], 'ru'],
    ['en', ['ru-RU'], 'en'],
    ['system', ['ru-RU', 'en-US'], 'ru'],
    ['system', ['RU'], 'ru'],
    ['system', ['de-DE', 'ru-RU', 'en-US'], 'ru'],
    ['system', ['en-GB', 'ru-RU'], 'en'],
    ['system', ['de-DE', 'fr-FR'], 'en'],
    ['system', ['rue'], 'en'],
    ['system', [], 'en'],
  ])('for the setting "%s" and a system that speaks %j is "%s"', (setting, system, locale) => {
    expect(chooseLocale(setting, system)).toBe(locale);
  });

  it.each<[Locale, string[], string]>([
    ['en', ['ru-RU', 'en-US'], 'en-US'],
    ['en', ['en-AU'], 'en-AU'],
    ['en', ['ru-RU'], 'en-GB'],
    ['ru', ['en-US'], 'ru-RU'],
    ['ru', ['ru-KZ'], 'ru-KZ'],
    ['ru', ['ru-RU', 'en-US'], 'ru-RU'],
    ['en', [], 'en-GB'],
  ])('%s writes dates, on a system that speaks %j, as in %s', (locale, system, dateLocale) => {
    expect(chooseDateLocale(locale, system)).toBe(dateLocale);
  });

  it('does not fall over a tag that is none: dates are then written as by default', () => {
    expect(chooseDateLocale('en', ['en_US.UTF-8'])).toBe('en-GB');
    expect(chooseDateLocale('en', ['en-'])).toBe('en-GB');
  });
});
