import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRedirectFile } from '../../../electron/preview/redirect-file.ts';

const TARGET = 'http://127.0.0.1:4711/0123abcd/';

describe('the file that leads a browser to the preview', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redirect-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says where, to its owner only, under an address that does not', () => {
    const file = writeRedirectFile(folder, TARGET);
    if (!file) throw new Error('not written');
    const path = fileURLToPath(file.url);
    expect(file.url).not.toContain('0123abcd');
    expect(readFileSync(path, 'utf8')).toContain(`content="0;url=${TARGET}"`);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    file.remove();
    expect(existsSync(path)).toBe(false);
  });

  it('is none where the folder does not take it', () => {
    expect(writeRedirectFile(join(folder, 'missing'), TARGET)).toBeNull();
  });

  it('takes the place of an older one, whose mode does not count, and writes through no link', () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'mine');
    const path = join(folder, 'open-preview.html');
    symlinkSync(elsewhere, path);
    writeRedirectFile(folder, TARGET);
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
    writeFileSync(path, 'old', { mode: 0o644 });
    writeRedirectFile(folder, TARGET);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
