import type { AppError, ErrorCode, ErrorParams } from '../errors.ts';
import { en, type Messages } from './en.ts';
import type { ErrorText } from './errors/texts.ts';
import type { Locale } from './locale.ts';
import { ru } from './ru.ts';

const catalogue: Readonly<Record<Locale, Messages>> = { en, ru };

/** The texts in a language. */
export const messages = (locale: Locale): Messages => catalogue[locale];

/** What an error says in a language: what happened, and what to do. */
export function errorText(locale: Locale, error: AppError): ErrorText {
  // The catalogue is keyed by code and so are the parameters; TypeScript cannot follow the pair through an index.
  const text = messages(locale).errors[error.code] as (params: ErrorParams[ErrorCode]) => ErrorText;
  return text(error.params);
}

/** What the server itself said about an error, worth showing under the app's own words; null = nothing. */
export function serverMessage(error: AppError): string | null {
  return 'message' in error.params ? error.params.message : null;
}

export type { ErrorText, Locale, Messages };
