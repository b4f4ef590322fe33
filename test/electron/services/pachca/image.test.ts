import { describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../../electron/demo/server.ts';
import type { Fetch } from '../../../../electron/services/ports.ts';
import { DEFAULT_API_URL } from '../../../../electron/services/pachca/api-url.ts';
import { fetchImage, IMAGE_LIMIT } from '../../../../electron/services/pachca/image.ts';
import { ok } from '../../../../shared/result.ts';
import { clientAt, realClock, startRawServer } from './support.ts';

const ports = { fetch, clock: realClock, apiUrl: DEFAULT_API_URL };
const bytesOf = (latin1: string): Uint8Array => new Uint8Array(Buffer.from(latin1, 'latin1'));
const png = bytesOf('\x89PNG\r\n\x1a\n and so on');

/** A `fetch` that serves `body` at every address. */
const serving =
  (body: Uint8Array<ArrayBuffer>, status = 200): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status, headers: { 'content-type': 'text/html' } }));

describe('fetchImage', () => {
  it('fetches the avatar that the demo workspace serves', async () => {
    const demo = await startDemoServer();
    const token = demo.tokens.full;
    const body = new FormData();
    body.set('image', new Blob([Buffer.from(onePixel, 'base64')]));
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${demo.url}/profile/avatar`, { method: 'PUT', headers, body })).status).toBe(200);

    const profile = await clientAt(demo.url, { token }).profile();
    const url = profile.ok ? profile.value.imageUrl : null;
    const image = await fetchImage(url ?? '', { ...ports, apiUrl: demo.url });
    expect(image).toMatchObject({ ok: true, value: { type: 'image/png' } });
    expect(demo.workspace.log.at(-1)).toMatchObject({ method: 'GET', status: 200, token: null });
    await demo.close();
  });

  it.each([
    ['image/png', '\x89PNG\r\n\x1a\n....'],
    ['image/jpeg', '\xff\xd8\xff\xe0....'],
    ['image/gif', 'GIF89a....'],
    ['image/gif', 'GIF87a....'],
    ['image/webp', 'RIFF\n\x00\xff\x0dWEBPVP8 '],
  ] as const)('judges by the bytes, not by what the server calls them: %s', async (type, start) => {
    const bytes = new Uint8Array(bytesOf(start));
    const image = await fetchImage('https://files.invalid/a', { ...ports, fetch: serving(bytes) });
    expect(image).toEqual(ok({ type, bytes }));
  });

  it.each([
    ['HTML', '<!doctype html>'],
    ['SVG, which can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['sound in the same container as WebP', 'RIFF\x00\x00\x00\x00WAVEfmt '],
    ['nothing', ''],
  ])('refuses %s', async (_, content) => {
    const result = await fetchImage('https://files.invalid/a', {
      ...ports,
      fetch: serving(new Uint8Array(bytesOf(content))),
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'bad_response' } });
  });

  it.each([
    ['plain http', 'http://files.example/a.png'],
    ['this computer', 'http://127.0.0.1:9/a.png'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:image/png;base64,AAAA'],
    ['an address with a password', 'https://user:password@files.example/a.png'],
    ['no address', 'a.png'],
  ])('does not even try %s', async (_, url) => {
    let tried = false;
    const spy: Fetch = () => {
      tried = true;
      return Promise.reject(new Error('tried'));
    };
    expect(await fetchImage(url, { ...ports, fetch: spy })).toMatchObject({
      ok: false,
      error: { code: 'bad_response' },
    });
    expect(tried).toBe(false);
  });

  it('sends no token, not even to the API itself', async () => {
    const server = await startRawServer((_, response) => response.end(png));
    const url = `${server.url}/a.png`;
    expect(await fetchImage(url, { ...ports, apiUrl: `${server.url}/api` })).toMatchObject({ ok: true });
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('follows no redirect', async () => {
    const target = await startRawServer((_, response) => response.end(png));
    const server = await startRawServer((_, response) => response.writeHead(302, { location: target.url }).end());
    const result = await fetchImage(`${server.url}/a`, { ...ports, apiUrl: server.url });
    expect(result).toMatchObject({ ok: false, error: { code: 'redirected' } });
    expect(target.requests).toHaveLength(0);
  });

  it('takes at most five megabytes, and not for ever', async () => {
    const large = new Uint8Array(IMAGE_LIMIT + 1);
    large.set(png);
    expect(await fetchImage('https://files.invalid/a', { ...ports, fetch: serving(large) })).toMatchObject({
      ok: false,
      error: { code: 'response_too_large', params: { limit: IMAGE_LIMIT } },
    });
    const silent: Fetch = () => new Promise(() => undefined);
    expect(await fetchImage('https://files.invalid/a', { ...ports, fetch: silent, timeout: 50 })).toMatchObject({
      ok: false,
      error: { code: 'timeout' },
    });
  });

  it.each([
    [404, 'not_found'],
    [403, 'unexpected_status'],
    [503, 'unexpected_status'],
  ])('says of a %d what it is, without blaming the token', async (status, code) => {
    const result = await fetchImage('https://files.invalid/a', { ...ports, fetch: serving(png.slice(), status) });
    expect(result).toMatchObject({ ok: false, error: { code } });
  });
});

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
