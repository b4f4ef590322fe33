import * as v from 'valibot';
import { cleanLine, cleanText } from '../../../shared/clean-text.ts';
import type { Person } from '../../../shared/contract.ts';
import type { ProfileProperty, ProfileView } from '../../../shared/profile.ts';
import { qualifyEmoji } from '../../../shared/emoji.ts';
import { roles, type Role } from '../../../shared/state.ts';
import type { Status } from '../../../shared/status.ts';
import { isKnownZone } from '../../../shared/time-zone.ts';

/** A token as the server describes it. */
export interface TokenInfo {
  readonly id: number;
  /** Given in the web interface; null for a bot's token. */
  readonly name: string | null;
  readonly userId: number;
  /** Also those this app has never heard of. */
  readonly scopes: readonly string[];
  /** Masked by us, never as the server sends it: see `maskToken`. */
  readonly masked: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds, up to an hour old; null = never. */
  readonly lastUsedAt: number | null;
  /** Seconds until it ends, null = it does not end by itself. */
  readonly expiresIn: number | null;
}

/** The user a token belongs to, as far as the app shows them. Texts that are not filled in are null. */
export interface Profile {
  readonly userId: number;
  /** First and last name. */
  readonly name: string | null;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly bot: boolean;
  /** Null where the server has a role this app does not know. */
  readonly role: Role | null;
  /** IANA name; null = the company's zone applies, or the server's name is not known on this computer. */
  readonly timeZone: string | null;
  /** On another host than the API. */
  readonly imageUrl: string | null;
  /** May have ended already: judge it by its end. */
  readonly status: Status | null;
}

/** A picture as the server took it. */
export interface UploadedAvatar {
  /** Where it is, on another host than the API. Null where the server does not say. */
  readonly imageUrl: string | null;
}

const id = v.pipe(v.number(), v.integer());

/** Colleagues, a page at a time. */
export interface PeoplePage {
  readonly people: readonly Person[];
  /** The cursor of the next page; null = this was the last. */
  readonly next: string | null;
}

/** What the server's texts are cleaned with, once, here: whoever shows them need not think of it. */
const line = v.pipe(v.string(), v.transform(cleanLine));

/** A text of one line that the server may leave out, null or blank: null in all three cases. */
const text = v.pipe(
  v.nullish(line, null),
  v.transform((value) => (value === '' ? null : value)),
);

/** The same for a text that may have several lines. */
const longText = v.pipe(
  v.nullish(v.pipe(v.string(), v.transform(cleanText)), null),
  v.transform((value) => (value === '' ? null : value)),
);

/** ISO 8601 with `Z` or an offset, to epoch milliseconds. */
const instant = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return Temporal.Instant.from(dataset.value).epochMilliseconds;
    } catch {
      addIssue({ expected: 'ISO 8601 with an offset' });
      return NEVER;
    }
  }),
);

/** `UserStatus`. In a response the away message is an object, in a request a text. */
const statusSchema = v.pipe(
  v.object({
    emoji: v.string(),
    title: line,
    expires_at: v.nullish(instant, null),
    is_away: v.nullish(v.boolean(), false),
    away_message: v.nullish(v.object({ text: longText }), null),
  }),
  v.transform((status): Status => ({
    emoji: qualifyEmoji(status.emoji),
    title: status.title,
    expiresAt: status.expires_at,
    isAway: status.is_away,
    awayMessage: status.away_message?.text ?? null,
  })),
);

/** `AccessTokenInfo`. */
const tokenInfoSchema = v.pipe(
  v.object({
    id,
    name: text,
    user_id: id,
    scopes: v.array(v.string()),
    created_at: instant,
    last_used_at: v.nullish(instant, null),
    expires_in: v.nullish(v.number(), null),
  }),
  v.transform((info): Omit<TokenInfo, 'masked'> => ({
    id: info.id,
    name: info.name,
    userId: info.user_id,
    scopes: info.scopes,
    createdAt: info.created_at,
    lastUsedAt: info.last_used_at,
    expiresIn: info.expires_in,
  })),
);

/** `User`. */
const profileSchema = v.pipe(
  v.object({
    id,
    first_name: text,
    last_name: text,
    nickname: text,
    email: text,
    bot: v.nullish(v.boolean(), false),
    role: v.fallback(v.nullable(v.picklist(roles)), null),
    time_zone: text,
    image_url: text,
    user_status: v.nullish(statusSchema, null),
  }),
  v.transform((user): Profile => ({
    userId: user.id,
    name: fullName(user),
    nickname: user.nickname,
    email: user.email,
    bot: user.bot,
    role: user.role,
    timeZone: user.time_zone !== null && isKnownZone(user.time_zone) ? user.time_zone : null,
    imageUrl: user.image_url,
    status: user.user_status,
  })),
);

/** A field of the workspace, filled in or not. A type that is not known yet is shown as text. */
const propertySchema = v.pipe(
  v.object({
    id,
    name: line,
    data_type: v.fallback(v.picklist(['string', 'number', 'date', 'link']), 'string'),
    value: text,
  }),
  v.transform((property): ProfileProperty => ({
    id: property.id,
    name: property.name,
    dataType: property.data_type,
    value: property.value,
  })),
);

/** `User`, everything of it that is worth reading. */
const profileViewSchema = v.pipe(
  v.object({
    id,
    first_name: text,
    last_name: text,
    nickname: text,
    email: text,
    phone_number: text,
    department: text,
    title: text,
    role: v.fallback(v.nullable(v.picklist(roles)), null),
    bot: v.nullish(v.boolean(), false),
    sso: v.nullish(v.boolean(), false),
    list_tags: v.nullish(v.array(line), []),
    custom_properties: v.nullish(v.array(propertySchema), []),
    time_zone: text,
    created_at: v.nullish(instant, null),
    last_activity_at: v.nullish(instant, null),
  }),
  v.transform((user): ProfileView => ({
    userId: user.id,
    name: fullName(user),
    nickname: user.nickname,
    email: user.email,
    phoneNumber: user.phone_number,
    department: user.department,
    title: user.title,
    role: user.role,
    bot: user.bot,
    sso: user.sso,
    tags: user.list_tags,
    timeZone: user.time_zone !== null && isKnownZone(user.time_zone) ? user.time_zone : null,
    createdAt: user.created_at,
    lastActivityAt: user.last_activity_at,
    properties: user.custom_properties,
    fieldsError: null,
  })),
);

/** `GET /custom_properties`: which fields there are, in the workspace's order; they come without values. */
const propertyNamesSchema = v.array(propertySchema);

/** A page of `GET /users`. A colleague without a nickname cannot be named in a text and is left out. */
const peopleSchema = v.pipe(
  v.object({
    data: v.array(
      v.object({
        id,
        first_name: text,
        last_name: text,
        nickname: text,
        suspended: v.nullish(v.boolean(), false),
        bot: v.nullish(v.boolean(), false),
      }),
    ),
    meta: v.nullish(
      v.object({ paginate: v.nullish(v.object({ next_page: v.nullish(v.string(), null) }), null) }),
      null,
    ),
  }),
  v.transform(({ data, meta }): PeoplePage => ({
    people: data.flatMap((user) =>
      user.nickname === null || user.suspended || user.bot
        ? []
        : [{ userId: user.id, name: fullName(user), nickname: user.nickname }],
    ),
    // The last page may name a next one all the same; an empty page has none.
    next: data.length === 0 ? null : (meta?.paginate?.next_page ?? null),
  })),
);

function fullName({ first_name, last_name }: { first_name: string | null; last_name: string | null }): string | null {
  return [first_name, last_name].filter((part) => part !== null).join(' ') || null;
}

/** Whether calculations in this zone are possible here; they would throw otherwise. */
/** Every answer with a body is wrapped in `data`. */
const inData = <T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T> =>
  v.pipe(
    v.object({ data: schema }),
    v.transform(({ data }) => data),
  );

export const tokenInfoAnswer = inData(tokenInfoSchema);
export const profileAnswer = inData(profileSchema);
export const profileViewAnswer = inData(profileViewSchema);
export const propertyNamesAnswer = inData(propertyNamesSchema);
export const peopleAnswer: v.GenericSchema<unknown, PeoplePage> = peopleSchema;
export const statusAnswer = inData(statusSchema);
export const avatarAnswer = inData(
  v.pipe(
    v.object({ image_url: text }),
    v.transform(({ image_url }): UploadedAvatar => ({ imageUrl: image_url })),
  ),
);

/** No status is a bare `null` without the wrapper; with it is understood too. */
export const currentStatusAnswer = v.nullable(inData(v.nullable(statusSchema)));

/** Where the first thing wrong is and what belongs there; never what was there. */
export function describeIssue(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  return `${v.getDotPath(issue) ?? 'the body'}: expected ${issue.expected ?? issue.type}`;
}
