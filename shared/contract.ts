import * as v from 'valibot';
import type { AppError } from './errors.ts';
import type { ProfileView } from './profile.ts';
import type { Result } from './result.ts';
import {
  draftSchema,
  expiryRuleSchema,
  PRESET_LIMIT,
  presetSchema,
  statusPlanSchema,
  wallTimeSchema,
  wayBackSchema,
  weekdaySchema,
} from './schemas.ts';
import { themes, trayIconTones, type Account, type TokenFacts } from './state.ts';

const nothing = v.strictObject({});
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const token = v.pipe(v.string(), v.maxLength(4096));
const storage = v.picklist(['keychain', 'session']);

/** The largest picture the app sends, in bytes. Pachca documents no limit; this is far more than an avatar needs. */
export const AVATAR_LIMIT = 1024 * 1024;

/**
 * Every command there is, with the schema its input is parsed with on the main side, whoever sent it. Menu, popover,
 * timers and tests send the same commands through the same door; a command without a handler does not compile
 * ({@link Handlers}).
 */
export const commandInputs = {
  /** Asks the server whose token this is and what it may do. Nothing is stored. */
  'session.checkToken': v.strictObject({ token }),
  /** Checks a token with the server and keeps it. `storage: 'session'` keeps it in memory only, by the person's consent. */
  'session.signIn': v.strictObject({ token, storage }),
  /** As `session.checkToken`, for the token of the environment (`PACHCA_TOKEN`), which the page never sees. */
  'session.checkEnvironmentToken': nothing,
  /** Signs in with that token. */
  'session.signInFromEnvironment': v.strictObject({ storage }),
  /** Signs in to the demo workspace inside the app. */
  'session.tryDemo': nothing,
  /** Tries to read the stored token again, after the keychain was unlocked. */
  'session.retry': nothing,
  /** Signs the account in use out and proves that the token is gone. `force` forgets it even where that cannot be proven. */
  'session.signOut': v.strictObject({ force: v.boolean() }),

  'accounts.switch': v.strictObject({ key: id }),
  /** An empty label is the account's own name again. */
  'accounts.rename': v.strictObject({ key: id, label: v.pipe(v.string(), v.trim(), v.maxLength(100)) }),
  /** As signing out, for any account. */
  'accounts.remove': v.strictObject({ key: id, force: v.boolean() }),

  /** Asks the server again what the token may do. */
  'token.check': nothing,
  /** Everything worth reading of the profile, with the workspace's own fields. */
  'profile.load': nothing,
  /** Looks for colleagues; `cursor` is the `next` of the page before. Needs `users:read`. */
  'people.search': v.strictObject({
    query: v.pipe(v.string(), v.trim(), v.maxLength(200)),
    cursor: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  }),

  /** Asks the server which status holds. */
  'status.refresh': nothing,
  /**
   * Sets the status a plan stands for now. `wayBack: true` returns to the present one afterwards, `false` to none, null
   * where that makes sense. With `wayBack: {editOf}` it is an edit: it takes the place of that status, as it was shown when
   * the edit began. What waits under that one goes on waiting, as far as it outlives the new one; that one itself never
   * comes back. Where it is not the present one any more, nothing comes back.
   */
  'status.set': v.strictObject({ plan: statusPlanSchema, wayBack: wayBackSchema }),
  /** Sets the status a preset stands for now, with another end where one is given. */
  'status.applyPreset': v.strictObject({ presetId: id, expiry: v.optional(expiryRuleSchema) }),
  /** The same in every account. */
  'status.applyPresetToAll': v.strictObject({ presetId: id }),
  'status.applyRecent': v.strictObject({ id }),
  /** Lets the present status end later: by some minutes, or at another moment. */
  'status.extend': v.strictObject({ by: expiryRuleSchema }),
  'status.clear': nothing,
  /** Takes the last change back, all fields. */
  'status.undo': nothing,
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

  /** Changes a preset, or adds it where there is none with its id. */
  'presets.save': v.strictObject({ preset: presetSchema }),
  'presets.duplicate': v.strictObject({ id }),
  'presets.delete': v.strictObject({ id }),
  /** Puts a preset at another place, 0 = first. */
  'presets.move': v.strictObject({ id, to: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PRESET_LIMIT)) }),
  /** Back to the six presets to begin with. */
  'presets.reset': nothing,
  /** All presets as the text of a JSON file. */
  'presets.export': nothing,
  /** Takes the presets of such a file in place of the present ones, or none of them. */
  'presets.import': v.strictObject({ json: v.pipe(v.string(), v.maxLength(1_000_000)) }),

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

  'settings.update': v.strictObject({
    language: v.optional(v.picklist(['system', 'en', 'ru'])),
    theme: v.optional(v.picklist(themes)),
    trayIcon: v.optional(v.picklist(trayIconTones)),
    workStart: v.optional(wallTimeSchema),
    workEnd: v.optional(wallTimeSchema),
    weekStart: v.optional(v.nullable(weekdaySchema)),
    zone: v.optional(v.picklist(['computer', 'profile'])),
    warnBefore: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)))),
    presetsPerAccount: v.optional(v.boolean()),
  }),
  'notice.dismiss': v.strictObject({ id: v.pipe(v.number(), v.integer()) }),

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
} satisfies Record<string, v.GenericSchema>;

/** The name of a command. */
export type CommandName = keyof typeof commandInputs;

/** What a command takes. */
export type CommandInput<N extends CommandName> = v.InferOutput<(typeof commandInputs)[N]>;

/**
 * What became of a change of status: done, kept until there is a network, or replaced by a newer one before it was sent.
 */
export type ChangeOutcome = 'done' | 'queued' | 'superseded';

/** Whose token it is and what it may do, before it is stored. */
export interface CheckedToken {
  readonly account: Account;
  readonly scopes: readonly string[];
  /** Those of them for which Pachca said that the workspace or the role forbids it: a guest's token gets that. */
  readonly refused: readonly string[];
  readonly token: TokenFacts;
}

/** A colleague, as the search lists them. */
export interface Person {
  readonly userId: number;
  readonly name: string | null;
  readonly nickname: string;
}

/** What the commands give back that give back more than success. */
interface CommandValues {
  'session.checkToken': CheckedToken;
  'session.checkEnvironmentToken': CheckedToken;
  'status.set': ChangeOutcome;
  'status.applyPreset': ChangeOutcome;
  'status.applyPresetToAll': readonly { readonly key: string; readonly error: AppError | null }[];
  'status.applyRecent': ChangeOutcome;
  'status.extend': ChangeOutcome;
  'status.clear': ChangeOutcome;
  'status.undo': ChangeOutcome;
  'status.retryChange': ChangeOutcome;
  'status.sendNow': ChangeOutcome;
  'people.search': { readonly people: readonly Person[]; readonly next: string | null };
  'profile.load': ProfileView;
  /** The id of the copy. */
  'presets.duplicate': string;
  'presets.export': string;
  /** How many presets there are now. */
  'presets.import': number;
  'diagnostics.collect': string;
  /** False = the person cancelled. */
  'file.save': boolean;
}

/** What a command gives back on success. */
export type CommandValue<N extends CommandName> = N extends keyof CommandValues ? CommandValues[N] : null;

/** One handler for each command: the compiler asks for the missing one. */
export type Handlers = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<Result<CommandValue<N>>>;
};

/** A command ready to be sent, as a menu item carries it. */
export type CommandCall = { [N in CommandName]: { readonly name: N; readonly input: CommandInput<N> } }[CommandName];

/** The door: how every surface sends a command. */
export type Dispatch = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<Result<CommandValue<N>>>;
