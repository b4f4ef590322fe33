import { expect, test } from 'vitest';
import { createCrashLimit } from '../../../electron/shell/crash-limit.ts';

test('A page may be loaded again three times within a minute, and not a fourth time', () => {
  const mayReload = createCrashLimit();
  expect([0, 1_000, 59_000, 59_999].map(mayReload)).toEqual([true, true, true, false]);
});

test('Reloads of more than a minute ago no longer count', () => {
  const mayReload = createCrashLimit();
  expect([0, 20_000, 40_000, 60_000, 60_001].map(mayReload)).toEqual([true, true, true, true, false]);
});

test('A refused reload does not count, so a page that crashes on and on gets its next one after a minute', () => {
  const mayReload = createCrashLimit();
  expect([0, 1, 2, 30_000, 60_001].map(mayReload)).toEqual([true, true, true, false, true]);
});
