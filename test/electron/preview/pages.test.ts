import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aState } from '../../support/states.ts';
import { KEY, startServer, type TestServer } from './page-server.ts';

interface Received {
  readonly event: string;
  readonly data: { readonly revision?: number; readonly body?: string };
}

/** A browser's end of the stream, which can stop reading. */
interface Listener {
  readonly socket: Socket;
  readonly text: () => string;
  readonly events: () => Received[];
}

describe('pages of the preview', () => {
  let test: TestServer;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    test = await startServer();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await test.server.close();
  });

  async function listen(): Promise<Listener> {
    const before = test.pages.count();
    const socket = connect(test.port, '127.0.0.1');
    sockets.push(socket);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.write(`GET /${KEY}/events HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\n\r\n`);
    await expect.poll(() => test.pages.count()).toBe(before + 1);
    const events = () =>
      // Chunk sizes of HTTP stand between the lines; what begins with these words is an event's.
      [...text.matchAll(/^event: (\w+)\n(?:.*\r\n)?data: (.*)$/gm)].map(([, event = '', data = '']) => ({
        event,
        data: JSON.parse(data) as Received['data'],
      }));
    return { socket, text: () => text, events };
  }

  it('get the present snapshot at once, and each new one after', async () => {
    const page = await listen();
    await expect.poll(page.events).toMatchObject([{ event: 'state', data: { revision: 1 } }]);
    test.pages.send('state', aState({ revision: 2 }));
    test.pages.send('popover', { visible: false });
    await expect.poll(page.events).toMatchObject([
      { event: 'state', data: { revision: 1 } },
      { event: 'state', data: { revision: 2 } },
      { event: 'popover', data: { visible: false } },
    ]);
    expect(page.text()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(page.text()).toMatch(/content-type: text\/event-stream/i);
  });

  it('are all told', async () => {
    const pages = [await listen(), await listen(), await listen()];
    test.pages.send('notification', { title: 'Title', body: 'Body' });
    for (const page of pages) {
      await expect.poll(page.events).toContainEqual({ event: 'notification', data: { title: 'Title', body: 'Body' } });
    }
  });

  it('are counted until they go away', async () => {
    const page = await listen();
    await listen();
    expect(test.pages.count()).toBe(2);
    page.socket.destroy();
    await expect.poll(() => test.pages.count()).toBe(1);
  });

  it('get the newest of each kind when they did not read for a while, and none of what it replaced', async () => {
    const page = await listen();
    await expect.poll(page.events).toHaveLength(1);
    page.socket.pause();

    const last = 400;
    const large = 'x'.repeat(100_000);
    for (let revision = 2; revision <= last; revision += 1) {
      test.pages.send('state', aState({ revision, timeZone: large }));
      test.pages.send('notification', { title: 'Title', body: `after ${revision}` });
      if (revision % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    page.socket.resume();

    const states = () => page.events().filter(({ event }) => event === 'state');
    await expect.poll(() => states().at(-1)?.data.revision, { timeout: 10_000 }).toBe(last);
    await expect.poll(() => page.events().at(-1)?.data.body).toBe(`after ${last}`);
    const revisions = states().map(({ data }) => data.revision ?? 0);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    // 40 MB were sent; what the kernel's buffers swallowed is a fraction of it.
    expect(revisions.length).toBeLessThan(last / 2);
  });

  it('get what they still lack, and an end, when the server closes', async () => {
    const page = await listen();
    const ended = new Promise((resolve) => page.socket.once('end', resolve));
    test.pages.send('quit', {});
    await test.server.close();
    await ended;
    expect(page.events().at(-1)).toEqual({ event: 'quit', data: {} });
    expect(test.pages.count()).toBe(0);
  });

  it('do not keep the server from closing by not reading', async () => {
    const page = await listen();
    page.socket.pause();
    for (let revision = 2; revision < 200; revision += 1) {
      test.pages.send('state', aState({ revision, timeZone: 'x'.repeat(100_000) }));
    }
    await test.server.close();
    expect(test.pages.count()).toBe(0);
  });
});
