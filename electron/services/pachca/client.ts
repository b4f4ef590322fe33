import * as v from 'valibot';
import { appError, type AppError } from '../../../shared/errors.ts';
import { done, fail, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { ProfileProperty, ProfileView } from '../../../shared/profile.ts';
import type { Status } from '../../../shared/status.ts';
import { createCaller } from './call.ts';
import type { CallOptions, Operation, PachcaClientPorts } from './call.ts';
import { withoutToken } from './errors.ts';
import type { HttpReply } from './http.ts';
import type { ImageType } from './image.ts';
import { parseJson } from './json.ts';
import {
  avatarAnswer,
  currentStatusAnswer,
  describeIssue,
  peopleAnswer,
  profileAnswer,
  profileViewAnswer,
  propertyNamesAnswer,
  statusAnswer,
  tokenInfoAnswer,
} from './schemas.ts';
import type { PeoplePage, Profile, TokenInfo, UploadedAvatar } from './schemas.ts';
import { maskToken } from './token.ts';
import { avatarForm } from './upload.ts';

/** The first instant, in epoch milliseconds, that ISO 8601 does not write with four digits of a year. */
const YEAR_10000 = 253_402_300_800_000;

/** Colleagues a page of the search has; Pachca allows 50. */
const PEOPLE_PAGE = 20;

/** For sending a picture. */
export interface UploadOptions extends CallOptions {
  /** Called with the part of the picture that was handed to the network, from 0 to 1; each try begins at 0 again. */
  readonly onProgress?: (part: number) => void;
}

/**
 * Pachca, as far as one's own status needs it. No method rejects. Each may fail with `offline`, `unreachable`,
 * `certificate`, `timeout`, `redirected`, `response_too_large`, `bad_response`, `foreign_page`, `rate_limited`,
 * `server_error`, `token_rejected`, `token_revoked`, `access_denied`, `forbidden`, `workspace_suspended`, `not_found`,
 * `refused`, `unexpected_status`, `aborted`; with `insufficient_scope` where a scope is named; and what changes something
 * with `unconfirmed`, where only the documented success counts.
 *
 * 429 and 500, 502, 503, 504 are repeated up to three times, a connection that broke once and at once; every operation
 * here may be carried out twice with the same outcome. Nothing else is repeated. Where the server asks to wait nothing
 * leaves for this token until that is over; a call that would wait for more than a minute fails at once.
 */
export interface PachcaClient {
  /** What this token is and may do. Any live token may ask. */
  tokenInfo(options?: CallOptions): Promise<Result<TokenInfo>>;
  /** The token's user. Needs `profile:read`. */
  profile(options?: CallOptions): Promise<Result<Profile>>;
  /** The same user with everything worth reading. Needs `profile:read`. */
  profileView(options?: CallOptions): Promise<Result<ProfileView>>;
  /** The workspace's own fields of a person, in its order, without values. Needs `custom_properties:read`. */
  propertyNames(options?: CallOptions): Promise<Result<readonly ProfileProperty[]>>;
  /**
   * A page of colleagues by name, nickname, email or phone. Needs `users:read`.
   * @param cursor the `next` of the page before, null = the first
   */
  people(query: string, cursor: string | null, options?: CallOptions): Promise<Result<PeoplePage>>;
  /** The status the server holds, null = none. It may have ended a moment ago. Needs `profile_status:read`. */
  status(options?: CallOptions): Promise<Result<Status | null>>;
  /**
   * Replaces the status. Needs `profile_status:write`. `bad_input` where the end is no instant from 1970 to 9999.
   * @returns the status the server holds now. It can differ from the one asked for: whether fields that cannot be sent
   *   empty (the end) are kept from before is not documented.
   */
  setStatus(status: Status, options?: CallOptions): Promise<Result<Status>>;
  /** Clears the status. Needs `profile_status:write`. */
  clearStatus(options?: CallOptions): Promise<Result<null>>;
  /**
   * Replaces the picture. Needs `profile_avatar:write`. Also fails with `avatar_too_large` (413). One try may take a
   * minute.
   */
  putAvatar(bytes: Uint8Array<ArrayBuffer>, type: ImageType, options?: UploadOptions): Promise<Result<UploadedAvatar>>;
  /** Removes the picture, or none. Needs `profile_avatar:write`. */
  deleteAvatar(options?: CallOptions): Promise<Result<null>>;
  /** Milliseconds to add to this computer's clock to get the server's, to about half a second; null = not known yet. */
  clockOffset(): number | null;
}

/** Makes a client for one token. It holds no connection: dropping it is enough. */
export function createPachcaClient(ports: PachcaClientPorts): PachcaClient {
  const { token } = ports;
  const { run, serverClock } = createCaller(ports);

  /** One operation whose answer is read with `schema`. */
  async function ask<T>(
    operation: Operation,
    schema: v.GenericSchema<unknown, T>,
    options?: CallOptions,
  ): Promise<Result<T>> {
    const reply = await run(operation, options);
    const result = reply.ok ? read(reply.value, schema) : reply;
    if (result.ok) return ok(withoutToken(result.value, token));
    // A change whose answer cannot be read may be done; it is not for its words to say.
    const error =
      reply.ok && operation.method !== 'GET'
        ? appError('unconfirmed', { status: reply.value.status, page: false }, result.error.requestId)
        : result.error;
    return fail(withoutToken(error, token));
  }

  /** One operation whose success has nothing to say. */
  async function tell(operation: Operation, options?: CallOptions): Promise<Result<null>> {
    const reply = await run(operation, options);
    return reply.ok ? done : fail(withoutToken(reply.error, token));
  }

  const status = '/profile/status';
  const avatar = '/profile/avatar';
  return {
    tokenInfo: async (options) => {
      const info = await ask({ method: 'GET', path: '/oauth/token/info', scope: null }, tokenInfoAnswer, options);
      return info.ok ? ok({ ...info.value, masked: maskToken(token) }) : info;
    },
    profile: (options) => ask({ method: 'GET', path: '/profile', scope: 'profile:read' }, profileAnswer, options),
    profileView: (options) =>
      ask({ method: 'GET', path: '/profile', scope: 'profile:read' }, profileViewAnswer, options),
    propertyNames: (options) =>
      ask(
        { method: 'GET', path: '/custom_properties?entity_type=User', scope: 'custom_properties:read' },
        propertyNamesAnswer,
        options,
      ),
    people: (query, cursor, options) => {
      const search = new URLSearchParams({ query, limit: String(PEOPLE_PAGE), ...(cursor === null ? {} : { cursor }) });
      return ask({ method: 'GET', path: `/users?${search.toString()}`, scope: 'users:read' }, peopleAnswer, options);
    },
    status: (options) =>
      ask({ method: 'GET', path: status, scope: 'profile_status:read' }, currentStatusAnswer, options),
    async setStatus(wanted, options) {
      const body = statusRequest(wanted);
      return body.ok
        ? ask(
            { method: 'PUT', path: status, scope: 'profile_status:write', body: { json: body.value } },
            statusAnswer,
            options,
          )
        : body;
    },
    clearStatus: (options) => tell({ method: 'DELETE', path: status, scope: 'profile_status:write' }, options),
    async putAvatar(bytes, type, options = {}) {
      const form = () => avatarForm(bytes, type, options.onProgress ?? (() => undefined));
      const operation = { method: 'PUT', path: avatar, scope: 'profile_avatar:write', body: { form } } as const;
      const sent = await ask(operation, avatarAnswer, options);
      return sent.ok ? sent : fail(avatarError(sent.error));
    },
    deleteAvatar: (options) => tell({ method: 'DELETE', path: avatar, scope: 'profile_avatar:write' }, options),
    clockOffset: () => serverClock.offset(),
  };
}

/** The same failure in the words of a picture. What a proxy refuses as too large it refuses without saying its limit. */
function avatarError(error: AppError): AppError {
  if (error.code === 'unexpected_status' && error.params.status === 413) {
    return appError('avatar_too_large', { limit: null }, error.requestId);
  }
  // The picture is all that was sent, whatever name the server has for it.
  return error.code === 'refused' ? appError('refused', { ...error.params, field: 'image' }, error.requestId) : error;
}

/** Reads a success. */
function read<T>({ body, requestId }: HttpReply, schema: v.GenericSchema<unknown, T>): Result<T> {
  const json = parseJson(body);
  if (!json.ok) return fail(appError('bad_response', { reason: json.reason }, requestId));
  const parsed = v.safeParse(schema, json.value, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  return fail(appError('bad_response', { reason: describeIssue(parsed.issues) }, requestId));
}

/**
 * What `PUT /profile/status` takes. Whether the server replaces the status or merges into it is not documented, so
 * every field is sent that can be: no away message is sent as `""` (the field is a text without a least length), which
 * is right under both. Only the end has no such spelling, since its schema takes no null.
 */
function statusRequest({ emoji, title, expiresAt, isAway, awayMessage }: Status): Result<unknown> {
  if (expiresAt !== null && !(expiresAt >= 0 && expiresAt < YEAR_10000)) {
    return fail(appError('bad_input', { field: 'expiresAt', reason: 'not an instant that can be written' }));
  }
  return ok({
    status: {
      emoji,
      title,
      ...(expiresAt === null ? {} : { expires_at: new Date(expiresAt).toISOString() }),
      is_away: isAway,
      away_message: awayMessage ?? '',
    },
  });
}
