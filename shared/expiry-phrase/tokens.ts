import { isNoise, sensesOf, type WordSense } from './words.ts';

/** What a piece of the text can mean. */
export type Sense =
  | WordSense
  /** `decimal` = with a fraction; `digits` = how many before it, or in it; `padded` = with a zero before. */
  | {
      readonly type: 'figure';
      readonly value: number;
      readonly decimal: boolean;
      readonly digits: number;
      readonly padded: boolean;
    }
  /** "18:30". `padded` = "06:30", which nobody writes for the evening; `mark` = what stands between the two. */
  | {
      readonly type: 'time';
      readonly hour: number;
      readonly minute: number;
      readonly padded: boolean;
      readonly mark: ':' | '.' | '-';
    }
  /** "18.10" read as a time where a date would do as well. */
  | { readonly type: 'dottedTime'; readonly hour: number; readonly minute: number }
  /** "18-15", "1,30" read as hours and minutes, where it more likely is something else. */
  | { readonly type: 'looseTime'; readonly hour: number; readonly minute: number; readonly mark: '-' | ',' }
  /** "10-12", which may be a time, and from ten to twelve. */
  | { readonly type: 'dashedDate'; readonly day: number; readonly month: number }
  | { readonly type: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  /** "18th", "18-го". */
  | { readonly type: 'ordinal'; readonly value: number };

/** A piece of the text. */
export interface Token {
  /** Empty = not understood. */
  readonly senses: readonly Sense[];
  /** For a word: how the vocabulary writes it. */
  readonly word: string | null;
  /** Where it is in the text. */
  readonly start: number;
  readonly end: number;
}

/** Tried in this order at each place. The text is in lower case. */
const pieces = [
  { kind: 'iso', regex: /(\d{4})-(\d{2})-(\d{2})(?!\d)(?:t(?=\d))?/y },
  { kind: 'dotted', regex: /(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?![.\d])/y },
  { kind: 'slashed', regex: /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![/\d])/y },
  { kind: 'time', regex: /(\d{1,2}):(\d{2})(?![:\d])/y },
  { kind: 'decimal', regex: /(\d+),(\d{1,2})(?![,\d])/y },
  { kind: 'dashed', regex: /(\d{1,2})[-–](\d{2})(?![-–\d])/y },
  // "18:30:15", "1-2": not a row of numbers.
  { kind: 'unknown', regex: /\d+(?:[.:/-]\d+)+/y },
  { kind: 'ordinal', regex: /(\d{1,2})(?:st|nd|rd|th|-?(?:го|е|ое|му))(?!\p{L})/uy },
  // "до 3-х"
  { kind: 'integer', regex: /(\d{1,6})(?:-(?:х|ти|ми)(?!\p{L}))?(?!\d)/uy },
  { kind: 'word', regex: /(\p{L}\.\p{L}|'?\p{L}+(?:'\p{L}+)*)\.?/uy },
  // "twenty-five", "end-of-day"
  { kind: 'space', regex: /[\s,"«»„“”‹›]+|\.$|(?<=\p{L})-(?=\p{L})/uy },
  { kind: 'unknown', regex: /[^\s\p{L}\d]+|\d+|./suy },
] as const;

type Kind = (typeof pieces)[number]['kind'];

/**
 * Splits a text into pieces that mean something, and pieces that do not. Spaces, commas, quotation marks and articles
 * are left out.
 */
export function tokenize(text: string): readonly Token[] {
  const plain = normalize(text);
  const tokens: Token[] = [];
  let definite = false;
  for (let start = 0; start < plain.length;) {
    const { kind, match } = pieceAt(plain, start);
    const end = start + match[0].length;
    const word = kind === 'word' ? (match[1] ?? '') : null;
    if (kind !== 'space' && !(word !== null && isNoise(word))) {
      tokens.push({ senses: [...sensesIn(kind, match), ...(definite ? definiteSense(word) : [])], word, start, end });
    }
    if (kind !== 'space') definite = word === 'the';
    start = end;
  }
  return joinOrdinals(tokens);
}

/** "Двадцать пятого" is one word to the grammar, so that it is not "(до) двадцати, пятого". */
function joinOrdinals(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const tens = before?.senses.find((each) => each.type === 'number');
    const ones = token.senses.find((each) => each.type === 'ordinalWord');
    const isBoth = tens && ones && (tens.value === 20 || tens.value === 30) && ones.value < 10;
    if (!before || !isBoth) {
      joined.push(token);
      continue;
    }
    const senses: readonly Sense[] = [{ type: 'ordinalWord', value: tens.value + ones.value }];
    joined[joined.length - 1] = { senses, word: null, start: before.start, end: token.end };
  }
  return joined;
}

/**
 * Lower case, "е" for "ё", one kind of apostrophe, none around the whole (but for "'til"); every place in the text stays
 * where it is.
 */
function normalize(text: string): string {
  const plain = text.replace(/\P{ASCII}|[A-Z]/gu, (character) => {
    const lower = character.toLowerCase();
    if (lower === 'ё') return 'е';
    if (lower === '’' || lower === 'ʼ') return "'";
    return lower.length === character.length ? lower : character;
  });
  return plain.replace(/^['‘‚](?!til)/, ' ').replace(/['‘]$/, ' ');
}

function pieceAt(text: string, start: number): { readonly kind: Kind; readonly match: RegExpExecArray } {
  for (const { kind, regex } of pieces) {
    regex.lastIndex = start;
    const match = regex.exec(text);
    if (match) return { kind, match };
  }
  // The last piece matches any character.
  throw new Error('unreachable');
}

function sensesIn(kind: Kind, match: RegExpExecArray): readonly Sense[] {
  const [first = '', second = '', third = ''] = match.slice(1).map((group: string | undefined) => group ?? '');
  switch (kind) {
    case 'iso':
      return dates([Number(third), Number(second)], Number(first));
    case 'dotted':
      return dotted(first, second, third);
    case 'slashed': {
      // Day first or month first? Both, where both make a date.
      const [one, other] = [Number(first), Number(second)];
      const dayFirst = dates([one, other], yearOf(third));
      return one === other ? dayFirst : [...dayFirst, ...dates([other, one], yearOf(third))];
    }
    case 'time':
      return times(first, second);
    case 'decimal':
      return [
        decimal(first, second),
        ...times(first, second).map(({ hour, minute }): Sense => ({ type: 'looseTime', hour, minute, mark: ',' })),
      ];
    case 'dashed':
      return dashed(first, second);
    case 'ordinal':
      return [{ type: 'ordinal', value: Number(first) }];
    case 'integer':
      return [
        {
          type: 'figure',
          value: Number(first),
          decimal: false,
          digits: first.length,
          padded: first.length > 1 && first.startsWith('0'),
        },
      ];
    case 'word':
      return sensesOf(first);
    case 'space':
    case 'unknown':
      return [];
  }
}

/**
 * "10.12" is the tenth of December; "1.5" is a number where a unit follows; "18.30", which is no date, is a time as it
 * is often written in Russian.
 */
function dotted(first: string, second: string, year: string): readonly Sense[] {
  const date = dates([Number(first), Number(second)], yearOf(year));
  if (year !== '') return date;
  const [time] = times(first, second, '.');
  const { hour, minute } = time ?? { hour: 0, minute: 0 };
  const asTime: readonly Sense[] = !time ? [] : date.length === 0 ? [time] : [{ type: 'dottedTime', hour, minute }];
  return [...date, ...asTime, decimal(first, second)];
}

/** "18-00" and "18-30" are times; "9-15" may be from nine to three, and "10-12" may be a date: only where a time is due. */
function dashed(first: string, second: string): readonly Sense[] {
  const written = times(first, second, '-');
  const [date] = dates([Number(first), Number(second)], null);
  if (second === '00' || Number(second) > 24) return written;
  return [
    ...written.map(({ hour, minute }): Sense => ({ type: 'looseTime', hour, minute, mark: '-' })),
    ...(date ? [{ type: 'dashedDate', day: date.day, month: date.month } as const] : []),
  ];
}

const decimal = (whole: string, fraction: string): Sense => ({
  type: 'figure',
  value: Number(`${whole}.${fraction}`),
  decimal: true,
  digits: fraction.length,
  padded: false,
});

/** "For the day" is until it ends; "for a day" is 24 hours. */
function definiteSense(word: string | null): readonly Sense[] {
  const period = (['day', 'week', 'month', 'year'] as const).find((each) => each === word);
  return period ? [{ type: 'definite', period }] : [];
}

function times(hour: string, minute: string, mark: ':' | '.' | '-' = ':'): readonly Extract<Sense, { type: 'time' }>[] {
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (minute.length !== 2 || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return [];
  return [{ type: 'time', hour: hours, minute: minutes, padded: hour.startsWith('0'), mark }];
}

/** A date that exists in that year, or in some year. */
function dates(
  [day, month]: readonly [number, number],
  year: number | null,
): readonly Extract<Sense, { type: 'date' }>[] {
  if (month < 1 || month > 12 || day < 1) return [];
  // 2000 was a leap year.
  if (day > Temporal.PlainYearMonth.from({ year: year ?? 2000, month }).daysInMonth) return [];
  return [{ type: 'date', day, month, year }];
}

/** "26" is 2026. */
const yearOf = (written: string): number | null =>
  written === '' ? null : Number(written.length === 2 ? `20${written}` : written);
