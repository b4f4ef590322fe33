import type { StatusErrors } from '../../errors/status.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<StatusErrors> = {
  away_message_too_long: ({ length, limit }) => ({
    title: 'The away message is too long',
    advice: `It has ${length} characters once filled in, and Pachca takes ${limit}. Shorten it.`,
  }),
  status_changed: () => ({
    title: 'The status changed meanwhile',
    advice: 'Look at the present one and decide again.',
  }),
  nothing_to_do: () => ({
    title: 'There is nothing left to do',
    advice: 'The status has ended or changed meanwhile.',
  }),
  end_in_past: () => ({ title: 'This end has already passed', advice: 'Choose a later one.' }),
};

export const ru: ErrorTextsOf<StatusErrors> = {
  away_message_too_long: ({ length, limit }) => ({
    title: 'Сообщение об отсутствии слишком длинное',
    advice: `В готовом виде в нём ${length} символов, а Пачка принимает ${limit}. Сократите его.`,
  }),
  status_changed: () => ({ title: 'Статус успел измениться', advice: 'Посмотрите на нынешний и решите заново.' }),
  nothing_to_do: () => ({ title: 'Делать уже нечего', advice: 'Статус закончился или изменился.' }),
  end_in_past: () => ({ title: 'Это время уже прошло', advice: 'Выберите более позднее.' }),
};
