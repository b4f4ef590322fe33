/** What goes wrong on the way to the server and back. */
export interface ServerErrors {
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
}
