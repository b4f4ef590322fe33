import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../shared/bridge.ts';
import { test } from '../support/electron-app.ts';

declare global {
  interface Window {
    /** The page's bridge, as the preload puts it there. */
    readonly pachcaStatus: Bridge;
  }
}

async function loaded(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return page;
}

test('the popover is on the screen, above other windows, and cannot be resized', async ({ app }) => {
  await loaded(app);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  const { inside, onTop, resizable } = await app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('There is no window');
    const bounds = window.getBounds();
    const { workArea } = screen.getDisplayMatching(bounds);
    return {
      inside:
        bounds.x >= workArea.x &&
        bounds.y >= workArea.y &&
        bounds.x + bounds.width <= workArea.x + workArea.width &&
        bounds.y + bounds.height <= workArea.y + workArea.height,
      onTop: window.isAlwaysOnTop(),
      resizable: window.isResizable(),
    };
  });
  expect({ inside, onTop, resizable }).toEqual({ inside: true, onTop: true, resizable: false });
});

test('its page draws what the main side holds, without a single violation of its policy', async ({ app }) => {
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('it cannot be led elsewhere, open windows or reach the network', async ({ app, demo }) => {
  const page = await loaded(app);
  const before = page.url();
  const reached = await page.evaluate(async (url) => {
    window.open(url);
    location.href = url;
    return fetch(url).then(
      () => true,
      () => false,
    );
  }, demo.url);
  expect(reached).toBe(false);
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('one click in the tray menu sets "On vacation" with one PUT', async ({ app, demo }) => {
  const page = await loaded(app);
  // Electron does not list its tray icons: the next call on one gives it away, and its menu.
  await app.evaluate(({ Tray, Menu }) => {
    const setToolTip = Reflect.get<Electron.Tray, 'setToolTip'>(Tray.prototype, 'setToolTip');
    Tray.prototype.setToolTip = function (toolTip) {
      Reflect.set(globalThis, 'toolTip', toolTip);
      setToolTip.call(this, toolTip);
    };
    const buildFromTemplate = Menu.buildFromTemplate.bind(Menu);
    Menu.buildFromTemplate = (template) => {
      const menu = buildFromTemplate(template);
      Reflect.set(globalThis, 'menu', menu);
      return menu;
    };
  });
  const token = demo.tokens['full'] ?? '';
  const signedIn = await page.evaluate(
    (given) => window.pachcaStatus.command('session.signIn', { token: given, storage: 'session' }),
    token,
  );
  expect(signedIn).toEqual({ ok: true, value: null });
  const toolTip = () => app.evaluate(() => String(Reflect.get(globalThis, 'toolTip')));
  await expect.poll(toolTip).toContain('No status');

  await app.evaluate(() => {
    const menu = Reflect.get(globalThis, 'menu') as Electron.Menu;
    menu.getMenuItemById('preset:vacation')?.click();
  });
  await expect.poll(toolTip).toMatch(/🏖️ On vacation · until/);
  const log = (await (await fetch(new URL('/__demo/log', demo.url))).json()) as { method: string; path: string }[];
  expect(log.filter(({ method }) => method !== 'GET')).toMatchObject([{ method: 'PUT', path: '/profile/status' }]);
  await expect(page.getByText('On vacation').first()).toBeVisible();
});

test('being started again shows the popover', async ({ app }) => {
  await loaded(app);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await app.evaluate(({ app: main }) => main.emit('second-instance', {}, [], ''));
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
});
