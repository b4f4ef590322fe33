import * as v from 'valibot';
import type { Status } from '../../../shared/status.ts';

/** A token as the server describes it. */
export interface TokenInfo {
  readonly id: number;
  /** Given in the web interface; null for a bot's token. */
  readonly name: string | null;
  readonly userId: number;
  /** Also those this app has never heard of. */
  readonly scopes: readonly string[];
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
  /** IANA name; null = the company's zone applies, or the server's name is not known on this computer. */
  readonly timeZone: string | null;
  /** On another host than the API. */
  readonly imageUrl: string | null;
  /** May have ended already: judge it by its end. */
  readonly status: Status | null;
}

const id = v.pipe(v.number(), v.integer());

/** A text the server may leave out, null or blank: null in all three cases. */
const text = v.pipe(
  v.nullish(v.string(), null),
  v.transform((value) => (value === null || value.trim() === '' ? null : value)),
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
    title: v.string(),
    expires_at: v.nullish(instant, null),
    is_away: v.nullish(v.boolean(), false),
    away_message: v.nullish(v.object({ text }), null),
  }),
  v.transform((status): Status => ({
    emoji: status.emoji,
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
    expires_in: v.nullish(v.number(), null),
  }),
  v.transform((info): TokenInfo => ({
    id: info.id,
    name: info.name,
    userId: info.user_id,
    scopes: info.scopes,
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
    time_zone: text,
    image_url: text,
    user_status: v.nullish(statusSchema, null),
  }),
  v.transform((user): Profile => ({
    userId: user.id,
    name: [user.first_name, user.last_name].filter((part) => part !== null).join(' ') || null,
    nickname: user.nickname,
    email: user.email,
    bot: user.bot,
    timeZone: user.time_zone !== null && isZone(user.time_zone) ? user.time_zone : null,
    imageUrl: user.image_url,
    status: user.user_status,
  })),
);

/** Whether calculations in this zone are possible here; they would throw otherwise. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Every answer with a body is wrapped in `data`. */
const inData = <T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T> =>
  v.pipe(
    v.object({ data: schema }),
    v.transform(({ data }) => data),
  );

export const tokenInfoAnswer = inData(tokenInfoSchema);
export const profileAnswer = inData(profileSchema);
export const statusAnswer = inData(statusSchema);

/** No status is a bare `null` without the wrapper; with it is understood too. */
export const currentStatusAnswer = v.nullable(inData(v.nullable(statusSchema)));

/** Where the first thing wrong is and what belongs there; never what was there. */
export function describeIssue(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  return `${v.getDotPath(issue) ?? 'the body'}: expected ${issue.expected ?? issue.type}`;
}
