import * as v from 'valibot';
import { nothing, type CommandInputs } from './inputs.ts';

/** What the app does around all this: links, files, its window, its end. */
export const shellInputs = {
  /** Versions, platform, keychain, settings in short, the last errors: a text without secrets. */
  'diagnostics.collect': nothing,
  /** Puts a text on the clipboard. */
  'clipboard.write': v.strictObject({ text: v.pipe(v.string(), v.maxLength(100_000)) }),
  /** Saves a text to a file that the person chooses. */
  'file.save': v.strictObject({
    name: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u)),
    text: v.pipe(v.string(), v.maxLength(1_000_000)),
  }),
  /** Opens one of the app's own links in the browser. Which address that is, the main side decides. */
  'link.open': v.strictObject({ link: v.picklist(['tokens', 'botTokens']) }),
  /** Opens the value of a profile field of type link, https only. */
  'link.openProfileField': v.strictObject({ propertyId: v.pipe(v.number(), v.safeInteger()) }),
  'popover.open': nothing,
  'popover.hide': nothing,
  /** Keeps the popover open while a file dialog takes the focus, until it is let go. */
  'popover.hold': v.strictObject({ held: v.boolean() }),
  /** The page noticed that there is a network again. */
  'network.online': nothing,
  'app.quit': nothing,
} satisfies CommandInputs;

/** What these commands give back that give back more than success. */
export interface ShellValues {
  'diagnostics.collect': string;
  /** False = the person cancelled. */
  'file.save': boolean;
}
