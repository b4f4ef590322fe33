import type { KeychainName } from '../state.ts';
import { ru as entry } from './areas/entry.ts';
import { ru as actions } from './areas/home.ts';
import { ru as presetsManager } from './areas/presetsManager.ts';
import { ru as settingsTime } from './areas/settingsTime.ts';
import { ru as expiry } from './areas/expiry.ts';
import { ru as inspector } from './areas/scopes.ts';
import type { ErrorTexts } from './en.ts';
import type { Messages } from './index.ts';
import { plural } from './plural.ts';

const keychainNames: Readonly<Record<KeychainName, string>> = {
  macos: 'Связка ключей macOS',
  windows: 'Диспетчер учётных данных Windows',
  secretService: 'системная связка ключей',
};

const seconds = (n: number): string => plural('ru', n, { one: 'секунду', few: 'секунды', many: 'секунд' });

const errors: ErrorTexts = {
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
  insufficient_scope: ({ scope }) => ({
    title: scope ? `Токену не хватает права ${scope}` : 'Токену не хватает права на это',
    advice: 'Создайте токен с этим правом (Автоматизации → API) и войдите с ним.',
  }),
  forbidden: () => ({
    title: 'Это запрещает компания или ваша роль',
    advice: 'С токеном всё в порядке. Обратитесь к администратору.',
  }),
  plan_required: () => ({ title: 'Это не входит в тариф компании', advice: 'Обратитесь к администратору.' }),
  not_found: () => ({ title: 'Пачка этого не нашла', advice: 'Возможно, уже удалено. Проверьте ещё раз.' }),
  refused: ({ code, field }) =>
    code === 'wrong_emoji'
      ? { title: 'Пачка не принимает этот эмодзи', advice: 'Выберите другой.' }
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
  keychain_locked: () => ({
    title: 'Связка ключей заблокирована',
    advice: 'Разблокируйте её (в Linux: «Пароли и ключи» или новый вход в систему) и попробуйте ещё раз.',
  }),
  keychain_absent: () => ({
    title: 'На этом компьютере нет связки ключей',
    advice:
      'В Linux установите и запустите gnome-keyring или KWallet. Или пользуйтесь токеном до выхода: он останется только в памяти.',
  }),
  keychain_not_stored: () => ({
    title: 'Связка ключей не приняла токен',
    advice: 'Попробуйте ещё раз или пользуйтесь токеном до выхода: он останется только в памяти.',
  }),
  keychain_not_removed: ({ service, account }) => ({
    title: 'Токен всё ещё в связке ключей',
    advice: `Разблокируйте её и попробуйте ещё раз или сами удалите там запись «${service}» / «${account}».`,
  }),
  keychain_entry_missing: () => ({
    title: 'Токена больше нет в связке ключей',
    advice: 'Кто-то или что-то его удалило. Вставьте токен ещё раз или создайте новый.',
  }),
  settings_not_saved: () => ({
    title: 'Настройки не удалось сохранить',
    advice: 'Изменение действует до выхода. Проверьте, что на диске есть место и в папку можно писать.',
  }),
  settings_recovered: ({ backup, lost }) => ({
    title: 'Файл настроек был повреждён',
    advice:
      lost.length === 0
        ? `Все настройки всё же прочитаны. Повреждённый файл сохранён как ${backup}.`
        : `По умолчанию теперь: ${lost.join(', ')}. Повреждённый файл сохранён как ${backup}.`,
  }),
  settings_newer: ({ version }) => ({
    title: 'Настройки от более новой версии',
    advice: `Их записало более новое приложение (формат ${version}), они не тронуты; изменения действуют до выхода. Обновите приложение.`,
  }),
  preset_missing: () => ({ title: 'Такого пресета больше нет', advice: 'Выберите другой.' }),
  away_message_too_long: ({ length, limit }) => ({
    title: 'Сообщение об отсутствии слишком длинное',
    advice: `В готовом виде в нём ${length} символов, а Пачка принимает ${limit}. Сократите его.`,
  }),
  status_changed: () => ({ title: 'Статус успел измениться', advice: 'Посмотрите на нынешний и решите заново.' }),
  nothing_to_do: () => ({ title: 'Делать уже нечего', advice: 'Статус закончился или изменился.' }),
  presets_file: ({ line, field, reason }) => ({
    title: 'Этот файл не подходит',
    advice: `${
      {
        json: 'Это не JSON.',
        shape: field ? `С полем «${field}» что-то не так.` : 'Это не список пресетов.',
        version: 'Его сделала более новая версия приложения: обновите приложение.',
        duplicate: 'У двух пресетов одинаковый id.',
        empty: 'В нём нет пресетов.',
      }[reason]
    }${line === null ? '' : ` Строка ${line}.`} Ничего не изменено.`,
  }),
  presets_full: ({ limit }) => ({
    title: 'Пресетов достаточно',
    advice: `Больше ${limit} нельзя. Сначала удалите какой-нибудь.`,
  }),
  account_missing: () => ({ title: 'Этого аккаунта здесь больше нет', advice: 'Выберите другой.' }),
  avatar_too_large: ({ limit }) => ({
    title: 'Картинка слишком большая',
    advice: `Можно до ${Math.round(limit / 1024)} КБ. Выберите поменьше.`,
  }),
  avatar_not_image: () => ({ title: 'Это не картинка', advice: 'Выберите PNG или JPEG.' }),
  avatar_gone: () => ({
    title: 'Прежней картинки больше нет',
    advice: 'Её удалили с этого компьютера. Выберите другую.',
  }),
  end_in_past: () => ({ title: 'Это время уже прошло', advice: 'Выберите более позднее.' }),
  image_too_large: ({ limit }) => ({
    title: 'Файл слишком большой',
    advice: `Можно до ${limit / 2 ** 20} МБ. Выберите другой или уменьшите этот.`,
  }),
  image_unknown: () => ({
    title: 'Это не картинка',
    advice: 'Выберите PNG, JPEG, WebP или GIF. Важно то, что внутри файла, а не его имя.',
  }),
  image_unsupported: ({ type }) => ({
    title: `Картинки ${type} здесь не подходят`,
    advice: 'Сохраните её как PNG или JPEG и выберите новый файл.',
  }),
  image_too_many_pixels: ({ width, height, exceeded }) => ({
    title: `Картинка слишком большая: ${width} × ${height} пикселей`,
    advice: {
      side: 'Сторона может быть не длиннее 12 000 пикселей. Уменьшите картинку и выберите её снова.',
      pixels: 'Больше 67 мегапикселей — это слишком много. Уменьшите картинку и выберите её снова.',
      ratio: 'Столько пикселей в таком маленьком файле не бывает, поэтому его не открыли. Выберите другой.',
    }[exceeded],
  }),
  image_broken: () => ({
    title: 'Картинка повреждена',
    advice: 'Часть файла потеряна или испорчена. Пересохраните картинку в редакторе или выберите другую.',
  }),
  image_no_frames: () => ({ title: 'В этой анимации нет ни одного кадра', advice: 'Выберите другую.' }),
};

export const ru: Messages = {
  app: {
    name: 'Pachca Status',
    unofficial: 'Сделано не Пачкой',
  },

  time: {
    until: (moment) => `до ${moment}`,
    today: (time) => `сегодня, ${time}`,
    tomorrow: (time) => `завтра, ${time}`,
    dateTime: (date, time) => `${date}, ${time}`,
    inZone: (moment, zone) => `${moment} (${zone})`,
    noEnd: 'пока не сбросите',
    minutes: (n) => `${n} мин`,
    hours: (n) => `${n} ч`,
    days: (n) => `${n} ${plural('ru', n, { one: 'день', few: 'дня', many: 'дней' })}`,
    left: (duration) => `ещё ${duration}`,
    lessThanMinute: 'меньше минуты',
    endOfDay: 'до конца дня',
    todayHint: 'сегодня',
  },

  expiry,

  presets: {
    vacation: { title: 'В отпуске', away: 'Я в отпуске, вернусь {until}.' },
    sick: { title: 'Болею', away: 'Сегодня плохо себя чувствую и могу не ответить.' },
    lunch: { title: 'Обед' },
    meeting: { title: 'На встрече' },
    focus: { title: 'Не отвлекать' },
    remote: { title: 'Работаю удалённо' },
  },

  tray: {
    noStatus: 'Нет статуса',
    signedOut: 'Вход не выполнен',
    starting: 'Запускаемся…',
    statusUnknown: 'Статус ещё не загружен',
    locked: 'Связка ключей заблокирована',
    pendingSet: (title) => `Ставим «${title}»…`,
    pendingClear: 'Сбрасываем статус…',
    waiting: (title, n) => `«${title}»: ещё одна попытка через ${n} с`,
    waitingClear: (n) => `Сброс: ещё одна попытка через ${n} с`,
    failed: (what) => `Не получилось: ${what}`,
    clear: 'Сбросить статус',
    tryAgain: 'Попробовать ещё раз',
    open: 'Открыть Pachca Status',
    signIn: 'Войти…',
    quit: 'Выйти',
    away: 'Нет на месте',
    menuLabel: 'Меню в трее',
  },

  home: {
    heading: 'Статус',
    current: 'Текущий статус',
    none: 'Нет статуса',
    noneHint: 'Рядом с вашим именем коллеги ничего не видят.',
    loading: 'Спрашиваем Пачку…',
    away: 'Нет на месте',
    clear: 'Сбросить',
    oneClick: 'В один клик',
    checked: (moment) => `Проверено ${moment}`,
    justNow: 'только что',
    refresh: 'Проверить',
    sending: 'Отправляем…',
    clearing: 'Сбрасываем…',
    untilThen: (status) => `Пока коллеги видят «${status}».`,
    untilThenNone: 'Пока коллеги не видят статуса.',
    notRead: 'Статус неизвестен',
    notReadHint: 'Не удалось спросить, что видят коллеги.',
    showAll: 'Показать всё',
    showLess: 'Свернуть',
    willRetry: (n) => `Ещё одна попытка через ${n} с`,
    done: (title, end) => `${title} ${end}`,
    cleared: 'Статус сброшен',
    notSet: (title) => `«${title}» не установлен`,
    notCleared: 'Статус не сброшен',
    stillShown: 'Коллеги видят то же, что и раньше.',
    mayBeSet: 'Возможно, до Пачки это всё же дошло. Проверьте ещё раз.',
    mayBeSetChecked: 'Возможно, до Пачки это всё же дошло; статус выше проверен заново.',
    cannotWrite: 'С этим токеном статус не поставить: не хватает права profile_status:write.',
    cannotRead:
      'С этим токеном статус не прочитать: не хватает права profile_status:read. Показываем то, что поставлено отсюда.',
    shortcut: (key) => `Клавиша ${key}`,
    demo: 'Демо: с этого компьютера ничего не уходит',
  },

  actions,
  presetsManager,
  settingsTime,

  signIn: {
    heading: 'Статус в один клик',
    intro: 'Ставьте «В отпуске» в Пачке прямо из трея, и он закончится тогда, когда вы сказали.',
    label: 'Личный токен или токен бота',
    where: 'Где его взять?',
    show: 'Показать',
    hide: 'Скрыть',
    showToken: 'Показать токен',
    hideToken: 'Скрыть токен',
    storage: (keychain) =>
      ({
        macos: 'Он хранится в Связке ключей macOS.',
        windows: 'Он хранится в Диспетчере учётных данных Windows.',
        secretService: 'Он хранится в связке ключей этого компьютера.',
      })[keychain] + ' Больше никто не может его прочитать, даже это окно.',
    submit: 'Проверить и продолжить',
    checking: 'Проверяем…',
    scopesHeading: 'При создании отметьте эти пять прав',
    demoQuestion: 'Нет токена под рукой?',
    demo: 'Попробовать демо',
    helpPath: 'В Пачке: Автоматизации → API',
    another: 'Войти с другим токеном',
    cancel: 'Отмена',
  },

  scopes: {
    'profile:read': 'видеть себя',
    'profile_status:read': 'видеть свой статус',
    'profile_status:write': 'ставить и сбрасывать его',
    'profile_avatar:write': 'менять аватар',
    'custom_properties:read': 'поля компании',
  },

  entry,

  inspector,

  locked: {
    heading: 'Токен цел, но заперт',
    retry: 'Попробовать ещё раз',
  },

  account: {
    bot: 'Бот',
    nameless: 'Без имени',
    demo: 'Демо',
    needsToken: 'Нужен новый токен',
  },

  nav: {
    label: 'Разделы',
    status: 'Статус',
    settings: 'Настройки',
  },

  settings: {
    heading: 'Настройки',
    language: 'Язык',
    languageSystem: (language) => `Системный (${language})`,
    languages: { en: 'English', ru: 'Русский' },
    theme: 'Оформление',
    themes: { system: 'Системное', light: 'Светлое', dark: 'Тёмное' },
    trayIcon: 'Значок в трее',
    trayIcons: { auto: 'Авто', light: 'Светлый', dark: 'Тёмный' },
    trayIconHint: 'Светлый подходит тёмной панели, тёмный — светлой.',
    account: 'Аккаунт',
    storedIn: 'Токен хранит',
    storages: {
      keychain: (keychain) => keychainNames[keychain],
      session: 'память, до выхода',
      demo: 'никто: это демо',
    },
    signOut: 'Выйти из аккаунта',
    signOutHint: 'Удалит токен из связки ключей и проверит, что его там больше нет.',
    leaveDemo: 'Выйти из демо',
    forget: 'Всё равно выйти',
    forgetHint: 'Запись останется в связке ключей; удалите её там сами.',
    version: (version) => `Версия ${version}`,
  },

  ending: {
    title: (status, moment) => `${status}: конец в ${moment}`,
    body: 'Продлите его или дайте закончиться.',
    bodyFor: (account) => `В аккаунте ${account}.`,
    extend: 'Продлить на 30 мин',
    letEnd: 'Пусть закончится',
  },

  notices: {
    dismiss: 'Закрыть',
    signedOut: 'Вы вышли. Токена больше нет в связке ключей.',
    signedOutSession: 'Вы вышли. Токен забыт.',
    leftDemo: 'Вы вышли из демо.',
    left: (service, account) =>
      `Вы вышли, но запись «${service}» / «${account}» осталась в связке ключей. Удалите её там сами.`,
    dropped: (title) => (title === null ? 'Статус не сброшен' : `«${title}» не установлен`),
    droppedEnded: 'Он ждал сети, и его время успело пройти.',
    droppedChanged: 'Он ждал сети, а статус тем временем изменили в другом месте. Тот и остался.',
    rendererCrashed: 'Окно несколько раз аварийно закрылось. Выйдите из приложения и запустите его снова.',
  },

  remedies: {
    retry: 'Попробовать ещё раз',
    'new-token': 'Ввести новый токен',
    'token-help': 'Как создать токен',
    'use-session': 'Использовать до выхода',
    'unlock-keychain': 'Разблокировано, ещё раз',
  },

  preview: {
    copyByHand: 'Скопируйте это сами',
    strip: 'Системный трей',
    heading: 'Предпросмотр',
    about: 'Всё приложение во вкладке браузера — для компьютеров, где его собственное окно не открыть.',
    aboutLocal: 'Эта страница доступна только с этого компьютера. Если закрыть вкладку, приложение продолжит работать.',
    aboutStop: 'Чтобы остановить его, выберите «Выйти» в меню вверху или нажмите Ctrl-C в терминале.',
    hidden: 'Окно скрыто. Откройте его из меню вверху.',
    openLink: (site) => `Открыть ${site}`,
    lost: 'Предпросмотр остановлен',
    lostAdvice:
      'Запустите его снова в терминале и откройте новый адрес. Если он ещё работает, страница подключится сама.',
    quit: 'Приложение закрыто',
    quitAdvice: 'Эту вкладку можно закрыть.',
  },

  errorDetail: {
    saidByServer: (message) => `Ответ Пачки: «${message}»`,
    requestId: (id) => `Запрос ${id}`,
  },

  errors,
};
