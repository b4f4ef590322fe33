import type { ServerErrors } from '../../errors/server.ts';
import { fieldWord } from '../field-words.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<ServerErrors> = {
  not_found: () => ({ title: 'Pachca did not find this', advice: 'It may have been removed. Check again.' }),
  refused: ({ code, field }) =>
    code === 'wrong_emoji'
      ? { title: 'Pachca does not accept this emoji', advice: 'Choose another emoji.' }
      : field === 'image'
        ? { title: 'Pachca does not accept this picture', advice: 'Choose another.' }
        : {
            title: 'Pachca refused this status',
            advice: `Change ${fieldWord(field, 'en') ?? 'it'} and try again.`,
          },
  unexpected_status: ({ status }) => ({
    title: `Pachca answered with an unexpected ${status}`,
    advice: 'Try again in a few minutes.',
  }),
  aborted: () => ({ title: 'Cancelled', advice: 'Nothing more happens. Try again if you still want it.' }),
};

export const ru: ErrorTextsOf<ServerErrors> = {
  not_found: () => ({ title: 'Пачка этого не нашла', advice: 'Возможно, уже удалено. Проверьте ещё раз.' }),
  refused: ({ code, field }) =>
    code === 'wrong_emoji'
      ? { title: 'Пачка не принимает этот эмодзи', advice: 'Выберите другой.' }
      : field === 'image'
        ? { title: 'Пачка не принимает эту картинку', advice: 'Выберите другую.' }
        : {
            title: 'Пачка не приняла этот статус',
            advice: `Измените ${fieldWord(field, 'ru') ?? 'его'} и попробуйте ещё раз.`,
          },
  unexpected_status: ({ status }) => ({
    title: `Пачка неожиданно ответила ${status}`,
    advice: 'Попробуйте через несколько минут.',
  }),
  aborted: () => ({
    title: 'Отменено',
    advice: 'Больше ничего не произойдёт. Если всё ещё нужно, попробуйте ещё раз.',
  }),
};
