import { test } from '../../support/popover.ts';
import { ok } from '../../../shared/result.ts';
import { aState, aStatus, NOW, signedIn, anAccount } from '../../support/popover-states.ts';
import { appError } from '../../../shared/errors.ts';
import { fail } from '../../../shared/result.ts';
import { neededScopes } from '../../../shared/scopes.ts';
const people = ok({ people: [{ userId: 2, name: 'Анна Иванова', nickname: 'ivanova' }, { userId: 3, name: 'Pavel Ivanov', nickname: 'ivanov' }, { userId: 4, name: null, nickname: 'ivan' }], next: 'x' });
const draft = { emoji: '🏖️', title: 'В отпуске', isAway: true, awayTemplate: 'Я в отпуске, вернусь {until}. По срочным вопросам — {deputy}', deputy: { userId: 3, nickname: 'ivanov', name: 'Павел Иванов' }, expiry: { kind: 'nextWeekday' as const, weekday: 1 as const }, phrase: '', wayBack: null };
for (const locale of ['en', 'ru'] as const)
  for (const theme of ['light', 'dark'] as const) {
    const scopes = [...neededScopes, 'users:read'];
    const session = signedIn({ account: anAccount(locale === 'ru' ? { name: 'Олег Петров' } : {}), scopes });
    const base = { locale, session, settings: { theme } };
    const en = locale === 'en';
    const dr = en ? { ...draft, title: 'On vacation', awayTemplate: 'I’m on vacation and will be back {until}. For anything urgent, write to {deputy}.' } : draft;
    const shot = (name: string) => `/tmp/shots/${name}-${locale}-${theme}.png`;
    const openNew = async (page: import('playwright/test').Page) => {
      await page.getByRole('button', { name: en ? 'Write the status' : 'Написать статус' }).click();
      await page.waitForSelector('.editor');
    };
    test(`main ${locale} ${theme}`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState({ ...base, draft: dr }));
      await page.screenshot({ path: shot('00-home') });
      await openNew(page);
      await page.screenshot({ path: shot('01-vacation') });
      await page.locator('.editor__body').evaluate((e) => e.scrollTo(0, 9999));
      await page.screenshot({ path: shot('02-vacation-bottom') });
    });
    test(`blank ${locale} ${theme}`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState({ ...base, status: { current: aStatus() }, zones: { computer: 'Europe/Moscow', profile: 'Asia/Yekaterinburg' } }));
      await openNew(page);
      await page.screenshot({ path: shot('03-blank') });
      await page.getByLabel(en ? 'Until when, in' : 'До какого времени, своими').fill(en ? '2h' : 'до 10 декабря');
      await page.screenshot({ path: shot('04-phrase') });
      await page.locator('.editor__body').evaluate((e) => e.scrollTo(0, 9999));
      await page.screenshot({ path: shot('05-phrase-bottom') });
      await page.getByLabel(en ? 'Until when, in' : 'До какого времени, своими').fill(en ? 'until blah' : 'до понеде');
      await page.keyboard.press('Enter');
      await page.screenshot({ path: shot('06-unclear') });
    });
    test(`picker ${locale} ${theme}`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState(base));
      await page.getByRole('button', { name: en ? 'Choose an emoji' : 'Выбрать эмодзи' }).click();
      await page.waitForSelector('.picker__cell');
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
      await page.screenshot({ path: shot('07-picker') });
      await page.getByRole('combobox').fill(en ? 'отпуск' : 'отпуск');
      await page.waitForTimeout(200);
      await page.screenshot({ path: shot('08-picker-search') });
    });
    test(`away ${locale} ${theme}`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState({ ...base, draft: { ...dr, deputy: null, awayTemplate: dr.awayTemplate + ' {foo}', expiry: { kind: 'none' } } }));
      await popover.answer('people.search', people);
      await openNew(page);
      await page.getByRole('combobox').fill('ivan');
      await page.waitForSelector('.deputy__option:nth-child(3)');
      await page.screenshot({ path: shot('09-deputy') });
      await page.locator('.deputy').evaluate((e) => e.scrollIntoView());
      await page.screenshot({ path: shot('10-deputy2') });
    });
    test(`fail ${locale} ${theme}`, async ({ popover }) => {
      const { page } = popover;
      await popover.open(aState({ ...base, status: { current: aStatus() } }));
      await popover.answer('status.set', fail(appError('insufficient_scope', { scope: 'profile_status:write' }, 'req-1')));
      await page.getByRole('button', { name: en ? 'Edit' : 'Изменить' }).click();
      await page.waitForSelector('.editor');
      await page.screenshot({ path: shot('11-edit') });
      await page.keyboard.press('Enter');
      await page.waitForSelector('.note');
      await page.screenshot({ path: shot('12-failed') });
      await page.locator('.editor__body').evaluate((e) => e.scrollTo(0, 9999));
      await page.screenshot({ path: shot('13-edit-bottom') });
    });
  }
void NOW;
