import type { QueuedFault } from './faults.ts';
import { errorItem, errors, refused, text, type Reply } from './replies.ts';

/** The beginning of an answer that never gets further. */
const FIRST_BYTES = '{"data":{"id":';
const PIECE = 'a'.repeat(65_536);

/** The message of the `TypeError` with which Node's `fetch` reports that it got no answer. */
const NO_ANSWER = 'fetch failed';

/** What `fetch` rejects with when there is no answer, for this reason and with Node's code for it. */
export const noAnswer = (reason: string, code: string): TypeError =>
  new TypeError(NO_ANSWER, { cause: Object.assign(new Error(reason), { code }) });

const RESET = 'read ECONNRESET';

/** Whether a rejection is that of a connection that was reset. */
export const isReset = (error: unknown): boolean =>
  error instanceof TypeError && error.cause instanceof Error && error.cause.message === RESET;

/** Whether a rejection is of that kind: an HTTP server in front breaks the connection then. */
export const isConnectionLost = (error: unknown): boolean => error instanceof TypeError && error.message === NO_ANSWER;

/** Rejects with the signal's reason once it is aborted, and never settles otherwise. */
function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as that is aborted. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([elapsed, givenUp(signal)]);
  } finally {
    clearTimeout(timer);
  }
}

const jsonStream = (status: number, body: ReadableStream<Uint8Array>): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

/** A body that begins and then breaks off (`cut`) or waits for the client to give up (`stall`). */
function unfinished(kind: 'cut' | 'stall', signal: AbortSignal): ReadableStream<Uint8Array> {
  let begun = false;
  return new ReadableStream(
    {
      async pull(controller) {
        if (!begun) {
          begun = true;
          controller.enqueue(new TextEncoder().encode(FIRST_BYTES));
          return;
        }
        if (kind === 'cut')
          throw new TypeError('terminated', {
            cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }),
          });
        await givenUp(signal);
      },
    },
    { highWaterMark: 0 },
  );
}

/** JSON of about `bytes` bytes, made while it is read, so that a client that stops early costs nothing. */
function huge(bytes: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = bytes;
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(encoder.encode('{"data":"')),
      pull(controller) {
        if (left > 0) controller.enqueue(encoder.encode(PIECE.slice(0, left)));
        left -= PIECE.length;
        if (left > 0) return;
        controller.enqueue(encoder.encode('"}'));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** How many bytes of a dripping body come at once. */
const DROP = 8;

/** A reply whose body comes slowly. */
function drip(reply: Reply, ms: number, signal: AbortSignal): Response {
  const bytes =
    typeof reply.body === 'string' ? new TextEncoder().encode(reply.body) : (reply.body ?? new Uint8Array());
  if (bytes.length === 0) return new Response(reply.body, reply);
  let at = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await wait(ms, signal);
        controller.enqueue(bytes.subarray(at, at + DROP));
        at += DROP;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, reply);
}

const PAGE = '<!doctype html><html><head><title>Sign in to the network</title></head><body>Hello</body></html>\n';

type Refusal = Extract<QueuedFault['play'], { kind: 'refuse' }>['why'];

const refusals: Readonly<Record<Refusal, Reply>> = {
  payment: errors(402, errorItem('base', 'payment_required', 'The company is suspended for non-payment.')),
  scope: refused(403, 'insufficient_scope', 'The access token lacks the scope for this operation.'),
  role: errors(403, errorItem('base', 'forbidden', 'The role of the token’s owner does not allow this.')),
  workspace: errors(403, errorItem('base', 'forbidden', 'Only administrators of the company may use the API.')),
  guest: errors(403, errorItem('base', 'access_denied', 'Guests have no access to the API.')),
};

/**
 * Plays a fault in place of an answer. Rejects, as `fetch` does, with {@link noAnswer} or with the signal's
 * reason.
 *
 * @param now the workspace's clock, epoch milliseconds
 * @param respond carries the operation out and says what it answers.
 */
export async function play(
  fault: QueuedFault,
  signal: AbortSignal,
  now: number,
  respond: () => Promise<Reply>,
): Promise<Reply | Response> {
  const done = fault.applied ? await respond() : null;
  const { play: what } = fault;
  switch (what.kind) {
    case 'reply': {
      const nobody = what.status === 204 || what.status === 205 || what.status === 304;
      return { status: what.status, headers: what.headers, body: nobody ? null : what.body };
    }
    case 'hang':
      return givenUp(signal);
    case 'drop':
      throw noAnswer('socket hang up', 'ECONNRESET');
    case 'cut':
    case 'stall':
      return jsonStream(200, unfinished(what.kind, signal));
    case 'huge':
      return jsonStream(200, huge(what.bytes));
    case 'delay':
      await wait(what.ms, signal);
      return done ?? respond();
    case 'crawl':
      return done ?? respond();
    case 'page':
      return text(what.status, 'text/html; charset=utf-8', what.status === 204 ? '' : PAGE);
    case 'reset':
      throw noAnswer(RESET, 'ECONNRESET');
    case 'drip':
      return drip(done ?? (await respond()), what.ms, signal);
    case 'unauthorized':
      return refused(401, 'invalid_token', 'The access token is invalid.');
    case 'wait':
      return text(what.status, 'text/plain', 'Retry later\n', { 'retry-after': String(what.seconds) });
    case 'refuse':
      return refusals[what.why];
    case 'clock': {
      const reply = done ?? (await respond());
      return { ...reply, headers: { ...reply.headers, date: new Date(now + what.ms).toUTCString() } };
    }
  }
}
