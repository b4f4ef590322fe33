import { Notification } from 'electron';
import type { CommandCall } from '../../shared/contract.ts';
import type { SystemNotification } from '../services/ports.ts';

/** Shown ones are kept until they are gone: a collected notification no longer tells of clicks. */
const shown = new Set<Notification>();

/** What a notification leads to. */
export interface NotificationParts {
  /** Shows the popover. */
  readonly open: () => void;
  readonly send: (call: CommandCall) => void;
}

/**
 * Shows a message of the system, where it has such messages. A click on it opens the popover, which offers the same
 * actions. Their buttons are macOS's and Windows's; a Linux desktop gets none from Electron 45
 * (https://www.electronjs.org/docs/latest/api/structures/notification-action), and macOS shows more than one only under
 * "Options".
 */
export function notify({ title, body, actions = [] }: SystemNotification, { open, send }: NotificationParts): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({
    title,
    body,
    ...(actions.length > 0 && { actions: actions.map(({ label }) => ({ type: 'button' as const, text: label })) }),
  });
  const forget = (): boolean => shown.delete(notification);
  notification.on('click', () => {
    forget();
    open();
  });
  notification.on('action', ({ actionIndex }) => {
    forget();
    const action = actions[actionIndex];
    if (action) send(action.command);
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.add(notification);
  notification.show();
}
