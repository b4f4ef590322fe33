import type { AppError } from './errors.ts';
import type { LanguageSetting, Locale } from './i18n/locale.ts';
import type { Preset } from './presets.ts';
import type { Status } from './status.ts';

/** Appearance of the popover. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Tone of the tray icon where it is not a template image (macOS adapts by itself). */
export const trayIconTones = ['auto', 'light', 'dark'] as const;
export type TrayIconTone = (typeof trayIconTones)[number];

/** Whose status is set. Pachca's `User`, as far as the app shows it. */
export interface Account {
  /** Pachca's user id; for a bot's token the bot's. */
  readonly userId: number;
  /** Null where neither first nor last name is filled in. */
  readonly name: string | null;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly bot: boolean;
  /** IANA name; null = the company's zone applies, which the API does not tell. */
  readonly timeZone: string | null;
  /** Address of the avatar relative to the page, or null; the bytes come through the main side. */
  readonly avatar: string | null;
}

/** The keychain of this platform; the Linux one is reached through the Secret Service. */
export type KeychainName = 'macos' | 'windows' | 'secretService';

/** Where the token is kept: the OS keychain, memory until quit, or nowhere because it is the demo. */
export type Storage = 'keychain' | 'session' | 'demo';

/** Who is signed in. The token itself is never here. */
export type Session =
  /** The keychain is being read. */
  | { readonly phase: 'starting' }
  | { readonly phase: 'signed-out' }
  /** An account is stored, but its token cannot be read now; `error` says why. Not the same as signed out. */
  | { readonly phase: 'locked'; readonly name: string | null; readonly error: AppError }
  | {
      readonly phase: 'signed-in';
      /** Null until the profile was read, or where the token may not read it. */
      readonly account: Account | null;
      /** Empty until the token was checked in this run. */
      readonly scopes: readonly string[];
      /** False until the token was checked in this run: a stored account is shown before the server answers. */
      readonly checked: boolean;
      readonly storage: Storage;
      /** What stands in the way: the token was revoked, for one. */
      readonly problem: AppError | null;
    };

/** What the server holds, as far as it is known. */
export interface StatusView {
  /** False until the server said, or until something was set from here. */
  readonly known: boolean;
  /** The status that holds at the snapshot's `now`; null = none. An ended one is never here. */
  readonly current: Status | null;
  /** When the server last said so, in epoch milliseconds. */
  readonly checkedAt: number | null;
  /** Being asked right now. */
  readonly checking: boolean;
  /** Why the last check failed; null = it did not. */
  readonly error: AppError | null;
}

/** The change that was asked for last. It stays until it is done and seen, replaced by another, or dismissed. */
export interface Change {
  /** Grows with each change. */
  readonly id: number;
  /** The status to set; null = clear. */
  readonly status: Status | null;
  /** The preset it came from. */
  readonly presetId: string | null;
  readonly phase: 'pending' | 'waiting' | 'done' | 'failed';
  /** When the next try starts, in epoch milliseconds; only while waiting. */
  readonly retryAt: number | null;
  /** Why it failed; only then. */
  readonly error: AppError | null;
  /** When it reached this phase, in epoch milliseconds. */
  readonly at: number;
}

/** Something to tell the person once, outside of what they are doing. */
export type Notice = { readonly id: number } & (
  | { readonly kind: 'error'; readonly error: AppError }
  | { readonly kind: 'signed-out'; readonly storage: Storage }
  | { readonly kind: 'signed-out-entry-left'; readonly service: string; readonly account: string }
  | { readonly kind: 'renderer-crashed' }
);

/**
 * One snapshot of everything a surface may show. The main side owns it; menu, popover and tests draw it. No secret is
 * ever in it.
 */
export interface AppState {
  /** Grows with each snapshot. */
  readonly revision: number;
  /** When the snapshot was taken, in epoch milliseconds. A new one comes at least every minute. */
  readonly now: number;
  readonly locale: Locale;
  readonly dateLocale: string;
  /** The computer's zone, IANA name. */
  readonly timeZone: string;
  readonly settings: { readonly language: LanguageSetting; readonly theme: Theme; readonly trayIcon: TrayIconTone };
  /** The language that 'system' stands for here. */
  readonly systemLocale: Locale;
  readonly session: Session;
  readonly status: StatusView;
  readonly change: Change | null;
  readonly presets: readonly Preset[];
  readonly notices: readonly Notice[];
  /** What runs the app. */
  readonly host: {
    readonly kind: 'electron' | 'preview';
    readonly version: string;
    readonly platform: 'darwin' | 'win32' | 'linux';
    readonly keychain: KeychainName;
  };
}
