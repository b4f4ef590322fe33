import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createDemoWorkspace, type DemoWorkspace } from '../../electron/demo/workspace.ts';
import { createApp, type App, type AppPorts } from '../../electron/services/app.ts';
import { KEYCHAIN_SERVICE } from '../../electron/services/token-vault.ts';
import type { SettingsData } from '../../electron/services/settings.ts';
import type { UpdatePorts } from '../../electron/services/updates.ts';
import type { AppError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/state.ts';
import type { Namespace } from '../../electron/services/account-identity.ts';
import type { Fetch } from '../../electron/services/ports.ts';
import { createFakeClock, type FakeClock } from './clock.ts';
import { createFakeHost, type FakeHost } from './host.ts';
import { createFakeKeychain, type FakeKeychain } from './keychain.ts';
import { memorySettings } from './settings.ts';

/** The core with a workspace, a keychain, a clock and a host that a test controls. */
export interface TestApp {
  readonly app: App;
  readonly clock: FakeClock;
  readonly workspace: DemoWorkspace;
  readonly keychain: FakeKeychain;
  readonly host: FakeHost;
  readonly settings: ReturnType<typeof memorySettings>;
  /** The folder of the pictures. */
  readonly pictures: string;
  /** All that was logged, as text. */
  readonly logged: string[];
  /** Quits and starts again on the same computer: keychain, settings, server and time stay. */
  restart(): TestApp;
  /** Waits until a snapshot is as asked. */
  until(holds: (state: AppState) => boolean): Promise<AppState>;
}

/** What a test may bring itself. */
interface Parts {
  readonly clock: FakeClock;
  readonly workspace: DemoWorkspace;
  readonly keychain: FakeKeychain;
  readonly host: FakeHost;
  readonly settings: ReturnType<typeof memorySettings>;
  readonly pictures: string;
  readonly namespace: Namespace;
}

/** Saturday in Moscow. */
export const SATURDAY = '2026-11-21T10:00:00.000Z';

/** Makes an app that has not been started. */
export function createTestApp(
  options: Partial<Parts> & {
    stored?: Partial<SettingsData>;
    environmentToken?: string;
    /** The server of new accounts, and the network; by default both are the workspace. */
    apiUrl?: string;
    fetch?: Fetch;
    settingsProblems?: readonly AppError[];
    updates?: UpdatePorts;
  } = {},
): TestApp {
  const clock = options.clock ?? createFakeClock(SATURDAY);
  const parts: Parts = {
    clock,
    workspace: options.workspace ?? createDemoWorkspace({ now: () => clock.now() }),
    keychain: options.keychain ?? createFakeKeychain(),
    host: options.host ?? createFakeHost(),
    settings: options.settings ?? memorySettings(options.stored),
    pictures: options.pictures ?? temporaryFolder(),
    namespace: options.namespace ?? { service: KEYCHAIN_SERVICE, folder: 'test' },
  };
  const { workspace, keychain, host, settings } = parts;
  const logged: string[] = [];
  let lastId = 0;
  const ports: AppPorts = {
    clock,
    random: () => 0.5,
    newId: () => `id-${(lastId += 1)}`,
    fetch: options.fetch ?? ((url, init) => workspace.fetch(url, init)),
    apiUrl: options.apiUrl ?? workspace.baseUrl,
    loadKeychain: () => Promise.resolve(keychain),
    settings,
    namespace: parts.namespace,
    pictures: parts.pictures,
    settingsProblems: options.settingsProblems ?? [],
    host,
    environmentToken: options.environmentToken ?? null,
    runtime: { versions: { node: '0.0.0' }, arch: 'x64' },
    updates: options.updates ?? null,
    log: (level, message, data) => void logged.push(JSON.stringify({ level, message, data })),
    createDemo: (locale) => {
      const demo = createDemoWorkspace({ now: () => clock.now(), locale });
      return { fetch: (url, init) => demo.fetch(url, init), apiUrl: demo.baseUrl, token: demo.tokens.full };
    },
  };
  const app = createApp(ports);
  onTestFinished(() => app.stop());
  return {
    app,
    ...parts,
    logged,
    restart: () => {
      app.stop();
      return createTestApp(parts);
    },
    until: (holds) =>
      vi.waitFor(
        () => {
          const state = app.state();
          if (!holds(state)) throw new Error(`still: ${JSON.stringify(state)}`);
          return state;
        },
        { timeout: 5_000, interval: 1 },
      ),
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pachca-status-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
