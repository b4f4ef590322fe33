/**
 * Makes a function that runs one task after another, in the order in which they were given. For work that must not
 * overlap itself, such as signing in and out.
 */
export function createExclusive(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    // A failed task must not stop the next one; its own caller gets the failure.
    last = mine.catch(() => undefined);
    return mine;
  };
}
