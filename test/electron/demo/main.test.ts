import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { demoTokens } from '../../../electron/demo/tokens.ts';

/** The entry, bundled as it ships and run by Node on its own. */
let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pachca-demo-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('../../../electron/demo/main.ts', import.meta.url)),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'demo-server.mjs' } },
    },
  });
  bundle = join(folder, 'demo-server.mjs');
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]) {
  const child = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Runs to the end: exit code, stdout, stderr. */
async function finish(...args: string[]): Promise<[code: number, out: string, error: string]> {
  const child = run(...args);
  const closed = once(child, 'close') as Promise<[code: number]>;
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return [code, out, error];
}

describe('the demo server on its own', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints one line of JSON, serves, and ends cleanly on %s', async (signal) => {
    const child = run('--port', '0');
    const lines: string[] = [];
    const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
    await once(reader, 'line');
    const { url, tokens } = JSON.parse(lines[0] ?? '') as { url: string; tokens: Record<string, string> };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/shared\/v1$/);
    expect(tokens).toEqual(demoTokens);

    const response = await fetch(`${url}/profile`, { headers: { authorization: `Bearer ${tokens['full'] ?? ''}` } });
    expect(await response.json()).toMatchObject({ data: { first_name: 'Oleg' } });
    expect((await fetch(new URL('/__demo/log', url))).status).toBe(404);

    const ended = once(child, 'close');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(lines).toHaveLength(1);
  });

  it('can speak Russian and be controlled', async () => {
    const child = run('--lang', 'ru', '--control');
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { url, tokens } = JSON.parse(line) as { url: string; tokens: Record<string, string> };
    const response = await fetch(`${url}/profile`, { headers: { authorization: `Bearer ${tokens['full'] ?? ''}` } });
    expect(await response.json()).toMatchObject({ data: { first_name: 'Олег' } });
    expect((await fetch(new URL('/__demo/log', url))).status).toBe(200);
  });

  it.each([
    [['--port', 'http'], '--port must be a number from 0 to 65535, not "http"'],
    [['--port', '65536'], 'not "65536"'],
    [['--port', '-1'], '--port'],
    [['--lang', 'de'], '--lang must be en or ru'],
    [['--colour'], '--colour'],
    [['8080'], '8080'],
  ])('refuses %j with exit code 2, the reason and the usage', async (args, reason) => {
    const [code, out, error] = await finish(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(reason);
    expect(error).toContain('Usage: demo-server');
  });

  it('says with exit code 1 that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await finish('--port', String(port))).toEqual([
      1,
      '',
      `Cannot listen on 127.0.0.1:${port}: it is in use.\n`,
    ]);
  });

  it('explains itself', async () => {
    const [code, out] = await finish('--help');
    expect([code, out]).toEqual([0, expect.stringContaining('--control')]);
  });
});
