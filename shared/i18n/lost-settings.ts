/** What a damaged settings file can cost, as a person would call it. */
export type LostSetting =
  | 'accounts'
  | 'avatar'
  | 'draft'
  | 'hours'
  | 'language'
  | 'other'
  | 'presets'
  | 'recents'
  | 'theme'
  | 'trayIcon'
  | 'undo'
  | 'warning'
  | 'weekStart'
  | 'zone';

const byKey: Readonly<Record<string, LostSetting>> = {
  accounts: 'accounts',
  avatar: 'avatar',
  current: 'accounts',
  draft: 'draft',
  label: 'accounts',
  language: 'language',
  memory: 'undo',
  presets: 'presets',
  presetsPerAccount: 'presets',
  told: 'other',
  recents: 'recents',
  theme: 'theme',
  trayIcon: 'trayIcon',
  warnBefore: 'warning',
  weekStart: 'weekStart',
  workEnd: 'hours',
  workStart: 'hours',
  zone: 'zone',
};

/**
 * The paths of settings that could not be read, in a person's words and each once.
 * @param paths such as `theme`, `accounts[0].name`, `accountData[1].draft`
 */
export function lostSettings(paths: readonly string[], names: Readonly<Record<LostSetting, string>>): string {
  const kinds = paths.map((path): LostSetting => {
    const keys = path.replaceAll(/\[\d+\]/g, '').split('.');
    // What belongs to an account is told by its part; of an account itself any part is the account's.
    const key = keys[0] === 'accountData' ? keys[1] : keys[0];
    return byKey[key ?? ''] ?? 'other';
  });
  return [...new Set(kinds)].map((kind) => names[kind]).join(', ');
}
