/** What an error says: what happened, and what to do. */
export interface ErrorText {
  readonly title: string;
  readonly advice: string;
}

/** One text for each code of an area of the catalogue (`shared/errors/`), from its parameters. */
export type ErrorTextsOf<Params> = { readonly [C in keyof Params]: (params: Params[C]) => ErrorText };
