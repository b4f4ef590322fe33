import type { Holder } from './scopes.ts';

/** The language of the invented people's names, departments and custom properties. */
export type DemoLocale = 'en' | 'ru';

/** A status as the server holds it. Instants are epoch milliseconds. */
export interface StoredStatus {
  readonly emoji: string;
  readonly title: string;
  readonly expiresAt: number | null;
  readonly isAway: boolean;
  readonly awayMessage: string | null;
}

export type PropertyType = 'string' | 'number' | 'date' | 'link';

export interface CustomProperty {
  readonly id: number;
  readonly name: string;
  readonly dataType: PropertyType;
}

/** A person as the server holds them. Only what the API can change is mutable. */
export interface Person {
  readonly id: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly nickname: string;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly suspended: boolean;
  readonly inviteStatus: 'confirmed' | 'sent';
  readonly inviterId: number | null;
  readonly tags: readonly string[];
  /** Values by property id; a property without an entry is unfilled. */
  readonly properties: ReadonlyMap<number, string>;
  readonly createdAt: number;
  readonly lastActivityAt: number | null;
  readonly timeZone: string | null;
  role: Holder;
  status: StoredStatus | null;
  /** The name of a file in the avatar store. */
  avatar: string | null;
}

/** The ids of those the tests and tokens name. */
export const cast = {
  owner: 1001,
  oleg: 1002,
  anna: 1003,
  demoted: 1004,
  guest: 1005,
  multiGuest: 1006,
  suspended: 1007,
  invited: 1008,
  bot: 1009,
} as const;

/** The invented colleagues beyond the cast: with it, enough for a second page of 50 and a bit. */
const EXTRAS = 56;
const FIRST_EXTRA_ID = 1101;

type Names = readonly (readonly [en: string, ru: string])[];

const men: Names = [
  ['Alexey', 'Алексей'],
  ['Boris', 'Борис'],
  ['Denis', 'Денис'],
  ['Fyodor', 'Фёдор'],
  ['Georgy', 'Георгий'],
  ['Kirill', 'Кирилл'],
  ['Maxim', 'Максим'],
];
const women: Names = [
  ['Alina', 'Алина'],
  ['Elena', 'Елена'],
  ['Irina', 'Ирина'],
  ['Maria', 'Мария'],
  ['Natalia', 'Наталья'],
  ['Polina', 'Полина'],
  ['Vera', 'Вера'],
];
/** Surnames whose feminine form adds an «а» in both languages. */
const surnames: Names = [
  ['Belov', 'Белов'],
  ['Egorov', 'Егоров'],
  ['Fedotov', 'Федотов'],
  ['Gusev', 'Гусев'],
  ['Kozlov', 'Козлов'],
  ['Lebedev', 'Лебедев'],
  ['Morozov', 'Морозов'],
  ['Nikitin', 'Никитин'],
];
const departments: Names = [
  ['Design', 'Дизайн'],
  ['Engineering', 'Разработка'],
  ['Sales', 'Продажи'],
  ['Support', 'Поддержка'],
];
const zones = ['Europe/Moscow', 'Asia/Yekaterinburg', null, 'Asia/Vladivostok', 'Europe/Kaliningrad'];

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('The list is empty.');
  return item;
};

/** The workspace's own fields, in the order the workspace chose. Car number is left unfilled by everyone. */
export function customProperties(locale: DemoLocale): {
  readonly User: CustomProperty[];
  readonly Task: CustomProperty[];
} {
  const name = (en: string, ru: string): string => (locale === 'ru' ? ru : en);
  return {
    User: [
      { id: 501, name: name('City', 'Город'), dataType: 'string' },
      { id: 502, name: name('Desk', 'Номер стола'), dataType: 'number' },
      { id: 503, name: name('Birthday', 'День рождения'), dataType: 'date' },
      { id: 504, name: name('Portfolio', 'Портфолио'), dataType: 'link' },
      { id: 505, name: name('Car number', 'Номер машины'), dataType: 'string' },
    ],
    Task: [{ id: 601, name: name('Customer', 'Заказчик'), dataType: 'string' }],
  };
}

/**
 * Everyone in the workspace, the same at every start.
 *
 * @param now epoch milliseconds of the start; only the last activity depends on it.
 */
export function invitePeople(locale: DemoLocale, now: number): Person[] {
  const text = (en: string, ru: string): string => (locale === 'ru' ? ru : en);
  const person = (given: Partial<Person> & Pick<Person, 'id' | 'firstName' | 'lastName' | 'nickname'>): Person => ({
    email: `${given.nickname}@acme.example`,
    phoneNumber: null,
    department: null,
    title: null,
    suspended: false,
    inviteStatus: 'confirmed',
    inviterId: cast.owner,
    tags: [],
    properties: new Map(),
    createdAt: Date.UTC(2024, 1, 5, 7, 30),
    lastActivityAt: now - 60_000 * (given.id % 600),
    timeZone: 'Europe/Moscow',
    role: 'user',
    status: null,
    avatar: null,
    ...given,
  });

  const named: Person[] = [
    person({
      id: cast.owner,
      firstName: text('Ivan', 'Иван'),
      lastName: text('Ivanov', 'Иванов'),
      nickname: 'ivanov',
      phoneNumber: '+74950000001',
      title: text('Founder', 'Основатель'),
      role: 'owner',
      inviterId: null,
      avatar: `${cast.owner}-1.png`,
    }),
    person({
      id: cast.oleg,
      firstName: text('Oleg', 'Олег'),
      lastName: text('Petrov', 'Петров'),
      nickname: 'olegp',
      email: 'oleg@acme.example',
      phoneNumber: '+74950000002',
      department: text('Engineering', 'Разработка'),
      title: text('Team lead', 'Руководитель группы'),
      role: 'admin',
      tags: ['Backend', 'Moscow'],
      properties: new Map([
        [501, text('Moscow', 'Москва')],
        [502, '42'],
        [503, '1990-05-17'],
        [504, 'https://oleg.example/work'],
      ]),
    }),
    person({
      id: cast.anna,
      firstName: text('Anna', 'Анна'),
      lastName: text('Smirnova', 'Смирнова'),
      nickname: 'anna',
      phoneNumber: '+74950000003',
      department: text('Design', 'Дизайн'),
      // An unfilled text can be an empty string as well as null.
      title: '',
      tags: ['Design'],
      timeZone: null,
      properties: new Map([[501, text('Kazan', 'Казань')]]),
      avatar: `${cast.anna}-1.png`,
    }),
    person({
      id: cast.demoted,
      firstName: text('Viktor', 'Виктор'),
      lastName: text('Sokolov', 'Соколов'),
      nickname: 'sokolov',
      timeZone: 'Asia/Novosibirsk',
    }),
    person({
      id: cast.guest,
      firstName: text('Gleb', 'Глеб'),
      lastName: text('Orlov', 'Орлов'),
      nickname: 'orlov',
      email: 'orlov@partner.example',
      role: 'guest',
    }),
    person({
      id: cast.multiGuest,
      firstName: text('Sofia', 'София'),
      lastName: text('Zaitseva', 'Зайцева'),
      nickname: 'zaitseva',
      email: 'zaitseva@partner.example',
      role: 'multi_guest',
    }),
    person({
      id: cast.suspended,
      firstName: text('Darya', 'Дарья'),
      lastName: text('Volkova', 'Волкова'),
      nickname: 'volkova',
      suspended: true,
    }),
    person({
      id: cast.invited,
      firstName: null,
      lastName: null,
      nickname: 'newcomer',
      inviteStatus: 'sent',
      inviterId: cast.oleg,
      lastActivityAt: null,
      timeZone: null,
    }),
    person({
      id: cast.bot,
      firstName: text('Duty bot', 'Дежурный бот'),
      lastName: null,
      nickname: 'duty_bot',
      email: null,
      role: 'bot',
      timeZone: null,
    }),
  ];

  const extras = Array.from({ length: EXTRAS }, (_, index): Person => {
    const woman = index % 2 === 1;
    const [first, firstRu] = pick(woman ? women : men, index >> 1);
    const [last, lastRu] = pick(surnames, Math.floor(index / 7));
    const [department, departmentRu] = pick(departments, index);
    const nickname = `${first}.${last}${woman ? 'a' : ''}`.toLowerCase();
    const id = FIRST_EXTRA_ID + index;
    return person({
      id,
      firstName: text(first, firstRu),
      lastName: text(`${last}${woman ? 'a' : ''}`, `${lastRu}${woman ? 'а' : ''}`),
      nickname,
      phoneNumber: `+7495000${String(id)}`,
      department: text(department, departmentRu),
      timeZone: pick(zones, index),
      avatar: index % 3 === 0 ? `${id}-1.png` : null,
      createdAt: Date.UTC(2024, 5, 1 + index, 9),
    });
  });

  return [...named, ...extras];
}
