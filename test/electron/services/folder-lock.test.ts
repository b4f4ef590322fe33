import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { takeAddress, takeFolder, type TakenFolder } from '../../../electron/services/folder-lock.ts';
import { temporaryFolder } from '../../support/app.ts';

const me = { kind: 'preview', pid: process.pid } as const;

async function take(taking: Promise<TakenFolder>): Promise<TakenFolder> {
  const taken = await taking;
  if (taken.ok) onTestFinished(() => taken.release());
  return taken;
}

/** Holds the socket in a process of its own, as one that was killed did: its file stays. */
async function killedHolder(address: string): Promise<void> {
  const script = `require('net').createServer().listen(${JSON.stringify(address)}, () => console.log('listening'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

describe('a data folder', () => {
  test("is one process's alone, whatever it is called by; the others are told whose", async () => {
    const folder = temporaryFolder();
    const other = join(temporaryFolder(), 'link');
    symlinkSync(folder, other);
    const taken = await take(takeFolder(folder, 'app', 0));
    expect(taken.ok).toBe(true);
    for (const name of [folder, join(folder, '.'), other]) {
      expect(await take(takeFolder(name, 'preview', 0))).toEqual({
        ok: false,
        holder: { kind: 'app', pid: process.pid },
      });
    }
    mkdirSync(join(folder, 'below'));
    expect((await take(takeFolder(join(folder, 'below'), 'app', 0))).ok).toBe(true);
  });

  test('is free when it is let go of, and waited for as long as asked', async () => {
    const folder = temporaryFolder();
    const first = await take(takeFolder(folder, 'app', 0));
    const second = take(takeFolder(folder, 'preview', 10_000));
    if (first.ok) first.release();
    expect((await second).ok).toBe(true);
  });
});

// The way of macOS, which any Unix can go.
describe('a lock that is a file', () => {
  const socket = (): string => join(temporaryFolder(), 'lock.sock');

  test('of a killed process does not count', async () => {
    const address = socket();
    await killedHolder(address);
    expect(existsSync(address)).toBe(true);
    expect((await take(takeAddress(address, me, 0))).ok).toBe(true);
    expect(await take(takeAddress(address, me, 0))).toEqual({ ok: false, holder: me });
  });

  test('of a killed process goes to one of several that come at once', async () => {
    const address = socket();
    await killedHolder(address);
    const all = await Promise.all(Array.from({ length: 5 }, () => take(takeAddress(address, me, 0))));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test.each([
    ['nothing', ''],
    ['something else', '{"kind":"mail","pid":1}'],
    ['no JSON', 'hello'],
  ])('of somebody who says %s is respected', async (_, words) => {
    const address = socket();
    const server = createServer((connection) => connection.end(words));
    await new Promise<void>((resolve) => server.listen(address, resolve));
    onTestFinished(() => void server.close());
    expect(await take(takeAddress(address, me, 0))).toEqual({ ok: false, holder: null });
  });
});
