import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readServedFiles } from '../../../electron/preview/files.ts';

const PAGE = `<html><head><title>t</title>
<script type="module" src="./assets/index.js"></script>
<link rel="stylesheet" href="./assets/index.css"></head><body></body></html>`;

const build: Readonly<Record<string, string>> = {
  'dist/renderer/index.html': PAGE,
  'dist/renderer/assets/index.js': 'js',
  'dist/renderer/assets/index.css': 'css',
  'dist/renderer/assets/index.js.map': 'map',
  'dist/preview-client.js': 'client',
  'dist/preview-client.css': 'client css',
  'dist/preview.js': 'server',
  'tray/tray-idle-dark.png': 'icon',
};

describe('files the preview serves', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-files-'));
    for (const [name, text] of Object.entries(build)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = () => readServedFiles(join(folder, 'dist'), join(folder, 'tray'));

  function page(): string {
    const files = read();
    if (!files.ok) throw new Error(files.reason);
    return Buffer.from(files.value.get('')?.bytes ?? []).toString();
  }

  it('are those of the page and no other file of the build', () => {
    const files = read();
    expect(files.ok && [...files.value.keys()].sort()).toEqual([
      '',
      'assets/index.css',
      'assets/index.js',
      'preview-client.css',
      'preview-client.js',
      'tray/tray-idle-dark.png',
    ]);
  });

  it('have the bridge’s script before the renderer’s, both after parsing, and its styles last', () => {
    const html = page();
    const order = [
      html.indexOf('<script defer src="preview-client.js">'),
      html.indexOf('<script type="module"'),
      html.indexOf('./assets/index.css'),
      html.indexOf('preview-client.css'),
      html.indexOf('</head>'),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it.each(['dist/renderer/index.html', 'dist/preview-client.js', 'dist/preview-client.css'])(
    'are incomplete without %s, and the reason says so',
    async (name) => {
      await rm(join(folder, name));
      const files = read();
      expect(files.ok).toBe(false);
      expect(!files.ok && files.reason).toMatch(/\S/);
    },
  );

  it('are incomplete when the page loads no script', async () => {
    await writeFile(join(folder, 'dist/renderer/index.html'), '<html><head></head></html>');
    expect(read().ok).toBe(false);
  });
});
