import { beforeEach, describe, expect, test } from 'vitest';
import type { PachcaClient } from '../../../../electron/services/pachca/client.ts';
import { createSchedule } from '../../../../electron/services/schedule.ts';
import { DONE_SHOWN, SLOW_REFRESH } from '../../../../electron/services/status/deadlines.ts';
import { createStatusEngine, type StatusEngine } from '../../../../electron/services/status/engine.ts';
import { NO_FACTS, type StatusFacts } from '../../../../electron/services/status/facts.ts';
import { EMPTY_MEMORY, type StatusMemory, type Wanted } from '../../../../electron/services/status/memory.ts';
import type { NewNotice } from '../../../../electron/services/notices.ts';
import { appError, type AppError } from '../../../../shared/errors.ts';
import { defaultContext } from '../../../../shared/locale-week.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { StatusSource } from '../../../../shared/status-source.ts';
import { currentAt, type Status } from '../../../../shared/status.ts';
import { createFakeClock, settle, type FakeClock } from '../../../support/clock.ts';

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
const vacation: Status = {
  emoji: '🏖️',
  title: 'On vacation',
  expiresAt: Date.parse('2026-11-30T06:00:00.000Z'),
  isAway: true,
  awayMessage: 'I’m away.',
};
const set = (status: Status | null): Wanted => ({
  status,
  source: null,
  plan: null,
  presetId: null,
  origin: 'person',
  wayBack: null,
});
const CLEAR = set(null);

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
let facts: StatusFacts;
let memory: StatusMemory;
let server: ReturnType<typeof createScriptedClient>;
let engine: StatusEngine;
let refused: AppError[];
let notices: NewNotice[];
let failedLater: AppError[];
let warned: Status[];
let mayRead: boolean;

/** What a snapshot would show. */
const state = () => ({ ...facts, status: { ...facts.status, current: currentAt(facts.status.current, clock.now()) } });

/** Starts an engine over what is remembered, as the app does when it starts. */
function startEngine(): void {
  facts = NO_FACTS;
  server = createScriptedClient();
  engine = createStatusEngine({
    clock,
    schedule: createSchedule(clock, { onTick: () => undefined, onJump: () => undefined }),
    client: server.client,
    facts: { get: () => facts, update: (patch) => (facts = { ...facts, ...patch }) },
    memory: { load: () => memory, save: (next) => (memory = next) },
    mayRead: () => mayRead,
    refused: (error) => refused.push(error),
    onClock: (at) => at,
    notice: (notice) => notices.push(notice),
    failedLater: (error) => failedLater.push(error),
    warn: (status) => warned.push(status),
    warnBefore: () => 5,
    context: () => ({ locale: 'en', expiry: defaultContext('Europe/Moscow', 'en-GB'), name: 'Oleg' }),
  });
  engine.start();
}

/** The server holds this; what was asked so far is forgotten. */
async function holding(status: Status | null): Promise<void> {
  await server.last().answer(ok(status));
  server.calls.length = 0;
}

beforeEach(async () => {
  clock = createFakeClock(START);
  memory = EMPTY_MEMORY;
  refused = [];
  notices = [];
  failedLater = [];
  warned = [];
  mayRead = true;
  startEngine();
  await holding(null);
});

describe('a change', () => {
  test('is pending at once, and done when the server said so', async () => {
    const outcome = engine.change(set(lunch));
    expect(state().change).toMatchObject({ phase: 'pending', status: lunch });
    expect(state().status.current).toBeNull();
    await server.last().answer(ok(lunch));
    expect(await outcome).toEqual(ok('done'));
    expect(state().change?.phase).toBe('done');
    expect(state().status).toMatchObject({ known: true, current: lunch, checkedAt: clock.now() });
    expect(server.operations()).toEqual(['PUT Lunch']);
  });

  test('shows what the server made of it, not what was sent', async () => {
    void engine.change(set(lunch));
    await server.last().answer(ok({ ...lunch, title: 'Lunch (from the server)' }));
    expect(state().status.current?.title).toBe('Lunch (from the server)');
  });

  test('"done" goes away by itself', async () => {
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
    await clock.advance(DONE_SHOWN - 1);
    expect(state().change?.phase).toBe('done');
    await clock.advance(1);
    expect(state().change).toBeNull();
  });

  test('clearing is one DELETE and leaves no status', async () => {
    void engine.change(CLEAR);
    await server.last().answer(ok(null));
    expect(server.operations()).toEqual(['DELETE']);
    expect(state().status).toMatchObject({ known: true, current: null });
  });

  test('tells when it waits for another try, and until when', async () => {
    void engine.change(set(lunch));
    server.last().options.onWait?.(clock.now() + 4_000);
    expect(state().change).toMatchObject({ phase: 'waiting', retryAt: clock.now() + 4_000 });
    server.last().options.onTry?.();
    expect(state().change).toMatchObject({ phase: 'pending', retryAt: null });
    await server.last().answer(ok(lunch));
    expect(state().change?.phase).toBe('done');
  });

  test('that fails says why, keeps what was asked for, and looks what the server holds', async () => {
    const outcome = engine.change(set(lunch));
    const error = appError('server_error', { status: 502 });
    await server.last().answer(fail(error));
    expect(await outcome).toEqual(fail(error));
    expect(state().change).toMatchObject({ phase: 'failed', status: lunch, error });
    expect(refused).toEqual([error]);
    expect(server.last().operation).toBe('GET');
  });

  test('that seemed to fail but reached the server is done', async () => {
    void engine.change(set(lunch));
    await server.last().answer(fail(appError('server_error', { status: 502 })));
    // A server may keep whole seconds.
    await server.last().answer(ok({ ...lunch, expiresAt: (lunch.expiresAt ?? 0) - 999 }));
    expect(state().change).toMatchObject({ phase: 'done', error: null });
  });

  test('that failed stays failed where the server holds something else', async () => {
    void engine.change(set(lunch));
    await server.last().answer(fail(appError('server_error', { status: 502 })));
    await server.last().answer(ok(focus));
    expect(state().change?.phase).toBe('failed');
    expect(state().status.current).toEqual(focus);
  });
});

describe('two changes', () => {
  test('the newer one follows one whose answer is still to come', async () => {
    const first = engine.change(set(lunch));
    const second = engine.change(set(focus));
    expect(server.operations()).toEqual(['PUT Lunch']);
    expect(state().change?.status).toEqual(focus);
    await server.last().answer(ok(lunch));
    expect(server.operations()).toEqual(['PUT Lunch', 'PUT Focus']);
    expect(state().change).toMatchObject({ phase: 'pending', status: focus });
    await server.last().answer(ok(focus));
    expect([await first, await second]).toEqual([ok('done'), ok('done')]);
    expect(state().status.current).toEqual(focus);
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
    expect(state().change).toMatchObject({ phase: 'pending', status: focus });
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
    expect(state().change).toMatchObject({ phase: 'pending', status: focus });
  });
});

describe('reading', () => {
  test('asks once, however many want to know', async () => {
    const [a, b] = [engine.refresh(), engine.refresh()];
    expect(state().status.checking).toBe(true);
    await server.last().answer(ok(lunch));
    expect([(await a).ok, (await b).ok]).toEqual([true, true]);
    expect(server.operations()).toEqual(['GET']);
    expect(state().status).toMatchObject({ known: true, current: lunch, checking: false });
  });

  test('gives way to a change, and its late answer does not undo the change', async () => {
    void engine.refresh();
    void engine.change(set(lunch));
    await settle();
    expect(server.operations()).toEqual(['GET', 'PUT Lunch']);
    await server.last().answer(ok(lunch));
    expect(state().status).toMatchObject({ current: lunch, checking: false });
  });

  test('is not needed while a change is under way', async () => {
    void engine.change(set(lunch));
    const known = engine.refresh();
    expect(server.operations()).toEqual(['PUT Lunch']);
    // It answers when it is known what holds, and not before.
    await server.last().answer(ok(lunch));
    expect((await known).ok).toBe(true);
    expect(server.operations()).toEqual(['PUT Lunch']);
  });

  test('that fails keeps what was known', async () => {
    void engine.refresh();
    await server.last().answer(ok(lunch));
    void engine.refresh();
    const error = appError('offline', { reason: 'ENOTFOUND' });
    await server.last().answer(fail(error));
    expect(state().status).toMatchObject({ known: true, current: lunch, checking: false, error });
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
      if (state().status.checking) await server.last().answer(ok(null));
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
    expect(state().status.current).toEqual(lunch);
    const asked = server.calls.length;
    if (state().status.checking) await server.last().answer(ok(lunch));
    await clock.advance(1);
    expect(state().status.current).toBeNull();
    expect(server.calls.length).toBeGreaterThan(asked);
  });

  test('an ended status that the server still returns is not shown', async () => {
    clock.sleep(2 * HOUR);
    void engine.refresh();
    await server.last().answer(ok(lunch));
    expect(state().status).toMatchObject({ known: true, current: null });
  });
});

test('after it was stopped, what was under way is given up and shows nowhere', async () => {
  const outcome = engine.change(set(lunch));
  const late = server.last();
  engine.stop();
  const shown = facts;
  await late.answer(ok(lunch));
  expect(await outcome).toEqual(ok('superseded'));
  expect(facts).toEqual(shown);
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

describe('what held before a change', () => {
  test('is asked for where it was not just told, so that undo and the way back bring back nothing stale', async () => {
    await clock.advance(60_000);
    void engine.change(set(lunch));
    expect(server.operations()).toEqual(['GET']);
    await server.last().answer(ok(vacation));
    expect(server.operations()).toEqual(['GET', 'PUT Lunch']);
    await server.last().answer(ok(lunch));
    expect(state()).toMatchObject({ undo: { status: vacation, of: lunch }, wayBack: vacation });
  });

  test('that cannot be learned does not stop the change, and leaves nothing to undo', async () => {
    await clock.advance(60_000);
    void engine.change(set(lunch));
    await server.last().answer(fail(appError('server_error', { status: 503 })));
    await server.last().answer(ok(lunch));
    expect(state()).toMatchObject({ change: { phase: 'done' }, undo: null, wayBack: null });
  });
});

describe('undo', () => {
  beforeEach(async () => {
    void engine.refresh();
    await holding(vacation);
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
  });

  test('brings back all fields, the end included', async () => {
    expect(state().undo).toEqual({ status: vacation, of: lunch });
    const outcome = engine.undo();
    expect(state().change).toMatchObject({ status: vacation, origin: 'undo', phase: 'pending' });
    await server.last().answer(ok(vacation));
    expect(await outcome).toEqual(ok('done'));
    expect(state()).toMatchObject({ status: { current: vacation }, undo: null, wayBack: null });
  });

  test('is not offered once somebody else changed the status', async () => {
    await clock.advance(60_000);
    void engine.refresh();
    await server.last().answer(ok(focus));
    expect(state().undo).toBeNull();
    expect(await engine.undo()).toEqual(fail(appError('nothing_to_do', {})));
  });

  test.each([
    ['leaves none', false, 'DELETE'],
    ['brings back the one that would have returned then', null, 'PUT Lunch'],
  ])('of a change over a status that ended meanwhile %s', async (_, wayBack, operation) => {
    const short = { ...focus, expiresAt: clock.now() + 60_000 };
    void engine.change({ ...set(short), wayBack });
    await server.last().answer(ok(short));
    void engine.change(set(vacation));
    await server.last().answer(ok(vacation));
    expect(state().undo?.status).toEqual(short);
    await clock.advance(120_000);
    expect(state().undo?.status ?? null).toEqual(wayBack === false ? null : lunch);
    void engine.undo();
    await settle();
    if (server.last().operation === 'GET') await server.last().answer(ok(vacation));
    expect(server.last().operation).toBe(operation);
  });

  test('is there after a restart', async () => {
    engine.stop();
    startEngine();
    await server.last().answer(ok(lunch));
    expect(state().undo).toEqual({ status: vacation, of: lunch });
  });
});

test('a change on its way when the app is quit is sent at the next start, unless it has arrived or others were there', async () => {
  for (const [seen, next] of [
    [null, 'PUT Focus'],
    [focus, 'GET'],
    [vacation, 'GET'],
  ] as const) {
    memory = EMPTY_MEMORY;
    notices = [];
    startEngine();
    await holding(null);
    void engine.change(set(focus));
    await settle();
    expect(server.last().operation).toBe('PUT Focus');
    engine.stop();
    startEngine();
    expect(facts.change).toMatchObject({ phase: 'queued', status: focus });
    await server.last().answer(ok(seen));
    expect(server.last().operation).toBe(next);
    expect(facts.change?.phase).toBe(seen === focus ? 'done' : seen === null ? 'pending' : undefined);
    expect(notices).toHaveLength(seen === vacation ? 1 : 0);
    engine.stop();
  }
});

describe('the way back', () => {
  /** A vacation, and lunch set over it. */
  beforeEach(async () => {
    void engine.refresh();
    await holding(vacation);
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
    server.calls.length = 0;
  });

  /** Lets the lunch end; the server says what it holds then. */
  async function lunchEnds(held: Status | null): Promise<void> {
    while (clock.now() < (lunch.expiresAt ?? 0)) {
      await clock.advance(Math.min(10 * 60_000, (lunch.expiresAt ?? 0) - clock.now()));
      if (state().status.checking) await server.last().answer(ok(clock.now() < (lunch.expiresAt ?? 0) ? lunch : held));
    }
    await settle();
  }

  test('returns to the earlier status, with its own end and message, when the one over it ends', async () => {
    await lunchEnds(null);
    expect(server.last().operation).toBe('PUT On vacation');
    expect(state().change).toMatchObject({ origin: 'wayBack', status: vacation });
    await server.last().answer(ok(vacation));
    expect(state()).toMatchObject({ status: { current: vacation }, wayBack: null, undo: null });
  });

  test('also where the server still returns the ended one', async () => {
    await lunchEnds(lunch);
    expect(server.last().operation).toBe('PUT On vacation');
  });

  test('never over a status that somebody set in between', async () => {
    await lunchEnds(focus);
    expect(server.operations()).not.toContain('PUT On vacation');
  });

  test('never where somebody cleared the status in between', async () => {
    void engine.refresh();
    await server.last().answer(ok(null));
    expect(state().wayBack).toBeNull();
    await clock.advance(2 * HOUR);
    expect(server.operations()).not.toContain('PUT On vacation');
  });

  test('never where the earlier one has ended meanwhile', async () => {
    engine.stop();
    clock.sleep(20 * 24 * HOUR);
    startEngine();
    await server.last().answer(ok(null));
    expect(server.operations()).toEqual(['GET']);
    expect(state().wayBack).toBeNull();
  });

  test('works after a restart and after sleep', async () => {
    engine.stop();
    clock.sleep(2 * HOUR);
    startEngine();
    await server.last().answer(ok(null));
    expect(server.last().operation).toBe('PUT On vacation');
  });

  test('waits for the network and is not forgotten', async () => {
    await lunchEnds(null);
    await server.last().answer(fail(appError('offline', { reason: 'ENOTFOUND' })));
    expect(state().change).toBeNull();
    await clock.advance(15_000);
    expect(server.last().operation).toBe('GET');
    await server.last().answer(ok(null));
    expect(server.last().operation).toBe('PUT On vacation');
  });

  test('can be called off', async () => {
    engine.forgetWayBack();
    expect(state().wayBack).toBeNull();
    await lunchEnds(null);
    expect(server.operations()).not.toContain('PUT On vacation');
  });

  test('is not there where the person did not want it, or where the new status outlives the earlier one', async () => {
    void engine.change({ ...set(vacation), wayBack: null });
    await server.last().answer(ok(vacation));
    expect(state().wayBack).toBeNull();
    void engine.change({ ...set(focus), wayBack: false });
    await server.last().answer(ok(focus));
    expect(state().wayBack).toBeNull();
  });

  test('goes through all the statuses that were set over one another', async () => {
    const call = { ...focus, expiresAt: clock.now() + 10 * 60_000 };
    void engine.change(set(call));
    await server.last().answer(ok(call));
    expect(state().wayBack).toEqual(lunch);
    await clock.advance(10 * 60_000);
    await server.last().answer(ok(null));
    expect(server.last().operation).toBe('PUT Lunch');
    await server.last().answer(ok(lunch));
    expect(state().wayBack).toEqual(vacation);
  });
});

describe('an edit of the present status', () => {
  const error = fail(appError('server_error', { status: 502 }));
  const offline = fail(appError('offline', { reason: 'ENOTFOUND' }));
  const call: Status = { ...lunch, emoji: '📅', title: 'Call', expiresAt: Date.parse(START) + HOUR / 2 };
  const renamed: Status = { ...lunch, title: 'Late lunch' };
  const edit = (of: Status, status: Status): Wanted => ({ ...set(status), wayBack: { editOf: of } });

  /** Lunch is set over a vacation. */
  beforeEach(async () => {
    void engine.refresh();
    await holding(vacation);
    void engine.change(set(lunch));
    await holding(lunch);
  });

  async function edits(wanted: Wanted): Promise<void> {
    void engine.change(wanted);
    await settle();
    await server.last().answer(ok(wanted.status));
  }

  /** What waits under the present status, nearest first. */
  const waiting = () => memory.back.map(({ status }) => status.title);

  test('leaves what waits under it waiting, and it comes back when the edited one ends', async () => {
    await edits(edit(lunch, renamed));
    expect(state()).toMatchObject({ status: { current: renamed }, wayBack: vacation });
    expect(waiting()).toEqual(['On vacation']);
    engine.stop();
    clock.sleep(2 * HOUR);
    startEngine();
    await server.last().answer(ok(null));
    expect(server.last().operation).toBe('PUT On vacation');
  });

  test('never puts the status that is edited away under the new one, even where it would outlive it', async () => {
    await edits(edit(lunch, { ...renamed, expiresAt: clock.now() + HOUR / 4 }));
    expect(waiting()).toEqual(['On vacation']);
  });

  test('gives up what the edited status outlives', async () => {
    await edits(edit(lunch, { ...renamed, expiresAt: null }));
    expect(waiting()).toEqual([]);
    expect(state().wayBack).toBeNull();
  });

  test('keeps the whole chain', async () => {
    await edits(set(call));
    await edits(edit(call, { ...call, title: 'Long call' }));
    expect(waiting()).toEqual(['Lunch', 'On vacation']);
  });

  test('is undone with the end and the chain from before', async () => {
    await edits(set(call));
    await edits(edit(call, { ...call, expiresAt: null }));
    expect(waiting()).toEqual([]);
    expect(state().undo).toMatchObject({ status: call });
    void engine.undo();
    await server.last().answer(ok(call));
    expect(waiting()).toEqual(['Lunch', 'On vacation']);
    expect(state().wayBack).toEqual(lunch);
  });

  test('of one that was changed elsewhere meanwhile leaves nothing to return to', async () => {
    await clock.advance(60_000);
    void engine.change(edit(lunch, renamed));
    await server.last().answer(ok(focus));
    await server.last().answer(ok(renamed));
    expect(state()).toMatchObject({ status: { current: renamed }, wayBack: null, undo: { status: focus } });
  });

  test('of one that has ended meanwhile leaves nothing to return to', async () => {
    engine.stop();
    clock.sleep(HOUR);
    startEngine();
    void engine.change(edit(lunch, { ...renamed, expiresAt: clock.now() + HOUR }));
    await settle();
    await server.last().answer(ok(null));
    expect(server.last().operation).toBe('PUT Late lunch');
    await server.last().answer(ok({ ...renamed, expiresAt: clock.now() + HOUR }));
    expect(waiting()).toEqual([]);
  });

  test('of one over which another was just being set does not take that one’s chain', async () => {
    void engine.change(set(call));
    void engine.change(edit(lunch, renamed));
    await server.last().answer(ok(call));
    await server.last().answer(ok(renamed));
    expect(state()).toMatchObject({ status: { current: renamed }, wayBack: null });
  });

  test('keeps the chain also where it waited for the network over a restart', async () => {
    void engine.change(edit(lunch, renamed));
    await server.last().answer(offline);
    expect(state()).toMatchObject({ change: { phase: 'queued' }, wayBack: vacation });
    engine.stop();
    startEngine();
    await server.last().answer(ok(lunch));
    expect(server.last().operation).toBe('PUT Late lunch');
    await server.last().answer(ok(renamed));
    expect(state()).toMatchObject({ undo: { status: lunch }, wayBack: vacation });
  });

  test('that waited for the network until it had ended is dropped, and what waited under comes back', async () => {
    void engine.change(edit(lunch, renamed));
    await server.last().answer(offline);
    clock.sleep(2 * HOUR);
    void engine.networkBack();
    await server.last().answer(ok(null));
    expect(notices).toEqual([{ kind: 'queued-dropped', reason: 'ended', status: renamed }]);
    expect(server.last().operation).toBe('PUT On vacation');
  });

  test('that waited for the network but had reached the server keeps the chain', async () => {
    void engine.change(edit(lunch, renamed));
    await server.last().answer(offline);
    void engine.networkBack();
    await server.last().answer(ok(renamed));
    expect(server.operations()).toEqual(['PUT Late lunch', 'GET']);
    expect(state()).toMatchObject({ change: { phase: 'done' }, undo: { status: lunch }, wayBack: vacation });
  });

  test('that seemed to fail but reached the server keeps the chain, and is undone to the status before', async () => {
    void engine.change(edit(lunch, renamed));
    await server.last().answer(error);
    await server.last().answer(ok(renamed));
    expect(state()).toMatchObject({ change: { phase: 'done' }, undo: { status: lunch }, wayBack: vacation });
  });

  test('that failed keeps the chain when it is tried again', async () => {
    void engine.change(edit(lunch, renamed));
    await server.last().answer(error);
    await server.last().answer(ok(lunch));
    const again = engine.failed();
    expect(again).toMatchObject({ status: renamed });
    if (again) await edits(again);
    expect(state()).toMatchObject({ change: { phase: 'done' }, wayBack: vacation });
  });
});

describe('extending', () => {
  test('to an earlier moment never brings the longer one back, but what waits under it', async () => {
    void engine.refresh();
    await holding(vacation);
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
    void engine.extend({ kind: 'dateTime', date: '2026-11-21', hour: 13, minute: 30 });
    const shortened = { ...lunch, expiresAt: Date.parse('2026-11-21T10:30:00.000Z') };
    expect(state().change).toMatchObject({ status: shortened });
    await server.last().answer(ok(shortened));
    expect(state().wayBack).toEqual(vacation);
  });

  test('re-sends the whole status with a later end and the away message in step', async () => {
    const source = { template: 'Back on {until}.', deputy: null, locale: 'en' as const };
    const away = { ...vacation, awayMessage: 'Back on Monday, 30 November.' };
    void engine.change({ ...set(away), source });
    await server.last().answer(ok(away));
    const outcome = engine.extend({ kind: 'duration', minutes: 24 * 60 });
    const extended = {
      ...away,
      expiresAt: (away.expiresAt ?? 0) + 24 * HOUR,
      awayMessage: 'Back on Tuesday, 1 December.',
    };
    expect(state().change).toMatchObject({ status: extended, origin: 'extend' });
    await server.last().answer(ok(extended));
    expect(await outcome).toEqual(ok('done'));
    expect(state().undo).toEqual({ status: away, of: extended });
  });

  test('keeps the message of a status that was set elsewhere', async () => {
    void engine.refresh();
    await holding(vacation);
    void engine.extend({ kind: 'duration', minutes: 30 });
    expect(state().change?.status?.awayMessage).toBe(vacation.awayMessage);
  });

  test('needs a status with an end', async () => {
    expect(await engine.extend({ kind: 'duration', minutes: 30 })).toEqual(fail(appError('nothing_to_do', {})));
  });

  test('to a moment that has passed is refused', async () => {
    void engine.refresh();
    await holding(vacation);
    const past = { kind: 'dateTime', date: '2026-11-20', hour: 9, minute: 0 } as const;
    expect(await engine.extend(past)).toEqual(fail(appError('end_in_past', {})));
  });
});

describe('what the present status was made of', () => {
  const made: StatusSource = {
    plan: {
      emoji: '🏖️',
      title: 'On vacation',
      isAway: true,
      awayTemplate: 'I’m away.',
      deputy: null,
      expiry: { kind: 'date', date: '2026-11-30', means: 'firstDayBack' },
    },
    presetId: 'vacation',
    locale: 'en',
  };

  beforeEach(async () => {
    void engine.change({ ...set(vacation), made });
    await server.last().answer(ok(vacation));
  });

  test('is known, also after a restart', async () => {
    expect(state().status.source).toEqual(made);
    engine.stop();
    startEngine();
    await server.last().answer(ok(vacation));
    expect(state().status.source).toEqual(made);
  });

  test('follows an end that is moved', async () => {
    void engine.extend({ kind: 'dateTime', date: '2026-12-01', hour: 12, minute: 30 });
    await server.last().answer(ok({ ...vacation, expiresAt: Date.parse('2026-12-01T09:30:00.000Z') }));
    const expiry = { kind: 'dateTime', date: '2026-12-01', hour: 12, minute: 30 };
    expect(state().status.source).toEqual({ ...made, plan: { ...made.plan, expiry } });
  });

  test('comes back with it', async () => {
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
    expect(state().status.source).toBeNull();
    void engine.undo();
    await server.last().answer(ok(vacation));
    expect(state().status.source).toEqual(made);
  });

  test('is nobody’s knowledge where the status was changed elsewhere', async () => {
    void engine.refresh();
    await server.last().answer(ok({ ...vacation, title: 'Holiday' }));
    expect(state().status.source).toBeNull();
  });
});

describe('going back before the end', () => {
  beforeEach(async () => {
    void engine.change(set(vacation));
    await server.last().answer(ok(vacation));
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
  });

  test('sets the status that waits as it was, and can be undone', async () => {
    const outcome = engine.goBack();
    expect(server.last().operation).toContain('On vacation');
    await server.last().answer(ok(vacation));
    expect(await outcome).toEqual(ok('done'));
    expect(state()).toMatchObject({
      wayBack: null,
      change: { phase: 'done', origin: 'goBack' },
      undo: { status: lunch },
    });
    void engine.undo();
    await server.last().answer(ok(lunch));
    expect(state()).toMatchObject({ status: { current: lunch }, wayBack: vacation });
  });

  test('takes nothing away that somebody else set, and says so', async () => {
    await clock.advance(4_000);
    const outcome = engine.goBack();
    await server.last().answer(ok(focus));
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'status_changed' } });
    expect(state().status.current).toEqual(focus);
  });

  test('is nothing to do where nothing waits', async () => {
    engine.forgetWayBack();
    expect(await engine.goBack()).toMatchObject({ ok: false, error: { code: 'nothing_to_do' } });
  });
});

test('the preset that holds, set once more, costs neither the undo nor the way back', async () => {
  const made = (expiresAt: number): Wanted => {
    const status = { ...lunch, expiresAt };
    const { emoji, title, isAway } = lunch;
    const expiry = { kind: 'duration' as const, minutes: 60 };
    const plan = { emoji, title, isAway, awayTemplate: null, deputy: null, expiry };
    return { ...set(status), made: { plan, presetId: 'lunch', locale: 'en' }, presetId: 'lunch' };
  };
  void engine.change(set(vacation));
  await server.last().answer(ok(vacation));
  for (const minutes of [60, 75]) {
    const wanted = made(clock.now() + minutes * 60_000);
    void engine.change(wanted);
    await server.last().answer(ok(wanted.status));
  }
  expect(state()).toMatchObject({ undo: { status: vacation }, wayBack: vacation });
});

describe('the warning before the end', () => {
  test('comes once, five minutes before', async () => {
    void engine.change(set(lunch));
    await server.last().answer(ok(lunch));
    for (let minute = 0; minute < 54; minute += 1) {
      await clock.advance(60_000);
      if (state().status.checking) await server.last().answer(ok(lunch));
    }
    expect([warned.length, state().endsSoon]).toEqual([0, false]);
    await clock.advance(60_000);
    expect([warned.length, state().endsSoon]).toEqual([1, true]);
    void engine.refresh();
    await server.last().answer(ok(lunch));
    await clock.advance(60_000);
    expect([warned.length, state().endsSoon]).toEqual([1, true]);
    engine.letEnd();
    expect(state().endsSoon).toBe(false);
  });

  test('comes at once for a status that is learned of inside its time, once', async () => {
    const short = { ...lunch, expiresAt: clock.now() + 4 * 60_000 };
    void engine.refresh();
    await server.last().answer(ok(short));
    expect([warned.length, state().endsSoon]).toEqual([1, true]);
    engine.letEnd();
    await clock.advance(60_000);
    void engine.refresh();
    await server.last().answer(ok(short));
    expect([warned.length, state().endsSoon]).toEqual([1, false]);
  });

  test('does not come for a status that is short anyway', async () => {
    const short = { ...lunch, expiresAt: clock.now() + 4 * 60_000 };
    void engine.change(set(short));
    await server.last().answer(ok(short));
    await clock.advance(3 * 60_000);
    expect(warned).toEqual([]);
  });
});

describe('without a network', () => {
  const offline = fail(appError('offline', { reason: 'ENOTFOUND' }));

  /** Lunch is asked for and cannot be sent. */
  async function askOffline(wanted = set(lunch)): Promise<void> {
    const outcome = engine.change(wanted);
    await server.last().answer(offline);
    expect(await outcome).toEqual(ok('queued'));
    server.calls.length = 0;
  }

  test('a change is kept, shown as waiting, and sent when the network is back', async () => {
    await askOffline();
    expect(state().change).toMatchObject({ phase: 'queued', status: lunch });
    await clock.advance(15_000);
    await server.last().answer(ok(null));
    expect(server.operations()).toEqual(['GET', 'PUT Lunch']);
    await server.last().answer(ok(lunch));
    expect(state()).toMatchObject({ change: { phase: 'done' }, status: { current: lunch } });
    expect(state().undo).toEqual({ status: null, of: lunch });
  });

  test('survives a restart', async () => {
    await askOffline();
    engine.stop();
    startEngine();
    expect(state().change).toMatchObject({ phase: 'queued', status: lunch });
    await server.last().answer(ok(null));
    expect(server.last().operation).toBe('PUT Lunch');
  });

  test('is dropped with a notice where its end has passed', async () => {
    await askOffline();
    clock.sleep(2 * HOUR);
    void engine.networkBack();
    await server.last().answer(ok(null));
    expect(server.operations()).toEqual(['GET']);
    expect(state().change).toBeNull();
    expect(notices).toEqual([{ kind: 'queued-dropped', reason: 'ended', status: lunch }]);
  });

  test('is dropped with a notice where the status was changed elsewhere meanwhile', async () => {
    await askOffline();
    void engine.networkBack();
    await server.last().answer(ok(focus));
    expect(server.operations()).toEqual(['GET']);
    expect(notices).toEqual([{ kind: 'queued-dropped', reason: 'changed', status: lunch }]);
    expect(state().status.current).toEqual(focus);
  });

  test('that reached the server all the same is done', async () => {
    await askOffline();
    void engine.networkBack();
    await server.last().answer(ok(lunch));
    expect(server.operations()).toEqual(['GET']);
    expect(state().change?.phase).toBe('done');
  });

  test('can be cancelled with one command', async () => {
    await askOffline();
    engine.dismiss();
    expect(state().change).toBeNull();
    void engine.networkBack();
    await server.last().answer(ok(null));
    expect(server.operations()).toEqual(['GET']);
  });

  test('gives way to a newer change', async () => {
    await askOffline();
    void engine.change(set(focus));
    await settle();
    expect(server.last().operation).toBe('PUT Focus');
    await server.last().answer(ok(focus));
    await clock.advance(10 * 60_000);
    expect(server.operations()).not.toContain('PUT Lunch');
  });

  test('is tried again more and more slowly', async () => {
    await askOffline();
    const asked: number[] = [];
    const start = clock.now();
    while (clock.now() < start + 10 * 60_000) {
      await clock.advance(5_000);
      if (!state().status.checking) continue;
      asked.push((clock.now() - start) / 1000);
      await server.last().answer(offline);
    }
    expect(asked).toEqual([15, 45, 105, 225, 345, 465, 585]);
  });
});
