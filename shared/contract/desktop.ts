import * as v from 'valibot';
import { hints } from '../desktop.ts';
import { nothing, type CommandInputs } from './inputs.ts';

/** How the app sits on the desktop. */
export const desktopInputs = {
  /** Starts the app, hidden, when the person logs in, or no more. Fails where the system says otherwise afterwards. */
  'login.set': v.strictObject({ enabled: v.boolean() }),
  /** The person knows that now. */
  'hint.dismiss': v.strictObject({ hint: v.picklist(hints) }),
  /** The page lost the focus, which macOS may not say of its window. */
  'popover.blurred': nothing,
  /** Shows the settings, from wherever one is. */
  'popover.openSettings': nothing,
} satisfies CommandInputs;
