import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

declare global {
  interface Window {
    axe: { run(options: { resultTypes: readonly string[] }): Promise<{ violations: readonly Violation[] }> };
  }
}

/** Small, since it is sent to every page that is looked at; read once a worker. */
let source: string | undefined;
const axeSource = (): string =>
  (source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));

/** What axe finds on a page against WCAG 2.2 AA and its own best practices, in words; empty = nothing. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  // Evaluated through the debugger, which the page's policy does not concern.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource());
  await page.evaluate(endTransitions);
  // Every rule is tried; only what breaks one is described in detail.
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** Runs in the page: what fades in is looked at as it will be, not half-way. What goes on for long is left alone. */
function endTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (Number(animation.effect?.getComputedTiming().endTime) <= 1_000) animation.finish();
  }
}
