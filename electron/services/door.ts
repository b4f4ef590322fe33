import * as v from 'valibot';
import {
  commandInputs,
  type CommandName,
  type CommandValue,
  type Dispatch,
  type Handlers,
} from '../../shared/contract.ts';
import { appError, type AppError } from '../../shared/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { ErrorLog } from './diagnostics.ts';
import type { Clock, Log } from './ports.ts';

/** The one door to the core: what comes in is parsed, what fails is a value. */
export interface Door {
  /** Parses and carries out a command from anywhere. Never rejects. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** The same for callers that the compiler can check. */
  readonly send: Dispatch;
}

/** Makes the door to the handlers. `errors` takes down what fails, for the diagnostics. */
export function createDoor(handlers: Handlers, ports: { clock: Clock; errors: ErrorLog; log: Log }): Door {
  const { clock, errors, log } = ports;

  async function run<N extends CommandName>(name: N, input: unknown): Promise<Result<CommandValue<N>>> {
    const result = await attempt(name, () => {
      const parsed = v.safeParse<Schema<N>>(commandInputs[name], input, AT_THE_FIRST_FAULT);
      return parsed.success ? handlers[name](parsed.output) : Promise.resolve(fail(badInput(parsed.issues)));
    });
    if (!result.ok) {
      const { code, requestId } = result.error;
      errors.add({ at: clock.now(), command: name, code, requestId: requestId ?? null });
    }
    return result;
  }

  async function attempt<T>(name: string, task: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await task();
    } catch (error) {
      const reason = error instanceof Error ? error.name : typeof error;
      log('error', 'A command failed unexpectedly', { name, reason });
      return fail(appError('internal', { reason }));
    }
  }

  return {
    dispatch: async (name, input) => (isCommandName(name) ? run(name, input) : fail(appError('unknown_command', {}))),
    send: run,
  };
}

type Schema<N extends CommandName> = (typeof commandInputs)[N];

/** No pattern runs over a text that is too long already, and one fault is enough to say no. */
const AT_THE_FIRST_FAULT = { abortEarly: true, abortPipeEarly: true };

const isCommandName = (name: string): name is CommandName => Object.hasOwn(commandInputs, name);

/** Names the field that does not fit and why; never what was sent, keys among it: any of that may be a token. */
function badInput([first]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): AppError {
  // Only a schema's own keys lead to an issue, except where the issue is about a key that it does not have.
  const isForeignKey = first.type === 'strict_object' && first.expected === 'never';
  const path = isForeignKey ? first.path?.slice(0, -1) : first.path;
  const field = path?.map(({ key }) => String(key)).join('.');
  return appError('bad_input', { field: field === undefined || field === '' ? 'input' : field, reason: first.type });
}
