import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFile } from './build.ts';
import { keyringAvailability, startKeyring } from './keyring.ts';
import { end, firstLine } from './process.ts';
import type { MovableTime } from './time.ts';

/** Where nobody listens: what is not pointed at a demo workspace cannot reach the real Pachca. */
const nowhere = 'http://127.0.0.1:9';

export interface PreviewOptions {
  /** Default `en`. */
  lang?: 'en' | 'ru';
  /** Where settings are kept. Default: a folder of its own, removed by `stop`. Give one to start twice on the same. */
  dataDir?: string;
  /** The Pachca API to talk to (`PACHCA_API_URL`), such as a demo server's `url`. Default: one that never answers. */
  apiUrl?: string;
  /**
   * The keyring the preview meets (Linux; elsewhere it is the person's own), or the environment of one started with
   * `startKeyring`. Default: `unlocked` where a Secret Service can be had, else `absent`; what needs it says so and is
   * skipped by `keyringAvailability`.
   */
  keyring?: 'unlocked' | 'locked' | 'absent' | { env: NodeJS.ProcessEnv };
  env?: NodeJS.ProcessEnv;
  /** Its clock is to be moved with this one. Default: the computer's clock, untouched. */
  time?: MovableTime;
}

export interface Running {
  /** What it has printed so far, stdout and stderr. */
  logs: () => string;
  /** Ends it as Ctrl-C does, and cleans up. Resolves with its exit status, null when a signal had to end it. */
  stop: () => Promise<number | null>;
  /** Ends it as a crash does, without a last word. */
  kill: () => void;
}

/** The app in a browser tab, as built, in a process of its own. `url` includes the key. */
export async function startPreview(options: PreviewOptions = {}): Promise<Running & { url: string }> {
  const { lang = 'en', apiUrl = nowhere, env = {} } = options;
  const file = await builtFile('preview.js');
  const keyring = options.keyring ?? (keyringAvailability().ok ? 'unlocked' : 'absent');
  const ownKeyring = typeof keyring === 'string' && process.platform === 'linux' ? keyring : undefined;
  const session = ownKeyring ? await startKeyring(ownKeyring) : undefined;
  const ownFolder = options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'pachca-preview-')) : undefined;
  const dataDir = options.dataDir ?? ownFolder ?? '';
  const cleanUp = async () => {
    await session?.stop();
    if (ownFolder) await rm(ownFolder, { recursive: true, force: true });
  };

  const keyringEnv = typeof keyring === 'string' ? session?.env : keyring.env;
  const child = run([file, '--port', '0', '--no-open', '--data-dir', dataDir, '--lang', lang], options.time, {
    ...keyringEnv,
    PACHCA_API_URL: apiUrl,
    ...env,
  });
  const running = supervise(child, cleanUp);
  const line = await running.up((text) => text.startsWith('Preview: '));
  return { url: line.slice('Preview: '.length).trim(), logs: running.logs, stop: running.stop, kill: running.kill };
}

export interface DemoServer extends Running {
  url: string;
  /** A token of each kind the demo workspace knows, by name: `full`, `status-only`, `read-only`, … */
  tokens: Record<string, string>;
}

/** The demo workspace, as built, in a process of its own, with its control endpoints open. */
export async function startDemo(options: Pick<PreviewOptions, 'time'> = {}): Promise<DemoServer> {
  const file = await builtFile('demo-server.js');
  const child = run([file, '--port', '0', '--control'], options.time);
  const running = supervise(child, () => Promise.resolve());
  const line = await running.up((text) => text.startsWith('{'));
  const { url, tokens } = JSON.parse(line) as Pick<DemoServer, 'url' | 'tokens'>;
  return { url, tokens, logs: running.logs, stop: running.stop, kill: running.kill };
}

/** Starts a program of the build. */
function run(program: readonly string[], time: MovableTime | undefined, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', ...(time?.nodeArguments ?? []), ...program], {
    env: { ...process.env, ...env, ...time?.env() },
    stdio: ['ignore', 'pipe', 'pipe', ...(time ? (['ipc'] as const) : [])],
  });
  time?.join(child);
  return child;
}

function supervise(
  child: ChildProcess,
  cleanUp: () => Promise<void>,
): Running & { up: (accept: (line: string) => boolean) => Promise<string> } {
  let printed = '';
  const keep = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const stop = async () => {
    await end(child, 5_000);
    await cleanUp();
    return child.exitCode;
  };
  return {
    logs: () => printed,
    stop,
    kill: () => child.kill('SIGKILL'),
    up: async (accept) => {
      try {
        return await firstLine(child, accept);
      } catch (error) {
        await stop();
        throw new Error(`${error instanceof Error ? error.message : String(error)}\n${printed}`, { cause: error });
      }
    },
  };
}
