import type { TextsOf } from '../texts.ts';

export const en = {
  another: 'Sign in with another token',
  cancel: 'Cancel',
};

export const ru: TextsOf<typeof en> = {
  another: 'Войти с другим токеном',
  cancel: 'Отмена',
};
