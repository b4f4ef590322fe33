import { appError } from '../../../shared/errors.ts';
import type { ErrorParams } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { isForeignToken } from '../../../shared/foreign-token.ts';
import type { Result } from '../../../shared/result.ts';

/** Pachca's tokens have 43 characters; the form is not documented, so the limits only catch what cannot be one. */
const SHORTEST = 16;
const LONGEST = 512;

/** Visible ASCII without quotes: all that a header carries unchanged. */
const tokenCharacters = /^[\x21\x23-\x26\x28-\x5f\x61-\x7e]+$/;

const malformed = (reason: ErrorParams['token_malformed']['reason']): Result<string> =>
  fail(appError('token_malformed', { reason }));

/**
 * Tidies what a person pasted and says whether it can be a token at all, before anything is sent.
 * @param raw surrounding white space and a leading `Bearer` are taken off
 * @returns the token as it goes into the header, or `token_malformed`
 */
export function checkToken(raw: string): Result<string> {
  const token = raw.trim().replace(/^bearer(\s+|$)/i, '');
  if (token === '') return malformed('empty');
  if (isForeignToken(token)) return malformed('foreign');
  if (token.length > LONGEST) return malformed('long');
  if (!tokenCharacters.test(token)) return malformed('characters');
  if (token.length < SHORTEST) return malformed('short');
  return ok(token);
}

/** What a long token shows of itself at its beginning and its end, as Pachca's own pages do; a short one shows less. */
const SHOWN = { long: [8, 4], short: [2, 2] } as const;

/** A token as it may be shown: enough to recognise it by, far too little to use it. */
export function maskToken(token: string): string {
  const [first, last] = token.length >= 32 ? SHOWN.long : SHOWN.short;
  return `${token.slice(0, first)}...${token.slice(-last)}`;
}
