import type { Task } from 'electron';
import type { CommandCall } from '../../shared/contract.ts';
import type { AppState } from '../../shared/state.ts';

/** Sets a preset: the desktop entry's actions and Windows' tasks say so, and whoever writes a script may. */
const APPLY_PRESET = '--apply-preset=';

/** The ids the app makes: words, and UUIDs. */
const presetId = /^[A-Za-z0-9_-]{1,100}$/;

/** How many presets the taskbar's menu offers. */
const TASKS = 4;

/**
 * The command that a start of the app asks for. Strict: one such argument, well formed, and none beside an address of the
 * app's own scheme, which a web page chooses (and on Windows may try to bring arguments in with).
 * @returns null where there is nothing to do but to show the popover; `refused` where something does not fit
 */
export function launchCommand(argv: readonly string[]): CommandCall | 'refused' | null {
  const asked = argv.filter((argument) => argument.startsWith(APPLY_PRESET));
  const [first] = asked;
  if (first === undefined) return null;
  const id = first.slice(APPLY_PRESET.length);
  const foreign = argv.some((argument) => /^pachca-status:/i.test(argument));
  if (asked.length > 1 || foreign || !presetId.test(id)) return 'refused';
  return { name: 'status.applyPreset', input: { presetId: id } };
}

/**
 * The tasks of Windows' taskbar: the first presets, while somebody is signed in.
 * @param program the app's executable, and what it is started with besides
 */
export function userTasks(
  state: AppState,
  program: { readonly path: string; readonly args: readonly string[] },
): readonly Task[] {
  if (state.session.phase !== 'signed-in') return [];
  return state.presets
    .filter(({ id, hidden }) => !hidden && presetId.test(id))
    .slice(0, TASKS)
    .map(({ id, emoji, title }) => ({
      program: program.path,
      arguments: [...program.args.map((argument) => `"${argument}"`), `${APPLY_PRESET}${id}`].join(' '),
      title: `${emoji} ${title}`,
      description: title,
      iconPath: program.path,
      iconIndex: 0,
    }));
}

/**
 * Whether the app was told to run without Chromium's sandbox. `app.enableSandbox()` strips the switch from what Electron
 * hands on, so what the process was started with counts, and the variable that Electron reads for the same.
 */
export const asksForNoSandbox = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): boolean =>
  argv.some((argument) => /^--?no-sandbox(=|$)/i.test(argument)) || Boolean(env['ELECTRON_DISABLE_SANDBOX']);
