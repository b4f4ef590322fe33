/**
 * Newer versions of the app: looked for once a day and on demand, downloaded and installed when the person says so. What
 * fails unasked is only logged: an update is never worth a message in the middle of somebody's work.
 */
import { appError } from '../../shared/errors.ts';
import { done, fail, type Result } from '../../shared/result.ts';
import type { UpdatesBy, UpdatesView } from '../../shared/updates.ts';
import type { Clock, Log } from './ports.ts';
import type { Store } from './store.ts';

/** What does the work: electron-updater in Electron. */
export interface Updater {
  /** The newest version there is, where it is newer than this one; null otherwise. Rejects where nobody answers. */
  check(): Promise<{ readonly version: string; readonly notes: string | null } | null>;
  /** Downloads what the last check found and makes it ready for the next start. */
  download(): Promise<void>;
  /** Quits and starts the new version. */
  install(): void;
  /** The version that was made ready, kept across the restart; null = none. */
  prepared(): string | null;
  /** Keeps that, or forgets it. */
  prepare(version: string | null): void;
}

/** What the core needs for updates. The preview has none. */
export interface UpdatePorts {
  readonly by: UpdatesBy;
  readonly updater: Updater;
}

export interface Updates {
  /** Tells of a version that came with this start, and looks for newer ones from now on. */
  start(): void;
  check(): Promise<Result<null>>;
  download(): Promise<Result<null>>;
  install(): Promise<Result<null>>;
  stop(): void;
}

/** The first look comes when the start is long over, in milliseconds. */
const FIRST = 60_000;
/** How often it is judged whether a day has passed: a sleeping computer's timers stand still. */
const JUDGED_EVERY = 60 * 60_000;
const DAY = 24 * 60 * 60_000;
const NOTES_LIMIT = 4000;

const NOTHING_KNOWN = { phase: 'idle', version: null, notes: null, checkedAt: null, error: null } as const;

/** Makes them; nothing happens before {@link Updates.start}. `ports`: null where the app cannot be updated at all. */
export function createUpdates(
  { clock, store, log, version }: { clock: Clock; store: Store; log: Log; version: string },
  ports: UpdatePorts | null,
): Updates {
  let view: UpdatesView = { by: ports?.by ?? 'nobody', ...NOTHING_KNOWN };
  let cancel = (): void => undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<Result<null>> | null = null;
  const updater = ports?.by === 'app' ? ports.updater : null;

  function show(patch: Partial<UpdatesView>): void {
    view = { ...view, ...patch };
    store.update({ updates: view });
  }

  /** One thing at a time: whoever asks for the same meanwhile gets the same answer. */
  function once(run: (present: Updater) => Promise<Result<null>>): Promise<Result<null>> {
    if (!updater) return Promise.resolve(fail(appError('update_failed', {})));
    running ??= run(updater).finally(() => {
      running = null;
    });
    return running;
  }

  const look = (asked: boolean): Promise<Result<null>> =>
    once(async (present) => {
      if (view.phase === 'ready') return done;
      const before = view.phase;
      triedAt = clock.now();
      show({ phase: 'checking', error: null });
      try {
        const found = await present.check();
        if (found) {
          show({ phase: 'available', version: found.version, notes: plainNotes(found.notes), checkedAt: clock.now() });
          if (!asked)
            store.notices.raise(`update:${found.version}`, { kind: 'update-available', version: found.version });
        } else {
          show({ ...NOTHING_KNOWN, phase: 'latest', checkedAt: clock.now() });
        }
        return done;
      } catch (reason) {
        log('warn', 'Looking for a newer version failed', { reason });
        const error = appError('update_failed', {});
        show({ phase: before, error: asked ? error : null });
        return asked ? fail(error) : done;
      }
    });

  function judge(): void {
    cancel = clock.setTimer(JUDGED_EVERY, judge);
    // A clock that was set back counts as a day, too.
    const since = clock.now() - triedAt;
    if (since >= DAY || since < 0) void look(false);
  }

  return {
    start: () => {
      if (!ports) return;
      show({});
      const prepared = ports.updater.prepared();
      if (prepared !== null) ports.updater.prepare(null);
      if (prepared === version) store.notices.add('updated', { kind: 'updated', version });
      if (updater) cancel = clock.setTimer(FIRST, judge);
    },
    check: () => look(true),
    download: () =>
      once(async (present) => {
        if (view.phase !== 'available' || view.version === null) return done;
        show({ phase: 'downloading', error: null });
        try {
          await present.download();
          present.prepare(view.version);
          show({ phase: 'ready' });
          return done;
        } catch (reason) {
          log('warn', 'Downloading a newer version failed', { reason });
          const error = appError('update_failed', {});
          show({ phase: 'available', error });
          return fail(error);
        }
      }),
    install: () => {
      if (updater && view.phase === 'ready') updater.install();
      return Promise.resolve(done);
    },
    stop: () => cancel(),
  };
}

/**
 * Who brings newer versions to this build.
 * @param facts `hasFeed`: the package says where releases are published
 */
export function updatesBy(facts: {
  readonly isPackaged: boolean;
  readonly hasFeed: boolean;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): UpdatesBy {
  const { isPackaged, hasFeed, platform, env } = facts;
  if (!isPackaged) return 'nobody';
  // The AppImage's runtime names its own file; everything else on Linux was put there by a package manager.
  if (platform === 'linux' && (!env['APPIMAGE'] || env['FLATPAK_ID'] || env['SNAP'])) return 'package-manager';
  return hasFeed ? 'app' : 'nobody';
}

/**
 * Release notes as plain text: GitHub gives them as HTML.
 * @returns null where nothing is left
 */
export function plainNotes(html: string | null): string | null {
  if (html === null) return null;
  const text = html
    .replace(/<li[^>]*>\s*/gi, '\n• ')
    .replace(/<(br|\/p|\/h\d|\/ul|\/ol|\/div)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
    // Control and bidirectional characters have no business in a line of ours.
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
  if (text === '') return null;
  return text.length > NOTES_LIMIT ? `${text.slice(0, NOTES_LIMIT)}…` : text;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
