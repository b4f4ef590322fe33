import { plural } from '../plural.ts';
import { textsIn, type TextsOf } from '../texts.ts';

export const en = {
  heading: 'Accounts',
  add: 'Add an account',
  addHeading: 'Add an account',
  addIntro: 'A workspace of its own or a bot: each has its own token and its own status.',
  manage: 'Manage accounts',
  others: 'Other accounts',
  nameless: 'No name',
  bot: 'Bot',
  demo: 'Demo',
  current: 'In use',
  inMemory: 'The token is in memory, until you quit',
  use: 'Switch to it',
  noStatus: 'No status',

  rename: 'Rename',
  renameFor: (name: string) => `Rename ${name}`,
  newName: 'Name for this account',
  newNameHint: 'Leave it empty for the account’s own name.',
  save: 'Save',
  cancel: 'Cancel',

  remove: 'Remove',
  removeFor: (name: string) => `Remove ${name}`,
  removeQuestion: (name: string) => `Remove ${name}?`,
  removeHint: 'Its token is removed from the keychain. Its status in Pachca stays as it is.',
  removeSessionHint: 'Its token is forgotten. Its status in Pachca stays as it is.',
  removeAnyway: 'Remove anyway',

  all: 'The same status everywhere',
  allHint: 'Sets a preset in every account.',
  preset: 'Preset',
  apply: (count: number) => `Set in ${count} ${plural('en', count, { one: 'account', other: 'accounts' })}`,
  applying: 'Setting…',
  results: 'What became of it',
  done: 'Set',
};

export const ru: TextsOf<typeof en> = {
  heading: 'Аккаунты',
  add: 'Добавить аккаунт',
  addHeading: 'Новый аккаунт',
  addIntro: 'Другая компания или бот: у каждого свой токен и свой статус.',
  manage: 'Управлять аккаунтами',
  others: 'Другие аккаунты',
  nameless: 'Без имени',
  bot: 'Бот',
  demo: 'Демо',
  current: 'Используется',
  inMemory: 'Токен в памяти, до выхода',
  use: 'Переключиться',
  noStatus: 'Нет статуса',

  rename: 'Переименовать',
  renameFor: (name) => `Переименовать: ${name}`,
  newName: 'Название аккаунта',
  newNameHint: 'Оставьте пустым, чтобы было собственное имя аккаунта.',
  save: 'Сохранить',
  cancel: 'Отмена',

  remove: 'Удалить',
  removeFor: (name) => `Удалить: ${name}`,
  removeQuestion: (name) => `Удалить аккаунт «${name}»?`,
  removeHint: 'Токен удалится из связки ключей. Статус в Пачке останется как есть.',
  removeSessionHint: 'Токен будет забыт. Статус в Пачке останется как есть.',
  removeAnyway: 'Всё равно удалить',

  all: 'Один статус везде',
  allHint: 'Ставит пресет во всех аккаунтах.',
  preset: 'Пресет',
  apply: (count) =>
    `Поставить в ${count} ${plural('ru', count, { one: 'аккаунте', few: 'аккаунтах', many: 'аккаунтах' })}`,
  applying: 'Ставим…',
  results: 'Что получилось',
  done: 'Поставлен',
};

/** The accounts' texts in a language. */
export const accountsTexts = textsIn<TextsOf<typeof en>>({ en, ru });
