/** What goes wrong with the settings on the disk. */
export interface SettingsErrors {
  /** The settings could not be written to disk; the change holds until quit. */
  settings_not_saved: { reason: string };
  /** The settings file was damaged: what could be read is kept, the damaged file is at `backup`. */
  settings_recovered: { backup: string; lost: readonly string[] };
  /** The settings file is of a newer version of the app and is left alone. */
  settings_newer: { version: number };
  /**
   * What is at `file` in place of the settings cannot be read, and is left alone: a folder, a link that leads back to
   * itself, a file that only others may read, or something else that is no file.
   */
  settings_unreadable: { file: string; reason: 'folder' | 'loop' | 'permission' | 'other' };
  /** The settings could not be written, so that an account could not be kept: nothing of it is stored. */
  account_not_kept: { reason: string };
}
