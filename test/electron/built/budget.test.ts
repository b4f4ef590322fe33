import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { builtFile } from '../../support/build.ts';

const KB = 1024;

let dist: string;
beforeAll(async () => {
  dist = dirname(await builtFile('main.js'));
});

const gzipped = (...path: string[]): number => gzipSync(readFileSync(join(dist, ...path))).length;

/** The scripts and styles that the page names itself, and so waits for; what they load later is not among them. */
function firstPaint(kind: 'js' | 'css'): string[] {
  const page = readFileSync(join(dist, 'renderer', 'index.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)]
    .map(([, path = '']) => path)
    .filter((path) => path.endsWith(`.${kind}`));
}

test('the popover’s first paint needs at most 110 KB of script and 10 KB of style, gzipped', () => {
  expect(firstPaint('js').length).toBeGreaterThan(0);
  const sum = (paths: string[]): number => paths.reduce((total, path) => total + gzipped('renderer', path), 0);
  expect(sum(firstPaint('js'))).toBeLessThan(110 * KB);
  expect(sum(firstPaint('css'))).toBeLessThan(10 * KB);
});

test('the calendar polyfill is there for browsers that need it, and not loaded with the first paint', () => {
  const all = readdirSync(join(dist, 'renderer', 'assets')).filter((name) => name.endsWith('.js'));
  expect(all.length).toBeGreaterThan(firstPaint('js').length);
});

test('the main side is one file of at most 250 KB gzipped, the preload at most 2 KB', () => {
  expect(gzipped('main.js')).toBeLessThan(250 * KB);
  expect(gzipped('preload.cjs')).toBeLessThan(2 * KB);
});
