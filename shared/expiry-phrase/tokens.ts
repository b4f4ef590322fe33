import { isNoise, sensesOf, type WordSense } from './words.ts';

/** What a piece of the text can mean. */
export type Sense =
  | WordSense
  /** `decimal` = with a fraction. */
  | { readonly type: 'figure'; readonly value: number; readonly decimal: boolean; readonly digits: number }
  /** "18:30". `padded` = "06:30", which nobody writes for the evening. */
  | { readonly type: 'time'; readonly hour: number; readonly minute: number; readonly padded: boolean }
  /** "18.10" read as a time: only after "at", where a date would do as well. */
  | { readonly type: 'dottedTime'; readonly hour: number; readonly minute: number }
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
  // "18:30:15", "10-12": not a row of numbers.
  { kind: 'unknown', regex: /\d+(?:[.:/-]\d+)+/y },
  { kind: 'ordinal', regex: /(\d{1,2})(?:st|nd|rd|th|-?(?:го|е|ое|му))(?!\p{L})/uy },
  { kind: 'integer', regex: /(\d{1,6})(?!\d)/y },
  { kind: 'word', regex: /(\p{L}\.\p{L}|'?\p{L}+(?:'\p{L}+)*)\.?/uy },
  { kind: 'space', regex: /[\s,]+|\.$/uy },
  { kind: 'unknown', regex: /[^\s\p{L}\d]+|\d+|./suy },
] as const;

type Kind = (typeof pieces)[number]['kind'];

/** Splits a text into pieces that mean something, and pieces that do not. Spaces, commas and articles are left out. */
export function tokenize(text: string): readonly Token[] {
  const plain = normalize(text);
  const tokens: Token[] = [];
  for (let start = 0; start < plain.length;) {
    const { kind, match } = pieceAt(plain, start);
    const end = start + match[0].length;
    const word = kind === 'word' ? (match[1] ?? '') : null;
    if (kind !== 'space' && !(word !== null && isNoise(word))) {
      tokens.push({ senses: sensesIn(kind, match), word, start, end });
    }
    start = end;
  }
  return tokens;
}

/** Lower case, "е" for "ё", one kind of apostrophe and of space; every place in the text stays where it is. */
function normalize(text: string): string {
  return text.replace(/\P{ASCII}|[A-Z]/gu, (character) => {
    const lower = character.toLowerCase();
    if (lower === 'ё') return 'е';
    if (lower === '’' || lower === 'ʼ') return "'";
    return lower.length === character.length ? lower : character;
  });
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
      return [decimal(`${first}.${second}`)];
    case 'ordinal':
      return [{ type: 'ordinal', value: Number(first) }];
    case 'integer':
      return [{ type: 'figure', value: Number(first), decimal: false, digits: first.length }];
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
  const [time] = times(first, second);
  const asTime: readonly Sense[] = !time ? [] : date.length === 0 ? [time] : [{ ...time, type: 'dottedTime' }];
  return [...date, ...asTime, decimal(`${first}.${second}`)];
}

const decimal = (written: string): Sense => ({ type: 'figure', value: Number(written), decimal: true, digits: 0 });

function times(hour: string, minute: string): readonly Extract<Sense, { type: 'time' }>[] {
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (minute.length !== 2 || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return [];
  return [{ type: 'time', hour: hours, minute: minutes, padded: hour.startsWith('0') }];
}

/** A date that exists in that year, or in some year. */
function dates([day, month]: readonly [number, number], year: number | null): readonly Sense[] {
  if (month < 1 || month > 12 || day < 1) return [];
  // 2000 was a leap year.
  if (day > Temporal.PlainYearMonth.from({ year: year ?? 2000, month }).daysInMonth) return [];
  return [{ type: 'date', day, month, year }];
}

/** "26" is 2026. */
const yearOf = (written: string): number | null =>
  written === '' ? null : Number(written.length === 2 ? `20${written}` : written);
