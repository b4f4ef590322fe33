import type { CommandCall } from './contract.ts';
import { formatRule, formatUntil, type TimeStyle } from './format.ts';
import { errorText, messages } from './i18n/index.ts';
import type { AppState, Change } from './state.ts';

/** One item of the tray menu, as data. The Electron shell makes a native menu of it, the preview an HTML one. */
export type MenuItem =
  | { readonly type: 'separator' }
  /** A line to read; cannot be chosen. */
  | { readonly type: 'label'; readonly id: string; readonly label: string }
  | {
      readonly type: 'command';
      readonly id: string;
      readonly label: string;
      /** What it will do, in a few words: "until Mon 30 Nov, 9:00". */
      readonly hint: string | null;
      /** The one that holds now. */
      readonly checked: boolean;
      readonly enabled: boolean;
      readonly command: CommandCall;
    };

/** How moments are written for this state. */
export const timeStyle = (state: AppState): TimeStyle => ({
  locale: state.locale,
  dateLocale: state.dateLocale,
  timeZone: state.timeZone,
});

/** The tray menu for a state: the current status, the presets, clear, open, quit. */
export function trayMenu(state: AppState): readonly MenuItem[] {
  const { tray } = messages(state.locale);
  const signedIn = state.session.phase === 'signed-in';
  // A locked keychain is not "signed out": there is nothing to sign in to, only something to unlock.
  const open = state.session.phase === 'signed-out' ? tray.signIn : tray.open;
  return [
    // First, because a click on the icon does nothing else on some Linux desktops.
    command('open', open, { name: 'popover.open', input: {} }),
    { type: 'separator' },
    { type: 'label', id: 'current', label: statusLine(state) },
    ...retryItem(state),
    ...(signedIn
      ? [{ type: 'separator' as const }, ...presetItems(state), { type: 'separator' as const }, clearItem(state)]
      : []),
    { type: 'separator' },
    command('quit', tray.quit, { name: 'app.quit', input: {} }),
  ];
}

/** The tooltip of the tray icon: the app's name and the status line. */
export function trayTooltip(state: AppState): string {
  return `${messages(state.locale).app.name}: ${statusLine(state)}`;
}

/** One line that says what holds, or what is going on. */
export function statusLine(state: AppState): string {
  const { tray } = messages(state.locale);
  switch (state.session.phase) {
    case 'starting':
      return tray.starting;
    case 'signed-out':
      return tray.signedOut;
    case 'locked':
      return errorText(state.locale, state.session.error).title;
    case 'signed-in':
      if (state.session.problem) return errorText(state.locale, state.session.problem).title;
      return changeLine(state) ?? currentLine(state);
  }
}

function changeLine(state: AppState): string | null {
  const { tray } = messages(state.locale);
  const { change } = state;
  switch (change?.phase) {
    case 'pending':
      return change.status ? tray.pendingSet(change.status.title) : tray.pendingClear;
    case 'waiting': {
      const seconds = secondsUntilRetry(change, state.now);
      return change.status ? tray.waiting(change.status.title, seconds) : tray.waitingClear(seconds);
    }
    case 'failed':
      return change.error ? tray.failed(errorText(state.locale, change.error).title) : null;
    default:
      return null;
  }
}

/** Whole seconds until the next try, at least 1. */
export function secondsUntilRetry(change: Change, now: number): number {
  return Math.max(1, Math.ceil(((change.retryAt ?? now) - now) / 1000));
}

function currentLine(state: AppState): string {
  const { tray } = messages(state.locale);
  const { current, known } = state.status;
  if (!known) return state.status.error ? errorText(state.locale, state.status.error).title : tray.statusUnknown;
  if (!current) return tray.noStatus;
  const end = current.expiresAt === null ? '' : ` · ${formatUntil(current.expiresAt, state.now, timeStyle(state))}`;
  return `${current.emoji} ${current.title}${end}`;
}

function retryItem(state: AppState): MenuItem[] {
  if (state.session.phase !== 'signed-in' || state.change?.phase !== 'failed') return [];
  const retry = command('retry', messages(state.locale).tray.tryAgain, { name: 'status.retryChange', input: {} });
  // With a revoked token, or one without the scope, the same would only fail again.
  return [{ ...retry, enabled: canWrite(state) }];
}

function presetItems(state: AppState): MenuItem[] {
  const style = timeStyle(state);
  const shown = shownPresetId(state);
  return state.presets.map((preset) => ({
    type: 'command',
    id: `preset:${preset.id}`,
    label: `${preset.emoji} ${preset.title}`,
    hint: formatRule(preset.expiry, state.now, style),
    checked: preset.id === shown,
    enabled: canWrite(state),
    command: { name: 'status.applyPreset', input: { presetId: preset.id } },
  }));
}

function clearItem(state: AppState): MenuItem {
  const nothingToClear = state.status.known && !state.status.current && !isUnderWay(state.change);
  return {
    ...command('clear', messages(state.locale).tray.clear, { name: 'status.clear', input: {} }),
    enabled: canWrite(state) && !nothingToClear,
  };
}

/** Whether a change is on its way to the server. */
export const isUnderWay = (change: Change | null): boolean =>
  change?.phase === 'pending' || change?.phase === 'waiting';

/**
 * Whether the token may set a status. Before it was checked in this run it is taken to: the server has the last word,
 * and a click must not be lost because the app has just started.
 */
export function canWrite(state: AppState): boolean {
  const { session } = state;
  return (
    session.phase === 'signed-in' &&
    session.problem === null &&
    (!session.checked || session.scopes.includes('profile_status:write'))
  );
}

/** The preset that says what colleagues see now (or will when the change under way is done), or null. */
export function shownPresetId(state: AppState): string | null {
  const status = isUnderWay(state.change) ? (state.change?.status ?? null) : state.status.current;
  if (!status) return null;
  return state.presets.find((preset) => preset.emoji === status.emoji && preset.title === status.title)?.id ?? null;
}

function command(id: string, label: string, call: CommandCall) {
  return { type: 'command' as const, id, label, hint: null, checked: false, enabled: true, command: call };
}
