import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settle } from '../../../support/clock.ts';
import { sound } from '../../../support/images.ts';
import {
  BEACH,
  CAKE,
  changes,
  DONE,
  FACE,
  failure,
  held,
  keptPictures,
  numbered,
  OLEG,
  pathOfPicture,
  restarted,
  shown,
  signedInApp,
  upload,
  view,
} from './support.ts';

describe('a present picture that cannot be kept', () => {
  const NOT_FOUND = { kind: 'reply', status: 404 } as const;

  test('stops the change', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: await pathOfPicture(app) }, play: NOT_FOUND });
    expect(await upload(app, BEACH)).toMatchObject(failure('avatar_not_kept', { temporary: false, cause: 'download' }));
    expect(view(app).job).toMatchObject({ phase: 'failed', error: { code: 'avatar_not_kept' } });
    expect(changes(app)).toEqual([]);
  });

  test('does not stop one that is forced, which cannot be undone', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: await pathOfPicture(app) }, play: NOT_FOUND });
    expect(await upload(app, BEACH, { force: true })).toEqual(DONE);
    expect(await held(app)).toEqual(BEACH);
    expect(view(app).canUndo).toBe(false);
    expect(await app.app.send('avatar.undo', {})).toMatchObject(failure('avatar_changed'));
  });

  test('may be one that the token may not even look for', async () => {
    const app = await signedInApp('full', { before: FACE });
    const play = { kind: 'reply', status: 403, body: '{"errors":[]}' } as const;
    app.workspace.faults.add({ on: { path: '/profile' }, times: 2, play });
    expect(await upload(app, BEACH)).toMatchObject(failure('avatar_not_kept'));
    expect(await app.app.send('avatar.delete', { force: true })).toEqual(DONE);
    expect(await held(app)).toBeNull();
  });
});

describe('a failure while the present picture is looked at', () => {
  const reply = (status: number, body = '', headers = {}) => ({ kind: 'reply', status, body, headers }) as const;
  test.each([
    [402, reply(402, '{"errors":[]}'), 'workspace_suspended', {}],
    [429, reply(429, '', { 'retry-after': '3600' }), 'rate_limited', { retryAfter: 3600 }],
    ['access_denied', reply(403, '{"errors":[{"code":"access_denied"}]}'), 'access_denied', {}],
    ['a page', reply(200, '<html>'), 'foreign_page', {}],
    ['a lacking scope', reply(403, '{"error":"insufficient_scope"}'), 'avatar_not_kept', { cause: 'scope' }],
    [403, reply(403, '{"errors":[]}'), 'avatar_not_kept', { cause: 'forbidden' }],
    ['an odd answer', reply(200, '{}'), 'avatar_not_kept', { cause: 'answer' }],
  ] as const)('names its cause: %s', async (_, play, code, params) => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: '/profile' }, play });
    expect(await upload(app, BEACH)).toMatchObject(failure(code, params));
    expect(view(app).job).toMatchObject({ phase: 'failed', error: { code } });
    expect(changes(app)).toEqual([]);
  });
});

describe('the kept pictures', () => {
  test('are the last five that were replaced, newest first, none twice, without the present one', async () => {
    const app = await signedInApp('full', { before: FACE });
    for (let n = 1; n <= 7; n += 1) await upload(app, numbered(n));
    expect(keptPictures(app)).toEqual([6, 5, 4, 3, 2].map(numbered));
    await upload(app, numbered(4));
    expect(keptPictures(app)).toEqual([7, 6, 5, 3, 2].map(numbered));
    expect(new Set(view(app).kept.map(({ id }) => id)).size).toBe(5);
  });

  test('lie on the disk, readable by their owner only, and no others stay there', async () => {
    const app = await signedInApp('full', { before: FACE });
    for (let n = 1; n <= 12; n += 1) await upload(app, numbered(n));
    const [account] = readdirSync(app.pictures);
    const folder = join(app.pictures, account ?? '');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const files = readdirSync(folder);
    expect(files.length).toBeLessThanOrEqual(7);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  test('are there after a restart, and can be chosen again', async () => {
    const first = await signedInApp('full', { before: FACE });
    await upload(first, BEACH);
    await upload(first, CAKE);
    const app = await restarted(first);
    expect(shown(app)).toEqual(CAKE);
    expect(keptPictures(app)).toEqual([BEACH, FACE]);
    const [, face] = view(app).kept;
    expect(await app.app.send('avatar.restore', { id: face?.id ?? '', force: false })).toEqual(DONE);
    expect(await held(app)).toEqual(FACE);
    expect(keptPictures(app)).toEqual([CAKE, BEACH]);
  });

  test('are there after a crash in the middle of a change, too', async () => {
    const first = await signedInApp('full', { before: FACE });
    first.workspace.faults.add({ on: { path: '/profile/avatar' }, applied: true, play: { kind: 'hang' } });
    void upload(first, BEACH);
    await settle();
    const app = await restarted(first);
    expect(shown(app)).toEqual(BEACH);
    expect(keptPictures(app)).toEqual([FACE]);
  });

  test('come back as they were, whatever kind of picture they are', async () => {
    const gif = new Uint8Array(sound['gif, animated']);
    const app = await signedInApp('full', { before: gif });
    await upload(app, BEACH);
    const [kept] = view(app).kept;
    expect(await app.app.send('avatar.restore', { id: kept?.id ?? '', force: false })).toEqual(DONE);
    expect(await held(app)).toEqual(gif);
  });

  test('say so when their file is gone or was tampered with', async () => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH);
    rmSync(app.pictures, { recursive: true });
    const [kept] = view(app).kept;
    expect(await app.app.send('avatar.restore', { id: kept?.id ?? '', force: false })).toMatchObject(
      failure('avatar_gone'),
    );
    expect(view(app).kept).toEqual([]);
    expect(await app.app.send('avatar.undo', {})).toMatchObject(failure('avatar_gone'));
    expect(view(app).canUndo).toBe(false);
    expect(await held(app)).toEqual(BEACH);
  });

  test('go with the account', async () => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH);
    const { address } = view(app).kept[0] ?? { address: '' };
    expect(readdirSync(app.pictures)).toHaveLength(1);
    await app.app.send('session.signOut', { force: false });
    await settle();
    expect(readdirSync(app.pictures)).toEqual([]);
    expect(app.app.avatar(address.replace('avatar/', ''))).toBeNull();
  });

  test('are not written for an account that left while its picture was fetched', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: await pathOfPicture(app) }, play: { kind: 'delay', ms: 20 } });
    const sent = upload(app, BEACH);
    await settle();
    await app.app.send('session.signOut', { force: false });
    expect(await sent).toMatchObject({ ok: false });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(existsSync(app.pictures) ? readdirSync(app.pictures) : []).toEqual([]);
  });

  test('of two accounts do not mix', async () => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH);
    const [face] = view(app).kept;
    await app.app.send('session.signIn', { token: app.workspace.tokens.bot, storage: 'keychain' });
    await settle();
    await upload(app, CAKE);
    expect([shown(app), keptPictures(app)]).toEqual([CAKE, []]);
    expect(await app.app.send('avatar.restore', { id: face?.id ?? '', force: false })).toMatchObject(
      failure('avatar_gone'),
    );
    await app.app.send('accounts.switch', { key: `${OLEG}@demo.pachca-status.invalid` });
    expect([shown(app), keptPictures(app)]).toEqual([BEACH, [FACE]]);
  });

  test('of the demo are kept like any others', async () => {
    const app = await signedInApp();
    await app.app.send('session.signOut', { force: false });
    await app.app.send('session.tryDemo', {});
    await settle();
    expect(await upload(app, FACE)).toEqual(DONE);
    expect(await upload(app, BEACH)).toEqual(DONE);
    expect(keptPictures(app)).toEqual([FACE]);
    expect(readdirSync(app.pictures)).toEqual(['demo']);
  });
});

describe('removing the picture', () => {
  test('keeps it first', async () => {
    const app = await signedInApp('full', { before: FACE });
    expect(await app.app.send('avatar.delete', { force: false })).toEqual(DONE);
    expect(await held(app)).toBeNull();
    expect(shown(app)).toBeNull();
    expect(keptPictures(app)).toEqual([FACE]);
    expect(view(app)).toMatchObject({ canUndo: true, job: { kind: 'delete', phase: 'done' } });
  });

  test('asks for nothing where there is none', async () => {
    const app = await signedInApp();
    expect(await app.app.send('avatar.delete', { force: false })).toEqual(DONE);
    expect(changes(app)).toEqual([]);
  });
});

describe('undo', () => {
  test.each([
    ['a picture that replaced another', FACE],
    ['a picture where there was none', null],
  ])('takes back %s, once', async (_, before) => {
    const app = await signedInApp('full', { before });
    await upload(app, BEACH);
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    expect(await held(app)).toEqual(before);
    expect(shown(app)).toEqual(before);
    expect(view(app)).toMatchObject({ canUndo: false, job: { kind: 'undo', phase: 'done' } });
    expect(keptPictures(app)).toEqual([BEACH]);
    expect(await app.app.send('avatar.undo', {})).toMatchObject(failure('avatar_changed'));
  });

  test('takes back a removal, and the choice of an earlier one', async () => {
    const app = await signedInApp('full', { before: FACE });
    await app.app.send('avatar.delete', { force: false });
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    expect(await held(app)).toEqual(FACE);
    await upload(app, BEACH);
    const [kept] = view(app).kept;
    await app.app.send('avatar.restore', { id: kept?.id ?? '', force: false });
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    expect(await held(app)).toEqual(BEACH);
  });

  test('is there after a restart', async () => {
    const first = await signedInApp('full', { before: FACE });
    await upload(first, BEACH);
    const app = await restarted(first);
    expect(view(app).canUndo).toBe(true);
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    expect(await held(app)).toEqual(FACE);
  });

  test('is not offered any more once somebody changed the picture, as far as that is known', async () => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH);
    app.workspace.elsewhere.setAvatar(CAKE);
    await app.app.send('token.check', {});
    await settle();
    expect(view(app).canUndo).toBe(false);
    expect(shown(app)).toEqual(CAKE);
  });

  test('looks before it puts anything back, and leaves what somebody else set', async () => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH);
    app.workspace.elsewhere.setAvatar(CAKE);
    app.workspace.clearLog();
    expect(await app.app.send('avatar.undo', {})).toMatchObject(failure('avatar_changed'));
    expect(changes(app)).toEqual([]);
    expect(await held(app)).toEqual(CAKE);
    expect(shown(app)).toEqual(CAKE);
    expect(view(app).canUndo).toBe(false);
  });

  test('that fails can be tried again', async () => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH);
    app.workspace.faults.add({ on: { method: 'PUT' }, play: { kind: 'reply', status: 413 } });
    expect(await app.app.send('avatar.undo', {})).toMatchObject({ ok: false });
    expect(view(app).canUndo).toBe(true);
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    expect(await held(app)).toEqual(FACE);
  });
});
