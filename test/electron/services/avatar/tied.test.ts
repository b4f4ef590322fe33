import { describe, expect, test } from 'vitest';
import type { StatusPlan } from '../../../../shared/schemas.ts';
import { createTestApp, type TestApp } from '../../../support/app.ts';
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
  MINUTE,
  notices,
  offline,
  requests,
  restarted,
  signedInApp,
  upload,
  view,
} from './support.ts';

const VACATION: StatusPlan = {
  emoji: '🏖️',
  title: 'On vacation',
  isAway: true,
  awayTemplate: null,
  deputy: null,
  expiry: { kind: 'duration', minutes: 240 },
};
const LUNCH: StatusPlan = {
  ...VACATION,
  emoji: '🍽️',
  title: 'Lunch',
  isAway: false,
  expiry: { kind: 'duration', minutes: 60 },
};
const ENDLESS: StatusPlan = { ...VACATION, expiry: { kind: 'none' } };

const set = (test: TestApp, plan: StatusPlan) => test.app.send('status.set', { plan, wayBack: null });

/** An app on vacation for four hours, with a picture that goes with it. */
async function onVacation(plan = VACATION): Promise<TestApp> {
  const app = await signedInApp('full', { before: FACE });
  await set(app, plan);
  expect(await upload(app, BEACH, { until: 'status' })).toEqual(DONE);
  await settle();
  app.workspace.clearLog();
  return app;
}

describe('a picture that goes with a status', () => {
  test('needs one', async () => {
    const app = await signedInApp('full', { before: FACE });
    expect(await upload(app, BEACH, { until: 'status' })).toMatchObject(failure('avatar_no_status'));
    expect(requests(app)).toEqual([]);
    expect(view(app).job).toBeNull();
  });

  test('goes when the status ends', async () => {
    const app = await onVacation();
    expect(view(app).temporary).toEqual({ until: app.clock.now() + 4 * HOUR, withStatus: true });
    await app.clock.advance(4 * HOUR - 1);
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(1);
    expect(await held(app)).toEqual(FACE);
    expect(view(app).temporary).toBeNull();
    expect(requests(app).filter((request) => request === 'GET /profile')).toHaveLength(2);
  });

  test('goes when the status is cleared, and stays as long as it has no end', async () => {
    const app = await onVacation(ENDLESS);
    expect(view(app).temporary).toEqual({ until: null, withStatus: true });
    await app.clock.advance(5 * HOUR);
    expect(await held(app)).toEqual(BEACH);
    await app.app.send('status.clear', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('goes when another status is set for good', async () => {
    const app = await onVacation();
    await set(app, { ...LUNCH, expiry: { kind: 'none' } });
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('goes when somebody changes the status elsewhere, once that is known', async () => {
    const app = await onVacation();
    app.workspace.elsewhere.setStatus({ emoji: '🏠', title: 'Home' });
    await app.app.send('status.refresh', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('goes with a status that is just being set', async () => {
    const app = await signedInApp('full', { before: FACE });
    app.workspace.faults.add({ on: { method: 'PUT' }, play: { kind: 'delay', ms: 20 } });
    const change = set(app, VACATION);
    expect(await upload(app, BEACH, { until: 'status' })).toEqual(DONE);
    await change;
    await settle();
    expect(await held(app)).toEqual(BEACH);
    expect(view(app).temporary?.until).toBe(app.clock.now() + 4 * HOUR);
    await app.clock.advance(4 * HOUR);
    expect(await held(app)).toEqual(FACE);
  });
});

describe('the status it goes with', () => {
  test('may be extended here', async () => {
    const app = await onVacation();
    await app.app.send('status.extend', { by: { kind: 'duration', minutes: 60 } });
    expect(view(app).temporary?.until).toBe(app.clock.now() + 5 * HOUR);
    await app.clock.advance(5 * HOUR - 1);
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(1);
    expect(await held(app)).toEqual(FACE);
  });

  test('may be extended elsewhere, even where that is found out at its end only', async () => {
    const app = await onVacation();
    const end = app.clock.now() + 5 * HOUR;
    // Just before the end, between two looks at the server.
    await app.clock.advance(4 * HOUR - 1);
    app.workspace.elsewhere.setStatus({ emoji: '🏖️', title: 'On vacation', expiresAt: end });
    await app.clock.advance(1);
    expect(await held(app)).toEqual(BEACH);
    expect(view(app).temporary?.until).toBe(end);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('may get another message and another end', async () => {
    const app = await onVacation();
    await set(app, { ...VACATION, isAway: false, expiry: { kind: 'duration', minutes: 30 } });
    await settle();
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(30 * MINUTE);
    // The longer vacation before it comes back, and with it the reason for the picture.
    expect(app.app.state().status.current?.title).toBe('On vacation');
    expect(await held(app)).toEqual(BEACH);
  });

  test('may wait for the one over it, and the picture stays meanwhile', async () => {
    const app = await onVacation();
    await set(app, LUNCH);
    await settle();
    expect(app.app.state().wayBack?.title).toBe('On vacation');
    expect(view(app).temporary).toEqual({ until: app.clock.now() + 4 * HOUR, withStatus: true });
    await app.clock.advance(HOUR);
    expect(app.app.state().status.current?.title).toBe('On vacation');
    expect(changes(app)).toEqual([]);
    await app.clock.advance(3 * HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('may wait in vain: when its way back is forgotten, the picture goes', async () => {
    const app = await onVacation();
    await set(app, LUNCH);
    await app.app.send('status.forgetWayBack', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('may end while it waits', async () => {
    const app = await onVacation({ ...VACATION, expiry: { kind: 'duration', minutes: 61 } });
    await set(app, LUNCH);
    await app.clock.advance(62 * MINUTE);
    expect(app.app.state().status.current).toBeNull();
    expect(await held(app)).toEqual(FACE);
  });

  test('may be gone from the way back because somebody replaced the one over it', async () => {
    const app = await onVacation();
    await set(app, LUNCH);
    app.workspace.elsewhere.setStatus({ emoji: '🏠', title: 'Home' });
    await app.app.send('status.refresh', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('may fail to come back, and then the picture goes', async () => {
    const app = await onVacation();
    await set(app, LUNCH);
    app.workspace.faults.add({
      on: { method: 'PUT', path: '/profile/status' },
      play: { kind: 'reply', status: 403, body: '{"errors":[]}' },
    });
    await app.clock.advance(HOUR);
    expect(app.app.state().change?.phase).toBe('failed');
    expect(await held(app)).toEqual(FACE);
  });

  test('that comes back is one a picture may go with, though it was set over it', async () => {
    const app = await signedInApp('full', { before: FACE });
    await set(app, VACATION);
    await set(app, LUNCH);
    await upload(app, CAKE, { until: 'status' });
    await app.clock.advance(HOUR);
    expect(app.app.state().status.current?.title).toBe('On vacation');
    expect(await held(app)).toEqual(FACE);
  });
});

describe('without a network', () => {
  test('a change that is kept for later lets the picture stay until it is sent', async () => {
    const app = await onVacation();
    const network = offline(app);
    await app.app.send('status.clear', {});
    await settle();
    expect(app.app.state().change?.phase).toBe('queued');
    expect(view(app).temporary).not.toBeNull();
    network.back();
    await app.app.send('network.online', {});
    await settle();
    expect(app.app.state().status.current).toBeNull();
    expect(await held(app)).toEqual(FACE);
  });

  test('the end of the status is enough to know that its time is over when the network is back', async () => {
    const app = await onVacation();
    const network = offline(app);
    await app.clock.advance(5 * HOUR);
    expect(view(app).temporary).not.toBeNull();
    expect(view(app).job).toBeNull();
    network.back();
    await app.app.send('network.online', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });
});

describe('a restart', () => {
  test('lets the picture stay as long as the status is there', async () => {
    const app = await restarted(await onVacation());
    expect(view(app).temporary?.withStatus).toBe(true);
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(4 * HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('finds out that the status ended meanwhile', async () => {
    const first = await onVacation();
    first.app.stop();
    await first.clock.advance(10 * HOUR);
    const app = await restarted(first);
    expect(await held(app)).toEqual(FACE);
  });

  test('while the status waits for the one over it lets the picture stay', async () => {
    const first = await onVacation();
    await set(first, LUNCH);
    const app = await restarted(first);
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(HOUR);
    expect(app.app.state().status.current?.title).toBe('On vacation');
    expect(await held(app)).toEqual(BEACH);
  });

  test('with a change kept for the network lets the picture stay until it is sent', async () => {
    const first = await onVacation();
    const network = offline(first);
    await first.app.send('status.clear', {});
    const app = await restarted(first);
    expect(view(app).temporary?.withStatus).toBe(true);
    network.back();
    await app.app.send('network.online', {});
    await settle();
    expect(await held(app)).toEqual(FACE);
  });

  test('without a network concludes nothing', async () => {
    const first = await onVacation();
    const network = offline(first);
    const app = await restarted(first);
    await app.clock.advance(HOUR);
    expect(view(app).temporary?.withStatus).toBe(true);
    network.back();
    await app.app.send('network.online', {});
    await settle();
    expect(await held(app)).toEqual(BEACH);
  });

  test('with the token locked away leaves everything for later', async () => {
    const first = await onVacation();
    first.keychain.mode = 'locked';
    first.app.stop();
    const locked = createTestApp(first);
    await locked.app.start();
    await locked.clock.advance(10 * HOUR);
    expect(await held(locked)).toEqual(BEACH);
    locked.keychain.mode = 'unlocked';
    await locked.app.send('session.retry', {});
    await settle();
    expect(await held(locked)).toEqual(FACE);
  });
});

test('a picture changed elsewhere stays when the status ends', async () => {
  const app = await onVacation();
  app.workspace.elsewhere.setAvatar(CAKE);
  await app.app.send('status.clear', {});
  await settle();
  expect(changes(app)).toEqual([]);
  expect(await held(app)).toEqual(CAKE);
  expect(notices(app)).toEqual(['avatar-not-put-back']);
});

test('a second status over it gets a picture of its own, and the original comes back with the last one', async () => {
  const app = await onVacation();
  await set(app, LUNCH);
  expect(await upload(app, CAKE, { until: 'status' })).toEqual(DONE);
  await app.clock.advance(HOUR);
  expect(app.app.state().status.current?.title).toBe('On vacation');
  expect(await held(app)).toEqual(FACE);
});
