import { describe, expect, it } from 'vitest';
import { createDemoWorkspace } from '../../../electron/demo/workspace.ts';
import type { DemoWorkspace } from '../../../electron/demo/workspace.ts';
import { serve } from './support.ts';

type Get = (init?: RequestInit) => Promise<Response>;

/** The same faults must look the same to a client over a real socket and in-process. */
const doors: Record<string, () => Promise<{ workspace: DemoWorkspace; get: Get }>> = {
  'over HTTP': async () => {
    const { workspace, server } = await serve();
    const headers = { authorization: `Bearer ${server.tokens.full}` };
    return { workspace, get: (init) => fetch(`${server.url}/profile`, { headers, ...init }) };
  },
  'in-process': () => {
    const workspace = createDemoWorkspace();
    const headers = { authorization: `Bearer ${workspace.tokens.full}` };
    return Promise.resolve({
      workspace,
      get: (init) => workspace.fetch(`${workspace.baseUrl}/profile`, { headers, ...init }),
    });
  },
};

describe.each(Object.entries(doors))('a fault %s', (_, open) => {
  it('is played once, or as often as asked, and then all is well again', async () => {
    const { workspace, get } = await open();
    workspace.faults.add(
      {
        times: 2,
        play: { kind: 'reply', status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Down</h1>' },
      },
      { play: { kind: 'reply', status: 429, headers: { 'retry-after': 'Sat, 21 Nov 2026 09:00:05 GMT' } } },
    );
    expect(workspace.faults.pending).toBe(3);
    const answers = [await get(), await get(), await get(), await get()];
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 429, 200]);
    expect(await answers[0]?.text()).toBe('<h1>Down</h1>');
    expect(answers[0]?.headers.get('x-request-id')).not.toBeNull();
    expect(answers[2]?.headers.get('retry-after')).toBe('Sat, 21 Nov 2026 09:00:05 GMT');
    expect(workspace.faults.pending).toBe(0);
    expect(workspace.log.map(({ status, fault }) => [status, fault])).toEqual([
      [503, 'reply'],
      [503, 'reply'],
      [429, 'reply'],
      [200, null],
    ]);
  });

  it('waits for the method and path it is meant for, and can be called off', async () => {
    const { workspace, get } = await open();
    workspace.faults.add(
      { on: { method: 'PUT' }, play: { kind: 'drop' } },
      { on: { path: '/users' }, play: { kind: 'drop' } },
    );
    expect((await get()).status).toBe(200);
    workspace.faults.add({ on: { method: 'GET', path: '/profile' }, play: { kind: 'drop' } });
    expect(workspace.faults.pending).toBe(3);
    workspace.faults.clear();
    expect((await get()).status).toBe(200);
  });

  it('drop: the connection breaks before any answer', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'drop' } });
    await expect(get()).rejects.toThrow(TypeError);
    expect(workspace.log).toMatchObject([{ fault: 'drop', status: null }]);
  });

  it('cut: the connection breaks in the middle of the body', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'cut' } });
    const response = await get();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it('hang: there is no answer until the client gives up', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'hang' } });
    await expect(get({ signal: AbortSignal.timeout(1_000) })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await get()).status).toBe(200);
    expect(workspace.log).toMatchObject([{ fault: 'hang', status: null }, { status: 200 }]);
  });

  it('stall: the body begins and never ends, until the client gives up', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'stall' } });
    const response = await get({ signal: AbortSignal.timeout(1_000) });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('huge: JSON of any size, for free when the client stops reading', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'huge', bytes: 200_000 } }, { play: { kind: 'huge', bytes: 1e15 } });
    const { data } = (await (await get()).json()) as { data: string };
    expect(data).toHaveLength(200_000);

    const reader = (await get()).body?.getReader();
    let size = 0;
    while (size < 2 ** 20) size += (await reader?.read())?.value?.length ?? Infinity;
    expect(size).toBeLessThan(2 ** 22);
    await reader?.cancel();
    expect((await get()).status).toBe(200);
  });

  it('delay: the ordinary answer comes late', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'delay', ms: 60 } });
    const start = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });

  it('page: a web page comes in place of an answer, whatever the status', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'page' } }, { play: { kind: 'page', status: 403 } });
    for (const status of [200, 403]) {
      const answer = await get();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
      expect(await answer.text()).toMatch(/^<!doctype html>/);
    }
  });

  it('reset: the connection is reset before any answer', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ play: { kind: 'reset' } });
    await expect(get()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it('drip: the ordinary answer comes in small pieces', async () => {
    const { workspace, get } = await open();
    const plain = await (await get()).text();
    workspace.faults.add({ play: { kind: 'drip', ms: 1 } });
    const start = performance.now();
    const answer = await get();
    expect(await answer.text()).toBe(plain);
    expect(performance.now() - start).toBeGreaterThanOrEqual(plain.length / 8);
  });

  it('unauthorized, wait and refuse: the documented refusals, each with what tells it from the others', async () => {
    const { workspace, get } = await open();
    workspace.faults.add(
      { play: { kind: 'unauthorized' } },
      { play: { kind: 'wait', seconds: 7 } },
      { play: { kind: 'wait', status: 503, seconds: 0.5 } },
    );
    const [unauthorized, limited, down] = [await get(), await get(), await get()];
    expect([unauthorized.status, await unauthorized.json()]).toMatchObject([401, { error: 'invalid_token' }]);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '0.5']);

    const whys = ['payment', 'scope', 'role', 'workspace', 'guest'] as const;
    workspace.faults.add(...whys.map((why) => ({ play: { kind: 'refuse', why } }) as const));
    const told = [];
    while (told.length < whys.length) {
      const answer = await get();
      const body = (await answer.json()) as { error?: string; errors?: { code: string }[] };
      told.push([answer.status, body.error ?? body.errors?.[0]?.code]);
    }
    expect(told).toEqual([
      [402, 'payment_required'],
      [403, 'insufficient_scope'],
      [403, 'forbidden'],
      [403, 'forbidden'],
      [403, 'access_denied'],
    ]);
  });

  it('clock: the ordinary answer, of a server whose clock is wrong', async () => {
    const { workspace, get } = await open();
    const before = Date.parse((await get()).headers.get('date') ?? '');
    workspace.faults.add({ play: { kind: 'clock', ms: 86_400_000 } });
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(Date.parse(answer.headers.get('date') ?? '') - before).toBeGreaterThanOrEqual(86_400_000);
  });

  it('crawl: the body is read with pauses', async () => {
    const { workspace, call } = await serve();
    workspace.faults.add({ on: { method: 'PUT', path: '/profile/avatar' }, play: { kind: 'crawl', ms: 20 } });
    const put = async (): Promise<number> => {
      const start = performance.now();
      const body = new FormData();
      body.append('image', new Blob(['GIF89a', new Uint8Array(2 ** 20)]), 'me.gif');
      expect((await call('PUT', '/profile/avatar', { init: { body } })).status).toBe(200);
      return performance.now() - start;
    };
    // At least 16 pieces of at most 64 KiB.
    expect(await put()).toBeGreaterThanOrEqual(300);
    expect(workspace.faults.pending).toBe(0);
  });

  it('a redirect is shown to a client that asks for it and fails one that allows none', async () => {
    const { workspace, get } = await open();
    const play = { kind: 'reply', status: 302, headers: { location: '/elsewhere' } } as const;
    workspace.faults.add({ on: { path: '/profile' }, times: 3, play });
    const manual = await get({ redirect: 'manual' });
    expect([manual.status, manual.headers.get('location')]).toEqual([302, '/elsewhere']);
    await expect(get({ redirect: 'error' })).rejects.toThrow(TypeError);
    expect((await get()).status).toBe(404);
    expect(workspace.log.map(({ path }) => path)).toEqual(['/profile', '/profile', '/profile', '/elsewhere']);
  });

  it('a redirect without end is given up', async () => {
    const { workspace, get } = await open();
    workspace.faults.add({ times: 100, play: { kind: 'reply', status: 307, headers: { location: 'profile' } } });
    await expect(get()).rejects.toThrow(TypeError);
    expect(workspace.log).toHaveLength(21);
  });
});

describe('a fault after the operation was carried out', () => {
  it('loses only the answer', async () => {
    const { workspace, putStatus, call } = await serve();
    workspace.faults.add({ applied: true, play: { kind: 'drop' } });
    await expect(putStatus({ emoji: '☕', title: 'Break' })).rejects.toThrow(TypeError);
    expect((await call('GET', '/profile/status')).body).toMatchObject({ data: { title: 'Break' } });

    workspace.faults.add({ play: { kind: 'drop' } });
    await expect(call('DELETE', '/profile/status')).rejects.toThrow(TypeError);
    expect((await call('GET', '/profile/status')).body).toMatchObject({ data: { title: 'Break' } });
  });

  it('or sends it late', async () => {
    const { workspace, putStatus } = await serve();
    workspace.faults.add({ applied: true, play: { kind: 'delay', ms: 20 } });
    expect((await putStatus({ emoji: '☕', title: 'Break' })).body).toMatchObject({ data: { title: 'Break' } });
  });
});
