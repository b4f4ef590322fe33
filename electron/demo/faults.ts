import * as v from 'valibot';

/** What can go wrong on the way. Plain data, so that another process can ask for it too. */
export const faultSchema = v.object({
  /** Which requests: a method, a path as the log writes it, both, or (left out) any. */
  on: v.optional(v.object({ method: v.optional(v.string()), path: v.optional(v.string()) }), {}),
  /** For how many matching requests; 1 when left out. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  /** True: the operation is carried out first and only its answer is lost. */
  applied: v.optional(v.boolean(), false),
  play: v.variant('kind', [
    /** Any answer: 429 with `Retry-After`, a proxy's HTML, something that is not JSON, a redirect. */
    v.object({
      kind: v.literal('reply'),
      status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.optional(v.string(), ''),
    }),
    /** No answer, until the client gives up. */
    v.object({ kind: v.literal('hang') }),
    /** The headers and the first bytes of an answer, then nothing, until the client gives up. */
    v.object({ kind: v.literal('stall') }),
    /** The connection breaks before any answer. */
    v.object({ kind: v.literal('drop') }),
    /** The connection breaks in the middle of the answer's body. */
    v.object({ kind: v.literal('cut') }),
    /** 200 with a JSON body of about this many bytes, sent in pieces and without a length. */
    v.object({ kind: v.literal('huge'), bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    /** The ordinary answer, this many milliseconds late. */
    v.object({ kind: v.literal('delay'), ms: v.pipe(v.number(), v.minValue(0)) }),
    /**
     * The ordinary answer to a body that is read slowly: with a pause of this many milliseconds before each 64 KiB or so.
     * Over HTTP only; in-process there is no wire.
     */
    v.object({ kind: v.literal('crawl'), ms: v.pipe(v.number(), v.minValue(0)) }),
    /** A web page: the sign-in page of a network, or what a proxy or a firewall says. */
    v.object({
      kind: v.literal('page'),
      status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 200),
    }),
    /** The connection is reset before any answer. */
    v.object({ kind: v.literal('reset') }),
    /** The ordinary answer, whose body comes in pieces of a few bytes with a pause of this many milliseconds before each. */
    v.object({ kind: v.literal('drip'), ms: v.pipe(v.number(), v.minValue(0)) }),
    /** 401 as for a token nobody knows. */
    v.object({ kind: v.literal('unauthorized') }),
    /** Asked to wait: 429, or 503, with `Retry-After` in seconds. */
    v.object({
      kind: v.literal('wait'),
      status: v.optional(v.picklist([429, 503]), 429),
      seconds: v.pipe(v.number(), v.minValue(0)),
    }),
    /**
     * 402, because the workspace is suspended for non-payment, or 403: the token lacks the scope, the role does not allow
     * it, the workspace lets only administrators use the API, or the owner is a guest.
     */
    v.object({
      kind: v.literal('refuse'),
      why: v.picklist(['payment', 'scope', 'role', 'workspace', 'guest']),
    }),
    /** The ordinary answer of a server whose clock (the `Date` header) is ahead by this many milliseconds. */
    v.object({ kind: v.literal('clock'), ms: v.pipe(v.number(), v.integer()) }),
  ]),
});

/** A fault as a test writes it, e.g. `{on: {path: '/profile'}, play: {kind: 'reply', status: 503, body: '<html>'}}`. */
export type Fault = v.InferInput<typeof faultSchema>;
export type QueuedFault = v.InferOutput<typeof faultSchema>;

/** The faults waiting to be played. Among those that match a request, the oldest one is. */
export interface FaultQueue {
  /** Throws valibot's `ValiError` for a number out of range: a mistake in the test that plants it. */
  readonly add: (...faults: readonly Fault[]) => void;
  readonly clear: () => void;
  /** For an HTTP server, before it reads a body: how long to pause before each piece. Uses up the fault that says so. */
  readonly takePause: (method: string, path: string) => number;
  /** How many requests will still be spoilt. */
  readonly pending: number;
}

/** The queue with the workspace's own end of it. */
export interface FaultSource extends FaultQueue {
  /** The fault to play for this request, if any; uses it up once. */
  readonly take: (method: string, path: string) => QueuedFault | null;
}

export function createFaults(): FaultSource {
  const queue: QueuedFault[] = [];

  const find = (method: string, path: string): QueuedFault | null =>
    queue.find(({ on }) => (on.method ?? method) === method && (on.path ?? path) === path) ?? null;

  function use(fault: QueuedFault): void {
    fault.times -= 1;
    if (fault.times === 0) queue.splice(queue.indexOf(fault), 1);
  }

  return {
    add(...faults) {
      queue.push(...faults.map((fault) => v.parse(faultSchema, fault)));
    },
    clear() {
      queue.length = 0;
    },
    get pending() {
      return queue.reduce((sum, fault) => sum + fault.times, 0);
    },
    takePause(method, path) {
      const fault = find(method, path);
      if (fault?.play.kind !== 'crawl') return 0;
      use(fault);
      return fault.play.ms;
    },
    take(method, path) {
      const fault = find(method, path);
      if (fault) use(fault);
      return fault;
    },
  };
}
