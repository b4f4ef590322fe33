import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoTokens, type DemoTokenName } from '../../electron/demo/tokens.ts';
import { mayHold, type Holder as ServerHolder } from '../../electron/demo/scopes.ts';
import { createDemoWorkspace } from '../../electron/demo/workspace.ts';
import { inspectorTexts } from '../../shared/i18n/areas/scopes.ts';
import { neededScopes, optionalScopes } from '../../shared/scopes.ts';
import { allScopes, catalogue, isScope, type Scope } from '../../shared/scopes/catalogue.ts';
import { describeFeatures } from '../../shared/scopes/features.ts';
import { botByName, type HolderFacts } from '../../shared/scopes/holder.ts';
import { roles, type Role } from '../../shared/state.ts';
import {
  inspectScopes,
  inspectedScopes,
  scopeRemedy,
  type InspectedScope,
  type TokenRights,
} from '../../shared/scopes/inspect.ts';
import { excessScopes } from '../../shared/scopes/lists.ts';
import { remedyText, roleText, scopeNote } from '../../shared/scopes/wording.ts';

const admin: HolderFacts = { role: 'admin', bot: false };
const user: HolderFacts = { role: 'user', bot: false };
const bot: HolderFacts = { role: 'user', bot: true };
const unknown: HolderFacts = { role: null, bot: null };

const inspect = (facts: HolderFacts, scopes: readonly string[] = [], refused: readonly string[] = []) =>
  inspectScopes({ ...facts, scopes, refused });

function one(scope: Scope, facts: HolderFacts, scopes: readonly string[] = [], refused: readonly string[] = []) {
  const found = inspectedScopes(inspect(facts, scopes, refused)).find((each) => each.scope === scope);
  if (!found) throw new Error(`${scope} was not inspected`);
  return found;
}

/** `granted`, `missing?owner` (in doubt), `dead:ownerOrAdmin` (by what). */
const short = (each: InspectedScope): string => {
  if (each.state === 'dead' || each.state === 'notPossible') return `${each.state}:${each.reason}`;
  return each.unsure === null ? each.state : `${each.state}?${each.unsure}`;
};

describe('a scope of a token', () => {
  it.each<[Scope, HolderFacts, string, string]>([
    // scope, owner, when it is not ticked, when it is
    ['profile_status:write', user, 'missing', 'granted'],
    ['profile_status:write', admin, 'missing', 'granted'],
    ['profile_status:write', bot, 'missing', 'granted'],
    ['profile_status:write', unknown, 'missing', 'granted'],
    ['profile_status:write', { role: 'guest', bot: false }, 'notPossible:notGuest', 'dead:notGuest'],
    ['profile_status:write', { role: 'multi_guest', bot: false }, 'notPossible:notGuest', 'dead:notGuest'],
    ['users:create', admin, 'missing', 'granted'],
    ['users:create', user, 'notPossible:ownerOrAdmin', 'dead:ownerOrAdmin'],
    ['users:create', bot, 'notPossible:ownerOrAdmin', 'dead:ownerOrAdmin'],
    ['users:create', unknown, 'missing?ownerOrAdmin', 'granted?ownerOrAdmin'],
    ['audit_events:read', { ...admin, owner: true }, 'missing', 'granted'],
    ['audit_events:read', { ...admin, owner: false }, 'notPossible:owner', 'dead:owner'],
    ['audit_events:read', admin, 'missing?owner', 'granted?owner'],
    ['audit_events:read', user, 'notPossible:owner', 'dead:owner'],
    ['audit_events:read', unknown, 'missing?owner', 'granted?owner'],
    ['audit_events:read', { role: 'guest', bot: false }, 'notPossible:notGuest', 'dead:notGuest'],
    ['bot_self:write', bot, 'missing', 'granted'],
    ['bot_self:write', user, 'notPossible:bot', 'dead:bot'],
    ['bot_self:write', unknown, 'missing?bot', 'granted?bot'],
    ['bots:read', user, 'missing', 'granted'],
    ['bots:read', bot, 'notPossible:person', 'dead:person'],
    ['bots:read', unknown, 'missing?person', 'granted?person'],
    ['views:write', user, 'missing', 'granted'],
    ['views:write', bot, 'missing', 'granted'],
  ])('%s for %o: not ticked %s, ticked %s', (scope, facts, without, withIt) => {
    expect(short(one(scope, facts))).toBe(without);
    expect(short(one(scope, facts, [scope]))).toBe(withIt);
  });

  it('is dead once Pachca refused it, whatever the list says', () => {
    expect(short(one('profile_avatar:write', user, ['profile_avatar:write'], ['profile_avatar:write']))).toBe(
      'dead:refused',
    );
    expect(short(one('audit_events:read', admin, ['audit_events:read'], ['audit_events:read']))).toBe('dead:owner');
    expect(short(one('users:create', user, ['users:create'], ['users:create']))).toBe('dead:ownerOrAdmin');
  });

  it('is still missing where it was never ticked, refused or not', () => {
    expect(short(one('profile_avatar:write', user, [], ['profile_avatar:write']))).toBe('missing');
  });

  it('is in doubt where another one that only guests lack was refused and the role is not known', () => {
    const refused = ['profile:read'];
    expect(short(one('profile:read', unknown, neededScopes, refused))).toBe('dead:refused');
    expect(short(one('profile_status:write', unknown, neededScopes, refused))).toBe('granted?notGuest');
    expect(short(one('profile_status:write', user, neededScopes, refused))).toBe('granted');
    expect(short(one('profile_status:write', unknown, neededScopes, ['users:create']))).toBe('granted');
  });

  it('appears under its own name when the catalogue does not know it, once', () => {
    const inspection = inspect(user, ['polls:read', 'profile:read', 'polls:read', 'constructor']);
    expect(inspection.unknown).toEqual(['constructor', 'polls:read']);
    expect(inspectedScopes(inspection).map(({ scope }) => scope)).toEqual(allScopes);
  });
});

describe('an inspection', () => {
  const facts = fc.record({
    role: fc.constantFrom<Role | null>(...roles, null),
    bot: fc.constantFrom(true, false, null),
    owner: fc.constantFrom(true, false, undefined),
  });
  const rights: fc.Arbitrary<TokenRights> = fc
    .record({ scopes: fc.subarray([...allScopes]), refused: fc.subarray([...allScopes]), holder: facts })
    .map(({ holder, ...lists }) => ({ ...holder, ...lists }));

  it('has every scope once, under its group, and says of each whether it is ticked', () => {
    fc.assert(
      fc.property(rights, (token) => {
        const inspection = inspectScopes(token);
        expect(inspection.groups.map(({ group, scopes }) => ({ group, scopes: scopes.map((s) => s.scope) }))).toEqual(
          catalogue,
        );
        for (const { scope, state } of inspectedScopes(inspection)) {
          expect(state === 'granted' || state === 'dead').toBe(token.scopes.includes(scope));
        }
      }),
    );
  });

  it('never rules a scope out on the grounds of a role it does not know', () => {
    fc.assert(
      fc.property(fc.subarray([...allScopes]), (scopes) => {
        const states = inspectedScopes(inspect(unknown, scopes)).map(({ state }) => state);
        expect(states.filter((state) => state === 'notPossible' || state === 'dead')).toEqual([]);
      }),
    );
  });

  it('never contradicts the server: what it grants or rules out for sure, the server does too', () => {
    const asRead: Readonly<Record<ServerHolder, HolderFacts>> = {
      owner: admin,
      admin,
      user,
      bot,
      guest: { role: 'guest', bot: false },
      multi_guest: { role: 'multi_guest', bot: false },
    };
    const holders = Object.keys(asRead) as ServerHolder[];
    fc.assert(
      fc.property(fc.constantFrom(...holders), fc.subarray([...allScopes]), (holder, scopes) => {
        for (const each of inspectedScopes(inspect(asRead[holder], scopes))) {
          const sure = each.state === 'dead' || each.state === 'notPossible' || each.unsure === null;
          if (sure) expect(each.state === 'granted' || each.state === 'missing').toBe(mayHold(holder, each.scope));
        }
      }),
    );
  });

  it('explains and helps with exactly what does not work or is in doubt, in both languages', () => {
    fc.assert(
      fc.property(rights, fc.constantFrom('en', 'ru'), (token, locale) => {
        for (const each of inspectedScopes(inspectScopes(token))) {
          const clear = (each.state === 'granted' || each.state === 'missing') && each.unsure === null;
          expect(scopeNote(each, locale) === null).toBe(clear);
          const remedy = scopeRemedy(each);
          expect(remedy === null).toBe(each.state === 'granted');
          if (remedy !== null) expect(remedyText(remedy, each.scope, token.bot, locale)).toMatch(/\.$/);
        }
      }),
    );
  });
});

describe('the remedy for a scope', () => {
  it.each<[Scope, HolderFacts, ReturnType<typeof scopeRemedy>]>([
    ['profile:read', user, 'tick'],
    ['audit_events:read', user, 'askOwner'],
    ['users:create', user, 'askAdmin'],
    ['bot_self:write', user, 'botToken'],
    ['bots:read', bot, 'personalToken'],
    ['profile:read', { role: 'guest', bot: false }, 'askAdmin'],
  ])('%s for %o is %s', (scope, facts, remedy) => {
    expect(scopeRemedy(one(scope, facts))).toBe(remedy);
  });

  it('leads to where the token was made, and names the way out if it cannot be changed there', () => {
    const scope = 'profile_avatar:write';
    expect(remedyText('tick', scope, false, 'en')).toBe(
      'Tick profile_avatar:write in the token’s settings in Pachca (Automations → API) and check again. ' +
        'If it cannot be ticked there, make a new token with it and sign in with that one.',
    );
    expect(remedyText('tick', scope, true, 'en')).toContain('bot’s API tab');
    expect(remedyText('tick', scope, null, 'en')).toContain(
      'Tick profile_avatar:write in the token’s settings in Pachca and',
    );
    expect(remedyText('tick', scope, false, 'ru')).toContain('Автоматизации → API');
    expect(remedyText('tick', scope, true, 'ru')).toContain('Автоматизации → Интеграции → API');
  });
});

describe('the role in words', () => {
  it.each<[HolderFacts, string, string]>([
    [admin, 'administrator or owner', 'администратор или владелец'],
    [{ ...admin, owner: true }, 'owner', 'владелец'],
    [{ ...admin, owner: false }, 'administrator', 'администратор'],
    [user, 'employee', 'сотрудник'],
    [bot, 'bot', 'бот'],
    [unknown, 'not known', 'неизвестна'],
    [{ role: 'guest', bot: false }, 'guest', 'гость'],
  ])('of %o says no more than the API tells', (facts, english, russian) => {
    expect(roleText(facts, 'en')).toBe(english);
    expect(roleText(facts, 'ru')).toBe(russian);
  });
});

describe('the features of the app', () => {
  it('are the five it is made for and the optional ones, each with its scope and a name', () => {
    const features = describeFeatures(inspect(user, neededScopes));
    expect(features.map(({ scope, optional }) => [scope, optional])).toEqual([
      ...neededScopes.map((scope) => [scope, false]),
      ...optionalScopes.map((scope) => [scope, true]),
    ]);
    for (const { scope } of features) expect(inspectorTexts('en').features[scope]).not.toBe('');
  });

  it('are not known until the token was checked', () => {
    for (const { state, inspected, remedy } of describeFeatures(null)) {
      expect({ state, inspected, remedy }).toEqual({ state: 'unknown', inspected: null, remedy: 'check' });
    }
  });
});

/** What the server tells of a token, as the app learns it: the token's facts, then the profile where it may be read. */
async function learn(name: DemoTokenName): Promise<TokenRights | number> {
  const workspace = createDemoWorkspace();
  const get = async (path: string) => {
    const headers = { authorization: `Bearer ${demoTokens[name]}` };
    const response = await workspace.fetch(`${workspace.baseUrl}${path}`, { headers });
    return { status: response.status, body: (await response.json()) as { data?: unknown } };
  };
  const info = await get('/oauth/token/info');
  if (info.status !== 200) return info.status;
  const token = info.body.data as { name: string | null; scopes: string[] };
  const profile = await get('/profile');
  const lacksScope = !token.scopes.includes('profile:read');
  if (profile.status === 200) {
    const { role, bot: isBot } = profile.body.data as { role: Role; bot: boolean };
    return { scopes: token.scopes, role, bot: isBot };
  }
  const refused = lacksScope ? [] : ['profile:read'];
  return { scopes: token.scopes, role: null, bot: botByName(token.name), refused };
}

describe('each token of the demo workspace', () => {
  const features = (rights: TokenRights) =>
    Object.fromEntries(
      describeFeatures(inspectScopes(rights)).map(({ scope, state, remedy }) => [
        scope,
        remedy === null ? state : `${state}: ${remedy}`,
      ]),
    );
  const rightsOf = async (name: DemoTokenName): Promise<TokenRights> => {
    const rights = await learn(name);
    if (typeof rights === 'number') throw new Error(`The server answered ${rights}.`);
    return rights;
  };
  const allWork = Object.fromEntries(neededScopes.map((scope) => [scope, 'working']));
  const noDeputy = { 'users:read': 'missingScope: tick' };

  it('full: everything works, and it can do far more than the app needs', async () => {
    const rights = await rightsOf('full');
    expect(features(rights)).toEqual({ ...allWork, 'users:read': 'working' });
    expect(excessScopes(rights.scopes)).toHaveLength(43);
    const others = inspectedScopes(inspectScopes(rights)).filter(({ state }) => state !== 'granted');
    expect(others.map((each) => `${each.scope} ${short(each)}`)).toEqual([
      'chat_exports:read missing?owner',
      'chat_exports:write missing?owner',
      'bot_self:webhook:write notPossible:bot',
      'bot_self:write notPossible:bot',
      'audit_events:read missing?owner',
    ]);
  });

  it('status only: the status works, and without the role nothing is ruled out', async () => {
    const rights = await rightsOf('status-only');
    expect(rights).toMatchObject({ role: null, bot: null, refused: [] });
    expect(features(rights)).toEqual({
      'profile:read': 'missingScope: tick',
      'profile_status:read': 'working',
      'profile_status:write': 'working',
      'profile_avatar:write': 'missingScope: tick',
      'custom_properties:read': 'missingScope: tick',
      ...noDeputy,
    });
    expect(inspectedScopes(inspectScopes(rights)).map(({ state }) => state)).not.toContain('notPossible');
    expect(excessScopes(rights.scopes)).toEqual([]);
  });

  it('read only: nothing can be changed with it', async () => {
    expect(features(await rightsOf('read-only'))).toEqual({
      ...allWork,
      'profile_status:write': 'missingScope: tick',
      'profile_avatar:write': 'missingScope: tick',
      ...noDeputy,
    });
  });

  it('no scope: nothing works, and each thing can be ticked', async () => {
    const states = Object.values(features(await rightsOf('no-scope')));
    expect(states).toEqual(Array(6).fill('missingScope: tick'));
  });

  it('bot: the app works for the bot, bots:* is for people only', async () => {
    const rights = await rightsOf('bot');
    expect(rights.bot).toBe(true);
    expect(features(rights)).toEqual({ ...allWork, ...noDeputy });
    const states = Object.fromEntries(inspectedScopes(inspectScopes(rights)).map((each) => [each.scope, short(each)]));
    expect(states).toMatchObject({
      'bot_self:write': 'granted',
      'bot_self:webhook:write': 'missing',
      'bots:read': 'notPossible:person',
      'users:create': 'notPossible:ownerOrAdmin',
      'audit_events:read': 'notPossible:owner',
    });
    expect(excessScopes(rights.scopes)).toEqual(['bot_self:write']);
  });

  it('employee: everything works, nothing is over once deputies are picked', async () => {
    const rights = await rightsOf('employee');
    expect(features(rights)).toEqual({ ...allWork, 'users:read': 'working' });
    expect(excessScopes(rights.scopes, ['users:read'])).toEqual([]);
  });

  it('demoted: the app works, and what the role lacks now is dead', async () => {
    const rights = await rightsOf('demoted');
    expect(features(rights)).toEqual({ ...allWork, 'users:read': 'working' });
    const dead = inspectedScopes(inspectScopes(rights)).filter(({ state }) => state === 'dead');
    expect(dead.map((each) => `${each.scope} ${short(each)}`)).toEqual([
      'users:create dead:ownerOrAdmin',
      'user_status:write dead:ownerOrAdmin',
    ]);
  });

  it('expiring: works like any other while it lives', async () => {
    expect(features(await rightsOf('expiring'))).toEqual({ ...allWork, ...noDeputy });
  });

  it('guest: the profile is refused, and nothing else is promised', async () => {
    const rights = await rightsOf('guest');
    expect(rights).toMatchObject({ role: null, refused: ['profile:read'] });
    expect(features(rights)).toEqual({
      'profile:read': 'forbiddenByRole: askAdmin',
      'profile_status:read': 'unknown: check',
      'profile_status:write': 'unknown: check',
      'profile_avatar:write': 'unknown: check',
      'custom_properties:read': 'unknown: check',
      ...noDeputy,
    });
  });

  it.each<DemoTokenName>(['revoked', 'suspended'])('%s: there is nothing to inspect', async (name) => {
    expect(await learn(name)).toBe(401);
  });

  it.each<DemoTokenName>(['full', 'status-only', 'read-only', 'no-scope', 'bot', 'employee', 'demoted', 'expiring'])(
    '%s: the server does what the inspector says',
    async (name) => {
      const rights = await rightsOf(name);
      const workspace = createDemoWorkspace();
      const paths: Readonly<Record<string, string>> = {
        'profile:read': '/profile',
        'profile_status:read': '/profile/status',
        'custom_properties:read': '/custom_properties?entity_type=User',
        'users:read': '/users',
      };
      for (const { scope, state } of describeFeatures(inspectScopes(rights))) {
        const path = paths[scope];
        if (path === undefined) continue;
        const headers = { authorization: `Bearer ${demoTokens[name]}` };
        const { status } = await workspace.fetch(`${workspace.baseUrl}${path}`, { headers });
        expect(status, scope).toBe(state === 'working' ? 200 : 403);
      }
    },
  );

  it('holds no scope the catalogue does not know', async () => {
    for (const name of Object.keys(demoTokens) as DemoTokenName[]) {
      const rights = await learn(name);
      if (typeof rights !== 'number') expect(rights.scopes.filter((scope) => !isScope(scope))).toEqual([]);
    }
  });
});
