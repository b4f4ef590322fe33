import type { Sense, Token } from './tokens.ts';
import type { Keyword } from './words.ts';

/** Something that was read, and the place after it. */
export interface Step<T> {
  readonly value: T;
  readonly next: number;
}

/**
 * Reads something from a place on, in every way there is. All ways rather than the first one, because a phrase that can
 * be read in two ways has to be asked about.
 */
export type Parser<T> = (tokens: readonly Token[], at: number) => readonly Step<T>[];

/** One token in the senses that `pick` makes something of. */
export function sense<T>(pick: (sense: Sense) => T | null): Parser<T> {
  return (tokens, at) => {
    const steps: Step<T>[] = [];
    for (const each of tokens[at]?.senses ?? []) {
      const value = pick(each);
      if (value !== null) steps.push({ value, next: at + 1 });
    }
    return steps;
  };
}

/** One of these keywords. */
export const keyword = <K extends Keyword>(...which: readonly K[]): Parser<K> =>
  sense((each) => (each.type === 'keyword' ? (which.find((one) => one === each.keyword) ?? null) : null));

type ValuesOf<P extends readonly Parser<unknown>[]> = { [K in keyof P]: P[K] extends Parser<infer T> ? T : never };

/** One after the other; `make` puts them together, or refuses with null. */
export function seq<P extends readonly Parser<unknown>[], R>(
  parsers: readonly [...P],
  make: (...values: ValuesOf<P>) => R | null,
): Parser<R> {
  return (tokens, at) => {
    let rows: readonly Step<readonly unknown[]>[] = [{ value: [], next: at }];
    for (const parser of parsers) {
      rows = rows.flatMap(({ value: before, next: from }) =>
        parser(tokens, from).map(({ value, next }) => ({ value: [...before, value], next })),
      );
    }
    const steps: Step<R>[] = [];
    for (const { value, next } of rows) {
      // One value for each parser, in their order: what the signature says and a loop cannot.
      const made = make(...(value as ValuesOf<P>));
      if (made !== null) steps.push({ value: made, next });
    }
    return steps;
  };
}

/** One after the other, which together mean always the same. */
export const means = <T>(parsers: readonly Parser<unknown>[], value: T): Parser<T> => seq(parsers, () => value);

/** Any of them. */
export const alt =
  <T>(...parsers: readonly Parser<T>[]): Parser<T> =>
  (tokens, at) =>
    parsers.flatMap((parser) => parser(tokens, at));

/** It, or nothing. */
export const opt =
  <T>(parser: Parser<T>): Parser<T | undefined> =>
  (tokens, at) => [...parser(tokens, at), { value: undefined, next: at }];

/** Any number of them, one at least. */
export const some =
  <T>(parser: Parser<T>): Parser<readonly T[]> =>
  (tokens, at) =>
    parser(tokens, at).flatMap(({ value, next }) => [
      { value: [value], next },
      ...some(parser)(tokens, next).map((rest) => ({ value: [value, ...rest.value], next: rest.next })),
    ]);

/** Read once at each place, for what many alternatives begin with. */
export function memo<T>(parser: Parser<T>): Parser<T> {
  const known = new WeakMap<readonly Token[], Map<number, readonly Step<T>[]>>();
  return (tokens, at) => {
    const places = known.get(tokens) ?? new Map<number, readonly Step<T>[]>();
    known.set(tokens, places);
    const steps = places.get(at) ?? parser(tokens, at);
    places.set(at, steps);
    return steps;
  };
}

/** Only where it follows its predecessor without a space, as the minutes of "1h30". */
export const adjoined =
  <T>(parser: Parser<T>): Parser<T> =>
  (tokens, at) =>
    at > 0 && tokens[at - 1]?.end === tokens[at]?.start ? parser(tokens, at) : [];
