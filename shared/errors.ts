import type { AppErrors } from './errors/app.ts';
import type { AvatarErrors } from './errors/avatar.ts';
import type { DesktopErrors } from './errors/desktop.ts';
import type { ImageErrors } from './errors/image.ts';
import type { KeychainErrors } from './errors/keychain.ts';
import type { NetworkErrors } from './errors/network.ts';
import type { PresetsErrors } from './errors/presets.ts';
import type { RefusalErrors } from './errors/refusals.ts';
import type { ServerErrors } from './errors/server.ts';
import type { SettingsErrors } from './errors/settings.ts';
import type { StatusErrors } from './errors/status.ts';
import type { TokenErrors } from './errors/token.ts';

/**
 * The catalogue of everything that can go wrong. Each code has a text in both languages (`i18n/`) that says what
 * happened and what to do. Parameters carry what the text needs; none of them is ever a token. Each area's are
 * in a file of its own (`errors/`), and so are its texts (`i18n/errors/`).
 */
export interface ErrorParams
  extends
    AppErrors,
    TokenErrors,
    NetworkErrors,
    RefusalErrors,
    ServerErrors,
    KeychainErrors,
    SettingsErrors,
    StatusErrors,
    PresetsErrors,
    AvatarErrors,
    ImageErrors,
    DesktopErrors {}

/** A code of the catalogue. */
export type ErrorCode = keyof ErrorParams;

/** One failure. `requestId` is the server's `x-request-id`, worth keeping for a bug report. */
export type AppError = {
  [C in ErrorCode]: { readonly code: C; readonly params: Readonly<ErrorParams[C]>; readonly requestId?: string };
}[ErrorCode];

/** The member of {@link AppError} with the code `C`. */
export type ErrorOf<C extends ErrorCode> = Extract<AppError, { code: C }>;

/**
 * Makes a failure of the catalogue.
 * @param requestId the server's `x-request-id`, where there was one
 */
export function appError<C extends ErrorCode>(code: C, params: ErrorParams[C], requestId?: string | null): ErrorOf<C> {
  // The cast states what the mapped type already guarantees: `code` and `params` belong together.
  return (requestId ? { code, params, requestId } : { code, params }) as unknown as ErrorOf<C>;
}

/** What the person can do about a failure with one click; the texts say the rest. */
export type Remedy = 'retry' | 'new-token' | 'token-help' | 'use-session' | 'unlock-keychain' | null;

const remedies: Partial<Record<ErrorCode, Remedy>> = {
  token_malformed: 'token-help',
  token_rejected: 'token-help',
  token_revoked: 'new-token',
  signed_out: 'new-token',
  insufficient_scope: 'token-help',
  access_denied: 'new-token',
  keychain_locked: 'unlock-keychain',
  keychain_not_removed: 'unlock-keychain',
  keychain_absent: 'use-session',
  keychain_not_stored: 'use-session',
  account_not_kept: 'use-session',
  keychain_entry_missing: 'new-token',
  rate_limited: 'retry',
  server_error: 'retry',
  offline: 'retry',
  unreachable: 'retry',
  unconfirmed: 'retry',
  foreign_page: 'retry',
  token_doubted: 'retry',
  timeout: 'retry',
  certificate: 'retry',
  redirected: 'retry',
  bad_response: 'retry',
  response_too_large: 'retry',
  unexpected_status: 'retry',
  internal: 'retry',
};

/** The one-click remedy for a failure, or null where only the text helps. */
export const remedyFor = (error: AppError): Remedy => remedies[error.code] ?? null;

/** Whether the server was not reached: what was asked is worth keeping until it is. */
export const isUnreached = ({ code }: AppError): boolean =>
  code === 'offline' || code === 'unreachable' || code === 'timeout';

const forbidding: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'access_denied',
  'api_restricted',
  'forbidden',
  'role_forbids',
]);

/** Whether somebody is not allowed to do this, whatever their token may: a 403 that is not about a scope. */
export const isForbidden = ({ code }: AppError): boolean => forbidding.has(code);

const shutOut: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['access_denied', 'api_restricted', 'workspace_suspended']);

/** Whether no call of the token's owner will be answered, whatever it is. */
export const isShutOut = ({ code }: AppError): boolean => shutOut.has(code);

const ambiguous: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'aborted',
  'bad_response',
  'foreign_page',
  'offline',
  'response_too_large',
  'server_error',
  'timeout',
  'unconfirmed',
  'unexpected_status',
  'unreachable',
]);

/** Whether the server may have done what was asked although this came of it. */
export const mayBeDone = ({ code }: AppError): boolean => ambiguous.has(code);
