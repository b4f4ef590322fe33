import { appError, isUnreached } from '../../../shared/errors.ts';
import { resolveExpiry, type ExpiryContext, type ExpiryRule } from '../../../shared/expiry.ts';
import { done, fail, ok, type Result } from '../../../shared/result.ts';
import type { AvatarJob } from '../../../shared/state.ts';
import { fetchImage } from '../pachca/image.ts';
import { createDesk, showForeign, type DeskPorts } from './desk.ts';
import { pictureFromPage } from './door.ts';
import { createJobs, type RunningJob } from './job.ts';
import { changed, endWith, undone, whose, withKept, type Before, type End, type Unfinished } from './memory.ts';
import { fingerprint } from './pictures.ts';
import { keepPresent, shownFromDisk, shownOf } from './present.ts';
import { createSender } from './sender.ts';
import { createTemporaries, type TemporaryPorts } from './temporary.ts';
import { statusToTie } from './tie.ts';

/** What the service of one account needs. */
export interface AvatarPorts extends DeskPorts, TemporaryPorts {
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
  /** What failed may work now: the network is back, the computer woke up, the token is in order. */
  hurry(): void;
  stop(): void;
}

/** Makes the service of one account. */
export function createAvatarService(ports: AvatarPorts): AvatarService {
  const { clock, schedule, pictures } = ports;
  const desk = createDesk(ports);
  const jobs = createJobs({ clock, schedule, show: (job, busy) => desk.showJob(job, busy) });
  const sender = createSender(ports, desk);
  const temporaries = createTemporaries(ports, { desk, jobs, sender });
  let judgeSoon = false;

  /** Runs a change of the person; the app's own comes first where it is under way. */
  async function change(
    kind: AvatarJob['kind'],
    task: (job: RunningJob) => Promise<Result<null>>,
  ): Promise<Result<null>> {
    if (jobs.busy() && jobs.shown?.kind === 'putBack') await temporaries.underWay;
    if (sender.settling) await sender.settling;
    if (desk.stopped) return fail(appError('aborted', {}));
    if (jobs.busy()) return fail(appError('avatar_busy', {}));
    desk.turn();
    const result = await jobs.run(kind, task);
    if (sender.inDoubt) {
      void settle();
    } else {
      over();
      temporaries.judge();
    }
    return result;
  }

  async function settle(): Promise<void> {
    if (await sender.settle()) jobs.succeeded();
    over();
    temporaries.judge();
  }

  /** Whoever asked for the change knows what became of it: there is nothing to look after. */
  function over(): void {
    if (desk.memory.unfinished && !jobs.busy()) desk.keep({ ...desk.memory, unfinished: null });
  }

  /** Looks after a change that was under way when the app ended: it has arrived, or is made now, or is told of. */
  async function takeUp(): Promise<void> {
    const { unfinished } = desk.memory;
    if (!unfinished || !ports.ready() || jobs.busy()) return;
    const { end, picture } = unfinished;
    const bytes = picture === null ? null : pictures.read(picture);
    const result = await change(picture === null ? 'delete' : 'upload', async (job) => {
      if (picture !== null && !bytes) return fail(appError('avatar_gone', {}));
      const { before } = unfinished;
      if (before) {
        const own = { picture, addresses: [], served: null };
        const present = await keepPresent(ports, own, true, job.read());
        if (!present.ok) return present;
        if (isArrived(present.value, unfinished, clock.now())) {
          const address = present.value.known ? present.value.address : null;
          sender.arrivedEarlier({ bytes, before, end, remember: changed }, address);
          return done;
        }
      }
      // Its time is over before it began.
      if (end?.kind === 'moment' && end.at <= clock.now()) return fail(appError('end_in_past', {}));
      return replace(job, bytes, false, end);
    });
    if (result.ok || desk.stopped || result.error.code === 'aborted') return;
    if (isUnreached(result.error)) {
      jobs.dismiss();
      desk.keep({ ...desk.memory, unfinished });
    } else {
      ports.failedLater(result.error);
    }
  }

  /** Sets or removes the picture, after the present one was kept. */
  async function replace(
    job: RunningJob,
    bytes: Uint8Array<ArrayBuffer> | null,
    force: boolean,
    end: End | null = null,
  ): Promise<Result<null>> {
    // On the disk before anything is asked or sent: a computer that goes out now loses neither the picture nor its end.
    const picture = bytes && pictures.keep(bytes);
    const unfinished: Unfinished = { picture, before: null, end, at: clock.now() };
    if (bytes === null || picture !== null) desk.keep({ ...desk.memory, unfinished });
    const present = await keepPresent(ports, desk.memory.own, force, job.read());
    if (!present.ok) return present;
    const before = present.value;
    if (end && !before.known && !desk.memory.temporary)
      return fail(appError('avatar_not_kept', { temporary: true, cause: null }));
    if (bytes === null && before.known && before.picture === null) {
      if (!before.ours) desk.setElsewhere();
      desk.show(null);
      return done;
    }
    // Before anything is sent: whatever happens to this computer meanwhile, the picture can be chosen again.
    const memory = before.known ? withKept(desk.memory, before.picture, clock.now()) : desk.memory;
    desk.keep(memory.unfinished ? { ...memory, unfinished: { ...unfinished, before } } : memory);
    return sender.send(job, { bytes, before, end, remember: changed });
  }

  async function undo(job: RunningJob): Promise<Result<null>> {
    const target = desk.memory.undo;
    if (!target) return fail(appError('avatar_changed', {}));
    const bytes = target.before === null ? null : pictures.read(target.before);
    if (target.before !== null && !bytes) {
      desk.keep({ ...desk.memory, undo: null });
      return fail(appError('avatar_gone', {}));
    }
    const present = await keepPresent(ports, desk.memory.own, false, job.read());
    if (!present.ok) return present;
    const before = present.value;
    if (!before.known || !before.ours) {
      showForeign(desk, pictures, before.known ? before.picture : null);
      return fail(appError('avatar_changed', {}));
    }
    return sender.send(job, { bytes, before, end: null, remember: undone });
  }

  function look(): (imageUrl: string | null) => Promise<void> {
    const isOld = desk.watch();
    return async (imageUrl) => {
      // A change that is under way will tell.
      if (isOld() || jobs.busy() || desk.memory.unfinished) return;
      if (imageUrl === null) {
        if (whose(desk.memory.own, null, null) === 'foreign') desk.setElsewhere();
        desk.show(null);
        return;
      }
      const address = fingerprint(imageUrl);
      const mine = (): ReturnType<typeof shownFromDisk> => shownFromDisk(pictures, desk.memory.own?.picture ?? null);
      const known = whose(desk.memory.own, address, null) === 'ours' ? mine() : null;
      if (known) {
        desk.show(known);
        return;
      }
      const fetched = await fetchImage(imageUrl, ports.image);
      if (isOld() || jobs.busy()) return;
      // No picture is no reason to disturb anybody: the initials take its place.
      if (!fetched.ok) {
        desk.show(null);
        return;
      }
      const seen = shownOf(fetched.value);
      const owner = whose(desk.memory.own, address, seen.id);
      if (owner === 'foreign') desk.setElsewhere();
      desk.show((owner === 'ours' ? mine() : null) ?? seen);
    };
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

  return {
    start: () => {
      const { memory } = desk;
      const kept = memory.kept.filter(({ id }) => pictures.read(id));
      if (kept.length < memory.kept.length) desk.keep({ ...memory, kept });
      else desk.publish();
      if (desk.memory.unfinished) void takeUp();
      else temporaries.judge();
    },
    upload: async (image, until, force) => {
      const bytes = pictureFromPage(image);
      if (!bytes.ok) return bytes;
      const end = endOf(until);
      if (!end.ok) return end;
      return change('upload', (job) => replace(job, bytes.value, force, end.value));
    },
    remove: (force) => change('delete', (job) => replace(job, null, force)),
    restore: (id, force) =>
      change('restore', async (job) => {
        const bytes = desk.memory.kept.some((each) => each.id === id) ? pictures.read(id) : null;
        if (bytes) return replace(job, bytes, force);
        desk.keep({ ...desk.memory, kept: desk.memory.kept.filter((each) => each.id !== id) });
        return fail(appError('avatar_gone', {}));
      }),
    undo: () => (desk.memory.undo ? change('undo', undo) : Promise.resolve(fail(appError('avatar_changed', {})))),
    keep: () => {
      if (jobs.busy()) return fail(appError('avatar_busy', {}));
      if (desk.memory.temporary) desk.keep({ ...desk.memory, temporary: null });
      return done;
    },
    cancel: () => jobs.cancel(),
    dismiss: () => jobs.dismiss(),
    look,
    statusChanged: () => {
      if (judgeSoon || !desk.memory.temporary) return;
      judgeSoon = true;
      // What follows from an answer is decided at once by whoever got it: a way back may be about to begin.
      queueMicrotask(() => {
        judgeSoon = false;
        temporaries.judge();
      });
    },
    hurry: () => {
      if (desk.memory.unfinished) void takeUp();
      else temporaries.hurry();
    },
    stop: () => {
      desk.stop();
      jobs.stop();
      schedule.stop();
    },
  };
}

/** How soon after a change another picture than before is taken for it, in milliseconds: a server may encode it anew. */
const SOON = 10 * 60_000;

/** Whether the server holds what an earlier start of the app sent. */
function isArrived(present: Before, { before, at, picture }: Unfinished, now: number): boolean {
  if (!present.known) return false;
  if (present.ours) return true;
  if (picture === null || present.picture === null || !before?.known || now - at > SOON) return false;
  return present.address !== before.address && present.picture !== before.picture;
}
