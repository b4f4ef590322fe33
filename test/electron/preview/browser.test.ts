import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInBrowser } from '../../../electron/preview/browser.ts';

const URL_WITH_SYNTAX = 'http://127.0.0.1:1/key/?a=1&b=$(id)';

describe.skipIf(process.platform === 'win32')('opening the default browser', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-browser-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Puts a program of this name first in the path; it notes what it was given and exits so. */
  async function opener(name: string, exitCode: number): Promise<NodeJS.ProcessEnv> {
    const file = join(folder, name);
    await writeFile(file, `#!/bin/sh\nprintf '%s' "$*" > '${join(folder, 'given')}'\nexit ${exitCode}\n`);
    await chmod(file, 0o755);
    return { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
  }

  it.each([
    ['linux', 'xdg-open'],
    ['darwin', 'open'],
  ] as const)('hands the address, untouched by any shell, to %s’s %s', async (platform, name) => {
    expect(await openInBrowser(URL_WITH_SYNTAX, platform, await opener(name, 0))).toBe(true);
    expect(await readFile(join(folder, 'given'), 'utf8')).toBe(URL_WITH_SYNTAX);
  });

  it('says that it did not work where the opener fails or is missing, and is no error', async () => {
    expect(await openInBrowser(URL_WITH_SYNTAX, 'linux', await opener('xdg-open', 3))).toBe(false);
    expect(await openInBrowser(URL_WITH_SYNTAX, 'linux', { PATH: join(folder, 'nothing') })).toBe(false);
  });

  it('opens nothing when the environment says BROWSER=none', async () => {
    const env = { ...(await opener('xdg-open', 0)), BROWSER: 'none' };
    expect(await openInBrowser(URL_WITH_SYNTAX, 'linux', env)).toBe(false);
    await expect(readFile(join(folder, 'given'))).rejects.toThrow('ENOENT');
  });
});
