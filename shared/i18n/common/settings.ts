import type { KeychainName } from '../../state.ts';
import type { TextsOf } from '../texts.ts';

const namesInEnglish: Readonly<Record<KeychainName, string>> = {
  macos: 'macOS Keychain',
  windows: 'Windows Credential Manager',
  secretService: 'the system keyring',
};

const namesInRussian: Readonly<Record<KeychainName, string>> = {
  macos: 'Связка ключей macOS',
  windows: 'Диспетчер учётных данных Windows',
  secretService: 'системная связка ключей',
};

export const en = {
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
    keychain: (keychain: KeychainName) => namesInEnglish[keychain],
    session: 'memory, until you quit',
    demo: 'nowhere: this is the demo',
  },
  signOut: 'Sign out',
  signOutHint: 'Removes the token from the keychain and checks that it is gone.',
  leaveDemo: 'Leave the demo',
  forget: 'Sign out anyway',
  forgetHint: 'The entry stays in the keychain; remove it there yourself.',
  removeAll: 'Remove all data…',
  removeAllTitle: 'Remove all data?',
  removeAllText:
    'Every account is signed out, and its token is removed from the keychain. Settings, presets, drafts and kept avatars are deleted. Your status in Pachca stays as it is.',
  removeAllConfirm: 'Remove all',
  removeAllAnyway: 'Remove the rest anyway',
  cancel: 'Cancel',
  version: (version: string) => `Version ${version}`,
};

export const ru: TextsOf<typeof en> = {
  heading: 'Настройки',
  language: 'Язык',
  languageSystem: (language) => `Системный (${language})`,
  languages: { en: 'English', ru: 'Русский' },
  theme: 'Оформление',
  themes: { system: 'Системное', light: 'Светлое', dark: 'Тёмное' },
  trayIcon: 'Значок в трее',
  trayIcons: { auto: 'Авто', light: 'Светлый', dark: 'Тёмный' },
  trayIconHint: 'Светлый подходит тёмной панели, тёмный — светлой.',
  account: 'Аккаунт',
  storedIn: 'Токен хранит',
  storages: {
    keychain: (keychain) => namesInRussian[keychain],
    session: 'память, до выхода',
    demo: 'никто: это демо',
  },
  signOut: 'Выйти из аккаунта',
  signOutHint: 'Удалит токен из связки ключей и проверит, что его там больше нет.',
  leaveDemo: 'Выйти из демо',
  forget: 'Всё равно выйти',
  forgetHint: 'Запись останется в связке ключей; удалите её там сами.',
  removeAll: 'Удалить все данные…',
  removeAllTitle: 'Удалить все данные?',
  removeAllText:
    'Приложение выйдет из всех аккаунтов и удалит их токены из связки ключей. Настройки, пресеты, черновики и сохранённые аватары будут удалены. Ваш статус в Пачке не изменится.',
  removeAllConfirm: 'Удалить всё',
  removeAllAnyway: 'Всё равно удалить остальное',
  cancel: 'Не удалять',
  version: (version) => `Версия ${version}`,
};
