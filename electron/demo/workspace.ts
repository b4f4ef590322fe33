import { authenticate, forbidden, markUsed, tokenName } from './auth.ts';
import { describeBody } from './body.ts';
import type { ReceivedBody } from './body.ts';
import { createFaults } from './faults.ts';
import type { FaultQueue } from './faults.ts';
import { cast } from './people.ts';
import type { DemoLocale, Person } from './people.ts';
import { noAnswer, play } from './play.ts';
import { createRateLimit } from './rate-limit.ts';
import { errorItem, errors, text } from './replies.ts';
import type { Reply } from './replies.ts';
import { createRequestLog } from './request-log.ts';
import type { LoggedRequest } from './request-log.ts';
import { findRoute } from './routes/index.ts';
import type { StatusUpdate } from './routes/route.ts';
import type { Holder } from './scopes.ts';
import { createState } from './state.ts';
import { demoTokens } from './tokens.ts';
import type { DemoTokenName, DemoTokens } from './tokens.ts';

/** The path of the API on every host that serves it. */
export const API_PATH = '/api/shared/v1';

/** Largest request body in bytes; a proxy answers 413 above it. The real limit is undocumented. */
export const BODY_LIMIT = 20 * 1024 * 1024;

/** Names that resolve nowhere (RFC 2606): if a request for them ever reaches a network, it fails. */
const API_ORIGIN = 'https://demo.pachca-status.invalid';
const FILES_ORIGIN = 'https://files.demo.pachca-status.invalid';
const MAX_REDIRECTS = 20;

/** A status put in place behind the client's back. `expiresAt` in epoch milliseconds, in the past too. */
export interface ForeignStatus {
  readonly emoji: string;
  readonly title: string;
  readonly expiresAt?: number | null | undefined;
  readonly isAway?: boolean | undefined;
  readonly awayMessage?: string | null | undefined;
}

/** What happens in the workspace without the client: another client, an admin, the web interface. */
export interface Elsewhere {
  /**
   * Sets or clears somebody's status (Oleg's by default), without the checks a request goes through.
   *
   * @returns false when there is no such person.
   */
  readonly setStatus: (status: ForeignStatus | null, userId?: number) => boolean;
  /**
   * Sets or removes somebody's picture (Oleg's by default).
   *
   * @returns false when there is no such person, or the bytes are no picture.
   */
  readonly setAvatar: (bytes: Uint8Array<ArrayBuffer> | null, userId?: number) => boolean;
  /** Gives somebody another role. False when there is no such person. */
  readonly setRole: (role: Holder, userId: number) => boolean;
  /** Revokes a token: from now on it answers 401. */
  readonly revoke: (token: DemoTokenName) => void;
  /** Ticks other scopes in a token's settings. */
  readonly setScopes: (token: DemoTokenName, scopes: readonly string[]) => void;
}

/** A stateful, strict stand-in for the Pachca API with invented people. */
export interface DemoWorkspace {
  /**
   * The in-process door, usable wherever a `fetch` is injected: no port is opened, no network touched. Serves
   * {@link baseUrl}, the host of its pictures, and any `http://127.0.0.1:<port>` (an HTTP server in front of it); other
   * addresses fail like an unknown host. Redirect modes and abort signals work as in `fetch`.
   *
   * Rejects only as `fetch` does: with a `TypeError` when the address is bad or the connection "breaks", with the
   * signal's reason when aborted.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The API's base URL in-process, without a trailing slash. */
  readonly baseUrl: string;
  readonly tokens: DemoTokens;
  /** Every request that arrived completely, in order; grows in place. */
  readonly log: readonly LoggedRequest[];
  readonly clearLog: () => void;
  readonly faults: FaultQueue;
  readonly elsewhere: Elsewhere;
}

export interface DemoWorkspaceOptions {
  /** Epoch milliseconds; the computer's clock by default. Ends, lags and the rate limit go by it. */
  readonly now?: () => number;
  /** Names in English (the default) or Russian. */
  readonly locale?: DemoLocale;
  /** What `PUT …/status` does with fields left out; `replace` by default. Pachca documents neither. */
  readonly statusUpdate?: StatusUpdate;
}

/** A fresh workspace: nobody has a status, nothing was logged, no token was used. */
export function createDemoWorkspace(options: DemoWorkspaceOptions = {}): DemoWorkspace {
  const { now = Date.now, locale = 'en', statusUpdate = 'replace' } = options;
  const state = createState(locale, now());
  const faults = createFaults();
  const log = createRequestLog();
  const rateLimit = createRateLimit();

  const find = (userId: number): Person | undefined => state.people.find((person) => person.id === userId);

  /** Carries out one API call: who, how often, what, may they, then the operation itself. */
  async function api(request: Incoming): Promise<Reply> {
    const at = now();
    const caller = authenticate(state, request.authorization, at);
    if (!('token' in caller)) return caller;
    const wait = rateLimit.take(caller.token.kind, at);
    if (wait !== null) return text(429, 'text/plain', 'Retry later\n', { 'retry-after': String(wait) });

    const found = findRoute(request.method, request.path);
    if (found === null) {
      return errors(404, errorItem('base', 'not_found', `There is no ${request.method} ${request.path}.`));
    }
    const refusal = forbidden(caller, found.route.scope);
    if (refusal !== null) return refusal;
    const reply = await found.route.handle({
      state,
      caller,
      query: request.url.searchParams,
      body: request.body,
      id: found.id,
      now: at,
      filesUrl: `${isLoopback(request.url) ? request.url.origin : FILES_ORIGIN}/files`,
      statusUpdate,
    });
    markUsed(caller.token, at);
    return reply;
  }

  /** Pictures. Signed storage addresses refuse a request that carries credentials as well, so this does too. */
  function files({ method, path, authorization }: Incoming): Reply {
    if (authorization !== null) return text(400, 'text/plain', 'Only one auth mechanism is allowed.\n');
    const file = method === 'GET' ? state.avatarFile(path.replace(/^\/files\/avatars\//, '')) : null;
    return file === null
      ? text(404, 'text/plain', 'Not found\n')
      : { status: 200, headers: { 'content-type': file.type }, body: file.bytes };
  }

  async function respond(request: Incoming): Promise<Reply> {
    if (request.body.bytes.length > BODY_LIMIT) {
      return text(413, 'text/html', '<html><body><h1>413 Request Entity Too Large</h1></body></html>\n');
    }
    if (request.place === 'api') return api(request);
    return request.path.startsWith('/files/') ? files(request) : text(404, 'text/html', '<h1>404 Not Found</h1>\n');
  }

  async function answer(request: Incoming, signal: AbortSignal): Promise<Response> {
    const { method, path, url, authorization, body } = request;
    const requestId = crypto.randomUUID();
    const described = await describeBody(body);
    // From here to the operation nothing waits, so that the log's order is the order in which things were done.
    const fault = faults.take(method, path);
    const done = log.open({
      method,
      path,
      query: Object.fromEntries(url.searchParams),
      body: described,
      token: tokenName(state, authorization),
      requestId,
      at: now(),
      fault: fault?.play.kind ?? null,
    });
    const reply = fault === null ? await respond(request) : await play(fault, signal, now(), () => respond(request));
    const response = reply instanceof Response ? reply : new Response(reply.body, reply);
    if (!response.headers.has('date')) response.headers.set('date', new Date(now()).toUTCString());
    if (!response.headers.has('x-request-id')) response.headers.set('x-request-id', requestId);
    done(response.status);
    return response;
  }

  async function exchange(request: Request, signal: AbortSignal, redirects: number): Promise<Response> {
    const body = new Uint8Array(await request.arrayBuffer());
    signal.throwIfAborted();
    const incoming = receive(request, body);
    if (incoming === null) {
      throw noAnswer(`getaddrinfo ENOTFOUND ${new URL(request.url).hostname}`, 'ENOTFOUND');
    }
    const response = await answer(incoming, signal);
    signal.throwIfAborted();
    const next = redirectOf(request, body, response);
    if (next === null) return response;
    if (redirects >= MAX_REDIRECTS) throw noAnswer('redirect count exceeded', 'UND_ERR');
    return exchange(next, signal, redirects + 1);
  }

  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      // The caller's own signal: the request's copy may be collected while nobody holds the request.
      const signal = init?.signal ?? request.signal;
      signal.throwIfAborted();
      return exchange(request, signal, 0);
    },
    baseUrl: `${API_ORIGIN}${API_PATH}`,
    tokens: demoTokens,
    log: log.entries,
    clearLog: log.clear,
    faults,
    elsewhere: {
      setStatus(status, userId = cast.oleg) {
        const person = find(userId);
        if (person === undefined) return false;
        person.status = status && {
          emoji: status.emoji,
          title: status.title,
          expiresAt: status.expiresAt ?? null,
          isAway: status.isAway ?? false,
          awayMessage: status.awayMessage ?? null,
        };
        return true;
      },
      setAvatar(bytes, userId = cast.oleg) {
        const person = find(userId);
        if (person === undefined) return false;
        if (bytes !== null) return state.setAvatar(person, bytes);
        state.removeAvatar(person);
        return true;
      },
      setRole(role, userId) {
        const person = find(userId);
        if (person === undefined) return false;
        person.role = role;
        return true;
      },
      revoke(name) {
        for (const token of state.tokens) if (token.kind === name) token.revoked = true;
      },
      setScopes(name, scopes) {
        for (const token of state.tokens) if (token.kind === name) token.scopes = [...scopes];
      },
    },
  };
}

/** A request that has arrived completely. */
interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly place: 'api' | 'elsewhere';
  /** Below the base URL for the API, whole elsewhere. */
  readonly path: string;
  readonly authorization: string | null;
  readonly body: ReceivedBody;
}

const isLoopback = (url: URL): boolean => url.protocol === 'http:' && url.hostname === '127.0.0.1';

/** Null when the address is not one of the workspace's. */
function receive(request: Request, bytes: Uint8Array<ArrayBuffer>): Incoming | null {
  const url = new URL(request.url);
  if (url.origin !== API_ORIGIN && url.origin !== FILES_ORIGIN && !isLoopback(url)) return null;
  const onApi = url.origin !== FILES_ORIGIN && url.pathname.startsWith(`${API_PATH}/`);
  return {
    method: request.method,
    url,
    place: onApi ? 'api' : 'elsewhere',
    path: onApi ? url.pathname.slice(API_PATH.length) : url.pathname,
    authorization: request.headers.get('authorization'),
    body: { bytes, contentType: request.headers.get('content-type') ?? '' },
  };
}

/**
 * The request a redirect leads to, by the request's mode as in the Fetch standard: `manual` keeps the answer as it is
 * (Node's behaviour), `error` throws, `follow` goes on, without the token when that is another origin.
 */
function redirectOf(request: Request, body: Uint8Array<ArrayBuffer>, response: Response): Request | null {
  const location = response.headers.get('location');
  if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) return null;
  if (request.redirect === 'manual') return null;
  if (request.redirect === 'error') throw noAnswer('unexpected redirect', 'UND_ERR');
  const url = new URL(location, request.url);
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) headers.delete('authorization');
  const toGet = response.status === 303 && request.method !== 'GET';
  const method = toGet ? 'GET' : request.method;
  return new Request(url, { method, headers, body: method === 'GET' || method === 'HEAD' ? null : body });
}
