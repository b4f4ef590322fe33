import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BODY_LIMIT } from '../../../../electron/services/pachca/call.ts';
import type { PachcaClientPorts } from '../../../../electron/services/pachca/call.ts';
import type { PachcaClient } from '../../../../electron/services/pachca/client.ts';
import { ok } from '../../../../shared/result.ts';
import { createFakeClock, settle } from '../../../support/clock.ts';
import { clientAt, realClock, startRawServer, TOKEN } from './support.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Milliseconds; short, for tests that wait for it. */
const TIMEOUT = 150;

const overServer = async (answer: RequestListener, ports: Partial<PachcaClientPorts> = {}): Promise<PachcaClient> =>
  clientAt((await startRawServer(answer)).url, ports);

/** A clock on which ten seconds pass once the headers of an answer have come, however slow this computer is. */
function tenSecondsAfterHeaders(): Pick<PachcaClientPorts, 'clock' | 'fetch'> {
  const clock = createFakeClock('2026-11-21T09:00:00Z');
  return {
    clock,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      void clock.advance(10_000);
      return response;
    },
  };
}

describe('time', () => {
  it('is up after the limit where the server says nothing', async () => {
    const client = await overServer(() => undefined, { timeout: TIMEOUT });
    expect(await client.status()).toEqual({ ok: false, error: { code: 'timeout', params: { seconds: 0.15 } } });
  });

  it('is up after the limit where the body never ends', async () => {
    const client = await overServer((_, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'x-request-id': 'r-4' }).write('{"data":');
    }, tenSecondsAfterHeaders());
    expect(await client.status()).toEqual({
      ok: false,
      error: { code: 'timeout', params: { seconds: 10 }, requestId: 'r-4' },
    });
  });

  it('is up even where `fetch` takes no notice of being aborted', async () => {
    const client = clientAt('https://pachca.invalid', { timeout: TIMEOUT, fetch: () => new Promise(() => undefined) });
    expect(await client.status()).toMatchObject({ ok: false, error: { code: 'timeout' } });
  });

  it('is ten seconds for each try', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const client = clientAt('https://pachca.invalid', { clock, fetch: () => new Promise(() => undefined) });
    let result: unknown = null;
    void client.status().then((value) => (result = value));
    await clock.advance(9_999);
    expect(result).toBeNull();
    await clock.advance(1);
    expect(result).toEqual({ ok: false, error: { code: 'timeout', params: { seconds: 10 } } });
  });

  it('does not turn a clear refusal into a time-out where only the refusal’s body hangs', async () => {
    const client = await overServer(
      (_, response) => void response.writeHead(401).write('{"error"'),
      tenSecondsAfterHeaders(),
    );
    expect(await client.status()).toMatchObject({ ok: false, error: { code: 'token_rejected' } });
  });

  it('leaves no timer behind', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const server = await startRawServer((_, response) => response.end('null'));
    expect(await clientAt(server.url, { clock }).status()).toEqual(ok(null));
    expect(clock.waiting).toBe(0);
  });
});

describe('giving up', () => {
  const aborted = { ok: false, error: { code: 'aborted', params: {} } };

  it('sends nothing where that was decided before', async () => {
    const server = await startRawServer((_, response) => response.end('null'));
    expect(await clientAt(server.url).status({ signal: AbortSignal.abort() })).toEqual(aborted);
    expect(server.requests).toHaveLength(0);
  });

  it('ends a request that is under way, and closes its connection', async () => {
    const giveUp = new AbortController();
    const closed: Promise<unknown>[] = [];
    const client = await overServer((request) => {
      closed.push(once(request.socket, 'close'));
      giveUp.abort();
    });
    expect(await client.status({ signal: giveUp.signal })).toEqual(aborted);
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  it('ends a body that is under way', async () => {
    const giveUp = new AbortController();
    const client = await overServer((_, response) => {
      response.writeHead(200, JSON_TYPE).write('{"data":');
      setTimeout(() => giveUp.abort(), 20);
    });
    expect(await client.status({ signal: giveUp.signal })).toEqual(aborted);
  });

  it('is told from a time-out where both could be meant', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const giveUp = new AbortController();
    const client = clientAt('https://pachca.invalid', { clock, fetch: () => new Promise(() => undefined) });
    const result = client.status({ signal: giveUp.signal });
    await settle();
    giveUp.abort();
    await clock.advance(10_000);
    expect(await result).toEqual(aborted);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308, 300, 304])('%d is refused, and what it points to gets nothing', async (status) => {
    const elsewhere = await startRawServer((_, response) => response.end('null'));
    const client = await overServer((_, response) => {
      response.writeHead(status, { location: `${elsewhere.url}/profile/status`, 'x-request-id': 'r-5' }).end();
    });
    expect(await client.status()).toEqual({
      ok: false,
      error: { code: 'redirected', params: { status }, requestId: 'r-5' },
    });
    expect(elsewhere.requests).toHaveLength(0);
  });

  it('is refused in both forms in which other implementations of `fetch` show it', async () => {
    const rejecting = clientAt('https://pachca.invalid', {
      fetch: () => Promise.reject(new Error('Redirect was cancelled')),
    });
    const opaque = Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } });
    const hiding = clientAt('https://pachca.invalid', { fetch: () => Promise.resolve(opaque) });
    const refusal = { ok: false, error: { code: 'redirected', params: { status: null } } };
    expect(await rejecting.status()).toEqual(refusal);
    expect(await hiding.status()).toEqual(refusal);
  });
});

describe('the size of a body', () => {
  const tooLarge = { ok: false, error: { code: 'response_too_large', params: { limit: BODY_LIMIT } } };

  it('may be just the limit', async () => {
    const start = JSON.stringify({ data: null });
    const client = await overServer((_, response) => response.end(start.padEnd(BODY_LIMIT)));
    expect(await client.status()).toEqual(ok(null));
  });

  it('may not be one byte more', async () => {
    const client = await overServer((_, response) => response.end('null'.padEnd(BODY_LIMIT + 1)));
    expect(await client.status()).toEqual(tooLarge);
  });

  it('is counted while it comes: a stream without end is cut off', async () => {
    const closed: Promise<unknown>[] = [];
    const client = await overServer((_, response) => {
      closed.push(once(response, 'close'));
      const piece = randomBytes(65_536);
      const pour = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', pour);
      response.writeHead(200, JSON_TYPE);
      pour();
    });
    expect(await client.status()).toEqual(tooLarge);
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  it('is counted after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * BODY_LIMIT, ' '));
    expect(bomb.length).toBeLessThan(BODY_LIMIT);
    const client = await overServer((_, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await client.status()).toEqual(tooLarge);
  });

  it('does not hide a refusal: the status counts', async () => {
    const client = await overServer((_, response) => response.writeHead(403).end(randomBytes(BODY_LIMIT + 1)));
    expect(await client.status()).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('of a server in trouble is not waited for', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const server = await startRawServer((_, response) => void response.writeHead(503).write('<html>'));
    const result = await clientAt(server.url, { clock }).status({ onWait: () => void clock.advance(4000) });
    expect(result).toMatchObject({ ok: false, error: { code: 'server_error' } });
    expect(server.requests).toHaveLength(4);
  });
});

describe('a connection', () => {
  it('that is refused is told with its short code', async () => {
    // A port that `fetch` allows and where nothing listens.
    const client = clientAt('http://127.0.0.1:2');
    expect(await client.status()).toEqual({
      ok: false,
      error: { code: 'unreachable', params: { kind: 'refused', reason: 'ECONNREFUSED' } },
    });
  });

  const broken = { ok: false, error: { code: 'unreachable', params: { kind: 'broken' } } };

  it('that breaks before the answer is tried again at once, and only once', async () => {
    const server = await startRawServer((request) => request.socket.destroy());
    const waits: number[] = [];
    expect(await clientAt(server.url).status({ onWait: (at) => waits.push(at) })).toMatchObject(broken);
    expect(server.requests).toHaveLength(2);
    expect(waits).toEqual([]);
  });

  it.each(['before the answer', 'in its body'])('that breaks once %s does no harm', async (where) => {
    const server = await startRawServer((request, response) => {
      if (server.requests.length > 1) response.end('null');
      else if (where === 'in its body') response.writeHead(200, JSON_TYPE).write('nu', () => request.socket.destroy());
      else request.socket.destroy();
    });
    expect(await clientAt(server.url).status()).toEqual(ok(null));
  });

  it('that breaks in the middle of the body is no success, whatever length was announced', async () => {
    const client = await overServer((request, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '5000' }).write('null', () => request.socket.end());
    });
    expect(await client.status()).toMatchObject(broken);
  });

  it('on which something else than HTTP is spoken is an answer that was not understood', async () => {
    const client = await overServer((request) => request.socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n'));
    expect(await client.status()).toMatchObject({ ok: false, error: { code: 'bad_response' } });
  });

  it('whose compression is broken is an answer that was not understood', async () => {
    const client = await overServer((_, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end('this is no gzip');
    });
    expect(await client.status()).toMatchObject({ ok: false, error: { code: 'bad_response' } });
  });
});

describe('the token', () => {
  const echoes: [string, RequestListener][] = [200, 302, 400, 401, 402, 403, 404, 409, 410, 418, 422].flatMap(
    (status) =>
      [
        TOKEN,
        JSON.stringify({ data: TOKEN }),
        JSON.stringify({ error: 'insufficient_scope', error_description: `Bearer ${TOKEN} lacks ${TOKEN}:read` }),
        JSON.stringify({ error: TOKEN, error_description: TOKEN }),
        JSON.stringify({ errors: [{ key: TOKEN, code: TOKEN, message: `Bad: ${TOKEN}`, value: TOKEN }] }),
      ].map((body): [string, RequestListener] => [
        `${status} ${body.slice(0, 12)}`,
        (_, response) => {
          const headers = { 'x-request-id': TOKEN, location: `/${TOKEN}`, 'www-authenticate': TOKEN };
          response.writeHead(status, `Echo ${TOKEN}`, headers).end(body);
        },
      ]),
  );
  const faults: [string, RequestListener][] = [
    ...echoes,
    ['no answer', () => undefined],
    ['a broken connection', (request) => request.socket.destroy()],
    ['garbage', (request) => request.socket.end(`${TOKEN}\r\n\r\n`)],
    ['half a body', (request, response) => void response.writeHead(200).write(TOKEN, () => request.socket.end())],
    [
      'too many requests',
      (_, response) => response.writeHead(429, { 'retry-after': '61', 'x-request-id': TOKEN }).end(TOKEN),
    ],
  ];

  it.each(faults)('is in no failure, even where the server repeats it (%s)', async (_, answer) => {
    const client = await overServer(answer, { timeout: TIMEOUT });
    const failure = await client.profile();
    expect(failure.ok).toBe(false);
    expect(JSON.stringify(failure)).not.toContain(TOKEN);
  });

  it('is in no failure of a `fetch` that names it', async () => {
    const error = Object.assign(new TypeError(`Bearer ${TOKEN}`, { cause: new Error(TOKEN) }), { code: TOKEN });
    const client = clientAt('https://pachca.invalid', { clock: realClock, fetch: () => Promise.reject(error) });
    expect(JSON.stringify(await client.profile())).not.toContain(TOKEN);
  });
});
