/** What goes wrong on the way to the server and back. */
export interface ServerErrors {
  /** 404 or 410. */
  not_found: { message: string | null };
  /** 400, 409 or 422: the server refused what was sent. `code` is Pachca's, such as `wrong_emoji`. */
  refused: { status: number; field: string | null; code: string | null; message: string | null };
  /** Any other HTTP status. */
  unexpected_status: { status: number };
  /** Whoever asked gave up: something newer took its place, or the app quits. Nothing to show. */
  aborted: Record<string, never>;
}
