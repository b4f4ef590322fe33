/** What the server says in place of a success. `message` is what it said itself. */
export interface RefusalErrors {
  /** 403: the token lacks a scope. `scope` is null where the server did not name it and the call is not known. */
  insufficient_scope: { scope: string | null };
  /** 403 `access_denied`: the token's owner is a guest, suspended or deleted. */
  access_denied: { message: string | null };
  /** 403: the role of the token's owner does not allow it. */
  role_forbids: { message: string | null };
  /** 403: the workspace lets only administrators use the API ('Кто может работать с API'). */
  api_restricted: { message: string | null };
  /** 403 that does not say which of the two it is. */
  forbidden: { message: string | null };
  /** 402: the workspace is suspended for non-payment. */
  workspace_suspended: { message: string | null };
  /** 401 to a call, though the server knows the token when asked about it. */
  token_doubted: { message: string | null };
  /** 429 after all tries, or told to wait longer than we do by ourselves. `retryAfter` in seconds, null when not said. */
  rate_limited: { retryAfter: number | null };
  /** 5xx after all tries, or told to wait longer than we do by ourselves: then `retryAfter`, in seconds. */
  server_error: { status: number; retryAfter?: number };
  /** 2xx to a change, but not as it is documented: what holds must be read. `page`: it was a page of something between. */
  unconfirmed: { status: number; page: boolean };
}
