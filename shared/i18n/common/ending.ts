import type { TextsOf } from '../texts.ts';

/** The warning before a status ends. */
export const en = {
  title: (status: string, moment: string) => `${status} ends at ${moment}`,
  body: 'Extend it, or let it end.',
  bodyFor: (account: string) => `In the account ${account}.`,
  letEnd: 'Let it end',
};

export const ru: TextsOf<typeof en> = {
  title: (status, moment) => `${status}: конец в ${moment}`,
  body: 'Продлите его или дайте закончиться.',
  bodyFor: (account) => `В аккаунте ${account}.`,
  letEnd: 'Пусть закончится',
};
