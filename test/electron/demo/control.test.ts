import { describe, expect, it } from 'vitest';
import { serve } from './support.ts';

/** A request to `/__demo/…` of a server. */
async function remote(url: string, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(new URL(`/__demo/${path}`, url), {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe('the remote control', () => {
  it('is off unless asked for', async () => {
    const { server } = await serve();
    expect((await remote(server.url, 'GET', 'log')).status).toBe(404);
  });

  it('reads and empties the log, of which its own requests are no part', async () => {
    const { server, call } = await serve({ control: true });
    await call('GET', '/profile');
    expect(await (await remote(server.url, 'GET', 'log')).json()).toMatchObject([{ path: '/profile', token: 'full' }]);
    expect((await remote(server.url, 'DELETE', 'log')).status).toBe(204);
    expect(await (await remote(server.url, 'GET', 'log')).json()).toEqual([]);
  });

  it('plants one fault or several, and takes them back', async () => {
    const { server, call, workspace } = await serve({ control: true });
    const fault = { play: { kind: 'reply', status: 503 } };
    expect((await remote(server.url, 'POST', 'faults', fault)).status).toBe(204);
    expect((await remote(server.url, 'POST', 'faults', [fault, fault])).status).toBe(204);
    expect(workspace.faults.pending).toBe(3);
    expect((await call('GET', '/profile')).status).toBe(503);
    await remote(server.url, 'DELETE', 'faults');
    expect((await call('GET', '/profile')).status).toBe(200);
  });

  it('sets and clears a status as another client would, ticks scopes, and revokes a token', async () => {
    const { server, call } = await serve({ control: true });
    await remote(server.url, 'POST', 'status', { status: { emoji: '☕', title: 'Break' } });
    expect((await call('GET', '/profile/status')).body).toMatchObject({ data: { title: 'Break' } });
    await remote(server.url, 'POST', 'status', { status: null });
    expect((await call('GET', '/profile/status')).body).toBeNull();
    await remote(server.url, 'POST', 'scopes', { token: 'full', scopes: ['profile:read'] });
    expect((await call('GET', '/profile/status')).status).toBe(403);
    expect((await call('GET', '/profile')).status).toBe(200);
    await remote(server.url, 'POST', 'revoke', { token: 'full' });
    expect((await call('GET', '/profile/status')).status).toBe(401);
  });

  it('sets and removes a picture as another client would', async () => {
    const { server, call } = await serve({ control: true });
    const image = async (): Promise<unknown> =>
      ((await call('GET', '/profile')).body as { data: { image_url: unknown } }).data.image_url;
    await remote(server.url, 'POST', 'avatar', { image: Buffer.from('GIF89a').toString('base64') });
    const picture = await fetch(String(await image()));
    expect([picture.headers.get('content-type'), await picture.text()]).toEqual(['image/gif', 'GIF89a']);
    await remote(server.url, 'POST', 'avatar', { image: null });
    expect(await image()).toBeNull();
  });

  it.each([
    ['avatar', { image: 'not base64!' }],
    ['avatar', { image: 'aGVsbG8=' }],
    ['avatar', { image: null, userId: 1 }],
    ['faults', { play: { kind: 'explode' } }],
    ['faults', { play: { kind: 'reply', status: 99 } }],
    ['status', {}],
    ['status', { status: null, userId: 1 }],
    ['revoke', { token: 'nobody' }],
    ['revoke', undefined],
    ['scopes', { token: 'full' }],
  ])('answers 400 with the reason for what it does not understand: %s %j', async (path, body) => {
    const { server } = await serve({ control: true });
    const response = await remote(server.url, 'POST', path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.any(String) as string });
  });

  it('answers 404 for a command it does not have', async () => {
    const { server } = await serve({ control: true });
    expect((await remote(server.url, 'POST', 'nothing')).status).toBe(404);
  });
});
