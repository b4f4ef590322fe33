import type { Locale } from './locale.ts';

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

/**
 * The texts of an area that only a part of the app needs. That part imports them from the area itself, not through
 * `messages`, so that nobody else has to load them.
 */
export const textsIn =
  <Texts>(languages: Readonly<Record<Locale, Texts>>) =>
  (locale: Locale): Texts =>
    languages[locale];
