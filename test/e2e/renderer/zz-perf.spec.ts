import { test } from '../../support/popover.ts';
import { aState } from '../../support/popover-states.ts';
test('perf', async ({ popover }) => {
  const { page } = popover;
  await popover.open(aState());
  await page.waitForTimeout(500);
  for (let i = 0; i < 3; i++) {
  const t = await page.evaluate(async () => {
    const button = document.querySelector<HTMLElement>('.quick-entry__emoji') ?? document.querySelector<HTMLElement>('.emoji-choice__button')!;
    const t0 = performance.now();
    button.click();
    while (!document.querySelector('.picker__cell')) await new Promise((r) => setTimeout(r, 1));
    const t1 = performance.now();
    await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
    return [t1 - t0, performance.now() - t0, document.querySelectorAll('.picker__cell').length];
  });
  console.log(t);
  if (i === 0) console.log(await page.evaluate(() => [...document.querySelectorAll('.picker__cell')].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent + ' ' + e.getAttribute('aria-label') + ' ' + e.scrollWidth)));
  const u = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('.picker input[role=combobox]')!;
    const out = [];
    for (const q of ['h', 'ha', 'hand', '']) {
      const t0 = performance.now();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, q);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
      out.push([q, performance.now() - t0, document.querySelectorAll('.picker__cell').length]);
    }
    return out;
  });
  console.log(JSON.stringify(u));
  await page.keyboard.press('Escape');
  }
});
