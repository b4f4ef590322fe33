import { appError, type AppError } from '../../../shared/errors.ts';
import { fail, type Result } from '../../../shared/result.ts';
import type { NeededScope } from '../../../shared/scopes.ts';
import type { Clock, Fetch } from '../ports.ts';
import { isPage, responseError, withoutToken } from './errors.ts';
import { exchange, TIMEOUT, type HttpCall, type HttpReply } from './http.ts';
import { createPace, type Pace } from './pace.ts';
import { isRetried, MAX_RETRIES, MAX_WAIT, parseRetryAfter, sleep, waitBefore } from './retry.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

/** The largest answer that is read, in bytes. Real ones have a few kilobytes. */
export const BODY_LIMIT = 1024 * 1024;

/** How long one try of sending a picture may take, in milliseconds: a megabyte over a slow mobile network. */
export const UPLOAD_TIMEOUT = 60_000;

/** For one call. */
export interface CallOptions {
  /** Ends the call at once, whether it is under way or waits for its next try; it then gives `aborted`. */
  readonly signal?: AbortSignal;
  /**
   * Called when the call begins to wait, with the time of its next try in epoch milliseconds: after a failure of its own,
   * or because the server asked anybody with this token to wait. Again when that time moves.
   */
  readonly onWait?: (retryAt: number) => void;
  /** Called when the wait is over and the next try begins. */
  readonly onTry?: () => void;
}

/** What the client works with. */
export interface PachcaClientPorts {
  readonly fetch: Fetch;
  /** Without a slash at its end; checked by `parseApiUrl`. */
  readonly baseUrl: string;
  /** Checked by `checkToken`. It goes into the `Authorization` header and nowhere else. */
  readonly token: string;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Shared with all other clients for this token; one of its own by default. */
  readonly pace?: Pace;
  /** Milliseconds for one try. 10 s by default, and {@link UPLOAD_TIMEOUT} for a picture. */
  readonly timeout?: number;
}

/** One of the API's operations. */
export interface Operation {
  readonly method: HttpCall['method'];
  readonly path: string;
  readonly scope: NeededScope | 'users:read' | null;
  /** A value is sent as JSON. A form is made anew for each try, because reading it uses it up. */
  readonly body?: { readonly json: unknown } | { readonly form: () => FormData };
}

/** Makes calls with one token. */
export interface Caller {
  /**
   * One operation with its repetitions.
   * @returns what came with the documented status of a success: 204 for DELETE, 200 for the rest. Any other 2xx is
   *   `unconfirmed` where something was to be changed.
   */
  readonly run: (operation: Operation, options?: CallOptions) => Promise<Result<HttpReply>>;
  readonly serverClock: ServerClock;
}

/** Makes the caller of one client. */
export function createCaller(ports: PachcaClientPorts): Caller {
  const { fetch, baseUrl, token, clock, random, pace = createPace(clock) } = ports;
  const serverClock = createServerClock(clock);

  async function run(operation: Operation, options: CallOptions = {}): Promise<Result<HttpReply>> {
    const { body } = operation;
    const isForm = body !== undefined && 'form' in body;
    const isChange = operation.method !== 'GET';
    const call: HttpCall = {
      method: operation.method,
      url: baseUrl + operation.path,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        // That of a form has a boundary in it, which `fetch` makes up.
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined || isForm ? {} : { body: JSON.stringify(body.json) }),
      signal: options.signal,
      timeout: ports.timeout ?? (isForm ? UPLOAD_TIMEOUT : TIMEOUT),
      limit: BODY_LIMIT,
    };
    let retry = 0;
    let broke = false;
    for (;;) {
      const turn = await pace.turn({ isChange, ...options });
      if (turn === 'aborted') return fail(appError('aborted', {}));
      if (turn !== 'go') return fail(turn);
      const sent = { wall: clock.now(), monotonic: clock.monotonic() };
      const reply = await exchange({ fetch, clock }, isForm ? { ...call, body: body.form() } : call);
      if (!reply.ok) {
        // Servers close connections that were idle, just when they are used again.
        if (broke || !isBroken(reply.error)) return reply;
        broke = true;
        continue;
      }
      const { status } = reply.value;
      if (status >= 200 && status < 300) {
        const success = confirmed(operation, reply.value);
        if (success.ok) serverClock.learn(reply.value, sent);
        return success;
      }
      if (!isRetried(status)) {
        if (!isPage(reply.value)) serverClock.learn(reply.value, sent);
        return fail(responseError(reply.value, { scope: operation.scope, token }));
      }
      const again = await wait(reply.value, retry, options);
      if (!again.ok) return again;
      retry += 1;
    }
  }

  /** Waits before the next try, or lets the pace wait; a failure where there is to be none. */
  async function wait(reply: HttpReply, retry: number, options: CallOptions): Promise<Result<null>> {
    const { status, requestId } = reply;
    const told = parseRetryAfter(reply.retryAfter, reply.date, clock.now());
    const isLast = retry === MAX_RETRIES;
    if (told !== null || status === 429) {
      // This is about the token: whoever else asks waits too. Requests of this token that repeat themselves are few.
      const milliseconds = waitBefore(Math.min(retry, MAX_RETRIES - 1), told, random()) ?? told ?? MAX_WAIT;
      pace.hold(milliseconds, (left) => withoutToken(askedToWait(status, left, requestId), token));
      if (isLast || (told !== null && told > MAX_WAIT)) return fail(askedToWait(status, told, requestId));
      return { ok: true, value: null };
    }
    if (isLast) return fail(appError('server_error', { status }, requestId));
    const milliseconds = waitBefore(retry, null, random()) ?? MAX_WAIT;
    options.onWait?.(clock.now() + milliseconds);
    if (!(await sleep(clock, milliseconds, options.signal))) return fail(appError('aborted', {}));
    options.onTry?.();
    return { ok: true, value: null };
  }

  return { run, serverClock };
}

const isBroken = (error: AppError): boolean => error.code === 'unreachable' && error.params.kind === 'broken';

/** @param milliseconds how long the server asks to wait; null = it does not say */
function askedToWait(status: number, milliseconds: number | null, requestId: string | null): AppError {
  const retryAfter = milliseconds === null ? null : Math.ceil(milliseconds / 1000);
  if (status === 429) return appError('rate_limited', { retryAfter }, requestId);
  const params = retryAfter === null || retryAfter * 1000 <= MAX_WAIT ? { status } : { status, retryAfter };
  return appError('server_error', params, requestId);
}

/** A 2xx that is the documented success of the operation. A proxy's page is none, and its word is not taken for Pachca's. */
function confirmed({ method }: Operation, reply: HttpReply): Result<HttpReply> {
  const { status, requestId } = reply;
  const page = isPage(reply);
  if (status === (method === 'DELETE' ? 204 : 200) && !page) return { ok: true, value: reply };
  if (method !== 'GET') return fail(appError('unconfirmed', { status, page }, requestId));
  return fail(
    page
      ? appError('foreign_page', { status }, requestId)
      : appError('bad_response', { reason: `a success of ${status}` }, requestId),
  );
}
