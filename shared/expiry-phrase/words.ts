import type { Weekday } from '../expiry.ts';
import { halvesTo, numbers, ordinals } from './number-words.ts';

/** A word with one part to play in the grammar. */
export type Keyword =
  | 'until'
  | 'through'
  | 'at'
  | 'on'
  | 'for'
  | 'in'
  | 'later'
  | 'back'
  | 'inclusive'
  | 'end'
  | 'of'
  | 'this'
  | 'next'
  | 'and'
  | 'half'
  | 'halfHour'
  | 'oneAndHalf'
  | 'with'
  | 'withHalf'
  | 'today'
  | 'tonight'
  | 'tomorrow'
  | 'dayAfterTomorrow'
  | 'after'
  | 'morning'
  | 'evening'
  | 'noon'
  | 'midnight'
  | 'work'
  | 'workday'
  | 'day'
  | 'week'
  | 'month'
  | 'endOfDay'
  | 'endOfWorkDay'
  | 'endOfWeek'
  | 'endOfMonth'
  | 'oclock'
  | 'dayOfMonth'
  | 'year'
  | 'noEnd'
  | 'yesterday'
  | 'last'
  | 'ago'
  | 'from'
  | 'now'
  | 'within'
  | 'course'
  | 'over'
  | 'past'
  | 'to'
  | 'without'
  | 'quarter'
  | 'halfOf'
  | 'couple'
  | 'halfDay'
  | 'halfYear'
  | 'fullDay'
  | 'weekend'
  | 'all'
  | 'new'
  | 'quarterOfYear'
  | 'endOfYear'
  | 'night'
  | 'away'
  | 'person';

/** The half, or the part, of the day that a number of hours is in: Russian has four. */
export type DayPart = 'am' | 'pm' | 'morning' | 'afternoon' | 'evening' | 'night';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** What a word can mean. Some mean two things: "час" is an hour and one o'clock, "дня" is of days and of the afternoon. */
export type WordSense =
  | { readonly type: 'keyword'; readonly keyword: Keyword }
  | { readonly type: 'number'; readonly value: number }
  /** One, but never one o'clock: "a", "an". */
  | { readonly type: 'article' }
  /** `few` = in Russian the form that goes with 2, 3, 4 and fractions only: "2 дня", but not "12 дня". */
  | { readonly type: 'unit'; readonly unit: Unit; readonly few: boolean }
  /** The word "hour" after a number of the clock ("до 18 часов"); `full` = "часов", which may be that without "до" too. */
  | { readonly type: 'hours'; readonly full: boolean }
  /** The word for hours after the four digits of a clock: "1500 hours". */
  | { readonly type: 'hundredHours' }
  /** A unit that stands for one of its kind without a number: "час", "на неделю". */
  | { readonly type: 'single'; readonly unit: Unit }
  /** One of its kind in the genitive: "в течение часа". */
  | { readonly type: 'genitive'; readonly unit: Unit }
  /** A unit that may come before its number, which then is about right: "часа два", "минут на десять". */
  | { readonly type: 'roughly'; readonly unit: Unit }
  /** Said of a period with "the": "for the day" is not "for a day". */
  | { readonly type: 'definite'; readonly period: 'day' | 'week' | 'month' | 'year' }
  /** "First", "первого". */
  | { readonly type: 'ordinalWord'; readonly value: number }
  /** "Полшестого": half an hour before six. */
  | { readonly type: 'halfTo'; readonly hour: number }
  /** The word for one hour, which is also one o'clock ("в час дня"). */
  | { readonly type: 'one' }
  | { readonly type: 'weekday'; readonly weekday: Weekday }
  | { readonly type: 'month'; readonly month: number }
  | { readonly type: 'dayPart'; readonly part: DayPart };

/** Words that say nothing here. */
const noise = new Set(
  'the about around approximately roughly exactly sharp please примерно приблизительно ровно пожалуйста'.split(' '),
);

const senses = new Map<string, WordSense[]>();

/** What a word, in lower case, with "е" for "ё" and without a final dot, can mean. */
export const sensesOf = (word: string): readonly WordSense[] => senses.get(word) ?? [];

export const isNoise = (word: string): boolean => noise.has(word);

/** The ways to say that there is no end, as whole phrases in the same form, words apart by one space. */
export const withoutEnd: ReadonlySet<string> = new Set([
  'never',
  'forever',
  'indefinitely',
  "don't clear",
  'dont clear',
  'do not clear',
  'no end',
  'until i clear it',
  'until you clear it',
  'не сбрасывать',
  'не очищать',
  'не убирать',
  'не снимать',
  'бессрочно',
  'навсегда',
  'никогда',
  'без срока',
  'без окончания',
  'пока не сброшу',
  'пока не сбросите',
  'на неопределенный срок',
]);

const keywords: Readonly<Record<Keyword, string>> = {
  until: "until till til 'til by before до к ко",
  through: 'through thru по',
  at: 'at в во',
  on: 'on',
  for: 'for на еще',
  in: 'in',
  later: 'через спустя',
  back: 'back returning return вернусь буду выйду выхожу приду',
  inclusive: 'inclusive включительно',
  end: 'end конца конец конце концу',
  of: 'of',
  this: 'this эта эту этой этого этот эти это текущей текущего сегодняшнего',
  next: 'next следующий следующего следующую следующей следующее следующем ближайший ближайшего ближайшую ближайшей',
  and: 'and и',
  half: 'half пол',
  halfHour: 'полчаса получаса полчасика',
  oneAndHalf: 'полтора полторы полутора',
  with: 'с',
  withHalf: 'половиной',
  today: 'today сегодня',
  tonight: 'tonight',
  tomorrow: 'tomorrow tmrw tmr завтра завтрашнего завтрашнее завтрашний',
  dayAfterTomorrow: 'послезавтра',
  after: 'after после',
  morning: 'morning утро утра утром утру',
  evening: 'evening вечер вечера вечером вечеру',
  noon: 'noon midday полдень полудня полудню',
  midnight: 'midnight полночь полуночи',
  work: 'work working business рабочего рабочий работы',
  workday: 'workday',
  day: 'day день дня дню',
  week: 'week неделя недели неделю неделе',
  month: 'month месяца месяц месяце',
  endOfDay: 'eod',
  endOfWorkDay: 'cob eob',
  endOfWeek: 'eow',
  endOfMonth: 'eom',
  oclock: "o'clock oclock",
  dayOfMonth: 'числа',
  year: "г год года году year years year's",
  noEnd: [...withoutEnd].join(' '),
  yesterday: 'yesterday вчера вчерашнего вчерашний',
  last: 'last прошлый прошлого прошлую прошлой прошлое прошлом',
  ago: 'ago назад',
  from: 'from',
  now: 'now',
  within: 'within',
  course: 'течение',
  over: 'over',
  past: 'past',
  to: 'to',
  without: 'без',
  quarter: 'quarter quarters четверть четверти',
  halfOf: 'половина половине половины',
  couple: 'couple пара пару пары',
  halfDay: 'полдня',
  halfYear: 'полгода полугода',
  fullDay: 'сутки',
  weekend: 'weekend выходные выходных выходным',
  all: 'all whole rest весь всю целый целую остаток',
  new: 'new новый нового новому',
  quarterOfYear: 'quarter квартал квартала',
  endOfYear: 'eoy',
  night: 'night',
  away: 'away out gone off busy ушел ушла отошел отошла отойду занят занята отсутствую',
  person: "i i'll ill i'm im will be am я меня не будет",
};

const units: Readonly<Record<Unit, string>> = {
  minute: 'm min mins minute minutes м мин минута минуту минуты минут минутку минуток',
  hour: 'h hr hrs hour hours ч час часа часов часик часок часика',
  day: 'd day days д дн день дней сутки суток',
  week: 'w wk week weeks нед неделя неделю недели недель недельку',
  month: 'month months мес месяц месяца месяцев',
  year: 'year years год года лет',
};

const singles: Readonly<Record<Unit, string>> = {
  minute: 'минуту минутку минуточку',
  hour: 'hour час часок часик',
  day: 'день',
  week: 'неделю недельку',
  month: 'месяц',
  year: 'год',
};

const genitives: Readonly<Record<Unit, string>> = {
  minute: 'минуты',
  hour: 'часа',
  day: 'дня суток',
  week: 'недели',
  month: 'месяца',
  year: 'года',
};

const rough: Readonly<Record<Unit, string>> = {
  minute: 'минут минуты минуток',
  hour: 'часа часов часика',
  day: 'дня дней',
  week: 'недели недель',
  month: 'месяца месяцев',
  year: 'года',
};

/** From Monday. In Russian every case that a preposition here may ask for. */
const weekdays: readonly string[] = [
  'mon monday пн понедельник понедельника понедельнику',
  'tue tues tuesday вт вторник вторника вторнику',
  'wed weds wednesday ср среда среду среды среде',
  'thu thur thurs thursday чт четверг четверга четвергу',
  'fri friday пт пятница пятницу пятницы пятнице',
  'sat saturday сб суббота субботу субботы субботе',
  'sun sunday вс воскресенье воскресенья воскресенью',
];

const months: readonly string[] = [
  'jan january янв январь января январю',
  'feb february фев февр февраль февраля февралю',
  'mar march мар март марта марту',
  'apr april апр апрель апреля апрелю',
  'may май мая маю',
  'jun june июн июнь июня июню',
  'jul july июл июль июля июлю',
  'aug august авг август августа августу',
  'sep sept september сен сент сентябрь сентября сентябрю',
  'oct october окт октябрь октября октябрю',
  'nov november ноя нояб ноябрь ноября ноябрю',
  'dec december дек декабрь декабря декабрю',
];

const dayParts: Readonly<Record<DayPart, string>> = {
  am: 'am a.m',
  pm: 'pm p.m',
  morning: 'утра morning',
  afternoon: 'дня afternoon',
  evening: 'вечера evening',
  night: 'ночи night',
};

function add(words: string, sense: WordSense): void {
  for (const word of words.split(' ')) senses.set(word, [...(senses.get(word) ?? []), sense]);
}

for (const [keyword, words] of Object.entries(keywords)) add(words, { type: 'keyword', keyword: keyword as Keyword });
for (const [unit, words] of Object.entries(units)) add(words, { type: 'unit', unit: unit as Unit, few: false });
for (const [value, words] of Object.entries(numbers)) add(words, { type: 'number', value: Number(value) });
for (const [value, words] of Object.entries(ordinals)) add(words, { type: 'ordinalWord', value: Number(value) });
for (const [hour, words] of Object.entries(halvesTo)) add(words, { type: 'halfTo', hour: Number(hour) });
for (const [index, words] of weekdays.entries()) add(words, { type: 'weekday', weekday: (index + 1) as Weekday });
for (const [index, words] of months.entries()) add(words, { type: 'month', month: index + 1 });
for (const [part, words] of Object.entries(dayParts)) add(words, { type: 'dayPart', part: part as DayPart });
for (const [unit, words] of Object.entries(singles)) add(words, { type: 'single', unit: unit as Unit });
for (const [unit, words] of Object.entries(genitives)) add(words, { type: 'genitive', unit: unit as Unit });
for (const [unit, words] of Object.entries(rough)) add(words, { type: 'roughly', unit: unit as Unit });
add('дня', { type: 'unit', unit: 'day', few: true });
add('a an', { type: 'article' });
add('час часа часу', { type: 'one' });
add('ч h час часа', { type: 'hours', full: false });
add('часов', { type: 'hours', full: true });
add('hours часов', { type: 'hundredHours' });
add('часам', { type: 'hours', full: false });
