import type { Caller } from '../auth.ts';
import type { ReceivedBody } from '../body.ts';
import type { Reply } from '../replies.ts';
import type { WorkspaceState } from '../state.ts';

/** What an operation gets to work with, its scope checked already. */
export interface RouteContext {
  readonly state: WorkspaceState;
  readonly caller: Caller;
  readonly query: URLSearchParams;
  readonly body: ReceivedBody;
  /** The value of the path's `:id`, or an empty string. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where this request's sender finds files, without a trailing slash. */
  readonly filesUrl: string;
  /** What `PUT …/status` does with fields left out. */
  readonly statusUpdate: StatusUpdate;
}

/** `replace` takes a missing field as its default, `merge` keeps what was there. Which one Pachca does is unknown. */
export type StatusUpdate = 'replace' | 'merge';

/** One operation of the API. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Below the base URL; one `:id` may stand for a segment. */
  readonly path: string;
  /** The scope it needs; null for any live token. */
  readonly scope: string | null;
  readonly handle: (context: RouteContext) => Reply | Promise<Reply>;
}
