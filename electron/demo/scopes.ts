/**
 * The scopes the workspace knows and who may hold them: the server's own table, kept apart from the app's catalogue so
 * that a mistake in one is not repeated in the other.
 */

/** Who holds a token, as far as rights go. `owner` reads `admin` in a response; a bot's user has no role of its own. */
export type Holder = 'owner' | 'admin' | 'user' | 'bot' | 'multi_guest' | 'guest';

const actions = (group: string, ...names: string[]): string[] => names.map((name) => `${group}:${name}`);

/** Every scope of the API, in the documentation's order. */
export const allScopes: readonly string[] = [
  ...actions('chats', 'read', 'create', 'update', 'archive', 'leave'),
  ...actions('chat_members', 'read', 'write'),
  ...actions('chat_exports', 'read', 'write'),
  ...actions('messages', 'read', 'create', 'update', 'delete'),
  ...actions('reactions', 'read', 'write'),
  ...actions('pins', 'write'),
  ...actions('threads', 'read', 'create'),
  ...actions('link_previews', 'write'),
  ...actions('users', 'read', 'create', 'update', 'delete'),
  ...actions('group_tags', 'read', 'write'),
  ...actions('bots', 'read', 'write'),
  ...actions('bot_self', 'webhook:write', 'write'),
  ...actions('profile', 'read'),
  ...actions('profile_status', 'read', 'write'),
  ...actions('profile_avatar', 'write'),
  ...actions('user_status', 'read', 'write'),
  ...actions('user_avatar', 'write'),
  ...actions('custom_properties', 'read'),
  ...actions('audit_events', 'read'),
  ...actions('tasks', 'read', 'create', 'update', 'delete'),
  ...actions('files', 'read', 'write'),
  ...actions('uploads', 'write'),
  ...actions('views', 'write'),
  ...actions('webhooks', 'read', 'write', 'events:read', 'events:delete'),
  ...actions('search', 'users', 'chats', 'messages'),
];

const ownerOnly = new Set(['chat_exports:read', 'chat_exports:write', 'audit_events:read']);
const ownerAndAdmin = new Set([
  ...actions('users', 'create', 'update', 'delete'),
  'user_status:write',
  'user_avatar:write',
  'group_tags:write',
]);

/**
 * Whether a holder may use a scope at all, whatever is ticked on the token. Guests may use none. `views:write` needs no
 * line of its own: owner, admin, user and bot are everyone but guests.
 */
export function mayHold(holder: Holder, scope: string): boolean {
  if (holder === 'guest' || holder === 'multi_guest') return false;
  if (ownerOnly.has(scope)) return holder === 'owner';
  if (ownerAndAdmin.has(scope)) return holder === 'owner' || holder === 'admin';
  if (scope.startsWith('bot_self:')) return holder === 'bot';
  if (scope.startsWith('bots:')) return holder !== 'bot';
  return true;
}

/** All that a holder can have ticked. */
export const scopesFor = (holder: Holder): string[] => allScopes.filter((scope) => mayHold(holder, scope));
