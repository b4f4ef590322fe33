import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchReadiness } from '../../../electron/shell/readiness.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('A window is ready when it says so', () => {
  const ready = vi.fn();
  const tell = watchReadiness(ready);
  tell('ready-to-show');
  expect(ready).toHaveBeenCalledOnce();
});

test('A window that never says so is ready a moment after its page was loaded', () => {
  const ready = vi.fn();
  const tell = watchReadiness(ready);
  tell('did-finish-load');
  expect(ready).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(ready).toHaveBeenCalledOnce();
});

test('A window that says nothing at all is ready in the end', () => {
  const ready = vi.fn();
  watchReadiness(ready);
  vi.advanceTimersByTime(2_999);
  expect(ready).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ready).toHaveBeenCalledOnce();
});

test('It is ready once, in whatever order and how often it is told', () => {
  const ready = vi.fn();
  const tell = watchReadiness(ready);
  for (const event of ['did-finish-load', 'ready-to-show', 'did-finish-load', 'ready-to-show'] as const) tell(event);
  vi.advanceTimersByTime(60_000);
  expect(ready).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
