import type { ServerErrors } from '../../errors/server.ts';
import { plural } from '../plural.ts';
import type { ErrorTextsOf } from './texts.ts';

const seconds = (n: number): string => plural('ru', n, { one: 'секунду', few: 'секунды', many: 'секунд' });

export const en: ErrorTextsOf<ServerErrors> = {
  not_found: () => ({ title: 'Pachca did not find this', advice: 'It may have been removed. Check again.' }),
  refused: ({ code, field }) =>
    code === 'wrong_emoji'
      ? { title: 'Pachca does not accept this emoji', advice: 'Choose another emoji.' }
      : field === 'image'
        ? { title: 'Pachca does not accept this picture', advice: 'Choose another.' }
        : {
            title: 'Pachca refused this status',
            advice: field ? `Change “${field}” and try again.` : 'Change it and try again.',
          },
  rate_limited: ({ retryAfter }) => ({
    title: 'Too many requests',
    advice:
      retryAfter === null
        ? 'Pachca asks to slow down. Wait a minute and try again.'
        : `Pachca asks to wait ${retryAfter} ${plural('en', retryAfter, { one: 'second', other: 'seconds' })}. Then try again.`,
  }),
  server_error: ({ status }) => ({
    title: 'Pachca has trouble right now',
    advice: `The server answered ${status} several times. Try again in a few minutes.`,
  }),
  offline: () => ({
    title: 'Pachca cannot be reached',
    advice: 'Check the internet connection, VPN or proxy, then try again.',
  }),
  certificate: () => ({
    title: 'The connection to Pachca is not safe',
    advice:
      'The server’s certificate was not accepted. Check the date of this computer and the network, then try again.',
  }),
  timeout: ({ seconds }) => ({
    title: 'Pachca did not answer in time',
    advice: `No answer within ${seconds} s. Check the connection and try again.`,
  }),
  redirected: () => ({
    title: 'The server sent us elsewhere',
    advice:
      'The token was not sent there. A sign-in page of the network may be in the way: open a browser, then try again.',
  }),
  response_too_large: () => ({
    title: 'The answer was far too large',
    advice: 'This was probably not Pachca. Check the network, then try again.',
  }),
  bad_response: () => ({
    title: 'The answer was not understood',
    advice: 'This was probably not Pachca, or it changed. Check the network; if it goes on, update the app.',
  }),
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
            advice: field ? `Измените «${field}» и попробуйте ещё раз.` : 'Измените его и попробуйте ещё раз.',
          },
  rate_limited: ({ retryAfter }) => ({
    title: 'Слишком много запросов',
    advice:
      retryAfter === null
        ? 'Пачка просит не торопиться. Подождите минуту и попробуйте ещё раз.'
        : `Пачка просит подождать ${retryAfter} ${seconds(retryAfter)}. Потом попробуйте ещё раз.`,
  }),
  server_error: ({ status }) => ({
    title: 'У Пачки сейчас неполадки',
    advice: `Сервер несколько раз ответил ${status}. Попробуйте через несколько минут.`,
  }),
  offline: () => ({
    title: 'Пачка недоступна',
    advice: 'Проверьте интернет, VPN или прокси и попробуйте ещё раз.',
  }),
  certificate: () => ({
    title: 'Соединение с Пачкой небезопасно',
    advice: 'Сертификат сервера не принят. Проверьте дату на компьютере и сеть и попробуйте ещё раз.',
  }),
  timeout: ({ seconds: limit }) => ({
    title: 'Пачка не ответила вовремя',
    advice: `Ответа не было ${limit} с. Проверьте соединение и попробуйте ещё раз.`,
  }),
  redirected: () => ({
    title: 'Сервер отправляет на другой адрес',
    advice:
      'Токен туда не отправлен. Возможно, мешает страница входа в сеть: откройте браузер, затем попробуйте ещё раз.',
  }),
  response_too_large: () => ({
    title: 'Ответ слишком большой',
    advice: 'Похоже, ответила не Пачка. Проверьте сеть и попробуйте ещё раз.',
  }),
  bad_response: () => ({
    title: 'Ответ не удалось понять',
    advice: 'Похоже, ответила не Пачка или она изменилась. Проверьте сеть; если не поможет, обновите приложение.',
  }),
  unexpected_status: ({ status }) => ({
    title: `Пачка неожиданно ответила ${status}`,
    advice: 'Попробуйте через несколько минут.',
  }),
  aborted: () => ({
    title: 'Отменено',
    advice: 'Больше ничего не произойдёт. Если всё ещё нужно, попробуйте ещё раз.',
  }),
};
