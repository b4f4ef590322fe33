import { describe, expect, test } from 'vitest';
import { createDemoWorkspace } from '../../../electron/demo/workspace.ts';
import { createTestApp, SATURDAY, type TestApp } from '../../support/app.ts';
import { createFakeClock, settle } from '../../support/clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const plan = {
  emoji: '🎧',
  title: 'Focus',
  isAway: false,
  awayTemplate: null,
  deputy: null,
  expiry: { kind: 'duration', minutes: 60 },
} as const;

/** An app that is signed in, with a server whose clock is ahead of the computer's by so many milliseconds. */
async function withServerAhead(ahead: number): Promise<TestApp> {
  const clock = createFakeClock(SATURDAY);
  const test = createTestApp({ clock, workspace: createDemoWorkspace({ now: () => clock.now() + ahead }) });
  await test.app.start();
  await test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
  await settle();
  return test;
}

describe.each([
  ['a day ahead of', DAY],
  ['a day behind', -DAY],
])('a server %s the computer', (_, ahead) => {
  test('a status of an hour lasts an hour for the server', async () => {
    const { app, clock } = await withServerAhead(ahead);
    expect(await app.send('status.set', { plan, wayBack: null })).toEqual({ ok: true, value: 'done' });
    const serverNow = clock.now() + ahead;
    const { status, now } = app.state();
    expect(Math.abs((status.current?.expiresAt ?? 0) - (serverNow + 60 * MINUTE))).toBeLessThan(2_000);
    // What a surface shows as the time left is an hour too.
    expect(Math.abs((status.current?.expiresAt ?? 0) - now - 60 * MINUTE)).toBeLessThan(2_000);
    await clock.advance(59 * MINUTE);
    expect(app.state().status.current?.title).toBe('Focus');
    await clock.advance(2 * MINUTE);
    expect(app.state().status.current).toBeNull();
  });

  test('the person is told once, and not at all where the clocks agree', async () => {
    const { app, clock } = await withServerAhead(ahead);
    const told = () => app.state().notices.filter(({ kind }) => kind === 'clock-differs');
    expect(told()).toMatchObject([{ minutes: 24 * 60, ahead: ahead < 0 }]);
    const [notice] = told();
    if (notice) await app.send('notice.dismiss', { id: notice.id });
    await clock.advance(30 * MINUTE);
    expect(told()).toEqual([]);
  });
});

test('a clock that differs by less than a minute is taken for the same', async () => {
  const { app } = await withServerAhead(40_000);
  expect(app.state()).toMatchObject({ clockOffset: 0, notices: [] });
});
