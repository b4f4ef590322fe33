import { Notification } from 'electron';
import type { SystemNotification } from '../services/ports.ts';

/** Shown ones are kept until they are gone: a collected notification no longer tells of clicks. */
const shown = new Set<Notification>();

/** Shows a message of the system, where it has such messages; a click on it calls `open`. */
export function notify({ title, body }: SystemNotification, open: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  const forget = (): boolean => shown.delete(notification);
  notification.on('click', () => {
    forget();
    open();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.add(notification);
  notification.show();
}
