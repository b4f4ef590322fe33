import type { ErrorCode, ErrorParams } from '../errors.ts';
import type { KeychainName } from '../state.ts';
import { en as entry } from './areas/entry.ts';
import { en as expiry } from './areas/expiry.ts';
import { en as actions } from './areas/home.ts';
import { lostSettings, type LostSetting } from './lost-settings.ts';
import { plural } from './plural.ts';

/** What an error says: what happened, and what to do. */
export interface ErrorText {
  readonly title: string;
  readonly advice: string;
}

/** One text for each code of the catalogue, from its parameters. */
export type ErrorTexts = { readonly [C in ErrorCode]: (params: ErrorParams[C]) => ErrorText };

const keychainNames: Readonly<Record<KeychainName, string>> = {
  macos: 'macOS Keychain',
  windows: 'Windows Credential Manager',
  secretService: 'the system keyring',
};

const lostNames: Readonly<Record<LostSetting, string>> = {
  accounts: 'accounts',
  avatar: 'earlier avatars',
  draft: 'the draft',
  hours: 'working hours',
  language: 'language',
  other: 'other settings',
  presets: 'presets',
  recents: 'recent statuses',
  theme: 'appearance',
  trayIcon: 'tray icon',
  undo: 'undo and what waited to be sent',
  warning: 'the warning before the end',
  weekStart: 'first day of the week',
  zone: 'time zone',
};

export const en = {
  app: {
    name: 'Pachca Status',
    unofficial: 'Not made by Pachca',
  },

  /** Moments and lengths of time. `date` and `time` come formatted for the locale. */
  time: {
    until: (moment: string) => `until ${moment}`,
    today: (time: string) => `today, ${time}`,
    tomorrow: (time: string) => `tomorrow, ${time}`,
    dateTime: (date: string, time: string) => `${date}, ${time}`,
    inZone: (moment: string, zone: string) => `${moment} (${zone})`,
    noEnd: 'until you clear it',
    minutes: (n: number) => `${n} min`,
    hours: (n: number) => `${n} h`,
    days: (n: number) => `${n} ${plural('en', n, { one: 'day', other: 'days' })}`,
    left: (duration: string) => `${duration} left`,
    lessThanMinute: 'less than a minute left',
    endOfDay: 'end of day',
  },

  expiry,

  presets: {
    vacation: { title: 'On vacation', away: 'I’m on vacation and will be back on {until}.' },
    sick: { title: 'Out sick', away: 'I’m not feeling well today and may not reply.' },
    lunch: { title: 'Lunch' },
    meeting: { title: 'In a meeting' },
    focus: { title: 'Focus' },
    remote: { title: 'Working remotely' },
  },

  tray: {
    noStatus: 'No status',
    signedOut: 'Not signed in',
    starting: 'Starting…',
    statusUnknown: 'Status not loaded yet',
    locked: 'The keychain is locked',
    pendingSet: (title: string) => `Setting “${title}”…`,
    pendingClear: 'Clearing the status…',
    waiting: (title: string, seconds: number) => `“${title}” will be sent again in ${seconds} s`,
    waitingClear: (seconds: number) => `Clearing will be tried again in ${seconds} s`,
    failed: (what: string) => `Not done: ${what}`,
    clear: 'Clear status',
    tryAgain: 'Try again',
    open: 'Open Pachca Status',
    signIn: 'Sign in…',
    account: (name: string) => `Account: ${name}`,
    quit: 'Quit',
    away: 'Away',
    menuLabel: 'Tray menu',
  },

  home: {
    heading: 'Status',
    current: 'Current status',
    none: 'No status',
    noneHint: 'Colleagues see nothing beside your name.',
    loading: 'Asking Pachca…',
    away: 'Away',
    clear: 'Clear',
    oneClick: 'One click',
    checked: (moment: string) => `Checked ${moment}`,
    justNow: 'just now',
    refresh: 'Check again',
    sending: 'Sending…',
    clearing: 'Clearing…',
    untilThen: (status: string) => `Until then colleagues see “${status}”.`,
    untilThenNone: 'Until then colleagues see no status.',
    notRead: 'Not read yet',
    notReadHint: 'What colleagues see could not be asked.',
    showAll: 'Show all',
    showLess: 'Show less',
    willRetry: (seconds: number) => `Trying again in ${seconds} s`,
    done: (title: string, end: string) => `${title} ${end}`,
    cleared: 'Status cleared',
    notSet: (title: string) => `“${title}” was not set`,
    notCleared: 'The status was not cleared',
    stillShown: 'Colleagues still see what was there before.',
    mayBeSet: 'It may have reached Pachca all the same. Check again to be sure.',
    mayBeSetChecked: 'It may have reached Pachca all the same; the status above was checked again.',
    cannotWrite: 'This token may not set a status: it lacks profile_status:write.',
    cannotRead: 'This token may not read the status: it lacks profile_status:read. What you set from here is shown.',
    shortcut: (key: number) => `Key ${key}`,
    demo: 'Demo workspace: nothing leaves this computer',
  },

  actions,

  signIn: {
    another: 'Sign in with another token',
    cancel: 'Cancel',
  },

  entry,

  locked: {
    heading: 'Your token is safe but locked',
    retry: 'Try again',
  },

  account: {
    bot: 'Bot',
    nameless: 'No name',
    demo: 'Demo',
    profile: 'Profile',
    accounts: 'Accounts',
  },

  nav: {
    label: 'Sections',
    status: 'Status',
    avatar: 'Avatar',
    token: 'Token',
    back: 'Back',
    settings: 'Settings',
  },

  settings: {
    heading: 'Settings',
    language: 'Language',
    languageSystem: (language: string) => `System (${language})`,
    languages: { en: 'English', ru: 'Русский' },
    theme: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    trayIcon: 'Tray icon',
    trayIcons: { auto: 'Auto', light: 'Light', dark: 'Dark' },
    trayIconHint: 'Light suits a dark bar, dark suits a light one.',
    account: 'Account',
    storedIn: 'Token kept in',
    storages: {
      keychain: (keychain: KeychainName) => keychainNames[keychain],
      session: 'memory, until you quit',
      demo: 'nowhere: this is the demo',
    },
    signOut: 'Sign out',
    signOutHint: 'Removes the token from the keychain and checks that it is gone.',
    leaveDemo: 'Leave the demo',
    forget: 'Sign out anyway',
    forgetHint: 'The entry stays in the keychain; remove it there yourself.',
    version: (version: string) => `Version ${version}`,
  },

  /** The warning before a status ends. */
  ending: {
    title: (status: string, moment: string) => `${status} ends at ${moment}`,
    body: 'Extend it, or let it end.',
    bodyFor: (account: string) => `In the account ${account}.`,
    extend: 'Extend 30 min',
    letEnd: 'Let it end',
  },

  notices: {
    dismiss: 'Dismiss',
    signedOut: 'Signed out. The token is no longer in the keychain.',
    signedOutSession: 'Signed out. The token is forgotten.',
    leftDemo: 'You left the demo.',
    left: (service: string, account: string) =>
      `Signed out, but the entry “${service}” / “${account}” is still in the keychain. Remove it there yourself.`,
    dropped: (title: string | null) => (title === null ? 'The status was not cleared' : `“${title}” was not set`),
    droppedEnded: 'It waited for the network, and its end has passed meanwhile.',
    droppedChanged: 'It waited for the network, and your status was changed elsewhere meanwhile. That one was kept.',
    avatarNotPutBack: 'Your earlier picture was not put back: it was changed elsewhere meanwhile. That one was kept.',
    rendererCrashed: 'The window crashed several times. Quit the app and start it again.',
  },

  remedies: {
    retry: 'Try again',
    'new-token': 'Enter a new token',
    'token-help': 'How tokens are made',
    'use-session': 'Use it until I quit',
    'unlock-keychain': 'I unlocked it, try again',
    inspect: 'What the token can do',
  },

  /** The page around the popover, where the app runs in a browser tab. */
  preview: {
    copyByHand: 'Copy this by hand',
    strip: 'System tray',
    heading: 'Preview',
    about: 'The whole app in a browser tab, for computers where its own window cannot open.',
    aboutLocal: 'Only this computer can reach this page. Closing the tab leaves the app running.',
    aboutStop: 'To stop it, choose Quit in the menu at the top, or press Ctrl-C in the terminal.',
    hidden: 'The window is hidden. Open it from the menu at the top.',
    openLink: (site: string) => `Open ${site}`,
    lost: 'The preview has stopped',
    lostAdvice:
      'Start it again in the terminal and open the new address. If it is still running, this page reconnects.',
    quit: 'The app has quit',
    quitAdvice: 'You can close this tab.',
  },

  /** Appended to an error. */
  errorDetail: {
    saidByServer: (message: string) => `Pachca says: “${message}”`,
    requestId: (id: string) => `Request ${id}`,
  },

  errors: {
    bad_input: ({ field }) => ({ title: 'That was not understood', advice: `Check “${field}” and try again.` }),
    unknown_command: ({ name }) => ({
      title: 'The app does not know this command',
      advice: `There is no “${name}” in this version. Restart the app.`,
    }),
    internal: () => ({
      title: 'Something went wrong in the app',
      advice: 'Try again. If it happens again, restart the app.',
    }),
    token_malformed: ({ reason }) =>
      ({
        empty: { title: 'No token yet', advice: 'Paste the token that Pachca showed when it was made.' },
        short: {
          title: 'This is too short for a token',
          advice: 'Copy it once more, from the first character to the last.',
        },
        long: { title: 'This is too long for a token', advice: 'Copy only the token, without the text around it.' },
        characters: {
          title: 'This cannot be a token',
          advice: 'It has spaces, line breaks or letters that tokens never have. Copy only the token.',
        },
      })[reason],
    token_rejected: () => ({
      title: 'Pachca does not know this token',
      advice: 'Check that all of it was copied. A token is shown once: if in doubt, make a new one.',
    }),
    token_revoked: () => ({
      title: 'This token no longer works',
      advice: 'It was revoked, has expired, or its owner was suspended. Make a new one in Pachca and paste it here.',
    }),
    signed_out: () => ({ title: 'Not signed in', advice: 'Paste a token, or try the demo.' }),
    insufficient_scope: ({ scope }) => ({
      title: scope ? `The token lacks the scope ${scope}` : 'The token lacks a scope for this',
      advice: 'Tick it in the token’s settings in Pachca (Automations → API), or sign in with a token that has it.',
    }),
    forbidden: () => ({
      title: 'Your workspace or role does not allow this',
      advice: 'The token is fine. Ask an administrator of the workspace.',
    }),
    plan_required: () => ({
      title: 'The workspace’s plan does not include this',
      advice: 'Ask an administrator of the workspace.',
    }),
    not_found: () => ({ title: 'Pachca did not find this', advice: 'It may have been removed. Check again.' }),
    refused: ({ code, field }) =>
      code === 'wrong_emoji'
        ? { title: 'Pachca does not accept this emoji', advice: 'Choose another emoji.' }
        : field === 'image'
          ? { title: 'Pachca does not accept this picture', advice: 'Choose another.' }
          : {
              title: 'Pachca refused this status',
              advice: field ? `Change “${field}” and try again.` : 'Change it and try again.',
            },
    rate_limited: ({ retryAfter }) => ({
      title: 'Too many requests',
      advice:
        retryAfter === null
          ? 'Pachca asks to slow down. Wait a minute and try again.'
          : `Pachca asks to wait ${retryAfter} ${plural('en', retryAfter, { one: 'second', other: 'seconds' })}. Then try again.`,
    }),
    server_error: ({ status }) => ({
      title: 'Pachca has trouble right now',
      advice: `The server answered ${status} several times. Try again in a few minutes.`,
    }),
    offline: () => ({
      title: 'Pachca cannot be reached',
      advice: 'Check the internet connection, VPN or proxy, then try again.',
    }),
    certificate: () => ({
      title: 'The connection to Pachca is not safe',
      advice:
        'The server’s certificate was not accepted. Check the date of this computer and the network, then try again.',
    }),
    timeout: ({ seconds }) => ({
      title: 'Pachca did not answer in time',
      advice: `No answer within ${seconds} s. Check the connection and try again.`,
    }),
    redirected: () => ({
      title: 'The server sent us elsewhere',
      advice:
        'The token was not sent there. A sign-in page of the network may be in the way: open a browser, then try again.',
    }),
    response_too_large: () => ({
      title: 'The answer was far too large',
      advice: 'This was probably not Pachca. Check the network, then try again.',
    }),
    bad_response: () => ({
      title: 'The answer was not understood',
      advice: 'This was probably not Pachca, or it changed. Check the network; if it goes on, update the app.',
    }),
    unexpected_status: ({ status }) => ({
      title: `Pachca answered with an unexpected ${status}`,
      advice: 'Try again in a few minutes.',
    }),
    aborted: () => ({ title: 'Cancelled', advice: 'Nothing more happens. Try again if you still want it.' }),
    keychain_locked: () => ({
      title: 'The keychain is locked',
      advice: 'Unlock it (on Linux: “Passwords and Keys”, or log in to the desktop again), then try again.',
    }),
    keychain_absent: () => ({
      title: 'No keychain on this computer',
      advice:
        'On Linux, install and start gnome-keyring or KWallet. Or use the token until you quit: it then stays in memory only.',
    }),
    keychain_not_stored: () => ({
      title: 'The keychain did not take the token',
      advice: 'Try again, or use the token until you quit: it then stays in memory only.',
    }),
    keychain_not_removed: ({ service, account }) => ({
      title: 'The token is still in the keychain',
      advice: `Unlock the keychain and try again, or remove the entry “${service}” / “${account}” there yourself.`,
    }),
    keychain_entry_missing: () => ({
      title: 'The token is no longer in the keychain',
      advice: 'Somebody or something removed it. Paste the token again, or make a new one.',
    }),
    settings_not_saved: () => ({
      title: 'The settings could not be saved',
      advice: 'The change holds until you quit. Check that the disk is not full and the folder can be written.',
    }),
    settings_recovered: ({ backup, lost }) => ({
      title: 'The settings file was damaged',
      advice:
        lost.length === 0
          ? `All settings were read all the same. The damaged file was kept as ${backup}.`
          : `Could not be read: ${lostSettings(lost, lostNames)}. The damaged file was kept as ${backup}.`,
    }),
    settings_newer: ({ version }) => ({
      title: 'The settings are of a newer version',
      advice: `They were written by a newer app (format ${version}) and are left alone; changes hold until you quit. Update the app.`,
    }),
    preset_missing: () => ({ title: 'This preset does not exist any more', advice: 'Choose another.' }),
    away_message_too_long: ({ length, limit }) => ({
      title: 'The away message is too long',
      advice: `It has ${length} characters once filled in, and Pachca takes ${limit}. Shorten it.`,
    }),
    status_changed: () => ({
      title: 'The status changed meanwhile',
      advice: 'Look at the present one and decide again.',
    }),
    nothing_to_do: () => ({
      title: 'There is nothing left to do',
      advice: 'The status has ended or changed meanwhile.',
    }),
    presets_file: ({ line, field, reason }) => ({
      title: 'This file cannot be taken',
      advice: `${
        {
          json: 'It is not valid JSON.',
          shape: field ? `The field “${field}” is not as it must be.` : 'It is not a list of presets.',
          version: 'It was made by a newer version of the app: update the app.',
          duplicate: 'Two presets have the same id.',
          empty: 'It has no presets.',
        }[reason]
      }${line === null ? '' : ` Line ${line}.`} Nothing was changed.`,
    }),
    presets_full: ({ limit }) => ({
      title: 'There are enough presets',
      advice: `More than ${limit} cannot be kept. Delete one first.`,
    }),
    account_missing: () => ({ title: 'This account is not here any more', advice: 'Choose another.' }),
    avatar_too_large: ({ limit }) => ({
      title: 'The picture is too large',
      advice: `${limit === null ? '' : `It may have ${Math.round(limit / 1024)} KB. `}Choose a smaller one.`,
    }),
    avatar_not_image: () => ({ title: 'This is not a picture', advice: 'Choose a PNG or JPEG.' }),
    avatar_gone: () => ({
      title: 'The earlier picture is gone',
      advice: 'It was removed from this computer. Choose another.',
    }),
    avatar_not_kept: ({ temporary }) => ({
      title: 'Your present picture could not be saved',
      advice: temporary
        ? 'So it could not come back by itself, and nothing was changed. Try again, or set the new one for good.'
        : 'So nothing was changed. Try again, or change it anyway: then it cannot be undone.',
    }),
    avatar_busy: () => ({
      title: 'Your picture is being changed already',
      advice: 'Wait until that is done, or stop it, and try again.',
    }),
    avatar_no_status: () => ({
      title: 'There is no status to go with',
      advice: 'Set a status first, or choose when the picture changes back.',
    }),
    avatar_changed: () => ({
      title: 'There is no change of the picture to undo',
      advice: 'It may have been changed elsewhere meanwhile. Choose an earlier one.',
    }),
    end_in_past: () => ({ title: 'This end has already passed', advice: 'Choose a later one.' }),
    image_too_large: ({ limit }) => ({
      title: 'This file is too large',
      advice: `Up to ${limit / 2 ** 20} MB will do. Choose another, or save it smaller.`,
    }),
    image_unknown: () => ({
      title: 'This is not a picture',
      advice: 'Choose a PNG, JPEG, WebP or GIF. What is in the file counts, not its name.',
    }),
    image_unsupported: ({ type }) => ({
      title: `${type} pictures cannot be used here`,
      advice: 'Save it as PNG or JPEG and choose that.',
    }),
    image_too_many_pixels: ({ width, height, exceeded }) => ({
      title: `This picture is too big: ${width} × ${height} pixels`,
      advice: {
        side: 'No side may be longer than 12,000 pixels. Make it smaller and choose it again.',
        pixels: 'More than 67 megapixels are too many. Make it smaller and choose it again.',
        ratio: 'It claims far more pixels than so small a file can hold, so it was not opened. Choose another.',
      }[exceeded],
    }),
    image_broken: () => ({
      title: 'This picture is damaged',
      advice: 'Part of the file is missing or wrong. Open it in a picture editor and save it anew, or choose another.',
    }),
    image_no_frames: () => ({ title: 'There is no picture in this animation', advice: 'Choose another.' }),
  } satisfies ErrorTexts as ErrorTexts,
};
