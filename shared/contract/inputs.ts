import * as v from 'valibot';

/** A command that takes nothing. */
export const nothing = v.strictObject({});

/** The key of an account, the id of a preset or of something else that the main side has named. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** A group of commands, each with the schema of what it takes. */
export type CommandInputs = Readonly<Record<`${string}.${string}`, v.GenericSchema>>;
