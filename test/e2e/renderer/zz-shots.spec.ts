import { test } from '../../support/popover.ts';
import { avatarLooks } from '../../support/avatar-looks.ts';
import { openLook } from '../../support/token-looks.ts';
for (const locale of ['en', 'ru'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const [name, look] of Object.entries(avatarLooks(locale)))
      test(`${name} ${locale} ${theme}`, async ({ popover }) => {
        await popover.page.emulateMedia({ reducedMotion: 'reduce' });
        await openLook(popover, { ...look, state: { ...look.state, settings: { ...look.state.settings, theme } } });
        await popover.page.screenshot({ path: `/tmp/shots/${locale}-${theme}/${name.replaceAll(/[ ,]+/g, '-')}.png` });
      });
