import type { CommandInput, CommandName } from '../contract.ts';
import type { Locale } from './locale.ts';

/** What a person calls the things they can fill in. In Russian each is the same in the nominative and the accusative. */
const words = {
  title: { en: 'the status text', ru: 'текст статуса' },
  emoji: { en: 'the emoji', ru: 'эмодзи' },
  end: { en: 'the end', ru: 'срок' },
  message: { en: 'the away message', ru: 'сообщение об отсутствии' },
  away: { en: 'the Away switch', ru: 'режим «Нет на месте»' },
  deputy: { en: 'the name of the deputy', ru: 'имя заместителя' },
  hours: { en: 'the working hours', ru: 'рабочие часы' },
  token: { en: 'the token', ru: 'токен' },
  server: { en: 'the address of the server', ru: 'адрес сервера' },
  picture: { en: 'the avatar', ru: 'аватар' },
  name: { en: 'the name of the account', ru: 'имя аккаунта' },
  search: { en: 'what is searched for', ru: 'поисковый запрос' },
  link: { en: 'the link', ru: 'адрес ссылки' },
  file: { en: 'the file', ru: 'файл' },
  settings: { en: 'the settings', ru: 'настройки' },
} as const;

type FieldWord = keyof typeof words;

/** All names of fields in a type, at any depth. */
type NamesIn<T> = T extends readonly (infer Each)[]
  ? NamesIn<Each>
  : T extends object
    ? { [K in keyof T & string]-?: K | NamesIn<T[K]> }[keyof T & string]
    : never;

/** Every field that a command can be given: the compiler asks for the missing one. */
type CommandField = { [N in CommandName]: NamesIn<CommandInput<N>> }[CommandName];

/** Those of Pachca's requests, as its errors name them. */
type ServerField = 'expires_at' | 'away_message' | 'is_away' | 'image';

/** How a field is called; null = it is nothing that a person fills in, so there is nothing to check. */
const named: Readonly<Record<CommandField | ServerField, FieldWord | null>> = {
  title: 'title',
  emoji: 'emoji',
  isAway: 'away',
  awayTemplate: 'message',
  awayMessage: 'message',
  deputy: 'deputy',
  nickname: 'deputy',
  userId: 'deputy',
  expiry: 'end',
  phrase: 'end',
  by: 'end',
  rule: 'end',
  until: 'end',
  expiresAt: 'end',
  workStart: 'hours',
  workEnd: 'hours',
  token: 'token',
  server: 'server',
  image: 'picture',
  label: 'name',
  query: 'search',
  link: 'link',
  json: 'file',
  language: 'settings',
  theme: 'settings',
  trayIcon: 'settings',
  weekStart: 'settings',
  zone: 'settings',
  warnBefore: 'settings',
  presetsPerAccount: 'settings',
  expires_at: 'end',
  away_message: 'message',
  is_away: 'away',
  kind: null,
  asks: null,
  minutes: null,
  weekday: null,
  hour: null,
  minute: null,
  date: null,
  means: null,
  plan: null,
  wayBack: null,
  editOf: null,
  presetId: null,
  id: null,
  account: null,
  draft: null,
  preset: null,
  hidden: null,
  to: null,
  name: null,
  text: null,
  key: null,
  force: null,
  storage: null,
  cursor: null,
  held: null,
  propertyId: null,
  enabled: 'settings',
  hint: null,
};

const isNamed = (name: string): name is keyof typeof named => Object.hasOwn(named, name);

/**
 * What a person calls a field, by the path that a schema or the server gives: `plan.expiry.minutes` is "the end". Never the
 * name of the field itself.
 * @returns null where it is nothing that one can put right
 */
export function fieldWord(path: string | null, locale: Locale): string | null {
  const names = (path ?? '').split(/[.[\]]+/).reverse();
  for (const name of names) {
    const word = isNamed(name) ? named[name] : null;
    if (word) return words[word][locale];
  }
  return null;
}

/** Which entry of a list a path leads to, counted from 1: 2 for `presets[1].title`; null = to none. */
export function entryNumber(path: string | null): number | null {
  const [, index] = /\[(\d+)\]/.exec(path ?? '') ?? [];
  return index === undefined ? null : Number(index) + 1;
}
