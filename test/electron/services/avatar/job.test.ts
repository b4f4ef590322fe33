import { describe, expect, test } from 'vitest';
import { createJobs, DONE_SHOWN, type RunningJob } from '../../../../electron/services/avatar/job.ts';
import { createSchedule } from '../../../../electron/services/schedule.ts';
import { appError } from '../../../../shared/errors.ts';
import { done, fail, type Result } from '../../../../shared/result.ts';
import type { AvatarJob } from '../../../../shared/state.ts';
import { createFakeClock, settle } from '../../../support/clock.ts';

function start() {
  const clock = createFakeClock('2026-11-21T10:00:00.000Z');
  const schedule = createSchedule(clock, { onTick: () => undefined, onJump: () => undefined });
  const seen: (AvatarJob | null)[] = [];
  const jobs = createJobs({ clock, schedule, show: (job) => seen.push(job) });
  let finish: (result: Result<null>) => void = () => undefined;
  const begun: RunningJob[] = [];
  const result = jobs.run('upload', (running) => {
    begun.push(running);
    return new Promise((resolve) => (finish = resolve));
  });
  const end = async (with_: Result<null>): Promise<void> => {
    finish(with_);
    await settle();
  };
  const [job] = begun;
  if (!job) throw new Error('not begun');
  return { clock, jobs, seen, result, end, job };
}

const FAILED = fail(appError('server_error', { status: 503 }));

describe('a job', () => {
  test('is shown from its beginning to ten seconds after its end', async () => {
    const { clock, jobs, end } = start();
    expect(jobs.shown).toMatchObject({ kind: 'upload', phase: 'keeping', progress: 0, error: null });
    await end(done);
    expect(jobs.shown).toMatchObject({ phase: 'done', progress: 1 });
    await clock.advance(DONE_SHOWN - 1);
    expect(jobs.shown).not.toBeNull();
    await clock.advance(1);
    expect(jobs.shown).toBeNull();
  });

  test('that failed stays until it is dismissed', async () => {
    const { clock, jobs, end } = start();
    await end(FAILED);
    await clock.advance(10 * DONE_SHOWN);
    expect(jobs.shown).toMatchObject({ phase: 'failed', error: { code: 'server_error' } });
    jobs.dismiss();
    expect(jobs.shown).toBeNull();
  });

  test('cannot be dismissed while it runs', () => {
    const { jobs } = start();
    jobs.dismiss();
    expect(jobs.shown).not.toBeNull();
  });

  test('is followed by its own successor only', async () => {
    const { clock, jobs, end } = start();
    await end(done);
    const next = jobs.run('delete', () => new Promise(() => undefined));
    void next;
    await clock.advance(10 * DONE_SHOWN);
    expect(jobs.shown).toMatchObject({ kind: 'delete', phase: 'keeping' });
  });

  test('tells of waits and of tries that begin anew', () => {
    const { jobs, job } = start();
    const { onWait, onTry, onProgress } = job.send();
    onProgress?.(0.5);
    expect(jobs.shown).toMatchObject({ phase: 'running', progress: 0.5 });
    onWait?.(0);
    expect(jobs.shown).toMatchObject({ phase: 'waiting' });
    onTry?.();
    expect(jobs.shown).toMatchObject({ phase: 'running', progress: 0 });
  });

  test('tells of its progress in at most twenty steps', () => {
    const { seen, job } = start();
    const { onProgress } = job.send();
    const before = seen.length;
    for (let part = 0; part <= 1000; part += 1) onProgress?.(part / 1000);
    expect(seen.length - before).toBe(20);
  });

  test('that is over takes no notice of what its connection still says', async () => {
    const { jobs, job, end } = start();
    const { onProgress, onWait } = job.send();
    await end(FAILED);
    const { shown } = jobs;
    onProgress?.(0.5);
    onWait?.(0);
    expect(jobs.shown).toEqual(shown);
  });

  test('can turn out to have done what it was to do', async () => {
    const { jobs, end } = start();
    await end(FAILED);
    jobs.succeeded();
    expect(jobs.shown).toMatchObject({ phase: 'done', error: null });
  });

  test('that breaks does not stand in the way of the next one', async () => {
    const { jobs, end } = start();
    await end(done);
    await expect(jobs.run('undo', () => Promise.reject(new Error('a fault of ours')))).rejects.toThrow();
    expect(jobs.busy()).toBe(false);
    expect(jobs.shown).toMatchObject({ phase: 'failed', error: { code: 'internal' } });
  });
});
