/** Pachca documents little about its pictures: the app has to do with several kinds of servers. */
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { createDemoWorkspace, type DemoWorkspace } from '../../../../electron/demo/workspace.ts';
import { SATURDAY, type TestApp } from '../../../support/app.ts';
import { createFakeClock, settle } from '../../../support/clock.ts';
import {
  BEACH,
  CAKE,
  changes,
  DONE,
  FACE,
  held,
  HOUR,
  keptPictures,
  minutes,
  notices,
  restarted,
  shown,
  signedInApp,
  upload,
  view,
} from './support.ts';

/** What a server makes of what the demo answers. */
interface Oddity {
  /** The address it gives for a picture, each time it is asked for it. */
  readonly address?: (url: string, request: string) => string;
  /** The picture as it serves it. */
  readonly serve?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

let signature = 0;

const servers: readonly (readonly [name: string, oddity: () => Oddity])[] = [
  ['gives each picture an address of its own', () => ({})],
  ['signs its addresses anew each time', () => ({ address: (url) => `${url}?signature=${String((signature += 1))}` })],
  ['has one address for all pictures of a person', () => ({ address: (url) => url.replace(/[^/]+$/, 'me.png') })],
  ['encodes pictures anew', () => ({ serve: encoded })],
  [
    'encodes pictures anew and signs its addresses',
    () => ({ serve: encoded, address: (url) => `${url}?signature=${String((signature += 1))}` }),
  ],
  [
    'encodes pictures anew and has one address for all',
    () => ({ serve: encoded, address: (url) => url.replace(/[^/]+$/, 'me.png') }),
  ],
  [
    'answers an upload with another address than the profile has',
    () => ({ address: (url, request) => (request.startsWith('PUT') ? `${url}?size=full` : `${url}?size=small`) }),
  ],
];

/** Stands for a server's own encoder: the same for the same picture, and nothing more done to what it made itself. */
function encoded(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const mark = Buffer.from('encoded');
  const same = Buffer.from(bytes).subarray(-mark.length).equals(mark);
  return same ? bytes : new Uint8Array(Buffer.concat([bytes, mark]));
}

/** A demo workspace behind such a server. */
function odd({ address, serve }: Oddity, now: () => number): DemoWorkspace {
  const inner = createDemoWorkspace({ now });
  let present = '';
  return {
    ...inner,
    fetch: async (input, init) => {
      const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
      const path = new URL(url).pathname;
      if (path.startsWith('/files/')) {
        const answer = await inner.fetch(path.endsWith('/me.png') ? present : url, init);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return new Response(serve && answer.ok ? serve(bytes) : bytes, answer);
      }
      const answer = await inner.fetch(input, init);
      if (!answer.headers.get('content-type')?.includes('json')) return answer;
      const body = (await answer.json()) as { data?: { image_url?: string | null } } | null;
      if (typeof body?.data?.image_url === 'string') {
        present = body.data.image_url;
        const request = `${init?.method ?? 'GET'} ${path}`;
        body.data.image_url = address ? address(present, request) : present;
      }
      return Response.json(body, { status: answer.status, headers: answer.headers });
    },
  };
}

test('a lost answer is nobody else’s change, though the server made another picture of it', async () => {
  const clock = createFakeClock(SATURDAY);
  const encodeAgain = (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(Buffer.concat([bytes, Buffer.from('x')]));
  const workspace = odd({ serve: encodeAgain }, () => clock.now());
  const app = await signedInApp('full', { clock, workspace, before: FACE });
  await upload(app, BEACH, { until: minutes(60) });
  await settle();
  workspace.faults.add({ on: { path: '/profile/avatar' }, times: 2, applied: true, play: { kind: 'drop' } });
  await clock.advance(2 * HOUR);
  expect(await held(app)).toEqual(encodeAgain(encodeAgain(FACE)));
  expect(view(app).temporary).toBeNull();
  expect(notices(app)).toEqual([]);
});

describe.each(servers)('a server that %s', (_, oddity) => {
  const { serve = (bytes: Uint8Array<ArrayBuffer>) => bytes } = oddity();

  async function start(): Promise<TestApp> {
    const clock = createFakeClock(SATURDAY);
    return signedInApp('full', { clock, workspace: odd(oddity(), () => clock.now()), before: FACE });
  }

  test('puts the earlier picture back when a temporary one ends', async () => {
    const app = await start();
    expect(await upload(app, BEACH, { until: minutes(60) })).toEqual(DONE);
    await settle();
    expect(shown(app)).toEqual(BEACH);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(serve(FACE));
    expect(notices(app)).toEqual([]);
  });

  test('does so after a restart', async () => {
    const first = await start();
    await upload(first, BEACH, { until: minutes(60) });
    await settle();
    const app = await restarted(first);
    expect(view(app).temporary).not.toBeNull();
    expect(shown(app)).toEqual(BEACH);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(serve(FACE));
  });

  test('never does so over a picture that somebody else set', async () => {
    const app = await start();
    await upload(app, BEACH, { until: minutes(60) });
    await settle();
    app.workspace.elsewhere.setAvatar(CAKE);
    app.workspace.clearLog();
    await app.clock.advance(HOUR);
    expect(changes(app)).toEqual([]);
    expect(await held(app)).toEqual(serve(CAKE));
    expect(notices(app)).toEqual(['avatar-not-put-back']);
  });

  test('is found to have taken a picture whose answer was lost', async () => {
    const app = await start();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, times: 2, applied: true, play: { kind: 'drop' } });
    expect(await upload(app, BEACH)).toMatchObject({ ok: false });
    await settle();
    // One that makes another picture of it cannot be told from somebody who did the same.
    const told = serve(BEACH).length === BEACH.length;
    expect(view(app).job?.phase).toBe(told ? 'done' : 'failed');
    expect(view(app).canUndo).toBe(told);
  });

  test('lets changes be undone, and offers no picture twice', async () => {
    const app = await start();
    await upload(app, BEACH);
    await settle();
    await upload(app, CAKE);
    await settle();
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    await settle();
    expect(await held(app)).toEqual(serve(BEACH));
    expect(keptPictures(app)).toEqual([CAKE, serve(FACE)]);
  });
});
