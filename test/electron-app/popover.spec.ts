import { expect } from 'playwright/test';
import { BRIDGE } from '../../shared/bridge.ts';
import { test } from '../support/electron-app.ts';

test('the popover is one window, of the app’s own origin', async ({ app }) => {
  const page = await app.firstWindow();
  await page.waitForLoadState();
  expect(new URL(page.url()).protocol).toBe('app:');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('its page has the bridge and nothing of Node or Electron', async ({ app }) => {
  const page = await app.firstWindow();
  await page.waitForLoadState();
  const found = await page.evaluate(
    (bridge) => [bridge, 'require', 'process', 'module'].filter((n) => n in window),
    BRIDGE,
  );
  expect(found).toEqual([BRIDGE]);
});
