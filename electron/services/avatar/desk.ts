import type { AvatarJob, AvatarView } from '../../../shared/state.ts';
import type { NewNotice } from '../notices.ts';
import { addressOf } from './cache.ts';
import { forgotten, KEPT, needed, type AvatarMemory, type End } from './memory.ts';
import type { Pictures } from './pictures.ts';
import { shownFromDisk, type Shown } from './present.ts';
import { endOfTie, type StatusKnowledge } from './tie.ts';

/** What keeping the facts of one account's picture takes. */
export interface DeskPorts {
  readonly pictures: Pictures;
  readonly memory: { load(): AvatarMemory; save(memory: AvatarMemory): void };
  /** Shows a picture as the account's; null = it has none. */
  show(shown: Shown | null): void;
  view(view: AvatarView): void;
  status(): StatusKnowledge;
  notice(notice: NewNotice): void;
}

/** The facts about one account's picture: what is remembered, what is shown, and what the page sees of both. */
export interface Desk {
  readonly memory: AvatarMemory;
  readonly stopped: boolean;
  /** Remembers; pictures that are not needed any more leave the disk. */
  keep(memory: AvatarMemory): void;
  show(shown: Shown | null): void;
  /** The job to show with the rest. */
  showJob(job: AvatarJob | null, busy: boolean): void;
  /** Makes all that was asked before a change, and not answered yet, old. */
  turn(): void;
  /** What it returns says whether the service was stopped or a change was begun or made since. */
  watch(): () => boolean;
  /** Somebody changed the picture elsewhere: it stays, and nothing of ours is put in its place. */
  setElsewhere(): void;
  publish(): void;
  stop(): void;
}

/** Makes the desk of one account. */
export function createDesk(ports: DeskPorts): Desk {
  const { pictures } = ports;
  let memory = ports.memory.load();
  let shown: Shown | null = null;
  let job: AvatarJob | null = null;
  let busy = false;
  let stopped = false;
  let turns = 0;

  const untilOf = (end: End): number | null => (end.kind === 'moment' ? end.at : endOfTie(end, ports.status()));

  function publish(): void {
    if (stopped) return;
    const { kept, undo, temporary } = memory;
    ports.view({
      kept: kept
        .filter(({ id }) => id !== shown?.id)
        .slice(0, KEPT)
        .map(({ id, at }) => ({ id, address: addressOf(id), at })),
      job,
      canUndo: undo !== null && !busy,
      temporary: temporary && { until: untilOf(temporary.end), withStatus: temporary.end.kind === 'status' },
    });
  }

  function keep(next: AvatarMemory): void {
    if (stopped) return;
    memory = next;
    ports.memory.save(next);
    pictures.retain(needed(next));
    publish();
  }

  return {
    get memory() {
      return memory;
    },
    get stopped() {
      return stopped;
    },
    keep,
    show: (next) => {
      if (stopped) return;
      shown = next;
      ports.show(next);
      publish();
    },
    showJob: (next, isBusy) => {
      job = next;
      busy = isBusy;
      publish();
    },
    turn: () => {
      turns += 1;
    },
    watch: () => {
      const then = turns;
      return () => stopped || turns !== then;
    },
    setElsewhere: () => {
      if (!memory.own) return;
      const { temporary } = memory;
      keep(forgotten(memory));
      if (temporary && !temporary.tried) ports.notice({ kind: 'avatar-not-put-back' });
    },
    publish,
    stop: () => {
      stopped = true;
    },
  };
}

/** Shows the picture that somebody else set. */
export function showForeign(desk: Desk, pictures: Pictures, picture: string | null): void {
  // Read first: what is not needed any more does not stay on the disk.
  const seen = shownFromDisk(pictures, picture);
  desk.setElsewhere();
  desk.show(seen);
}
