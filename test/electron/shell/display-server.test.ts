import { expect, test } from 'vitest';
import { isWayland } from '../../../electron/shell/display-server.ts';

const none = (): string => '';
const session = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' };

test('A Wayland session has Wayland windows, on Linux alone', () => {
  expect(isWayland('linux', session, none)).toBe(true);
  expect(isWayland('linux', { WAYLAND_DISPLAY: 'wayland-1' }, none)).toBe(true);
  expect(isWayland('linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, none)).toBe(false);
  expect(isWayland('linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, none)).toBe(false);
  expect(isWayland('darwin', session, none)).toBe(false);
});

test('A switch of Chromium’s counts more', () => {
  const only = (name: string, value: string) => (asked: string) => (asked === name ? value : '');
  expect(isWayland('linux', session, only('ozone-platform', 'x11'))).toBe(false);
  expect(isWayland('linux', { DISPLAY: ':0' }, only('ozone-platform', 'wayland'))).toBe(true);
  expect(isWayland('linux', session, only('ozone-platform-hint', 'x11'))).toBe(false);
  expect(isWayland('linux', session, only('ozone-platform-hint', 'auto'))).toBe(true);
});
