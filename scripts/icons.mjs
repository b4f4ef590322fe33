// `npm run icons`: draws every icon of the app anew from electron/assets/icon.svg. The results are committed.
// `npm run icons -- --sheet FILE.png` also draws a sheet to look at: the tray icons as they are, and enlarged.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { iconFiles } from './icons/assets.mjs';
import { contactSheet } from './icons/sheet.mjs';

const { values } = parseArgs({ options: { sheet: { type: 'string' } } });

const files = iconFiles();
for (const [path, bytes] of files) {
  const target = fileURLToPath(new URL(`../electron/assets/${path}`, import.meta.url));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
console.log(`${files.size} files in electron/assets`);

if (values.sheet) {
  writeFileSync(values.sheet, contactSheet(files));
  console.log(`Sheet: ${values.sheet}`);
}
