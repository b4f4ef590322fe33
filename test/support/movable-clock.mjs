/**
 * Loaded into a Node process before its program (`node --import`), by `time.ts`: the clock of the process can be moved
 * from outside, over its IPC channel. Nothing of it is part of the app; the app's own timers and clocks are the global ones,
 * while Node's insides and `node:timers` keep the real ones, so that sockets go on as they do.
 *
 * `PACHCA_TEST_TIME` says in milliseconds how far ahead the clock begins. `{ pass: ms }` lets time pass: both clocks move,
 * and what comes due runs in order, each at its moment. `{ jump: ms }` moves the wall clock alone, as when somebody sets it.
 * Either is answered with `{ now }`.
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';

const { Date, setTimeout, clearTimeout } = globalThis;
const real = { Date, now: performance.now.bind(performance), setTimeout, clearTimeout };

/** How far time has passed beyond what really passed, and how far the wall clock was set besides. */
let passed = 0;
let set = Number(process.env['PACHCA_TEST_TIME'] ?? 0);

const monotonic = () => real.now() + passed;
const wall = () => real.Date.now() + passed + set;

Object.defineProperty(performance, 'now', { value: monotonic, configurable: true, writable: true });
globalThis.Date = new Proxy(real.Date, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [Math.floor(wall())] : args, self),
  apply: () => new real.Date(Math.floor(wall())).toString(),
  get: (target, name) => (name === 'now' ? () => Math.floor(wall()) : Reflect.get(target, name)),
});

/** @type {Set<Timer>} */
const waiting = new Set();

/** What `setTimeout` and `setInterval` give: as Node's own, on the clock that moves. */
class Timer {
  /** @param {() => void} run @param {number} delay milliseconds @param {boolean} again */
  constructor(run, delay, again) {
    this.run = run;
    this.delay = delay >= 1 && delay <= 0x7fffffff ? delay : 1;
    this.again = again;
    this.due = monotonic() + this.delay;
    this.held = true;
    waiting.add(this);
    this.arm();
  }

  arm() {
    real.clearTimeout(this.timeout);
    this.timeout = real.setTimeout(() => this.fire(), Math.max(1, this.due - monotonic()));
    if (!this.held) this.timeout.unref();
  }

  fire() {
    if (!waiting.has(this)) return;
    if (this.again) {
      this.due += this.delay;
      this.arm();
    } else {
      this.close();
    }
    this.run();
  }

  close() {
    waiting.delete(this);
    real.clearTimeout(this.timeout);
    return this;
  }

  ref() {
    this.held = true;
    this.timeout?.ref();
    return this;
  }

  unref() {
    this.held = false;
    this.timeout?.unref();
    return this;
  }

  hasRef() {
    return this.held;
  }

  refresh() {
    this.due = monotonic() + this.delay;
    waiting.add(this);
    this.arm();
    return this;
  }
}

/** @param {boolean} again */
const starter =
  (again) =>
  (/** @type {(...args: unknown[]) => void} */ run, /** @type {number} */ delay, /** @type {unknown[]} */ ...args) =>
    new Timer(() => run(...args), delay, again);
const clear = (/** @type {unknown} */ timer) => {
  if (timer instanceof Timer) timer.close();
  else real.clearTimeout(/** @type {NodeJS.Timeout} */ (timer));
};

const start = Object.assign(starter(false), {
  [promisify.custom]: (/** @type {number} */ delay, /** @type {unknown} */ value) =>
    new Promise((resolve) => start(() => resolve(value), delay)),
});
Object.assign(globalThis, {
  setTimeout: start,
  setInterval: starter(true),
  clearTimeout: clear,
  clearInterval: clear,
});

/** Lets what is ready run to its end. */
async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
}

/** @param {number} ms */
async function pass(ms) {
  const end = monotonic() + ms;
  for (;;) {
    const [next] = [...waiting].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
    passed += Math.max(0, (next?.due ?? end) - monotonic());
    if (!next) break;
    next.fire();
    await settle();
  }
  for (const timer of waiting) timer.arm();
}

process.on('message', (/** @type {{ pass?: number, jump?: number }} */ { pass: by, jump }) => {
  set += jump ?? 0;
  void pass(by ?? 0).then(() => process.send?.({ now: wall() }));
});
// The channel alone is no reason to stay.
process.channel?.unref();
