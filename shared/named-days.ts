import type { Weekday } from './expiry.ts';
import { russianWeekdays } from './i18n/russian-weekdays.ts';

/**
 * A day that a text names in words or numbers: "30 November", "ноября 30", "Monday". A date without a year stands for that
 * day of any year; a number such as 11/12 for both days it can be.
 */
export type NamedDay =
  | { readonly kind: 'date'; readonly dates: readonly DayOfYear[] }
  | { readonly kind: 'weekday'; readonly weekday: Weekday };

interface DayOfYear {
  readonly year: number | null;
  /** 1 = January … 12 = December. */
  readonly month: number;
  readonly day: number;
}

/**
 * The days a text names, in its order, English and Russian alike. Where there are dates, the weekdays beside them say
 * nothing more and are left out. Words such as "tomorrow" are not among them: nobody knows when they were written.
 */
export function namedDays(text: string): readonly NamedDay[] {
  const dates = [...text.matchAll(dateWords)].flatMap((match) => dateOf(match.groups ?? {}) ?? []);
  if (dates.length > 0) return dates;
  return [...text.matchAll(weekdayWords)].flatMap(([word]) => {
    const weekday = weekdayForms.get(word.toLowerCase());
    return weekday === undefined ? [] : [{ kind: 'weekday', weekday } as const];
  });
}

/**
 * The day a message names although a status with this end ends on another one; null = they agree, or it names none. The
 * last day away and the first day back agree with an end, whether or not a weekend lies between.
 * @param expiresAt the status's end in epoch milliseconds; null = none, with which every date agrees
 */
export function contradictingDay(text: string | null, expiresAt: number | null, timeZone: string): NamedDay | null {
  if (text === null || expiresAt === null) return null;
  const named = namedDays(text);
  const around = daysAround(expiresAt, timeZone);
  if (named.some((day) => around.some((date) => isNamed(day, date)))) return null;
  return named.at(-1) ?? null;
}

/** The day before an end, its own and the day after, and the weekend that may lie between work and them. */
function daysAround(at: number, timeZone: string): readonly Temporal.PlainDate[] {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = [day];
  for (const step of [-1, 1]) {
    let next = day;
    do {
      next = next.add({ days: step });
      days.push(next);
    } while (isWeekend(next));
  }
  return days;
}

const isWeekend = ({ dayOfWeek }: Temporal.PlainDate): boolean => dayOfWeek > 5;

function isNamed(named: NamedDay, date: Temporal.PlainDate): boolean {
  if (named.kind === 'weekday') return named.weekday === date.dayOfWeek;
  return named.dates.some(
    ({ year, month, day }) => day === date.day && month === date.month && (year === null || year === date.year),
  );
}

const englishMonths =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const russianMonths =
  'янв(?:аря)?|фев(?:р(?:аля)?)?|мар(?:та)?|апр(?:еля)?|мая|июн[яь]?|июл[яь]?|авг(?:уста)?|сен(?:т(?:ября)?)?|окт(?:ября)?|ноя(?:б(?:ря)?)?|дек(?:абря)?';

/** By their first three letters, which differ in both languages. */
const monthNumbers = new Map(
  ['jan feb mar apr may jun jul aug sep oct nov dec', 'янв фев мар апр мая июн июл авг сен окт ноя дек'].flatMap(
    (names) => names.split(' ').map((name, index) => [name, index + 1] as const),
  ),
);

const before = '(?<![\\p{L}\\p{N}.,/-])';
const after = '(?![\\p{L}\\p{N}])';

/** Two numbers with a dot or a slash are a date only where a preposition or a year says so: versions and times have them too. */
const dateWords = new RegExp(
  [
    `${before}(?<iso>\\d{4}-\\d{2}-\\d{2})${after}`,
    `${before}(?<day1>\\d{1,2})(?:st|nd|rd|th|-?го)?\\s+(?:of\\s+)?(?<month1>${englishMonths}|${russianMonths})${after}\\.?(?:,?\\s+(?<year1>\\d{4})${after})?`,
    `${before}(?<month2>${englishMonths})\\.?\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?${after}(?:,?\\s+(?<year2>\\d{4})${after})?`,
    `${before}(?<a1>\\d{1,2})[./](?<b1>\\d{1,2})[./](?<year3>\\d{4})${after}`,
    `(?<=(?:^|[^\\p{L}])(?:on|until|till|through|by|from|to|до|по|с|к|на)\\s)(?<a2>\\d{1,2})[./](?<b2>\\d{1,2})(?![\\p{L}\\p{N}./:])`,
  ].join('|'),
  'giu',
);

function dateOf(groups: Readonly<Record<string, string | undefined>>): NamedDay | null {
  const { iso, day1, month1, year1, day2, month2, year2, a1, b1, year3, a2, b2 } = groups;
  if (iso) {
    const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
    return dated([{ year, month, day }]);
  }
  const month = month1 ?? month2;
  if (month !== undefined) {
    const year = year1 ?? year2;
    return dated([
      {
        year: year === undefined ? null : Number(year),
        month: monthNumbers.get(month.toLowerCase().slice(0, 3)) ?? 0,
        day: Number(day1 ?? day2),
      },
    ]);
  }
  const [first, second] = [Number(a1 ?? a2), Number(b1 ?? b2)];
  const year = year3 === undefined ? null : Number(year3);
  return dated([
    { year, month: second, day: first },
    { year, month: first, day: second },
  ]);
}

/** Only days that exist; a leap day does without a year. */
function dated(dates: readonly DayOfYear[]): NamedDay | null {
  const possible = dates.filter(({ year, month, day }) => {
    try {
      Temporal.PlainDate.from({ year: year ?? 2024, month, day }, { overflow: 'reject' });
      return true;
    } catch {
      return false;
    }
  });
  return possible.length === 0 ? null : { kind: 'date', dates: possible };
}

const englishWeekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const russianShort = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];

const weekdayForms = new Map<string, Weekday>(
  ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => {
    const english = englishWeekdays[weekday - 1] ?? '';
    const forms = [
      english,
      english.slice(0, 3),
      russianShort[weekday - 1] ?? '',
      ...Object.values<string>({ ...russianWeekdays[weekday] }),
    ];
    return forms.map((form) => [form, weekday] as const);
  }),
);

const weekdayWords = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...weekdayForms.keys()].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
