import type { ChildProcess } from 'node:child_process';

/**
 * The first line a process prints on stdout that passes `accept`.
 * @throws when the process ends first, or after `limit` milliseconds
 */
export async function firstLine(
  child: ChildProcess,
  accept: (line: string) => boolean = () => true,
  limit = 15_000,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let rest = '';
    const give = (settle: () => void) => {
      clearTimeout(timer);
      child.stdout?.removeListener('data', read);
      child.removeListener('error', fail);
      child.removeListener('exit', ended);
      settle();
    };
    const fail = (error: Error) => give(() => reject(error));
    const ended = (code: number | null, signal: string | null) =>
      fail(new Error(`${child.spawnfile} ended (${signal ?? String(code)}) before it was up`));
    const read = (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      const line = lines.find(accept);
      if (line !== undefined) give(() => resolve(line));
    };
    const timer = setTimeout(() => fail(new Error(`${child.spawnfile} was not up within ${limit} ms`)), limit);
    child.stdout?.on('data', read);
    child.once('error', fail);
    child.once('exit', ended);
  });
}

/** Ends a process and waits until it is gone; one that ignores SIGTERM for `patience` milliseconds is killed. */
export async function end(child: ChildProcess, patience = 2_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(force);
}
