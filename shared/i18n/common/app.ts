import type { TextsOf } from '../texts.ts';

export const en = {
  name: 'Pachca Status',
  unofficial: 'Not made by Pachca',
  /** Something threw while it was drawn. */
  broken: {
    title: 'This could not be shown',
    advice: 'Something went wrong in the app. Your status is not affected. Try again, or go to another screen.',
    copy: 'Copy diagnostics',
    copied: 'Copied',
  },
};

export const ru: TextsOf<typeof en> = {
  name: 'Pachca Status',
  unofficial: 'Сделано не Пачкой',
  broken: {
    title: 'Это не получилось показать',
    advice:
      'В приложении что-то пошло не так. На ваш статус это не повлияло. Попробуйте ещё раз или откройте другой экран.',
    copy: 'Скопировать диагностику',
    copied: 'Скопировано',
  },
};
