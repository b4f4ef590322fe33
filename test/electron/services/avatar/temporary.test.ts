import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TestApp } from '../../../support/app.ts';
import { settle } from '../../../support/clock.ts';
import {
  BEACH,
  CAKE,
  changes,
  DONE,
  FACE,
  failure,
  held,
  HOUR,
  keptPictures,
  MINUTE,
  minutes,
  notices,
  offline,
  requests,
  restarted,
  shown,
  signedInApp,
  upload,
  view,
} from './support.ts';

/** An app whose picture is a temporary one, for an hour. */
async function atTheBeach(before: Uint8Array<ArrayBuffer> | null = FACE): Promise<TestApp> {
  const app = await signedInApp('full', { before });
  expect(await upload(app, BEACH, { until: minutes(60) })).toEqual(DONE);
  await settle();
  app.workspace.clearLog();
  return app;
}

describe('a picture until a moment', () => {
  test('goes then, and the one before is back', async () => {
    const app = await atTheBeach();
    const end = app.clock.now() + HOUR;
    expect(view(app).temporary).toEqual({ until: end, withStatus: false });
    await app.clock.advance(HOUR - 1);
    expect(requests(app)).toEqual([]);
    await app.clock.advance(1);
    expect(requests(app)).toEqual(['GET /profile', 'PUT /profile/avatar', 'GET /profile']);
    expect(await held(app)).toEqual(FACE);
    expect(shown(app)).toEqual(FACE);
    expect(keptPictures(app)).toEqual([BEACH]);
    expect(view(app)).toMatchObject({ temporary: null, canUndo: false, job: { kind: 'putBack', phase: 'done' } });
    expect(notices(app)).toEqual([]);
  });

  test('is removed where there was none before', async () => {
    const app = await atTheBeach(null);
    await app.clock.advance(HOUR);
    expect(changes(app)).toEqual(['DELETE /profile/avatar']);
    expect(await held(app)).toBeNull();
    expect(shown(app)).toBeNull();
  });

  test('that has passed is refused before anything is asked', async () => {
    const app = await signedInApp();
    const rule = { kind: 'time', hour: 1, minute: 0 } as const;
    expect(await upload(app, BEACH, { until: { rule } })).toMatchObject(failure('end_in_past'));
    expect(requests(app)).toEqual([]);
  });

  test('is counted in the zone of the person', async () => {
    const app = await signedInApp();
    await upload(app, BEACH, { until: { rule: { kind: 'endOfDay' } } });
    // The last moment of Saturday in Moscow.
    expect(view(app).temporary?.until).toBe(Date.parse('2026-11-21T20:59:59.999Z'));
  });

  test('without an end is no temporary one', async () => {
    const app = await signedInApp();
    await upload(app, BEACH, { until: { rule: { kind: 'none' } } });
    expect(view(app).temporary).toBeNull();
  });

  test('that cannot come back is not set, forced or not', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { path: '/profile' }, times: 2, play: { kind: 'reply', status: 404 } });
    expect(await upload(app, BEACH, { until: minutes(60) })).toMatchObject(failure('avatar_not_kept'));
    expect(await upload(app, BEACH, { until: minutes(60), force: true })).toMatchObject(
      failure('avatar_not_kept', { temporary: true }),
    );
    expect(await held(app)).toEqual(FACE);
  });
});

describe('the end', () => {
  test('is kept over a restart', async () => {
    const app = await restarted(await atTheBeach());
    expect(view(app).temporary).not.toBeNull();
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
    expect(view(app).temporary).toBeNull();
  });

  test('is done at the next start where the app did not run then', async () => {
    const first = await atTheBeach();
    first.app.stop();
    await first.clock.advance(3 * HOUR);
    const app = await restarted(first);
    expect(await held(app)).toEqual(FACE);
    expect(shown(app)).toEqual(FACE);
  });

  test('is done when the computer wakes up', async () => {
    const app = await atTheBeach();
    app.clock.sleep(5 * HOUR);
    app.app.resumed();
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('is done within a minute where nobody said that it woke up', async () => {
    const app = await atTheBeach();
    app.clock.sleep(5 * HOUR);
    await app.clock.advance(MINUTE);
    expect(await held(app)).toEqual(FACE);
  });

  test('does not come early because the clock was set back', async () => {
    const app = await atTheBeach();
    app.clock.sleep(-2 * HOUR);
    await app.clock.advance(2 * HOUR);
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('comes for an account that is not in use, too', async () => {
    const app = await atTheBeach();
    const { employee } = app.workspace.tokens;
    await app.app.send('session.signIn', { token: employee, storage: 'keychain' });
    await settle();
    expect(view(app).temporary).toBeNull();
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('does not come for an account that was signed out', async () => {
    const app = await atTheBeach();
    await app.app.send('session.signOut', { force: false });
    app.workspace.clearLog();
    await app.clock.advance(2 * HOUR);
    expect(changes(app)).toEqual([]);
  });

  test('waits for a change of the person that is under way', async () => {
    const app = await atTheBeach();
    app.workspace.faults.add({ on: { method: 'PUT', path: '/profile/avatar' }, play: { kind: 'hang' } });
    const sent = upload(app, CAKE);
    await settle();
    app.clock.sleep(HOUR);
    app.app.resumed();
    await settle();
    expect(changes(app)).toHaveLength(1);
    await app.app.send('avatar.cancel', {});
    await sent;
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('lets a change of the person wait for it, and does not undo that', async () => {
    const app = await atTheBeach();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, play: { kind: 'delay', ms: 30 } });
    app.clock.sleep(HOUR);
    app.app.resumed();
    await settle();
    expect(view(app).job?.kind).toBe('putBack');
    expect(await upload(app, CAKE)).toEqual(DONE);
    expect(await held(app)).toEqual(CAKE);
    expect(keptPictures(app)).toEqual([FACE, BEACH]);
    await app.clock.advance(3 * HOUR);
    expect(await held(app)).toEqual(CAKE);
  });
});

describe('a picture changed elsewhere', () => {
  test.each([
    ['another picture', CAKE],
    ['none', null],
  ])('(%s) stays, and the person is told', async (_, elsewhere) => {
    const app = await atTheBeach();
    app.workspace.elsewhere.setAvatar(elsewhere);
    await app.clock.advance(HOUR);
    expect(changes(app)).toEqual([]);
    expect(await held(app)).toEqual(elsewhere);
    expect(shown(app)).toEqual(elsewhere);
    expect(notices(app)).toEqual(['avatar-not-put-back']);
    expect(view(app)).toMatchObject({ temporary: null, canUndo: false, job: null });
    await app.clock.advance(3 * HOUR);
    expect(changes(app)).toEqual([]);
  });

  test('to what would come back needs no words', async () => {
    const app = await atTheBeach();
    app.workspace.elsewhere.setAvatar(FACE);
    await app.clock.advance(HOUR);
    expect(changes(app)).toEqual([]);
    expect(view(app).temporary).toBeNull();
    expect(notices(app)).toEqual([]);
  });

  test('is found out when the profile is read for another reason', async () => {
    const app = await atTheBeach();
    app.workspace.elsewhere.setAvatar(CAKE);
    await app.app.send('token.check', {});
    await settle();
    expect(view(app).temporary).toBeNull();
    expect(notices(app)).toEqual(['avatar-not-put-back']);
    await app.clock.advance(HOUR);
    expect(notices(app)).toHaveLength(1);
    expect(await held(app)).toEqual(CAKE);
  });

  test('while the app did not run stays, too', async () => {
    const first = await atTheBeach();
    first.app.stop();
    first.workspace.elsewhere.setAvatar(CAKE);
    await first.clock.advance(2 * HOUR);
    const app = await restarted(first);
    expect(await held(app)).toEqual(CAKE);
    expect(notices(app)).toEqual(['avatar-not-put-back']);
  });

  test('is what comes back after the next temporary one', async () => {
    const app = await atTheBeach();
    app.workspace.elsewhere.setAvatar(CAKE);
    expect(await upload(app, BEACH, { until: minutes(10) })).toEqual(DONE);
    await app.clock.advance(10 * MINUTE);
    expect(await held(app)).toEqual(CAKE);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(CAKE);
  });
});

describe('what the person does meanwhile', () => {
  test('another temporary picture lets the original come back, not the first one', async () => {
    const app = await atTheBeach();
    await app.clock.advance(30 * MINUTE);
    expect(await upload(app, CAKE, { until: minutes(120) })).toEqual(DONE);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(CAKE);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test.each([
    ['a picture that stays', (app: TestApp) => upload(app, CAKE), CAKE],
    ['no picture', ({ app }: TestApp) => app.send('avatar.delete', { force: false }), null],
    ['an earlier one', (app: TestApp) => restoreFirst(app), FACE],
  ])('%s ends it', async (_, act, expected) => {
    const app = await atTheBeach();
    expect(await act(app)).toEqual(DONE);
    expect(view(app).temporary).toBeNull();
    app.workspace.clearLog();
    await app.clock.advance(2 * HOUR);
    expect(changes(app)).toEqual([]);
    expect(await held(app)).toEqual(expected);
  });

  test('keeping it ends it', async () => {
    const app = await atTheBeach();
    expect(await app.app.send('avatar.keep', {})).toEqual(DONE);
    expect(view(app).temporary).toBeNull();
    await app.clock.advance(2 * HOUR);
    expect(await held(app)).toEqual(BEACH);
    expect(await app.app.send('avatar.keep', {})).toEqual(DONE);
  });

  test('undo takes it back before its time', async () => {
    const app = await atTheBeach();
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    expect(await held(app)).toEqual(FACE);
    expect(view(app).temporary).toBeNull();
    app.workspace.clearLog();
    await app.clock.advance(2 * HOUR);
    expect(changes(app)).toEqual([]);
  });

  test('undo of what came over it makes it temporary again', async () => {
    const app = await atTheBeach();
    const { temporary } = view(app);
    await upload(app, CAKE);
    expect(view(app).temporary).toBeNull();
    await app.app.send('avatar.undo', {});
    expect(await held(app)).toEqual(BEACH);
    expect(view(app).temporary).toEqual(temporary);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('undo after its time lets it go at once', async () => {
    const app = await atTheBeach();
    await upload(app, CAKE);
    await app.clock.advance(2 * HOUR);
    expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('another one over one that was stopped too late lets the original come back all the same', async () => {
    const app = await atTheBeach();
    const hang = { on: { path: '/profile/avatar' }, applied: true, play: { kind: 'hang' } } as const;
    app.workspace.faults.add(hang);
    const stopped = upload(app, CAKE, { until: minutes(120) });
    await settle();
    await app.app.send('avatar.cancel', {});
    expect(await stopped).toMatchObject(failure('aborted'));
    expect(await upload(app, BEACH, { until: minutes(90) })).toEqual(DONE);
    await app.clock.advance(90 * MINUTE);
    expect(await held(app)).toEqual(FACE);
  });

  test('seven pictures later the original is still there', async () => {
    const app = await atTheBeach();
    for (let n = 0; n < 7; n += 1) await upload(app, n % 2 ? CAKE : BEACH, { until: minutes(60) });
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });
});

describe('without a network at the end', () => {
  test('it is put back when there is one, and nobody is bothered until then', async () => {
    const app = await atTheBeach();
    const network = offline(app);
    await app.clock.advance(2 * HOUR);
    expect(view(app)).toMatchObject({ job: null, temporary: { withStatus: false } });
    expect(notices(app)).toEqual([]);
    expect(app.host.notifications).toEqual([]);
    network.back();
    await app.app.send('network.online', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('it is tried again by itself, ever less often', async () => {
    const app = await atTheBeach();
    const network = offline(app);
    await app.clock.advance(HOUR);
    app.workspace.clearLog();
    await app.clock.advance(8 * HOUR);
    // A connection that breaks is tried twice.
    expect(requests(app).length / 2).toBeLessThan(14);
    expect(requests(app).length / 2).toBeGreaterThan(8);
    network.back();
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('a restart loses nothing', async () => {
    const first = await atTheBeach();
    const network = offline(first);
    await first.clock.advance(2 * HOUR);
    const again = await restarted(first);
    expect(view(again).temporary).not.toBeNull();
    network.back();
    await again.app.send('network.online', {});
    await settle();
    expect(await held(again)).toEqual(FACE);
  });
});

describe('a try that fails', () => {
  test('is shown, and followed by another one', async () => {
    const app = await atTheBeach();
    app.workspace.faults.add({
      on: { path: '/profile/avatar' },
      play: { kind: 'reply', status: 403, body: '{"errors":[]}' },
    });
    await app.clock.advance(HOUR);
    expect(view(app)).toMatchObject({
      job: { kind: 'putBack', phase: 'failed', error: { code: 'forbidden' } },
      temporary: { withStatus: false },
    });
    await app.clock.advance(MINUTE / 2);
    expect(await held(app)).toEqual(FACE);
    expect(view(app).job).toMatchObject({ phase: 'done' });
  });

  test('whose answer was lost is not mistaken for a change elsewhere', async () => {
    const app = await atTheBeach();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, times: 2, applied: true, play: { kind: 'drop' } });
    await app.clock.advance(HOUR);
    await settle();
    expect(view(app).temporary).toBeNull();
    expect(shown(app)).toEqual(FACE);
    expect(notices(app)).toEqual([]);
    app.workspace.clearLog();
    await app.clock.advance(HOUR);
    expect(changes(app)).toEqual([]);
  });

  test('is not repeated with a token that is not taken any more, until there is another', async () => {
    const app = await signedInApp('full', { before: FACE });
    await upload(app, BEACH, { until: minutes(10) });
    app.workspace.elsewhere.revoke('full');
    await app.clock.advance(10 * MINUTE);
    app.workspace.clearLog();
    await app.clock.advance(40 * MINUTE);
    expect(requests(app)).toEqual([]);
    expect(await held(app)).toEqual(BEACH);
    const { expiring } = app.workspace.tokens;
    await app.app.send('session.signIn', { token: expiring, storage: 'keychain' });
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('is not repeated with a role that may not, until the token is found to be in order', async () => {
    const app = await atTheBeach();
    const body = '{"error":"insufficient_scope","error_description":"profile_avatar:write"}';
    app.workspace.faults.add({
      on: { path: '/profile/avatar' },
      times: 99,
      play: { kind: 'reply', status: 403, body },
    });
    await app.clock.advance(3 * HOUR);
    expect(changes(app)).toHaveLength(1);
    expect(app.app.state().session).toMatchObject({ refused: ['profile_avatar:write'] });
    app.workspace.faults.clear();
    await app.app.send('token.check', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('is repeated at once when the token is checked and found to be in order', async () => {
    const app = await atTheBeach();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, play: { kind: 'reply', status: 402 } });
    await app.clock.advance(HOUR);
    expect(view(app).job?.phase).toBe('failed');
    await app.app.send('token.check', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('for want of the earlier picture is the last one', async () => {
    const app = await atTheBeach();
    rmSync(app.pictures, { recursive: true });
    await app.clock.advance(HOUR);
    expect(view(app)).toMatchObject({ temporary: null, job: { phase: 'failed', error: { code: 'avatar_gone' } } });
    expect(await held(app)).toEqual(BEACH);
  });

  test('can be stopped by the person, and comes again', async () => {
    const app = await atTheBeach();
    app.workspace.faults.add({ on: { path: '/profile/avatar' }, play: { kind: 'hang' } });
    await app.clock.advance(HOUR);
    await app.app.send('avatar.cancel', {});
    await settle();
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(MINUTE);
    expect(await held(app)).toEqual(FACE);
  });
});

const restoreFirst = (test: TestApp) =>
  test.app.send('avatar.restore', { id: view(test).kept[0]?.id ?? '', force: false });
