import { Notification, type ActivationArguments } from 'electron';
import type { SystemNotification } from '../services/ports.ts';
import type { ShownToast, ToastMemory } from './toast-memory.ts';

/** What notifications lead to. */
export interface NotifierParts {
  readonly platform: NodeJS.Platform;
  /** Epoch milliseconds. */
  now(): number;
  newId(): string;
  /** Keeps what buttons do; on Windows they outlive the app. */
  readonly memory: ToastMemory;
  /** Shows the popover. */
  open(): void;
  send(name: string, input: unknown): void;
  /** Whether the system showed one, or could not. */
  outcome(outcome: 'shown' | 'failed', reason: string | null): void;
}

/** How many are kept while the app runs. */
const KEPT = 20;

/**
 * Makes what shows messages of the system, where it has such messages. A click on one opens the popover, which offers the
 * same actions. Their buttons are macOS's and Windows's; a Linux desktop gets none from Electron 45
 * (https://www.electronjs.org/docs/latest/api/structures/notification-action), and macOS shows more than one only under
 * "Options". To be called when the app is ready; an activation that started the app is answered at once.
 */
export function createNotifier(parts: NotifierParts): (notification: SystemNotification) => void {
  const windows = parts.platform === 'win32';
  /** A collected notification no longer tells of clicks, so they are kept until they are gone. */
  const live = new Map<string, Notification>();

  function act(toast: ShownToast | null, index: number | null): void {
    const action = index === null ? undefined : toast?.actions[index];
    const inTime = toast?.until === null || (toast?.until ?? 0) > parts.now();
    if (action && inTime) parts.send(action.name, action.input);
    else if (index === null || toast !== null) parts.open();
  }

  // One in the Action Center lives on without its object, and without the app.
  if (windows) {
    Notification.handleActivation((details: ActivationArguments) => {
      const toast = parts.memory.find(details.arguments);
      // Its object tells of the same press.
      if (toast && live.has(toast.id)) return;
      if (details.type === 'action' && toast) act(toast, details.actionIndex ?? null);
      else parts.open();
    });
  }

  function keep(id: string, notification: Notification): void {
    live.set(id, notification);
    const [oldest] = live.keys();
    if (live.size > KEPT && oldest !== undefined) live.delete(oldest);
  }

  return ({ title, body, actions = [], until = null }) => {
    if (!Notification.isSupported()) {
      parts.outcome('failed', null);
      return;
    }
    const toast = { id: parts.newId(), until, actions: actions.map(({ command }) => command) };
    const notification = new Notification({
      ...(windows && { id: toast.id }),
      title,
      body: parts.platform === 'linux' ? escapeMarkup(body) : body,
      ...(actions.length > 0 && { actions: actions.map(({ label }) => ({ type: 'button' as const, text: label })) }),
    });
    const forget = (): boolean => live.delete(toast.id);
    notification.on('click', () => {
      act(toast, null);
      forget();
    });
    notification.on('action', ({ actionIndex }) => {
      act(toast, actionIndex);
      forget();
    });
    notification.on('close', ({ reason }) => {
      // It is in the Action Center now, with its buttons.
      if (!windows || reason !== 'timedOut') forget();
    });
    notification.on('show', () => parts.outcome('shown', null));
    notification.on('failed', (_event, error) => {
      forget();
      parts.outcome('failed', error);
    });
    keep(toast.id, notification);
    if (windows && actions.length > 0) parts.memory.remember(toast);
    notification.show();
  };
}

/** Linux desktops take the body for markup (Desktop Notifications Specification, "Markup"). */
const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
