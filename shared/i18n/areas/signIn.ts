import type { NeededScope } from '../../scopes.ts';
import type { KeychainName } from '../../state.ts';
import { textsIn, type TextsOf } from '../texts.ts';

/** The two kinds of token there are to make. */
export type TokenKind = 'person' | 'bot';

export const en = {
  heading: 'Your status, one click away',
  intro: 'Set “On vacation” in Pachca from the menu bar, and trust that it ends when you said.',
  label: 'Personal or bot token',
  where: 'Where do I get one?',
  show: 'Show',
  hide: 'Hide',
  showToken: 'Show the token',
  hideToken: 'Hide the token',
  asks: 'As soon as the token looks complete, the app asks Pachca whose it is.',
  /** What is true of each: who else may read what lies there. */
  storage: (keychain: KeychainName) =>
    ({
      macos: 'It is kept in macOS Keychain, which asks you before another program may read it.',
      windows:
        'It is kept in Windows Credential Manager: other users cannot read it, programs that you start yourself could.',
      secretService:
        'It is kept in this computer’s keyring: other users cannot read it, programs that you start yourself could while it is unlocked.',
    })[keychain],
  server: {
    other: 'Other server',
    usual: 'Pachca’s own server',
    label: 'Address of the server',
    hint: 'For a Pachca installed at your company. The token is sent there and nowhere else.',
    asked: (host: string) => `Server: ${host}`,
  },
  check: 'Check the token',
  checking: 'Checking…',
  continue: 'Continue',
  continueAnyway: 'Continue anyway',
  another: 'Enter another token',
  continuing: 'Signing in…',
  demoQuestion: 'No token at hand?',
  demo: 'Try the demo',

  environment: {
    title: 'There is a token in PACHCA_TOKEN',
    text: 'This computer’s environment has one. It is used only if you say so.',
    look: 'See whose it is',
    cancel: 'Not this one',
  },

  guide: {
    heading: 'How to make a token',
    kind: 'Whose token',
    kinds: { person: 'Your own', bot: 'A bot’s' } satisfies Record<TokenKind, string>,
    /** Where to go in Pachca, as its menu has it. */
    places: {
      person: 'In Pachca, open Automations → API.',
      bot: 'In Pachca, open Automations → Integrations → API, choose the bot, and then its API tab.',
    } satisfies Record<TokenKind, string>,
    tick: 'Tick these five scopes:',
    copy: 'Copy the token and paste it above. Pachca shows it only once.',
    open: 'Pachca’s own guide',
    bot: 'It sets the bot’s status, not yours.',
    scopes: {
      'profile:read': 'see yourself',
      'profile_status:read': 'see your status',
      'profile_status:write': 'set and clear it',
      'profile_avatar:write': 'change your avatar',
      'custom_properties:read': 'workspace fields',
    } satisfies Record<NeededScope, string>,
  },

  checked: {
    heading: 'Whose token this is',
    nameless: 'Name not known',
    namelessHint: 'This token may not read the profile.',
    tokenName: (name: string) => `Token “${name}”`,
    bot: 'This is a bot’s token: it sets the bot’s status, not yours.',
    maybeBot: 'Whose token it is cannot be told. A bot’s token would set the bot’s status, not yours.',
    other: 'This is another account. It is added, and the present one stays.',
    replaces: (name: string) =>
      `This person is here already: it takes the place of the token of “${name}”. The name, presets and drafts stay.`,
    loses: 'What works now and would not with it:',
    features: 'What the app can do with it',
    lacks: (scope: string) => `lacks ${scope}`,
    nothing: 'None of this app’s work can be done with this token.',
    fixLater: 'After signing in, “Token” tells how to get the rest.',
  },
};

export const ru: TextsOf<typeof en> = {
  heading: 'Статус в один клик',
  intro: 'Ставьте «В отпуске» в Пачке прямо из трея, и он закончится тогда, когда вы сказали.',
  label: 'Личный токен или токен бота',
  where: 'Где его взять?',
  show: 'Показать',
  hide: 'Скрыть',
  showToken: 'Показать токен',
  hideToken: 'Скрыть токен',
  asks: 'Как только токен похож на целый, приложение спросит у Пачки, чей он.',
  storage: (keychain) =>
    ({
      macos: 'Он хранится в Связке ключей macOS: прежде чем его прочитает другая программа, она спросит вас.',
      windows:
        'Он хранится в Диспетчере учётных данных Windows: другим пользователям он недоступен, но программы, которые вы запускаете сами, могли бы его прочитать.',
      secretService:
        'Он хранится в связке ключей этого компьютера: другим пользователям он недоступен, но пока она открыта, его могли бы прочитать программы, которые вы запускаете сами.',
    })[keychain],
  server: {
    other: 'Другой сервер',
    usual: 'Сервер Пачки',
    label: 'Адрес сервера',
    hint: 'Для Пачки, установленной в вашей компании. Токен отправляется только туда.',
    asked: (host) => `Сервер: ${host}`,
  },
  check: 'Проверить токен',
  checking: 'Проверяем…',
  continue: 'Продолжить',
  continueAnyway: 'Всё равно продолжить',
  another: 'Ввести другой токен',
  continuing: 'Входим…',
  demoQuestion: 'Нет токена под рукой?',
  demo: 'Попробовать демо',

  environment: {
    title: 'Есть токен в PACHCA_TOKEN',
    text: 'Он задан в окружении этого компьютера. Без вашего согласия он не используется.',
    look: 'Посмотреть, чей он',
    cancel: 'Не этот',
  },

  guide: {
    heading: 'Как создать токен',
    kind: 'Чей токен',
    kinds: { person: 'Личный', bot: 'Бота' },
    places: {
      person: 'Откройте в Пачке «Автоматизации» → API.',
      bot: 'Откройте в Пачке «Автоматизации» → «Интеграции» → API, выберите бота и его вкладку API.',
    },
    tick: 'Отметьте эти пять прав:',
    copy: 'Скопируйте токен и вставьте выше. Пачка показывает его только один раз.',
    open: 'Руководство Пачки',
    bot: 'С ним ставится статус бота, а не ваш.',
    scopes: {
      'profile:read': 'видеть себя',
      'profile_status:read': 'видеть свой статус',
      'profile_status:write': 'ставить и сбрасывать его',
      'profile_avatar:write': 'менять аватар',
      'custom_properties:read': 'поля компании',
    },
  },

  checked: {
    heading: 'Чей это токен',
    nameless: 'Имя неизвестно',
    namelessHint: 'Этот токен не может прочитать профиль.',
    tokenName: (name) => `Токен «${name}»`,
    bot: 'Это токен бота: с ним ставится статус бота, а не ваш.',
    maybeBot: 'Чей это токен, узнать нельзя. С токеном бота ставился бы статус бота, а не ваш.',
    other: 'Это другой аккаунт. Он добавится, а нынешний останется.',
    replaces: (name) =>
      `Этот человек уже есть: токен заменит нынешний у «${name}». Имя, пресеты и черновики останутся.`,
    loses: 'Что сейчас работает, а с ним не будет:',
    features: 'Что приложение сможет с ним',
    lacks: (scope) => `не хватает ${scope}`,
    nothing: 'С этим токеном приложение не сможет ничего.',
    fixLater: 'Как получить остальное, после входа расскажет раздел «Токен».',
  },
};

/** The texts of signing in, in a language. */
export const signInTexts = textsIn<TextsOf<typeof en>>({ en, ru });
