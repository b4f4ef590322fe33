import type { PachcaClient } from '../../../../electron/services/pachca/client.ts';
import { createSchedule } from '../../../../electron/services/schedule.ts';
import { createStatusEngine, type StatusEngine } from '../../../../electron/services/status/engine.ts';
import { NO_FACTS, type StatusFacts } from '../../../../electron/services/status/facts.ts';
import { EMPTY_MEMORY, type StatusMemory, type Wanted } from '../../../../electron/services/status/memory.ts';
import type { NewNotice } from '../../../../electron/services/notices.ts';
import { appError, type AppError } from '../../../../shared/errors.ts';
import { defaultContext } from '../../../../shared/locale-week.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { currentAt, type Status } from '../../../../shared/status.ts';
import { createFakeClock } from '../../../support/clock.ts';

/** A Saturday morning in Moscow. */
export const START = Date.parse('2026-11-21T08:00:00.000Z');

/** How long a request takes to the server, and its answer back, in milliseconds. */
export const WAY = 150;

/** How long a server may go on telling of a status that has ended. */
const LAG = 20_000;

type Options = NonNullable<Parameters<PachcaClient['setStatus']>[1]>;

/**
 * What goes wrong with a change on its way: it is refused; it fails; it is carried out, but its answer is lost, or says
 * that it failed.
 */
export type Trouble = 'refused' | 'failed' | 'lost' | 'failed too late';

/** A change that reached the server and was carried out. */
export interface Arrival {
  readonly status: Status | null;
  /** What held there until then. */
  readonly over: Status | null;
  /** When it left, on the computer's clock. It may sleep, or its clock be set, before it arrives. */
  readonly leftAt: number;
  /** Somebody else was there so shortly before that the app cannot know. */
  readonly unseen: boolean;
}

/** A status the app came to know of, by its title. */
export interface Known {
  readonly how: 'set' | 'read';
  readonly title: string;
}

/** What the client gives for each trouble. */
const answers = {
  refused: fail(appError('refused', { status: 422, field: null, code: null, message: null })),
  failed: fail(appError('server_error', { status: 502 })),
  'failed too late': fail(appError('server_error', { status: 504 })),
  lost: fail(appError('timeout', { seconds: 10 })),
} satisfies Record<Trouble, Result<never>>;

/** Only promises are between the timers of these tests. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** The engine, a server for it, the network between, and the computer's clock. */
export function createWorld({ lags }: { readonly lags: boolean }) {
  const clock = createFakeClock(new Date(START).toISOString(), settled);
  let held: Status | null = null;
  let online = true;
  const underWay = new Set<symbol>();
  let mostUnderWay = 0;
  let reads = 0;
  let elsewhereAt = -Infinity;
  const history: Known[] = [];
  const troubles: Trouble[] = [];
  const arrivals: Arrival[] = [];
  const notices: NewNotice[] = [];
  const failedLater: AppError[] = [];
  let memory: StatusMemory = EMPTY_MEMORY;
  let facts: StatusFacts = NO_FACTS;

  /** One way through the network; false = it does not arrive. */
  const way = (signal: AbortSignal | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const cancel = clock.setTimer(WAY, () => resolve(online));
      const giveUp = (): void => {
        cancel();
        resolve(false);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
    });

  async function request<T>(options: Options | undefined, serve: () => Result<T>): Promise<Result<T>> {
    const signal = options?.signal;
    const id = Symbol();
    underWay.add(id);
    mostUnderWay = Math.max(mostUnderWay, underWay.size);
    signal?.addEventListener('abort', () => underWay.delete(id), { once: true });
    let result: Result<T> | null = null;
    if (await way(signal)) {
      result = serve();
      if (!(await way(signal))) result = null;
    }
    underWay.delete(id);
    if (signal?.aborted) return fail(appError('aborted', {}));
    return result ?? fail(appError('offline', { reason: 'ENOTFOUND' }));
  }

  const change = <T extends Status | null>(status: T, options?: Options): Promise<Result<T>> => {
    const leftAt = clock.now();
    return request<T>(options, () => {
      const trouble = troubles.shift();
      if (trouble !== 'refused' && trouble !== 'failed') {
        const unseen = clock.monotonic() - elsewhereAt <= 2 * WAY;
        if (status) history.push({ how: 'set', title: status.title });
        arrivals.push({ status, over: currentAt(held, clock.now()), leftAt, unseen });
        held = status;
      }
      return trouble === undefined ? ok(status) : answers[trouble];
    });
  };

  const client = {
    status: async (options?: Options) => {
      reads += 1;
      const read = await request(options, () => {
        const end = held?.expiresAt ?? Infinity;
        return ok(clock.now() < end + (lags ? LAG : 0) ? held : null);
      });
      if (read.ok && read.value) history.push({ how: 'read', title: read.value.title });
      return read;
    },
    setStatus: (status: Status, options?: Options) => change(status, options),
    clearStatus: (options?: Options) => change(null, options),
  } satisfies Partial<PachcaClient> as unknown as PachcaClient;

  let schedule: ReturnType<typeof createSchedule>;
  let engine: StatusEngine;
  /** The process the app runs in. One that was killed does nothing any more, whatever was to come. */
  let process = { alive: true };

  /** What comes back to a process, as long as there is one. */
  const withinProcess = <T extends object>(own: typeof process, target: T): T =>
    new Proxy(target, {
      get: (_, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...input: unknown[]): unknown => {
          const result: unknown = Reflect.apply(member, target, input);
          if (!(result instanceof Promise)) return result;
          return new Promise((resolve) => void result.then((value) => own.alive && resolve(value)));
        };
      },
    });

  function start(): void {
    facts = NO_FACTS;
    process = { alive: true };
    const own = process;
    const ownClock = {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      setTimer: (delay: number, run: () => void) => clock.setTimer(delay, () => own.alive && run()),
    };
    schedule = createSchedule(ownClock, { onTick: () => undefined, onJump: () => void engine.refresh() });
    engine = createStatusEngine({
      clock: ownClock,
      schedule,
      client: withinProcess(own, client),
      facts: { get: () => facts, update: (patch) => (facts = { ...facts, ...patch }) },
      memory: { load: () => memory, save: (next) => (memory = next) },
      mayRead: () => true,
      refused: () => undefined,
      onClock: (at) => at,
      notice: (notice) => notices.push(notice),
      failedLater: (error) => failedLater.push(error),
      warn: () => undefined,
      warnBefore: () => 5,
      context: () => ({ locale: 'en', expiry: defaultContext('Europe/Moscow', 'en-GB'), name: 'Oleg' }),
    });
    engine.start();
  }
  start();

  return {
    clock,
    troubles,
    arrivals,
    notices,
    failedLater,
    get engine() {
      return engine;
    },
    /** What the app shows, as a snapshot would. */
    get shown() {
      return { ...facts, status: { ...facts.status, current: currentAt(facts.status.current, clock.now()) } };
    },
    /** What colleagues see. */
    get holds() {
      return currentAt(held, clock.now());
    },
    get mostUnderWay() {
      return mostUnderWay;
    },
    get reads() {
      return reads;
    },
    /** What the app set and what it read, in order. */
    history,
    /** A status set over what there is. */
    set: (status: Status | null, wayBack: Wanted['wayBack'] = null) => {
      const wanted: Wanted = { status, source: null, plan: null, presetId: null, origin: 'person', wayBack };
      return engine.change(wanted);
    },
    /** Somebody else sets a status, or clears it. */
    elsewhere: (status: Status | null): void => {
      held = status;
      elsewhereAt = clock.monotonic();
    },
    network: (is: boolean): void => {
      const isBack = is && !online;
      online = is;
      if (isBack) void engine.networkBack();
    },
    /** The computer sleeps and wakes up. Or, which looks the same to the app, its clock is set. */
    sleep: (milliseconds: number): void => {
      clock.sleep(milliseconds);
      schedule.check();
      void engine.refresh();
    },
    /** The app is killed and started again: what was on its way still arrives, and nobody is there for the answer. */
    kill: (): void => {
      process.alive = false;
      underWay.clear();
      start();
    },
    /** The app is quit and started again. */
    restart: (): void => {
      engine.stop();
      schedule.stop();
      start();
    },
  };
}

export type World = ReturnType<typeof createWorld>;
