/** What goes wrong at the door of the commands, or in the app itself. */
export interface AppErrors {
  /** What was sent to a command does not fit its schema. `field` is a path such as `token`, `reason` is for logs. */
  bad_input: { field: string; reason: string };
  /** No such command. */
  unknown_command: Record<string, never>;
  /** A fault of ours. */
  internal: { reason: string };
  /** A newer version of the app could not be looked for or downloaded. */
  update_failed: Record<string, never>;
}
