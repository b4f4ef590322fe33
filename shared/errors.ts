/**
 * The catalogue of everything that can go wrong. Each code has a text in both languages (`i18n/`) that says what
 * happened and what to do. Parameters carry what the text needs; none of them is ever a token.
 */
export interface ErrorParams {
  /** What was sent to a command does not fit its schema. `field` is a path such as `token`, `reason` is for logs. */
  bad_input: { field: string; reason: string };
  /** No such command. */
  unknown_command: { name: string };
  /** A fault of ours. */
  internal: { reason: string };

  /** What was pasted cannot be a token: empty, too short, or with characters that no header may carry. */
  token_malformed: { reason: 'empty' | 'short' | 'long' | 'characters' };
  /** 401 at sign-in: the server does not know the token. */
  token_rejected: { message: string | null };
  /** 401 and the server says that it was revoked or has expired, or a stored token that worked before is refused. */
  token_revoked: { message: string | null };
  /** The command needs a signed-in account. */
  signed_out: Record<string, never>;

  /** 403: the token lacks a scope. `scope` is null where the server did not name it and the call is not known. */
  insufficient_scope: { scope: string | null };
  /** 403: the workspace or the owner's role forbids it. */
  forbidden: { message: string | null };
  /** 402: the workspace's plan does not include it. */
  plan_required: { message: string | null };
  /** 404 or 410. */
  not_found: { message: string | null };
  /** 400, 409 or 422: the server refused what was sent. `code` is Pachca's, such as `wrong_emoji`. */
  refused: { status: number; field: string | null; code: string | null; message: string | null };
  /** 429 after all tries, or told to wait longer than we do by ourselves. `retryAfter` in seconds, null when not said. */
  rate_limited: { retryAfter: number | null };
  /** 5xx after all tries. */
  server_error: { status: number };
  /** The server could not be reached: no network, no such host, connection refused or dropped. */
  offline: { reason: string };
  /** The server's certificate was not accepted. */
  certificate: { reason: string };
  /** No answer within the time limit, in seconds. */
  timeout: { seconds: number };
  /** The server redirects; a token is not carried to another address. */
  redirected: { status: number | null };
  /** The body is larger than the limit, in bytes. */
  response_too_large: { limit: number };
  /** The body is not JSON, or not of the documented shape. */
  bad_response: { reason: string };
  /** Any other HTTP status. */
  unexpected_status: { status: number };
  /** Whoever asked gave up: something newer took its place, or the app quits. Nothing to show. */
  aborted: Record<string, never>;

  /** The keychain exists and is locked. */
  keychain_locked: Record<string, never>;
  /** No keychain answers on this computer. */
  keychain_absent: { reason: string };
  /** The keychain refused to store, or what it gives back is not what was stored. */
  keychain_not_stored: { reason: string };
  /** The entry is still in the keychain after it was to be removed. `service` and `account` name it. */
  keychain_not_removed: { service: string; account: string };
  /** The keychain is open and has no entry where an account was stored: somebody removed it. */
  keychain_entry_missing: { service: string; account: string };

  /** The settings could not be written to disk; the change holds until quit. */
  settings_not_saved: { reason: string };
  /** The settings file was damaged: what could be read is kept, the damaged file is at `backup`. */
  settings_recovered: { backup: string; lost: readonly string[] };
  /** The settings file is of a newer version of the app and is left alone. */
  settings_newer: { version: number };

  /** A preset with this id does not exist (any more). */
  preset_missing: { id: string };
  /** The end that was asked for has already passed. */
  end_in_past: Record<string, never>;
  /** The away message is over the limit after filling in, in UTF-16 units. */
  away_message_too_long: { length: number; limit: number };
  /** The status was changed elsewhere, or ended, so that what was asked for makes no sense any more. */
  status_changed: Record<string, never>;
  /** There is nothing to undo, to extend, or to return to (any more). */
  nothing_to_do: Record<string, never>;
  /** The file is not a list of presets. `line` is 1-based, null where the fault has no place. */
  presets_file: {
    line: number | null;
    field: string | null;
    reason: 'json' | 'shape' | 'version' | 'duplicate' | 'empty';
  };
  /** No more presets can be added. */
  presets_full: { limit: number };
  /** No account with this key (any more). */
  account_missing: { key: string };
  /** The picture is larger than the limit, in bytes; null = the server (413) does not say what its limit is. */
  avatar_too_large: { limit: number | null };
  /** What was sent is not a PNG or JPEG. */
  avatar_not_image: Record<string, never>;
  /** The picture that was kept is gone from the disk. */
  avatar_gone: Record<string, never>;
  /**
   * The present picture cannot be kept, so that replacing it could not be undone; `force` replaces it all the same.
   * `temporary`: it would have to come back, so that nothing helps but a picture that stays.
   */
  avatar_not_kept: { temporary: boolean };
  /** A change of the picture is under way; a second one is not begun before it is over. */
  avatar_busy: Record<string, never>;
  /** The picture is to last as long as the status, and there is none. */
  avatar_no_status: Record<string, never>;
  /** There is no change of the picture to take back (any more): somebody changed it elsewhere, for one. */
  avatar_changed: Record<string, never>;

  /** The image file is larger than the limit, in bytes. */
  image_too_large: { limit: number };
  /** The file is no image of any kind we know, whatever its name says. */
  image_unknown: Record<string, never>;
  /** An image of a kind that is not taken, or that this computer cannot decode. `type` is its name, such as `TIFF`. */
  image_unsupported: { type: string };
  /** A side is too long, there are too many pixels in all, or absurdly many for so small a file. */
  image_too_many_pixels: { width: number; height: number; exceeded: 'side' | 'pixels' | 'ratio' };
  /** The image file is cut off or damaged. `reason` is for logs. */
  image_broken: { reason: string };
  /** An animation without a single frame. */
  image_no_frames: Record<string, never>;
}

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
  keychain_locked: 'unlock-keychain',
  keychain_not_removed: 'unlock-keychain',
  keychain_absent: 'use-session',
  keychain_not_stored: 'use-session',
  keychain_entry_missing: 'new-token',
  rate_limited: 'retry',
  server_error: 'retry',
  offline: 'retry',
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
