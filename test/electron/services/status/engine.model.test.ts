import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SLOW_REFRESH } from '../../../../electron/services/status/deadlines.ts';
import type { Status } from '../../../../shared/status.ts';
import {
  afterEdit,
  afterElsewhere,
  afterExtend,
  afterForgetting,
  afterSet,
  afterTime,
  afterUndo,
  EMPTY,
  offered,
  present,
  type Model,
} from './model.ts';
import { createWorld, WAY, type Trouble, type World } from './world.ts';

const MINUTE = 60_000;

/** Long enough for everything that follows from a step to have happened, a lost answer included. */
const STEP = 20_000;

/** How long a status lasts, in minutes; null = it has no end. */
type Length = number | null;

/** What can be asked for with a click, and be on its way when the app is killed. */
type Change =
  | { readonly do: 'set'; readonly length: Length; readonly wayBack: boolean | null }
  | { readonly do: 'edit'; readonly length: Length }
  | { readonly do: 'clear' }
  | { readonly do: 'extend'; readonly minutes: number }
  | { readonly do: 'undo' };

type Step =
  | Change
  | { readonly do: 'set in trouble'; readonly length: Length; readonly trouble: Trouble; readonly retry: boolean }
  | { readonly do: 'forget the way back' }
  | { readonly do: 'elsewhere'; readonly length: Length; readonly then: 'look' | 'set' | 'extend' | 'undo' }
  | { readonly do: 'cleared elsewhere' }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'sleep'; readonly minutes: number }
  | { readonly do: 'restart' }
  | { readonly do: 'killed'; readonly after: number; readonly step: Change }
  | {
      readonly do: 'offline';
      readonly length: Length;
      readonly minutes: number;
      readonly meanwhile: 'nothing' | 'elsewhere' | 'restart' | 'kill' | 'cancel';
    };

const length = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 120 }) }, fc.constant(null));
const minutes = fc.integer({ min: 1, max: 90 });
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('set'), length, wayBack: fc.constantFrom(null, true, false) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit'), length }) },
  fc.record({ do: fc.constant('clear') }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('extend'), minutes: fc.constantFrom(15, 30, 60) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo') }) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: change },
  // From the click to after the answer.
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('killed'), after: fc.integer({ min: 0, max: 5 * WAY }), step: change }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('set in trouble'),
      length,
      trouble: fc.constantFrom<Trouble>('refused', 'failed', 'lost', 'failed too late'),
      retry: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('forget the way back') }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('elsewhere'),
      length,
      then: fc.constantFrom('look', 'set', 'extend', 'undo'),
    }),
  },
  fc.record({ do: fc.constant('cleared elsewhere') }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), minutes }) },
  fc.record({ do: fc.constant('sleep'), minutes }),
  fc.record({ do: fc.constant('restart') }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('offline'),
      length,
      minutes,
      meanwhile: fc.constantFrom('nothing', 'elsewhere', 'restart', 'kill', 'cancel'),
    }),
  },
);

/**
 * Makes statuses that are told apart by their titles. They end between steps, so that no step has to be judged while
 * what follows from an end is on its way.
 */
function createStatuses(world: World): (length: Length, who?: string) => Status {
  let count = 0;
  return (length, who = 'mine') => {
    count += 1;
    const expiresAt = length === null ? null : world.clock.now() + length * MINUTE - STEP / 2;
    return { emoji: '📌', title: `${who} ${count}`, expiresAt, isAway: false, awayMessage: null };
  };
}

/** Where the earlier status outlives the new one, it returns unless the person wanted otherwise. */
const returns = (wayBack: boolean | null): boolean => wayBack !== false;

/** Carries a step out, and says what should come of it. */
async function carryOut(
  step: Step,
  world: World,
  model: Model,
  aStatus: ReturnType<typeof createStatuses>,
  killedAfter: number | null = null,
): Promise<Model> {
  const { clock } = world;
  const pass = async () => {
    if (killedAfter !== null) {
      await clock.advance(killedAfter);
      world.kill();
    }
    await clock.advance(STEP);
  };
  switch (step.do) {
    case 'set': {
      const status = aStatus(step.length);
      const next = afterSet(model, status, returns(step.wayBack), clock.now());
      void world.set(status, step.wayBack);
      await pass();
      return next;
    }
    case 'set in trouble': {
      const status = aStatus(step.length);
      const carriedOut = afterSet(model, status, true, clock.now());
      world.troubles.push(step.trouble);
      void world.set(status);
      await pass();
      if (step.trouble === 'lost' || step.trouble === 'failed too late') return carriedOut;
      expect(world.shown.change).toMatchObject({ phase: 'failed', status });
      const failed = world.engine.failed();
      if (!step.retry || !failed) return model;
      const retried = afterSet(afterTime(model, clock.now()), status, true, clock.now());
      void world.engine.change(failed);
      await pass();
      return retried;
    }
    case 'edit': {
      const status = aStatus(step.length);
      const edited = present(model, clock.now());
      const next = afterEdit(model, status, clock.now());
      void world.set(status, edited ? { editOf: edited } : false);
      await pass();
      return next;
    }
    case 'clear': {
      const next = afterSet(model, null, false, clock.now());
      void world.set(null);
      await pass();
      return next;
    }
    case 'extend': {
      const end = present(model, clock.now())?.expiresAt;
      const extended = end ? afterExtend(model, end + step.minutes * MINUTE, clock.now()) : model;
      const result = world.engine.extend({ kind: 'duration', minutes: step.minutes });
      await pass();
      // Who asked is gone with the process; that it was carried out is seen all the same.
      if (killedAfter === null) expect((await result).ok).toBe(typeof end === 'number');
      return extended;
    }
    case 'undo': {
      const next = offered(model, clock.now()) === undefined ? model : afterUndo(model, clock.now());
      const result = world.engine.undo();
      await pass();
      if (killedAfter === null) expect((await result).ok).toBe(next !== model);
      return next;
    }
    case 'forget the way back':
      world.engine.forgetWayBack();
      return afterForgetting(model);
    case 'elsewhere': {
      const theirs = aStatus(step.length, 'theirs');
      world.elsewhere(theirs);
      const seen = afterElsewhere(theirs);
      if (step.then === 'set') {
        const mine = aStatus(30);
        const next = afterSet(seen, mine, true, clock.now());
        void world.set(mine);
        await pass();
        return next;
      }
      // What is to be extended or taken back is not there any more, which the app cannot know before it looks.
      if (step.then === 'extend') void world.engine.extend({ kind: 'duration', minutes: 15 });
      if (step.then === 'undo') void world.engine.undo();
      await pass();
      return seen;
    }
    case 'cleared elsewhere':
      // A status that has ended by itself cannot be told from one that somebody cleared after that.
      if (!present(model, clock.now())) return model;
      world.elsewhere(null);
      return afterElsewhere(null);
    case 'wait':
      await clock.advance(step.minutes * MINUTE);
      return model;
    case 'sleep':
      world.sleep(step.minutes * MINUTE);
      await pass();
      return model;
    case 'killed':
      return carryOut(step.step, world, model, aStatus, step.after);
    case 'restart':
      world.restart();
      await pass();
      return model;
    case 'offline':
      return offline(step, world, model, aStatus);
  }
}

/** A status is set while there is no network, and there is one again later. */
async function offline(
  step: Extract<Step, { do: 'offline' }>,
  world: World,
  model: Model,
  aStatus: ReturnType<typeof createStatuses>,
): Promise<Model> {
  const { clock, engine, notices } = world;
  world.network(false);
  const mine = aStatus(step.length);
  void world.set(mine);
  await clock.advance(STEP);
  expect(world.shown.change, 'it is shown as waiting').toMatchObject({ phase: 'queued', status: mine });
  const theirs = aStatus(null, 'theirs');
  if (step.meanwhile === 'elsewhere') world.elsewhere(theirs);
  if (step.meanwhile === 'restart') world.restart();
  if (step.meanwhile === 'kill') world.kill();
  if (step.meanwhile === 'cancel') engine.dismiss();
  await clock.advance(step.minutes * MINUTE);
  const isEnded = mine.expiresAt !== null && mine.expiresAt <= clock.now();
  const told = notices.length;
  const now = clock.now();
  world.network(true);
  await clock.advance(STEP);
  if (step.meanwhile === 'cancel') return model;
  const dropped = notices.slice(told).map((notice) => (notice.kind === 'queued-dropped' ? notice.reason : null));
  if (step.meanwhile === 'elsewhere') {
    expect(dropped).toEqual([isEnded ? 'ended' : 'changed']);
    return afterElsewhere(theirs);
  }
  expect(dropped).toEqual(isEnded ? ['ended'] : []);
  return isEnded ? model : afterSet(model, mine, true, now);
}

test('step by step, the person sees and colleagues see what a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 14 }), async (lags, steps) => {
      const world = createWorld({ lags });
      const aStatus = createStatuses(world);
      await world.clock.advance(STEP);
      let model = EMPTY;
      for (const one of steps) {
        model = await carryOut(one, world, afterTime(model, world.clock.now()), aStatus);
        // The popover is opened.
        void world.engine.refresh();
        await world.clock.advance(STEP);
        const now = world.clock.now();
        model = afterTime(model, now);
        const { status, undo, wayBack } = world.shown;
        const expected = present(model, now);
        expect(world.holds, 'what colleagues see').toEqual(expected);
        expect(status.current, 'what the person sees').toEqual(expected);
        expect(undo === null ? undefined : undo.status, 'what undo brings back').toEqual(offered(model, now));
        expect(wayBack, 'what comes afterwards').toEqual(expected ? (model.pile[1] ?? null) : null);
        expect(world.mostUnderWay).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
}, 120_000);

test('with nothing to do, the server is asked at most four times an hour', async () => {
  const world = createWorld({ lags: false });
  void world.set(createStatuses(world)(null));
  await world.clock.advance(STEP);
  const before = world.reads;
  await world.clock.advance(6 * 60 * MINUTE);
  expect(world.reads - before).toBeLessThanOrEqual(6 * 4);
  expect(world.reads - before).toBeGreaterThanOrEqual((6 * 60 * MINUTE) / SLOW_REFRESH - 1);
});
