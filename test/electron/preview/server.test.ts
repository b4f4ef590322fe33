import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { KEY, ownHeaders, send, startServer, type TestServer } from './page-server.ts';

describe('preview server', () => {
  let test: TestServer;
  beforeEach(async () => {
    test = await startServer();
  });
  afterEach(() => test.server.close());

  const get = (path: string, headers = {}) => send(test.port, path, { headers });
  const command = (body: string | Buffer, headers = {}) =>
    send(test.port, `/${KEY}/command`, { method: 'POST', headers: { ...ownHeaders(test.port), ...headers }, body });

  describe('who is let in', () => {
    it('serves the page under the key that its address carries', async () => {
      expect(test.server.url).toBe(`http://127.0.0.1:${test.port}/${KEY}/`);
      const answer = await get(`/${KEY}/`);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('<title>page');
    });

    it.each([
      '/',
      '/index.html',
      '/favicon.ico',
      `/${KEY}`,
      `/${KEY}x/`,
      `/${KEY.slice(0, -1)}/`,
      `/${KEY.toUpperCase()}/`,
      `//${KEY}/`,
      `http://127.0.0.1/${KEY}/`,
      '/wrong/command',
      '/wrong/events',
    ])('answers 404 and nothing else to %s', async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, body: '' });
    });

    it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example:PORT'])(
      'takes the key under no other name than its own: Host %j, as in DNS rebinding, is not found',
      async (host) => {
        const headers = { Host: host.replace('PORT', String(test.port)) };
        expect((await get(`/${KEY}/`, headers)).status).toBe(404);
      },
    );

    it('answers under the name localhost too', async () => {
      const host = `localhost:${test.port}`;
      expect((await get(`/${KEY}/`, { Host: host })).status).toBe(200);
      const own = { ...ownHeaders(test.port), Host: host, Origin: `http://${host}` };
      expect((await command('{"name":"status.clear","input":{}}', own)).status).toBe(200);
    });

    it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1:PORT', 'http://localhost:PORT'])(
      'refuses what comes from the page of another origin, %s',
      async (origin) => {
        const headers = { Origin: origin.replace('PORT', String(test.port)) };
        expect((await get(`/${KEY}/`, headers)).status).toBe(403);
        expect((await command('{"name":"status.clear","input":{}}', headers)).status).toBe(403);
        expect(test.commands).toEqual([]);
      },
    );

    it('refuses a command without an origin, which no page can send', async () => {
      const answer = await send(test.port, `/${KEY}/command`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"name":"status.clear","input":{}}',
      });
      expect(answer.status).toBe(403);
      expect(test.commands).toEqual([]);
    });

    it.each(['cross-site', 'same-site'])('refuses what the browser says comes from elsewhere (%s)', async (site) => {
      expect((await get(`/${KEY}/`, { 'Sec-Fetch-Site': site })).status).toBe(403);
    });

    it('lets a tab be led to the page by the file that knows its address, and nothing else from there', async () => {
      const tab = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
      expect((await get(`/${KEY}/`, tab)).status).toBe(200);
      expect((await get(`/${KEY}/`, { ...tab, 'Sec-Fetch-Dest': 'iframe' })).status).toBe(403);
      expect((await get(`/${KEY}/`, { ...tab, 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(403);
      expect((await get(`/${KEY}/assets/index.js`, tab)).status).toBe(403);
      expect((await get(`/${KEY}/events`, tab)).status).toBe(403);
      expect((await get('/wrong/', tab)).status).toBe(404);
    });

    it('lets in a person who opens the address, and the page itself', async () => {
      for (const site of ['none', 'same-origin']) {
        expect((await get(`/${KEY}/`, { 'Sec-Fetch-Site': site })).status).toBe(200);
      }
    });
  });

  describe('files', () => {
    it('sends a file of the build with its type, its length and nothing to keep', async () => {
      expect(await get(`/${KEY}/assets/index.js?x=1`)).toMatchObject({
        status: 200,
        body: 'void 0;',
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'content-length': '7',
          'cache-control': 'no-store',
        },
      });
    });

    it('answers HEAD with the headers alone', async () => {
      const answer = await send(test.port, `/${KEY}/assets/index.js`, { method: 'HEAD' });
      expect(answer).toMatchObject({ status: 200, body: '', headers: { 'content-length': '7' } });
    });

    it.each([
      '../package.json',
      '..%2fpackage.json',
      '%2e%2e/package.json',
      '..\\package.json',
      'assets/../index.html',
      'assets/../../../../../../etc/passwd',
      'assets/./index.js',
      'assets//index.js',
      '/etc/passwd',
      'assets/index.js%00.png',
      'assets/',
      'assets',
      'constructor',
      '__proto__',
    ])('finds no file at %s', async (path) => {
      expect(await get(`/${KEY}/${path}`)).toMatchObject({ status: 404, body: '' });
    });

    it('sends the avatar of a version, and of no other', async () => {
      expect(await get(`/${KEY}/avatar/v1`)).toMatchObject({ status: 200, body: 'picture' });
      expect((await get(`/${KEY}/avatar/v2`)).status).toBe(404);
    });

    it('sends the same protections with every answer', async () => {
      for (const path of [`/${KEY}/`, `/${KEY}/nothing`, '/', `/${KEY}/avatar/v1`]) {
        const { headers } = await get(path);
        expect(headers).toMatchObject({
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
        });
        expect(headers['content-security-policy']).toMatch(
          /default-src 'none'.*connect-src 'self'.*trusted-types 'none'/,
        );
        expect(headers).not.toHaveProperty('access-control-allow-origin');
      }
    });
  });

  describe('methods', () => {
    it.each([
      ['POST', '', 'GET, HEAD'],
      ['DELETE', 'assets/index.js', 'GET, HEAD'],
      ['GET', 'command', 'POST'],
      ['OPTIONS', 'command', 'POST'],
      ['POST', 'events', 'GET'],
    ])('answers 405 to %s on "%s" and says what is allowed', async (method, path, allow) => {
      const answer = await send(test.port, `/${KEY}/${path}`, { method, headers: ownHeaders(test.port) });
      expect(answer).toMatchObject({ status: 405, body: '', headers: { allow } });
    });
  });

  describe('commands', () => {
    it('passes a command on and answers with its result', async () => {
      const answer = await command('{"name":"status.applyPreset","input":{"presetId":"vacation"}}');
      expect(test.commands).toEqual([{ name: 'status.applyPreset', input: { presetId: 'vacation' } }]);
      expect(answer).toMatchObject({ status: 200, body: '{"ok":true,"value":null}' });
    });

    it('answers with a failure as a value', async () => {
      const failing = await startServer(() => Promise.resolve(fail(appError('signed_out', {}))));
      const answer = await send(failing.port, `/${KEY}/command`, {
        method: 'POST',
        headers: ownHeaders(failing.port),
        body: '{"name":"status.clear","input":{}}',
      });
      await failing.server.close();
      expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'signed_out', params: {} } });
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
      'takes JSON only, so that a form of another page cannot send one (%j)',
      async (type) => {
        expect((await command('{"name":"status.clear","input":{}}', { 'Content-Type': type })).status).toBe(415);
        expect(test.commands).toEqual([]);
      },
    );

    it.each([
      '',
      '{',
      'null',
      '[]',
      '"status.clear"',
      '{"input":{}}',
      '{"name":1,"input":{}}',
      Buffer.from([0xff, 0x22]),
    ])('answers 400 to a body that is no command: %s', async (body) => {
      const answer = await command(body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'bad_input' } });
      expect(test.commands).toEqual([]);
    });

    const padded = (size: number): string => {
      const empty = JSON.stringify({ name: 'x', input: '' });
      return JSON.stringify({ name: 'x', input: 'a'.repeat(size - empty.length) });
    };

    it('takes 2 MiB and not a byte more', async () => {
      expect((await command(padded(2_097_152))).status).toBe(200);
      expect((await command(padded(2_097_153))).status).toBe(413);
      expect(test.commands).toHaveLength(1);
    });

    it('counts what arrives, also where the length is not announced', async () => {
      const answer = await command(padded(3_000_000), { 'Transfer-Encoding': 'chunked' });
      expect(answer.status).toBe(413);
      expect(test.commands).toEqual([]);
    });
  });

  it('says which port is taken instead of throwing', async () => {
    const { startPreviewServer } = await import('../../../electron/preview/server.ts');
    const { pages } = test;
    const app = { dispatch: () => Promise.reject(new Error('never called')), avatar: () => null };
    const second = await startPreviewServer({ port: test.port, key: KEY, files: new Map(), pages, app });
    expect(second).toEqual({ ok: false, code: 'EADDRINUSE' });
  });

  it('finishes the command that is being carried out when it closes', async () => {
    let finish: () => void = () => undefined;
    const slow = await startServer(
      () => new Promise((resolve) => (finish = () => resolve({ ok: true, value: 'finished' }))),
    );
    const answer = send(slow.port, `/${KEY}/command`, {
      method: 'POST',
      headers: ownHeaders(slow.port),
      body: '{"name":"app.quit","input":{}}',
    });
    await expect.poll(() => slow.commands.length).toBe(1);
    const closed = slow.server.close();
    finish();
    expect((await answer).body).toContain('finished');
    await closed;
  });
});
