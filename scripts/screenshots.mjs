/**
 * Makes the picture of the README from the app itself: `npm run screenshots`. It starts the preview with the demo
 * workspace, sets "On vacation" from the tray menu, and puts the menu and the popover side by side.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBrowser } from './browser.mjs';
import { ensureBuild, ensureDependencies, root } from './ensure.mjs';

await ensureDependencies();
await ensureBuild();
const executablePath = await ensureBrowser();
const { chromium } = await import('playwright');

const dataDir = mkdtempSync(join(tmpdir(), 'pachca-status-'));
const preview = spawn(
  process.execPath,
  [join(root, 'dist', 'preview.js'), '--no-open', '--lang', 'en', '--data-dir', dataDir],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TZ: 'Europe/Moscow' } },
);
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const url = await printedUrl();
  const page = await browser.newPage({
    viewport: { width: 460, height: 640 },
    deviceScaleFactor: 2,
    timezoneId: 'Europe/Moscow',
    locale: 'en-GB',
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Try the demo' }).click();
  const tray = page.getByRole('button', { name: 'Pachca Status', exact: true });
  await page.getByText('Oleg Petrov').waitFor();
  await tray.click();
  await page.getByRole('menuitem', { name: 'Lunch' }).hover();
  // Behind the menu's round corners the popover would show.
  await page.locator('#root').evaluate((popover) => popover.setAttribute('hidden', ''));
  const menu = await page.getByRole('menu').first().screenshot();
  await page.locator('#root').evaluate((popover) => popover.removeAttribute('hidden'));
  await page.getByRole('menuitem', { name: 'On vacation' }).click();
  await page.getByText('Away', { exact: true }).waitFor();
  await tray.blur();
  const light = await page.locator('#root').screenshot();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.locator('#root').screenshot();
  const file = join(root, '.github', 'screenshot.png');
  writeFileSync(file, await sideBySide([menu, light, dark]));
  console.log(`Written: ${file}`);
} finally {
  await browser.close();
  preview.kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
}

/** @returns {Promise<string>} the address the preview prints when it is ready */
async function printedUrl() {
  for await (const line of createInterface({ input: preview.stdout })) {
    const url = /^Preview: (\S+)$/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The preview ended without an address');
}

/**
 * @param {readonly Buffer[]} pictures
 * @returns {Promise<Buffer>} one PNG on a calm background
 */
async function sideBySide(pictures) {
  const page = await browser.newPage({ viewport: { width: 1120, height: 640 }, deviceScaleFactor: 2 });
  const images = pictures.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`).join('');
  await page.setContent(`<style>
    body { margin: 0; padding: 32px; display: inline-flex; gap: 28px; align-items: flex-start; background: #cdd2dd; }
    img { zoom: 0.5; border-radius: 24px; box-shadow: 0 16px 48px rgb(0 0 0 / 20%); }
  </style>${images}`);
  const picture = await page.locator('body').screenshot();
  await page.close();
  return picture;
}
