import * as v from 'valibot';
import type { AppError } from '../errors.ts';
import { draftSchema, expiryRuleSchema, statusPlanSchema, wayBackSchema } from '../schemas.ts';
import { id, nothing, type CommandInputs } from './inputs.ts';

/**
 * What became of a change of status: done, kept until there is a network, or replaced by a newer one before it was sent.
 */
export type ChangeOutcome = 'done' | 'queued' | 'superseded';

/** What became of a preset: `asked` = it asks for something at the click, and the popover shows it. Nothing was sent. */
export type PresetOutcome = ChangeOutcome | 'asked';

/** The status: set, extended, cleared, undone; and what is being written. */
export const statusInputs = {
  /** Asks the server which status holds. */
  'status.refresh': nothing,
  /**
   * Sets the status a plan stands for now. `wayBack: true` returns to the present one afterwards, `false` to none, null
   * where that makes sense. With `wayBack: {editOf}` it is an edit: it takes the place of that status, as it was shown when
   * the edit began. What waits under that one goes on waiting, as far as it outlives the new one; that one itself never
   * comes back. Where it is not the present one any more, nothing comes back. `presetId`: the preset it was made from.
   */
  'status.set': v.strictObject({ plan: statusPlanSchema, wayBack: wayBackSchema, presetId: v.optional(id) }),
  /**
   * Sets the status a preset stands for now, with another end where one is given. A preset that asks for something opens
   * the popover instead, as `status.adjustPreset` does. Where it is the present status already, a duration begins anew, and
   * anything else stays as it is; neither takes the last change's undo away.
   */
  'status.applyPreset': v.strictObject({ presetId: id, expiry: v.optional(expiryRuleSchema) }),
  /** Opens the popover's editor on a preset, with this end to begin with. Nothing is sent. */
  'status.adjustPreset': v.strictObject({ presetId: id, expiry: v.optional(expiryRuleSchema) }),
  /** The popover shows the editor that was asked for ({@link AppState.adjusting}). */
  'status.adjustingShown': v.strictObject({ id: v.pipe(v.number(), v.integer()) }),
  /** The same in every account; what a preset would ask for is as it stands in the preset. */
  'status.applyPresetToAll': v.strictObject({ presetId: id }),
  'status.applyRecent': v.strictObject({ id }),
  /** Lets the present status end later: by some minutes, or at another moment. */
  'status.extend': v.strictObject({ by: expiryRuleSchema }),
  'status.clear': nothing,
  /** Takes the last change back, all fields. */
  'status.undo': nothing,
  /** Returns to the earlier status now, before the present one ends. `nothing_to_do` where none waits. */
  'status.goBack': nothing,
  /** Does not return to the earlier status when the present one ends. */
  'status.forgetWayBack': nothing,
  /** Sends the failed change once more, with a freshly resolved end where it came from a preset. */
  'status.retryChange': nothing,
  /** Forgets a failed or finished change, and gives up one that waits for another try or for the network. */
  'status.dismissChange': nothing,
  /** Sends a change that waits for the network now. */
  'status.sendNow': nothing,
  /** The person knows that the status ends soon. */
  'status.letEnd': nothing,
  /** Keeps what is being written in the editor for an account, which may not be the one in use any more; null = nothing. */
  'draft.save': v.strictObject({ account: id, draft: v.nullable(draftSchema) }),
} satisfies CommandInputs;

/** What these commands give back that give back more than success. */
export interface StatusValues {
  'status.set': ChangeOutcome;
  'status.applyPreset': PresetOutcome;
  'status.applyPresetToAll': readonly { readonly key: string; readonly error: AppError | null }[];
  'status.applyRecent': ChangeOutcome;
  'status.extend': ChangeOutcome;
  'status.clear': ChangeOutcome;
  'status.undo': ChangeOutcome;
  'status.goBack': ChangeOutcome;
  'status.retryChange': ChangeOutcome;
  'status.sendNow': ChangeOutcome;
}
