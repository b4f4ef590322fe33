import type { TextsOf } from '../texts.ts';

export const en = {
  retry: 'Try again',
  'new-token': 'Enter a new token',
  'token-help': 'How tokens are made',
  'use-session': 'Use it until I quit',
  'unlock-keychain': 'I unlocked it, try again',
  inspect: 'What the token can do',
};

export const ru: TextsOf<typeof en> = {
  retry: 'Попробовать ещё раз',
  'new-token': 'Ввести новый токен',
  'token-help': 'Как создать токен',
  'use-session': 'Использовать до выхода',
  'unlock-keychain': 'Разблокировано, ещё раз',
  inspect: 'Что умеет токен',
};
