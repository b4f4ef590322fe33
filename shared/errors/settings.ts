/** What goes wrong with the settings on the disk. */
export interface SettingsErrors {
  /** The settings could not be written to disk; the change holds until quit. */
  settings_not_saved: { reason: string };
  /** The settings file was damaged: what could be read is kept, the damaged file is at `backup`. */
  settings_recovered: { backup: string; lost: readonly string[] };
  /** The settings file is of a newer version of the app and is left alone. */
  settings_newer: { version: number };
}
