import { type Browser, chromium } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';

/** A headless Chromium for tests under Vitest; close it yourself. Root gets no sandbox, because Chromium has none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('There is no Chromium: npm test looks for one, and installs it where it can');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
