import type { Role } from '../state.ts';
import type { Scope } from './catalogue.ts';

/** Who may hold a scope where not everyone may. `person` is everyone but a bot, `notGuest` everyone but guests. */
export type Limit = 'owner' | 'ownerOrAdmin' | 'bot' | 'person' | 'notGuest';

/** What is known of whose token it is. */
export interface HolderFacts {
  /** From the profile; null where the token may not read it. */
  readonly role: Role | null;
  /** From the profile, or {@link botByName}; null = not known. */
  readonly bot: boolean | null;
  /** Whether they own the workspace, where that is known: the API does not tell an owner from an admin. */
  readonly owner?: boolean | undefined;
}

/**
 * Whether a token is a bot's, by the name it has. A token without a name is a bot's. One with a name is not known to be
 * a person's: Pachca has begun to let bots have several tokens, which are named.
 */
export const botByName = (name: string | null): true | null => (name === null ? true : null);

/** Who a token's owner can be as far as rights go. */
type Holder = 'owner' | 'admin' | 'user' | 'bot' | 'guest';

/** Who may hold what, where not everyone but guests may. */
const limits: Partial<Record<Scope, Exclude<Limit, 'notGuest'>>> = {
  'chat_exports:read': 'owner',
  'chat_exports:write': 'owner',
  'audit_events:read': 'owner',
  'users:create': 'ownerOrAdmin',
  'users:update': 'ownerOrAdmin',
  'users:delete': 'ownerOrAdmin',
  'user_status:write': 'ownerOrAdmin',
  'user_avatar:write': 'ownerOrAdmin',
  'group_tags:write': 'ownerOrAdmin',
  'bot_self:webhook:write': 'bot',
  'bot_self:write': 'bot',
  'bots:read': 'person',
  'bots:write': 'person',
};

/** Who may hold a scope. Guests may hold none. */
export const limitOf = (scope: Scope): Limit => limits[scope] ?? 'notGuest';

const holders: Readonly<Record<Limit, ReadonlySet<Holder>>> = {
  owner: new Set<Holder>(['owner']),
  ownerOrAdmin: new Set<Holder>(['owner', 'admin']),
  bot: new Set<Holder>(['bot']),
  person: new Set<Holder>(['owner', 'admin', 'user']),
  notGuest: new Set<Holder>(['owner', 'admin', 'user', 'bot']),
};

/** What can be said about a right: it is there, it is not, or it hangs on something the API does not tell. */
export type Right =
  | { readonly may: 'yes' }
  | { readonly may: 'no'; readonly limit: Limit }
  | { readonly may: 'unsure'; readonly limit: Limit };

/** Everyone the token's owner can be. Never empty. */
export type Candidates = readonly Holder[];

/**
 * Everyone the token's owner can be, by what is known of them. Guests cannot make tokens, so without a role they are
 * not reckoned with, unless `maybeGuest` says that something points to one.
 */
export function candidates({ role, bot, owner }: HolderFacts, maybeGuest: boolean): Candidates {
  if (bot === true) return ['bot'];
  const people = peopleBy(role, owner, maybeGuest);
  return bot === null ? [...people, 'bot'] : people;
}

function peopleBy(role: Role | null, owner: boolean | undefined, maybeGuest: boolean): Candidates {
  const admins: Candidates = owner === undefined ? ['owner', 'admin'] : owner ? ['owner'] : ['admin'];
  switch (role) {
    case 'admin':
      return admins;
    case 'user':
      return ['user'];
    case 'guest':
    case 'multi_guest':
      return ['guest'];
    case null:
      if (owner) return ['owner'];
      return maybeGuest ? [...admins, 'user', 'guest'] : [...admins, 'user'];
  }
}

/** Whether an owner of whom just this much is known may use a scope, once it is ticked. */
export function rightTo(scope: Scope, who: Candidates): Right {
  const limit = limitOf(scope);
  const able = who.filter((holder) => holders[limit].has(holder));
  if (able.length === who.length) return { may: 'yes' };
  // A guest lacks the scope for being a guest, whatever else it asks for.
  const onlyGuestsLackIt = who.every((holder) => holder === 'guest' || holders[limit].has(holder));
  return { may: able.length === 0 ? 'no' : 'unsure', limit: onlyGuestsLackIt ? 'notGuest' : limit };
}
