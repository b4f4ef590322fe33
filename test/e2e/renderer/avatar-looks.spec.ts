import { expect } from 'playwright/test';
import { avatarLooks } from '../../support/avatar-looks.ts';
import { overflowing } from '../../support/overflow.ts';
import { test } from '../../support/popover.ts';
import { openLook } from '../../support/token-looks.ts';

for (const locale of ['en', 'ru'] as const) {
  for (const [name, look] of Object.entries(avatarLooks(locale))) {
    // One theme a language, so that both themes and both languages are looked at once.
    const theme = locale === 'en' ? 'light' : 'dark';
    test(`${name} (${locale}, ${theme}): fits, and breaks no accessibility rule`, async ({ popover }) => {
      await popover.page.emulateMedia({ reducedMotion: 'reduce' });
      const { settings } = look.state;
      await openLook(popover, { ...look, state: { ...look.state, settings: { ...settings, theme } } });
      expect(await popover.accessibilityProblems()).toEqual([]);
      expect(await popover.page.evaluate(overflowing)).toEqual([]);
    });
  }
}
