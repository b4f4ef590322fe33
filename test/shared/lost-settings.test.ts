import { expect, test } from 'vitest';
import { appError } from '../../shared/errors.ts';
import { errorText } from '../../shared/i18n/index.ts';

const advice = (locale: 'en' | 'ru', lost: string[]) =>
  errorText(locale, appError('settings_recovered', { backup: 'config.broken-1.json', lost })).advice;

test('a damaged settings file says in a person’s words what it cost, each thing once', () => {
  const lost = ['workStart', 'workEnd', 'accounts[0].name', 'accounts[1]', 'accountData[0].draft', 'presets[3]'];
  expect(advice('en', lost)).toBe(
    'Could not be read: working hours, accounts, the draft, presets. The damaged file was kept as config.broken-1.json.',
  );
  expect(advice('ru', ['theme', 'accountData[0].recents'])).toContain('оформление, недавние статусы');
});

test('what has no name is not hidden', () => {
  expect(advice('en', ['version', 'accountData[2]'])).toContain('Could not be read: other settings.');
});
