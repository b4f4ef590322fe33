import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { CommandCall } from '../../shared/contract.ts';

/** How many notifications are remembered; the Action Center keeps twenty of an app. */
const KEPT = 20;

const entrySchema = v.strictObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  /** Epoch milliseconds; null = for ever. */
  until: v.nullable(v.number()),
  actions: v.array(v.strictObject({ name: v.string(), input: v.unknown() })),
});

/** A notification that was shown: what its buttons do, and until when. The inputs are parsed when they are sent. */
export interface ShownToast {
  readonly id: string;
  readonly until: number | null;
  readonly actions: readonly { readonly name: string; readonly input?: unknown }[];
}

/** What the buttons of shown notifications do, kept on disk: on Windows they outlive the app. */
export interface ToastMemory {
  remember(toast: {
    readonly id: string;
    readonly until: number | null;
    readonly actions: readonly CommandCall[];
  }): void;
  /**
   * The notification that an activation is of.
   * @param activation what Windows hands back, such as `type=action&action=0&tag=…`. Electron documents no format, so
   *   where its tag is none of ours, the only one whose buttons still make sense is meant
   */
  find(activation: string): ShownToast | null;
}

/** Opens the memory in a file, whatever state that is in. A disk that fails costs the buttons after a restart only. */
export function createToastMemory(file: string, now: () => number): ToastMemory {
  let toasts = readToasts(file);
  const valid = (): readonly ShownToast[] => toasts.filter(({ until }) => until === null || until > now());
  return {
    remember: (toast) => {
      toasts = [...valid(), toast].slice(-KEPT);
      try {
        writeFileSync(file, JSON.stringify(toasts), { mode: 0o600 });
      } catch {
        // Until quit they are known.
      }
    },
    find: (activation) => {
      const tag = new URLSearchParams(activation).get('tag');
      const named = toasts.find(({ id }) => id === tag);
      if (named) return named;
      const [only, ...others] = valid().filter(({ actions }) => actions.length > 0);
      return only && others.length === 0 ? only : null;
    },
  };
}

function readToasts(file: string): readonly ShownToast[] {
  try {
    return v.parse(v.array(entrySchema), JSON.parse(readFileSync(file, 'utf8'))).slice(-KEPT);
  } catch {
    return [];
  }
}
