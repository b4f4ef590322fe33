import type { AppError } from './errors.ts';

/** Newer versions of the app itself, as Settings shows them. */
export interface UpdatesView {
  /**
   * Who brings them: the app, the system's package manager (deb, rpm, Flatpak), or nobody, where a build was not told of any
   * place to look at.
   */
  readonly by: UpdatesBy;
  /** `latest`: asked, and there is none. `ready`: downloaded, and installed at the next start. */
  readonly phase: 'idle' | 'checking' | 'latest' | 'available' | 'downloading' | 'ready';
  /** The newer version, once it is known. */
  readonly version: string | null;
  /** What is new in it, as plain text. */
  readonly notes: string | null;
  /** When it was last asked with an answer, in epoch milliseconds. */
  readonly checkedAt: number | null;
  /** Why the last thing the person asked for failed; failures nobody asked for are kept quiet. */
  readonly error: AppError | null;
}

export type UpdatesBy = 'app' | 'package-manager' | 'nobody';
