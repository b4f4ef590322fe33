import { describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../support/app.ts';
import { settle } from '../../../support/clock.ts';
import { memorySettings } from '../../../support/settings.ts';
import { BEACH, FACE, held, HOUR, minutes, notices, shown, signedInApp, upload, view } from './support.ts';

/**
 * An app that is killed while a picture for an hour is on its way, and what is started after it from what lay on the disk.
 * @param arrives whether the picture reaches the server
 */
async function killedWhileSending(arrives: boolean, asleep = 0): Promise<TestApp> {
  const first = await signedInApp('full', { before: FACE });
  const onDisk: TestApp['settings']['data'][] = [];
  const { fetch } = first.workspace;
  const workspace = {
    ...first.workspace,
    fetch: async (url: string | Request | URL, init?: RequestInit) => {
      if (init?.method !== 'PUT') return fetch(url, init);
      onDisk.push(structuredClone(killed.settings.data));
      if (arrives) await fetch(url, init);
      return new Promise<Response>(() => undefined);
    },
  };
  const killed = createTestApp({ ...first, workspace });
  first.app.stop();
  await killed.app.start();
  await settle();
  void upload(killed, BEACH, { until: minutes(60) });
  await settle();
  const [left] = onDisk;
  if (!left) throw new Error('it was not on its way');
  first.clock.sleep(asleep);
  const again = createTestApp({ ...first, settings: memorySettings(left) });
  await again.app.start();
  await settle();
  return again;
}

describe('a temporary picture that was on its way when the app was killed', () => {
  test('and arrived is known as a temporary one, and goes when its time is over', async () => {
    const app = await killedWhileSending(true);
    expect(await held(app)).toEqual(BEACH);
    expect(view(app).temporary).toEqual({ until: app.clock.now() + HOUR, withStatus: false });
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
    expect(shown(app)).toEqual(FACE);
  });

  test('and did not arrive is set now', async () => {
    const app = await killedWhileSending(false);
    expect(await held(app)).toEqual(BEACH);
    await app.clock.advance(HOUR);
    expect(await held(app)).toEqual(FACE);
  });

  test('and whose time is over before it began is told of', async () => {
    const app = await killedWhileSending(false, 2 * HOUR);
    expect(await held(app)).toEqual(FACE);
    expect(view(app)).toMatchObject({ temporary: null, job: { phase: 'failed', error: { code: 'end_in_past' } } });
    expect(app.host.notifications).toHaveLength(1);
    expect(notices(app)).toEqual([]);
  });

  test('and arrived, but whose time is over when the app is started again, goes at once', async () => {
    const app = await killedWhileSending(true, 2 * HOUR);
    await settle();
    expect(await held(app)).toEqual(FACE);
    expect(view(app).temporary).toBeNull();
  });
});
