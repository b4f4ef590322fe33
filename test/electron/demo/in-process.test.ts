import { describe, expect, it } from 'vitest';
import { createDemoWorkspace } from '../../../electron/demo/workspace.ts';
import type { DemoWorkspace } from '../../../electron/demo/workspace.ts';
import { NOON, serve } from './support.ts';

const bearer = (workspace: DemoWorkspace): HeadersInit => ({ authorization: `Bearer ${workspace.tokens.full}` });

describe('the workspace in-process', () => {
  it('stands in wherever a fetch is taken', async () => {
    const workspace = createDemoWorkspace();
    const injected: typeof fetch = (input, init) => workspace.fetch(input, init);
    const headers = bearer(workspace);
    const url = `${workspace.baseUrl}/profile`;
    for (const response of [
      await injected(url, { headers }),
      await injected(new URL(url), { headers }),
      await injected(new Request(url, { headers })),
    ]) {
      expect(response.ok).toBe(true);
    }
  });

  it('answers byte for byte as over HTTP', async () => {
    const steps: [string, string, unknown?][] = [
      ['GET', '/profile/status'],
      ['PUT', '/profile/status', { status: { emoji: '☕', title: 'Break', expires_at: '2026-11-21T10:00:00.000Z' } }],
      ['PUT', '/profile/status', { status: { emoji: 'x', title: '' } }],
      ['GET', '/profile'],
      ['GET', '/custom_properties'],
      ['DELETE', '/profile/status'],
      ['GET', '/nowhere'],
    ];
    const run = async (base: string, call: typeof fetch, token: string): Promise<unknown[]> => {
      const seen: unknown[] = [];
      for (const [method, path, json] of steps) {
        const response = await call(`${base}${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        });
        seen.push([
          response.status,
          response.headers.get('content-type'),
          response.headers.get('date'),
          await response.text(),
        ]);
      }
      return seen;
    };
    const inside = createDemoWorkspace({ now: () => NOON });
    const { server } = await serve();
    expect(await run(inside.baseUrl, (input, init) => inside.fetch(input, init), inside.tokens.full)).toEqual(
      await run(server.url, fetch, server.tokens.full),
    );
  });

  it('serves pictures from another host', async () => {
    const workspace = createDemoWorkspace();
    const body = new FormData();
    body.append('image', new Blob(['GIF89a']), 'me.gif');
    const put = await workspace.fetch(`${workspace.baseUrl}/profile/avatar`, {
      method: 'PUT',
      headers: bearer(workspace),
      body,
    });
    const { data } = (await put.json()) as { data: { image_url: string } };
    expect(new URL(data.image_url).host).not.toBe(new URL(workspace.baseUrl).host);
    expect(await (await workspace.fetch(data.image_url)).text()).toBe('GIF89a');
  });

  it.each(['https://api.pachca.com/api/shared/v1/profile', 'http://localhost:1/api/shared/v1/profile', 'not a url'])(
    'reaches no other host: %s',
    async (url) => {
      const workspace = createDemoWorkspace();
      await expect(workspace.fetch(url)).rejects.toThrow(TypeError);
      expect(workspace.log).toEqual([]);
    },
  );

  it('does nothing for a request that was given up before', async () => {
    const workspace = createDemoWorkspace();
    const signal = AbortSignal.abort(new Error('changed my mind'));
    await expect(
      workspace.fetch(`${workspace.baseUrl}/profile/status`, { method: 'DELETE', headers: bearer(workspace), signal }),
    ).rejects.toThrow('changed my mind');
    expect(workspace.log).toEqual([]);
  });

  it('notices a request given up by the signal of a Request', async () => {
    const workspace = createDemoWorkspace();
    workspace.faults.add({ play: { kind: 'hang' } });
    const controller = new AbortController();
    const request = new Request(`${workspace.baseUrl}/profile`, {
      headers: bearer(workspace),
      signal: controller.signal,
    });
    const answer = workspace.fetch(request);
    setTimeout(() => controller.abort(), 10);
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('leaves the token behind when a redirect leads to another host', async () => {
    const workspace = createDemoWorkspace();
    const picture = await workspace.fetch(`${workspace.baseUrl}/users/1001`, { headers: bearer(workspace) });
    const { data } = (await picture.json()) as { data: { image_url: string } };
    workspace.faults.add({ play: { kind: 'reply', status: 302, headers: { location: data.image_url } } });
    const response = await workspace.fetch(`${workspace.baseUrl}/profile`, { headers: bearer(workspace) });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(workspace.log.at(-1)).toMatchObject({ token: null });
  });

  it('keeps its state to itself', async () => {
    const [one, other] = [createDemoWorkspace(), createDemoWorkspace()];
    one.elsewhere.setStatus({ emoji: '☕', title: 'Break' });
    one.elsewhere.revoke('employee');
    const status = await other.fetch(`${other.baseUrl}/profile/status`, { headers: bearer(other) });
    expect(await status.json()).toBeNull();
  });
});
