import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../electron/demo/server.ts';
import { codes, NOON, serve } from './support.ts';

describe('every answer', () => {
  it('carries the date of the workspace and a request id of its own, errors too', async () => {
    const { call } = await serve();
    const answers = [
      await call('GET', '/profile'),
      await call('GET', '/profile', { token: null }),
      await call('DELETE', '/profile/status'),
    ];
    expect(answers.map(({ headers }) => headers.get('date'))).toEqual(Array(3).fill(new Date(NOON).toUTCString()));
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3);
    expect(answers[0]?.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('an operation that does not exist', () => {
  it.each([
    ['GET', '/nothing'],
    ['POST', '/profile/status'],
    ['PATCH', '/profile'],
    ['GET', '/profile/'],
  ])('%s %s is 404 in the errors shape', async (method, path) => {
    const { call } = await serve();
    const answer = await call(method, path);
    expect([answer.status, codes(answer)]).toEqual([404, ['base: not_found']]);
  });

  it('outside of the API is a plain 404', async () => {
    const { server } = await serve();
    const response = await fetch(new URL('/', server.url));
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html']);
  });
});

describe('the rate limit', () => {
  it('lets 50 requests of one token through in a second and tells the 51st when to come again', async () => {
    const { call, advance } = await serve();
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await call('GET', '/profile')).status));
    expect(new Set(statuses)).toEqual(new Set([200]));

    const refused = await call('GET', '/profile');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await call('GET', '/profile', { token: 'employee' })).status).toBe(200);

    advance(999);
    expect((await call('GET', '/profile')).status).toBe(429);
    advance(1);
    expect((await call('GET', '/profile')).status).toBe(200);
  });

  it('does not lock a token out when the clock is set back', async () => {
    const { call, advance } = await serve();
    await Promise.all(Array.from({ length: 50 }, () => call('GET', '/profile')));
    advance(-86_400_000);
    expect((await call('GET', '/profile')).status).toBe(200);
  });
});

describe('the log', () => {
  it('tells the requests apart by method, path, query, body and token', async () => {
    const { call, putStatus, workspace } = await serve();
    await putStatus({ emoji: '☕', title: 'Break' });
    await call('GET', '/custom_properties?entity_type=User', { token: 'no-scope' });
    await call('GET', '/profile', { token: null });

    expect(workspace.log.filter((entry) => entry.method === 'PUT' && entry.path === '/profile/status')).toEqual([
      {
        method: 'PUT',
        path: '/profile/status',
        query: {},
        body: { status: { emoji: '☕', title: 'Break' } },
        token: 'full',
        status: 200,
        requestId: expect.any(String) as string,
        at: NOON,
        fault: null,
      },
    ]);
    expect(workspace.log.slice(1)).toMatchObject([
      { path: '/custom_properties', query: { entity_type: 'User' }, token: 'no-scope', status: 403, body: null },
      { path: '/profile', token: null, status: 401 },
    ]);
    workspace.clearLog();
    expect(workspace.log).toEqual([]);
  });

  it('sums a picture up without its bytes', async () => {
    const { call, workspace } = await serve();
    const body = new FormData();
    body.append('image', new Blob(['GIF89a'], { type: 'application/octet-stream' }), 'me.gif');
    body.append('note', 'hello');
    await call('PUT', '/profile/avatar', { init: { body } });
    expect(workspace.log[0]?.body).toEqual({
      multipart: [
        { name: 'image', filename: 'me.gif', type: 'application/octet-stream', size: 6, image: 'image/gif' },
        { name: 'note', value: 'hello' },
      ],
    });
  });

  it('shows that a token was sent where none belongs, without showing the token', async () => {
    const { call, workspace, server } = await serve();
    const secret = server.tokens.full;
    await call('PUT', `/profile/status?access_token=${secret}`, { json: { status: { token: secret } } });
    await call('GET', '/profile', { token: null, init: { headers: { authorization: `Bearer ${secret}x` } } });
    expect(workspace.log).toMatchObject([{ query: { access_token: '[token full]' } }, { token: 'unknown' }]);
    expect(JSON.stringify(workspace.log)).not.toContain(secret);
  });
});

describe('the server', () => {
  it('listens on loopback only, on a port of its own', async () => {
    const { server } = await serve();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/shared\/v1$/);
  });

  it('says so when the port is taken', async () => {
    const { server } = await serve();
    await expect(startDemoServer({ port: Number(new URL(server.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('says what went wrong when it cannot make sense of a request, and goes on', async () => {
    const { server, call } = await serve();
    const sent = request(`${server.url}/profile`, { method: 'TRACE' }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect([response.statusCode, await text(response)]).toEqual([500, expect.stringContaining('TRACE')]);
    expect((await call('GET', '/profile')).status).toBe(200);
  });

  it('can go away and come back with everything it knew', async () => {
    const { putStatus, call, server, workspace } = await serve();
    await putStatus({ emoji: '☕', title: 'Break' });
    await server.close();
    await expect(call('GET', '/profile/status')).rejects.toThrow(TypeError);

    const again = await startDemoServer({ port: Number(new URL(server.url).port), workspace });
    const answer = await call('GET', '/profile/status');
    await again.close();
    expect(answer.body).toMatchObject({ data: { title: 'Break' } });
  });
});
