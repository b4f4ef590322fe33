import type { AppError } from './errors.ts';
import type { Desktop, Hint } from './desktop.ts';
import type { LanguageSetting, Locale } from './i18n/locale.ts';
import type { ExpiryRule, Weekday } from './expiry.ts';
import type { Preset } from './presets.ts';
import type { Draft, StatusPlan } from './schemas.ts';
import type { StatusSource } from './status-source.ts';
import type { Status } from './status.ts';
import type { UpdatesView } from './updates.ts';

/** Appearance of the popover. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Tone of the tray icon where it is not a template image (macOS adapts by itself). */
export const trayIconTones = ['auto', 'light', 'dark'] as const;
export type TrayIconTone = (typeof trayIconTones)[number];

/** What the person chose. */
export interface Preferences {
  readonly language: LanguageSetting;
  readonly theme: Theme;
  readonly trayIcon: TrayIconTone;
  /** When work starts and ends, as local wall time. */
  readonly workStart: { readonly hour: number; readonly minute: number };
  readonly workEnd: { readonly hour: number; readonly minute: number };
  /** First day of the week; null = as the locale has it. */
  readonly weekStart: Weekday | null;
  /** Whose zone counts where they differ. */
  readonly zone: 'computer' | 'profile';
  /** Minutes before the end of a status at which the person is warned; null = not at all. */
  readonly warnBefore: number | null;
  /** Whether each account has presets of its own. */
  readonly presetsPerAccount: boolean;
}

/** Whose status is set. Pachca's `User`, as far as the app shows it. */
export interface Account {
  /** Pachca's user id; for a bot's token the bot's. */
  readonly userId: number;
  /** Null where neither first nor last name is filled in. */
  readonly name: string | null;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly bot: boolean;
  /** Pachca's role; null where the token may not read the profile. An owner reads `admin` too. */
  readonly role: Role | null;
  /** IANA name; null = the company's zone applies, which the API does not tell. */
  readonly timeZone: string | null;
  /** Address of the avatar relative to the page, or null; the bytes come through the main side. */
  readonly avatar: string | null;
}

/** Pachca's roles of people. */
export const roles = ['admin', 'user', 'multi_guest', 'guest'] as const;
export type Role = (typeof roles)[number];

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
      /**
       * Scopes of which Pachca said at once that the token has them and that a call lacks them: the owner's role has lost
       * them. The next check gives them another chance.
       */
      readonly refused: readonly string[];
      /** What the server says of the token; null until it was checked in this run. */
      readonly token: TokenFacts | null;
      /** What the last check found changed; null = nothing, or it was the first. */
      readonly scopeChange: { readonly gained: readonly string[]; readonly lost: readonly string[] } | null;
    };

/** What the server says of a token, without the token. */
export interface TokenFacts {
  readonly id: number;
  /** Given in Pachca; null for a bot's token. */
  readonly name: string | null;
  /** Masked by the app: the first 8 and the last 4 characters. */
  readonly masked: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds, up to an hour old; null = never. */
  readonly lastUsedAt: number | null;
  /** Epoch milliseconds; null = it does not end by itself. */
  readonly expiresAt: number | null;
  /** When the server said all this, in epoch milliseconds. */
  readonly checkedAt: number;
}

/** One of the accounts the app knows, as a list shows it. */
export interface AccountSummary {
  readonly key: string;
  /** The name the person gave it, or the account's own. */
  readonly label: string | null;
  readonly nickname: string | null;
  readonly bot: boolean;
  readonly storage: Storage;
  /** The name of its server, such as `pachca.example.com`; null = Pachca's own. */
  readonly server: string | null;
  /** The one the popover shows and the menu sets. */
  readonly current: boolean;
  /** What colleagues see there now, as far as is known. */
  readonly status: Status | null;
  /** What stands in its way. */
  readonly problem: AppError | null;
}

/** What the server holds, as far as it is known. */
export interface StatusView {
  /** False until the server said, or until something was set from here. */
  readonly known: boolean;
  /** The status that holds at the snapshot's `now`; null = none. An ended one is never here. */
  readonly current: Status | null;
  /** What the present status was made of, where it was set from here; null = elsewhere, or nobody knows. */
  readonly source: StatusSource | null;
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
  /**
   * `waiting`: the server asked to wait. `queued`: there is no network; it is kept, also across a restart, and sent when
   * there is one.
   */
  readonly phase: 'pending' | 'waiting' | 'queued' | 'done' | 'failed';
  /** Who asked for it: the person, or the app on its own (`wayBack`; `goBack` is the person's). */
  readonly origin: 'person' | 'undo' | 'extend' | 'wayBack' | 'goBack';
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
  /** Everything the app kept here is gone. */
  | { readonly kind: 'data-removed' }
  | { readonly kind: 'signed-out-entry-left'; readonly service: string; readonly account: string }
  | { readonly kind: 'renderer-crashed' }
  /** The computer's zone is not set or not known; times are shown in `zone`, which has its present offset, or in UTC. */
  | { readonly kind: 'zone-unknown'; readonly zone: string }
  /** A change kept for the network was dropped: its end has passed, or somebody changed the status meanwhile. */
  | { readonly kind: 'queued-dropped'; readonly reason: 'ended' | 'changed'; readonly status: Status | null }
  /** The keychain has owed an answer for some seconds: it may ask for its password in a window of its own. */
  | { readonly kind: 'keychain-waiting' }
  /** A temporary picture was not put back: somebody changed the picture meanwhile. */
  | { readonly kind: 'avatar-not-put-back' }
  /** There is a newer version of the app; Settings tells more. */
  | { readonly kind: 'update-available'; readonly version: string }
  /** This start is the first one of a new version the person asked for. */
  | { readonly kind: 'updated'; readonly version: string }
  /** The computer's clock and the server's differ by so many minutes; `ahead` = the computer's is ahead. */
  | { readonly kind: 'clock-differs'; readonly minutes: number; readonly ahead: boolean }
);

/** A status that was set from here, to be set again with one click and a freshly resolved end. */
export interface Recent extends StatusPlan {
  readonly id: string;
}

/** A wish to adjust a preset before it is sent. */
export interface Adjusting {
  /** Grows with each wish. */
  readonly id: number;
  readonly presetId: string;
  /** The end to begin with; null = the preset's own. */
  readonly expiry: ExpiryRule | null;
}

/** The avatar in use and what can be done about it. Addresses are relative to the page. */
export interface AvatarView {
  /** Earlier pictures that can be chosen again, newest first, at most five. */
  readonly kept: readonly { readonly id: string; readonly address: string; readonly at: number }[];
  /** The upload or removal under way, or what became of it. */
  readonly job: AvatarJob | null;
  /** Whether the last change of the picture can be undone. */
  readonly canUndo: boolean;
  /**
   * The picture is a temporary one, and when the one before it comes back, in epoch milliseconds; `until` is null where
   * that is with the end of a status that has none. `withStatus` = with the status. Null = it is not temporary.
   */
  readonly temporary: { readonly until: number | null; readonly withStatus: boolean } | null;
}

/** A change of the avatar on its way. */
export interface AvatarJob {
  readonly id: number;
  /** `putBack`: the end of a temporary picture, by the app itself. */
  readonly kind: 'upload' | 'delete' | 'restore' | 'undo' | 'putBack';
  /** `keeping`: the present picture is fetched and kept first. `waiting`: the server asked to wait. */
  readonly phase: 'keeping' | 'running' | 'waiting' | 'done' | 'failed';
  /** Part of the picture that was handed to the network, from 0 to 1. */
  readonly progress: number;
  readonly error: AppError | null;
}

/**
 * One snapshot of everything a surface may show. The main side owns it; menu, popover and tests draw it. No secret is
 * ever in it.
 */
export interface AppState {
  /** Grows with each snapshot. */
  readonly revision: number;
  /** When the snapshot was taken, in epoch milliseconds. A new one comes at least every minute. */
  readonly now: number;
  /**
   * Milliseconds from the computer's clock to the server's, which are in {@link AppState.now} already; 0 where they differ
   * by less than a minute.
   */
  readonly clockOffset: number;
  readonly locale: Locale;
  readonly dateLocale: string;
  /** The zone that counts: ends are resolved and moments written in it. IANA name. */
  readonly timeZone: string;
  /** The two it can be. The profile's is null where it is not known. */
  readonly zones: { readonly computer: string; readonly profile: string | null };
  readonly settings: Preferences;
  /** The language that 'system' stands for here. */
  readonly systemLocale: Locale;
  readonly session: Session;
  /** All accounts, the one in use among them. */
  readonly accounts: readonly AccountSummary[];
  /** Whether the environment holds a token that could be used (`PACHCA_TOKEN`); it is offered, never taken by itself. */
  readonly environmentToken: boolean;
  readonly status: StatusView;
  readonly change: Change | null;
  /** What undoing the last change would bring back (null inside = no status); null = nothing to undo. */
  readonly undo: { readonly status: Status | null; readonly of: Status | null } | null;
  /** The status that returns when the present one ends; null = none. */
  readonly wayBack: Status | null;
  /** The present status ends soon and the person was told, or would be. */
  readonly endsSoon: boolean;
  /** The preset that a menu or a shortcut wants to be adjusted in the popover, until it is shown there; null = none. */
  readonly adjusting: Adjusting | null;
  /** All of them in order, hidden ones too. */
  readonly presets: readonly Preset[];
  /** The last ten distinct statuses set from here, newest first. */
  readonly recents: readonly Recent[];
  readonly draft: Draft | null;
  readonly avatar: AvatarView;
  readonly notices: readonly Notice[];
  /** Newer versions of the app; null where it is not updated (the preview). */
  readonly updates: UpdatesView | null;
  /** What runs the app. */
  readonly host: {
    readonly kind: 'electron' | 'preview';
    readonly version: string;
    readonly platform: 'darwin' | 'win32' | 'linux';
    readonly keychain: KeychainName;
    /** The server new accounts are asked for, where it is not Pachca's own (`PACHCA_API_URL`); null = it is. */
    readonly server: string | null;
    readonly desktop: Desktop;
  };
  /** What the person is told once, in order. */
  readonly hints: readonly Hint[];
  /** How often the settings were asked for from outside of the page; it goes there when this grows. */
  readonly settingsAsked: number;
}
