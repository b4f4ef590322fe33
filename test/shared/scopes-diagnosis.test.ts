import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoTokens } from '../../electron/demo/tokens.ts';
import type { TimeStyle } from '../../shared/format.ts';
import { locales } from '../../shared/i18n/locale.ts';
import { neededScopes } from '../../shared/scopes.ts';
import { diagnosisText, isMasked, type DiagnosisFacts } from '../../shared/scopes/diagnosis.ts';
import { describeExpiry, describeLastUse } from '../../shared/scopes/token-life.ts';
import { expiryText, expiryWarning, lastUseText } from '../../shared/scopes/wording.ts';
import type { TokenFacts } from '../../shared/state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;

/** Saturday noon in Moscow. */
const now = at('2026-11-21T12:00+03:00');
const british: TimeStyle = { locale: 'en', dateLocale: 'en-GB', timeZone: 'Europe/Moscow' };
const russian: TimeStyle = { locale: 'ru', dateLocale: 'ru-RU', timeZone: 'Europe/Moscow' };

const secret = demoTokens.full;
const token: TokenFacts = {
  id: 7001,
  name: 'Status on my laptop',
  masked: `${secret.slice(0, 8)}...${secret.slice(-4)}`,
  createdAt: at('2026-01-15T13:30+03:00'),
  lastUsedAt: now - 20 * MINUTE,
  expiresAt: null,
  checkedAt: now,
};
/** A token that lives so long and was checked when it was made. */
const living = (life: number): TokenFacts => ({ ...token, createdAt: now, checkedAt: now, expiresAt: now + life });

describe('when a token ends', () => {
  it('is never where the server gives no time', () => {
    expect(describeExpiry(token, now + 1000 * DAY)).toEqual({ kind: 'never' });
    expect(expiryText(token, now, british)).toBe('never');
    expect(expiryText(token, now, russian)).toBe('никогда');
    expect(expiryWarning(token, now, 'en')).toBeNull();
  });

  it.each([
    ['an hour', HOUR, 10 * MINUTE],
    ['a day', DAY, 2.4 * HOUR],
    ['a month', 30 * DAY, 3 * DAY],
    ['a year', 365 * DAY, 7 * DAY],
    ['five minutes', 5 * MINUTE, 10 * MINUTE],
  ])('is warned of in the last tenth of its life, within reason: %s', (_, life, ahead) => {
    const facts = living(life);
    const end = now + life;
    if (ahead < life) expect(describeExpiry(facts, end - ahead)).toEqual({ kind: 'later', at: end });
    expect(describeExpiry(facts, Math.max(now, end - ahead + 1))).toEqual({ kind: 'soon', at: end });
    expect(describeExpiry(facts, end - 1)).toEqual({ kind: 'soon', at: end });
    expect(describeExpiry(facts, end)).toEqual({ kind: 'ended', at: end });
  });

  it('goes on being warned of when it is checked again on the last day', () => {
    const end = now + 12 * HOUR;
    const again = { createdAt: end - 90 * DAY, expiresAt: end };
    expect(describeExpiry(again, now).kind).toBe('soon');
  });

  it('never goes back: later, then soon, then ended', () => {
    const order = ['never', 'later', 'soon', 'ended'];
    const moments = fc.tuple(fc.nat(400 * DAY), fc.nat(400 * DAY));
    fc.assert(
      fc.property(fc.nat(400 * DAY), moments, (life, [a, b]) => {
        const kinds = [Math.min(a, b), Math.max(a, b)].map((m) => describeExpiry(living(life), now + m).kind);
        expect(kinds.map((kind) => order.indexOf(kind))).toEqual(
          kinds.map((kind) => order.indexOf(kind)).sort((x, y) => x - y),
        );
      }),
    );
  });

  it('is counted down and told in absolute form as well', () => {
    const hour = living(HOUR);
    expect(expiryText(hour, now, british)).toBe('in 1 h (13:00)');
    expect(expiryText(hour, now + 15 * MINUTE, russian)).toBe('через 45 мин (13:00)');
    expect(expiryText(hour, now + HOUR - 1, british)).toBe('in less than a minute (13:00)');
    expect(expiryText(hour, now + 2 * HOUR, british)).toBe('ended (13:00)');
    expect(expiryText(living(9 * DAY), now, russian)).toBe('через 9 дней (пн 30 ноя, 12:00)');
  });

  it('is warned of in words while there is still something to do', () => {
    const hour = living(HOUR);
    expect(expiryWarning(hour, now + 15 * MINUTE, 'en')).toBeNull();
    expect(expiryWarning(hour, now + 55 * MINUTE, 'en')).toBe(
      'This token ends in 5 min. Make a new one before it does.',
    );
    expect(expiryWarning(hour, now + HOUR - 1, 'ru')).toContain('меньше чем через минуту');
    expect(expiryWarning(hour, now + HOUR, 'en')).toBeNull();
  });
});

describe('when a token was last used', () => {
  it.each<[string, number | null, string, string]>([
    ['null', null, 'not recorded yet', 'пока не отмечено'],
    ['now', now, 'within the last hour', 'в течение последнего часа'],
    ['an hour ago', now - HOUR, 'within the last hour', 'в течение последнего часа'],
    ['in the future of a slow clock', now + MINUTE, 'within the last hour', 'в течение последнего часа'],
    [
      'more than an hour ago',
      now - HOUR - 1,
      '10:59, or up to an hour later',
      '10:59 или не позже чем через час после этого',
    ],
    [
      'last month',
      at('2026-10-05T09:00+03:00'),
      'Mon 5 Oct, 9:00, or up to an hour later',
      'пн 5 окт, 9:00 или не позже чем через час после этого',
    ],
  ])('is said with the server’s lag of up to an hour in it: %s', (_, lastUsedAt, english, inRussian) => {
    expect(lastUseText(lastUsedAt, now, british)).toBe(english);
    expect(lastUseText(lastUsedAt, now, russian)).toBe(inRussian);
  });

  it('is true of any use the server may have recorded late', () => {
    fc.assert(
      fc.property(fc.nat(10 * DAY), fc.nat(HOUR), (ago, lag) => {
        const recorded = now - ago;
        const used = Math.min(now, recorded + lag);
        const use = describeLastUse(recorded, now);
        if (use.kind === 'withinHour') expect(now - used).toBeLessThanOrEqual(HOUR);
        else expect(use).toEqual({ kind: 'around', at: recorded });
      }),
    );
  });
});

describe('the diagnosis for an administrator', () => {
  const facts: DiagnosisFacts = {
    token,
    rights: { scopes: neededScopes, role: 'user', bot: false },
    version: '0.3.0',
    now,
    style: british,
  };

  it('says whose token it is, what works and when the token ends', () => {
    expect(diagnosisText(facts)).toBe(
      [
        'Pachca Status 0.3.0: what this token can do',
        'Token: “Status on my laptop”, no. 7001, JttqByj2...e7BQ',
        'Role: employee',
        'Created: Thu 15 Jan, 13:30',
        'Last used: within the last hour',
        'Expires: never',
        'Works: See your profile; See your status; Set and clear your status; Change your avatar; Workspace fields',
        'Checked: 12:00',
        'Times are those of Europe/Moscow.',
      ].join('\n'),
    );
  });

  it('says what is missing and what the role forbids, in the person’s language', () => {
    const rights = {
      scopes: ['profile:read', 'profile_status:read', 'profile_avatar:write', 'users:create', 'chats:read'],
      role: 'user' as const,
      bot: false,
      refused: ['profile_avatar:write'],
    };
    const text = diagnosisText({ ...facts, rights, used: ['users:read'], style: russian });
    expect(text).toBe(
      [
        'Pachca Status 0.3.0: что может этот токен',
        'Токен: «Status on my laptop», № 7001, JttqByj2...e7BQ',
        'Роль: сотрудник',
        'Создан: чт 15 янв, 13:30',
        'Использован: в течение последнего часа',
        'Истекает: никогда',
        'Работает: Видеть свой профиль; Видеть свой статус',
        'Не работает:',
        '– Ставить и сбрасывать свой статус: токену не хватает права profile_status:write',
        '– Поля компании: токену не хватает права custom_properties:read',
        '– Выбирать заместителя из коллег: токену не хватает права users:read',
        '– Менять свой аватар: Пачка отказала: это запрещает компания или роль.',
        'Отмечено, но не работает:',
        '– users:create: Такое право бывает только у владельца и администраторов.',
        'Прав, которые приложению не нужны: 2',
        'Проверен: 12:00',
        'Время указано для Europe/Moscow.',
      ].join('\n'),
    );
  });

  it('leaves in doubt what is in doubt, and says so where nothing works', () => {
    const rights = { scopes: neededScopes, role: null, bot: null, refused: ['profile:read'] };
    const text = diagnosisText({ ...facts, rights });
    expect(text).toContain('Role: not known\n');
    expect(text).toContain('Works: nothing\n');
    expect(text).toContain('Not known:\n– See your status: Pachca refused something that everyone but guests may do');
  });

  it('names a nameless token by its number', () => {
    expect(diagnosisText({ ...facts, token: { ...token, name: null } })).toContain('Token: no. 7001, JttqByj2...e7BQ');
  });

  it('never has the token in it, even if the server forgot to mask it', () => {
    for (const locale of locales) {
      const style = locale === 'ru' ? russian : british;
      for (const masked of [
        secret,
        `${secret}...`,
        `...${secret}`,
        secret.slice(0, 20),
        `${secret.slice(0, 9)}...abcd`,
      ]) {
        const text = diagnosisText({ ...facts, style, token: { ...token, masked } });
        expect(text).not.toContain(secret.slice(0, 9));
        expect(text).not.toContain(secret.slice(-8));
      }
    }
  });

  it('takes for masked only what hides most of a token', () => {
    for (const masked of ['cH5kR9mN...x7Qp', 'cH5kR9mN…x7Qp', 'cH5kR9mN****x7Qp', '****x7Qp', '•••']) {
      expect(isMasked(masked), masked).toBe(true);
    }
    for (const bare of ['', secret, 'cH5kR9mNx...x7Qp', 'cH5kR9mN...x7Qpp', 'cH5kR9mN.x7Qp', 'a...b\nc']) {
      expect(isMasked(bare), bare).toBe(false);
    }
  });

  it('keeps a name on one line, so that it cannot look like part of the text', () => {
    const named = diagnosisText({ ...facts, token: { ...token, name: 'Mine\nRole: owner\u2028Works: all' } });
    expect(named.split('\n')).toHaveLength(diagnosisText(facts).split('\n').length);
    expect(named.split('\n').filter((each) => each.startsWith('Role:'))).toEqual(['Role: employee']);
  });
});
