import { appError } from '../../../shared/errors.ts';
import type { AppError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock, Fetch } from '../ports.ts';
import { networkError } from './network-error.ts';

/** How long one try may take by default, its body included, in milliseconds. */
export const TIMEOUT = 10_000;

/** One request. */
export interface HttpCall {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | undefined;
  /** Ends the request at once. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for everything, from the connection to the last byte of the body. */
  readonly timeout: number;
  /** The largest body to take, in bytes after decompression. */
  readonly limit: number;
}

/** One response, the body read. */
export interface HttpReply {
  readonly status: number;
  readonly requestId: string | null;
  readonly retryAfter: string | null;
  readonly date: string | null;
  /** Seconds since a cache stored it; null = it comes from no cache that says so. */
  readonly age: string | null;
  readonly contentType: string | null;
  /** Empty where there was none, and where it is of no use: see {@link exchange}. */
  readonly body: Uint8Array<ArrayBuffer>;
}

const NOTHING = new Uint8Array();

/** Anything longer or stranger is no identifier, and would end up in what a person copies into a bug report. */
const requestIdForm = /^[\w.:/+=-]{1,128}$/;

/**
 * Makes one request and reads its answer, with no cookies, no cache and no redirect.
 *
 * The body of a 2xx is read completely or the exchange fails. That of another status only explains it, so where it
 * cannot be read the status is what counts; for 429 and 5xx (HTML of a proxy, mostly) it is not even asked for.
 * @returns failures: `offline`, `unreachable`, `certificate`, `timeout`, `redirected`, `response_too_large`, `bad_response` where what
 *   came is not HTTP, `aborted` by the caller's signal. It never rejects.
 */
export async function exchange(ports: { fetch: Fetch; clock: Clock }, call: HttpCall): Promise<Result<HttpReply>> {
  if (call.signal?.aborted) return fail(appError('aborted', {}));

  const startedAt = ports.clock.monotonic();
  const seconds = (): number => Math.max(1, Math.round((ports.clock.monotonic() - startedAt) / 1000));
  const controller = new AbortController();
  const stopped: { by: AppError | null } = { by: null };
  const stop = (error: AppError): void => {
    stopped.by ??= error;
    controller.abort();
  };
  const onAbort = (): void => stop(appError('aborted', {}));
  call.signal?.addEventListener('abort', onAbort, { once: true });
  const cancelTimer = ports.clock.setTimer(call.timeout, () =>
    stop(appError('timeout', { seconds: call.timeout / 1000 })),
  );
  let requestId: string | null = null;

  try {
    // Node's type leaves `cache` out: it has no cache. Electron's `fetch` has one.
    const init: RequestInit & { cache: 'no-store' } = {
      method: call.method,
      headers: call.headers,
      ...(call.body === undefined ? {} : { body: call.body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
    };
    const response = await untilAborted(ports.fetch(call.url, init), controller.signal);
    const { status, headers } = response;
    requestId = requestIdForm.exec(headers.get('x-request-id') ?? '')?.[0] ?? null;
    const reply = {
      status,
      requestId,
      retryAfter: headers.get('retry-after'),
      date: headers.get('date'),
      age: headers.get('age'),
      contentType: headers.get('content-type'),
    };

    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      discard(response);
      return fail(appError('redirected', { status: status === 0 ? null : status }, requestId));
    }
    if (status === 429 || status >= 500) {
      discard(response);
      return ok({ ...reply, body: NOTHING });
    }
    const body = await readBody(response, call.limit, controller.signal).catch((error: unknown) => {
      if (response.ok || stopped.by?.code === 'aborted') throw error;
      return NOTHING;
    });
    if (body !== null) return ok({ ...reply, body });
    if (!response.ok) return ok({ ...reply, body: NOTHING });
    return fail(appError('response_too_large', { limit: call.limit }, requestId));
  } catch (error) {
    const failure = stopped.by ?? networkError(error, seconds());
    return fail(requestId === null ? failure : { ...failure, requestId });
  } finally {
    cancelTimer();
    call.signal?.removeEventListener('abort', onAbort);
  }
}

/** The body, or null once it is larger than `limit`. What its headers say about its length is not believed. */
async function readBody(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return NOTHING;
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return join(chunks, size);
      size += value.byteLength;
      if (size > limit) return null;
      chunks.push(value);
    }
  } finally {
    // After the last byte this does nothing; before it, it closes the connection.
    reader.cancel().catch(() => undefined);
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

/** Rejects as soon as `signal` is aborted, whether or not what is awaited takes notice of it. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new DOMException('Aborted', 'AbortError'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
