import { expect, test } from 'vitest';
import { initials } from '../../../renderer/view/initials.ts';

test.each([
  ['the first and the last name give a letter each', 'Oleg Petrov', 'OP'],
  ['names in between are left out', 'Anna Maria von Trapp', 'AT'],
  ['one name gives one letter', 'Cher', 'C'],
  ['small letters become capital ones', 'олег петров', 'ОП'],
  ['a letter keeps its marks', 'e\u0301lise и\u0306', 'E\u0301И\u0306'],
  ['signs and emoji are no letters', '«Олег» 🏖️ Петров', 'ОП'],
])('%s', (_, name, letters) => {
  expect(initials({ name, nickname: 'nick' }, 'ru')).toBe(letters);
});

test.each([null, '', '   '])('without a name (%j) the nickname stands in', (name) => {
  expect(initials({ name, nickname: 'olegp' }, 'en')).toBe('O');
});

test.each([null, '', '🏖️'])('with neither name nor letters there are no initials (%j)', (nickname) => {
  expect(initials({ name: null, nickname }, 'en')).toBeNull();
});
