import { appError, type AppError } from '../../../shared/errors.ts';
import { fail, type Result } from '../../../shared/result.ts';
import type { AvatarJob } from '../../../shared/state.ts';
import type { CallOptions } from '../pachca/call.ts';
import type { UploadOptions } from '../pachca/client.ts';
import type { Clock } from '../ports.ts';
import type { Schedule } from '../schedule.ts';

/** How long "done" is shown, in milliseconds. */
export const DONE_SHOWN = 10_000;

/** Snapshots the progress of one try makes at most. */
const PROGRESS_STEPS = 20;

/** A change of the picture while it runs. */
export interface RunningJob {
  /** For the calls that only ask: cancelling and waits go through it. */
  read(): CallOptions & { readonly signal: AbortSignal };
  /** For the call that changes the picture: cancelling and progress go through it. Begins the phase `running`. */
  send(): UploadOptions;
}

/** Runs one change of the picture at a time and shows what becomes of it. */
export interface Jobs {
  /** Whether one is under way. */
  busy(): boolean;
  /** The one under way, or what became of the last one. */
  readonly shown: AvatarJob | null;
  /**
   * Runs a change. `avatar_busy` while another one is under way: what is on the wire cannot be called back, and a second
   * picture that waits behind it would only let colleagues see the first one, which nobody wants any more.
   */
  run(kind: AvatarJob['kind'], task: (job: RunningJob) => Promise<Result<null>>): Promise<Result<null>>;
  /** Ends the one under way with `aborted`; nothing is shown of it then. */
  cancel(): void;
  /** The last one looked like a failure and was none. */
  succeeded(): void;
  /** Forgets one that is over. */
  dismiss(): void;
  stop(): void;
}

/** Makes the jobs of one account. `show` is called at each change of {@link Jobs.shown} or {@link Jobs.busy}. */
export function createJobs(ports: {
  readonly clock: Clock;
  readonly schedule: Schedule;
  show(job: AvatarJob | null, busy: boolean): void;
}): Jobs {
  const { clock, schedule } = ports;
  let shown: AvatarJob | null = null;
  let running: AbortController | null = null;
  let lastId = 0;
  let stopped = false;

  function show(next: AvatarJob | null): void {
    shown = next;
    if (!stopped) ports.show(shown, running !== null);
  }

  function handle({ signal }: AbortController): RunningJob {
    const patch = (change: Partial<AvatarJob>): void => {
      if (shown && running?.signal === signal && !signal.aborted) show({ ...shown, ...change });
    };
    const waits = (phase: AvatarJob['phase']) => ({
      signal,
      onWait: () => patch({ phase: 'waiting' }),
      onTry: () => patch({ phase, progress: 0 }),
    });
    return {
      read: () => waits('keeping'),
      send: () => {
        patch({ phase: 'running', progress: 0 });
        const onProgress = (part: number): void => {
          const progress = Math.floor(part * PROGRESS_STEPS) / PROGRESS_STEPS;
          if (shown?.progress !== progress) patch({ progress });
        };
        return { ...waits('running'), onProgress };
      },
    };
  }

  function succeed(job: AvatarJob): void {
    show({ ...job, phase: 'done', progress: 1, error: null });
    schedule.set('done', clock.now() + DONE_SHOWN, () => {
      if (shown?.id === job.id && !running) show(null);
    });
  }

  function finish(id: number, error: AppError | null): void {
    if (shown?.id !== id) return;
    // Whoever cancelled it knows.
    if (error?.code === 'aborted') show(null);
    else if (error) show({ ...shown, phase: 'failed', error });
    else succeed(shown);
  }

  return {
    busy: () => running !== null,
    get shown() {
      return shown;
    },
    run: async (kind, task) => {
      if (running) return fail(appError('avatar_busy', {}));
      const abort = new AbortController();
      running = abort;
      lastId += 1;
      const id = lastId;
      schedule.cancel('done');
      show({ id, kind, phase: 'keeping', progress: 0, error: null });
      let error: AppError | null = appError('internal', { reason: kind });
      try {
        const result = await task(handle(abort));
        error = result.ok ? null : result.error;
        return result;
      } finally {
        running = null;
        finish(id, error);
      }
    },
    succeeded: () => {
      if (!running && shown?.phase === 'failed') succeed(shown);
    },
    cancel: () => running?.abort(),
    dismiss: () => {
      if (!running && shown) show(null);
    },
    stop: () => {
      stopped = true;
      running?.abort();
    },
  };
}
