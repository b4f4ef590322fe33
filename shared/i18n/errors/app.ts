import type { AppErrors } from '../../errors/app.ts';
import { fieldWord } from '../field-words.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<AppErrors> = {
  bad_input: ({ field }) => {
    const word = fieldWord(field, 'en');
    return {
      title: 'That was not understood',
      advice: word ? `Check ${word} and try again.` : 'Try again. If it happens again, restart the app.',
    };
  },
  unknown_command: () => ({
    title: 'The app does not know this command',
    advice: 'It is of another version. Restart the app.',
  }),
  internal: () => ({
    title: 'Something went wrong in the app',
    advice: 'Try again. If it happens again, restart the app.',
  }),
  update_failed: () => ({
    title: 'The update did not work out',
    advice: 'The place it comes from did not answer as expected. This version goes on working; try again later.',
  }),
};

export const ru: ErrorTextsOf<AppErrors> = {
  bad_input: ({ field }) => {
    const word = fieldWord(field, 'ru');
    return {
      title: 'Не получилось понять запрос',
      advice: word
        ? `Проверьте ${word} и попробуйте ещё раз.`
        : 'Попробуйте ещё раз. Если повторится, перезапустите приложение.',
    };
  },
  unknown_command: () => ({
    title: 'Приложение не знает такой команды',
    advice: 'Она от другой версии. Перезапустите приложение.',
  }),
  internal: () => ({
    title: 'В приложении что-то пошло не так',
    advice: 'Попробуйте ещё раз. Если повторится, перезапустите приложение.',
  }),
  update_failed: () => ({
    title: 'Обновиться не получилось',
    advice: 'Сервер с обновлениями не ответил как надо. Эта версия работает дальше; попробуйте позже.',
  }),
};
