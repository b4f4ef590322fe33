import { expect, type Page } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aDraft, message, openEditor, sent, set, withPeople } from '../../support/editor-page.ts';
import { test } from '../../support/popover.ts';
import { signedIn } from '../../support/popover-states.ts';

test.describe('an away message', () => {
  test('is shown as colleagues will read it, and sent as it is written', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft: aDraft() });
    await expect(page.getByText('Colleagues will read:')).toContainText(
      '“Back on Monday, 23 November. If it is urgent, write to @ivanov.”',
    );
    await page.getByRole('radio', { name: 'Tomorrow morning', exact: true }).check();
    await expect(page.getByText('Colleagues will read:')).toContainText('Saturday, 21 November');
    await message(page).press('Control+Enter');
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toEqual([
        {
          plan: {
            emoji: '🏖️',
            title: 'On vacation',
            isAway: true,
            awayTemplate: 'Back on {until}. If it is urgent, write to {deputy}.',
            deputy: { userId: 3, nickname: 'ivanov', name: 'Pavel Ivanov' },
            expiry: { kind: 'tomorrowMorning' },
          },
          wayBack: null,
        },
      ]);
  });

  test('may have several lines: Enter begins one', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ awayTemplate: 'One', deputy: null }) });
    await message(page).press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await expect(message(page)).toHaveValue('One\ntwo');
    expect(await sent(popover, 'status.set')).toEqual([]);
  });

  test('takes a variable with a click, and goes on behind it', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ awayTemplate: 'Back', deputy: null }) });
    await message(page).press('End');
    await page.getByRole('button', { name: 'Insert {until}: the first day back' }).click();
    await expect(message(page)).toBeFocused();
    await page.keyboard.type('!');
    await expect(message(page)).toHaveValue('Back {until}!');
  });

  test('says which variables are unknown and which have nothing to stand for', async ({ popover }) => {
    const awayTemplate = '{untill} {until} {deputy}';
    const page = await openEditor(popover, { draft: aDraft({ awayTemplate, deputy: null, expiry: { kind: 'none' } }) });
    await expect(page.getByText('{untill} stays as it is: there is no such variable.')).toBeVisible();
    await expect(page.getByText('{until} has nothing to stand for: the status has no end.')).toBeVisible();
    await expect(page.getByText('{deputy} has nothing to stand for: choose who stands in.')).toBeVisible();
  });

  test('is not sent when one is not away, and not lost either', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft() });
    await page.getByRole('switch', { name: 'Away' }).uncheck();
    await expect(message(page)).toBeHidden();
    await page.getByRole('switch', { name: 'Away' }).check();
    await expect(message(page)).toHaveValue(aDraft().awayTemplate);
    await page.getByRole('switch', { name: 'Away' }).uncheck();
    await set(page).click();
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toMatchObject([{ plan: { isAway: false, awayTemplate: null, deputy: null } }]);
  });
});

test.describe('who stands in', () => {
  const anna = { userId: 2, name: 'Anna Ivanova', nickname: 'ivanova' };
  const pavel = { userId: 3, name: 'Pavel Ivanov', nickname: 'ivanov' };
  const draft = aDraft({ deputy: null });
  const field = (page: Page) => page.getByRole('combobox', { name: 'Who stands in' });

  test('is found among the colleagues and taken with the keyboard', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft });
    await popover.answer('people.search', ok({ people: [anna, pavel], next: null }));
    await field(page).pressSequentially('ivan');
    await expect(page.getByRole('option')).toHaveText([
      '@ivanovaAnna Ivanova',
      '@ivanovPavel Ivanov',
      'Use @ivan as written',
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Colleagues will read:')).toContainText('@ivanov.');
    expect(await sent(popover, 'people.search')).toEqual([{ query: 'ivan', cursor: null }]);
    await set(page).click();
    await expect.poll(() => sent(popover, 'status.set')).toMatchObject([{ plan: { deputy: pavel } }]);
  });

  test('may be on a further page', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft });
    await popover.answer('people.search', ok({ people: [anna], next: 'page-2' }));
    await popover.answer('people.search', ok({ people: [pavel], next: 'page-3' }));
    await popover.answer('people.search', ok({ people: [pavel], next: 'page-4' }));
    await field(page).fill('ivan');
    await page.getByRole('option', { name: 'Show more' }).click();
    await expect(page.getByRole('option', { name: 'Pavel Ivanov' })).toBeVisible();
    // A page that brings nobody new is the last one, whatever the server offers.
    await page.getByRole('option', { name: 'Show more' }).click();
    await expect(page.getByRole('option', { name: 'Show more' })).toBeHidden();
    expect(await sent(popover, 'people.search')).toEqual([
      { query: 'ivan', cursor: null },
      { query: 'ivan', cursor: 'page-2' },
      { query: 'ivan', cursor: 'page-3' },
    ]);
  });

  test('an answer to an older question is dropped', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft });
    await popover.answer('people.search', 'never');
    await popover.answer('people.search', ok({ people: [pavel], next: null }));
    await field(page).fill('anna');
    await expect.poll(() => sent(popover, 'people.search')).toHaveLength(1);
    await field(page).fill('pavel');
    await expect(page.getByRole('option', { name: 'Pavel Ivanov' })).toBeVisible();
    await expect(page.getByRole('option', { name: 'Anna' })).toBeHidden();
  });

  test('is a nickname to write where the token may not look for colleagues', async ({ popover }) => {
    const page = await openEditor(popover, { session: signedIn(), draft });
    await expect(
      page.getByText('The token cannot look for colleagues (users:read), so write the nickname.'),
    ).toBeVisible();
    await page.getByRole('textbox', { name: 'Who stands in' }).pressSequentially('@ivanov');
    await expect(page.getByText('Colleagues will read:')).toContainText('write to @ivanov.');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toMatchObject([{ plan: { deputy: { userId: null, nickname: 'ivanov', name: null } } }]);
    expect(await sent(popover, 'people.search')).toEqual([]);
  });

  test('becomes a nickname to write when the server refuses to look', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft });
    await popover.answer('people.search', fail(appError('insufficient_scope', { scope: 'users:read' })));
    await field(page).fill('ivan');
    await expect(
      page.getByText('The token cannot look for colleagues (users:read), so write the nickname.'),
    ).toBeVisible();
  });

  test('a failure to look can be tried again', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft });
    await popover.answer('people.search', fail(appError('timeout', { seconds: 10 })));
    await popover.answer('people.search', ok({ people: [anna], next: null }));
    await field(page).fill('anna');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('option', { name: 'Anna Ivanova' })).toBeVisible();
  });

  test('Escape closes the list and nothing else', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft });
    await popover.answer('people.search', ok({ people: [anna], next: null }));
    await field(page).fill('anna');
    await expect(page.getByRole('option', { name: 'Anna Ivanova' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(field(page)).toBeFocused();
  });

  test('can be taken out again', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft: aDraft() });
    await page.getByRole('button', { name: 'Remove @ivanov' }).click();
    await expect(field(page)).toBeFocused();
  });
});
