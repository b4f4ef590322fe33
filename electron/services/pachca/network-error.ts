import { appError } from '../../../shared/errors.ts';
import type { AppError, ErrorParams } from '../../../shared/errors.ts';

/**
 * What went wrong, by the codes of Node (those of OpenSSL for certificates and TLS) and of Chromium (`net::ERR_…`). The
 * first line that fits counts.
 */
const certificate =
  /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|ERR_TLS_|ERR_CERT|ERR_SSL_|EPROTO$)/;
const timedOut = /TIMEDOUT$|TIMED_OUT$|_TIMEOUT$/;
const notHttp =
  /^(HPE_|Z_|ERR_CONTENT_DECODING|ERR_INVALID_(HTTP|CHUNKED)|ERR_RESPONSE_HEADERS|UND_ERR_HEADERS_OVERFLOW)/;
const noNetwork =
  /^(ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|EAI_AGAIN|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_IO_SUSPENDED|ERR_NETWORK_ACCESS_DENIED)$/;
const kinds: readonly (readonly [ErrorParams['unreachable']['kind'], RegExp])[] = [
  ['proxy', /^ERR_(PROXY_|TUNNEL_|SOCKS_|MANDATORY_PROXY|UNSUPPORTED_PROXY)/],
  ['host', /^(ENOTFOUND|EAI_(?!AGAIN)|ERR_NAME_|ERR_DNS_|ERR_ICANN_NAME_COLLISION)/],
  ['refused', /^(ECONNREFUSED|ERR_CONNECTION_(REFUSED|FAILED))$/],
  [
    'broken',
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_NETWORK_CHANGED|ERR_HTTP2_|ERR_QUIC_)/,
  ],
];

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
  for (const [kind, pattern] of kinds) {
    const reason = find(pattern);
    if (reason !== undefined) return appError('unreachable', { kind, reason });
  }
  const off = find(noNetwork);
  if (off !== undefined) return appError('offline', { reason: off });
  return appError('unreachable', { kind: 'other', reason: codes[0] ?? 'unknown' });
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
