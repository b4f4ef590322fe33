import { describe, expect, it } from 'vitest';
import { BODY_LIMIT } from '../../../electron/demo/workspace.ts';
import { codes, serve } from './support.ts';
import type { Answer, Client } from './support.ts';

/** The signature of each format and a few bytes more: enough for a server that looks no further. */
const images = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0],
  jpg: [0xff, 0xd8, 0xff, 0xe0, 0, 0],
  gif: [...Buffer.from('GIF89a'), 0, 0],
  webp: [...Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
};

function form(
  bytes: readonly number[] | string,
  { field = 'image', name = 'me.png', type = 'image/png' } = {},
): FormData {
  const data = new FormData();
  data.append(field, new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name);
  return data;
}

const put = (call: Client['call'], body: FormData | string): Promise<Answer> =>
  call('PUT', '/profile/avatar', { init: { body } });

const imageUrl = ({ body }: Answer): string | null => (body as { data: { image_url: string | null } }).data.image_url;

describe('PUT /profile/avatar', () => {
  it.each([
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['gif', 'image/gif'],
    ['webp', 'image/webp'],
  ] as const)('takes %s by its content, whatever the part says, and serves it back', async (kind, type) => {
    const { call } = await serve();
    const answer = await put(call, form(images[kind], { name: 'file', type: 'application/octet-stream' }));
    expect(answer.status).toBe(200);
    const url = imageUrl(answer);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/files\/avatars\//);
    expect(imageUrl(await call('GET', '/profile'))).toBe(url);

    const picture = await fetch(url ?? '');
    expect(picture.headers.get('content-type')).toBe(type);
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual(images[kind]);
  });

  it('gives each picture an address of its own and forgets the one before', async () => {
    const { call } = await serve();
    const first = imageUrl(await put(call, form(images.png)));
    const second = imageUrl(await put(call, form(images.png)));
    expect(second).not.toBe(first);
    expect((await fetch(first ?? '')).status).toBe(404);
    expect((await fetch(second ?? '')).status).toBe(200);
  });

  const two = form(images.png);
  two.append('image', new Blob([new Uint8Array(images.png)]), 'again.png');
  const field = new FormData();
  field.append('image', 'not a file');

  it.each([
    ['no multipart at all', 'plain text', 422, 'image: invalid'],
    ['another field', form(images.png, { field: 'avatar' }), 422, 'image: blank'],
    ['text instead of a file', field, 422, 'image: invalid'],
    ['two files', two, 422, 'image: invalid'],
    ['an empty file', form([]), 422, 'image: invalid'],
    ['HTML that calls itself a PNG', form('<html></html>'), 422, 'image: invalid'],
    ['SVG', form('<svg xmlns="http://www.w3.org/2000/svg"/>', { type: 'image/svg+xml' }), 422, 'image: invalid'],
    ['RIFF that is not WebP', form('RIFF\0\0\0\0WAVEfmt '), 422, 'image: invalid'],
  ])('refuses %s and keeps the picture there was', async (_, body, status, code) => {
    const { call } = await serve();
    const before = imageUrl(await put(call, form(images.png)));
    const answer = await put(call, body);
    expect([answer.status, codes(answer)]).toEqual([status, [code]]);
    expect(imageUrl(await call('GET', '/profile'))).toBe(before);
  });

  it('refuses a multipart body that breaks off', async () => {
    const { call } = await serve();
    const answer = await call('PUT', '/profile/avatar', {
      init: {
        body: '--x\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      },
    });
    expect([answer.status, codes(answer)]).toEqual([422, ['image: invalid']]);
  });

  it('answers 413 in HTML, as a proxy would, for a body above the limit', async () => {
    const { call } = await serve();
    const answer = await put(call, form('x'.repeat(BODY_LIMIT)));
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });
});

describe('DELETE /profile/avatar', () => {
  it('removes the picture, or none', async () => {
    const { call } = await serve();
    const url = imageUrl(await put(call, form(images.png)));
    expect(await call('DELETE', '/profile/avatar')).toMatchObject({ status: 204, body: '' });
    expect(imageUrl(await call('GET', '/profile'))).toBeNull();
    expect((await fetch(url ?? '')).status).toBe(404);
    expect((await call('DELETE', '/profile/avatar')).status).toBe(204);
  });
});

describe('the host of the pictures', () => {
  it("serves colleagues' pictures as PNG", async () => {
    const { call } = await serve();
    const picture = await fetch(imageUrl(await call('GET', '/profile', { token: 'employee' })) ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await picture.arrayBuffer())].slice(0, 8)).toEqual(images.png.slice(0, 8));
  });

  it('refuses a request that brings the token along', async () => {
    const { call, server } = await serve();
    const url = imageUrl(await put(call, form(images.png))) ?? '';
    const response = await fetch(url, { headers: { authorization: `Bearer ${server.tokens.full}` } });
    expect(response.status).toBe(400);
  });
});
