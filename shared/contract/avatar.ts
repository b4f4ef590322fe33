import * as v from 'valibot';
import { expiryRuleSchema } from '../schemas.ts';
import { id, nothing, type CommandInputs } from './inputs.ts';

/** The largest picture the app sends, in bytes. Pachca documents no limit; this is far more than an avatar needs. */
export const AVATAR_LIMIT = 1024 * 1024;

/** The picture. */
export const avatarInputs = {
  /**
   * Sends a picture. `until`: the present one comes back then, with the end of the present status or at a moment; null =
   * it stays. `force` sends it also where the present picture cannot be kept, so that no undo is possible.
   */
  'avatar.upload': v.strictObject({
    image: v.pipe(v.string(), v.maxLength(Math.ceil(AVATAR_LIMIT / 3) * 4), v.base64()),
    until: v.nullable(v.union([v.literal('status'), v.strictObject({ rule: expiryRuleSchema })])),
    force: v.boolean(),
  }),
  /** Stops the change of the picture that is under way. */
  'avatar.cancel': nothing,
  'avatar.delete': v.strictObject({ force: v.boolean() }),
  /** Takes the last change of the picture back. */
  'avatar.undo': nothing,
  /** Chooses one of the kept pictures again. */
  'avatar.restore': v.strictObject({ id, force: v.boolean() }),
  /** Keeps the temporary picture for good. */
  'avatar.keep': nothing,
  /** Forgets a finished or failed change of the picture. */
  'avatar.dismissJob': nothing,
} satisfies CommandInputs;
