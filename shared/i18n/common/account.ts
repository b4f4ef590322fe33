import type { TextsOf } from '../texts.ts';

export const en = {
  bot: 'Bot',
  nameless: 'No name',
  demo: 'Demo',
  profile: 'Profile',
  accounts: 'Accounts',
};

export const ru: TextsOf<typeof en> = {
  bot: 'Бот',
  nameless: 'Без имени',
  demo: 'Демо',
  profile: 'Профиль',
  accounts: 'Аккаунты',
};
