import 'temporal-polyfill/global';
import { test as base, expect, type Locator, type Page } from 'playwright/test';
import type { Bridge } from '../../shared/bridge.ts';
import type { Fault } from '../../electron/demo/faults.ts';
import { accessibilityProblems } from '../support/axe.ts';
import { keyringAvailability } from '../support/keyring.ts';
import { startDemo, startPreview, type DemoServer, type PreviewOptions, type Running } from '../support/preview.ts';
import { createTime, type MovableTime, type TestTime } from '../support/time.ts';

/** The zone of the computer that the preview believes to be on; Playwright's browser is set to the same. */
export const ZONE = 'Europe/Moscow';

/** One request as the demo server's log tells it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly token: string | null;
  readonly at: number;
  readonly status: number | null;
}

/** The demo server with the other hand on its controls. */
export interface Demo extends DemoServer {
  /** The requests so far that change something, oldest first. */
  changes(): Promise<LoggedRequest[]>;
  log(): Promise<LoggedRequest[]>;
  fault(fault: Fault): Promise<void>;
  /** Forgets the faults that have not been played yet. */
  noFaults(): Promise<void>;
  /** Another client of the same person sets a status, or clears it. */
  setElsewhere(status: { emoji: string; title: string; expiresAt?: number } | null): Promise<void>;
  revoke(token: string): Promise<void>;
  /** Ticks other scopes in the settings of a token. */
  tick(token: string, scopes: readonly string[]): Promise<void>;
}

/** A preview with its page open. */
export interface OpenPreview extends Running {
  readonly page: Page;
  readonly url: string;
  /** The tray icon's button, and what it opens. */
  readonly tray: Locator;
  readonly menu: Locator;
  /** Opens the menu and chooses an item by the beginning of its name. */
  readonly choose: (item: string) => Promise<void>;
  /** The popover: everything the app itself draws. */
  readonly popover: Locator;
  /** What axe finds on the whole page, in words; empty = nothing. */
  readonly accessibilityProblems: () => Promise<readonly string[]>;
}

interface Fixtures {
  /** The time of the demo server and the previews: moved where minutes would be waited for. */
  time: TestTime;
  demo: Demo;
  /** Starts a preview against the demo server and opens its page. */
  open: (options?: PreviewOptions) => Promise<OpenPreview>;
  /** What the pages may complain about in this test; anything else fails it. Add to it before it happens. */
  allowed: RegExp[];
}

declare global {
  interface Window {
    /** The page's bridge, as the preview's client puts it there. */
    readonly pachcaStatus: Bridge;
  }
}

/**
 * Playwright's `test` with the built app in a browser tab and the built demo server, each in a process of its own. A
 * test fails when a page throws, logs an error, or breaks its Content Security Policy.
 */
export const test = base.extend<Fixtures & { movableTime: MovableTime }>({
  // Playwright reads the fixture's dependencies from this pattern: there are none.
  // eslint-disable-next-line no-empty-pattern
  movableTime: async ({}, use) => {
    await use(createTime());
  },

  time: async ({ movableTime }, use) => {
    await use(movableTime);
  },

  demo: async ({ movableTime }, use) => {
    const server = await startDemo({ time: movableTime });
    await use(control(server));
    await server.stop();
  },

  // Playwright reads the fixture's dependencies from this pattern: there are none.
  // eslint-disable-next-line no-empty-pattern
  allowed: async ({}, use) => {
    await use([]);
  },

  open: async ({ demo, page, allowed, movableTime }, use) => {
    const running: Running[] = [];
    const complaints: string[] = [];
    const complain = (text: string) => {
      if (!allowed.some((pattern) => pattern.test(text))) complaints.push(text);
    };
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (message) => {
      // A violated policy is among the errors, under the name of the policy.
      if (message.type() === 'error') complain(message.text());
    });

    await use(async (options = {}) => {
      const env = { TZ: ZONE, ...options.env };
      const preview = await startPreview({ apiUrl: demo.url, time: movableTime, ...options, env });
      running.push(preview);
      await page.goto(preview.url);
      await expect(page.getByRole('button', { name: 'Pachca Status', exact: true })).toBeVisible();
      return openPreview(page, preview);
    });
    // What the page says about the end of its server is not the test's concern.
    const heard = [...complaints];
    await Promise.all(running.map((preview) => preview.stop()));
    expect(heard, 'the page complained').toEqual([]);
  },
});

export { expect };

/** Skips the tests of a file that need a keychain, where there is none to be had; the reason is in the report. */
export function needsKeyring(): void {
  const keyring = keyringAvailability();
  test.skip(!keyring.ok, keyring.ok ? '' : `no keychain to test with, because ${keyring.reason}`);
}

/** Pastes a token that the server does not take, or that cannot be one, and asks about it. */
export async function tryToken(page: Page, token: string): Promise<void> {
  await page.getByLabel('Personal or bot token').fill(token);
  await page.getByRole('button', { name: 'Check the token' }).click();
}

/** Pastes a token, waits until it is shown whose it is, and goes on with it. */
export async function signIn(page: Page, token: string): Promise<void> {
  await page.getByLabel('Personal or bot token').fill(token);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The same on a computer without a keychain, where a token is kept in memory. */
export async function signInForNow(page: Page, token: string): Promise<void> {
  await signIn(page, token);
  await page.getByRole('button', { name: 'Use it until I quit' }).click();
  await expect(page.getByLabel('Personal or bot token')).toHaveCount(0);
}

/** Next Monday, 9:00 in {@link ZONE}, as the API writes moments. Monday itself has a next one too. */
export function nextMondayMorning(at: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate();
  let monday = today.add({ days: 1 });
  while (monday.dayOfWeek !== 1) monday = monday.add({ days: 1 });
  return monday
    .toZonedDateTime({ timeZone: ZONE, plainTime: '09:00' })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
}

function openPreview(page: Page, preview: Running & { url: string }): OpenPreview {
  const tray = page.getByRole('button', { name: 'Pachca Status', exact: true });
  const menu = page.getByRole('menu');
  return {
    ...preview,
    page,
    tray,
    menu,
    popover: page.locator('#root'),
    choose: async (item) => {
      await tray.click();
      await menu.getByRole('menuitem', { name: item }).click();
    },
    accessibilityProblems: () => accessibilityProblems(page),
  };
}

function control(server: DemoServer): Demo {
  const { origin } = new URL(server.url);
  const post = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${origin}/__demo/${path}`, { method: 'POST', body: JSON.stringify(body) });
    expect(response.status, await response.text()).toBe(204);
  };
  const log = async (): Promise<LoggedRequest[]> =>
    (await (await fetch(`${origin}/__demo/log`)).json()) as LoggedRequest[];
  return {
    ...server,
    log,
    changes: async () => (await log()).filter(({ method }) => method !== 'GET'),
    fault: (fault) => post('faults', fault),
    noFaults: async () => {
      await fetch(`${origin}/__demo/faults`, { method: 'DELETE' });
    },
    setElsewhere: (status) => post('status', { status }),
    revoke: (token) => post('revoke', { token }),
    tick: (token, scopes) => post('scopes', { token, scopes }),
  };
}
