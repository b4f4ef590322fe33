import type { Weekday } from '../expiry.ts';

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
  | 'noEnd';

/** The half, or the part, of the day that a number of hours is in: Russian has four. */
export type DayPart = 'am' | 'pm' | 'morning' | 'afternoon' | 'evening' | 'night';

export type Unit = 'minute' | 'hour' | 'day' | 'week';

/** What a word can mean. Some mean two things: "час" is an hour and one o'clock, "дня" is of days and of the afternoon. */
export type WordSense =
  | { readonly type: 'keyword'; readonly keyword: Keyword }
  | { readonly type: 'number'; readonly value: number }
  /** One, but never one o'clock: "a", "an". */
  | { readonly type: 'article' }
  | { readonly type: 'unit'; readonly unit: Unit }
  /** The word "hour" after a number of the clock ("до 18 часов"); `full` = "часов", which may be that without "до" too. */
  | { readonly type: 'hours'; readonly full: boolean }
  /** A unit that stands for one of its kind without a number: "час", "на неделю". */
  | { readonly type: 'single'; readonly unit: Unit }
  /** The word for one hour, which is also one o'clock ("в час дня"). */
  | { readonly type: 'one' }
  | { readonly type: 'weekday'; readonly weekday: Weekday }
  | { readonly type: 'month'; readonly month: number }
  | { readonly type: 'dayPart'; readonly part: DayPart };

/** Words that say nothing here. */
const noise = new Set(['the']);

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
]);

const keywords: Readonly<Record<Keyword, string>> = {
  until: "until till til 'til by before до к ко",
  through: 'through thru по',
  at: 'at в во',
  on: 'on',
  for: 'for на еще',
  in: 'in',
  later: 'через',
  back: 'back returning return вернусь буду выйду выхожу',
  inclusive: 'inclusive включительно',
  end: 'end конца конец конце концу',
  of: 'of',
  this: 'this эта эту этой этого этот эти это текущей текущего сегодняшнего',
  next: 'next следующий следующего следующую следующей следующее',
  and: 'and и',
  half: 'half пол',
  halfHour: 'полчаса',
  oneAndHalf: 'полтора полутора',
  with: 'с',
  withHalf: 'половиной',
  today: 'today сегодня',
  tonight: 'tonight',
  tomorrow: 'tomorrow tmrw tmr завтра завтрашнего',
  dayAfterTomorrow: 'послезавтра',
  after: 'after',
  morning: 'morning утро утра утром утру',
  evening: 'evening вечер вечера вечером вечеру',
  noon: 'noon midday полдень полудня полудню',
  midnight: 'midnight полночь полуночи',
  work: 'work working рабочего рабочий работы',
  workday: 'workday',
  day: 'day день дня дню',
  week: 'week неделя недели неделю неделе',
  month: 'month месяца месяц',
  endOfDay: 'eod',
  endOfWorkDay: 'cob',
  endOfWeek: 'eow',
  endOfMonth: 'eom',
  oclock: "o'clock oclock",
  dayOfMonth: 'числа',
  year: 'г год года',
  noEnd: [...withoutEnd].join(' '),
};

const units: Readonly<Record<Unit, string>> = {
  minute: 'm min mins minute minutes м мин минута минуту минуты минут',
  hour: 'h hr hrs hour hours ч час часа часов',
  day: 'd day days д дн день дня дней сутки суток',
  week: 'w wk week weeks нед неделя неделю недели недель',
};

const singles: Readonly<Record<Unit, string>> = {
  minute: 'минуту',
  hour: 'hour час',
  day: 'день сутки',
  week: 'неделю',
};

/** By number; the forms after "до", "к" and "через" as well. */
const numbers: Readonly<Record<number, string>> = {
  1: 'one один одна одну одного одной',
  2: 'two два две двух двум',
  3: 'three три трех трем',
  4: 'four четыре четырех четырем',
  5: 'five пять пяти',
  6: 'six шесть шести',
  7: 'seven семь семи',
  8: 'eight восемь восьми',
  9: 'nine девять девяти',
  10: 'ten десять десяти',
  11: 'eleven одиннадцать одиннадцати',
  12: 'twelve двенадцать двенадцати',
  15: 'fifteen пятнадцать пятнадцати',
  20: 'twenty двадцать двадцати',
  30: 'thirty тридцать тридцати',
  40: 'forty сорок сорока',
  50: 'fifty пятьдесят пятидесяти',
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
  night: 'ночи',
};

function add(words: string, sense: WordSense): void {
  for (const word of words.split(' ')) senses.set(word, [...(senses.get(word) ?? []), sense]);
}

for (const [keyword, words] of Object.entries(keywords)) add(words, { type: 'keyword', keyword: keyword as Keyword });
for (const [unit, words] of Object.entries(units)) add(words, { type: 'unit', unit: unit as Unit });
for (const [value, words] of Object.entries(numbers)) add(words, { type: 'number', value: Number(value) });
for (const [index, words] of weekdays.entries()) add(words, { type: 'weekday', weekday: (index + 1) as Weekday });
for (const [index, words] of months.entries()) add(words, { type: 'month', month: index + 1 });
for (const [part, words] of Object.entries(dayParts)) add(words, { type: 'dayPart', part: part as DayPart });
for (const [unit, words] of Object.entries(singles)) add(words, { type: 'single', unit: unit as Unit });
add('a an', { type: 'article' });
add('час часа часу', { type: 'one' });
add('ч h час часа', { type: 'hours', full: false });
add('часов', { type: 'hours', full: true });
