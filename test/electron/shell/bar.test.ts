import { expect, test } from 'vitest';
import { isBarDark } from '../../../electron/shell/bar.ts';

test.each([
  ['win32', true, undefined, true],
  ['win32', false, undefined, false],
  ['linux', false, 'ubuntu:GNOME', true],
  ['linux', false, 'Unity', true],
  ['linux', false, 'KDE', false],
  ['linux', true, 'KDE', true],
  ['linux', false, undefined, false],
] as const)('On %s with a dark system theme: %s, desktop %s, the bar is dark: %s', (platform, dark, desktop, bar) => {
  expect(isBarDark({ dark }, platform, desktop)).toBe(bar);
});
