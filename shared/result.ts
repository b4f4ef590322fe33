import type { AppError } from './errors.ts';

/**
 * The outcome of anything that can fail. Failures are values because error classes do not survive the bridge between
 * the processes: what crosses it is plain data.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** A success that carries `value`. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** A success with nothing to say. */
export const done: Result<null> = ok(null);

/** A failure. */
export const fail = (error: AppError): { readonly ok: false; readonly error: AppError } => ({ ok: false, error });
