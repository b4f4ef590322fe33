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
};
