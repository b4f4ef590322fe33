import type { LoginItem } from '../desktop.ts';

/** What goes wrong between the app and the desktop. */
export interface DesktopErrors {
  /** The system did not take over whether the app starts at login; `kind` is what it says now. */
  login_item_failed: { kind: LoginItem['kind'] };
}
