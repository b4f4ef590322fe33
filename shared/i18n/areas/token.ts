import { textsIn, type TextsOf } from '../texts.ts';

export const en = {
  heading: 'Token',
  checked: (moment: string) => `Checked ${moment}`,
  notChecked: 'Not checked yet',
  check: 'Check again',

  features: 'What the app can do with it',
  missing: 'missing',
  fix: 'How to fix',
  /** The same for screen readers, who hear it without the row around it. */
  fixFor: (feature: string) => `How to fix: ${feature}`,
  guide: 'Pachca’s guide to tokens',
  newToken: 'Enter a new token',

  facts: 'About the token',
  fact: {
    name: 'Name',
    token: 'Token',
    owner: 'Owner',
    created: 'Created',
    lastUsed: 'Last used',
    expires: 'Expires',
    keptIn: 'Kept in',
    server: 'Server',
  },
  nameless: 'none, as a bot’s token has',

  showShorter: 'See a shorter list',
  hideShorter: 'Hide the shorter list',
  shorterHint: 'Make a token with only these, and sign in with it:',
  copyShorter: 'Copy these',

  all: 'All scopes',
  search: 'Search scopes',
  clearSearch: 'Clear the search',
  found: (count: number) => `${count} found`,
  nothingFound: 'Nothing like that',
  granted: (granted: number, all: number) => `${granted} of ${all}`,

  copyList: 'Copy the list',
  copyDiagnosis: 'Copy a diagnosis for an admin',
  copyHint: 'The diagnosis says what works and what is missing. The token is not in it.',
  copied: 'Copied',
};

export const ru: TextsOf<typeof en> = {
  heading: 'Токен',
  checked: (moment) => `Проверен ${moment}`,
  notChecked: 'Пока не проверен',
  check: 'Проверить',

  features: 'Что приложение может с ним',
  missing: 'нет',
  fix: 'Как исправить',
  fixFor: (feature) => `Как исправить: ${feature}`,
  guide: 'Руководство Пачки о токенах',
  newToken: 'Ввести новый токен',

  facts: 'О токене',
  fact: {
    name: 'Название',
    token: 'Токен',
    owner: 'Владелец',
    created: 'Создан',
    lastUsed: 'Использован',
    expires: 'Истекает',
    keptIn: 'Хранит',
    server: 'Сервер',
  },
  nameless: 'нет, как у токена бота',

  showShorter: 'Показать список короче',
  hideShorter: 'Скрыть список',
  shorterHint: 'Создайте токен только с этими правами и войдите с ним:',
  copyShorter: 'Скопировать',

  all: 'Все права',
  search: 'Найти право',
  clearSearch: 'Очистить поиск',
  found: (count) => `Найдено: ${count}`,
  nothingFound: 'Ничего похожего',
  granted: (granted, all) => `${granted} из ${all}`,

  copyList: 'Скопировать список',
  copyDiagnosis: 'Скопировать сводку для администратора',
  copyHint: 'В сводке сказано, что работает и чего не хватает. Самого токена в ней нет.',
  copied: 'Скопировано',
};

/** The texts around the scope inspector's own, in a language. */
export const tokenTexts = textsIn<TextsOf<typeof en>>({ en, ru });
