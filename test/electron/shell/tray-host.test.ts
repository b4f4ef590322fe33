import type { MessageBus } from '@jellybrick/dbus-next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectSessionBus, type SessionBus } from '../../../electron/shell/session-bus/connect.ts';
import { TRAY_HOST, watchTrayHost } from '../../../electron/shell/tray-host.ts';
import { busUnavailable, joinBus, startBus } from '../../support/session-bus.ts';

/** A bus on which the test is the panel. */
function fakeBus(owned: boolean) {
  const watchers: ((owned: boolean) => void)[] = [];
  const bus: SessionBus & { change: (owned: boolean) => void; closed: boolean } = {
    closed: false,
    hasOwner: () => Promise.resolve(owned),
    watchOwner: (_name, changed) => {
      watchers.push(changed);
      return Promise.resolve();
    },
    close: () => void (bus.closed = true),
    change: (next) => {
      for (const watcher of watchers) watcher(next);
    },
  };
  return bus;
}

describe('Whether the desktop shows tray icons', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function watch(bus: SessionBus) {
    const tell = vi.fn();
    const stop = watchTrayHost(() => Promise.resolve(bus), tell);
    await vi.advanceTimersByTimeAsync(0);
    return { tell, stop, told: () => tell.mock.calls.map(([there]) => there as boolean) };
  }

  test('is told at once where it does', async () => {
    expect((await watch(fakeBus(true))).told()).toEqual([true]);
  });

  test('is told after a while where it does not: its panel may still be on its way', async () => {
    const { told } = await watch(fakeBus(false));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(told()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told()).toEqual([false]);
  });

  test('is not said to be missing where the panel came in time, or was only started anew', async () => {
    const late = fakeBus(false);
    const first = await watch(late);
    await vi.advanceTimersByTimeAsync(4_000);
    late.change(true);
    late.change(false);
    await vi.advanceTimersByTimeAsync(2_000);
    late.change(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(first.told()).toEqual([true]);
  });

  test('is told when it comes and goes', async () => {
    const bus = fakeBus(true);
    const { told } = await watch(bus);
    bus.change(false);
    await vi.advanceTimersByTimeAsync(5_000);
    bus.change(true);
    expect(told()).toEqual([true, false, true]);
  });

  test('is not told where there is no bus to ask, nor after the watch has ended', async () => {
    const tell = vi.fn();
    watchTrayHost(() => Promise.reject(new Error('no bus')), tell);
    const bus = fakeBus(false);
    const { stop, told } = await watch(bus);
    stop();
    bus.change(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tell).not.toHaveBeenCalled();
    expect(told()).toEqual([]);
    expect(bus.closed).toBe(true);
  });
});

const unavailable = busUnavailable();
const title = unavailable === null ? 'On a real session bus' : `On a real session bus (skipped: ${unavailable})`;
describe.skipIf(unavailable !== null)(title, () => {
  let bus: Awaited<ReturnType<typeof startBus>>;
  const panels: MessageBus[] = [];
  beforeEach(async () => {
    bus = await startBus();
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus.address);
  });
  afterEach(async () => {
    for (const panel of panels.splice(0)) panel.disconnect();
    vi.unstubAllEnvs();
    await bus.stop();
  });

  test('the panel is seen to appear and to go', async () => {
    const told: boolean[] = [];
    const stop = watchTrayHost(connectSessionBus, (there) => told.push(there), 0);
    await vi.waitFor(() => expect(told).toEqual([false]));
    const panel = await joinBus(bus.address);
    panels.push(panel);
    await panel.requestName('org.example.Other', 0);
    await panel.requestName(TRAY_HOST, 0);
    await vi.waitFor(() => expect(told).toEqual([false, true]));
    await panel.releaseName(TRAY_HOST);
    await vi.waitFor(() => expect(told).toEqual([false, true, false]));
    stop();
  });

  test('a panel that was there before is seen', async () => {
    const panel = await joinBus(bus.address);
    panels.push(panel);
    await panel.requestName(TRAY_HOST, 0);
    const told: boolean[] = [];
    const stop = watchTrayHost(connectSessionBus, (there) => told.push(there), 0);
    await vi.waitFor(() => expect(told).toEqual([true]));
    stop();
  });

  test.each(['unix:path=/nonexistent/bus', 'nonsense:'])(
    'a bus that is not there is no answer (%s)',
    async (address) => {
      vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address);
      await expect(connectSessionBus()).rejects.toThrow();
    },
  );
});
