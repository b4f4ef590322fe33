import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startDemoServer, type DemoServer } from '../../../../electron/demo/server.ts';
import type { DemoTokenName } from '../../../../electron/demo/tokens.ts';
import type { PachcaClient, UploadOptions } from '../../../../electron/services/pachca/client.ts';
import { fetchImage } from '../../../../electron/services/pachca/image.ts';
import { createFakeClock, type FakeClock } from '../../../support/clock.ts';
import { png } from '../../../support/images.ts';
import { clientAt, realClock, startRawServer, TOKEN } from './support.ts';

const picture = new Uint8Array(png());
/** As large as a picture gets; no server that looks into it will see it. */
const large = new Uint8Array(1024 * 1024).fill(1);
/** Larger than what the sockets of a loopback connection hold: it is not all sent before somebody reads. */
const huge = new Uint8Array(32 * 1024 * 1024);

let demo: DemoServer;
beforeEach(async () => {
  demo = await startDemoServer();
  onTestFinished(() => demo.close());
});

const as = (token: DemoTokenName): PachcaClient => clientAt(demo.url, { token: demo.tokens[token] });
const sent = (): string[] => demo.workspace.log.map(({ method, path }) => `${method} ${path}`);

/** The outcome of a call, while the time of its waits passes. */
async function passing<T>(clock: FakeClock, call: Promise<T>): Promise<T> {
  const state = { over: false };
  void call.finally(() => (state.over = true));
  while (!state.over) await clock.advance(1_000);
  return call;
}

const refuse = (status: number, body = ''): void => {
  demo.workspace.faults.add({ play: { kind: 'reply', status, body } });
};

describe('sending a picture', () => {
  it('is one file named image, and gives the address it has now', async () => {
    const put = await as('full').putAvatar(picture, 'image/png');
    const [request] = demo.workspace.log;
    expect(request).toMatchObject({ method: 'PUT', path: '/profile/avatar' });
    expect(request?.body).toEqual({
      multipart: [
        { name: 'image', filename: 'avatar.png', type: 'image/png', size: picture.length, image: 'image/png' },
      ],
    });
    const profile = await as('full').profile();
    expect(put.ok && put.value.imageUrl).toBe(profile.ok && profile.value.imageUrl);
  });

  it('arrives byte for byte', async () => {
    const put = await as('full').putAvatar(picture, 'image/png');
    const url = put.ok ? (put.value.imageUrl ?? '') : '';
    const fetched = await fetchImage(url, { fetch, clock: realClock, apiUrl: demo.url });
    expect(fetched).toEqual({ ok: true, value: { type: 'image/png', bytes: picture } });
  });

  it('tells its length beforehand, as a request in pieces would not', async () => {
    const bodies: number[] = [];
    const server = await startRawServer((request, response) => {
      let size = 0;
      request.on('data', (chunk: Buffer) => (size += chunk.length));
      request.on('end', () => {
        bodies.push(size);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"image_url":null}}');
      });
    });
    expect(await clientAt(server.url).putAvatar(large, 'image/jpeg')).toEqual({ ok: true, value: { imageUrl: null } });
    const [headers] = server.requests.map((request) => request.headers);
    expect(headers).toMatchObject({
      'content-length': String(bodies[0]),
      'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/) as string,
      authorization: `Bearer ${TOKEN}`,
      accept: 'application/json',
    });
    expect(headers).not.toHaveProperty('transfer-encoding');
    expect(bodies[0]).toBeGreaterThan(large.length);
  });

  it('tells what part was handed over, never less than before and at the end all of it', async () => {
    const parts: number[] = [];
    await as('full').putAvatar(large, 'image/png', { onProgress: (part) => parts.push(part) });
    expect(parts.length).toBeGreaterThan(10);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts[0]).toBeLessThan(0.1);
    expect(parts.at(-1)).toBe(1);
  });

  it('waits for a server that does not read', async () => {
    const parts: number[] = [];
    const server = await startRawServer((request) => void request.pause());
    const abort = new AbortController();
    const put = clientAt(server.url).putAvatar(huge, 'image/png', {
      signal: abort.signal,
      onProgress: (part) => parts.push(part),
    });
    await expect.poll(() => parts.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(parts.at(-1)).toBeLessThan(1);
    abort.abort();
    expect(await put).toEqual({ ok: false, error: { code: 'aborted', params: {} } });
  });

  it('is whole for a `fetch` that reads the stream of a request, as that of Electron does', async () => {
    let received: FormData | null = null;
    const client = clientAt('https://pachca.invalid', {
      fetch: async (url, init) => {
        const request = new Request(url, init);
        const pieces: Uint8Array[] = [];
        await request.body?.pipeTo(new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece) }));
        const headers = { 'content-type': request.headers.get('content-type') ?? '' };
        received = await new Response(Buffer.concat(pieces), { headers }).formData();
        return Response.json({ data: { image_url: null } });
      },
    });
    const parts: number[] = [];
    await client.putAvatar(large, 'image/jpeg', { onProgress: (part) => parts.push(part) });
    const file = (received as FormData | null)?.get('image');
    if (!(file instanceof File)) throw new Error('no file');
    expect([file.name, file.type, file.size]).toEqual(['avatar.jpg', 'image/jpeg', large.length]);
    // Comparing a million numbers one by one takes seconds.
    expect(Buffer.from(await file.arrayBuffer()).equals(large)).toBe(true);
    expect(parts.at(-1)).toBe(1);
  });

  it('is made anew for each try', async () => {
    const told: string[] = [];
    const options: UploadOptions = {
      onWait: () => told.push('wait'),
      onTry: () => told.push('try'),
      onProgress: (part) => {
        if (part === 1) told.push('all');
      },
    };
    for (const status of [503, 429]) refuse(status);
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const client = clientAt(demo.url, { token: demo.tokens.full, clock });
    expect(await passing(clock, client.putAvatar(picture, 'image/png', options))).toMatchObject({ ok: true });
    expect(told).toEqual(['all', 'wait', 'try', 'all', 'wait', 'try', 'all']);
    const sizes = demo.workspace.log.map(({ body }) => JSON.stringify(body).includes(`"size":${picture.length}`));
    expect(sizes).toEqual([true, true, true]);
  });

  it('may take a minute a try, and no longer', async () => {
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const client = clientAt('https://pachca.invalid', { clock, fetch: () => new Promise(() => undefined) });
    let result: unknown = null;
    void client.putAvatar(picture, 'image/png').then((value) => (result = value));
    await clock.advance(59_999);
    expect(result).toBeNull();
    await clock.advance(1);
    expect(result).toMatchObject({ ok: false, error: { code: 'timeout', params: { seconds: 60 } } });
  });
});

describe('removing a picture', () => {
  it('is one DELETE, with a picture or without', async () => {
    const client = as('full');
    await client.putAvatar(picture, 'image/png');
    expect(await client.deleteAvatar()).toEqual({ ok: true, value: null });
    expect(await client.deleteAvatar()).toEqual({ ok: true, value: null });
    expect(sent()).toEqual(['PUT /profile/avatar', 'DELETE /profile/avatar', 'DELETE /profile/avatar']);
    expect(await client.profile()).toMatchObject({ ok: true, value: { imageUrl: null } });
  });

  it('names the scope that is missing', async () => {
    expect(await as('read-only').deleteAvatar()).toMatchObject({
      ok: false,
      error: { code: 'insufficient_scope', params: { scope: 'profile_avatar:write' } },
    });
  });
});

describe('a picture that is refused', () => {
  const item = (message: string, key = 'image'): string =>
    JSON.stringify({ errors: [{ key, value: null, message, code: 'invalid', payload: null }] });

  it('says which scope the token lacks', async () => {
    expect(await as('read-only').putAvatar(picture, 'image/png')).toMatchObject({
      ok: false,
      error: { code: 'insufficient_scope', params: { scope: 'profile_avatar:write' } },
    });
  });

  it.each([
    [402, item('Not in your plan'), { code: 'workspace_suspended', params: { message: 'Not in your plan' } }],
    [403, item('Guests may not'), { code: 'forbidden', params: { message: 'Guests may not' } }],
    [413, '<html><h1>413</h1></html>', { code: 'avatar_too_large', params: { limit: null } }],
    [422, item('is too small'), { code: 'refused', params: { status: 422, field: 'image', message: 'is too small' } }],
    [422, item('is odd', 'base'), { code: 'refused', params: { field: 'image', message: 'is odd' } }],
    [401, '{"error":"invalid_token"}', { code: 'token_rejected' }],
    [418, '', { code: 'unexpected_status', params: { status: 418 } }],
  ])('with %i gets its place in the catalogue at once', async (status, body, error) => {
    refuse(status, body);
    expect(await as('full').putAvatar(picture, 'image/png')).toMatchObject({ ok: false, error });
    expect(sent()).toHaveLength(1);
  });

  it.each([
    [429, 'rate_limited'],
    [500, 'server_error'],
    [502, 'server_error'],
    [503, 'server_error'],
    [504, 'server_error'],
  ])('with %i is sent three times more', async (status, code) => {
    demo.workspace.faults.add({ times: 4, play: { kind: 'reply', status, body: '<html>' } });
    const clock = createFakeClock('2026-11-21T09:00:00Z');
    const client = clientAt(demo.url, { token: demo.tokens.full, clock });
    expect(await passing(clock, client.putAvatar(picture, 'image/png'))).toMatchObject({ ok: false, error: { code } });
    expect(sent()).toHaveLength(4);
  });

  it('never has the token in it', async () => {
    refuse(422, item(`no ${demo.tokens.full}`));
    expect(JSON.stringify(await as('full').putAvatar(picture, 'image/png'))).not.toContain(demo.tokens.full);
  });
});

it('stops in the middle of the picture when it is told to', async () => {
  const server = await startRawServer((request) => void request.once('data', () => request.pause()));
  const abort = new AbortController();
  const parts: number[] = [];
  const options = { signal: abort.signal, onProgress: (part: number) => parts.push(part) };
  const put = clientAt(server.url).putAvatar(huge, 'image/png', options);
  await expect.poll(() => parts.at(-1) ?? 0).toBeGreaterThan(0);
  await expect.poll(() => server.requests.length).toBe(1);
  abort.abort();
  expect(await put).toEqual({ ok: false, error: { code: 'aborted', params: {} } });
  const [request] = server.requests;
  request?.resume();
  await expect.poll(() => request?.destroyed).toBe(true);
  expect(request?.complete).toBe(false);
});
