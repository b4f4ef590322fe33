import { appError } from '../../../shared/errors.ts';
import type { AppError } from '../../../shared/errors.ts';

/** Codes of Node (OpenSSL's names for what is wrong with a certificate) and of Chromium (`net::ERR_CERT_…`). */
const certificate =
  /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|ERR_TLS_|ERR_CERT|ERR_SSL_PINNED_)/;
const timedOut = /TIMEDOUT$|TIMED_OUT$|_TIMEOUT$/;
const notHttp =
  /^(HPE_|Z_|ERR_CONTENT_DECODING|ERR_INVALID_(HTTP|CHUNKED)|ERR_RESPONSE_HEADERS|UND_ERR_HEADERS_OVERFLOW)/;

/** How deep to look into causes; real ones are two deep. */
const DEPTH = 5;

/**
 * Gives a rejection of `fetch` its place in the catalogue. Only codes such as `ENOTFOUND` are taken from it: messages
 * can hold the address or the header that could not be sent.
 * @param error undici wraps the true one in `cause`, for several addresses in an `AggregateError`; Electron's
 *   `net.fetch` rejects with `net::ERR_…` messages, and with "Redirect was cancelled" for `redirect: 'manual'`
 * @param seconds how long it took
 */
export function networkError(error: unknown, seconds: number): AppError {
  const { codes, messages } = unwrap(error);
  const find = (pattern: RegExp): string | undefined => codes.find((code) => pattern.test(code));

  if (messages.some((message) => /\bredirect/i.test(message))) return appError('redirected', { status: null });
  const unsafe = find(certificate);
  if (unsafe !== undefined) return appError('certificate', { reason: unsafe });
  if (find(timedOut) !== undefined) return appError('timeout', { seconds });
  const garbled = find(notHttp);
  if (garbled !== undefined) return appError('bad_response', { reason: `not HTTP (${garbled})` });
  return appError('offline', { reason: codes[0] ?? 'unknown' });
}

function unwrap(error: unknown, depth = 0): { codes: string[]; messages: string[] } {
  if (!(error instanceof Error) || depth > DEPTH) return { codes: [], messages: [] };
  const own: unknown = 'code' in error ? error.code : null;
  const chromium = /\bnet::(ERR_[A-Z0-9_]{2,60})\b/.exec(error.message)?.[1];
  const inner = [error.cause, ...(error instanceof AggregateError ? (error.errors as unknown[]) : [])].map((cause) =>
    unwrap(cause, depth + 1),
  );
  return {
    codes: [
      ...(typeof own === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(own) ? [own] : []),
      ...(chromium === undefined ? [] : [chromium]),
      ...inner.flatMap(({ codes }) => codes),
    ],
    messages: [error.message, ...inner.flatMap(({ messages }) => messages)],
  };
}
