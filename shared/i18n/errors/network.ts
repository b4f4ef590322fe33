import type { NetworkErrors } from '../../errors/network.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<NetworkErrors> = {
  offline: () => ({
    title: 'No internet connection',
    advice: 'This computer has no network right now. Connect it and try again.',
  }),
  unreachable: ({ kind }) =>
    ({
      refused: {
        title: 'Pachca’s server does not take connections',
        advice: 'It may be restarting, or a firewall is in the way. Try again in a few minutes.',
      },
      host: {
        title: 'Pachca’s address was not found',
        advice: 'Check the internet connection, and VPN or DNS where you use them. Then try again.',
      },
      proxy: {
        title: 'The proxy does not let us through to Pachca',
        advice: 'Check the proxy in the network settings of this computer, then try again.',
      },
      broken: {
        title: 'The connection to Pachca broke',
        advice: 'It was tried twice. Check the network, VPN or proxy, then try again.',
      },
      other: {
        title: 'Pachca cannot be reached',
        advice: 'Check the internet connection, VPN or proxy, then try again.',
      },
    })[kind],
  timeout: ({ seconds }) => ({
    title: 'Pachca did not answer in time',
    advice: `There is a connection, but no answer came within ${seconds} s. Try again in a few minutes.`,
  }),
  certificate: () => ({
    title: 'The connection to Pachca is not safe',
    advice:
      'The server’s certificate was not accepted. Check the date of this computer and the network, then try again.',
  }),
  redirected: () => ({
    title: 'The server sent us elsewhere',
    advice:
      'The token was not sent there. A sign-in page of the network may be in the way: open a browser, then try again.',
  }),
  foreign_page: () => ({
    title: 'A web page came instead of Pachca’s answer',
    advice:
      'The sign-in page of this network, a proxy or a firewall is in the way. Open a browser, sign in to the network, then try again.',
  }),
  response_too_large: () => ({
    title: 'The answer was far too large',
    advice: 'This was probably not Pachca. Check the network, then try again.',
  }),
  bad_response: () => ({
    title: 'The answer was not understood',
    advice: 'This was probably not Pachca, or it changed. Check the network; if it goes on, update the app.',
  }),
};

export const ru: ErrorTextsOf<NetworkErrors> = {
  offline: () => ({
    title: 'Нет интернета',
    advice: 'Компьютер сейчас не в сети. Подключите его и попробуйте ещё раз.',
  }),
  unreachable: ({ kind }) =>
    ({
      refused: {
        title: 'Сервер Пачки не принимает соединение',
        advice: 'Возможно, он перезапускается или мешает брандмауэр. Попробуйте через несколько минут.',
      },
      host: {
        title: 'Адрес Пачки не найден',
        advice: 'Проверьте интернет, а если пользуетесь VPN или своим DNS — и их. Затем попробуйте ещё раз.',
      },
      proxy: {
        title: 'Прокси не пропускает к Пачке',
        advice: 'Проверьте прокси в настройках сети компьютера и попробуйте ещё раз.',
      },
      broken: {
        title: 'Соединение с Пачкой оборвалось',
        advice: 'Мы попробовали дважды. Проверьте сеть, VPN или прокси и попробуйте ещё раз.',
      },
      other: {
        title: 'Пачка недоступна',
        advice: 'Проверьте интернет, VPN или прокси и попробуйте ещё раз.',
      },
    })[kind],
  timeout: ({ seconds }) => ({
    title: 'Пачка не ответила вовремя',
    advice: `Соединение есть, но ответа не было ${seconds} с. Попробуйте через несколько минут.`,
  }),
  certificate: () => ({
    title: 'Соединение с Пачкой небезопасно',
    advice: 'Сертификат сервера не принят. Проверьте дату на компьютере и сеть и попробуйте ещё раз.',
  }),
  redirected: () => ({
    title: 'Сервер отправляет на другой адрес',
    advice:
      'Токен туда не отправлен. Возможно, мешает страница входа в сеть: откройте браузер, затем попробуйте ещё раз.',
  }),
  foreign_page: () => ({
    title: 'Вместо ответа Пачки пришла веб-страница',
    advice:
      'Мешает страница входа в сеть, прокси или брандмауэр. Откройте браузер, войдите в сеть и попробуйте ещё раз.',
  }),
  response_too_large: () => ({
    title: 'Ответ слишком большой',
    advice: 'Похоже, ответила не Пачка. Проверьте сеть и попробуйте ещё раз.',
  }),
  bad_response: () => ({
    title: 'Ответ не удалось понять',
    advice: 'Похоже, ответила не Пачка или она изменилась. Проверьте сеть; если не поможет, обновите приложение.',
  }),
};
