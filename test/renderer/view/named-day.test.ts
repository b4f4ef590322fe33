import { expect, test } from 'vitest';
import { otherDayText } from '../../../renderer/view/named-day.ts';
import { aState } from '../../support/states.ts';

const end = Date.parse('2026-12-11T20:59:59.999Z');

test('a message that names another day is told of in the language of the app', () => {
  const message = 'Вернусь в понедельник, 30 ноября.';
  expect(otherDayText(message, end, aState())).toBe('The message names 30 November; the status ends 11 December.');
  expect(otherDayText(message, end, aState({ locale: 'ru' }))).toBe(
    'В сообщении — 30 ноября, а статус закончится 11 декабря.',
  );
  expect(otherDayText('back on Tuesday', end, aState())).toBe(
    'The message names Tuesday; the status ends Friday 11 December.',
  );
});

test('nothing is said of a message that agrees, or of a status without an end', () => {
  expect(otherDayText('through 11 December', end, aState())).toBeNull();
  expect(otherDayText('through 1 December', null, aState())).toBeNull();
});
