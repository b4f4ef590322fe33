import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { createDemoWorkspace } from '../../../../electron/demo/workspace.ts';
import { AVATAR_LIMIT } from '../../../../shared/contract.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { metadataIn } from '../../../../shared/image/inspect.ts';
import { SATURDAY } from '../../../support/app.ts';
import { createFakeClock, settle } from '../../../support/clock.ts';
import { bombs, CAMERA, chattyPng, foreign, holidayPhoto, notImages, png, sound } from '../../../support/images.ts';
import {
  BEACH,
  CAKE,
  changes,
  DESK,
  DONE,
  FACE,
  failure,
  heavy,
  held,
  keptPictures,
  requests,
  shown,
  signedInApp,
  upload,
  view,
} from './support.ts';

describe('sending a picture', () => {
  test('shows it at once, keeps the one before, and needs a handful of requests', async () => {
    const app = await signedInApp('full', { before: FACE });
    expect(await upload(app, BEACH)).toEqual(DONE);
    expect(shown(app)).toEqual(BEACH);
    await settle();
    expect(requests(app)).toEqual(['GET /profile', 'GET picture', 'PUT /profile/avatar', 'GET /profile']);
    expect(await held(app)).toEqual(BEACH);
    expect(keptPictures(app)).toEqual([FACE]);
    expect(view(app)).toMatchObject({ canUndo: true, temporary: null, job: { kind: 'upload', phase: 'done' } });
  });

  test('is the same where there was no picture', async () => {
    const app = await signedInApp();
    expect(await upload(app, DESK)).toEqual(DONE);
    expect(shown(app)).toEqual(DESK);
    expect(keptPictures(app)).toEqual([]);
    expect(view(app).canUndo).toBe(true);
  });

  test('goes through keeping, sending and done, and leaves after ten seconds', async () => {
    const app = await signedInApp('full', { before: FACE });
    const phases: (string | undefined)[] = [];
    app.app.subscribe(({ avatar }) => {
      if (phases.at(-1) !== avatar.job?.phase) phases.push(avatar.job?.phase);
    });
    await upload(app, BEACH);
    expect(phases.filter(Boolean)).toEqual(['keeping', 'running', 'done']);
    await app.clock.advance(10_000);
    expect(view(app).job).toBeNull();
  });

  test('tells how much was sent in a few snapshots', async () => {
    const app = await signedInApp();
    const parts = new Set<number>();
    app.app.subscribe(({ avatar }) => {
      if (avatar.job?.phase === 'running') parts.add(avatar.job.progress);
    });
    const before = app.app.state().revision;
    await upload(app, heavy(900_000));
    expect(parts.size).toBeGreaterThan(5);
    expect(Math.max(...parts)).toBe(1);
    expect(app.app.state().revision - before).toBeLessThan(60);
  });

  test('sends the token to the API and to no other host', async () => {
    const hosts = new Map<string, Set<boolean>>();
    const clock = createFakeClock(SATURDAY);
    const inner = createDemoWorkspace({ now: () => clock.now() });
    const workspace = {
      ...inner,
      fetch: (url: string | URL | Request, init?: RequestInit) => {
        const request = new Request(url, { method: init?.method ?? 'GET', headers: init?.headers ?? {} });
        const { host } = new URL(request.url);
        hosts.set(host, (hosts.get(host) ?? new Set()).add(request.headers.has('authorization')));
        return inner.fetch(url, init);
      },
    };
    const app = await signedInApp('full', { clock, workspace, before: FACE });
    await upload(app, BEACH);
    await app.app.send('avatar.undo', {});
    expect(hosts.get(new URL(inner.baseUrl).host)).toEqual(new Set([true]));
    expect([...hosts].filter(([host]) => host.startsWith('files.'))).toEqual([[expect.anything(), new Set([false])]]);
  });
});

describe('what may leave the computer', () => {
  test.each([
    ['a photo with its place', holidayPhoto],
    ['a PNG with its place', chattyPng],
  ])('%s arrives without it, whatever the page did about that', async (_, bytes) => {
    expect(bytes.includes(CAMERA)).toBe(true);
    const app = await signedInApp();
    expect(await upload(app, bytes)).toEqual(DONE);
    const arrived = Buffer.from((await held(app)) ?? []);
    expect(metadataIn(arrived)).toEqual({ ok: true, value: [] });
    for (const trace of [CAMERA, 'Exif', 'eXIf', 'GPS', 'xmpmeta', 'Anna', 'video']) {
      expect(arrived.includes(trace), trace).toBe(false);
    }
  });

  test.each<[string, Buffer, ErrorCode]>([
    ['nothing', Buffer.alloc(0), 'avatar_not_image'],
    ['a text', notImages['a text'] ?? Buffer.alloc(0), 'avatar_not_image'],
    ['an SVG', foreign[0]?.[1] ?? Buffer.alloc(0), 'avatar_not_image'],
    ['a GIF', sound['gif, animated'], 'avatar_not_image'],
    ['a WebP', sound['webp, lossy'], 'avatar_not_image'],
    ['a HEIC', sound.heic, 'avatar_not_image'],
    ['a PNG that is cut off', png().subarray(0, -20), 'image_broken'],
    ['a bomb', bombs.side, 'image_too_many_pixels'],
  ])('%s is refused before anything is asked', async (_, bytes, code) => {
    const app = await signedInApp();
    expect(await upload(app, bytes)).toMatchObject(failure(code));
    expect(requests(app)).toEqual([]);
    expect(view(app).job).toBeNull();
  });

  test('a picture of just too many bytes is refused, too', async () => {
    const app = await signedInApp();
    const one = png();
    expect(await upload(app, Buffer.concat([one, Buffer.alloc(AVATAR_LIMIT + 1 - one.length)]))).toMatchObject(
      failure('avatar_too_large', { limit: AVATAR_LIMIT }),
    );
  });
});

describe('a failure', () => {
  const REPLIES = [
    [401, { error: 'invalid_token' }, 'token_doubted'],
    [402, { errors: [{ key: 'base', message: 'Not in your plan', code: 'plan' }] }, 'workspace_suspended'],
    [403, { error: 'insufficient_scope', error_description: 'profile_avatar:write' }, 'insufficient_scope'],
    [403, { errors: [{ key: 'base', message: 'No', code: 'access_denied' }] }, 'access_denied'],
    [413, {}, 'avatar_too_large'],
    [422, { errors: [{ key: 'image', message: 'is too small', code: 'invalid' }] }, 'refused'],
  ] as const;

  test.each(REPLIES)('of %i leaves everything as it was and says so', async (status, body, code) => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH);
    const before = { ...view(app), shown: shown(app) };
    app.workspace.faults.add({
      on: { path: '/profile/avatar' },
      // A single 401 condemns nothing.
      times: status === 401 ? 2 : 1,
      play: { kind: 'reply', status, body: JSON.stringify(body) },
    });
    expect(await upload(app, CAKE)).toMatchObject(failure(code));
    expect(view(app).job).toMatchObject({ kind: 'upload', phase: 'failed', error: { code } });
    expect({ ...view(app), shown: shown(app) }).toEqual({ ...before, job: view(app).job });
    expect(await held(app)).toEqual(BEACH);

    await app.app.send('avatar.dismissJob', {});
    expect(view(app).job).toBeNull();
  });

  test('of the token is a problem of the session, as it is with a status', async () => {
    const app = await signedInApp();
    app.workspace.elsewhere.revoke('full');
    expect(await upload(app, BEACH)).toMatchObject({ ok: false });
    expect(app.app.state().session).toMatchObject({ phase: 'signed-in', problem: { code: 'token_revoked' } });
    app.workspace.clearLog();
    expect(await upload(app, BEACH)).toMatchObject(failure('token_revoked'));
    expect(requests(app)).toEqual([]);
  });

  test.each([429, 500, 503])('of %i is waited for, tried again, and shown as waiting', async (status) => {
    const app = await signedInApp();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, times: 2, play: { kind: 'reply', status } });
    const phases = new Set<string | undefined>();
    app.app.subscribe(({ avatar }) => void phases.add(avatar.job?.phase));
    const sent = upload(app, BEACH);
    await app.clock.advance(30_000);
    expect(await sent).toEqual(DONE);
    expect(phases).toContain('waiting');
    expect(changes(app)).toHaveLength(3);
  });

  test('of reading the present picture is waited for in the same way', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: '/profile' }, play: { kind: 'reply', status: 503 } });
    const phases: (string | undefined)[] = [];
    app.app.subscribe(({ avatar }) => {
      if (phases.at(-1) !== avatar.job?.phase) phases.push(avatar.job?.phase);
    });
    const sent = upload(app, BEACH);
    await app.clock.advance(5_000);
    expect(await sent).toEqual(DONE);
    expect(phases.filter(Boolean)).toEqual(['keeping', 'waiting', 'keeping', 'running', 'done']);
  });

  test('without a network is one, and nothing is sent later', async () => {
    const app = await signedInApp();
    app.workspace.faults.add({ times: 2, play: { kind: 'drop' } });
    expect(await upload(app, BEACH)).toMatchObject(failure('unreachable'));
    await app.clock.advance(3_600_000);
    expect(changes(app)).toEqual([]);
  });

  test('out of sight is told by the system; one that was stopped is not', async () => {
    const app = await signedInApp();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, play: { kind: 'reply', status: 413 } });
    await upload(app, BEACH);
    expect(app.host.notifications.map(({ title }) => title)).toEqual(['The picture is too large']);

    app.workspace.faults.add({ on: { path: '/profile/avatar' }, play: { kind: 'hang' } });
    const sent = upload(app, BEACH);
    await settle();
    await app.app.send('avatar.cancel', {});
    expect(await sent).toMatchObject(failure('aborted'));
    expect(app.host.notifications).toHaveLength(1);
  });

  test('whose answer was lost, though the picture arrived, is found out to be none', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, times: 2, applied: true, play: { kind: 'drop' } });
    expect(await upload(app, BEACH)).toMatchObject(failure('unreachable'));
    await settle();
    expect(view(app)).toMatchObject({ job: { phase: 'done', error: null }, canUndo: true });
    expect(shown(app)).toEqual(BEACH);
    expect(keptPictures(app)).toEqual([FACE]);
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    expect(await held(app)).toEqual(FACE);
  });
});

describe('stopping', () => {
  test.each([
    ['while the present picture is fetched', { method: 'GET', path: '/profile' }, []],
    ['while it is sent', { method: 'PUT', path: '/profile/avatar' }, ['PUT /profile/avatar']],
  ])('works %s, and nothing changes', async (_, on, sent) => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on, play: { kind: 'hang' } });
    const result = upload(app, BEACH);
    await settle();
    expect(view(app).job?.phase).toBe(on.method === 'GET' ? 'keeping' : 'running');
    await app.app.send('avatar.cancel', {});
    expect(await result).toMatchObject(failure('aborted'));
    await settle();
    expect(view(app)).toEqual({ kept: [], job: null, canUndo: false, temporary: null });
    expect(await held(app)).toEqual(FACE);
    expect(changes(app)).toEqual(sent);
  });

  test('works while the server asked to wait', async () => {
    const app = await signedInApp();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, times: 4, play: { kind: 'reply', status: 503 } });
    const result = upload(app, BEACH);
    await settle();
    expect(view(app).job?.phase).toBe('waiting');
    await app.app.send('avatar.cancel', {});
    expect(await result).toMatchObject(failure('aborted'));
    await app.clock.advance(60_000);
    expect(changes(app)).toHaveLength(1);
  });

  test('too late, the picture is shown as what it is: changed', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, applied: true, play: { kind: 'hang' } });
    const result = upload(app, BEACH);
    await settle();
    await app.app.send('avatar.cancel', {});
    expect(await result).toMatchObject(failure('aborted'));
    await settle();
    expect(shown(app)).toEqual(BEACH);
    expect(view(app).canUndo).toBe(true);
  });

  test('with nothing under way does nothing', async () => {
    const app = await signedInApp();
    expect(await app.app.send('avatar.cancel', {})).toEqual(DONE);
    expect(view(app).job).toBeNull();
  });
});

describe('a second change while one is under way', () => {
  test('is refused, and the first one goes on', async () => {
    const app = await signedInApp();
    const first = upload(app, BEACH);
    expect(await upload(app, CAKE)).toMatchObject(failure('avatar_busy'));
    expect(await app.app.send('avatar.delete', { force: false })).toMatchObject(failure('avatar_busy'));
    expect(await app.app.send('avatar.keep', {})).toMatchObject(failure('avatar_busy'));
    expect(await first).toEqual(DONE);
    expect(await held(app)).toEqual(BEACH);
    expect(changes(app)).toHaveLength(1);
  });
});

test.each([
  ['a picture', FACE],
  ['no picture', null],
])('an answer from before a change (%s) does not count after it', async (_, before) => {
  const app = await signedInApp('full', { before });
  app.workspace.faults.add({ on: { path: '/profile' }, applied: true, play: { kind: 'delay', ms: 300 } });
  const check = app.app.send('token.check', {});
  await settle();
  expect(app.workspace.faults.pending).toBe(0);
  expect(await upload(app, BEACH)).toEqual(DONE);
  expect(await check).toEqual(DONE);
  expect(shown(app)).toEqual(BEACH);
  expect(view(app).canUndo).toBe(true);
});

test('nothing is asked about pictures while nothing happens', async () => {
  const app = await signedInApp('full', { before: FACE });
  await upload(app, BEACH);
  await settle();
  app.workspace.clearLog();
  await app.clock.advance(6 * 3_600_000);
  expect(requests(app)).toEqual([]);
});
