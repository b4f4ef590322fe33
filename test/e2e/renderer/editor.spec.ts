import { expect, type Page } from 'playwright/test';
import { appError } from '../../../shared/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Draft } from '../../../shared/schemas.ts';
import { neededScopes } from '../../../shared/scopes.ts';
import type { AppState } from '../../../shared/state.ts';
import { test, type Call, type Popover } from '../../support/popover.ts';
import { aMeeting, aState, aStatus, NOW, signedIn, type StateChoices } from '../../support/popover-states.ts';
import { threeAccounts } from '../../support/token-states.ts';

const withPeople = signedIn({ scopes: [...neededScopes, 'users:read'] });

/** A vacation as it is written. */
const aDraft = (over: Partial<Draft> = {}): Draft => ({
  emoji: '🏖️',
  title: 'On vacation',
  isAway: true,
  awayTemplate: 'Back on {until}. If it is urgent, write to {deputy}.',
  deputy: { userId: 3, nickname: 'ivanov', name: 'Pavel Ivanov' },
  expiry: { kind: 'nextWeekday', weekday: 1 },
  phrase: '',
  wayBack: null,
  ...over,
});

/** Opens the editor from the field on the home screen. */
async function openEditor(popover: Popover, choices: StateChoices = {}, title = ''): Promise<Page> {
  const { page } = popover;
  await popover.open(aState(choices));
  const entry = page.getByRole('textbox', { name: /^(What are you doing|Чем вы заняты)\?$/ });
  await entry.fill(title);
  await entry.press('Enter');
  await expect(page.getByRole('heading', { name: /^(New status|Новый статус)$/ })).toBeVisible();
  return page;
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Status', exact: true });
const message = (page: Page) => page.getByRole('textbox', { name: 'Away message' });
const words = (page: Page) => page.getByRole('textbox', { name: 'Until when, in your own words' });
const set = (page: Page) => page.getByRole('button', { name: 'Set', exact: true });

/** The inputs of the commands of one name, oldest first. */
const sent = async (popover: Popover, name: Call['name']): Promise<readonly unknown[]> =>
  (await popover.calls()).filter((call) => call.name === name).map(({ input }) => input);

const plain = {
  emoji: '💬',
  title: 'Dentist',
  isAway: false,
  awayTemplate: null,
  deputy: null,
  expiry: { kind: 'none' as const },
};

test.describe('setting a status of one’s own', () => {
  test('takes a few words and Enter, twice', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await expect(title(page)).toHaveValue('Dentist');
    await expect(title(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await popover.expectCalls(
      ['status.set', { plan: plain, wayBack: null }],
      ['draft.save', { account: '7', draft: null }],
    );
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
  });

  test('one goes on writing where one was', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dent');
    await page.keyboard.type('ist');
    await expect(title(page)).toHaveValue('Dentist');
  });

  test('a quick end is one click', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await page.getByRole('radio', { name: '2 h', exact: true }).check();
    await expect(page.getByText('Ends today at 15:05, in 2 h')).toBeVisible();
    await set(page).click();
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toEqual([{ plan: { ...plain, expiry: { kind: 'duration', minutes: 120 } }, wayBack: null }]);
  });

  test('an end in one’s own words is shown as a moment before it is sent, in both languages', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await words(page).fill('до понедельника');
    await expect(page.getByText('→ Mon 23 Nov, 9:00')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Until Monday' })).toBeChecked();
    await words(page).fill('18:30');
    await expect(page.getByText('→ today, 18:30')).toBeVisible();
    await words(page).press('Enter');
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toEqual([{ plan: { ...plain, expiry: { kind: 'time', hour: 18, minute: 30 } }, wayBack: null }]);
  });

  test('words that make no sense are said and not sent', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await words(page).fill('until blah');
    await words(page).press('Enter');
    await expect(page.getByText('Not understood: “blah”')).toBeVisible();
    await expect(words(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(words(page)).toBeFocused();
    expect(await sent(popover, 'status.set')).toEqual([]);
  });

  test('a time that has passed is refused, with what may have been meant one click away', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await words(page).fill('9:00');
    await set(page).click();
    await expect(page.getByText('This has already passed. Did you mean:')).toBeVisible();
    expect(await sent(popover, 'status.set')).toEqual([]);
    await page.getByRole('button', { name: 'tomorrow, 9:00' }).click();
    await expect(page.getByText('Ends tomorrow, Saturday, 21 November, at 9:00')).toBeVisible();
  });

  test('a blank title is asked for', async ({ popover }) => {
    const page = await openEditor(popover);
    await set(page).click();
    await expect(page.getByText('Say what you are doing.')).toBeVisible();
    await expect(title(page)).toBeFocused();
    await expect(title(page)).toHaveAttribute('aria-invalid', 'true');
    await popover.expectCalls();
  });

  test('a second click while it is under way sends nothing', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await popover.answer('status.set', 'never');
    await set(page).click();
    await page.getByRole('button', { name: 'Setting…' }).click({ force: true });
    await page.keyboard.press('Enter');
    expect(await sent(popover, 'status.set')).toHaveLength(1);
  });

  test('a failure is said in place, and nothing that was written is lost', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Dentist');
    await popover.answer('status.set', fail(appError('forbidden', { message: 'Access denied' })));
    await set(page).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Your workspace or role does not allow this' }),
    ).toBeVisible();
    await expect(title(page)).toHaveValue('Dentist');
    await set(page).click();
    await expect(page.getByRole('heading', { name: 'Current status' })).toBeVisible();
    expect(await sent(popover, 'status.set')).toHaveLength(2);
  });
});

test.describe('a date', () => {
  test('keeps its time when it is changed', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ expiry: { kind: 'duration', minutes: 60 } }) });
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    await expect(page.getByLabel('Time', { exact: true })).toHaveValue('14:05');
    await page.getByLabel('Date', { exact: true }).fill('2026-12-10');
    await expect(page.getByText('Ends on Thursday, 10 December, at 14:05')).toBeVisible();
    await set(page).click();
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toMatchObject([{ plan: { expiry: { kind: 'dateTime', date: '2026-12-10', hour: 14, minute: 5 } } }]);
  });

  test('without a time is the last day away or the first day back', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Vacation');
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    await page.getByLabel('Date', { exact: true }).fill('2026-12-10');
    await expect(page.getByRole('radio', { name: 'last day away' })).toBeChecked();
    await expect(page.getByText('Ends on Thursday, 10 December, at 23:59')).toBeVisible();
    await page.getByText('first day back', { exact: true }).click();
    await expect(page.getByText('Ends on Thursday, 10 December, at 9:00')).toBeVisible();
    await set(page).click();
    await expect
      .poll(() => sent(popover, 'status.set'))
      .toMatchObject([{ plan: { expiry: { kind: 'date', date: '2026-12-10', means: 'firstDayBack' } } }]);
  });

  test('that has passed is refused', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Vacation');
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    await page.getByLabel('Date', { exact: true }).fill('2026-11-01');
    await expect(page.getByText('This end has already passed')).toBeVisible();
    await set(page).click();
    expect(await sent(popover, 'status.set')).toEqual([]);
  });

  test('that is cleared is not sent as the one before', async ({ popover }) => {
    const page = await openEditor(popover, {}, 'Vacation');
    await page.getByRole('radio', { name: 'Date…', exact: true }).check();
    const date = page.getByLabel('Date', { exact: true });
    await date.focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    expect(await sent(popover, 'status.set')).toEqual([]);
    await title(page).focus();
    await expect(date).toHaveValue('2026-11-21');
  });

  test('counts in the zone one chooses where the profile’s differs', async ({ popover }) => {
    const zones = { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' };
    const page = await openEditor(popover, { zones }, 'Vacation');
    await page.getByRole('radio', { name: 'Until Monday', exact: true }).check();
    await expect(page.getByText('on Monday, 23 November, at 9:00 (GMT+3)')).toBeVisible();
    await page.getByText('as in the profile, GMT+5').click();
    await expect.poll(() => sent(popover, 'settings.update')).toEqual([{ zone: 'profile' }]);
    await popover.push(aState({ zones, timeZone: 'Asia/Yekaterinburg', settings: { zone: 'profile' }, revision: 2 }));
    await expect(page.getByText('on Monday, 23 November, at 9:00 (GMT+5)')).toBeVisible();
    await expect(title(page)).toHaveValue('Vacation');
  });
});

test.describe('the limits', () => {
  test('count a title in UTF-16 units and cut no emoji in two', async ({ popover }) => {
    const page = await openEditor(popover);
    await title(page).fill(`${'x'.repeat(45)}👩‍👩‍👧‍👦`);
    await expect(title(page)).toHaveValue('x'.repeat(45));
    await expect(page.getByText('45 / 50')).toBeVisible();
    await title(page).press('End');
    await page.keyboard.insertText('👍🏽!');
    await expect(title(page)).toHaveValue(`${'x'.repeat(45)}👍🏽!`);
    await expect(page.getByText('50 / 50')).toBeVisible();
  });

  test('leave the end of a title alone when something is put into its middle', async ({ popover }) => {
    const page = await openEditor(popover, {}, `begin ${'x'.repeat(39)} end!`);
    await expect(page.getByText('50 / 50')).toBeVisible();
    await title(page).evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
    await page.keyboard.insertText(' more');
    await expect(title(page)).toHaveValue(`begin ${'x'.repeat(39)} end!`);
    expect(await title(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(5);
  });

  test('count a message as it will be read, and refuse one that is too long', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ awayTemplate: '{name}', deputy: null }) });
    await expect(page.getByText('11 / 1024')).toBeVisible();
    await message(page).fill(`${'x'.repeat(1014)}{name}`);
    await expect(page.getByText('1025 / 1024')).toBeVisible();
    await expect(page.getByText('1 character too many: shorten the message.')).toBeVisible();
    await set(page).click();
    await expect(message(page)).toBeFocused();
    expect(await sent(popover, 'status.set')).toEqual([]);
  });
});

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

test.describe('the way back', () => {
  test('is offered to the status that outlives the new one, and is on', async ({ popover }) => {
    const page = await openEditor(popover, { status: { current: aStatus() } }, 'Dentist');
    const wayBack = page.getByRole('switch', { name: 'Return to 🏖️ On vacation afterwards' });
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

test.describe('saving as a preset', () => {
  test('keeps the rule, under an id of its own', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft() });
    await page.getByRole('button', { name: 'Save as preset' }).click();
    await expect(page.getByText('“On vacation” is now a preset.')).toBeVisible();
    const { emoji, title: written, isAway, awayTemplate, deputy, expiry } = aDraft();
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;
    expect(await sent(popover, 'presets.save')).toEqual([
      { preset: { id, emoji, title: written, isAway, awayTemplate, deputy, expiry, hidden: false } },
    ]);
  });

  test('leaves a fixed date out, and says so', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft({ phrase: 'till Dec 10' }) });
    await page.getByRole('button', { name: 'Save as preset' }).click();
    await expect(page.getByText('A preset has no fixed date, so it stays until it is cleared.')).toBeVisible();
    expect(await sent(popover, 'presets.save')).toMatchObject([{ preset: { expiry: { kind: 'none' } } }]);
  });

  test('that fails is said in place', async ({ popover }) => {
    const page = await openEditor(popover, { draft: aDraft() });
    await popover.answer('presets.save', fail(appError('presets_full', { limit: 100 })));
    await page.getByRole('button', { name: 'Save as preset' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'More than 100 cannot be kept. Delete one first.' }),
    ).toBeVisible();
  });
});

test.describe('a preset', () => {
  const open = async (popover: Popover) => {
    const { page } = popover;
    await popover.open(aState());
    await page.getByRole('button', { name: 'Edit presets' }).click();
    await page.getByRole('button', { name: 'Edit Lunch 1 h' }).click();
    await expect(page.getByRole('heading', { name: 'Edit preset' })).toBeVisible();
    return page;
  };

  test('is edited in the same way, and says what it would do now', async ({ popover }) => {
    const page = await open(popover);
    await expect(page.getByText('Set now, it would end today at 14:05, in 1 h')).toBeVisible();
    await title(page).fill('Long lunch');
    await words(page).fill('90m');
    await page.keyboard.press('Enter');
    await popover.expectCalls([
      'presets.save',
      {
        preset: {
          id: 'lunch',
          emoji: '🍽️',
          title: 'Long lunch',
          isAway: false,
          awayTemplate: null,
          deputy: null,
          expiry: { kind: 'duration', minutes: 90 },
          hidden: false,
        },
      },
    ]);
  });

  test('has no fixed date', async ({ popover }) => {
    const page = await open(popover);
    await expect(page.getByRole('radio', { name: 'Date…' })).toHaveCount(0);
    await words(page).fill('till Dec 10');
    await page.keyboard.press('Enter');
    await expect(page.getByText('A preset cannot end on a fixed date: it would be wrong the next time.')).toBeVisible();
    await popover.expectCalls();
  });

  test('that cannot be saved says so, and keeps what was written', async ({ popover }) => {
    const page = await open(popover);
    await popover.answer('presets.save', fail(appError('settings_not_saved', { reason: 'ENOSPC' })));
    await title(page).fill('Long lunch');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'The settings could not be saved' })).toBeVisible();
    await expect(title(page)).toHaveValue('Long lunch');
  });
});

test.describe('the emoji picker', () => {
  const open = async (popover: Popover, choices: StateChoices = {}) => {
    const page = await openEditor(popover, choices, 'Dentist');
    await page.getByRole('button', { name: /^(Emoji|Эмодзи):/ }).click();
    const search = page.getByRole('combobox', { name: /^(Search emoji|Поиск эмодзи)$/ });
    await expect(search).toBeFocused();
    await expect(page.getByRole('gridcell').first()).toBeVisible();
    return { page, search };
  };

  for (const [locale, query] of [
    ['en', 'стоматолог'],
    ['ru', 'dentist'],
  ] as const) {
    test(`finds "${query}" while the app speaks ${locale}`, async ({ popover }) => {
      const { page, search } = await open(popover, { locale });
      await search.fill(query);
      await expect(page.getByRole('gridcell').first()).toHaveText('🦷');
      await search.press('Enter');
      await expect(page.getByRole('button', { name: /^(Emoji|Эмодзи): 🦷/ })).toBeFocused();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(await sent(popover, 'status.set')).toEqual([]);
      await page.getByRole('button', { name: /^(Set|Установить)$/ }).click();
      await expect.poll(() => sent(popover, 'status.set')).toMatchObject([{ plan: { emoji: '🦷' } }]);
    });
  }

  test('says when nothing is found, and Enter sends nothing', async ({ popover }) => {
    const { page, search } = await open(popover);
    await search.fill('qqqq');
    await expect(page.getByText('Nothing found for “qqqq”.')).toBeVisible();
    await search.press('Enter');
    expect(await sent(popover, 'status.set')).toEqual([]);
  });

  test('is led through with the arrow keys, Home and End', async ({ popover }) => {
    const { page, search } = await open(popover);
    const active = page.locator('[aria-selected="true"]');
    await search.press('ArrowDown');
    // Those of the presets come first.
    await expect(active).toHaveText('🏖️');
    const id = await active.getAttribute('id');
    await expect(search).toHaveAttribute('aria-activedescendant', id ?? '');
    await search.press('End');
    await expect(active).toHaveText('🏠');
    await search.press('ArrowDown');
    await expect(active).toHaveText('😅');
    await search.press('Home');
    await expect(active).toHaveText('😀');
    await search.press('Control+End');
    await expect(active).toHaveText('🏴󠁧󠁢󠁷󠁬󠁳󠁿');
    await expect(active).toBeInViewport();
  });

  test('closes with Escape, and only it does', async ({ popover }) => {
    const { page, search } = await open(popover);
    await search.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Emoji:/ })).toBeFocused();
    await expect(title(page)).toHaveValue('Dentist');
  });

  test('remembers the skin tone and what was chosen', async ({ popover }) => {
    const { page, search } = await open(popover);
    await page.getByTitle('medium-dark', { exact: true }).click();
    await search.fill('thumbs up');
    await page.getByRole('gridcell').first().click();
    const button = page.getByRole('button', { name: /^Emoji: 👍🏾/ });
    await button.click();
    await expect(page.getByRole('radio', { name: 'medium-dark', exact: true })).toBeChecked();
    await expect(page.getByRole('gridcell').first()).toHaveText('👍🏾');
    await expect(page.getByRole('gridcell').first()).toHaveAccessibleName('thumbs up');
  });

  test('opens straight from the home screen', async ({ popover }) => {
    const { page } = popover;
    await popover.open(aState());
    await page.getByRole('button', { name: 'Choose an emoji' }).click();
    await expect(page.getByRole('combobox', { name: 'Search emoji' })).toBeFocused();
  });

  test('draws every emoji it offers as one', async ({ popover }) => {
    const { page } = await open(popover);
    const cut = await page
      .getByRole('gridcell')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.ariaLabel),
      );
    expect(cut).toEqual([]);
  });

  test('shows a group with a click', async ({ popover }) => {
    const { page } = await open(popover);
    await page.getByRole('button', { name: 'Flags' }).click();
    await expect(page.locator('[aria-selected="true"]')).toHaveText('🏁');
    await expect(page.locator('[aria-selected="true"]')).toBeInViewport();
  });
});

test.describe('for everybody', () => {
  const long = aDraft({ title: 'W'.repeat(50), awayTemplate: `{until} ${'Длинное_слово'.repeat(70)}` });
  const states: Readonly<Record<string, StateChoices>> = {
    blank: {},
    vacation: { session: withPeople, draft: aDraft() },
    'without the scope': { draft: aDraft({ deputy: null, awayTemplate: '{deputy} {untill}' }) },
    'a date over another status': {
      draft: aDraft({ expiry: { kind: 'date', date: '2026-11-25', means: 'firstDayBack' } }),
      status: { current: aStatus() },
      zones: { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' },
    },
    'not understood': { draft: aDraft({ phrase: 'until whenever' }) },
    long: { session: withPeople, draft: long, status: { current: aStatus({ title: 'W'.repeat(50) }) } },
  };

  for (const [name, choices] of Object.entries(states)) {
    for (const locale of ['en', 'ru'] as const) {
      test(`${name} (${locale}): no accessibility rule is broken in light and dark, and all fits`, async ({
        popover,
      }) => {
        const { page } = popover;
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const state = (theme: AppState['settings']['theme']) => ({ ...choices, locale, settings: { theme } });
        await openEditor(popover, state('light'));
        expect(await popover.accessibilityProblems()).toEqual([]);
        expect(await page.evaluate(sideways)).toEqual([]);
        await popover.push(aState({ ...state('dark'), revision: 2 }));
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
        expect(await popover.accessibilityProblems()).toEqual([]);
        // The buttons stay in sight however long the rest is.
        await expect(page.getByRole('button', { name: /^(Set|Установить)$/ })).toBeInViewport({ ratio: 1 });
      });
    }
  }

  for (const query of ['beach', 'qqqq']) {
    test(`the picker breaks no accessibility rule ("${query}")`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState());
      await page.getByRole('button', { name: 'Choose an emoji' }).click();
      await expect(page.getByRole('gridcell').first()).toBeVisible();
      await page.getByRole('combobox').fill(query);
      await expect(page.getByRole('gridcell')).toHaveCount(query === 'beach' ? 14 : 0);
      expect(await popover.accessibilityProblems()).toEqual([]);
      expect(await page.evaluate(sideways)).toEqual([]);
    });
  }

  test('every control is reached with Tab, in the order of the page', async ({ popover }) => {
    const page = await openEditor(popover, { session: withPeople, draft: aDraft() });
    const names: string[] = [];
    for (let press = 0; press < 16; press += 1) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(() => {
          const { activeElement } = document;
          return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
        }),
      );
    }
    expect(names.slice(0, 3)).toEqual(['', 'Away message', 'Insert {until}: the first day back']);
    expect(names).toContain('Remove @ivanov');
    expect(names).toContain('Until when, in your own words');
    expect(names.indexOf('Save as preset')).toBeLessThan(names.indexOf('Set'));
  });
});

/** What sticks out of the popover's width. */
function sideways(): string[] {
  const width = document.querySelector('#root')?.getBoundingClientRect().right ?? 0;
  return [...document.querySelectorAll('#root *:not(.visually-hidden)')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const scrolls = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const isInline = getComputedStyle(element).display === 'inline';
      return right > width + 0.5 || left < -0.5 || (scrolls && !isInline && element.tagName !== 'INPUT');
    })
    .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
}
