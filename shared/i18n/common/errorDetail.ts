import type { TextsOf } from '../texts.ts';

/** Appended to an error. */
export const en = {
  saidByServer: (message: string) => `Pachca says: “${message}”`,
  requestId: (id: string) => `Request ${id}`,
};

export const ru: TextsOf<typeof en> = {
  saidByServer: (message) => `Ответ Пачки: «${message}»`,
  requestId: (id) => `Запрос ${id}`,
};
