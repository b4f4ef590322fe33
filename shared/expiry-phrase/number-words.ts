/** By number; in Russian the forms after "до", "к" and "через" as well. What is over 20 is put together (`terminals.ts`). */
export const numbers: Readonly<Record<number, string>> = {
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
  13: 'thirteen тринадцать тринадцати',
  14: 'fourteen четырнадцать четырнадцати',
  15: 'fifteen пятнадцать пятнадцати',
  16: 'sixteen шестнадцать шестнадцати',
  17: 'seventeen семнадцать семнадцати',
  18: 'eighteen восемнадцать восемнадцати',
  19: 'nineteen девятнадцать девятнадцати',
  20: 'twenty двадцать двадцати',
  30: 'thirty тридцать тридцати',
  40: 'forty сорок сорока',
  50: 'fifty пятьдесят пятидесяти',
  60: 'sixty шестьдесят шестидесяти',
  70: 'seventy семьдесят семидесяти',
  80: 'eighty восемьдесят восьмидесяти',
  90: 'ninety девяносто девяноста',
};

/** The stems of the Russian ordinals; "третий" has forms of its own. */
const stems: Readonly<Record<number, string>> = {
  1: 'перв',
  2: 'втор',
  4: 'четверт',
  5: 'пят',
  6: 'шест',
  7: 'седьм',
  8: 'восьм',
  9: 'девят',
  10: 'десят',
  11: 'одиннадцат',
  12: 'двенадцат',
  13: 'тринадцат',
  14: 'четырнадцат',
  15: 'пятнадцат',
  16: 'шестнадцат',
  17: 'семнадцат',
  18: 'восемнадцат',
  19: 'девятнадцат',
  20: 'двадцат',
  30: 'тридцат',
};

const english: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  6: 'sixth',
  7: 'seventh',
  8: 'eighth',
  9: 'ninth',
  10: 'tenth',
  11: 'eleventh',
  12: 'twelfth',
  13: 'thirteenth',
  14: 'fourteenth',
  15: 'fifteenth',
  16: 'sixteenth',
  17: 'seventeenth',
  18: 'eighteenth',
  19: 'nineteenth',
  20: 'twentieth',
  30: 'thirtieth',
};

const genitiveOf = (value: number): string => (value === 3 ? 'третьего' : `${stems[value] ?? ''}ого`);

/** By number: "first", "первого", "первому", "первое". */
export const ordinals: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(english).map(([key, word]) => {
    const stem = stems[Number(key)];
    const russian = stem === undefined ? 'третьего третьему третье' : `${stem}ого ${stem}ому ${stem}ое`;
    return [key, `${word} ${russian}`];
  }),
);

/** By the hour that is half an hour away: "полшестого" by 6. */
export const halvesTo: Readonly<Record<number, string>> = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [index + 1, `пол${genitiveOf(index + 1)}`]),
);
