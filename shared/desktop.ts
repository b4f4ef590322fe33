/** Whether the app starts when the person logs in, as the system has it. */
export type LoginItem =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  /** It is asked for, but the system's own settings keep it from starting. */
  | { readonly kind: 'blocked' }
  /** It cannot be asked for. `sources`: the app runs from its sources on macOS, where only a package can start. */
  | { readonly kind: 'unavailable'; readonly why: 'preview' | 'sources' | 'flatpak' };

/** What the desktop gives the app, and what it does not. */
export interface Desktop {
  /** The desktop has no place for the icon; the popover is an ordinary window then. */
  readonly trayMissing: boolean;
  /** The page draws a bar to move the window by: there is no icon it belongs to, or nobody can place it. */
  readonly titleBar: boolean;
  /** Whether the system shows the app's notifications, as far as it has told. */
  readonly notifications: 'unknown' | 'shown' | 'failed';
  readonly login: LoginItem;
}

/** What is told once, until the person has dismissed it. */
export const hints = ['icon', 'login', 'notifications'] as const;
export type Hint = (typeof hints)[number];

/**
 * The hints that are due.
 * @param facts `told`: those the person has dismissed · `needsRunning`: something is set up that happens only while the app
 *   runs (a status that returns)
 */
export function dueHints(
  desktop: Desktop,
  facts: { readonly kind: 'electron' | 'preview'; readonly told: readonly Hint[]; readonly needsRunning: boolean },
): readonly Hint[] {
  if (facts.kind !== 'electron') return [];
  const due: Readonly<Record<Hint, boolean>> = {
    // Where there is no icon, that is said instead.
    icon: !desktop.trayMissing,
    login: facts.needsRunning && desktop.login.kind === 'off',
    notifications: desktop.notifications === 'failed',
  };
  return hints.filter((hint) => due[hint] && !facts.told.includes(hint));
}
