import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Status } from '../../../../shared/status.ts';
import { createWorld, type Trouble, type World } from './world.ts';

const MINUTE = 60_000;
const THEIRS = 'theirs';

/** Something that happens, and how long it is until the next thing does: often nothing has settled by then. */
interface Event {
  readonly what:
    | { readonly do: 'set'; readonly minutes: number | null }
    | { readonly do: 'clear' | 'extend' | 'undo' | 'retry' | 'dismiss' | 'restart' | 'kill' }
    | { readonly do: 'elsewhere'; readonly minutes: number | null }
    | { readonly do: 'network'; readonly online: boolean }
    | { readonly do: 'trouble'; readonly trouble: Trouble }
    | { readonly do: 'sleep' | 'clock back'; readonly minutes: number };
  /** Milliseconds. */
  readonly gap: number;
}

const minutes = fc.integer({ min: 1, max: 40 });
const length = fc.oneof({ weight: 4, arbitrary: minutes }, fc.constant(null));
const event: fc.Arbitrary<Event> = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('set' as const), minutes: length }) },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constantFrom('clear', 'extend', 'undo', 'retry', 'dismiss', 'restart', 'kill') }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), minutes: length }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('network' as const), online: fc.boolean() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('trouble' as const),
        trouble: fc.constantFrom<Trouble>('refused', 'failed', 'lost', 'failed too late'),
      }),
    },
    fc.record({ do: fc.constantFrom('sleep', 'clock back'), minutes }),
  ),
  gap: fc.oneof(
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 0, max: 30_000 }),
    fc.integer({ min: 1, max: 20 }).map((count) => count * MINUTE),
  ),
});

/** What the person wants: the last wish, as long as nothing came after it that makes it void. */
interface Wish {
  readonly status: Status | null;
  void: boolean;
}

/** A status that was asked for from here, and after how many changes. */
interface Asked {
  readonly name: string;
  readonly after: number;
}

const nameOf = ({ title, expiresAt }: Status): string => `${title} until ${String(expiresAt)}`;

/** Plays the person, the other clients and the world, and notes what was asked for. */
function createPlayer(world: World) {
  let count = 0;
  let wish: Wish | null = null;
  const asked: Asked[] = [];
  const ask = (status: Status | null | undefined): void => {
    if (status) asked.push({ name: nameOf(status), after: world.arrivals.length });
  };
  const aStatus = (who: string, length: number | null): Status => {
    count += 1;
    const expiresAt = length === null ? null : world.clock.now() + length * MINUTE;
    return { emoji: '📌', title: `${who} ${count}`, expiresAt, isAway: false, awayMessage: null };
  };
  const want = (status: Status | null): void => {
    wish = { status, void: false };
    ask(status);
    void world.set(status);
  };
  const giveUp = (): void => {
    if (wish) wish.void = true;
  };

  function play({ what }: Event): void {
    const { engine, shown } = world;
    switch (what.do) {
      case 'set':
        want(aStatus('mine', what.minutes));
        break;
      case 'clear':
        want(null);
        break;
      case 'extend':
        if (shown.status.current?.expiresAt) {
          ask({ ...shown.status.current, expiresAt: shown.status.current.expiresAt + 15 * MINUTE });
        }
        giveUp();
        void engine.extend({ kind: 'duration', minutes: 15 });
        break;
      case 'undo':
        if (!shown.undo) break;
        giveUp();
        ask(shown.undo.status);
        void engine.undo();
        break;
      case 'retry': {
        const failed = engine.failed();
        if (!failed) break;
        ask(failed.status);
        void engine.change(failed);
        break;
      }
      case 'dismiss':
        giveUp();
        engine.dismiss();
        break;
      case 'restart':
        // What failed was told; what is on its way when the app is quit is looked after at the next start.
        if (shown.change?.phase === 'failed') giveUp();
        world.restart();
        break;
      case 'kill':
        if (shown.change?.phase === 'failed') giveUp();
        world.kill();
        break;
      case 'elsewhere':
        giveUp();
        world.elsewhere(aStatus(THEIRS, what.minutes));
        break;
      case 'network':
        world.network(what.online);
        break;
      case 'trouble':
        world.troubles.push(what.trouble);
        break;
      case 'sleep':
        world.sleep(what.minutes * MINUTE);
        break;
      case 'clock back':
        // The server of these tests goes by the same clock: what had ended holds again, and is not cleared any more.
        if (wish?.status === null) giveUp();
        world.sleep(-what.minutes * MINUTE);
    }
  }

  return {
    play,
    /** What has ended is over, even if the clock is set back afterwards. */
    timePassed: (): void => {
      const end = wish?.status?.expiresAt ?? null;
      if (end !== null && end <= world.clock.now()) giveUp();
    },
    asked,
    get wish() {
      return wish;
    },
  };
}

/** The statuses that were set although nobody asked for them, with what was known until then. */
function returned({ arrivals, history }: World, asked: readonly Asked[]) {
  const left = [...asked];
  let at = 0;
  return arrivals.flatMap((arrival, index) => {
    const { status } = arrival;
    if (!status) return [];
    while (history[at]?.how !== 'set') at += 1;
    const past = history.slice(0, at);
    at += 1;
    const mine = left.findIndex((one) => one.after <= index && one.name === nameOf(status));
    if (mine === -1) return [{ ...arrival, status, past }];
    left.splice(mine, 1);
    return [];
  });
}

test('whatever happens in whatever order: one request at a time, no wish lost, nothing comes back that should not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(event, { minLength: 1, maxLength: 25 }), async (lags, events) => {
      const world = createWorld({ lags });
      const player = createPlayer(world);
      for (const each of events) {
        player.play(each);
        await world.clock.advance(each.gap);
        player.timePassed();
      }
      world.troubles.length = 0;
      world.network(true);
      await world.clock.advance(3 * MINUTE);
      void world.engine.refresh();
      await world.clock.advance(2_000);

      const { shown, holds, notices } = world;
      expect(world.mostUnderWay, 'requests at once').toBeLessThanOrEqual(1);
      expect(shown.status.current, 'what is shown is what the server holds').toEqual(holds);
      expect(['done', 'failed', undefined]).toContain(shown.change?.phase);

      const { wish } = player;
      if (wish && !wish.void) {
        const isOver = (wish.status?.expiresAt ?? Infinity) <= world.clock.now();
        const isTold =
          (shown.change?.phase === 'failed' && shown.change.status?.title === wish.status?.title) ||
          notices.some((notice) => notice.kind === 'queued-dropped' && notice.status?.title === wish.status?.title);
        if (!isOver && !isTold) expect(holds?.title, 'the last wish holds').toBe(wish.status?.title);
      }

      for (const { status, leftAt, over, unseen, past } of returned(world, player.asked)) {
        const { title, expiresAt } = status;
        expect((expiresAt ?? Infinity) > leftAt, `${title} has ended and comes back`).toBe(true);
        expect(over === null || unseen, `${title} comes back over what holds`).toBe(true);
        const since = past.slice(past.findLastIndex((known) => known.title === title) + 1);
        const setFromHere = new Set(past.filter(({ how }) => how === 'set').map((known) => known.title));
        const others = since.filter((known) => known.title.startsWith(THEIRS) && !setFromHere.has(known.title));
        expect(others, `${title} comes back although somebody else was there`).toEqual([]);
      }
    }),
    { numRuns: 1500 },
  );
}, 120_000);
