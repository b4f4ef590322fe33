import { beforeEach, describe, expect, test } from 'vitest';
import type { PachcaClient } from '../../../electron/services/pachca/client.ts';
import { createSchedule } from '../../../electron/services/schedule.ts';
import { createStatusEngine, DONE_SHOWN, SLOW_REFRESH, type Wanted } from '../../../electron/services/status.ts';
import { createStore, type Store } from '../../../electron/services/store.ts';
import { appError, type AppError } from '../../../shared/errors.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Status } from '../../../shared/status.ts';
import { createFakeClock, settle, type FakeClock } from '../../support/clock.ts';
import { createFakeHost } from '../../support/host.ts';
import { memorySettings } from '../../support/settings.ts';

const START = '2026-11-21T10:00:00.000Z';
const HOUR = 3_600_000;

const lunch: Status = {
  emoji: '🍽️',
  title: 'Lunch',
  expiresAt: Date.parse(START) + HOUR,
  isAway: false,
  awayMessage: null,
};
const focus: Status = { ...lunch, emoji: '🎧', title: 'Focus' };
const set = (status: Status): Wanted => ({ status, presetId: null });
const CLEAR: Wanted = { status: null, presetId: null };

type Options = NonNullable<Parameters<PachcaClient['setStatus']>[1]>;

/** One call of the client, answered when the test says so. */
interface Call {
  readonly operation: string;
  readonly options: Options;
  answer(result: Result<Status | null>): Promise<void>;
}

/** A client whose server is the test. */
function createScriptedClient() {
  const calls: Call[] = [];
  let underWay = 0;
  let most = 0;
  const call = (operation: string, options: Options = {}): Promise<Result<Status | null>> => {
    underWay += 1;
    most = Math.max(most, underWay);
    return new Promise((resolve) => {
      const end = (result: Result<Status | null>): void => {
        underWay -= 1;
        resolve(result);
      };
      options.signal?.addEventListener('abort', () => end(fail(appError('aborted', {}))), { once: true });
      calls.push({
        operation,
        options,
        answer: async (result) => {
          end(result);
          await settle();
        },
      });
    });
  };
  const client = {
    status: (options?: Options) => call('GET', options),
    setStatus: (status: Status, options?: Options) => call(`PUT ${status.title}`, options) as Promise<Result<Status>>,
    clearStatus: (options?: Options) => call('DELETE', options) as Promise<Result<null>>,
  } satisfies Partial<PachcaClient> as unknown as PachcaClient;
  return {
    client,
    calls,
    operations: () => calls.map(({ operation }) => operation),
    last: (): Call => {
      const found = calls.at(-1);
      if (!found) throw new Error('the client was not called');
      return found;
    },
    mostAtOnce: () => most,
  };
}

let clock: FakeClock;
let store: Store;
let server: ReturnType<typeof createScriptedClient>;
let engine: ReturnType<typeof createStatusEngine>;
let refused: AppError[];
let mayRead: boolean;

beforeEach(() => {
  clock = createFakeClock(START);
  store = createStore(clock, createFakeHost(), memorySettings());
  const schedule = createSchedule(clock, { onTick: () => store.publish(), onJump: () => undefined });
  engine = createStatusEngine(clock, store, schedule);
  server = createScriptedClient();
  refused = [];
  mayRead = true;
  engine.use({ client: server.client, mayRead: () => mayRead, refused: (error) => refused.push(error) });
});

describe('a change', () => {
  test('is pending at once, and done when the server said so', async () => {
    const outcome = engine.change(set(lunch));
    expect(store.state().change).toMatchObject({ phase: 'pending', status: lunch });
    expect(store.state().status.current).toBeNull();
    await server.last().answer(ok(lunch));
    expect(await outcome).toEqual(ok('done'));
    expect(store.state().change?.phase).toBe('done');
    expect(store.state().status).toMatchObject({ known: true, current: lunch, checkedAt: clock.now() });
    expect(server.operations()).toEqual(['PUT Lunch']);
  });

  test('shows what the server made of it, not what was sent', async () => {
    void engine.change(set(lunch));
    await server.last().answer(ok({ ...lunch, title: 'Lunch (from the server)' }));
    expect(store.state().status.current?.title).toBe('Lunch (from the server)');
  });

  test('"done" goes away by itself', async () => {
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
    await clock.advance(DONE_SHOWN - 1);
    expect(store.state().change?.phase).toBe('done');
    await clock.advance(1);
    expect(store.state().change).toBeNull();
  });

  test('clearing is one DELETE and leaves no status', async () => {
    void engine.change(CLEAR);
    await server.last().answer(ok(null));
    expect(server.operations()).toEqual(['DELETE']);
    expect(store.state().status).toMatchObject({ known: true, current: null });
  });

  test('tells when it waits for another try, and until when', async () => {
    void engine.change(set(lunch));
    server.last().options.onWait?.(clock.now() + 4_000);
    expect(store.state().change).toMatchObject({ phase: 'waiting', retryAt: clock.now() + 4_000 });
    server.last().options.onTry?.();
    expect(store.state().change).toMatchObject({ phase: 'pending', retryAt: null });
    await server.last().answer(ok(lunch));
    expect(store.state().change?.phase).toBe('done');
  });

  test('that fails says why, keeps what was asked for, and looks what the server holds', async () => {
    const outcome = engine.change(set(lunch));
    const error = appError('timeout', { seconds: 10 });
    await server.last().answer(fail(error));
    expect(await outcome).toEqual(fail(error));
    expect(store.state().change).toMatchObject({ phase: 'failed', status: lunch, error });
    expect(refused).toEqual([error]);
    expect(server.last().operation).toBe('GET');
  });

  test('that seemed to fail but reached the server is done', async () => {
    void engine.change(set(lunch));
    await server.last().answer(fail(appError('timeout', { seconds: 10 })));
    // A server may keep whole seconds.
    await server.last().answer(ok({ ...lunch, expiresAt: (lunch.expiresAt ?? 0) - 999 }));
    expect(store.state().change).toMatchObject({ phase: 'done', error: null });
  });

  test('that failed stays failed where the server holds something else', async () => {
    void engine.change(set(lunch));
    await server.last().answer(fail(appError('offline', { reason: 'ECONNRESET' })));
    await server.last().answer(ok(focus));
    expect(store.state().change?.phase).toBe('failed');
    expect(store.state().status.current).toEqual(focus);
  });

  test('needs an account', async () => {
    engine.use(null);
    expect(await engine.change(set(lunch))).toEqual(fail(appError('signed_out', {})));
  });
});

describe('two changes', () => {
  test('the newer one follows one whose answer is still to come', async () => {
    const first = engine.change(set(lunch));
    const second = engine.change(set(focus));
    expect(server.operations()).toEqual(['PUT Lunch']);
    expect(store.state().change?.status).toEqual(focus);
    await server.last().answer(ok(lunch));
    expect(server.operations()).toEqual(['PUT Lunch', 'PUT Focus']);
    expect(store.state().change).toMatchObject({ phase: 'pending', status: focus });
    await server.last().answer(ok(focus));
    expect([await first, await second]).toEqual([ok('done'), ok('done')]);
    expect(store.state().status.current).toEqual(focus);
  });

  test('the newer one replaces one that waits for another try, at once', async () => {
    const first = engine.change(set(lunch));
    server.last().options.onWait?.(clock.now() + 30_000);
    const second = engine.change(set(focus));
    expect(await first).toEqual(ok('superseded'));
    await settle();
    expect(server.operations()).toEqual(['PUT Lunch', 'PUT Focus']);
    await server.last().answer(ok(focus));
    expect(await second).toEqual(ok('done'));
  });

  test('one that begins to wait while a newer one is queued gives way', async () => {
    const first = engine.change(set(lunch));
    void engine.change(set(focus));
    server.last().options.onWait?.(clock.now() + 30_000);
    expect(await first).toEqual(ok('superseded'));
    await settle();
    expect(server.last().operation).toBe('PUT Focus');
    expect(store.state().change).toMatchObject({ phase: 'pending', status: focus });
  });

  test('of three quick ones the middle one is never sent', async () => {
    void engine.change(set(lunch));
    const middle = engine.change(CLEAR);
    void engine.change(set(focus));
    expect(await middle).toEqual(ok('superseded'));
    await server.last().answer(ok(lunch));
    await server.last().answer(ok(focus));
    expect(server.operations()).toEqual(['PUT Lunch', 'PUT Focus']);
  });

  test('the failure of an older one does not hide the newer one', async () => {
    void engine.change(set(lunch));
    void engine.change(set(focus));
    await server.last().answer(fail(appError('server_error', { status: 503 })));
    expect(store.state().change).toMatchObject({ phase: 'pending', status: focus });
  });
});

describe('reading', () => {
  test('asks once, however many want to know', async () => {
    const [a, b] = [engine.refresh(), engine.refresh()];
    expect(store.state().status.checking).toBe(true);
    await server.last().answer(ok(lunch));
    expect([(await a).ok, (await b).ok]).toEqual([true, true]);
    expect(server.operations()).toEqual(['GET']);
    expect(store.state().status).toMatchObject({ known: true, current: lunch, checking: false });
  });

  test('gives way to a change, and its late answer does not undo the change', async () => {
    void engine.refresh();
    void engine.change(set(lunch));
    await settle();
    expect(server.operations()).toEqual(['GET', 'PUT Lunch']);
    await server.last().answer(ok(lunch));
    expect(store.state().status).toMatchObject({ current: lunch, checking: false });
  });

  test('is not needed while a change is under way', async () => {
    void engine.change(set(lunch));
    expect((await engine.refresh()).ok).toBe(true);
    expect(server.operations()).toEqual(['PUT Lunch']);
  });

  test('that fails keeps what was known', async () => {
    void engine.refresh();
    await server.last().answer(ok(lunch));
    void engine.refresh();
    const error = appError('offline', { reason: 'ENOTFOUND' });
    await server.last().answer(fail(error));
    expect(store.state().status).toMatchObject({ known: true, current: lunch, checking: false, error });
  });

  test('is not tried with a token that may not', async () => {
    mayRead = false;
    const result = await engine.refresh();
    expect(result).toEqual(fail(appError('insufficient_scope', { scope: 'profile_status:read' })));
    expect(server.calls).toHaveLength(0);
  });

  test('happens slowly by itself, at most four times an hour', async () => {
    void engine.refresh();
    await server.last().answer(ok(null));
    for (let passed = 0; passed < 6 * HOUR; passed += 60_000) {
      await clock.advance(60_000);
      if (store.state().status.checking) await server.last().answer(ok(null));
    }
    const reads = server.calls.length - 1;
    expect(reads).toBe((6 * HOUR) / SLOW_REFRESH);
    expect(reads / 6).toBeLessThanOrEqual(4);
  });
});

describe('the end of a status', () => {
  test('is seen at its moment, and the server is asked', async () => {
    void engine.refresh();
    await server.last().answer(ok(lunch));
    await clock.advance(HOUR - 1);
    expect(store.state().status.current).toEqual(lunch);
    const asked = server.calls.length;
    if (store.state().status.checking) await server.last().answer(ok(lunch));
    await clock.advance(1);
    expect(store.state().status.current).toBeNull();
    expect(server.calls.length).toBeGreaterThan(asked);
  });

  test('an ended status that the server still returns is not shown', async () => {
    clock.sleep(2 * HOUR);
    void engine.refresh();
    await server.last().answer(ok(lunch));
    expect(store.state().status).toMatchObject({ known: true, current: null });
  });
});

describe('another account', () => {
  test('what was under way is given up and shows nowhere', async () => {
    const outcome = engine.change(set(lunch));
    const late = server.last();
    const next = createScriptedClient();
    engine.use({ client: next.client, mayRead: () => true, refused: () => undefined });
    await late.answer(ok(lunch));
    expect(await outcome).toEqual(ok('superseded'));
    expect(store.state().status.known).toBe(false);
    expect(store.state().change).toBeNull();
  });
});

test('there is never more than one request under way', async () => {
  void engine.refresh();
  void engine.change(set(lunch));
  void engine.change(set(focus));
  void engine.refresh();
  await settle();
  await server.last().answer(ok(lunch));
  void engine.change(CLEAR);
  await server.last().answer(ok(focus));
  await server.last().answer(ok(null));
  expect(server.mostAtOnce()).toBe(1);
});
