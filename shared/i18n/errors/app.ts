import type { AppErrors } from '../../errors/app.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<AppErrors> = {
  bad_input: ({ field }) => ({ title: 'That was not understood', advice: `Check “${field}” and try again.` }),
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
  bad_input: ({ field }) => ({
    title: 'Не получилось понять запрос',
    advice: `Проверьте поле «${field}» и попробуйте ещё раз.`,
  }),
  unknown_command: () => ({
    title: 'Приложение не знает такой команды',
    advice: 'Она от другой версии. Перезапустите приложение.',
  }),
  internal: () => ({
    title: 'В приложении что-то пошло не так',
    advice: 'Попробуйте ещё раз. Если повторится, перезапустите приложение.',
  }),
};
