import type { CustomProperty, Person, StoredStatus } from './people.ts';
import type { WorkspaceState } from './state.ts';
import type { TokenRecord } from './tokens.ts';

/**
 * How the server writes what it holds. Each shape carries one field the documentation does not name (`set_by`,
 * `locale`, `kind`, `position`): fields may be added at any time, and a client that minds should fail here first.
 */

const inUtc = (instant: number): string => new Date(instant).toISOString();

/** The same instant the other way the real server writes it: with an offset instead of `Z`. */
const withOffset = (instant: number): string => new Date(instant + 3 * 3_600_000).toISOString().replace('Z', '+03:00');

const orNull = <T>(value: T | null, write: (value: T) => string): string | null =>
  value === null ? null : write(value);

/** `UserStatus`. The expiry is in UTC in a status of its own, with an offset inside a user: clients compare instants. */
export function statusView(status: StoredStatus, writeDate: (instant: number) => string = inUtc): object {
  return {
    emoji: status.emoji,
    title: status.title,
    expires_at: orNull(status.expiresAt, writeDate),
    is_away: status.isAway,
    away_message: status.awayMessage === null ? null : { text: status.awayMessage },
    set_by: 'api',
  };
}

export const propertyView = (property: CustomProperty, position: number): object => ({
  id: property.id,
  name: property.name,
  data_type: property.dataType,
  position,
});

/** `User`. An owner reads `admin`, a bot reads `user`. */
export function userView(state: WorkspaceState, person: Person, now: number, filesUrl: string): object {
  const status = state.statusOf(person, now);
  const role = person.role === 'owner' ? 'admin' : person.role === 'bot' ? 'user' : person.role;
  return {
    id: person.id,
    first_name: person.firstName,
    last_name: person.lastName,
    nickname: person.nickname,
    email: person.email,
    phone_number: person.phoneNumber,
    department: person.department,
    title: person.title,
    role,
    suspended: person.suspended,
    invite_status: person.inviteStatus,
    inviter_id: person.inviterId,
    list_tags: person.tags,
    custom_properties: state.properties.User.map((property, index) => ({
      ...propertyView(property, index),
      value: person.properties.get(property.id) ?? null,
    })),
    user_status: status === null ? null : statusView(status, withOffset),
    bot: person.role === 'bot',
    sso: false,
    created_at: inUtc(person.createdAt),
    last_activity_at: orNull(person.lastActivityAt, inUtc),
    time_zone: person.timeZone,
    image_url: avatarUrl(person, filesUrl),
    locale: 'ru',
  };
}

/** Where a person's picture is, or null. Not on the API's path: it is fetched without the token. */
export const avatarUrl = (person: Person, filesUrl: string): string | null =>
  orNull(person.avatar, (file) => `${filesUrl}/avatars/${file}`);

/** `AccessTokenInfo`, the token itself masked. */
export const tokenView = (token: TokenRecord, now: number): object => ({
  id: token.id,
  token: `${token.secret.slice(0, 8)}...${token.secret.slice(-4)}`,
  name: token.label,
  user_id: token.userId,
  scopes: token.scopes,
  created_at: withOffset(token.createdAt),
  revoked_at: null,
  expires_in: token.expiresAt === null ? null : Math.floor((token.expiresAt - now) / 1000),
  last_used_at: orNull(token.lastUsedAt, inUtc),
  kind: token.label === null ? 'bot' : 'personal',
});
