import type * as v from 'valibot';
import { avatarInputs } from './contract/avatar.ts';
import { desktopInputs } from './contract/desktop.ts';
import { presetsInputs, type PresetsValues } from './contract/presets.ts';
import { profileInputs, type ProfileValues } from './contract/profile.ts';
import { sessionInputs, type SessionValues } from './contract/session.ts';
import { settingsInputs } from './contract/settings.ts';
import { shellInputs, type ShellValues } from './contract/shell.ts';
import { statusInputs, type StatusValues } from './contract/status.ts';
import { updatesInputs } from './contract/updates.ts';
import type { Result } from './result.ts';

export { AVATAR_LIMIT } from './contract/avatar.ts';
export type { Person } from './contract/profile.ts';
export type { CheckedToken, Replaced } from './contract/session.ts';
export type { ChangeOutcome, PresetOutcome } from './contract/status.ts';

/**
 * Every command there is, with the schema its input is parsed with on the main side, whoever sent it. Menu, popover,
 * timers and tests send the same commands through the same door; a command without a handler does not compile
 * ({@link Handlers}). Each area has a file of its own in `contract/`, and one of handlers on the main side.
 */
export const commandInputs = {
  ...sessionInputs,
  ...profileInputs,
  ...statusInputs,
  ...presetsInputs,
  ...avatarInputs,
  ...settingsInputs,
  ...shellInputs,
  ...desktopInputs,
  ...updatesInputs,
};

/** The name of a command. */
export type CommandName = keyof typeof commandInputs;

/** What a command takes. */
export type CommandInput<N extends CommandName> = v.InferOutput<(typeof commandInputs)[N]>;

/** What the commands give back that give back more than success. */
interface CommandValues extends SessionValues, ProfileValues, StatusValues, PresetsValues, ShellValues {}

/** What a command gives back on success. */
export type CommandValue<N extends CommandName> = N extends keyof CommandValues ? CommandValues[N] : null;

/** One handler for each command: the compiler asks for the missing one. */
export type Handlers = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<Result<CommandValue<N>>>;
};

/** The handlers of one area's commands, of which {@link Handlers} is made. */
export type HandlersOf<Inputs> = Pick<Handlers, keyof Inputs & CommandName>;

/** A command ready to be sent, as a menu item carries it. */
export type CommandCall = { [N in CommandName]: { readonly name: N; readonly input: CommandInput<N> } }[CommandName];

/** The door: how every surface sends a command. */
export type Dispatch = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<Result<CommandValue<N>>>;
