/** What goes wrong with a status before it is sent. */
export interface StatusErrors {
  /** The end that was asked for has already passed. */
  end_in_past: Record<string, never>;
  /** The away message is over the limit after filling in, in UTF-16 units. */
  away_message_too_long: { length: number; limit: number };
  /** The status was changed elsewhere, or ended, so that what was asked for makes no sense any more. */
  status_changed: Record<string, never>;
  /** There is nothing to undo, to extend, or to return to (any more). */
  nothing_to_do: Record<string, never>;
}
