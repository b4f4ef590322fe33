import * as v from 'valibot';
import type { Result } from './result.ts';
import { themes, trayIconTones } from './state.ts';

/**
 * Every command there is, with the schema its input is parsed with on the main side, whoever sent it. Menu, popover,
 * timers and tests send the same commands through the same door; a command without a handler does not compile
 * ({@link Handlers}).
 */
export const commandInputs = {
  /** Checks a token with the server and keeps it. `storage: 'session'` keeps it in memory only, by the person's consent. */
  'session.signIn': v.strictObject({
    token: v.pipe(v.string(), v.maxLength(4096)),
    storage: v.picklist(['keychain', 'session']),
  }),
  /** Signs in to the demo workspace inside the app. */
  'session.tryDemo': v.strictObject({}),
  /** Tries to read the stored token again, after the keychain was unlocked. */
  'session.retry': v.strictObject({}),
  /** Signs out and proves that the token is gone. `force` forgets the account even where that cannot be proven. */
  'session.signOut': v.strictObject({ force: v.boolean() }),

  /** Asks the server which status holds. */
  'status.refresh': v.strictObject({}),
  /** Sets the status a preset stands for now. */
  'status.applyPreset': v.strictObject({ presetId: v.pipe(v.string(), v.maxLength(100)) }),
  /** Clears the status. */
  'status.clear': v.strictObject({}),
  /** Sends the failed change once more, with a freshly resolved end where it came from a preset. */
  'status.retryChange': v.strictObject({}),
  /** Forgets a failed or finished change. */
  'status.dismissChange': v.strictObject({}),

  'settings.update': v.strictObject({
    language: v.optional(v.picklist(['system', 'en', 'ru'])),
    theme: v.optional(v.picklist(themes)),
    trayIcon: v.optional(v.picklist(trayIconTones)),
  }),
  'notice.dismiss': v.strictObject({ id: v.pipe(v.number(), v.integer()) }),

  /** Opens one of the app's own links in the browser. Which address that is, the main side decides. */
  'link.open': v.strictObject({ link: v.picklist(['tokens']) }),
  'popover.open': v.strictObject({}),
  'popover.hide': v.strictObject({}),
  'app.quit': v.strictObject({}),
} satisfies Record<string, v.GenericSchema>;

/** The name of a command. */
export type CommandName = keyof typeof commandInputs;

/** What a command takes. */
export type CommandInput<N extends CommandName> = v.InferOutput<(typeof commandInputs)[N]>;

/** What became of a change of status. A newer one replaces one that has not been sent yet or waits for another try. */
export type ChangeOutcome = 'done' | 'superseded';

/** What the commands give back that give back more than success. */
interface CommandValues {
  'status.applyPreset': ChangeOutcome;
  'status.clear': ChangeOutcome;
  'status.retryChange': ChangeOutcome;
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
