/** The same over a real connection, where a picture takes its time. */
import { expect, onTestFinished, test } from 'vitest';
import { startDemoServer } from '../../../../electron/demo/server.ts';
import type { DemoServer } from '../../../../electron/demo/server.ts';
import { createDemoWorkspace } from '../../../../electron/demo/workspace.ts';
import { createFakeClock } from '../../../support/clock.ts';
import { SATURDAY, type TestApp } from '../../../support/app.ts';
import { BEACH, DONE, FACE, failure, heavy, held, shown, signedInApp, upload, view } from './support.ts';

async function overHttp(): Promise<{ app: TestApp; server: DemoServer }> {
  const clock = createFakeClock(SATURDAY);
  const inner = createDemoWorkspace({ now: () => clock.now() });
  const server = await startDemoServer({ workspace: inner });
  onTestFinished(() => server.close());
  const workspace = { ...inner, baseUrl: server.url, fetch };
  const app = await signedInApp('full', { clock, workspace, before: FACE });
  await app.until(() => shown(app) !== null);
  return { app, server };
}

test('a picture is sent, shown and taken back', async () => {
  const { app } = await overHttp();
  expect(await upload(app, BEACH)).toEqual(DONE);
  expect(await held(app)).toEqual(BEACH);
  expect(await app.app.send('avatar.undo', {})).toEqual(DONE);
  expect(await held(app)).toEqual(FACE);
});

test('a large picture to a slow server is shown as running until the server has it', async () => {
  const { app, server } = await overHttp();
  server.workspace.faults.add({ on: { path: '/profile/avatar' }, play: { kind: 'crawl', ms: 15 } });
  const seen = new Set<string>();
  app.app.subscribe(({ avatar }) => void seen.add(`${String(avatar.job?.phase)} ${String(avatar.job?.progress)}`));
  expect(await upload(app, heavy(1_000_000))).toEqual(DONE);
  expect([...seen]).toContain('running 0');
  expect([...seen].filter((each) => each.startsWith('running')).length).toBeGreaterThan(5);
});

test('stopping while the server has not answered closes the connection, and nothing has changed', async () => {
  const { app, server } = await overHttp();
  server.workspace.faults.add({ on: { path: '/profile/avatar' }, play: { kind: 'hang' } });
  const sent = upload(app, heavy(1_000_000));
  await app.until(({ avatar }) => avatar.job?.phase === 'running' && avatar.job.progress > 0);
  await app.app.send('avatar.cancel', {});
  expect(await sent).toMatchObject(failure('aborted'));
  expect(view(app)).toMatchObject({ job: null, canUndo: false });
  expect(await held(app)).toEqual(FACE);
  expect(shown(app)).toEqual(FACE);
  expect(await upload(app, BEACH)).toEqual(DONE);
  expect(await held(app)).toEqual(BEACH);
});
