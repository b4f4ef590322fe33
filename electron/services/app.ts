import * as v from 'valibot';
import {
  commandInputs,
  type CommandName,
  type CommandValue,
  type Dispatch,
  type Handlers,
} from '../../shared/contract.ts';
import { appError, type AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/i18n/index.ts';
import { defaultContext } from '../../shared/locale-week.ts';
import { statusOf } from '../../shared/presets.ts';
import { done, fail, type Result } from '../../shared/result.ts';
import type { AppState } from '../../shared/state.ts';
import { createAvatarCache } from './avatar.ts';
import { links } from './links.ts';
import type { FetchedImage } from './pachca/image.ts';
import type { Clock, Fetch, Host, LoadKeychain, Log } from './ports.ts';
import { createSchedule } from './schedule.ts';
import { createSessionService, type Demo } from './session.ts';
import type { Settings } from './settings.ts';
import { createStatusEngine } from './status.ts';
import { createStore } from './store.ts';
import { createTokenVault } from './token-vault.ts';

/** What the app needs from the world. */
export interface AppPorts {
  readonly clock: Clock;
  /** A number from 0 up to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly fetch: Fetch;
  /** Pachca's base URL, already checked. */
  readonly apiUrl: string;
  readonly loadKeychain: LoadKeychain;
  readonly settings: Settings;
  /** What went wrong when the settings were opened; told once. */
  readonly settingsProblems: readonly AppError[];
  readonly host: Host;
  readonly log: Log;
  /** Makes the demo workspace at its first use; an app that is never asked for the demo never makes it. */
  readonly createDemo: (locale: AppState['locale']) => Demo;
}

/** The app core: one door for commands, one stream of snapshots. Hosts add windows and menus, nothing else. */
export interface App {
  /** Parses and carries out a command from anywhere. Never rejects: what fails is a value. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** The same door for callers that the compiler can check. */
  readonly send: Dispatch;
  state(): AppState;
  subscribe(listener: (state: AppState) => void): () => void;
  /** The picture that the page finds at `avatar/<version>`. */
  avatar(version: string): FetchedImage | null;
  /** Takes up the account of the last run; resolves when the keychain has answered. */
  start(): Promise<void>;
  /** The computer woke up, or its clock, zone or language changed. */
  resumed(): void;
  /** The popover became visible. */
  popoverShown(): void;
  /** The popover's page crashed too often to be loaded again. */
  rendererCrashed(): void;
  stop(): void;
}

/** A status checked this recently is not asked for again when the popover opens, in milliseconds. */
const FRESH = 5_000;

/** Makes the core. Nothing happens before {@link App.start}. */
export function createApp(ports: AppPorts): App {
  const { clock, host, settings, log } = ports;
  const store = createStore(clock, host, settings);
  const schedule = createSchedule(clock, { onTick: () => store.publish(), onJump: resumed });
  const status = createStatusEngine(clock, store, schedule);
  const avatars = createAvatarCache();
  const session = createSessionService({
    clock,
    random: ports.random,
    server: { fetch: ports.fetch, apiUrl: ports.apiUrl },
    createDemo: () => ports.createDemo(store.state().locale),
    settings,
    vault: createTokenVault(ports.loadKeychain, host.platform),
    store,
    status,
    avatars,
    log,
  });

  function resumed(): void {
    schedule.check();
    void refresh();
  }

  async function refresh(): Promise<Result<null>> {
    session.recheck();
    return status.refresh();
  }

  /** A change asked for from the menu fails out of sight; the system says so. */
  function tell(result: Result<unknown>): void {
    if (result.ok || host.popoverVisible()) return;
    const { title, advice } = errorText(store.state().locale, result.error);
    host.notify({ title, body: advice });
  }

  async function change(presetId: string | null): Promise<Result<CommandValue<'status.clear'>>> {
    const { session: now } = store.facts;
    if (now.phase !== 'signed-in') return fail(appError('signed_out', {}));
    if (now.problem) return fail(now.problem);
    if (presetId === null) return status.change({ status: null, presetId });
    const { presets, locale, dateLocale, timeZone } = store.state();
    const preset = presets.find(({ id }) => id === presetId);
    if (!preset) return fail(appError('preset_missing', { id: presetId }));
    const wanted = statusOf(preset, clock.now(), locale, defaultContext(timeZone, dateLocale));
    return wanted.ok ? status.change({ status: wanted.value, presetId }) : wanted;
  }

  async function changeAndTell(presetId: string | null): Promise<Result<CommandValue<'status.clear'>>> {
    const result = await change(presetId);
    tell(result);
    return result;
  }

  const handlers: Handlers = {
    'session.signIn': ({ token, storage }) => session.signIn(token, storage),
    'session.tryDemo': () => session.tryDemo(),
    'session.retry': () => session.retry(),
    'session.signOut': ({ force }) => session.signOut(force),
    'status.refresh': refresh,
    'status.applyPreset': ({ presetId }) => changeAndTell(presetId),
    'status.clear': () => changeAndTell(null),
    'status.retryChange': async () => {
      const failed = store.facts.change;
      if (failed?.phase !== 'failed') return { ok: true, value: 'superseded' };
      return changeAndTell(failed.presetId);
    },
    'status.dismissChange': () => {
      const phase = store.facts.change?.phase;
      if (phase === 'failed' || phase === 'done') store.update({ change: null });
      return Promise.resolve(done);
    },
    'settings.update': ({ language, theme, trayIcon }) => {
      const saved = settings.update({
        ...(language && { language }),
        ...(theme && { theme }),
        ...(trayIcon && { trayIcon }),
      });
      store.publish();
      return Promise.resolve(saved);
    },
    'notice.dismiss': ({ id }) => {
      store.update({ notices: store.facts.notices.filter((notice) => notice.id !== id) });
      return Promise.resolve(done);
    },
    'link.open': async ({ link }) => {
      await host.openExternal(links[link]);
      return done;
    },
    'popover.open': () => act(() => host.openPopover()),
    'popover.hide': () => act(() => host.hidePopover()),
    'app.quit': () => act(() => host.quit()),
  };

  async function run<N extends CommandName>(name: N, input: unknown): Promise<Result<CommandValue<N>>> {
    const parsed = v.safeParse(commandInputs[name], input);
    if (!parsed.success) return fail(badInput(parsed.issues));
    try {
      return await handlers[name](parsed.output);
    } catch (error) {
      const reason = error instanceof Error ? error.name : typeof error;
      log('error', 'A command failed unexpectedly', { name, reason });
      return fail(appError('internal', { reason }));
    }
  }

  return {
    dispatch: async (name, input) =>
      isCommandName(name) ? run(name, input) : fail(appError('unknown_command', { name: name.slice(0, 100) })),
    send: run,
    state: () => store.state(),
    subscribe: (listener) => store.subscribe(listener),
    avatar: (version) => avatars.get(version),
    start: async () => {
      for (const error of ports.settingsProblems) store.addNotice({ kind: 'error', error });
      await session.restore();
    },
    resumed,
    popoverShown: () => {
      const { checkedAt } = store.facts.status;
      if (checkedAt === null || clock.now() - checkedAt > FRESH) void refresh();
      else session.recheck();
    },
    rendererCrashed: () => store.addNotice({ kind: 'renderer-crashed' }),
    stop: () => {
      status.use(null);
      schedule.stop();
    },
  };
}

const isCommandName = (name: string): name is CommandName => Object.hasOwn(commandInputs, name);

/** Names the field that does not fit and why; never what was sent, which may be a token. */
function badInput(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): AppError {
  const [first] = issues;
  return appError('bad_input', { field: v.getDotPath(first) ?? 'input', reason: first.type });
}

function act(run: () => void): Promise<Result<null>> {
  run();
  return Promise.resolve(done);
}
