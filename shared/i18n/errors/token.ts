import type { TokenErrors } from '../../errors/token.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<TokenErrors> = {
  token_malformed: ({ reason }) =>
    ({
      empty: { title: 'No token yet', advice: 'Paste the token that Pachca showed when it was made.' },
      short: {
        title: 'This is too short for a token',
        advice: 'Copy it once more, from the first character to the last.',
      },
      long: { title: 'This is too long for a token', advice: 'Copy only the token, without the text around it.' },
      characters: {
        title: 'This cannot be a token',
        advice: 'It has spaces, line breaks or letters that tokens never have. Copy only the token.',
      },
      foreign: {
        title: 'This belongs to another service',
        advice: 'It looks like a secret of another service, so it was not sent anywhere. Paste the token from Pachca.',
      },
    })[reason],
  token_rejected: () => ({
    title: 'Pachca does not know this token',
    advice: 'Check that all of it was copied. A token is shown once: if in doubt, make a new one.',
  }),
  token_revoked: () => ({
    title: 'This token no longer works',
    advice: 'It was revoked, has expired, or its owner was suspended. Make a new one in Pachca and paste it here.',
  }),
  signed_out: () => ({ title: 'Not signed in', advice: 'Paste a token, or try the demo.' }),
  server_address: () => ({
    title: 'This is not the address of a server',
    advice: 'It should look like https://pachca.example.com. Your administrator knows it.',
  }),
  account_missing: () => ({ title: 'This account is not here any more', advice: 'Choose another.' }),
};

export const ru: ErrorTextsOf<TokenErrors> = {
  token_malformed: ({ reason }) =>
    ({
      empty: { title: 'Токена пока нет', advice: 'Вставьте токен, который Пачка показала при создании.' },
      short: {
        title: 'Для токена это слишком коротко',
        advice: 'Скопируйте его ещё раз, от первого символа до последнего.',
      },
      long: { title: 'Для токена это слишком длинно', advice: 'Скопируйте только токен, без текста вокруг.' },
      characters: {
        title: 'Это не может быть токеном',
        advice: 'Здесь есть пробелы, переносы строк или буквы, которых в токенах не бывает. Скопируйте только токен.',
      },
      foreign: {
        title: 'Это ключ другого сервиса',
        advice: 'Похоже на секрет другого сервиса, поэтому он никуда не отправлен. Вставьте токен из Пачки.',
      },
    })[reason],
  token_rejected: () => ({
    title: 'Пачка не знает такого токена',
    advice: 'Проверьте, что он скопирован целиком. Токен показывают один раз: если сомневаетесь, создайте новый.',
  }),
  token_revoked: () => ({
    title: 'Этот токен больше не работает',
    advice: 'Его отозвали, срок истёк или владельца заблокировали. Создайте новый в Пачке и вставьте сюда.',
  }),
  signed_out: () => ({ title: 'Вход не выполнен', advice: 'Вставьте токен или попробуйте демо.' }),
  server_address: () => ({
    title: 'Это не адрес сервера',
    advice: 'Он должен выглядеть так: https://pachca.example.com. Его знает ваш администратор.',
  }),
  account_missing: () => ({ title: 'Этого аккаунта здесь больше нет', advice: 'Выберите другой.' }),
};
