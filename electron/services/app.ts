import type { Handlers } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { AppState } from '../../shared/state.ts';
import { usableZone } from '../../shared/time-zone.ts';
import { shownServer, type Namespace } from './account-identity.ts';
import { createAvatarCache } from './avatar/cache.ts';
import { createPictureFolders } from './avatar/pictures.ts';
import { createErrorLog } from './diagnostics.ts';
import { createDoor, type Door } from './door.ts';
import { warnOfEnd } from './end-warning.ts';
import { avatarHandlers } from './handlers/avatar.ts';
import { signedOut, type HandlerContext } from './handlers/context.ts';
import { desktopHandlers } from './handlers/desktop.ts';
import { presetsHandlers } from './handlers/presets.ts';
import { profileHandlers } from './handlers/profile.ts';
import { sessionHandlers } from './handlers/session.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { shellHandlers } from './handlers/shell.ts';
import { statusHandlers } from './handlers/status.ts';
import { updatesHandlers } from './handlers/updates.ts';
import type { FetchedImage } from './pachca/image.ts';
import type { KeychainWatch } from './keychain-calls.ts';
import type { Clock, Fetch, Host, LoadKeychain, Log } from './ports.ts';
import { createOutcomes } from './outcomes.ts';
import { createPresetService } from './presets.ts';
import { createSchedule } from './schedule.ts';
import { createSessionService, type Demo } from './session.ts';
import type { Settings } from './settings.ts';
import { createStore, DISK } from './store.ts';
import { createStoredTokens } from './stored-tokens.ts';
import { createTokenVault, KEYCHAIN_SERVICE } from './token-vault.ts';
import { createUpdates, type UpdatePorts } from './updates.ts';

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
  /** Whose entries in the keychain are this app's. */
  readonly namespace: Namespace;
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
  /** How newer versions of the app come; null where they do not. */
  readonly updates: UpdatePorts | null;
  /** Makes the demo workspace at its first use; an app that is never asked for the demo never makes it. */
  readonly createDemo: (locale: AppState['locale']) => Demo;
}

/** The app core: one door for commands, one stream of snapshots. Hosts add windows and menus, nothing else. */
export interface App extends Door {
  state(): AppState;
  subscribe(listener: (state: AppState) => void): () => void;
  /** The picture that the page finds at `avatar/<version>`. */
  avatar(version: string): FetchedImage | null;
  /** Takes up the accounts of the last run; resolves when the keychain has answered for the one in use. */
  start(): Promise<void>;
  /** The computer woke up, or its clock, zone or language changed. */
  resumed(): void;
  /** The desktop gives the app something else than before ({@link Host.desktop}). */
  desktopChanged(): void;
  /** The popover became visible. */
  popoverShown(): void;
  /** The popover's page crashed too often to be loaded again. */
  rendererCrashed(): void;
  stop(): void;
}

/** A status checked this recently is not asked for again when the popover opens, in milliseconds. */
const FRESH = 5_000;

/** The cause of the notice that the keychain is waited for, and its kind. */
const KEYCHAIN_WAITING = 'keychain-waiting';

/** Makes the core. Nothing happens before {@link App.start}. */
export function createApp(ports: AppPorts): App {
  const { apiUrl, clock, host, log, newId, runtime, settings } = ports;
  const store = createStore(clock, host, settings, {
    token: Boolean(ports.environmentToken),
    server: shownServer(apiUrl),
  });
  const schedule = createSchedule(clock, { onTick: () => store.publish(), onJump: resumed });
  const avatars = createAvatarCache(createPictureFolders(ports.pictures));
  const errors = createErrorLog();
  const presets = createPresetService(store, newId);
  const outcomes = createOutcomes({ host, store });
  const watch: KeychainWatch = {
    setTimer: (delay, run) => clock.setTimer(delay, run),
    waiting: (now) =>
      now ? store.notices.raise(KEYCHAIN_WAITING, { kind: KEYCHAIN_WAITING }) : store.notices.lift(KEYCHAIN_WAITING),
    late: () => void session.keychainAnswered(),
  };
  const { namespace } = ports;
  const vaultOf = (service: string) => createTokenVault(ports.loadKeychain, host.platform, watch, service);
  const vault = vaultOf(namespace.service);
  const earlierVault = namespace.service === KEYCHAIN_SERVICE ? vault : vaultOf(KEYCHAIN_SERVICE);
  const updates = createUpdates({ clock, store, log, version: host.version }, ports.updates);
  const session = createSessionService({
    clock,
    random: ports.random,
    server: { fetch: ports.fetch, apiUrl },
    tokens: createStoredTokens({ vault, earlierVault, namespace, settings, store }),
    createDemo: () => ports.createDemo(store.state().locale),
    environmentToken: ports.environmentToken,
    settings,
    schedule,
    store,
    avatars,
    log,
    failedLater: (error) => outcomes.failed(error),
    warn: (key, status) => warnOfEnd({ host, store }, key, status),
  });

  function resumed(): void {
    noteZone();
    schedule.check();
    for (const account of session.all()) account.avatar.hurry();
    void refresh();
  }

  /** A zone that nobody knows is told once, until the system names another one. */
  function noteZone(): void {
    const named = host.timeZone();
    const used = usableZone(named, clock.now());
    if (used === named) store.notices.lift('time-zone');
    else store.notices.raise('time-zone', { kind: 'zone-unknown', zone: used });
  }

  async function refresh(): Promise<Result<null>> {
    session.recheck();
    const account = session.current();
    if (!account) return signedOut();
    for (const other of session.all()) if (other !== account) void other.status.refresh();
    return account.status.refresh();
  }

  const context: HandlerContext = {
    clock,
    host,
    log,
    newId,
    settings,
    store,
    vault,
    session,
    presets,
    errors,
    apiUrl,
    runtime,
  };
  const handlers: Handlers = {
    ...sessionHandlers(context),
    ...profileHandlers(context),
    ...statusHandlers(context, refresh),
    ...presetsHandlers(context),
    ...avatarHandlers(context),
    ...settingsHandlers(context),
    ...shellHandlers(context),
    ...desktopHandlers(context),
    ...updatesHandlers(updates),
  };

  return {
    ...createDoor(handlers, { clock, errors, log }),
    state: () => store.state(),
    subscribe: (listener) => store.subscribe(listener),
    avatar: (version) =>
      avatars.get(
        version,
        store.facts.accounts.map(({ key }) => key),
      ),
    start: async () => {
      for (const error of ports.settingsProblems) {
        if (error.code === 'settings_recovered') store.notices.add('settings-recovered', { kind: 'error', error });
        else store.notices.raise(DISK, { kind: 'error', error });
      }
      noteZone();
      updates.start();
      await session.restore();
    },
    resumed,
    desktopChanged: () => store.publish(),
    popoverShown: () => {
      const { checkedAt, error } = store.state().status;
      if (error !== null || checkedAt === null || clock.now() - checkedAt > FRESH) void refresh();
      else session.recheck();
    },
    rendererCrashed: () => store.notices.add('renderer-crashed', { kind: 'renderer-crashed' }),
    stop: () => {
      updates.stop();
      session.stop();
      outcomes.stop();
      schedule.stop();
    },
  };
}
