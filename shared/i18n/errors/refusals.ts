import type { RefusalErrors } from '../../errors/refusals.ts';
import { en as waitEn, ru as waitRu } from '../wait.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<RefusalErrors> = {
  insufficient_scope: ({ scope }) => ({
    title: scope ? `The token lacks the scope ${scope}` : 'The token lacks a scope for this',
    advice: 'Tick it in the token’s settings in Pachca (Automations → API), or sign in with a token that has it.',
  }),
  access_denied: () => ({
    title: 'The token’s owner has no access',
    advice:
      'Guests cannot use the API, and neither can anybody who was suspended or deleted. Ask an administrator of the workspace, or use the token of a full member.',
  }),
  role_forbids: () => ({
    title: 'Your role does not allow this',
    advice:
      'The token is fine, but your role in the workspace lacks this right. Ask an administrator to change the role.',
  }),
  api_restricted: () => ({
    title: 'Only administrators may use the API here',
    advice:
      'The workspace’s settings say so. Ask an administrator to open the API for everybody, or to make a token for you.',
  }),
  forbidden: () => ({
    title: 'Your workspace or role does not allow this',
    advice:
      'The token is fine. Ask an administrator whether your role has this right, and whether the workspace lets everybody use the API.',
  }),
  workspace_suspended: () => ({
    title: 'The workspace is suspended for non-payment',
    advice: 'Nothing can be read or changed until it is paid for. Ask an administrator or the owner.',
  }),
  token_doubted: () => ({
    title: 'Pachca refused the token just now',
    advice: 'The token itself seems to be fine. Try again in a minute.',
  }),
  rate_limited: ({ retryAfter }) => ({
    title: 'Too many requests',
    advice:
      retryAfter === null
        ? 'Pachca asks to slow down. Wait a minute and try again.'
        : `Pachca asks to wait ${waitEn(retryAfter)}. Then try again.`,
  }),
  server_error: ({ status, retryAfter }) => ({
    title: 'Pachca has trouble right now',
    advice:
      retryAfter === undefined
        ? `The server answered ${status} several times. Try again in a few minutes.`
        : `The server answered ${status} and asks to wait ${waitEn(retryAfter)}. Then try again.`,
  }),
  unconfirmed: ({ page }) => ({
    title: 'Pachca did not confirm this',
    advice: page
      ? 'A web page came instead of its answer: the sign-in page of this network or a proxy may be in the way. Check what holds now, then try again.'
      : 'Its answer was not the one that means done. Check what holds now, then try again.',
  }),
};

export const ru: ErrorTextsOf<RefusalErrors> = {
  insufficient_scope: ({ scope }) => ({
    title: scope ? `Токену не хватает права ${scope}` : 'Токену не хватает права на это',
    advice:
      'Отметьте его в настройках токена в Пачке (Автоматизации → API) или войдите с токеном, у которого оно есть.',
  }),
  access_denied: () => ({
    title: 'У владельца токена нет доступа',
    advice:
      'Гостям API недоступен, как и тем, кого заблокировали или удалили. Обратитесь к администратору или возьмите токен полноправного сотрудника.',
  }),
  role_forbids: () => ({
    title: 'Ваша роль этого не позволяет',
    advice:
      'С токеном всё в порядке, но у вашей роли в компании нет такого права. Попросите администратора её изменить.',
  }),
  api_restricted: () => ({
    title: 'С API здесь работают только администраторы',
    advice:
      'Так задано в настройках компании («Кто может работать с API»). Попросите администратора открыть API для всех.',
  }),
  forbidden: () => ({
    title: 'Это запрещает компания или ваша роль',
    advice:
      'С токеном всё в порядке. Спросите администратора, есть ли такое право у вашей роли и открыт ли API для всех.',
  }),
  workspace_suspended: () => ({
    title: 'Компания приостановлена за неоплату',
    advice: 'Пока она не оплачена, ничего нельзя прочитать или изменить. Обратитесь к администратору или владельцу.',
  }),
  token_doubted: () => ({
    title: 'Пачка сейчас не приняла токен',
    advice: 'Похоже, сам токен в порядке. Попробуйте ещё раз через минуту.',
  }),
  rate_limited: ({ retryAfter }) => ({
    title: 'Слишком много запросов',
    advice:
      retryAfter === null
        ? 'Пачка просит не торопиться. Подождите минуту и попробуйте ещё раз.'
        : `Пачка просит подождать ${waitRu(retryAfter)}. Потом попробуйте ещё раз.`,
  }),
  server_error: ({ status, retryAfter }) => ({
    title: 'У Пачки сейчас неполадки',
    advice:
      retryAfter === undefined
        ? `Сервер несколько раз ответил ${status}. Попробуйте через несколько минут.`
        : `Сервер ответил ${status} и просит подождать ${waitRu(retryAfter)}. Потом попробуйте ещё раз.`,
  }),
  unconfirmed: ({ page }) => ({
    title: 'Пачка этого не подтвердила',
    advice: page
      ? 'Вместо ответа пришла веб-страница: мешает страница входа в сеть или прокси. Проверьте, что сейчас установлено, и попробуйте ещё раз.'
      : 'Ответ был не тем, который означает «готово». Проверьте, что сейчас установлено, и попробуйте ещё раз.',
  }),
};
