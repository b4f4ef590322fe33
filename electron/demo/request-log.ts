import { demoTokens } from './tokens.ts';
import type { DemoTokenName } from './tokens.ts';

/** One request as the workspace saw it, in order of arrival. */
export interface LoggedRequest {
  readonly method: string;
  /** Below the API's base URL (`/profile/status`), or the whole path for anything outside of it (`/files/…`). */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON, `{multipart: […]}` with names and sizes, `{text, size}` for anything else, null for none. */
  readonly body: unknown;
  /** Which demo token came with it: never the token itself. Null without an `Authorization` header. */
  readonly token: DemoTokenName | 'unknown' | null;
  /** The response's `x-request-id`. */
  readonly requestId: string;
  /** When it arrived, epoch milliseconds of the workspace's clock. */
  readonly at: number;
  /** Null while there is no answer: still working, or hung, dropped or given up by the client. */
  readonly status: number | null;
  /** The kind of fault that was played, if any. */
  readonly fault: string | null;
}

/** Enough for any test; a demo left running for weeks forgets its oldest requests. */
const CAPACITY = 5000;

export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  /** Notes a request on arrival. The returned function notes its answer. */
  readonly open: (entry: Omit<LoggedRequest, 'status'>) => (status: number) => void;
  readonly clear: () => void;
}

type Entry = Omit<LoggedRequest, 'status'> & { status: number | null };

export function createRequestLog(): RequestLog {
  const entries: Entry[] = [];
  return {
    entries,
    open(given) {
      const { path, query, body } = given;
      const noted: Entry = { ...given, ...withoutTokens({ path, query, body }), status: null };
      entries.push(noted);
      if (entries.length > CAPACITY) entries.shift();
      return (status) => {
        noted.status = status;
      };
    },
    clear() {
      entries.length = 0;
    },
  };
}

/** A token that was sent where none belongs shows as `[token full]`, so that the log can be shown and the mistake seen. */
function withoutTokens<T>(value: T): T {
  let text = JSON.stringify(value);
  for (const [name, secret] of Object.entries(demoTokens)) text = text.replaceAll(secret, `[token ${name}]`);
  return JSON.parse(text) as T;
}
