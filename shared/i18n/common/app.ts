import type { TextsOf } from '../texts.ts';

export const en = {
  name: 'Pachca Status',
  unofficial: 'Not made by Pachca',
};

export const ru: TextsOf<typeof en> = {
  name: 'Pachca Status',
  unofficial: 'Сделано не Пачкой',
};
