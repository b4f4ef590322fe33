import type { Sense, Token } from './tokens.ts';
import type { Keyword } from './words.ts';

/** A text under way through the grammar. */
export interface Input {
  readonly tokens: readonly Token[];
  /** The last place that anything in the grammar reached and could not go on from. */
  furthest: number;
}

interface Step<T> {
  readonly value: T;
  readonly next: number;
}

/**
 * Reads something from a place on, in every way there is. All ways rather than the first one, because a phrase that can
 * be read in two ways has to be asked about.
 */
export type Parser<T> = (input: Input, at: number) => readonly Step<T>[];

/** Everything the whole of a text can be read as. */
export function readAll<T>(parser: Parser<T>, input: Input): readonly T[] {
  const steps = parser(input, 0);
  for (const { next } of steps) input.furthest = Math.max(input.furthest, next);
  return steps.filter(({ next }) => next === input.tokens.length).map(({ value }) => value);
}

/** One token in the senses that `pick` makes something of. */
export function sense<T>(pick: (sense: Sense) => T | null): Parser<T> {
  return (input, at) => {
    const steps: Step<T>[] = [];
    for (const each of input.tokens[at]?.senses ?? []) {
      const value = pick(each);
      if (value !== null) steps.push({ value, next: at + 1 });
    }
    if (steps.length === 0) input.furthest = Math.max(input.furthest, at);
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
  return (input, at) => {
    let rows: readonly Step<readonly unknown[]>[] = [{ value: [], next: at }];
    for (const parser of parsers) {
      rows = rows.flatMap(({ value: before, next: from }) =>
        parser(input, from).map(({ value, next }) => ({ value: [...before, value], next })),
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
  (input, at) =>
    parsers.flatMap((parser) => parser(input, at));

/** It, or nothing. */
export const opt =
  <T>(parser: Parser<T>): Parser<T | undefined> =>
  (input, at) => [...parser(input, at), { value: undefined, next: at }];

/** Any number of them, one at least. */
export const some =
  <T>(parser: Parser<T>): Parser<readonly T[]> =>
  (input, at) =>
    parser(input, at).flatMap(({ value, next }) => [
      { value: [value], next },
      ...some(parser)(input, next).map((rest) => ({ value: [value, ...rest.value], next: rest.next })),
    ]);

/** Read once at each place, for what many alternatives begin with. */
export function memo<T>(parser: Parser<T>): Parser<T> {
  const known = new WeakMap<Input, Map<number, readonly Step<T>[]>>();
  return (input, at) => {
    const places = known.get(input) ?? new Map<number, readonly Step<T>[]>();
    known.set(input, places);
    const steps = places.get(at) ?? parser(input, at);
    places.set(at, steps);
    return steps;
  };
}

/** Only where it follows its predecessor without a space, as the minutes of "1h30". */
export const adjoined =
  <T>(parser: Parser<T>): Parser<T> =>
  (input, at) =>
    at > 0 && input.tokens[at - 1]?.end === input.tokens[at]?.start ? parser(input, at) : [];
