import { chooseDateLocale, chooseLocale } from '../../shared/i18n/locale.ts';
import { builtInPresets } from '../../shared/presets.ts';
import type { AppState, Change, KeychainName, Notice, Session, StatusView } from '../../shared/state.ts';
import { currentAt } from '../../shared/status.ts';
import type { Clock, Host } from './ports.ts';
import type { Settings } from './settings.ts';

/** What the services decide; the rest of a snapshot follows from it, the settings, the host and the time. */
export interface Facts {
  readonly session: Session;
  readonly status: StatusView;
  readonly change: Change | null;
  readonly notices: readonly Notice[];
}

/** A notice before it has an id. `Omit` alone would merge the members of the union. */
export type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

/** The one owner of state. Services write facts, surfaces read snapshots. */
export interface Store {
  readonly facts: Facts;
  /** Changes facts and sends a snapshot. */
  update(patch: Partial<Facts>): void;
  /** Sends a snapshot because something outside of the facts changed: time, settings, language, zone. */
  publish(): void;
  addNotice(notice: NewNotice): void;
  /** The latest snapshot. */
  state(): AppState;
  /** Calls `listener` with each new snapshot; returns how to stop. */
  subscribe(listener: (state: AppState) => void): () => void;
}

/** A status that nobody has asked the server for yet. */
export const UNKNOWN_STATUS: StatusView = {
  known: false,
  current: null,
  checkedAt: null,
  checking: false,
  error: null,
};

const keychains: Readonly<Record<Host['platform'], KeychainName>> = {
  darwin: 'macos',
  win32: 'windows',
  linux: 'secretService',
};

/** Makes the store; its first session phase is `starting`. */
export function createStore(clock: Clock, host: Host, settings: Settings): Store {
  let facts: Facts = { session: { phase: 'starting' }, status: UNKNOWN_STATUS, change: null, notices: [] };
  let revision = 0;
  let noticeId = 0;
  let snapshot = take();
  const listeners = new Set<(state: AppState) => void>();

  function take(): AppState {
    const now = clock.now();
    const systemLocales = host.systemLocales();
    const { language, theme, trayIcon } = settings.data;
    const locale = chooseLocale(language, systemLocales);
    revision += 1;
    return {
      ...facts,
      // Judged at every snapshot, so that an ended status is nowhere shown as current.
      status: { ...facts.status, current: currentAt(facts.status.current, now) },
      revision,
      now,
      locale,
      dateLocale: chooseDateLocale(locale, systemLocales),
      timeZone: host.timeZone(),
      settings: { language, theme, trayIcon },
      systemLocale: chooseLocale('system', systemLocales),
      presets: builtInPresets(locale),
      host: { kind: host.kind, version: host.version, platform: host.platform, keychain: keychains[host.platform] },
    };
  }

  const publish = (): void => {
    snapshot = take();
    for (const listener of listeners) listener(snapshot);
  };

  const update = (patch: Partial<Facts>): void => {
    facts = { ...facts, ...patch };
    publish();
  };

  return {
    get facts() {
      return facts;
    },
    update,
    publish,
    addNotice: (notice) => {
      noticeId += 1;
      update({ notices: [...facts.notices, { ...notice, id: noticeId }] });
    },
    state: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
