import type { ExpiryContext, Weekday } from './expiry.ts';
import type { Locale } from './i18n/locale.ts';
import { russianWeekdays, withVowel, type WeekdayForms } from './i18n/russian-weekdays.ts';
import { AWAY_MESSAGE_LIMIT } from './status.ts';

/** What a template of an away message may contain in braces. */
export const awayVariables = ['until', 'lastDay', 'deputy', 'name'] as const;

/**
 * - `until`: the first day back, or the time where that is today
 * - `lastDay`: the last day away, or the time where the status ends today
 * - `deputy`: who stands in
 * - `name`: the person's own name
 */
export type AwayVariable = (typeof awayVariables)[number];

/** What the variables are filled from; null = not known. */
export interface AwayValues {
  /** The status's end in epoch milliseconds; null = it has none. */
  readonly expiresAt: number | null;
  readonly deputy: string | null;
  readonly name: string | null;
}

/** What filling depends on besides. */
export interface AwayContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The language to assume where the text has no words of its own. */
  readonly locale: Locale;
  readonly context: ExpiryContext;
}

/** A name in braces that is not a variable. */
export interface UnknownVariable {
  readonly name: string;
  /** Where its opening brace is in the template, in UTF-16 units. */
  readonly at: number;
}

/** All there is to say about a template before it is used. */
export interface AwayPreview {
  /** Exactly what colleagues will read. */
  readonly text: string;
  /** Its length in UTF-16 units, as the limit of 1024 is counted. */
  readonly length: number;
  readonly tooLong: boolean;
  readonly unknown: readonly UnknownVariable[];
  /** Used, but there is nothing to fill them with; they stay in the text as they are. */
  readonly missing: readonly AwayVariable[];
}

/**
 * Fills an away message in the language it is written in: "вернусь {until}" becomes "вернусь в понедельник, 30 ноября",
 * "back on {until}" becomes "back on Monday, 30 November", or "back at 18:30" where the status ends today. A preposition
 * before a date is respected, and put right where it does not go with the date: "до {until}" is "до понедельника, 30
 * ноября", "в {until}" may be "во вторник, 1 декабря".
 *
 * A variable without a value stays as it is, so that the person sees that something is missing rather than a sentence
 * with a hole. Dates and times are written alike for everybody: colleagues may be anywhere.
 */
export function fillAwayText(template: string, values: AwayValues, style: AwayContext): string {
  const locale = textLocale(template, style.locale);
  const grammar = grammars[locale];
  const fill = (whole: string, word = '', space = '', name = ''): string => {
    if (!isVariable(name)) return whole;
    if (name === 'deputy' || name === 'name') return hasText(values[name]) ? `${word}${space}${values[name]}` : whole;
    if (values.expiresAt === null) return whole;
    const end = awayEnd(name, values.expiresAt, style);
    const said = 'time' in end ? grammar.time(end.time, word, name) : grammar.date(end.date, end.withYear, word, name);
    return `${likeBefore(word, said.word)}${space}${said.text}`;
  };
  return template.replace(variableWithWord, fill);
}

/** What a template comes to, with all that is wrong with it. */
export function previewAwayText(template: string, values: AwayValues, style: AwayContext): AwayPreview {
  const text = fillAwayText(template, values, style);
  return {
    text,
    length: text.length,
    tooLong: text.length > AWAY_MESSAGE_LIMIT,
    unknown: unknownVariables(template),
    missing: missingVariables(template, values),
  };
}

/** The names in braces that are not variables: `{untill}`, `{ until }`, `{}`. */
export function unknownVariables(template: string): readonly UnknownVariable[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)]
    .map(({ 1: name = '', index }) => ({ name, at: index }))
    .filter(({ name }) => !isVariable(name));
}

/** The variables in a template that there is no value for, in the order of the text, each once. */
export function missingVariables(template: string, values: AwayValues): readonly AwayVariable[] {
  const used = [...template.matchAll(/\{([^{}]*)\}/g)].map(({ 1: name = '' }) => name).filter(isVariable);
  const isMissing = (name: AwayVariable) =>
    name === 'deputy' || name === 'name' ? !hasText(values[name]) : values.expiresAt === null;
  return [...new Set(used)].filter(isMissing);
}

/** The language a text is written in, by its letters; names of variables, mentions and links do not count. */
export function textLocale(text: string, otherwise: Locale): Locale {
  const words = text.replace(/\{[^{}]*\}|@\S+|https?:\S+/gu, ' ');
  const cyrillic = words.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic === latin) return otherwise;
  return cyrillic > latin ? 'ru' : 'en';
}

/** A variable with the word before it, which may be a preposition. */
const variableWithWord = /(?:(?<![\p{L}\p{N}_])(\p{L}+)(\s+))?\{([^{}]*)\}/gu;

const isVariable = (name: string): name is AwayVariable => (awayVariables as readonly string[]).includes(name);

const hasText = (value: string | null): value is string => value !== null && value.trim() !== '';

/** "До" and "ДО" stay as they are; "В" becomes "Во". */
function likeBefore(before: string, word: string): string {
  if (before.toLowerCase() === word) return before;
  const first = before.slice(0, 1);
  return first === first.toLowerCase() ? word : word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** From when on a date is written with its year: ten months. */
const DAYS_WITHOUT_YEAR = 300;

type AwayEnd = { readonly time: string } | { readonly date: Temporal.PlainDate; readonly withYear: boolean };

function awayEnd(name: 'until' | 'lastDay', at: number, { now, context }: AwayContext): AwayEnd {
  const { timeZone, workStart } = context;
  const local = zoned(at, timeZone);
  const day = local.toPlainDate();
  const today = zoned(now, timeZone).toPlainDate();
  // To the minute, as moments are shown and chosen: 23:59 is the end of the day.
  const endsWithDay = !zoned(at + 60_000, timeZone)
    .toPlainDate()
    .equals(day);
  if (!endsWithDay && day.equals(today)) {
    return { time: `${local.hour}:${String(local.minute).padStart(2, '0')}` };
  }
  const beforeWork = Temporal.PlainTime.compare(local.toPlainTime(), workStart) <= 0;
  const days = name === 'until' ? (endsWithDay ? 1 : 0) : !endsWithDay && beforeWork ? -1 : 0;
  const date = day.add({ days });
  return { date, withYear: today.until(date).days >= DAYS_WITHOUT_YEAR };
}

/** What takes the place of the word before a variable, and of the variable. */
interface Said {
  readonly word: string;
  readonly text: string;
}

interface Grammar {
  date(date: Temporal.PlainDate, withYear: boolean, word: string, variable: 'until' | 'lastDay'): Said;
  time(time: string, word: string, variable: 'until' | 'lastDay'): Said;
}

const englishTimePrepositions = new Set(['at', 'until', 'till', 'by', 'before', 'after', 'from', 'around', 'about']);

const english: Grammar = {
  date: (date, withYear, word) => ({
    word: word.toLowerCase() === 'at' ? 'on' : word,
    text: writeDate(date, withYear, 'en-GB', { weekday: 'long' }).replace(/^(\p{L}+),? /u, '$1, '),
  }),
  time: (time, word, variable) => {
    const preposition = word.toLowerCase();
    if (preposition === 'on') return { word: 'at', text: time };
    if (preposition === 'through') return { word: 'until', text: time };
    const isSaid = englishTimePrepositions.has(preposition) || variable === 'lastDay';
    return { word, text: isSaid ? time : `at ${time}` };
  },
};

/** The case that a preposition asks for, by all of its forms. */
const russianCases: Readonly<Record<string, Exclude<keyof WeekdayForms, 'nominative'>>> = {
  до: 'genitive',
  после: 'genitive',
  от: 'genitive',
  с: 'genitive',
  со: 'genitive',
  к: 'dative',
  ко: 'dative',
  в: 'accusative',
  во: 'accusative',
  на: 'accusative',
  по: 'accusative',
};

/** The prepositions whose form depends on the word after them, by both forms. */
const russianForms: Readonly<Record<string, 'в' | 'с' | 'к'>> = { в: 'в', во: 'в', с: 'с', со: 'с', к: 'к', ко: 'к' };

const russian: Grammar = {
  date: (date, withYear, word, variable) => {
    const weekday = russianWeekdays[date.dayOfWeek as Weekday];
    const written = writeDate(date, withYear, 'ru-RU', {}).replace(/\s*г\.$/u, ' года');
    const preposition = word.toLowerCase();
    const asked = russianCases[preposition];
    if (asked) {
      const form = russianForms[preposition];
      return { word: form ? withVowel(form, weekday[asked]) : preposition, text: `${weekday[asked]}, ${written}` };
    }
    // The first day back goes on in a sentence ("вернусь в понедельник"), the last one away is named ("по" is said).
    if (variable === 'lastDay') return { word, text: `${weekday.nominative}, ${written}` };
    return { word, text: `${withVowel('в', weekday.accusative)} ${weekday.accusative}, ${written}` };
  },
  time: (time, word, variable) => {
    const preposition = word.toLowerCase();
    // "По 18:30" is said of no time.
    if (preposition === 'по') return { word: 'до', text: time };
    if (preposition in russianCases) return { word: russianForms[preposition] ?? preposition, text: time };
    return { word, text: variable === 'lastDay' ? time : `в ${time}` };
  },
};

const grammars: Readonly<Record<Locale, Grammar>> = { en: english, ru: russian };

function writeDate(
  date: Temporal.PlainDate,
  withYear: boolean,
  dateLocale: string,
  more: Intl.DateTimeFormatOptions,
): string {
  const options: Intl.DateTimeFormatOptions = { ...more, day: 'numeric', month: 'long', timeZone: 'UTC' };
  if (withYear) options.year = 'numeric';
  return new Intl.DateTimeFormat(dateLocale, options).format(date.toZonedDateTime('UTC').epochMilliseconds);
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}
