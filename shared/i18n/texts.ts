/** A text is a string, or a function of its parameters to one. Wider than English's literal types, so Russian can differ. */
export type TextsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : TextsOf<T[K]>;
};
