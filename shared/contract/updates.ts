import { nothing, type CommandInputs } from './inputs.ts';

/** Newer versions of the app. Nothing is downloaded or installed that the person did not ask for. */
export const updatesInputs = {
  'updates.check': nothing,
  /** Downloads the version that was found. */
  'updates.download': nothing,
  /** Quits, and starts the version that was downloaded. */
  'updates.install': nothing,
} satisfies CommandInputs;
