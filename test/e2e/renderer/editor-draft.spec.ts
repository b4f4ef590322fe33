import { expect } from 'playwright/test';
import { aDraft, message, openEditor, sent, set, title, words } from '../../support/editor-page.ts';
import { test } from '../../support/popover.ts';
import { aMeeting, aState, aStatus, NOW } from '../../support/popover-states.ts';
import { threeAccounts } from '../../support/token-states.ts';

test.describe('the way back', () => {
  test('is offered to the status that outlives the new one, and is on', async ({ popover }) => {
    const page = await openEditor(popover, { status: { current: aStatus() } }, 'Dentist');
    const wayBack = page.getByRole('switch', { name: 'Return to 🏖️ On vacation afterwards' });
    // Today's evening is the end where nobody chose one; without an end nothing comes afterwards.
    await expect(wayBack).toBeChecked();
    await page.getByRole('radio', { name: 'Don’t clear' }).check();
    await expect(wayBack).toBeHidden();
    await page.getByRole('radio', { name: '1 h', exact: true }).check();
    await expect(wayBack).toBeChecked();
    await wayBack.uncheck();
    await set(page).click();
    await expect.poll(() => sent(popover, 'status.set')).toMatchObject([{ wayBack: false }]);
  });

  test('is left to the app where nobody touched it', async ({ popover }) => {
    const page = await openEditor(popover, { status: { current: aStatus() } }, 'Dentist');
    await page.getByRole('radio', { name: '1 h', exact: true }).check();
    await set(page).click();
    await expect.poll(() => sent(popover, 'status.set')).toMatchObject([{ wayBack: null }]);
  });

  test('is not to a status that is edited, which is sent as an edit of it', async ({ popover }) => {
    const { page } = popover;
    await popover.open(aState({ status: { current: aStatus() } }));
    await page.getByRole('button', { name: /^Edit: / }).click();
    await page.getByRole('radio', { name: '1 h', exact: true }).check();
    await expect(page.getByRole('switch', { name: /^Return/ })).toHaveCount(0);
    await set(page).click();
    await expect.poll(() => sent(popover, 'status.set')).toMatchObject([{ wayBack: { editOf: aStatus() } }]);
  });
});

test.describe('editing the present status', () => {
  test('begins with all of it', async ({ popover }) => {
    const { page } = popover;
    await popover.open(aState({ status: { current: aStatus() } }));
    await page.getByRole('button', { name: /^Edit: / }).click();
    await expect(title(page)).toHaveValue('On vacation');
    await title(page).fill('On holiday');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toEqual([
        {
          plan: {
            emoji: '🏖️',
            title: 'On holiday',
            isAway: true,
            awayTemplate: 'I’m on vacation and will be back on Monday, 30 November.',
            deputy: null,
            expiry: { kind: 'dateTime', date: '2026-11-30', hour: 9, minute: 0 },
          },
          wayBack: { editOf: aStatus() },
        },
      ]);
  });

  test('goes on where it was left', async ({ popover }) => {
    const { page } = popover;
    await popover.open(aState({ status: { current: aMeeting() } }));
    await page.getByRole('button', { name: /^Edit: / }).click();
    await title(page).fill('In another meeting');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Edit: / }).click();
    await expect(title(page)).toHaveValue('In another meeting');
  });

  test('does not cost the draft of a new one', async ({ popover }) => {
    const { page } = popover;
    await popover.open(aState({ status: { current: aMeeting() }, draft: aDraft() }));
    await page.getByRole('button', { name: /^Edit: / }).click();
    await title(page).fill('In another meeting');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
    await popover.expectCalls();
  });
});

test.describe('a draft', () => {
  test('is there again when the editor opens, also after a restart', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ phrase: 'до 10 декабря' }) });
    await expect(title(page)).toHaveValue('On vacation');
    await expect(message(page)).toHaveValue(aDraft().awayTemplate);
    await expect(words(page)).toHaveValue('до 10 декабря');
    await expect(page.getByText('→ Thu 10 Dec, 9:00')).toBeVisible();
  });

  test('is kept soon after something is written', async ({ popover }) => {
    const page = await openEditor(popover);
    await title(page).pressSequentially('Lunch');
    await expect.poll(() => sent(popover, 'draft.save')).toMatchObject([{ account: '7', draft: { title: 'Lunch' } }]);
  });

  test('is kept at once when Escape closes the editor, which says nothing to the host', async ({ popover }) => {
    const page = await openEditor(popover);
    await title(page).fill('Lunch');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
    expect(await sent(popover, 'draft.save')).toMatchObject([{ account: '7', draft: { title: 'Lunch' } }]);
    expect(await sent(popover, 'popover.hide')).toEqual([]);
  });

  test('is kept at once when the popover is hidden', async ({ popover }) => {
    const page = await openEditor(popover);
    await title(page).fill('Lunch');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await sent(popover, 'draft.save')).toMatchObject([{ account: '7', draft: { title: 'Lunch' } }]);
    await expect(title(page)).toHaveValue('Lunch');
  });

  test('has what was typed on the home screen, even if nothing more is', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Lunch');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
    expect(await sent(popover, 'draft.save')).toMatchObject([{ account: '7', draft: { title: 'Lunch' } }]);
  });

  test('is nothing where everything was taken out again', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Lunch');
    await title(page).fill('');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
    expect(await sent(popover, 'draft.save')).toEqual([{ account: '7', draft: null }]);
  });

  test('can be thrown away', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft() });
    await page.getByRole('button', { name: 'Discard what was written' }).click();
    await popover.expectCalls(['draft.save', { account: '7', draft: null }]);
  });

  test('is left, and stays with its account, when the tray’s menu changes to another', async ({ popover }) => {
    const page = await openEditor(popover);
    await title(page).fill('Lunch');
    const [first, second] = threeAccounts();
    if (!first || !second) throw new Error('two accounts are needed');
    const accounts = [
      { ...first, current: false },
      { ...second, current: true },
    ];
    await popover.push(aState({ revision: 2, accounts }));
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
    expect(await sent(popover, 'draft.save')).toMatchObject([{ account: '7', draft: { title: 'Lunch' } }]);
    await expect(page.getByRole('textbox', { name: 'What are you doing?' })).toHaveValue('');
  });

  test('begun on the home screen is there again after a look elsewhere', async ({ popover }) => {
    await popover.open(aState());
    const { page } = popover;
    const entry = page.getByRole('textbox', { name: 'What are you doing?' });
    await entry.fill('Counting the stock');
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'Status' }).click();
    await expect(entry).toHaveValue('Counting the stock');
    await entry.press('Enter');
    await expect(title(page)).toHaveValue('Counting the stock');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(entry).toHaveValue('');
  });

  test('survives a change of the state under it', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Lunch');
    await popover.push(aState({ revision: 2, now: NOW + 60_000, status: { current: aMeeting() } }));
    await expect(title(page)).toHaveValue('Lunch');
  });
});
