import * as v from 'valibot';
import {
  commandInputs,
  type ChangeOutcome,
  type CommandName,
  type CommandValue,
  type Dispatch,
  type Handlers,
} from '../../shared/contract.ts';
import { appError, type AppError } from '../../shared/errors.ts';
import { formatMoment } from '../../shared/format.ts';
import { errorText, messages } from '../../shared/i18n/index.ts';
import { planContext, sourceOf, statusOf } from '../../shared/plan.ts';
import { planOf } from '../../shared/presets.ts';
import { done, fail, ok, type Result } from '../../shared/result.ts';
import type { StatusPlan, WayBack } from '../../shared/schemas.ts';
import type { AppState } from '../../shared/state.ts';
import type { Status } from '../../shared/status.ts';
import { timeStyle } from '../../shared/tray-menu.ts';
import type { LiveAccount } from './accounts.ts';
import { createAvatarCache } from './avatar/cache.ts';
import { createPictureFolders } from './avatar/pictures.ts';
import type { AvatarService } from './avatar/service.ts';
import { createErrorLog, diagnosticsText } from './diagnostics.ts';
import { links } from './links.ts';
import type { FetchedImage } from './pachca/image.ts';
import type { Clock, Fetch, Host, LoadKeychain, Log } from './ports.ts';
import { createPresetService } from './presets.ts';
import { loadProfile, openableLink } from './profile.ts';
import { rememberRecent } from './recents.ts';
import { createSchedule } from './schedule.ts';
import { createSessionService, type Demo } from './session.ts';
import type { Settings } from './settings.ts';
import type { Wanted } from './status/memory.ts';
import { createStore } from './store.ts';
import { createTokenVault } from './token-vault.ts';

/** What the app needs from the world. */
export interface AppPorts {
  readonly clock: Clock;
  /** A number from 0 up to 1, for the jitter of retries. */
  readonly random: () => number;
  /** A text that nothing else is called, for the ids of presets and recent statuses. */
  readonly newId: () => string;
  readonly fetch: Fetch;
  /** Pachca's base URL, already checked. */
  readonly apiUrl: string;
  readonly loadKeychain: LoadKeychain;
  readonly settings: Settings;
  /** The folder for the pictures of the accounts; made when there is one to keep. */
  readonly pictures: string;
  /** What went wrong when the settings were opened; told once. */
  readonly settingsProblems: readonly AppError[];
  readonly host: Host;
  readonly log: Log;
  /** `PACHCA_TOKEN` of the environment, or null. */
  readonly environmentToken: string | null;
  /** Versions and architecture of the process, for the diagnostics. */
  readonly runtime: { readonly versions: Readonly<Partial<Record<string, string>>>; readonly arch: string };
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
  /** Takes up the accounts of the last run; resolves when the keychain has answered for the one in use. */
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
  const { clock, host, settings, log, newId } = ports;
  const store = createStore(clock, host, settings, Boolean(ports.environmentToken));
  const schedule = createSchedule(clock, { onTick: () => store.publish(), onJump: resumed });
  const avatars = createAvatarCache(createPictureFolders(ports.pictures));
  const errors = createErrorLog();
  const presets = createPresetService(store, newId);
  const vault = createTokenVault(ports.loadKeychain, host.platform);
  const session = createSessionService({
    clock,
    random: ports.random,
    server: { fetch: ports.fetch, apiUrl: ports.apiUrl },
    createDemo: () => ports.createDemo(store.state().locale),
    environmentToken: ports.environmentToken,
    settings,
    schedule,
    vault,
    store,
    avatars,
    log,
    warn,
  });

  function resumed(): void {
    schedule.check();
    for (const account of session.all()) account.avatar.hurry();
    void refresh();
  }

  async function refresh(): Promise<Result<null>> {
    session.recheck();
    const account = session.current();
    if (!account) return signedOut();
    for (const other of session.all()) if (other !== account) void other.status.refresh();
    return account.status.refresh();
  }

  const signedOut = (): ReturnType<typeof fail> => fail(appError('signed_out', {}));

  /** The account in use, ready to be changed. */
  function writable(): Result<LiveAccount> {
    const account = session.current();
    if (!account) return signedOut();
    const { session: facts } = store.account(account.key) ?? {};
    return facts?.phase === 'signed-in' && facts.problem ? fail(facts.problem) : ok(account);
  }

  /** The status ends soon: the system says so, with what can be done about it. */
  function warn(key: string, status: Status): void {
    const state = store.state();
    if (status.expiresAt === null) return;
    const texts = messages(state.locale).ending;
    const name = state.accounts.length > 1 ? state.accounts.find((account) => account.key === key)?.label : null;
    host.notify({
      title: texts.title(
        `${status.emoji} ${status.title}`,
        formatMoment(status.expiresAt, state.now, timeStyle(state)),
      ),
      body: name ? texts.bodyFor(name) : texts.body,
      ...(key === store.facts.current && {
        actions: [
          { label: texts.extend, command: { name: 'status.extend', input: { by: { kind: 'duration', minutes: 30 } } } },
          { label: texts.letEnd, command: { name: 'status.letEnd', input: {} } },
        ],
      }),
    });
  }

  /** A change asked for from the menu fails out of sight; the system says so. */
  function tell<T>(result: Result<T>): Result<T> {
    if (result.ok || host.popoverVisible()) return result;
    const { title, advice } = errorText(store.state().locale, result.error);
    host.notify({ title, body: advice });
    return result;
  }

  /** What setting a plan means in an account now. */
  function wantedOf(plan: StatusPlan, presetId: string | null, wayBack: WayBack): Result<Wanted> {
    // The zone and the language of this moment: the person may have travelled since the last snapshot.
    store.publish();
    const context = planContext(store.state());
    const status = statusOf(plan, clock.now(), context);
    if (!status.ok) return status;
    const source = sourceOf(plan, context.locale);
    return ok({ status: status.value, source, plan, presetId, origin: 'person', wayBack });
  }

  async function set(
    account: LiveAccount,
    plan: StatusPlan,
    presetId: string | null,
    wayBack: WayBack = null,
  ): Promise<Result<ChangeOutcome>> {
    const wanted = wantedOf(plan, presetId, wayBack);
    if (!wanted.ok) return wanted;
    const result = await account.status.change(wanted.value);
    if (result.ok && result.value !== 'superseded') rememberRecent(store, account.key, plan, newId);
    return result;
  }

  /** A change of the account in use, told by the system where it fails out of sight. */
  async function change(run: (account: LiveAccount) => Promise<Result<ChangeOutcome>>): Promise<Result<ChangeOutcome>> {
    const account = writable();
    return tell(account.ok ? await run(account.value) : account);
  }

  /** A change of the picture of the account in use. One that the person stopped is no failure to tell of. */
  async function picture(run: (avatar: AvatarService) => Promise<Result<null>>): Promise<Result<null>> {
    const account = writable();
    const result = account.ok ? await run(account.value.avatar) : account;
    return !result.ok && result.error.code === 'aborted' ? result : tell(result);
  }

  const planOfPreset = (id: string): Result<Parameters<typeof planOf>[0]> => {
    const preset = presets.find(id);
    return preset ? ok(preset) : fail(appError('preset_missing', { id }));
  };

  const clear: Wanted = { status: null, source: null, plan: null, presetId: null, origin: 'person', wayBack: null };

  const handlers: Handlers = {
    'session.checkToken': ({ token }) => session.checkToken(token),
    'session.signIn': ({ token, storage }) => session.signIn(token, storage),
    'session.checkEnvironmentToken': () => session.checkEnvironmentToken(),
    'session.signInFromEnvironment': ({ storage }) => session.signInFromEnvironment(storage),
    'session.tryDemo': () => session.tryDemo(),
    'session.retry': () => session.retry(),
    'session.signOut': ({ force }) => session.remove(null, force),

    'accounts.switch': ({ key }) => Promise.resolve(session.use(key)),
    'accounts.rename': ({ key, label }) => Promise.resolve(session.rename(key, label)),
    'accounts.remove': ({ key, force }) => session.remove(key, force),

    'token.check': async () => {
      const account = session.current();
      if (!account) return signedOut();
      const error = await account.check();
      if (error) return fail(error);
      account.avatar.hurry();
      void account.status.refresh();
      return done;
    },
    'profile.load': () => withAccount((account) => loadProfile(account.client)),
    'people.search': ({ query, cursor }) => withAccount((account) => account.client.people(query, cursor)),

    'status.refresh': refresh,
    'status.set': ({ plan, wayBack }) => change((account) => set(account, plan, null, wayBack)),
    'status.applyPreset': ({ presetId, expiry }) =>
      change(async (account) => {
        const preset = planOfPreset(presetId);
        return preset.ok ? set(account, planOf(preset.value, expiry), presetId) : preset;
      }),
    'status.applyPresetToAll': async ({ presetId }) => {
      const preset = planOfPreset(presetId);
      if (!preset.ok) return preset;
      const results = await Promise.all(
        session.all().map(async (account) => {
          const result = await set(account, planOf(preset.value), presetId);
          return { key: account.key, error: result.ok ? null : result.error };
        }),
      );
      return ok(results);
    },
    'status.applyRecent': ({ id }) =>
      change(async (account) => {
        const recent = store.accountData(account.key).recents.find((each) => each.id === id);
        if (!recent) return fail(appError('nothing_to_do', {}));
        return set(account, planOf(recent), null);
      }),
    'status.extend': ({ by }) => change((account) => account.status.extend(by)),
    'status.clear': () => change((account) => account.status.change(clear)),
    'status.undo': () => change((account) => account.status.undo()),
    'status.forgetWayBack': () => onAccount((account) => account.status.forgetWayBack()),
    'status.retryChange': () =>
      change(async (account) => {
        const failed = account.status.failed();
        if (!failed) return ok('superseded');
        return failed.plan ? set(account, failed.plan, failed.presetId, failed.wayBack) : account.status.change(failed);
      }),
    'status.dismissChange': () => onAccount((account) => account.status.dismiss()),
    'status.sendNow': () => change((account) => account.status.networkBack()),
    'status.letEnd': () => onAccount((account) => account.status.letEnd()),

    'draft.save': ({ account, draft }) => {
      if (!store.account(account)) return Promise.resolve(fail(appError('account_missing', { key: account })));
      store.saveAccountData(account, { draft });
      return Promise.resolve(done);
    },

    'presets.save': ({ preset }) => Promise.resolve(presets.save(preset)),
    'presets.duplicate': ({ id }) => Promise.resolve(presets.duplicate(id)),
    'presets.delete': ({ id }) => Promise.resolve(presets.remove(id)),
    'presets.move': ({ id, to }) => Promise.resolve(presets.move(id, to)),
    'presets.reset': () => Promise.resolve(presets.reset()),
    'presets.export': () => Promise.resolve(ok(presets.export())),
    'presets.import': ({ json }) => Promise.resolve(presets.import(json)),

    'avatar.upload': ({ image, until, force }) => picture((avatar) => avatar.upload(image, until, force)),
    'avatar.delete': ({ force }) => picture((avatar) => avatar.remove(force)),
    'avatar.undo': () => picture((avatar) => avatar.undo()),
    'avatar.restore': ({ id, force }) => picture((avatar) => avatar.restore(id, force)),
    'avatar.keep': () => withAccount((account) => Promise.resolve(account.avatar.keep())),
    'avatar.cancel': () => onAccount((account) => account.avatar.cancel()),
    'avatar.dismissJob': () => onAccount((account) => account.avatar.dismiss()),

    'settings.update': (patch) => {
      // A key that is left out comes as undefined; what is not said is not changed.
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const saved = store.save(given);
      if ('warnBefore' in given) for (const account of session.all()) account.status.rearm();
      return Promise.resolve(saved);
    },
    'notice.dismiss': ({ id }) => {
      store.update({ notices: store.facts.notices.filter((notice) => notice.id !== id) });
      return Promise.resolve(done);
    },

    'diagnostics.collect': () =>
      Promise.resolve(
        ok(
          diagnosticsText({
            state: store.state(),
            settings: settings.data,
            apiUrl: ports.apiUrl,
            errors: errors.entries,
            keychain: `${store.state().host.keychain}, last answer: ${vault.lastAnswer()}`,
            ...ports.runtime,
          }),
        ),
      ),
    'clipboard.write': async ({ text }) => {
      await host.copyText(text);
      return done;
    },
    'file.save': async (file) => ok(await host.saveFile(file)),

    'link.open': async ({ link }) => {
      await host.openExternal(links[link]);
      return done;
    },
    'link.openProfileField': ({ propertyId }) =>
      withAccount(async (account) => {
        const url = await openableLink(account.client, propertyId);
        if (!url.ok) return url;
        await host.openExternal(url.value);
        return done;
      }),
    'popover.open': () => act(() => host.openPopover()),
    'popover.hide': () => act(() => host.hidePopover()),
    'popover.hold': ({ held }) => act(() => host.holdPopover(held)),
    'network.online': () => {
      for (const account of session.all()) {
        void account.status.networkBack();
        account.avatar.hurry();
      }
      session.recheck();
      return Promise.resolve(done);
    },
    'app.quit': () => act(() => host.quit()),
  };

  async function withAccount<T>(run: (account: LiveAccount) => Promise<Result<T>>): Promise<Result<T>> {
    const account = session.current();
    return account ? run(account) : signedOut();
  }

  function onAccount(run: (account: LiveAccount) => void): Promise<Result<null>> {
    return withAccount((account) => act(() => run(account)));
  }

  async function run<N extends CommandName>(name: N, input: unknown): Promise<Result<CommandValue<N>>> {
    const parsed = v.safeParse(commandInputs[name], input);
    if (!parsed.success) return fail(badInput(parsed.issues));
    const result = await attempt(name, () => handlers[name](parsed.output));
    if (!result.ok) {
      const { code, requestId } = result.error;
      errors.add({ at: clock.now(), command: name, code, requestId: requestId ?? null });
    }
    return result;
  }

  async function attempt<T>(name: string, task: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await task();
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
    avatar: (version) =>
      avatars.get(
        version,
        store.facts.accounts.map(({ key }) => key),
      ),
    start: async () => {
      for (const error of ports.settingsProblems) store.addNotice({ kind: 'error', error });
      await session.restore();
    },
    resumed,
    popoverShown: () => {
      const { checkedAt, error } = store.state().status;
      if (error !== null || checkedAt === null || clock.now() - checkedAt > FRESH) void refresh();
      else session.recheck();
    },
    rendererCrashed: () => store.addNotice({ kind: 'renderer-crashed' }),
    stop: () => {
      session.stop();
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
