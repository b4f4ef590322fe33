import type { TextsOf } from '../texts.ts';

export const en = {
  label: 'Sections',
  status: 'Status',
  avatar: 'Avatar',
  token: 'Token',
  back: 'Back',
  settings: 'Settings',
};

export const ru: TextsOf<typeof en> = {
  label: 'Разделы',
  status: 'Статус',
  avatar: 'Аватар',
  token: 'Токен',
  back: 'Назад',
  settings: 'Настройки',
};
