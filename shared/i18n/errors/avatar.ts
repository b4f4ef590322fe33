import type { AvatarErrors } from '../../errors/avatar.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<AvatarErrors> = {
  avatar_too_large: ({ limit }) => ({
    title: 'The picture is too large',
    advice: `${limit === null ? '' : `It may have ${Math.round(limit / 1024)} KB. `}Choose a smaller one.`,
  }),
  avatar_not_image: () => ({ title: 'This is not a picture', advice: 'Choose a PNG or JPEG.' }),
  avatar_gone: () => ({
    title: 'The earlier picture is gone',
    advice: 'It was removed from this computer. Choose another.',
  }),
  avatar_not_kept: ({ temporary, cause }) => ({
    title: 'Your present avatar could not be saved',
    advice: `${
      {
        scope: 'This token may not read it: it lacks profile:read. ',
        forbidden: 'Your role or the workspace does not let it be read. ',
        server: 'Pachca has trouble right now. ',
        answer: 'Pachca did not say which one it is. ',
        download: 'It could not be fetched from where Pachca keeps it. ',
        disk: 'It could not be written to the disk: there may be no room. ',
        none: '',
      }[cause ?? 'none']
    }${
      temporary
        ? 'So it could not come back by itself, and nothing was changed. Try again, or set the new one for good.'
        : 'So nothing was changed. Try again, or change it anyway: then it cannot be undone.'
    }`,
  }),
  avatar_busy: () => ({
    title: 'Your picture is being changed already',
    advice: 'Wait until that is done, or stop it, and try again.',
  }),
  avatar_no_status: () => ({
    title: 'There is no status to go with',
    advice: 'Set a status first, or choose when the picture changes back.',
  }),
  avatar_changed: () => ({
    title: 'There is no change of the picture to undo',
    advice: 'It may have been changed elsewhere meanwhile. Choose an earlier one.',
  }),
};

export const ru: ErrorTextsOf<AvatarErrors> = {
  avatar_too_large: ({ limit }) => ({
    title: 'Картинка слишком большая',
    advice: `${limit === null ? '' : `Можно до ${Math.round(limit / 1024)} КБ. `}Выберите поменьше.`,
  }),
  avatar_not_image: () => ({ title: 'Это не картинка', advice: 'Выберите PNG или JPEG.' }),
  avatar_gone: () => ({
    title: 'Прежней картинки больше нет',
    advice: 'Её удалили с этого компьютера. Выберите другую.',
  }),
  avatar_not_kept: ({ temporary, cause }) => ({
    title: 'Не удалось сохранить нынешний аватар',
    advice: `${
      {
        scope: 'Этому токену нельзя его прочитать: не хватает права profile:read. ',
        forbidden: 'Его не даёт прочитать ваша роль или компания. ',
        server: 'У Пачки сейчас неполадки. ',
        answer: 'Пачка не сообщила, какой он. ',
        download: 'Его не удалось загрузить оттуда, где он хранится. ',
        disk: 'Его не удалось записать на диск: возможно, нет места. ',
        none: '',
      }[cause ?? 'none']
    }${
      temporary
        ? 'Вернуть его потом было бы неоткуда, поэтому ничего не изменилось. Повторите или установите новый насовсем.'
        : 'Поэтому ничего не изменилось. Повторите или всё равно замените: отменить это будет нельзя.'
    }`,
  }),
  avatar_busy: () => ({
    title: 'Картинка уже меняется',
    advice: 'Дождитесь конца или остановите и попробуйте ещё раз.',
  }),
  avatar_no_status: () => ({
    title: 'Статуса сейчас нет',
    advice: 'Сначала поставьте статус или выберите, когда вернуть прежнюю картинку.',
  }),
  avatar_changed: () => ({
    title: 'Отменять нечего',
    advice: 'Возможно, картинку уже сменили в другом месте. Выберите одну из прежних.',
  }),
};
