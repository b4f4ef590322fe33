import { expect, test } from 'vitest';
import { accountLine, accountName } from '../../shared/account-summary.ts';
import { appError } from '../../shared/errors.ts';
import { aMeeting, aStatus, MONDAY, NOW } from '../support/popover-states.ts';
import { anAccountSummary } from '../support/token-states.ts';

test('an account is called what the person called it, else by its nickname, else it has no name', () => {
  expect(accountName(anAccountSummary(), 'en')).toBe('Oleg Petrov');
  expect(accountName(anAccountSummary({ label: null }), 'en')).toBe('@olegp');
  expect(accountName(anAccountSummary({ label: null, nickname: null }), 'ru')).toBe('Без имени');
});

test('an account says what stands in its way before what colleagues see there', () => {
  const problem = appError('token_revoked', { message: null });
  expect(accountLine(anAccountSummary({ status: aMeeting(), problem }), NOW, 'en')).toBe('This token no longer works');
  expect(accountLine(anAccountSummary({ status: aMeeting() }), NOW, 'en')).toBe('📅 In a meeting');
});

test('an ended status is not shown as current', () => {
  const account = anAccountSummary({ status: aStatus() });
  expect(accountLine(account, MONDAY - 1, 'en')).toBe('🏖️ On vacation');
  expect(accountLine(account, MONDAY, 'en')).toBe('No status');
});
