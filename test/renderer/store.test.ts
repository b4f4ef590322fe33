import { expect, test, vi } from 'vitest';
import type { Bridge } from '../../shared/bridge.ts';
import { done } from '../../shared/result.ts';
import type { AppState } from '../../shared/state.ts';
import { openStore } from '../../renderer/store.ts';
import { aState, NOW } from '../support/popover-states.ts';

/** A bridge whose main side the test plays. */
function aBridge(first: AppState | Promise<AppState> = aState()) {
  const listeners = new Set<(state: AppState) => void>();
  const bridge: Bridge = {
    command: vi.fn<() => Promise<never>>().mockResolvedValue(done as never),
    state: () => Promise.resolve(first),
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { bridge, push: (state: AppState) => listeners.forEach((listener) => listener(state)) };
}

test('the store opens with the snapshot it asked for', async () => {
  const store = await openStore(aBridge(aState({ revision: 5 })).bridge);
  expect(store.snapshot().state.revision).toBe(5);
});

test('each pushed snapshot replaces the last and is told to those who draw', async () => {
  const { bridge, push } = aBridge();
  const store = await openStore(bridge);
  const seen: number[] = [];
  const stop = store.subscribe(() => seen.push(store.snapshot().state.revision));
  push(aState({ revision: 2 }));
  push(aState({ revision: 3 }));
  stop();
  push(aState({ revision: 4 }));
  expect(seen).toEqual([2, 3]);
  expect(store.snapshot().state.revision).toBe(4);
});

test('an answer that was on its way while a newer snapshot was pushed does not turn back the clock', async () => {
  let answer: (state: AppState) => void = () => undefined;
  const { bridge, push } = aBridge(new Promise((resolve) => (answer = resolve)));
  const opening = openStore(bridge);
  push(aState({ revision: 8 }));
  answer(aState({ revision: 7 }));
  const store = await opening;
  await Promise.resolve();
  expect(store.snapshot().state.revision).toBe(8);
});

test('between snapshots the time goes on by the main side’s clock, whatever the page’s own says', async () => {
  let page = 1_000;
  const { bridge, push } = aBridge();
  const store = await openStore(bridge, () => page);
  page += 30_000;
  expect(store.now()).toBe(NOW + 30_000);
  push(aState({ now: NOW + 60_000 }));
  expect(store.now()).toBe(NOW + 60_000);
});

test('a command whose host is gone fails with a value', async () => {
  const { bridge } = aBridge();
  const store = await openStore({ ...bridge, command: () => Promise.reject(new Error('gone')) });
  expect(await store.send('status.clear', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
});
