import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtFile } from '../../support/build.ts';
import { end, firstLine } from '../../support/process.ts';

interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly exit: Promise<number | null>;
}

describe('preview, as it is started from the command line', () => {
  let program: string;
  let folder: string;
  const runs: Run[] = [];
  beforeAll(async () => {
    program = await builtFile('preview.js');
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-cli-'));
  });
  afterEach(async () => {
    await Promise.all(runs.splice(0).map(({ child }) => end(child)));
    await rm(folder, { recursive: true, force: true });
  });

  function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
    const child = spawn(process.execPath, [program, ...args], {
      env: {
        ...process.env,
        XDG_CONFIG_HOME: folder,
        // No keychain, no browser, no network: nothing of the computer's own is touched.
        DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'no-bus')}`,
        BROWSER: 'none',
        PACHCA_API_URL: 'http://127.0.0.1:9',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const started: Run = { child, stdout: () => stdout, stderr: () => stderr, exit };
    runs.push(started);
    return started;
  }

  /** The address, once it is printed. */
  async function address({ child }: Run): Promise<string> {
    return (await firstLine(child)).replace('Preview: ', '');
  }

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line, serves its page, and ends with 0 on %s even while a page is open',
    async (signal) => {
      const preview = run(['--data-dir', join(folder, 'new', 'folder')]);
      const url = await address(preview);
      expect(preview.stdout()).toMatch(/^Preview: http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{64}\/\n$/);
      expect((await fetch(url)).status).toBe(200);
      const events = await fetch(new URL('events', url));
      const stream = events.text();

      preview.child.kill(signal);
      expect(await preview.exit).toBe(0);
      expect(await stream).toMatch(/event: quit\ndata: \{\}\n\n$/);
      expect(preview.stdout().split('\n')).toHaveLength(2);
      expect(preview.stderr()).toBe('');
    },
  );

  it('has another key at every start', async () => {
    const urls: string[] = [];
    for (let start = 1; start <= 2; start += 1) {
      const preview = run(['--no-open']);
      urls.push(await address(preview));
      await end(preview.child);
    }
    expect(new Set(urls.map((url) => new URL(url).pathname)).size).toBe(2);
  });

  it('makes the data folder for its owner alone', async () => {
    const dataDir = join(folder, 'settings');
    await address(run(['--data-dir', dataDir]));
    expect((await stat(dataDir)).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect((await stat(dataDir)).mode & 0o077).toBe(0);
  });

  it('acts as on a system in the language asked for', async () => {
    const url = await address(run(['--lang', 'ru'], { LANG: 'en_US.UTF-8' }));
    const events = await fetch(new URL('events', url));
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('event: state')) text += (await reader?.read())?.value ?? '';
    expect(text).toContain('"systemLocale":"ru"');
    await reader?.cancel();
  });

  it.each([
    [['--bogus'], /^Unknown option '--bogus'\. --help lists the options\.\n$/],
    [['--port', 'x'], /^--port takes a number from 0 to 65535, not "x"\. --help lists the options\.\n$/],
    [['--lang', 'de'], /^--lang takes en or ru, not "de"\. --help lists the options\.\n$/],
  ])('says in one line what is wrong with %j and exits with 2', async (args, message) => {
    const preview = run(args);
    expect(await preview.exit).toBe(2);
    expect(preview.stderr()).toMatch(message);
    expect(preview.stdout()).toBe('');
  });

  it.each(['http://api.pachca.example', 'ftp://127.0.0.1', 'api.pachca.com', 'https://user:secret-word@example.com'])(
    'refuses to start with PACHCA_API_URL=%s, does not repeat it, and exits with 2',
    async (value) => {
      const preview = run([], { PACHCA_API_URL: value });
      expect(await preview.exit).toBe(2);
      expect(preview.stderr()).toMatch(/^PACHCA_API_URL is not accepted\. [^\n]+\n$/);
      expect(preview.stderr()).not.toContain(value);
    },
  );

  it('says that a port is taken and exits with 1', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const preview = run(['--port', String(port)]);
    expect(await preview.exit).toBe(1);
    expect(preview.stderr()).toBe(`Port ${port} is in use. Choose another with --port, or leave it out.\n`);
    other.close();
  });

  it('says that the data folder cannot be made and exits with 1', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const preview = run(['--data-dir', join(file, 'below')]);
    expect(await preview.exit).toBe(1);
    expect(preview.stderr()).toMatch(
      /^The data folder .+ cannot be made \(ENOTDIR\)\. Choose another with --data-dir\.\n$/,
    );
  });

  it('does not use a data folder that another preview uses, says which, and does when that was killed', async () => {
    const first = run(['--data-dir', folder]);
    await address(first);
    // The same folder by another name.
    const second = run(['--data-dir', join(folder, '..', basename(folder), '.')]);
    expect(await second.exit).toBe(1);
    expect(second.stdout()).toBe('');
    expect(second.stderr()).toBe(
      `The data folder ${folder} is in use: the preview runs with it already (process ${first.child.pid}). Quit that first, or choose another folder with --data-dir.\n`,
    );
    await address(run(['--data-dir', join(folder, 'another')]));

    first.child.kill('SIGKILL');
    await first.exit;
    await address(run(['--data-dir', folder]));
  });

  it('lists its options', async () => {
    const preview = run(['--help']);
    expect(await preview.exit).toBe(0);
    for (const option of ['--port', '--no-open', '--data-dir', '--lang']) expect(preview.stdout()).toContain(option);
  });

  it.runIf(process.platform === 'linux')(
    'opens a browser whose command line and environment hold neither the key nor the token',
    async () => {
      const record = join(folder, 'opened');
      await writeFile(
        join(folder, 'xdg-open'),
        `#!/bin/sh\n{ echo "$@"; env; } > '${record}.part'; mv '${record}.part' '${record}'\n`,
        {
          mode: 0o755,
        },
      );
      const path = `${folder}:${process.env['PATH'] ?? ''}`;
      const started = run(['--port', '0'], {
        BROWSER: '',
        PATH: path,
        PACHCA_TOKEN: 'token-of-the-environment-1234567890',
      });
      const key = /\/([0-9a-f]{32,})\//.exec(await address(started))?.[1] ?? 'no key';
      await expect.poll(() => existsSync(record)).toBe(true);
      const seen = await readFile(record, 'utf8');
      expect(seen).toMatch(/^file:\/\/\S+open-preview\.html\n/);
      expect(seen).not.toContain(key);
      expect(seen).not.toContain('token-of-the-environment');
      const file = fileURLToPath(seen.split('\n', 1)[0] ?? '');
      expect(await readFile(file, 'utf8')).toContain(key);
      started.child.kill('SIGTERM');
      expect(await started.exit).toBe(0);
      expect(existsSync(file)).toBe(false);
    },
  );
});
