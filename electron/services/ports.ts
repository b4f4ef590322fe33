/**
 * What the core needs from the world, as plain interfaces. Electron, the preview and the tests each bring their own;
 * no file in `services/` imports Electron.
 */
import type { CommandCall } from '../../shared/contract.ts';
import type { Desktop } from '../../shared/desktop.ts';
import type { AppState } from '../../shared/state.ts';

/** Time. The wall clock says when a status ends; the monotonic one only reveals that the wall clock jumped. */
export interface Clock {
  /** Wall-clock time in epoch milliseconds. */
  now(): number;
  /** Milliseconds since some fixed moment; never jumps, may stand still while the computer sleeps. */
  monotonic(): number;
  /** Calls `run` once after `delay` milliseconds (at most 2^31 - 1); the returned function cancels it. */
  setTimer(delay: number, run: () => void): () => void;
}

/** `fetch` as the client uses it. `net.fetch` in Electron, the global one in the preview, the workspace's in the demo. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The part of keytar that is safe to use (`findCredentials` ends the process where a Linux keyring is locked). */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Loads the keychain's native module at its first use, so that a computer without it gets a message and not a crash. */
export type LoadKeychain = () => Promise<Keychain>;

/** A message of the operating system. A click on it opens the popover. */
export interface SystemNotification {
  readonly title: string;
  readonly body: string;
  /** Buttons, where the system shows any; whatever they do can be done in the popover as well. */
  readonly actions?: readonly { readonly label: string; readonly command: CommandCall }[];
  /** Until when the buttons make sense, in epoch milliseconds; a later press opens the popover. Default: for ever. */
  readonly until?: number;
}

/** What runs the app: windows, the browser, the system's language and zone. */
export interface Host {
  readonly kind: AppState['host']['kind'];
  readonly platform: AppState['host']['platform'];
  /** The app's version, from package.json. */
  readonly version: string;
  /** BCP 47 tags in the system's order of preference. */
  systemLocales(): readonly string[];
  /** The computer's zone now, IANA name; people travel. */
  timeZone(): string;
  openPopover(): void;
  hidePopover(): void;
  /** Whether the person sees the popover now; a failure is then shown there and not as a system notification. */
  popoverVisible(): boolean;
  quit(): void;
  /** Opens an https address in the browser: one of the app's own, or a link of the profile that was clicked. */
  openExternal(url: string): Promise<void>;
  notify(notification: SystemNotification): void;
  /** Puts a text on the clipboard. */
  copyText(text: string): Promise<void>;
  /** Asks the person where to save a text. False = they did not want to. Rejects where it could not be written. */
  saveFile(file: { readonly name: string; readonly text: string }): Promise<boolean>;
  /** What the desktop gives the app now; `desktopChanged` of the core tells of changes. */
  desktop(): Desktop;
  /** Asks the system to start the app, hidden, when the person logs in, or no more. Rejects where that fails at once. */
  setStartAtLogin(enabled: boolean): Promise<void>;
  /** The page lost the focus. */
  popoverBlurred(): void;
  /** While held, the popover stays open though it lost the focus to a dialog of the system. */
  holdPopover(held: boolean): void;
}

/** One line of the log. `data` must hold no secret; the sink redacts all the same. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, data?: Readonly<Record<string, unknown>>) => void;
