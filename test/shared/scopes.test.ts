import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { allScopes as serverScopes, mayHold, type Holder as ServerHolder } from '../../electron/demo/scopes.ts';
import { inspectorTexts } from '../../shared/i18n/areas/scopes.ts';
import { locales } from '../../shared/i18n/locale.ts';
import { neededScopes, optionalScopes } from '../../shared/scopes.ts';
import { allScopes, catalogue, inOrder, isScope, type Scope, type ScopeGroup } from '../../shared/scopes/catalogue.ts';
import { botByName, candidates, rightTo, type HolderFacts } from '../../shared/scopes/holder.ts';
import { diffScopes, excessScopes, scopeListText, shortestList } from '../../shared/scopes/lists.ts';
import { inspectScopes } from '../../shared/scopes/inspect.ts';
import { matchesScope, searchInspection } from '../../shared/scopes/search.ts';

const someScopes = fc.subarray([...allScopes, 'polls:read', 'polls:write']);

describe('the catalogue', () => {
  it('has every scope of the API in the documentation’s order', () => {
    expect(allScopes.join(' ')).toBe(
      'chats:read chats:create chats:update chats:archive chats:leave chat_members:read chat_members:write ' +
        'chat_exports:read chat_exports:write messages:read messages:create messages:update messages:delete ' +
        'reactions:read reactions:write pins:write threads:read threads:create link_previews:write ' +
        'users:read users:create users:update users:delete group_tags:read group_tags:write bots:read bots:write ' +
        'bot_self:webhook:write bot_self:write profile:read profile_status:read profile_status:write ' +
        'profile_avatar:write user_status:read user_status:write user_avatar:write custom_properties:read ' +
        'audit_events:read tasks:read tasks:create tasks:update tasks:delete files:read files:write uploads:write ' +
        'views:write webhooks:read webhooks:write webhooks:events:read webhooks:events:delete ' +
        'search:users search:chats search:messages',
    );
    expect(new Set(allScopes).size).toBe(allScopes.length);
  });

  it('agrees with the server’s own table, which was written apart from it', () => {
    expect(allScopes).toEqual(serverScopes);
  });

  it.each<[ServerHolder, HolderFacts]>([
    ['owner', { role: 'admin', bot: false, owner: true }],
    ['admin', { role: 'admin', bot: false, owner: false }],
    ['user', { role: 'user', bot: false }],
    ['bot', { role: 'user', bot: true }],
    ['multi_guest', { role: 'multi_guest', bot: false }],
    ['guest', { role: 'guest', bot: false }],
  ])('agrees with the server on who may hold what: %s', (holder, facts) => {
    const may = Object.fromEntries(allScopes.map((scope) => [scope, rightTo(scope, candidates(facts, false)).may]));
    const expected = allScopes.map((scope) => [scope, mayHold(holder, scope) ? 'yes' : 'no']);
    expect(may).toEqual(Object.fromEntries(expected));
  });

  it('knows its own scopes, and no others', () => {
    expect(allScopes.every(isScope)).toBe(true);
    for (const name of ['', 'profile', 'profile:write', 'PROFILE:READ', 'constructor', 'chats:read ']) {
      expect(isScope(name), name).toBe(false);
    }
  });
});

describe('the descriptions', () => {
  it('are there for every scope and every group in both languages, or it does not compile', () => {
    const { scopes, groups } = inspectorTexts('ru');
    expectTypeOf(scopes).toEqualTypeOf<Readonly<Record<Scope, string>>>();
    expectTypeOf(groups).toEqualTypeOf<Readonly<Record<ScopeGroup, string>>>();
    expect(Object.keys(scopes).sort()).toEqual([...allScopes].sort());
    expect(Object.keys(groups)).toEqual(catalogue.map(({ group }) => group));
  });

  it.each(locales)('tell scopes apart, in one language and without the jargon: %s', (locale) => {
    const { scopes, groups, features } = inspectorTexts(locale);
    const said = Object.values(scopes);
    expect(new Set(said).size).toBe(said.length);
    expect(new Set(Object.values(groups)).size).toBe(catalogue.length);
    for (const text of [...said, ...Object.values(groups), ...Object.values(features)]) {
      expect(text).toMatch(locale === 'ru' ? /^[А-ЯЁ][^a-z]+$/ : /^[A-Z][^а-яё]+$/);
      expect(text).not.toMatch(/_|\bAPI\b|\bscope\b|скоуп|\.$/i);
    }
  });
});

describe('a list of scopes', () => {
  it('is copied one a line, each once, in the catalogue’s order, the unknown last and by the alphabet', () => {
    const list = ['polls:read', 'profile_status:write', 'chats:read', 'profile:read', 'chats:read', 'a:b'];
    expect(scopeListText(list)).toBe('chats:read\nprofile:read\nprofile_status:write\na:b\npolls:read');
    expect(scopeListText([])).toBe('');
  });

  it('has the same order however it is shuffled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...allScopes, 'a:b', 'polls:read']), (shuffled) => {
        const sorted = [...allScopes, 'a:b', 'polls:read'].filter((scope) => shuffled.includes(scope));
        expect(inOrder([...shuffled, ...shuffled])).toEqual(sorted);
      }),
    );
  });
});

describe('the shortest list that would do', () => {
  it('is the five the app needs, and users:read where deputies are picked', () => {
    expect(shortestList()).toEqual([
      'profile:read',
      'profile_status:read',
      'profile_status:write',
      'profile_avatar:write',
      'custom_properties:read',
    ]);
    expect(shortestList(['users:read'])).toEqual([...neededScopes, 'users:read']);
  });

  it('leaves nothing over, and whatever a token has beyond it is pointed out, known or not', () => {
    expect(excessScopes(shortestList())).toEqual([]);
    expect(excessScopes([...neededScopes, 'polls:read', 'users:read'])).toEqual(['users:read', 'polls:read']);
    expect(excessScopes([...neededScopes, 'polls:read', 'users:read'], ['users:read'])).toEqual(['polls:read']);
    expect(excessScopes([])).toEqual([]);
  });

  it('splits every list in two: what the app needs and what it does not', () => {
    fc.assert(
      fc.property(someScopes, fc.subarray([...optionalScopes]), (scopes, used) => {
        const enough: readonly string[] = shortestList(used);
        const excess = excessScopes(scopes, used);
        expect(inOrder([...excess, ...scopes.filter((scope) => enough.includes(scope))])).toEqual(inOrder(scopes));
        expect(excess.filter((scope) => enough.includes(scope))).toEqual([]);
      }),
    );
  });

  it.each([
    [1, 'one more thing than', 'на 1 действие больше'],
    [2, '2 more things than', 'на 2 действия больше'],
    [31, '31 more things than', 'на 31 действие больше'],
    [45, '45 more things than', 'на 45 действий больше'],
  ])('is offered with the count of what is over: %i', (count, english, russian) => {
    expect(inspectorTexts('en').excess(count)).toContain(english);
    expect(inspectorTexts('ru').excess(count)).toContain(russian);
  });
});

describe('what changed since the last check', () => {
  it('is what came and what went', () => {
    expect(diffScopes(['profile:read', 'users:read'], ['chats:read', 'polls:read', 'profile:read'])).toEqual({
      added: ['chats:read', 'polls:read'],
      removed: ['users:read'],
    });
  });

  it('is nothing at the first check', () => {
    expect(diffScopes(null, ['profile:read'])).toEqual({ added: [], removed: [] });
  });

  it('is nothing where only the order changed, and leads from one list to the other', () => {
    fc.assert(
      fc.property(someScopes, someScopes, (before, after) => {
        expect(diffScopes(before, [...before].reverse())).toEqual({ added: [], removed: [] });
        const { added, removed } = diffScopes(before, after);
        expect(inOrder([...before.filter((scope) => !removed.includes(scope)), ...added])).toEqual(inOrder(after));
      }),
    );
  });
});

describe('search', () => {
  const found = (query: string) => allScopes.filter((scope) => matchesScope(scope, query));

  it.each([
    ['profile_avatar', ['profile_avatar:write']],
    ['AVATAR', ['profile_avatar:write', 'user_status:read', 'user_status:write', 'user_avatar:write']],
    ['own status', ['profile_status:read', 'profile_status:write']],
    ['свой статус', ['profile_status:read', 'profile_status:write']],
    ['СТАТУС СВОЙ', ['profile_status:read', 'profile_status:write']],
    ['  chat   members ', ['chat_members:read', 'chat_members:write']],
    ['журнал аудита', ['audit_events:read']],
    ['colleagues’ avatars', ['user_avatar:write']],
    ["colleagues' avatars", ['user_avatar:write']],
    ['нём', ['chat_members:write']],
    ['нем', ['chat_members:write']],
    ['unicorn', []],
  ])('for “%s” looks at names and descriptions in both languages', (query, scopes) => {
    expect(found(query)).toEqual(scopes);
  });

  it('finds everything when nothing is looked for', () => {
    expect(found('')).toEqual(allScopes);
    expect(found(' \t')).toEqual(allScopes);
  });

  it('finds each scope by its name and by its description, in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allScopes), fc.constantFrom(...locales), fc.boolean(), (scope, locale, upper) => {
        for (const text of [scope, inspectorTexts(locale).scopes[scope]]) {
          expect(matchesScope(scope, upper ? text.toUpperCase() : text)).toBe(true);
        }
      }),
    );
  });

  it('takes any text for a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const hits = found(query);
        expect(allScopes.filter((scope) => hits.includes(scope))).toEqual(hits);
      }),
    );
  });

  it('narrows an inspection to what was found, without empty groups, unknown scopes by their names', () => {
    const inspection = inspectScopes({ scopes: ['status_polls:read', 'polls:read'], role: 'user', bot: false });
    const narrowed = searchInspection(inspection, 'статус');
    expect(narrowed.groups.map(({ group }) => group)).toEqual(['profile', 'colleagues']);
    expect(searchInspection(inspection, 'POLLS')).toEqual({ groups: [], unknown: ['polls:read', 'status_polls:read'] });
    expect(searchInspection(inspection, 'status_').unknown).toEqual(['status_polls:read']);
    expect(searchInspection(inspection, '')).toEqual(inspection);
  });
});

describe('whether a token is a bot’s', () => {
  it('is told by a missing name, and not ruled out by a name', () => {
    expect(botByName(null)).toBe(true);
    expect(botByName('Status on my laptop')).toBeNull();
  });
});
