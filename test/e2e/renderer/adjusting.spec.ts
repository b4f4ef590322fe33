import { expect } from 'playwright/test';
import { ok } from '../../../shared/result.ts';
import { locales } from '../../../shared/i18n/locale.ts';
import { messages } from '../../../shared/i18n/index.ts';
import { aDraft, message, openEditor } from '../../support/editor-page.ts';
import { test } from '../../support/popover.ts';
import { aMeeting, aState, aStatus } from '../../support/popover-states.ts';
import { aCheckedToken } from '../../support/token-states.ts';

for (const locale of locales) {
  test(`a tile opens its preset with the other mouse button and with Shift+Enter, and sends nothing (${locale})`, async ({
    popover,
  }) => {
    const { page } = popover;
    const { home, presets } = messages(locale);
    await popover.open(aState({ locale }));
    const tiles = page.getByRole('region', { name: home.oneClick });
    const vacation = tiles.locator('.tile').filter({ hasText: presets.vacation.title });
    await vacation.click({ button: 'right' });
    await expect(page.locator('.brief__title')).toHaveText(presets.vacation.title);
    await page.keyboard.press('Escape');
    await vacation.press('Shift+Enter');
    await expect(page.locator('.brief__title')).toHaveText(presets.vacation.title);
    const sent = (await popover.calls()).filter(({ name }) => name.startsWith('status.'));
    expect(sent).toEqual([]);
  });
}

test('the tile of what holds begins a length anew and says so; one without a length does nothing', async ({
  popover,
}) => {
  const { page } = popover;
  const source = (presetId: string) => ({ presetId, locale: 'en' as const });
  const state = aState();
  const planOf = (id: string) => {
    const preset = state.presets.find((each) => each.id === id);
    if (!preset) throw new Error(`no preset ${id}`);
    const { emoji, title, isAway, awayTemplate, deputy, expiry } = preset;
    return { emoji, title, isAway, awayTemplate, deputy, expiry };
  };
  await popover.open(
    aState({ status: { current: aMeeting(), source: { ...source('meeting'), plan: planOf('meeting') } } }),
  );
  await page.getByRole('button', { name: 'In a meeting Restart 1 h' }).click();
  await popover.expectCalls(['status.applyPreset', { presetId: 'meeting' }]);
  await popover.push(
    aState({ status: { current: aStatus(), source: { ...source('vacation'), plan: planOf('vacation') } } }),
  );
  await page.locator('.tile').filter({ hasText: 'On vacation' }).click();
  await popover.expectCalls(['status.applyPreset', { presetId: 'meeting' }]);
});

test('a variable put into a message nobody wrote in is a sentence of its own, at its end', async ({ popover }) => {
  const page = await openEditor(popover, { draft: aDraft({ awayTemplate: 'Away for a while.', deputy: null }) });
  await page.getByRole('button', { name: /^Insert \{deputy\}/ }).click();
  await expect(message(page)).toHaveValue('Away for a while. Deputy: {deputy}.');
});

test('another token of the same person says what it replaces, and what that loses', async ({ popover }) => {
  const { page } = popover;
  await popover.open(aState({ session: { phase: 'signed-out' } }));
  const replaces = { label: 'Acme', lost: ['profile_avatar:write'] } as const;
  await popover.answer('session.checkToken', ok(aCheckedToken({ replaces })));
  await page.getByLabel('Personal or bot token').fill('a-token-nobody-has-0123456789-abcdefghij-xyz');
  const note = page.getByRole('region', { name: 'Whose token this is' }).locator('.note');
  await expect(note).toContainText('Acme');
  await expect(note.getByRole('listitem')).toHaveText(['Change your avatar']);
});
