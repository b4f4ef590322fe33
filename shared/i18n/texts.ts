/**
 * The shape of texts, without the words: a text is a string, or a function of its parameters to one. One language
 * defines which there are; another one that lacks a text, or has too many, does not compile.
 */
export type TextsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : TextsOf<T[K]>;
};
