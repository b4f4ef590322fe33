import type { Person } from './people.ts';
import { errorItem, errors, refused } from './replies.ts';
import type { Reply } from './replies.ts';
import { mayHold } from './scopes.ts';
import type { WorkspaceState } from './state.ts';
import type { DemoTokenName, TokenRecord } from './tokens.ts';

/** Whose request this is. */
export interface Caller {
  readonly token: TokenRecord;
  readonly person: Person;
}

/** `last_used_at` can be this old: the server does not write it at every request. */
const LAST_USED_LAG_MS = 3_600_000;

/** Which demo token a request carries, for the log: its name, never itself. */
export function tokenName(state: WorkspaceState, header: string | null): DemoTokenName | 'unknown' | null {
  if (header === null) return null;
  return state.tokens.find((token) => token.secret === bearer(header))?.kind ?? 'unknown';
}

function bearer(header: string): string | null {
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? null;
}

/**
 * Finds the caller. Each way to fail has its own `error` code, as on the real server: clients must go by the status.
 *
 * @returns the caller, or the 401 to answer with.
 */
export function authenticate(state: WorkspaceState, header: string | null, now: number): Caller | Reply {
  const secret = header === null ? null : bearer(header);
  if (secret === null) {
    return refused(401, 'unauthorized', 'The Authorization header must be "Bearer <token>".');
  }
  const token = state.tokens.find((candidate) => candidate.secret === secret);
  const person = state.people.find((candidate) => candidate.id === token?.userId);
  if (token === undefined || person === undefined) {
    return refused(401, 'invalid_token', 'The access token is invalid.');
  }
  if (token.revoked) return refused(401, 'token_revoked', 'The access token was revoked.');
  if (token.expiresAt !== null && now >= token.expiresAt) {
    return refused(401, 'token_expired', 'The access token has expired.');
  }
  if (person.suspended) return refused(401, 'user_suspended', 'The owner of the access token is suspended.');
  return { token, person };
}

/** Records the use of a token, with the real server's reluctance. */
export function markUsed(token: TokenRecord, now: number): void {
  if (token.lastUsedAt === null || now - token.lastUsedAt >= LAST_USED_LAG_MS) token.lastUsedAt = now;
}

/**
 * Checks the scope an operation needs, first on the token, then against the role its owner has now: a scope ticked
 * while they were an admin does not outlive the role.
 *
 * @param scope null when any live token will do.
 * @returns the 403 to answer with, or null when the caller may go on.
 */
export function forbidden({ token, person }: Caller, scope: string | null): Reply | null {
  if (scope === null) return null;
  if (person.role === 'guest' || person.role === 'multi_guest') {
    return errors(403, errorItem('base', 'access_denied', 'Guests have no access to the API.'));
  }
  if (!token.scopes.includes(scope)) {
    return refused(403, 'insufficient_scope', `The access token lacks the scope ${scope}.`);
  }
  if (!mayHold(person.role, scope)) {
    return errors(403, errorItem('base', 'access_denied', `The role of the token's owner does not allow ${scope}.`));
  }
  return null;
}
