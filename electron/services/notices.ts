import type { Notice } from '../../shared/state.ts';

/** A notice before it has an id. `Omit` alone would merge the members of the union. */
export type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

/**
 * What the person is told outside of what they are doing. Each notice has a cause: a text such as `settings` or
 * `101:queued-dropped` (what belongs to an account begins with its key and a colon). There is never more than one of a
 * cause, and none of a cause that is gone.
 */
export interface Notices {
  readonly list: readonly Notice[];
  /** Something has happened: told anew, in place of what was told of the same cause. */
  add(cause: string, notice: NewNotice): void;
  /** Something is the case: told once, also where the person has dismissed it, until {@link Notices.lift} says that it is over. */
  raise(cause: string, notice: NewNotice): void;
  /** What `cause` said is over. */
  lift(cause: string): void;
  /** The account is gone, and with it all that was said of it. */
  liftAccount(key: string): void;
  /** The person has read it. */
  dismiss(id: number): void;
}

/** Makes an empty list; `changed` is called after each change of it. */
export function createNotices(changed: () => void): Notices {
  let list: readonly { readonly cause: string; readonly notice: Notice }[] = [];
  const holding = new Set<string>();
  let lastId = 0;

  function keep(stays: (cause: string, id: number) => boolean): void {
    const left = list.filter(({ cause, notice }) => stays(cause, notice.id));
    if (left.length === list.length) return;
    list = left;
    changed();
  }

  function add(cause: string, notice: NewNotice): void {
    lastId += 1;
    list = [...list.filter((each) => each.cause !== cause), { cause, notice: { ...notice, id: lastId } }];
    changed();
  }

  return {
    get list() {
      return list.map(({ notice }) => notice);
    },
    add,
    raise: (cause, notice) => {
      if (holding.has(cause)) return;
      holding.add(cause);
      add(cause, notice);
    },
    lift: (cause) => {
      holding.delete(cause);
      keep((each) => each !== cause);
    },
    liftAccount: (key) => {
      const prefix = `${key}:`;
      for (const cause of holding) if (cause.startsWith(prefix)) holding.delete(cause);
      keep((each) => !each.startsWith(prefix));
    },
    dismiss: (id) => keep((_, each) => each !== id),
  };
}
