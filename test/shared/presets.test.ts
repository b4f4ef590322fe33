import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveExpiry } from '../../shared/expiry.ts';
import { locales } from '../../shared/i18n/locale.ts';
import { defaultContext } from '../../shared/locale-week.ts';
import { statusOf } from '../../shared/plan.ts';
import { builtInPresets } from '../../shared/built-in-presets.ts';
import { planOf, type Preset } from '../../shared/presets.ts';
import { ok } from '../../shared/result.ts';
import { AWAY_MESSAGE_LIMIT, TITLE_LIMIT } from '../../shared/status.ts';

const inMoscow = defaultContext('Europe/Moscow', 'ru-RU');
/** Saturday noon in Moscow. */
const now = Temporal.Instant.from('2026-11-21T12:00+03:00').epochMilliseconds;
const summary = (locale: 'en' | 'ru') =>
  builtInPresets(locale).map(({ id, emoji, title, isAway }) => `${id}: ${emoji} ${title}${isAway ? ' (away)' : ''}`);

describe('the built-in presets', () => {
  it('are six, in the order of the menu', () => {
    expect(summary('en')).toEqual([
      'vacation: 🏖️ On vacation (away)',
      'sick: 🤒 Out sick (away)',
      'lunch: 🍽️ Lunch',
      'meeting: 📅 In a meeting',
      'focus: 🎧 Focus',
      'remote: 🏠 Working remotely',
    ]);
    expect(summary('ru')).toEqual([
      'vacation: 🏖️ В отпуске (away)',
      'sick: 🤒 Болею (away)',
      'lunch: 🍽️ Обед',
      'meeting: 📅 На встрече',
      'focus: 🎧 Не отвлекать',
      'remote: 🏠 Работаю удалённо',
    ]);
  });

  it('have ids of their own, the same in every language', () => {
    const ids = locales.map((locale) => builtInPresets(locale).map(({ id }) => id));
    for (const list of ids) expect(list).toEqual(ids[0]);
    expect(new Set(ids[0]).size).toBe(ids[0]?.length);
  });

  it.each(locales)('differ in emoji and title in %s, by which the one in use is told', (locale) => {
    const looks = builtInPresets(locale).map(({ emoji, title }) => emoji + title);
    expect(new Set(looks).size).toBe(looks.length);
  });

  it.each(locales)('have one emoji each, as Pachca asks, in %s', (locale) => {
    const oneEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v');
    for (const { id, emoji } of builtInPresets(locale)) expect(emoji, id).toMatch(oneEmoji);
  });
});

describe('the status a preset stands for', () => {
  it('is, for a vacation, away until Monday morning with a message that says so', () => {
    const mondayMorning = Temporal.Instant.from('2026-11-23T09:00+03:00').epochMilliseconds;
    const [english] = builtInPresets('en');
    const [russian] = builtInPresets('ru');
    expect(english && statusOf(planOf(english), now, { locale: 'en', expiry: inMoscow, name: null })).toEqual(
      ok({
        emoji: '🏖️',
        title: 'On vacation',
        expiresAt: mondayMorning,
        isAway: true,
        awayMessage: 'I’m on vacation and will be back on Monday, 23 November.',
      }),
    );
    expect(russian && statusOf(planOf(russian), now, { locale: 'ru', expiry: inMoscow, name: null })).toEqual(
      ok({
        emoji: '🏖️',
        title: 'В отпуске',
        expiresAt: mondayMorning,
        isAway: true,
        awayMessage: 'Я в отпуске, вернусь в понедельник, 23 ноября.',
      }),
    );
  });

  it('ends as each preset promises', () => {
    const ends = builtInPresets('en').map((preset) => {
      const status = statusOf(planOf(preset), now, { locale: 'en', expiry: inMoscow, name: null });
      return `${preset.id} ${status.ok ? new Date(status.value.expiresAt ?? 0).toISOString() : status.error.code}`;
    });
    expect(ends).toEqual([
      'vacation 2026-11-23T06:00:00.000Z',
      'sick 2026-11-21T20:59:59.999Z',
      'lunch 2026-11-21T10:00:00.000Z',
      'meeting 2026-11-21T10:00:00.000Z',
      'focus 2026-11-21T11:00:00.000Z',
      'remote 2026-11-21T20:59:59.999Z',
    ]);
  });

  it('is none where its end has passed', () => {
    const past: Preset = {
      id: 'past',
      emoji: '🏖️',
      title: 'Summer',
      isAway: false,
      awayTemplate: null,
      deputy: null,
      asks: [],
      hidden: false,
      expiry: { kind: 'date', date: '2026-08-31', means: 'lastDayAway' },
    };
    expect(statusOf(planOf(past), now, { locale: 'en', expiry: inMoscow, name: null })).toMatchObject({
      ok: false,
      error: { code: 'end_in_past' },
    });
  });

  it('keeps within Pachca’s limits, ends later than now and leaves no gap to fill, anywhere and at any time', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const moment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2036, 0) });
    fc.assert(
      fc.property(moment, zone, fc.constantFrom(...locales), (at, timeZone, locale) => {
        const context = defaultContext(timeZone, locale);
        for (const preset of builtInPresets(locale)) {
          const result = statusOf(planOf(preset), at, { locale: locale, expiry: context, name: null });
          if (!result.ok) throw new Error(`${preset.id}: ${result.error.code}`);
          const status = result.value;
          expect(status.title.length).toBeLessThanOrEqual(TITLE_LIMIT);
          expect(status.awayMessage?.length ?? 0).toBeLessThanOrEqual(AWAY_MESSAGE_LIMIT);
          expect(status.awayMessage ?? '').not.toMatch(/[{}]|undefined/);
          expect(status.awayMessage !== null).toBe(preset.isAway);
          expect(ok(status.expiresAt)).toEqual(resolveExpiry(preset.expiry, at, context));
          expect(status.expiresAt).toBeGreaterThan(at);
        }
      }),
    );
  });
});
