import * as v from 'valibot';
import { cleanLine } from '../../../shared/clean-text.ts';
import { appError } from '../../../shared/errors.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { HttpReply } from './http.ts';
import { parseJson } from './json.ts';

/** The longest message of the server that is passed on, in characters. */
const MESSAGE_LIMIT = 300;

/** The longest key or code of an error item; real ones are a word or two. */
const NAME_LIMIT = 100;

/** Stands in for the token where the server repeats it. */
const REDACTED = '[token]';

// Every part may be missing or of another type: an error is worth showing even where its body is odd.
const text = v.optional(v.fallback(v.nullable(v.string()), null), null);
const errorItem = v.fallback(v.object({ key: text, code: text, message: text }), {
  key: null,
  code: null,
  message: null,
});
const errorBody = v.fallback(
  v.object({
    error: text,
    error_description: text,
    errors: v.optional(v.fallback(v.array(errorItem), []), []),
  }),
  { error: null, error_description: null, errors: [] },
);

/** What a failure is judged by besides the response. */
export interface CallFacts {
  /** The scope the operation needs, null where any live token will do. */
  readonly scope: string | null;
  readonly token: string;
}

/**
 * Gives a response that is neither a success nor repeated its place in the catalogue. The HTTP status decides; the body,
 * whatever it is, only adds words.
 */
export function responseError(reply: HttpReply, { scope, token }: CallFacts): AppError {
  const { status, requestId } = reply;
  // Pachca's own refusals are data. Where a page says 403 or 404, somebody between refuses.
  if (foreign.has(status) || (status !== 413 && !spoken.has(status) && isPage(reply))) {
    return appError('foreign_page', { status }, requestId);
  }
  const json = parseJson(reply.body);
  const body = v.parse(errorBody, json.ok ? json.value : null);
  const item = body.errors[0];
  const message = tidy(body.error_description ?? item?.message ?? body.error, token, MESSAGE_LIMIT);

  switch (status) {
    case 401:
      return appError(saysGone(body) ? 'token_revoked' : 'token_rejected', { message }, requestId);
    case 402:
      return appError('workspace_suspended', { message }, requestId);
    case 403:
      if (body.error === 'insufficient_scope') {
        return appError('insufficient_scope', { scope: missingScope(body.error_description, scope, token) }, requestId);
      }
      return refusal(item?.code ?? null, message, requestId);
    case 404:
    case 410:
      return appError('not_found', { message }, requestId);
    case 400:
    case 409:
    case 422: {
      const key = tidy(item?.key ?? null, token, NAME_LIMIT);
      // `base` is the server's word for "no field in particular".
      const field = key === 'base' ? null : key;
      const code = tidy(item?.code ?? body.error, token, NAME_LIMIT);
      return appError('refused', { status, field, code, message }, requestId);
    }
    default:
      return appError('unexpected_status', { status }, requestId);
  }
}

/** Proxy authentication, and the sign-in page of a network. */
const foreign: ReadonlySet<number> = new Set([407, 511]);

/** What is judged by the status alone, whatever the body is. */
const spoken: ReadonlySet<number> = new Set([400, 401, 402, 409, 422]);

/** Whether what came is a page and not data: JSON never begins with a "<". */
export function isPage({ contentType, body }: Pick<HttpReply, 'contentType' | 'body'>): boolean {
  const start = new TextDecoder().decode(body.subarray(0, 64)).trimStart();
  return start.startsWith('<') || (start !== '' && /^text\/html\b/i.test(contentType ?? ''));
}

const setting = /\bapi\b.*(admin|owner)|(admin|owner).*\bapi\b|админ.*\bapi\b|\bapi\b.*админ|владел.*\bapi\b/i;
const role = /\brole\b|\bрол[ьи]/i;

/** A 403 that is not about a scope. The words decide what its code leaves open; no list of codes is documented. */
function refusal(code: string | null, message: string | null, requestId: string | null): AppError {
  const said = message ?? '';
  if (code === 'access_denied' && !role.test(said) && !setting.test(said)) {
    return appError('access_denied', { message }, requestId);
  }
  const which = setting.test(said) ? 'api_restricted' : role.test(said) ? 'role_forbids' : 'forbidden';
  return appError(which, { message }, requestId);
}

/** Whether an error means that the server does not take the token. */
export const isUnauthorized = (error: AppError): boolean =>
  error.code === 'token_rejected' || error.code === 'token_revoked';

/**
 * A failure or an answer without the token in it, wherever the server managed to put it (`x-request-id`, a title).
 * @param value plain data, as JSON has it
 */
export function withoutToken<T>(value: T, token: string): T {
  const json = JSON.stringify(value);
  const spelled = JSON.stringify(token).slice(1, -1);
  return json.includes(spelled) ? (JSON.parse(json.replaceAll(spelled, REDACTED)) as T) : value;
}

/** The server's words made fit to be shown; null where nothing is left. */
function tidy(said: string | null, token: string, limit: number): string | null {
  if (said === null) return null;
  // First the token, then the cut: a cut through the token would leave its beginning.
  const clean = cleanLine(said.replaceAll(token, REDACTED)).replaceAll(token, REDACTED);
  if (clean === '') return null;
  // By code points, so that no character is cut in two.
  const short = Array.from(clean.slice(0, 2 * limit)).slice(0, limit);
  return short.length < clean.length && short.join('') !== clean ? `${short.slice(0, -1).join('')}…` : clean;
}

const gone = /revoked|expired|suspended|deactivated|отозван|аннулирован|ист[её]к|заблокирован/i;
/** RFC 6750 describes every 401 as "expired, revoked, malformed, or invalid": such a sentence says nothing. */
const vague = /\binvalid\b|malformed|недействител/i;

function saysGone({ error, error_description: description }: v.InferOutput<typeof errorBody>): boolean {
  if (error !== null && gone.test(error)) return true;
  return description !== null && gone.test(description) && !vague.test(description);
}

/** The scope the server names, else the one the operation needs. */
function missingScope(description: string | null, needed: string | null, token: string): string | null {
  const words = (tidy(description, token, MESSAGE_LIMIT) ?? '').matchAll(/\b[a-z_]+(?::[a-z_]+){1,2}\b/g);
  const named = Array.from(words, ([word]) => word);
  if (needed !== null && named.includes(needed)) return needed;
  return named[0] ?? needed;
}
