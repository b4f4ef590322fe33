import { spawn, spawnSync } from 'node:child_process';
import { sessionBus, type MessageBus } from '@jellybrick/dbus-next';
import { end, firstLine } from './process.ts';

/** Why no session bus can be had here, to be read after "because"; null = one can. */
export function busUnavailable(): string | null {
  if (process.platform !== 'linux') return 'D-Bus runs on Linux only';
  return spawnSync('dbus-daemon', ['--version'], { stdio: 'ignore' }).error
    ? 'dbus-daemon is not installed (Debian: dbus)'
    : null;
}

/** A session bus of a test's own. */
export async function startBus() {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await firstLine(daemon);
  return { address: address.trim(), stop: () => end(daemon) };
}

/** A program on the bus that takes names, as the panel of a desktop does. */
export async function joinBus(address: string): Promise<MessageBus> {
  const bus = sessionBus({ busAddress: address });
  await new Promise<void>((resolve) => bus.once('connect', () => resolve()));
  return bus;
}
