import type { TextsOf } from '../texts.ts';

export const en = {
  heading: 'Your token is safe but locked',
  retry: 'Try again',
};

export const ru: TextsOf<typeof en> = {
  heading: 'Токен цел, но заперт',
  retry: 'Попробовать ещё раз',
};
