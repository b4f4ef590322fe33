import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end, firstLine } from './process.ts';

/**
 * The real keytar against a real gnome-keyring, on a session bus of its own, so that any number of keyrings in any
 * state run side by side and nobody's own keyring is touched. Linux only.
 *
 * - `unlocked`: as on a desktop after login
 * - `locked`: the keyring exists and nobody has unlocked it
 * - `absent`: no session bus answers, as on a server
 */
export type KeyringMode = 'unlocked' | 'locked' | 'absent';

/** The part of keytar the app uses. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** What is in the keyring before it is locked, or before the test begins. */
export interface StoredSecret {
  service: string;
  account: string;
  password: string;
}

/** A running keyring. `stop` ends its daemons and removes what they stored. */
export interface KeyringSession {
  /** The environment of a process that is to meet this keyring. It has no display, so that no prompt can open. */
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
}

/** The longest a call to keytar may take, milliseconds. A locked keyring with a display would wait for a person. */
const callLimit = 10_000;
const startLimit = 15_000;

/** Can a Secret Service be had on this machine? The reason is to be read after "because". */
export function keyringAvailability(): { ok: true } | { ok: false; reason: string } {
  if (process.platform !== 'linux') return { ok: false, reason: 'gnome-keyring runs on Linux only' };
  for (const [command, debian] of [
    ['dbus-daemon', 'dbus'],
    ['dbus-send', 'dbus'],
    ['gnome-keyring-daemon', 'gnome-keyring'],
  ] as const) {
    if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error) {
      return { ok: false, reason: `${command} is not installed (Debian: ${debian})` };
    }
  }
  const load = spawnSync(process.execPath, ['-e', "require('keytar')"], { cwd: import.meta.dirname, stdio: 'ignore' });
  if (load.status !== 0) return { ok: false, reason: 'keytar does not load (Debian: libsecret-1-0)' };
  return { ok: true };
}

/**
 * Runs `use` with the real keytar in a process whose keyring is in the given state, and cleans up after it.
 * Calls are rejected with keytar's own message, or after ten seconds.
 */
export async function withKeyring<T>(
  mode: KeyringMode,
  use: (keytar: Keytar) => Promise<T>,
  stored: readonly StoredSecret[] = [],
): Promise<T> {
  const session = await startKeyring(mode, stored);
  try {
    return await withKeytar(session.env, use);
  } finally {
    await session.stop();
  }
}

/**
 * Starts a keyring in the given state for processes that are started with `env`.
 * @throws when the daemons do not start; check {@link keyringAvailability} first (`absent` needs none of them)
 */
export async function startKeyring(mode: KeyringMode, stored: readonly StoredSecret[] = []): Promise<KeyringSession> {
  const home = await mkdtemp(join(tmpdir(), 'pachca-keyring-'));
  const stop = () => rm(home, { recursive: true, force: true });
  try {
    if (mode === 'absent') {
      return { env: environment(home, `unix:path=${join(home, 'there-is-no-bus')}`), stop };
    }
    if (mode === 'unlocked') return await startDaemons(home, 'unlocked', stored, stop);
    const before = await startDaemons(home, 'unlocked', stored, () => Promise.resolve());
    await before.stop();
    return await startDaemons(home, 'locked', [], stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDaemons(
  home: string,
  state: 'unlocked' | 'locked',
  stored: readonly StoredSecret[],
  cleanUp: () => Promise<void>,
): Promise<KeyringSession> {
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children.reverse()) await end(child);
    await cleanUp();
  };
  try {
    const config = join(home, 'bus.conf');
    await mkdir(join(home, 'run'), { recursive: true, mode: 0o700 });
    await writeFile(config, busConfig(home));

    const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=1'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(bus);
    const env = environment(home, await firstLine(bus));

    const unlock = state === 'unlocked' ? ['--unlock'] : [];
    const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...unlock], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    children.push(keyring);
    keyring.stdin.end('correct horse\n');
    await secretServiceIsUp(env);

    if (stored.length > 0) {
      await withKeytar(env, async (keytar) => {
        for (const { service, account, password } of stored) await keytar.setPassword(service, account, password);
      });
    }
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A bus that starts nothing by itself: no prompter, no second keyring. */
function busConfig(home: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${join(home, 'run')}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

function environment(home: string, bus: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DISPLAY: undefined,
    WAYLAND_DISPLAY: undefined,
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    DBUS_SESSION_BUS_ADDRESS: bus,
    // Messages in English, whatever the machine's language.
    LC_ALL: 'C.UTF-8',
  };
}

async function secretServiceIsUp(env: NodeJS.ProcessEnv): Promise<void> {
  const question = ['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const name = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const deadline = performance.now() + startLimit;
  while (performance.now() < deadline) {
    if (spawnSync('dbus-send', [...question, ...name], { env, encoding: 'utf8' }).stdout.includes('true')) return;
    await sleep(30);
  }
  throw new Error(`gnome-keyring-daemon did not take its name on the bus within ${startLimit / 1000} s`);
}

/** Runs `use` with the real keytar in a process with this environment, such as that of a keyring that runs already. */
export async function withKeytar<T>(env: NodeJS.ProcessEnv, use: (keytar: Keytar) => Promise<T>): Promise<T> {
  const child = fork(fileURLToPath(new URL('keytar-child.mjs', import.meta.url)), {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;

  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      if (message === 'ready') {
        resolve();
      } else {
        const answer = message as Answer;
        waiting.get(answer.id)?.(answer);
        waiting.delete(answer.id);
      }
    });
    child.on('exit', (code, signal) => {
      const error = `the process of keytar ended (${signal ?? String(code)}): ${complaints}`;
      reject(new Error(error));
      for (const [id, answer] of waiting) answer({ id, error });
    });
  });

  const call = async (method: keyof Keytar, ...args: string[]): Promise<unknown> => {
    const id = ++lastId;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      child.send({ id, method, args });
      const late = setTimeout(() => resolve({ id, error: `keytar did not answer within ${callLimit} ms` }), callLimit);
      late.unref();
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };

  try {
    await ready;
    return await use({
      getPassword: async (service, account) => (await call('getPassword', service, account)) as string | null,
      setPassword: async (service, account, password) => {
        await call('setPassword', service, account, password);
      },
      deletePassword: async (service, account) => (await call('deletePassword', service, account)) as boolean,
    });
  } finally {
    await end(child);
  }
}

/** IPC drops `undefined`, so a call without a result answers with its id alone. */
interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}
