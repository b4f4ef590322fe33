import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { expect, test as base, type Page } from 'playwright/test';
import { root } from '../../scripts/ensure.mjs';
import type { CommandName, CommandInput } from '../../shared/contract.ts';
import { done, type Result } from '../../shared/result.ts';
import type { AppState } from '../../shared/state.ts';
import { accessibilityProblems } from './axe.ts';

/** A command the page has sent. */
export interface Call {
  readonly name: CommandName;
  readonly input: unknown;
}

/** The built popover in a page of its own, with a bridge whose other end is the test. */
export interface Popover {
  readonly page: Page;
  /** Loads the page and shows it this state. */
  open(state: AppState): Promise<void>;
  /** Sends the page another snapshot. */
  push(state: AppState): Promise<void>;
  /** What the next `name` is answered with; without it every command succeeds. `'never'`: it stays under way. */
  answer(name: CommandName, result: Result<unknown> | 'never'): Promise<void>;
  /** Answers the oldest command that was left under way after all. */
  settle(result: Result<unknown>): Promise<void>;
  /** The commands sent so far, oldest first. */
  calls(): Promise<readonly Call[]>;
  /** Waits until exactly these commands were sent. */
  expectCalls(...calls: { [N in CommandName]: [N, CommandInput<N>] }[CommandName][]): Promise<void>;
  /** What axe finds against WCAG 2.2 AA and its own best practices, in words; empty = nothing. */
  accessibilityProblems(): Promise<readonly string[]>;
}

/** The other end of the bridge, as it sits in the page. */
interface Script {
  state: AppState;
  readonly calls: Call[];
  readonly answers: Partial<Record<string, (Result<unknown> | 'never')[]>>;
  /** Those of the commands that are under way. */
  readonly waiting: ((result: Result<unknown>) => void)[];
  readonly listeners: Set<(state: AppState) => void>;
}

declare global {
  interface Window {
    testScript: Script;
  }
}

/** The policy the app is served with (engineering: no inline script or style, no network, no HTML from strings). */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Playwright's `test` with a popover. A test fails when the page throws, logs an error, or breaks its policy. */
export const test = base.extend<{ popover: Popover }, { popoverUrl: string }>({
  popoverUrl: [
    // Playwright reads the fixture's dependencies from this pattern: there are none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = join(root, 'dist', 'renderer');
      const server = createServer((request, response) => {
        const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
        readFile(join(folder, path === '/' ? 'index.html' : path)).then(
          (body) => {
            const type = types[extname(path)] ?? 'text/html';
            response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy });
            response.end(body);
          },
          () => response.writeHead(404).end(),
        );
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      server.close();
    },
    { scope: 'worker' },
  ],

  popover: async ({ page, popoverUrl }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.setViewportSize({ width: 360, height: 560 });
    await use(popoverOn(page, popoverUrl));
    expect(complaints, 'the page complained').toEqual([]);
  },
});

function popoverOn(page: Page, url: string): Popover {
  const calls = () => page.evaluate(() => window.testScript.calls);
  return {
    page,
    async open(state) {
      await page.addInitScript(installBridge, { state, success: done });
      await page.goto(url);
      await expect(page.locator('.app')).toBeVisible();
    },
    push: (state) =>
      page.evaluate((next) => {
        window.testScript.state = next;
        for (const listener of window.testScript.listeners) listener(next);
      }, state),
    answer: (name, result) =>
      page.evaluate(
        ([command, answer]) => {
          (window.testScript.answers[command] ??= []).push(answer);
        },
        [name, result] as const,
      ),
    settle: (result) => page.evaluate((answer) => window.testScript.waiting.shift()?.(answer), result),
    calls,
    async expectCalls(...expected) {
      await expect.poll(calls).toEqual(expected.map(([name, input]) => ({ name, input })));
    },
    accessibilityProblems: () => accessibilityProblems(page),
  };
}

/** Runs in the page, before its own scripts. */
function installBridge({ state, success }: { state: AppState; success: Result<unknown> }): void {
  const script: Script = { state, calls: [], answers: {}, waiting: [], listeners: new Set() };
  window.testScript = script;
  const bridge = {
    command(name: CommandName, input: unknown): Promise<Result<unknown>> {
      script.calls.push({ name, input });
      const answer = script.answers[name]?.shift() ?? success;
      return answer === 'never' ? new Promise((resolve) => script.waiting.push(resolve)) : Promise.resolve(answer);
    },
    state: () => Promise.resolve(script.state),
    onState(listener: (state: AppState) => void) {
      script.listeners.add(listener);
      return () => script.listeners.delete(listener);
    },
  };
  Object.defineProperty(window, 'pachcaStatus', { value: bridge });
}
