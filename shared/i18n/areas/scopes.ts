import type { AppScope } from '../../scopes.ts';
import type { Scope, ScopeGroup } from '../../scopes/catalogue.ts';
import type { Feature } from '../../scopes/features.ts';
import type { Limit } from '../../scopes/holder.ts';
import type { InspectedScope, Obstacle, ScopeRemedy } from '../../scopes/inspect.ts';
import { plural } from '../plural.ts';
import { textsIn, type TextsOf } from '../texts.ts';

/** Whose token it is, as far as the ways to a scope differ: a person's, a bot's, or not known whose. */
type Whose = 'person' | 'bot' | 'anyone';

/** A role as it is told to a person. */
type RoleText = 'owner' | 'admin' | 'ownerOrAdmin' | 'user' | 'multi_guest' | 'guest' | 'bot' | 'unknown';

export const en = {
  groups: {
    chats: 'Chats',
    messages: 'Messages',
    people: 'Colleagues and tags',
    bots: 'Bots',
    profile: 'Your own profile',
    colleagues: 'Colleagues’ status and avatar',
    workspace: 'Workspace',
    tasks: 'Tasks',
    files: 'Files',
    forms: 'Forms',
    webhooks: 'Webhooks',
    search: 'Search',
  } satisfies Record<ScopeGroup, string>,
  unknownGroup: 'Others, which this version does not know',

  /** What each scope lets a token do, for somebody who never saw an API. */
  scopes: {
    'chats:read': 'See the list of chats and their details',
    'chats:create': 'Start new chats and channels',
    'chats:update': 'Change the name and settings of a chat',
    'chats:archive': 'Archive chats and bring them back',
    'chats:leave': 'Leave chats',
    'chat_members:read': 'See who is in a chat',
    'chat_members:write': 'Add people to a chat, remove them, change their role in it',
    'chat_exports:read': 'Download exported conversations',
    'chat_exports:write': 'Export the conversations of the workspace',
    'messages:read': 'Read messages in chats',
    'messages:create': 'Send messages in the name of the token’s owner',
    'messages:update': 'Edit messages',
    'messages:delete': 'Delete messages',
    'reactions:read': 'See reactions to messages',
    'reactions:write': 'Add and remove reactions',
    'pins:write': 'Pin and unpin messages',
    'threads:read': 'See threads, the comments under a message',
    'threads:create': 'Start a thread under a message',
    'link_previews:write': 'Add previews to links in messages',
    'users:read': 'See colleagues: names, contacts, roles',
    'users:create': 'Add people to the workspace',
    'users:update': 'Change colleagues’ details and roles',
    'users:delete': 'Remove people from the workspace',
    'group_tags:read': 'See tags, the groups that colleagues belong to',
    'group_tags:write': 'Create, change and delete tags',
    'bots:read': 'See bots and their settings',
    'bots:write': 'Manage bots: their settings and tokens',
    'bot_self:webhook:write': 'Change the address this bot’s events are sent to',
    'bot_self:write': 'Manage this bot itself, its own token included',
    'profile:read': 'See your own profile',
    'profile_status:read': 'See your own status',
    'profile_status:write': 'Set and clear your own status',
    'profile_avatar:write': 'Change and remove your own avatar',
    'user_status:read': 'See colleagues’ statuses',
    'user_status:write': 'Set and clear colleagues’ statuses',
    'user_avatar:write': 'Change and remove colleagues’ avatars',
    'custom_properties:read': 'See which fields of its own the workspace has for profiles and tasks',
    'audit_events:read': 'Read the audit log: who did what in the workspace',
    'tasks:read': 'See tasks',
    'tasks:create': 'Create tasks',
    'tasks:update': 'Change tasks',
    'tasks:delete': 'Delete tasks',
    'files:read': 'Download files',
    'files:write': 'Upload files',
    'uploads:write': 'Prepare a file for upload',
    'views:write': 'Open forms for people to fill in',
    'webhooks:read': 'See webhooks: which events are reported to where',
    'webhooks:write': 'Create and change webhooks',
    'webhooks:events:read': 'Read the log of events that webhooks reported',
    'webhooks:events:delete': 'Delete entries from the log of webhooks',
    'search:users': 'Search for colleagues',
    'search:chats': 'Search for chats',
    'search:messages': 'Search in messages',
  } satisfies Record<Scope, string>,

  states: {
    granted: 'Granted',
    missing: 'Missing',
    dead: 'No longer works',
    notPossible: 'Not possible',
  } satisfies Record<InspectedScope['state'], string>,

  /** Why a scope does not work or cannot be had. */
  reasons: {
    owner: 'Only the owner of the workspace may have it.',
    ownerOrAdmin: 'Only the owner and administrators may have it.',
    bot: 'Only a bot’s token may have it.',
    person: 'A bot’s token may not have it.',
    notGuest: 'Guests may not use the API.',
    refused: 'Pachca refused it: the workspace or the role does not allow it.',
  } satisfies Record<Obstacle, string>,
  /** Why it is not certain that a scope works or can be had. */
  doubts: {
    owner: 'Works for the owner of the workspace only. Pachca does not tell whether you are.',
    ownerOrAdmin: 'Works for the owner and administrators only. This token does not tell your role.',
    bot: 'Works with a bot’s token only. It is not known whether this is one.',
    person: 'Does not work with a bot’s token. It is not known whether this is one.',
    notGuest: 'Pachca refused something that everyone but guests may do, so this may be refused as well.',
  } satisfies Record<Limit, string>,

  remedies: {
    tick: (scope: string, whose: Whose) =>
      `Tick ${scope} in ${
        {
          person: 'the token’s settings in Pachca (Automations → API)',
          bot: 'the token’s settings on the bot’s API tab in Pachca (Automations → Integrations → API)',
          anyone: 'the token’s settings in Pachca',
        }[whose]
      } and check again. If it cannot be ticked there, make a new token with it and sign in with that one.`,
    askAdmin: 'Ask an administrator of the workspace.',
    askOwner: 'Ask the owner of the workspace.',
    personalToken: 'Make a personal token: Automations → API.',
    botToken: 'Use a token of the bot: Automations → Integrations → API.',
    check: 'Check again.',
  } satisfies Record<ScopeRemedy, string | ((scope: string, whose: Whose) => string)>,

  features: {
    'profile:read': 'See your profile',
    'profile_status:read': 'See your status',
    'profile_status:write': 'Set and clear your status',
    'profile_avatar:write': 'Change your avatar',
    'custom_properties:read': 'Workspace fields',
    'users:read': 'Pick a deputy from colleagues',
  } satisfies Record<AppScope, string>,
  featureStates: {
    working: 'Works',
    missingScope: 'The token lacks the scope',
    forbiddenByRole: 'The role does not allow it',
    unknown: 'Not known yet',
  } satisfies Record<Feature['state'], string>,
  optional: 'optional',

  excess: (count: number) =>
    `This token can do ${count === 1 ? 'one more thing' : `${count} more things`} than the app needs.`,
  shorterList: 'This list would do',
  added: (scopes: string) => `New since the last check: ${scopes}`,
  removed: (scopes: string) => `Gone since the last check: ${scopes}`,
  unchanged: 'Nothing changed since the last check.',

  roles: {
    owner: 'owner',
    admin: 'administrator',
    ownerOrAdmin: 'administrator or owner',
    user: 'employee',
    multi_guest: 'guest in several chats',
    guest: 'guest',
    bot: 'bot',
    unknown: 'not known',
  } satisfies Record<RoleText, string>,

  expiry: {
    never: 'never',
    in: (duration: string, moment: string) => `in ${duration} (${moment})`,
    inLessThanMinute: (moment: string) => `in less than a minute (${moment})`,
    ended: (moment: string) => `ended (${moment})`,
    warning: (duration: string) => `This token ends in ${duration}. Make a new one before it does.`,
    warningLessThanMinute: 'This token ends in less than a minute. Make a new one.',
  },
  lastUse: {
    notRecorded: 'not recorded yet',
    withinHour: 'within the last hour',
    around: (moment: string) => `${moment}, or up to an hour later`,
  },

  /** The text that is copied for an administrator. */
  diagnosis: {
    heading: (version: string) => `Pachca Status ${version}: what this token can do`,
    token: 'Token',
    named: (name: string, id: number) => `“${name}”, no. ${id}`,
    nameless: (id: number) => `no. ${id}`,
    role: 'Role',
    created: 'Created',
    lastUsed: 'Last used',
    expires: 'Expires',
    checked: 'Checked',
    works: 'Works',
    doesNotWork: 'Does not work',
    notKnown: 'Not known',
    lacks: (scope: string) => `the token lacks ${scope}`,
    held: 'Ticked, but does not work',
    excess: 'Scopes the app does not need',
    times: (zone: string) => `Times are those of ${zone}.`,
    nothing: 'nothing',
  },
};

const actions = (count: number): string => plural('ru', count, { one: 'действие', few: 'действия', many: 'действий' });

export const ru: TextsOf<typeof en> = {
  groups: {
    chats: 'Чаты',
    messages: 'Сообщения',
    people: 'Сотрудники и теги',
    bots: 'Боты',
    profile: 'Свой профиль',
    colleagues: 'Статус и аватар сотрудников',
    workspace: 'Компания',
    tasks: 'Задачи',
    files: 'Файлы',
    forms: 'Формы',
    webhooks: 'Вебхуки',
    search: 'Поиск',
  },
  unknownGroup: 'Другие, которых эта версия не знает',

  scopes: {
    'chats:read': 'Видеть список чатов и сведения о них',
    'chats:create': 'Создавать беседы и каналы',
    'chats:update': 'Менять название и настройки чата',
    'chats:archive': 'Отправлять чаты в архив и возвращать оттуда',
    'chats:leave': 'Выходить из чатов',
    'chat_members:read': 'Видеть участников чата',
    'chat_members:write': 'Добавлять и удалять участников чата, менять их роль в нём',
    'chat_exports:read': 'Скачивать готовые выгрузки переписки',
    'chat_exports:write': 'Выгружать переписку компании',
    'messages:read': 'Читать сообщения в чатах',
    'messages:create': 'Отправлять сообщения от имени владельца токена',
    'messages:update': 'Редактировать сообщения',
    'messages:delete': 'Удалять сообщения',
    'reactions:read': 'Видеть реакции на сообщения',
    'reactions:write': 'Ставить и убирать реакции',
    'pins:write': 'Закреплять и откреплять сообщения',
    'threads:read': 'Видеть треды — комментарии под сообщением',
    'threads:create': 'Создавать тред под сообщением',
    'link_previews:write': 'Добавлять предпросмотр к ссылкам в сообщениях',
    'users:read': 'Видеть сотрудников: имена, контакты, роли',
    'users:create': 'Добавлять сотрудников в компанию',
    'users:update': 'Менять данные и роли сотрудников',
    'users:delete': 'Удалять сотрудников из компании',
    'group_tags:read': 'Видеть теги — группы, в которых состоят сотрудники',
    'group_tags:write': 'Создавать, менять и удалять теги',
    'bots:read': 'Видеть ботов и их настройки',
    'bots:write': 'Управлять ботами: их настройками и токенами',
    'bot_self:webhook:write': 'Менять адрес, на который приходят события этого бота',
    'bot_self:write': 'Управлять самим этим ботом, в том числе его токеном',
    'profile:read': 'Видеть свой профиль',
    'profile_status:read': 'Видеть свой статус',
    'profile_status:write': 'Ставить и сбрасывать свой статус',
    'profile_avatar:write': 'Менять и удалять свой аватар',
    'user_status:read': 'Видеть статусы сотрудников',
    'user_status:write': 'Ставить и сбрасывать статусы сотрудников',
    'user_avatar:write': 'Менять и удалять аватары сотрудников',
    'custom_properties:read': 'Видеть, какие свои поля компания завела в профилях и задачах',
    'audit_events:read': 'Читать журнал аудита: кто что делал в компании',
    'tasks:read': 'Видеть задачи',
    'tasks:create': 'Создавать задачи',
    'tasks:update': 'Менять задачи',
    'tasks:delete': 'Удалять задачи',
    'files:read': 'Скачивать файлы',
    'files:write': 'Загружать файлы',
    'uploads:write': 'Подготавливать загрузку файла',
    'views:write': 'Открывать людям формы для заполнения',
    'webhooks:read': 'Видеть вебхуки: о каких событиях и куда они сообщают',
    'webhooks:write': 'Создавать и менять вебхуки',
    'webhooks:events:read': 'Читать журнал событий, о которых сообщили вебхуки',
    'webhooks:events:delete': 'Удалять записи из журнала вебхуков',
    'search:users': 'Искать сотрудников',
    'search:chats': 'Искать чаты',
    'search:messages': 'Искать по сообщениям',
  },

  states: {
    granted: 'Есть',
    missing: 'Нет',
    dead: 'Больше не работает',
    notPossible: 'Недоступно',
  },

  reasons: {
    owner: 'Такое право бывает только у владельца компании.',
    ownerOrAdmin: 'Такое право бывает только у владельца и администраторов.',
    bot: 'Такое право бывает только у токена бота.',
    person: 'У токена бота такого права не бывает.',
    notGuest: 'Гостям API недоступен.',
    refused: 'Пачка отказала: это запрещает компания или роль.',
  },
  doubts: {
    owner: 'Работает только у владельца компании. Владелец ли вы, Пачка не сообщает.',
    ownerOrAdmin: 'Работает только у владельца и администраторов. Вашу роль этот токен не сообщает.',
    bot: 'Работает только с токеном бота. Бота ли это токен, неизвестно.',
    person: 'С токеном бота не работает. Бота ли это токен, неизвестно.',
    notGuest: 'Пачка отказала в том, что можно всем, кроме гостей, поэтому может отказать и в этом.',
  },

  remedies: {
    tick: (scope, whose) =>
      `Отметьте ${scope} в ${
        {
          person: 'настройках токена в Пачке (Автоматизации → API)',
          bot: 'настройках токена на вкладке API бота в Пачке (Автоматизации → Интеграции → API)',
          anyone: 'настройках токена в Пачке',
        }[whose]
      } и проверьте ещё раз. Если там его не отметить, создайте новый токен с этим правом и войдите с ним.`,
    askAdmin: 'Обратитесь к администратору компании.',
    askOwner: 'Обратитесь к владельцу компании.',
    personalToken: 'Создайте личный токен: Автоматизации → API.',
    botToken: 'Возьмите токен бота: Автоматизации → Интеграции → API.',
    check: 'Проверьте ещё раз.',
  },

  features: {
    'profile:read': 'Видеть свой профиль',
    'profile_status:read': 'Видеть свой статус',
    'profile_status:write': 'Ставить и сбрасывать свой статус',
    'profile_avatar:write': 'Менять свой аватар',
    'custom_properties:read': 'Поля компании',
    'users:read': 'Выбирать заместителя из коллег',
  },
  featureStates: {
    working: 'Работает',
    missingScope: 'Токену не хватает права',
    forbiddenByRole: 'Не позволяет роль',
    unknown: 'Пока неизвестно',
  },
  optional: 'по желанию',

  excess: (count) => `Этот токен умеет на ${count} ${actions(count)} больше, чем нужно приложению.`,
  shorterList: 'Хватило бы такого списка',
  added: (scopes) => `Появилось с прошлой проверки: ${scopes}`,
  removed: (scopes) => `Пропало с прошлой проверки: ${scopes}`,
  unchanged: 'С прошлой проверки ничего не изменилось.',

  roles: {
    owner: 'владелец',
    admin: 'администратор',
    ownerOrAdmin: 'администратор или владелец',
    user: 'сотрудник',
    multi_guest: 'гость в нескольких чатах',
    guest: 'гость',
    bot: 'бот',
    unknown: 'неизвестна',
  },

  expiry: {
    never: 'никогда',
    in: (duration, moment) => `через ${duration} (${moment})`,
    inLessThanMinute: (moment) => `меньше чем через минуту (${moment})`,
    ended: (moment) => `срок истёк (${moment})`,
    warning: (duration) => `Этот токен перестанет работать через ${duration}. Создайте новый заранее.`,
    warningLessThanMinute: 'Этот токен перестанет работать меньше чем через минуту. Создайте новый.',
  },
  lastUse: {
    notRecorded: 'пока не отмечено',
    withinHour: 'в течение последнего часа',
    around: (moment) => `${moment} или не позже чем через час после этого`,
  },

  diagnosis: {
    heading: (version) => `Pachca Status ${version}: что может этот токен`,
    token: 'Токен',
    named: (name, id) => `«${name}», № ${id}`,
    nameless: (id) => `№ ${id}`,
    role: 'Роль',
    created: 'Создан',
    lastUsed: 'Использован',
    expires: 'Истекает',
    checked: 'Проверен',
    works: 'Работает',
    doesNotWork: 'Не работает',
    notKnown: 'Неизвестно',
    lacks: (scope) => `токену не хватает права ${scope}`,
    held: 'Отмечено, но не работает',
    excess: 'Прав, которые приложению не нужны',
    times: (zone) => `Время указано для ${zone}.`,
    nothing: 'ничего',
  },
};

/** The inspector's texts in a language. They are many, and the first screen needs none of them. */
export const inspectorTexts = textsIn<TextsOf<typeof en>>({ en, ru });
