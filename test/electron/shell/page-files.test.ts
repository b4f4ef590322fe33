import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { servePage } from '../../../electron/shell/page-files.ts';

const SECRET = 'outside of the page';
let top: string;
let folder: string;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'pachca-pages-'));
  folder = join(top, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Popover</title>');
  await writeFile(join(folder, 'assets', 'app.js'), 'export {};');
  await writeFile(join(folder, '.build-stamp.json'), SECRET);
  await writeFile(join(folder, 'app.js.map'), SECRET);
  await writeFile(join(top, 'secret.html'), SECRET);
});
afterAll(() => rm(top, { recursive: true }));

const avatar = (version: string) =>
  version === 'abc' ? { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) } : null;

const get = (url: string, method = 'GET'): Promise<Response> => servePage({ method, url }, { folder, avatar });

describe('The page’s scheme', () => {
  it('serves the page and its files with their types', async () => {
    const page = await get('app://popover/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('Popover');
    expect((await get('app://popover/assets/app.js?v=1#x')).headers.get('content-type')).toContain('text/javascript');
  });

  it('serves the avatar in use, and no other', async () => {
    const picture = await get('app://popover/avatar/abc');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect((await get('app://popover/avatar/old')).status).toBe(404);
    expect((await get('app://popover/avatar/a/b')).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await get('app://popover/', method);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  it.each(['app://other/', 'app://popover.evil/', 'app://user@other/index.html'])('refuses %s', async (url) => {
    expect((await get(url)).status).toBe(403);
  });

  it.each([
    ['nothing there', 'app://popover/missing.js'],
    ['a folder', 'app://popover/assets'],
    ['a hidden file', 'app://popover/.build-stamp.json'],
    ['a type no page needs', 'app://popover/app.js.map'],
    ['plain dots', 'app://popover/../secret.html'],
    ['encoded dots', 'app://popover/%2e%2e/secret.html'],
    ['an encoded slash', 'app://popover/..%2fsecret.html'],
    ['a path from the root', 'app://popover//etc/passwd.html'],
    ['an encoded backslash', 'app://popover/..%5csecret.html'],
    ['a drive', 'app://popover/C:/secret.html'],
    ['a NUL', 'app://popover/index.html%00.js'],
    ['a broken escape', 'app://popover/%zz'],
  ])('does not serve %s', async (_, url) => {
    const response = await get(url);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).toBe('');
  });

  it('never serves what is outside of the folder, however the path is written', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'assets',
      'secret.html',
      '%252e',
      ';',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 10 }), async (pieces) => {
        expect(await (await get(`app://popover/${pieces.join('')}`)).text()).not.toContain(SECRET);
      }),
    );
  });
});

test('Every answer carries the policy and says not to guess types', async () => {
  for (const url of ['app://popover/', 'app://popover/missing.js', 'app://other/', 'app://popover/avatar/abc']) {
    const { headers } = await get(url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
