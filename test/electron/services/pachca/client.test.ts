import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../../electron/demo/server.ts';
import type { DemoServer } from '../../../../electron/demo/server.ts';
import type { DemoTokenName } from '../../../../electron/demo/tokens.ts';
import { createDemoWorkspace } from '../../../../electron/demo/workspace.ts';
import type { PachcaClient } from '../../../../electron/services/pachca/client.ts';
import { responseError } from '../../../../electron/services/pachca/errors.ts';
import { ok } from '../../../../shared/result.ts';
import type { Status } from '../../../../shared/status.ts';
import { createFakeClock } from '../../../support/clock.ts';
import { clientAt, startRawServer, TOKEN } from './support.ts';

const HOUR = 3_600_000;

const vacation = (): Status => ({
  emoji: '🏖️',
  title: 'On vacation',
  expiresAt: Date.now() + HOUR,
  isAway: true,
  awayMessage: 'Back on Monday.',
});
const focus: Status = { emoji: '🎯', title: 'Focus', expiresAt: null, isAway: false, awayMessage: null };

let demo: DemoServer;
beforeAll(async () => {
  demo = await startDemoServer();
});
afterAll(() => demo.close());
beforeEach(() => {
  demo.workspace.elsewhere.setStatus(null);
  demo.workspace.faults.clear();
  demo.workspace.clearLog();
});

const as = (token: DemoTokenName): PachcaClient => clientAt(demo.url, { token: demo.tokens[token] });
const sent = (): string[] => demo.workspace.log.map(({ method, path }) => `${method} ${path}`);

/** A client of a server that gives the same answer to everything. */
async function answeredWith(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<PachcaClient> {
  const server = await startRawServer((_, response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  return clientAt(server.url);
}

describe('what the client sends', () => {
  it('carries the token in the Authorization header and nowhere else, and neither cookies nor an address it came from', async () => {
    const server = await startRawServer((_, response) => {
      response.writeHead(204, { 'set-cookie': 'session=1; Path=/' }).end();
    });
    const client = clientAt(`${server.url}/api/shared/v1`);
    await client.clearStatus();
    await client.clearStatus();
    for (const { url, method, headers } of server.requests) {
      expect([method, url]).toEqual(['DELETE', '/api/shared/v1/profile/status']);
      expect(headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, accept: 'application/json' });
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('origin');
      expect(JSON.stringify({ url, ...headers, authorization: '' })).not.toContain(TOKEN);
    }
    expect(server.requests).toHaveLength(2);
  });

  it('writes every field of a status, the end in UTC with milliseconds', async () => {
    const status = { ...vacation(), expiresAt: Math.floor(Date.now() / 1000) * 1000 + HOUR };
    expect(await as('full').setStatus(status)).toEqual(ok(status));
    expect(demo.workspace.log.map(({ body }) => body)).toEqual([
      {
        status: {
          emoji: '🏖️',
          title: 'On vacation',
          expires_at: new Date(status.expiresAt).toISOString(),
          is_away: true,
          away_message: 'Back on Monday.',
        },
      },
    ]);
  });

  it('leaves the end out where there is none, and says that it is not away and has no message', async () => {
    expect(await as('full').setStatus(focus)).toEqual(ok(focus));
    expect(demo.workspace.log.map(({ body }) => body)).toEqual([
      { status: { emoji: '🎯', title: 'Focus', is_away: false, away_message: '' } },
    ]);
  });

  it('leaves no away message behind on a server that merges, and gives back the end that such a server keeps', async () => {
    const workspace = createDemoWorkspace({ statusUpdate: 'merge' });
    const client = clientAt(workspace.baseUrl, {
      fetch: (url, init) => workspace.fetch(url, init),
      token: workspace.tokens.full,
    });
    const before = vacation();
    await client.setStatus(before);
    expect(await client.setStatus(focus)).toEqual(ok({ ...focus, expiresAt: before.expiresAt }));
  });

  it.each([NaN, Infinity, -1, 8.64e15])('refuses an end of %d before anything is sent', async (expiresAt) => {
    const result = await as('full').setStatus({ ...focus, expiresAt });
    expect(result).toMatchObject({ ok: false, error: { code: 'bad_input', params: { field: 'expiresAt' } } });
    expect(sent()).toEqual([]);
  });
});

describe('what the client reads', () => {
  it('tells what a token is and may do', async () => {
    expect(await as('read-only').tokenInfo()).toMatchObject({
      ok: true,
      value: { userId: 1002, expiresIn: null, scopes: expect.arrayContaining(['profile:read']) as string[] },
    });
    expect(await as('no-scope').tokenInfo()).toMatchObject({ ok: true, value: { scopes: [] } });
    expect(await as('bot').tokenInfo()).toMatchObject({ ok: true, value: { name: null } });
    expect(await as('expiring').tokenInfo()).toMatchObject({
      ok: true,
      value: { expiresIn: expect.any(Number) as number },
    });
  });

  it('reads the profile as far as the app shows it, a bot’s too', async () => {
    expect(await as('full').profile()).toEqual(
      ok({
        userId: 1002,
        name: 'Oleg Petrov',
        nickname: 'olegp',
        email: 'oleg@acme.example',
        bot: false,
        role: 'admin',
        timeZone: 'Europe/Moscow',
        imageUrl: null,
        status: null,
      }),
    );
    expect(await as('bot').profile()).toMatchObject({ ok: true, value: { bot: true } });
  });

  it('reads a status inside the profile, whose end comes with an offset', async () => {
    const status = { ...vacation(), expiresAt: Math.floor(Date.now() / 1000) * 1000 + HOUR };
    await as('full').setStatus(status);
    expect(await as('full').profile()).toMatchObject({ ok: true, value: { status } });
  });

  it.each([
    ['blank texts', { first_name: ' ', last_name: '', nickname: '', email: '', image_url: '' }, { name: null }],
    ['only a last name', { first_name: null, last_name: 'Petrov' }, { name: 'Petrov' }],
    ['a zone that no computer knows', { time_zone: 'Moscow' }, { timeZone: null }],
    ['no field but the id', {}, { name: null, nickname: null, bot: false, timeZone: null, status: null }],
  ])('reads a profile with %s', async (_, user, expected) => {
    const client = await answeredWith(200, { data: { id: 7, ...user } });
    expect(await client.profile()).toMatchObject({ ok: true, value: { userId: 7, ...expected } });
  });

  it('reads a bare null as no status, and what was set as it was set', async () => {
    const client = as('full');
    expect(await client.status()).toEqual(ok(null));
    const status = vacation();
    await client.setStatus(status);
    expect(await client.status()).toEqual(ok(status));
    expect(await client.clearStatus()).toEqual(ok(null));
    expect(await client.status()).toEqual(ok(null));
    expect(sent()).toEqual([
      'GET /profile/status',
      'PUT /profile/status',
      'GET /profile/status',
      'DELETE /profile/status',
      'GET /profile/status',
    ]);
  });

  const someStatus = { emoji: '🎯', title: 'Focus', expires_at: null, is_away: false, away_message: null };
  it.each([
    ['an end in UTC', { expires_at: '2026-12-01T20:59:59.000Z' }, { expiresAt: Date.UTC(2026, 11, 1, 20, 59, 59) }],
    [
      'an end with an offset',
      { expires_at: '2026-12-01T23:59:59+03:00' },
      { expiresAt: Date.UTC(2026, 11, 1, 20, 59, 59) },
    ],
    ['an away message', { is_away: true, away_message: { text: 'Hi' } }, { isAway: true, awayMessage: 'Hi' }],
    ['an empty away message', { away_message: { text: '' } }, { awayMessage: null }],
    ['fields nobody knows yet', { colour: 'red', away_message: { text: 'Hi', html: '' } }, { awayMessage: 'Hi' }],
  ])('reads a status with %s', async (_, fields, expected) => {
    const client = await answeredWith(200, { data: { ...someStatus, ...fields }, meta: {} });
    expect(await client.status()).toMatchObject({ ok: true, value: expected });
  });

  it('reads a null inside the wrapper as no status too', async () => {
    expect(await (await answeredWith(200, { data: null })).status()).toEqual(ok(null));
  });

  it.each([201, 202, 204, 206])('takes %d for no answer: a read has one documented success', async (status) => {
    expect(await (await answeredWith(status, status === 204 ? '' : 'null')).status()).toMatchObject({
      ok: false,
      error: { code: 'bad_response' },
    });
  });

  it.each([
    ['200', 200, {}],
    ['200 that calls itself JSON', 200, { 'content-type': 'application/json' }],
    ['202', 202, { 'content-type': 'text/html' }],
    ['403, which a proxy says and not Pachca', 403, {}],
    ['404', 404, {}],
    ['511', 511, {}],
  ])('knows a page for what it is, though it comes with %s', async (_, status, headers) => {
    const client = await answeredWith(status, '<!doctype html><title>Log in</title>', headers);
    expect(await client.status()).toMatchObject({ ok: false, error: { code: 'foreign_page', params: { status } } });
  });

  it('reads JSON that begins with a byte order mark', async () => {
    const client = await answeredWith(200, `\ufeff${JSON.stringify({ data: someStatus })}`);
    expect(await client.status()).toMatchObject({ ok: true, value: { title: 'Focus' } });
  });

  it.each([
    ['nothing', '', 'empty body'],
    ['half of it', '{"data":{"emoji":"', 'not JSON'],
    ['something without the wrapper', someStatus, 'data: expected'],
    ['a title that is no text', { data: { ...someStatus, title: 7 } }, 'data.title: expected string'],
    [
      'an away message as in the request',
      { data: { ...someStatus, away_message: 'secret plans' } },
      'data.away_message',
    ],
    ['an end without a zone', { data: { ...someStatus, expires_at: '2026-12-01T20:59:59' } }, 'data.expires_at'],
    ['a day that does not exist', { data: { ...someStatus, expires_at: '2026-02-30T20:59:59Z' } }, 'data.expires_at'],
    ['a list', [], 'data: expected'],
  ])(
    'says where an answer that is %s departs from the documented form, without repeating it',
    async (_, body, reason) => {
      const client = await answeredWith(200, body, { 'x-request-id': 'r-1' });
      const result = await client.status();
      expect(result).toEqual({
        ok: false,
        error: {
          code: 'bad_response',
          params: { reason: expect.stringContaining(reason) as string },
          requestId: 'r-1',
        },
      });
      expect(JSON.stringify(result)).not.toMatch(/secret plans|2026|Log in/);
    },
  );

  describe('to a change it takes nothing for granted', () => {
    const CHANGES = {
      'setting a status': (client: PachcaClient) => client.setStatus(focus),
      'clearing it': (client: PachcaClient) => client.clearStatus(),
      'setting a picture': (client: PachcaClient) => client.putAvatar(new Uint8Array([1]), 'image/png'),
      'removing it': (client: PachcaClient) => client.deleteAvatar(),
    };
    const ANSWERS = [
      [200, 'null', false],
      [200, '{"data":', false],
      [200, '<html>Log in</html>', true],
      [201, '{"data":{"image_url":null,"emoji":"🎯","title":"Focus"}}', false],
      [202, '', false],
      [206, '<html>', true],
    ] as const;

    it.each(
      Object.entries(CHANGES).flatMap(([what, make]) => ANSWERS.map((answer) => [what, ...answer, make] as const)),
    )('%s that is answered %d %s is unconfirmed, and not repeated', async (_, status, body, page, make) => {
      const server = await startRawServer((__, response) => response.writeHead(status).end(body));
      expect(await make(clientAt(server.url))).toMatchObject({
        ok: false,
        error: { code: 'unconfirmed', params: { status, page } },
      });
      expect(server.requests).toHaveLength(1);
    });

    it('204 confirms what removes, and nothing else', async () => {
      const client = await answeredWith(204, '');
      const codes = [];
      for (const make of Object.values(CHANGES)) {
        const result = await make(client);
        codes.push(result.ok ? 'done' : result.error.code);
      }
      expect(codes).toEqual(['unconfirmed', 'done', 'unconfirmed', 'done']);
    });
  });

  it('refuses bytes that are not UTF-8', async () => {
    const server = await startRawServer((_, response) => response.end(Buffer.from('{"data":"\xff"}', 'latin1')));
    expect(await clientAt(server.url).status()).toMatchObject({
      ok: false,
      error: { code: 'bad_response', params: { reason: 'not UTF-8' } },
    });
  });
});

describe('what the server refuses', () => {
  it.each([
    ['revoked', 'token_revoked'],
    ['suspended', 'token_revoked'],
  ] as const)('says of a %s token that it no longer works, once', async (token, code) => {
    expect(await as(token).tokenInfo()).toMatchObject({ ok: false, error: { code } });
    expect(sent()).toEqual(['GET /oauth/token/info']);
  });

  it('says of an unknown token that the server does not know it, in the server’s words', async () => {
    expect(await clientAt(demo.url).tokenInfo()).toEqual({
      ok: false,
      error: {
        code: 'token_rejected',
        params: { message: 'The access token is invalid.' },
        requestId: demo.workspace.log[0]?.requestId,
      },
    });
  });

  it('names the scope that each operation lacks', async () => {
    const client = as('no-scope');
    const results = [
      await client.profile(),
      await client.status(),
      await client.setStatus(focus),
      await client.clearStatus(),
    ];
    const scopes = ['profile:read', 'profile_status:read', 'profile_status:write', 'profile_status:write'];
    expect(results).toMatchObject(
      scopes.map((scope) => ({ ok: false, error: { code: 'insufficient_scope', params: { scope } } })),
    );
    expect(sent()).toHaveLength(4);
  });

  it('tells a role that forbids from a token that lacks', async () => {
    expect(await as('guest').profile()).toMatchObject({
      ok: false,
      error: { code: 'access_denied', params: { message: 'Guests have no access to the API.' } },
    });
  });

  it('names what is wrong with a status', async () => {
    expect(await as('full').setStatus({ ...focus, emoji: 'no' })).toMatchObject({
      ok: false,
      error: { code: 'refused', params: { status: 422, field: 'emoji', code: 'wrong_emoji' } },
    });
    expect(sent()).toEqual(['PUT /profile/status']);
  });

  const item = { key: 'title', value: null, message: 'is too long', code: 'too_long', payload: null };
  const oauth = (error: string, error_description: string): unknown => ({ error, error_description });
  it.each([
    [
      '401 with words that tell nothing',
      401,
      oauth('invalid_token', 'Expired, revoked, malformed, or invalid'),
      'token_rejected',
      {},
    ],
    ['401 for a token that expired', 401, oauth('invalid_token', 'The access token expired'), 'token_revoked', {}],
    ['401 in Russian', 401, oauth('unauthorized', 'Токен отозван'), 'token_revoked', { message: 'Токен отозван' }],
    ['401 with an HTML page', 401, '<h1>Unauthorized</h1>', 'token_rejected', { message: null }],
    ['401 with errors of another form', 401, { errors: [item] }, 'token_rejected', { message: 'is too long' }],
    ['402', 402, { errors: [item] }, 'workspace_suspended', { message: 'is too long' }],
    [
      '403 that names another scope',
      403,
      oauth('insufficient_scope', 'Needs scope: users:read'),
      'insufficient_scope',
      { scope: 'users:read' },
    ],
    [
      '403 that names the scopes there are',
      403,
      oauth('insufficient_scope', 'Has profile:read, needs profile_status:read'),
      'insufficient_scope',
      { scope: 'profile_status:read' },
    ],
    [
      '403 that names no scope',
      403,
      oauth('insufficient_scope', 'No.'),
      'insufficient_scope',
      { scope: 'profile_status:read' },
    ],
    ['403 without a body', 403, '', 'forbidden', { message: null }],
    ['404', 404, { errors: [{ ...item, message: 'Not found' }] }, 'not_found', { message: 'Not found' }],
    ['410', 410, '', 'not_found', { message: null }],
    [
      '400',
      400,
      { errors: [item] },
      'refused',
      { status: 400, field: 'title', code: 'too_long', message: 'is too long' },
    ],
    ['409', 409, { errors: [{ ...item, key: 'base' }] }, 'refused', { status: 409, field: null }],
    ['422 with an HTML page', 422, '<h1>', 'refused', { status: 422, field: null, code: null, message: null }],
    ['422 with odd items', 422, { errors: [7, item] }, 'refused', { field: null, message: null }],
    ['422 whose errors are no list', 422, { errors: 'x' }, 'refused', { status: 422, field: null }],
    ['a status nobody expects', 418, 'teapot', 'unexpected_status', { status: 418 }],
    ['a 5xx that is not repeated', 501, '', 'unexpected_status', { status: 501 }],
  ])('reads %s', async (_, status, body, code, params) => {
    let requests = 0;
    const server = await startRawServer((_request, response) => {
      requests += 1;
      response.writeHead(status, { 'x-request-id': 'r-2' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    expect(await clientAt(server.url).status()).toMatchObject({ ok: false, error: { code, params, requestId: 'r-2' } });
    expect(requests).toBe(1);
  });

  it('makes the server’s words fit to be shown: one line, no tricks, not too long', async () => {
    const message = `a\u0000b\nc\u202ed ${'😀'.repeat(400)}`;
    const result = await (await answeredWith(402, { errors: [{ message }] })).status();
    const shown = result.ok ? '' : JSON.stringify(result.error.params);
    expect(shown).toMatch(/^\{"message":"ab cd 😀+…"\}$/u);
    expect(Array.from(shown).length).toBeLessThan(320);
  });

  it('never cuts through the token, which would leave its beginning', () => {
    for (let start = 240; start <= 310; start += 1) {
      const body = new TextEncoder().encode(JSON.stringify({ errors: [{ message: '.'.repeat(start) + TOKEN }] }));
      const reply = { status: 402, requestId: null, retryAfter: null, date: null, age: null, contentType: null, body };
      expect(JSON.stringify(responseError(reply, { scope: null, token: TOKEN }))).not.toContain(TOKEN.slice(0, 4));
    }
  });
});

describe('repeating', () => {
  /** Runs the call against faults, with a clock that jumps over each wait, and notes the waits. */
  async function withJumps(call: (client: PachcaClient, onWait: (retryAt: number) => void) => Promise<unknown>) {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const waits: number[] = [];
    const client = clientAt(demo.url, { token: demo.tokens.full, clock });
    const result = await call(client, (retryAt) => {
      const wait = retryAt - clock.now();
      waits.push(wait);
      void clock.advance(wait);
    });
    return { result, waits, timers: clock.waiting };
  }
  const trouble = (status: number, times: number, headers: Record<string, string> = {}): void =>
    demo.workspace.faults.add({ times, play: { kind: 'reply', status, headers, body: '<h1>Sorry</h1>' } });

  it.each([429, 500, 502, 503, 504])('goes on after %d, and the change is made once it can be', async (status) => {
    trouble(status, 1);
    const { result, waits } = await withJumps((client, onWait) => client.setStatus(focus, { onWait }));
    expect(result).toEqual(ok(focus));
    expect(waits).toEqual([1000]);
    expect(demo.workspace.log.map((request) => request.status)).toEqual([status, 200]);
  });

  it('tells when each wait begins and when the next try does', async () => {
    trouble(503, 2);
    const told: string[] = [];
    await withJumps((client, onWait) =>
      client.status({
        onWait: (retryAt) => {
          told.push('wait');
          onWait(retryAt);
        },
        onTry: () => told.push('try'),
      }),
    );
    expect(told).toEqual(['wait', 'try', 'wait', 'try']);
  });

  it('repeats three times with growing waits, then says that the server has trouble', async () => {
    trouble(503, 9, { 'x-request-id': 'r-3' });
    const { result, waits, timers } = await withJumps((client, onWait) => client.clearStatus({ onWait }));
    expect(result).toEqual({
      ok: false,
      error: { code: 'server_error', params: { status: 503 }, requestId: 'r-3' },
    });
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(sent()).toHaveLength(4);
    expect(timers).toBe(0);
  });

  it('repeats three times after 429, then says how long the server wants it to wait', async () => {
    trouble(429, 9, { 'retry-after': '2' });
    const { result, waits } = await withJumps((client, onWait) => client.status({ onWait }));
    expect(result).toMatchObject({ ok: false, error: { code: 'rate_limited', params: { retryAfter: 2 } } });
    expect(waits).toEqual([2250, 2250, 2250]);
    expect(sent()).toHaveLength(4);
  });

  it('waits as long as a date says, by the server’s clock and not by ours', async () => {
    trouble(503, 1, { date: 'Mon, 05 Jan 2032 10:00:00 GMT', 'retry-after': 'Mon, 05 Jan 2032 10:00:30 GMT' });
    const { result, waits } = await withJumps((client, onWait) => client.status({ onWait }));
    expect(result).toEqual(ok(null));
    expect(waits).toEqual([30_250]);
  });

  it('does not wait by itself where it is told to wait longer than a minute', async () => {
    trouble(429, 1, { 'retry-after': '61' });
    const { result, waits } = await withJumps((client, onWait) => client.status({ onWait }));
    expect(result).toMatchObject({ ok: false, error: { code: 'rate_limited', params: { retryAfter: 61 } } });
    expect(waits).toEqual([]);
    expect(sent()).toHaveLength(1);
  });

  it('says that the server is in trouble, not that there were too many requests, where it asks for a long wait', async () => {
    trouble(503, 1, { 'retry-after': '120' });
    const { result, waits } = await withJumps((client, onWait) => client.status({ onWait }));
    expect(result).toMatchObject({ ok: false, error: { code: 'server_error', params: { status: 503 } } });
    expect(waits).toEqual([]);
  });

  it('gives up a wait at once when it is told to, and sends nothing more', async () => {
    trouble(503, 9);
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const giveUp = new AbortController();
    const client = clientAt(demo.url, { token: demo.tokens.full, clock });
    const result = await client.setStatus(focus, { signal: giveUp.signal, onWait: () => giveUp.abort() });
    expect(result).toEqual({ ok: false, error: { code: 'aborted', params: {} } });
    await clock.advance(60_000);
    expect(sent()).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });
});
