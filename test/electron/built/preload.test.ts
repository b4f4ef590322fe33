import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channels } from '../../../shared/bridge.ts';
import { builtFile } from '../../support/build.ts';
import { launchBrowser } from '../../support/browser.ts';

/**
 * The built preload in a real isolated world of Chromium, as Electron gives it one. `electron` is played: `ipcRenderer`
 * keeps a record, and `contextBridge` hands the page what Electron would, a frozen object of functions that only data
 * crosses.
 */
const isolatedWorld = (preload: string): string => `(() => {
  const listeners = new Map();
  const calls = [];
  const ipcRenderer = {
    invoke: (...args) => {
      calls.push(structuredClone(args));
      toTest(JSON.stringify(calls));
      return Promise.resolve({ ok: true, value: { channel: args[0] } });
    },
    on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
    removeListener: (channel, listener) => {
      listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener));
    },
  };
  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      const bridge = { name, keys: Object.keys(api), frozen: Object.isFrozen(api) };
      document.addEventListener('test:call', ({ detail }) => {
        const { key, args } = JSON.parse(detail);
        Promise.resolve(api[key](...args)).then((value) => {
          document.dispatchEvent(new CustomEvent('test:value', { detail: JSON.stringify(value) }));
        });
      });
      let stop;
      document.addEventListener('test:listen', () => {
        stop = api.onState((...args) => {
          document.dispatchEvent(new CustomEvent('test:heard', { detail: JSON.stringify(args) }));
        });
      });
      document.addEventListener('test:unlisten', () => stop());
      document.addEventListener('test:main-sends', ({ detail }) => {
        const event = { sender: ipcRenderer, ports: [], senderId: 7 };
        for (const listener of listeners.get(${JSON.stringify(channels.changed)}) ?? []) listener(event, JSON.parse(detail));
      });
      toTest(JSON.stringify({ bridge }));
    },
  };
  const electron = new Proxy({ ipcRenderer, contextBridge }, {
    get: (target, key) => {
      if (!(key in target)) throw new Error('The preload touched electron.' + String(key));
      return target[key];
    },
  });
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload cannot load ' + name);
    return electron;
  };
  const module = { exports: {} };
  ((require, module, exports) => {
    ${preload}
  })(require, module, module.exports);
})();`;

const WORLD = 'Electron Isolated Context';
let browser: Browser;
let page: Page;
let devtools: CDPSession;
const messages: unknown[] = [];

beforeAll(async () => {
  const preload = await readFile(await builtFile('preload.cjs'), 'utf8');
  browser = await launchBrowser();
  page = await browser.newPage();
  devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.enable');
  await devtools.send('Runtime.enable');
  // In the isolated world alone, as Electron's own channel is.
  await devtools.send('Runtime.addBinding', { name: 'toTest', executionContextName: WORLD });
  devtools.on('Runtime.bindingCalled', ({ payload }) => messages.push(JSON.parse(payload)));
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: isolatedWorld(preload), worldName: WORLD });
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Page</title>' }),
  );
  await page.goto('https://popover.invalid/');
});
afterAll(() => browser.close());

/** Calls a function of the bridge from the page. */
const call = (key: string, ...args: unknown[]): Promise<unknown> =>
  page.evaluate(
    (detail) =>
      new Promise((resolve) => {
        const answer = (event: Event): void => resolve(JSON.parse((event as CustomEvent<string>).detail));
        document.addEventListener('test:value', answer, { once: true });
        document.dispatchEvent(new CustomEvent('test:call', { detail }));
      }),
    JSON.stringify({ key, args }),
  );

describe('The preload', () => {
  it('runs as a sandboxed one and gives the page one frozen object with three functions', () => {
    expect(messages[0]).toEqual({
      bridge: { name: 'pachcaStatus', keys: ['command', 'state', 'onState'], frozen: true },
    });
  });

  it('leaves nothing of itself, of Node or of Electron in the page', async () => {
    const names = ['require', 'module', 'exports', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer', 'toTest'];
    expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
  });

  it('sends commands on one channel, whatever the page asks for', async () => {
    await call('command', 'app.quit', { extra: 1 });
    expect(messages.at(-1)).toEqual([[channels.command, { name: 'app.quit', input: { extra: 1 } }]]);
    expect(await call('state')).toEqual({ ok: true, value: { channel: channels.state } });
  });

  it('hands on snapshots without the event they came with, until it is told to stop', async () => {
    const heard = await page.evaluate(() => {
      const all: unknown[] = [];
      document.addEventListener('test:heard', (event) => all.push(JSON.parse((event as CustomEvent<string>).detail)));
      const send = (state: unknown): boolean =>
        document.dispatchEvent(new CustomEvent('test:main-sends', { detail: JSON.stringify(state) }));
      document.dispatchEvent(new CustomEvent('test:listen'));
      send({ revision: 1 });
      document.dispatchEvent(new CustomEvent('test:unlisten'));
      send({ revision: 2 });
      return all;
    });
    expect(heard).toEqual([[{ revision: 1 }]]);
  });
});
