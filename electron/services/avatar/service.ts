import { appError, type AppError } from '../../../shared/errors.ts';
import { resolveExpiry, type ExpiryContext, type ExpiryRule } from '../../../shared/expiry.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import type { AvatarJob, AvatarView } from '../../../shared/state.ts';
import { fetchImage } from '../pachca/image.ts';
import type { Clock } from '../ports.ts';
import type { Schedule } from '../schedule.ts';
import type { NewNotice } from '../store.ts';
import { addressOf, imageOf } from './cache.ts';
import { pictureFromPage } from './door.ts';
import { createJobs, type RunningJob } from './job.ts';
import {
  cameBack,
  changed,
  endWith,
  forgotten,
  KEPT,
  learned,
  needed,
  undone,
  whose,
  withKept,
  type AvatarMemory,
  type Before,
  type Changed,
  type End,
} from './memory.ts';
import { fingerprint } from './pictures.ts';
import { keepPresent, shownFromDisk, shownOf, type PresentPorts, type Shown } from './present.ts';
import { endOfTie, statusToTie, tieAt, type StatusKnowledge } from './tie.ts';

/** Waits between tries to put a picture back, in milliseconds; the last one repeats. */
export const PUT_BACK_WAITS = [30_000, 120_000, 600_000, 1_800_000, 3_600_000] as const;

/** What the service of one account needs. */
export interface AvatarPorts extends PresentPorts {
  readonly clock: Clock;
  /** The service's own deadlines. */
  readonly schedule: Schedule;
  readonly memory: { load(): AvatarMemory; save(memory: AvatarMemory): void };
  /** Shows a picture as the account's; null = it has none. */
  show(shown: Shown | null): void;
  view(view: AvatarView): void;
  status(): StatusKnowledge;
  /** Whether the token may change the picture, as far as is known, and nothing stands in its way. */
  ready(): boolean;
  notice(notice: NewNotice): void;
  /** What ends are resolved with now. */
  expiry(): ExpiryContext;
}

/** How long a picture is to stay: null = for good. */
export type Until = 'status' | { readonly rule: ExpiryRule } | null;

/**
 * Changes the picture of one account, takes changes back, and puts the earlier picture back when a temporary one ends.
 * One change at a time: another one is refused with `avatar_busy`, except that the person's waits while the app puts a
 * picture back by itself. Each resolves when it is over; one that was cancelled gives `aborted`.
 *
 * The server is asked only around a change and at the end of a temporary picture, never regularly.
 */
export interface AvatarService {
  /** Takes up what the memory says. */
  start(): void;
  upload(image: string, until: Until, force: boolean): Promise<Result<null>>;
  remove(force: boolean): Promise<Result<null>>;
  restore(id: string, force: boolean): Promise<Result<null>>;
  undo(): Promise<Result<null>>;
  /** The temporary picture stays. */
  keep(): Result<null>;
  cancel(): void;
  dismiss(): void;
  /**
   * Call before the profile is read; what it returns takes the address of the picture in the answer. Shows that picture
   * and finds out whether somebody else changed it.
   */
  look(): (imageUrl: string | null) => Promise<void>;
  /** What is known of the status has changed. */
  statusChanged(): void;
  /** The network is back, or the computer woke up. */
  networkBack(): void;
  stop(): void;
}

/** A change that was sent and whose answer did not come: it may have reached the server all the same. */
interface Attempt {
  readonly content: string | null;
  readonly before: Before;
  readonly commit: (address: string | null) => void;
}

/** What a confirmed change makes of the memory. */
type Remember = (memory: AvatarMemory, change: Changed) => AvatarMemory;

/** Makes the service of one account. */
export function createAvatarService(ports: AvatarPorts): AvatarService {
  const { clock, schedule, client, pictures } = ports;
  let memory = ports.memory.load();
  let shown: Shown | null = null;
  let stopped = false;
  /** Grows with every change, so that an answer from before it is known as such. */
  let generation = 0;
  let attempt: Attempt | null = null;
  let tries = 0;
  let retryAt = 0;
  let underWay: Promise<unknown> = Promise.resolve();
  const jobs = createJobs({ clock, schedule, show: publish });

  function publish(): void {
    const { kept, undo, temporary } = memory;
    ports.view({
      kept: kept
        .filter(({ id }) => id !== shown?.id)
        .slice(0, KEPT)
        .map(({ id, at }) => ({ id, address: addressOf(id), at })),
      job: jobs.shown,
      canUndo: undo !== null && !jobs.busy,
      temporary: temporary && { until: untilOf(temporary.end), withStatus: temporary.end.kind === 'status' },
    });
  }

  const untilOf = (end: End): number | null => (end.kind === 'moment' ? end.at : endOfTie(end, ports.status()));

  function keep(next: AvatarMemory): void {
    memory = next;
    ports.memory.save(next);
    pictures.retain(needed(next));
    publish();
  }

  function show(next: Shown | null): void {
    shown = next;
    ports.show(next);
    publish();
  }

  /** Runs a change of the person; the app's own is not in its way, but before it. */
  async function change(
    kind: AvatarJob['kind'],
    task: (job: RunningJob) => Promise<Result<null>>,
  ): Promise<Result<null>> {
    if (jobs.shown?.kind === 'putBack' && jobs.busy) await underWay;
    if (stopped) return NOTHING;
    const result = await run(kind, task);
    judge();
    return result;
  }

  async function run(kind: AvatarJob['kind'], task: (job: RunningJob) => Promise<Result<null>>): Promise<Result<null>> {
    if (!jobs.busy) {
      generation += 1;
      attempt = null;
    }
    const running = jobs.run(kind, task);
    underWay = running;
    const result = await running;
    if (attempt && !stopped && !jobs.busy) void lookAgain(attempt);
    return result;
  }

  /** Sets or removes the picture, after the present one was kept. */
  async function replace(
    job: RunningJob,
    bytes: Uint8Array<ArrayBuffer> | null,
    { end, force }: { readonly end: End | null; readonly force: boolean },
  ): Promise<Result<null>> {
    const present = await keepPresent(ports, memory.own, force, job.signal);
    if (!present.ok) return present;
    const before = present.value;
    if (end && !before.known && !memory.temporary) return fail(appError('avatar_not_kept', { temporary: true }));
    if (bytes === null && before.known && before.picture === null) {
      show(null);
      return done;
    }
    // Before anything is sent: whatever happens to this computer meanwhile, the picture can be chosen again.
    if (before.known) keep(withKept(memory, before.picture, clock.now()));
    return send(job, bytes, before, end, changed);
  }

  /** Sends a picture or its removal; the memory follows once the server has confirmed it. */
  async function send(
    job: RunningJob,
    bytes: Uint8Array<ArrayBuffer> | null,
    before: Before,
    end: End | null,
    remember: Remember,
  ): Promise<Result<null>> {
    const image = imageOf(bytes);
    if (bytes && !image) return fail(appError('avatar_not_image', {}));
    const picture = image && fingerprint(image.bytes);
    const commit = (address: string | null): void => {
      generation += 1;
      attempt = null;
      tries = 0;
      if (image) pictures.keep(image.bytes);
      keep(remember(memory, { picture, before, address, end, at: clock.now() }));
      show(image && shownOf(image));
      void confirm(before);
    };
    const options = job.send();
    const sent = image ? await client.putAvatar(image.bytes, image.type, options) : await client.deleteAvatar(options);
    if (stopped) return fail(appError('aborted', {}));
    if (sent.ok) {
      const url = sent.value?.imageUrl ?? null;
      commit(url === null ? null : fingerprint(url));
      return done;
    }
    if (sent.error.code !== 'aborted') ports.refused(sent.error);
    if (mayHaveArrived(sent.error)) attempt = { content: picture, before, commit };
    return sent;
  }

  /** Reads what the server makes of the picture it just took, to know it again. Concludes nothing else: it may lag. */
  async function confirm(before: Before): Promise<void> {
    const mine = generation;
    const isOld = (): boolean => stopped || mine !== generation;
    if (memory.own?.picture === null || !ports.mayReadProfile()) return;
    const profile = await client.profile();
    if (isOld() || !profile.ok || profile.value.imageUrl === null) return;
    const address = fingerprint(profile.value.imageUrl);
    if (memory.own?.addresses.includes(address)) return;
    const fetched = await fetchImage(profile.value.imageUrl, ports.image);
    if (isOld() || !fetched.ok) return;
    const content = fingerprint(fetched.value.bytes);
    if (before.known && content === before.picture) return;
    keep(learned(memory, before.known && address === before.address ? null : address, content));
  }

  /** An answer did not come: did the change? */
  async function lookAgain({ content, before, commit }: Attempt): Promise<void> {
    const mine = generation;
    if (!ports.mayReadProfile()) return;
    const profile = await client.profile();
    if (stopped || mine !== generation || !profile.ok) return;
    const { imageUrl } = profile.value;
    const address = imageUrl === null ? null : fingerprint(imageUrl);
    if (before.known && before.address === address) return;
    if (imageUrl === null) {
      if (content === null) arrived(() => commit(null));
      return;
    }
    const fetched = await fetchImage(imageUrl, ports.image);
    if (stopped || mine !== generation || !fetched.ok) return;
    if (fingerprint(fetched.value.bytes) === content) arrived(() => commit(address));
  }

  /** What looked like a failure was none. */
  function arrived(commit: () => void): void {
    commit();
    jobs.succeeded();
    judge();
  }

  function look(): (imageUrl: string | null) => Promise<void> {
    const mine = generation;
    const isOld = (): boolean => stopped || mine !== generation || jobs.busy;
    return async (imageUrl) => {
      if (isOld()) return;
      if (imageUrl === null) {
        conclude(whose(memory.own, null, null));
        show(null);
        return;
      }
      const address = fingerprint(imageUrl);
      const known = whose(memory.own, address, null) === 'ours';
      const own = known ? shownFromDisk(pictures, memory.own?.picture ?? null) : null;
      if (own) {
        show(own);
        return;
      }
      const fetched = await fetchImage(imageUrl, ports.image);
      if (isOld()) return;
      // No picture is no reason to disturb anybody: the initials take its place.
      if (!fetched.ok) {
        show(null);
        return;
      }
      const seen = shownOf(fetched.value);
      const owner = whose(memory.own, address, seen.id);
      conclude(owner);
      show((owner === 'ours' ? shownFromDisk(pictures, memory.own?.picture ?? null) : null) ?? seen);
    };
  }

  /** Somebody changed the picture elsewhere: it stays. */
  function conclude(owner: ReturnType<typeof whose>): void {
    if (owner !== 'foreign' || !memory.own) return;
    const { temporary } = memory;
    keep(forgotten(memory));
    if (temporary && !temporary.tried) ports.notice({ kind: 'avatar-not-put-back' });
  }

  async function undo(): Promise<Result<null>> {
    if (!memory.undo) return fail(appError('avatar_changed', {}));
    return change('undo', async (job) => {
      const target = memory.undo;
      if (!target) return fail(appError('avatar_changed', {}));
      const bytes = target.before === null ? null : pictures.read(target.before);
      if (target.before !== null && !bytes) return gone();
      const present = await keepPresent(ports, memory.own, false, job.signal);
      if (!present.ok) return present;
      if (!present.value.known || !present.value.ours) {
        if (present.value.known) foreign(present.value.picture);
        return fail(appError('avatar_changed', {}));
      }
      return send(job, bytes, present.value, null, undone);
    });
  }

  function gone(): Result<null> {
    keep({ ...memory, undo: null });
    return fail(appError('avatar_gone', {}));
  }

  /** The server holds a picture that somebody else set. */
  function foreign(picture: string | null): void {
    // Read first: what is not needed any more does not stay on the disk.
    const seen = shownFromDisk(pictures, picture);
    conclude('foreign');
    show(seen);
  }

  /** Puts the picture before a temporary one back, unless somebody changed it meanwhile. */
  async function putBack(job: RunningJob): Promise<Result<null>> {
    const { temporary } = memory;
    if (!temporary) return NOTHING;
    const present = await keepPresent(ports, memory.own, false, job.signal);
    if (!present.ok) return present;
    const before = present.value;
    if (!before.known) return NOTHING;
    if (!before.ours) {
      // The answer of an earlier try was lost, and it is back already.
      if (before.picture === temporary.before) {
        keep(cameBack(memory, { picture: before.picture, before, address: null, end: null, at: clock.now() }));
        show(shownFromDisk(pictures, before.picture));
      } else {
        foreign(before.picture);
      }
      return NOTHING;
    }
    const bytes = temporary.before === null ? null : pictures.read(temporary.before);
    if (temporary.before !== null && !bytes) {
      keep({ ...memory, temporary: null });
      return fail(appError('avatar_gone', {}));
    }
    const sent = await send(job, bytes, before, null, cameBack);
    if (!sent.ok && attempt && memory.temporary) {
      keep({ ...memory, temporary: { ...memory.temporary, tried: true } });
    }
    return sent;
  }

  async function endTemporary(): Promise<void> {
    const result = await run('putBack', putBack);
    if (stopped || !memory.temporary) return;
    // Without a network there is nothing to say: it is put back when there is one.
    if (!result.ok && result.error.code === 'offline') jobs.dismiss();
    retryLater();
  }

  function retryLater(): void {
    retryAt = clock.now() + (PUT_BACK_WAITS[Math.min(tries, PUT_BACK_WAITS.length - 1)] ?? 0);
    tries += 1;
    schedule.set('end', retryAt, judge);
  }

  function isOver(end: End): boolean {
    if (end.kind === 'moment') return end.at <= clock.now();
    return tieAt(end, ports.status(), clock.now()) === 'over';
  }

  /** Looks whether a temporary picture is due to go, and does what follows. Called whenever that may have changed. */
  function judge(): void {
    const { temporary } = memory;
    if (stopped || jobs.busy || !temporary) return;
    follow(temporary.end);
    if (!isOver(temporary.end)) {
      if (temporary.end.kind === 'moment') schedule.set('end', temporary.end.at, judge);
      return;
    }
    if (clock.now() < retryAt) schedule.set('end', retryAt, judge);
    else if (ports.ready()) void endTemporary();
    else retryLater();
  }

  /** The status a picture goes with may have got another end. */
  function follow(end: End): void {
    if (end.kind !== 'status' || !memory.temporary) return;
    const endsAt = endOfTie(end, ports.status());
    if (endsAt !== end.endsAt) keep({ ...memory, temporary: { ...memory.temporary, end: { ...end, endsAt } } });
  }

  function endOf(until: Until): Result<End | null> {
    if (until === null) return ok(null);
    if (until === 'status') {
      const status = statusToTie(ports.status(), clock.now());
      return status ? ok(endWith(status)) : fail(appError('avatar_no_status', {}));
    }
    const at = resolveExpiry(until.rule, clock.now(), ports.expiry());
    return at.ok ? ok(at.value === null ? null : { kind: 'moment', at: at.value }) : at;
  }

  let judgeSoon = false;

  return {
    start: () => {
      const kept = memory.kept.filter(({ id }) => pictures.read(id));
      if (kept.length < memory.kept.length) keep({ ...memory, kept });
      else publish();
      judge();
    },
    upload: async (image, until, force) => {
      const bytes = pictureFromPage(image);
      if (!bytes.ok) return bytes;
      const end = endOf(until);
      if (!end.ok) return end;
      return change('upload', (job) => replace(job, bytes.value, { end: end.value, force }));
    },
    remove: (force) => change('delete', (job) => replace(job, null, { end: null, force })),
    restore: (id, force) =>
      change('restore', async (job) => {
        const bytes = memory.kept.some((each) => each.id === id) ? pictures.read(id) : null;
        if (bytes) return replace(job, bytes, { end: null, force });
        keep({ ...memory, kept: memory.kept.filter((each) => each.id !== id) });
        return fail(appError('avatar_gone', {}));
      }),
    undo,
    keep: () => {
      if (jobs.busy) return fail(appError('avatar_busy', {}));
      if (memory.temporary) keep({ ...memory, temporary: null });
      return done;
    },
    cancel: () => jobs.cancel(),
    dismiss: () => jobs.dismiss(),
    look,
    statusChanged: () => {
      if (judgeSoon || !memory.temporary) return;
      judgeSoon = true;
      // What follows from an answer is decided at once by whoever got it: a way back may be about to begin.
      queueMicrotask(() => {
        judgeSoon = false;
        judge();
      });
    },
    networkBack: () => {
      tries = 0;
      retryAt = 0;
      judge();
    },
    stop: () => {
      stopped = true;
      jobs.stop();
      schedule.stop();
    },
  };
}

/** Nothing was done, and nothing is to be told. */
const NOTHING: Result<never> = fail(appError('aborted', {}));

/** Failures after which the server may have done what was asked. */
const mayHaveArrived = ({ code }: AppError): boolean =>
  ['aborted', 'offline', 'timeout', 'server_error', 'bad_response', 'response_too_large', 'internal'].includes(code);
