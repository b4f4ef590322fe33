import type { AppErrors } from '../../errors/app.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<AppErrors> = {
  bad_input: ({ field }) => ({ title: 'That was not understood', advice: `Check “${field}” and try again.` }),
  unknown_command: ({ name }) => ({
    title: 'The app does not know this command',
    advice: `There is no “${name}” in this version. Restart the app.`,
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
  unknown_command: ({ name }) => ({
    title: 'Приложение не знает такой команды',
    advice: `Команды «${name}» нет в этой версии. Перезапустите приложение.`,
  }),
  internal: () => ({
    title: 'В приложении что-то пошло не так',
    advice: 'Попробуйте ещё раз. Если повторится, перезапустите приложение.',
  }),
};
