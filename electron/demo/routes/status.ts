import * as v from 'valibot';
import { parseJson } from '../body.ts';
import type { Person, StoredStatus } from '../people.ts';
import { data, errorItem, errors, json, noContent } from '../replies.ts';
import type { ApiErrorItem, Reply } from '../replies.ts';
import { statusView } from '../views.ts';
import type { Route, RouteContext } from './route.ts';

/** Longest title and away message, in UTF-16 units: the server's way of counting is undocumented, this is the strictest. */
const TITLE_LIMIT = 50;
const AWAY_MESSAGE_LIMIT = 1024;

/**
 * Exactly one emoji, fully qualified. A symbol that is text by default and lacks U+FE0F (🏖 for 🏖️) is refused: whether
 * the real server takes it is unknown, and the qualified form is the one nobody refuses. Built from a string because the
 * compile target knows no `v` flag in literals.
 */
const oneEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v');

const isoInUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The form is the documented one and the day exists: `2026-02-30…` parses nowhere or to another day. */
function isRealInstant(value: string): boolean {
  const instant = Date.parse(value);
  return isoInUtc.test(value) && !Number.isNaN(instant) && new Date(instant).toISOString() === value;
}

/** A text; null in its place reads as "not given", which is its own code for a required field. */
const text = v.string(({ input }) => (input === null ? 'blank' : 'invalid'));

/** Messages are the codes of the API's error items. `expires_at` is optional but not nullable, as documented. */
const statusSchema = v.object(
  {
    emoji: v.pipe(text, v.nonEmpty('blank'), v.regex(oneEmoji, 'wrong_emoji')),
    title: v.pipe(
      text,
      v.check((title) => title.trim() !== '', 'blank'),
      v.maxLength(TITLE_LIMIT, 'too_long'),
    ),
    expires_at: v.exactOptional(v.pipe(v.string('invalid'), v.check(isRealInstant, 'invalid'))),
    is_away: v.exactOptional(v.boolean('invalid')),
    away_message: v.exactOptional(v.pipe(v.string('invalid'), v.maxLength(AWAY_MESSAGE_LIMIT, 'too_long'))),
  },
  // The only issue of the object itself is a required field that is not there.
  'blank',
);

const messages: Record<string, string> = {
  blank: 'is required',
  invalid: 'is invalid',
  too_long: 'is too long',
  wrong_emoji: 'must be one emoji symbol, with its variation selector U+FE0F where it has one',
};

function statusErrors(issues: readonly v.BaseIssue<unknown>[]): readonly ApiErrorItem[] {
  const items = new Map<string, ApiErrorItem>();
  for (const issue of issues) {
    const key = v.getDotPath(issue) ?? 'status';
    const value: unknown = issue.path?.at(-1)?.value;
    // One item for each field: the first thing wrong with it.
    if (!items.has(key)) {
      items.set(key, errorItem(key, issue.message, `${key} ${messages[issue.message] ?? issue.message}`, value));
    }
  }
  return [...items.values()];
}

/** The status somebody has, or the bare `null` the API answers when there is none. */
function showStatus({ state, now }: RouteContext, person: Person): Reply {
  const status = state.statusOf(person, now);
  return status === null ? json(200, null) : data(statusView(status));
}

function putStatus(context: RouteContext, person: Person): Reply {
  const { now, body } = context;
  const input = parseJson(body);
  if (typeof input !== 'object' || input === null || !('status' in input)) {
    return errors(400, errorItem('status', 'blank', 'The body must be a JSON object with "status".'));
  }
  if (typeof input.status !== 'object' || input.status === null || Array.isArray(input.status)) {
    return errors(400, errorItem('status', 'invalid', 'status must be an object.', input.status));
  }
  const parsed = v.safeParse(statusSchema, input.status, { abortPipeEarly: true });
  if (!parsed.success) return errors(422, ...statusErrors(parsed.issues));

  const { emoji, title, expires_at: end, is_away: isAway, away_message: message } = parsed.output;
  const expiresAt = end === undefined ? undefined : Date.parse(end);
  if (expiresAt !== undefined && expiresAt <= now) {
    return errors(422, errorItem('expires_at', 'invalid', 'expires_at is in the past.', end));
  }
  // What the omitted fields become: the defaults, or what is there now.
  const before = context.statusUpdate === 'merge' ? context.state.statusOf(person, now) : null;
  const status: StoredStatus = {
    emoji,
    title,
    expiresAt: expiresAt ?? before?.expiresAt ?? null,
    isAway: isAway ?? before?.isAway ?? false,
    awayMessage: message === undefined ? (before?.awayMessage ?? null) : message.trim() === '' ? null : message,
  };
  person.status = status;
  return data(statusView(status));
}

export const statusRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/profile/status',
    scope: 'profile_status:read',
    handle: (context) => showStatus(context, context.caller.person),
  },
  {
    method: 'PUT',
    path: '/profile/status',
    scope: 'profile_status:write',
    handle: (context) => putStatus(context, context.caller.person),
  },
  {
    method: 'DELETE',
    path: '/profile/status',
    scope: 'profile_status:write',
    handle: ({ caller }) => {
      caller.person.status = null;
      return noContent;
    },
  },
];
