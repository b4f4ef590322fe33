/**
 * Every scope of the Pachca API known when this was written (its OpenAPI document of August 2026), in the
 * documentation's order, under headings a person can find their way by. New ones may appear at any time: a token's list
 * is text until it was looked up here. What each lets a token do is told in `i18n/areas/scopes.ts`, in both languages.
 */
export const catalogue = [
  {
    group: 'chats',
    scopes: [
      'chats:read',
      'chats:create',
      'chats:update',
      'chats:archive',
      'chats:leave',
      'chat_members:read',
      'chat_members:write',
      'chat_exports:read',
      'chat_exports:write',
    ],
  },
  {
    group: 'messages',
    scopes: [
      'messages:read',
      'messages:create',
      'messages:update',
      'messages:delete',
      'reactions:read',
      'reactions:write',
      'pins:write',
      'threads:read',
      'threads:create',
      'link_previews:write',
    ],
  },
  {
    group: 'people',
    scopes: ['users:read', 'users:create', 'users:update', 'users:delete', 'group_tags:read', 'group_tags:write'],
  },
  { group: 'bots', scopes: ['bots:read', 'bots:write', 'bot_self:webhook:write', 'bot_self:write'] },
  {
    group: 'profile',
    scopes: ['profile:read', 'profile_status:read', 'profile_status:write', 'profile_avatar:write'],
  },
  { group: 'colleagues', scopes: ['user_status:read', 'user_status:write', 'user_avatar:write'] },
  { group: 'workspace', scopes: ['custom_properties:read', 'audit_events:read'] },
  { group: 'tasks', scopes: ['tasks:read', 'tasks:create', 'tasks:update', 'tasks:delete'] },
  { group: 'files', scopes: ['files:read', 'files:write', 'uploads:write'] },
  { group: 'forms', scopes: ['views:write'] },
  {
    group: 'webhooks',
    scopes: ['webhooks:read', 'webhooks:write', 'webhooks:events:read', 'webhooks:events:delete'],
  },
  { group: 'search', scopes: ['search:users', 'search:chats', 'search:messages'] },
] as const satisfies readonly { readonly group: string; readonly scopes: readonly string[] }[];

/** A heading of the catalogue. */
export type ScopeGroup = (typeof catalogue)[number]['group'];

/** A scope of the catalogue. */
export type Scope = (typeof catalogue)[number]['scopes'][number];

/** All scopes, in the catalogue's order. */
export const allScopes: readonly Scope[] = catalogue.flatMap<Scope>(({ scopes }) => scopes);

const known: ReadonlySet<string> = new Set(allScopes);

/** Whether the catalogue has a scope of this name. */
export const isScope = (name: string): name is Scope => known.has(name);

const position = new Map<string, number>(allScopes.map((scope, index) => [scope, index]));

/**
 * Each name once, in the catalogue's order; names the catalogue does not have come last, in the alphabet's. A token's
 * list is compared, copied and shown like this, whatever order the server has it in.
 */
export function inOrder<S extends string>(scopes: Iterable<S>): S[] {
  const place = (scope: S): number => position.get(scope) ?? allScopes.length;
  return [...new Set(scopes)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
