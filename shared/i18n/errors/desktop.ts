import type { DesktopErrors } from '../../errors/desktop.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<DesktopErrors> = {
  login_item_failed: ({ kind }) => ({
    title: 'Start at login was not changed',
    advice:
      kind === 'blocked'
        ? 'The system keeps the app from starting. Allow it in the system’s settings, under login items or startup apps.'
        : 'The system did not accept it. Try again, or change it in the system’s settings.',
  }),
};

export const ru: ErrorTextsOf<DesktopErrors> = {
  login_item_failed: ({ kind }) => ({
    title: 'Запуск при входе не изменён',
    advice:
      kind === 'blocked'
        ? 'Система не даёт приложению запускаться. Разрешите его в настройках системы, в разделе автозагрузки.'
        : 'Система этого не приняла. Попробуйте ещё раз или измените это в настройках системы.',
  }),
};
