import { expect, test } from 'vitest';
import { checkedText, untilText } from '../../../renderer/view/moment.ts';
import { aState, MONDAY, NOW } from '../../support/popover-states.ts';

const withProfileZone = (profile: string | null, locale: 'en' | 'ru' = 'en') =>
  aState({ locale, zones: { computer: 'Europe/Moscow', profile } });

test.each(['Europe/Moscow', 'Europe/Minsk', null])(
  'where the clocks of the profile’s zone (%s) show the same, no zone is named',
  (timeZone) => {
    expect(untilText(MONDAY, NOW, withProfileZone(timeZone))).toBe('until Mon 30 Nov, 9:00');
  },
);

test('where they show another time, the zone that counts is named, whichever of the two it is', () => {
  expect(untilText(MONDAY, NOW, withProfileZone('Asia/Yekaterinburg'))).toBe('until Mon 30 Nov, 9:00 (Moscow Time)');
  expect(untilText(MONDAY, NOW, withProfileZone('Asia/Yekaterinburg', 'ru'))).toBe('до пн 30 ноя, 9:00 (Москва)');
  const inProfileZone = { ...withProfileZone('Asia/Yekaterinburg'), timeZone: 'Asia/Yekaterinburg' };
  expect(untilText(MONDAY, NOW, inProfileZone)).toBe('until Mon 30 Nov, 11:00 (Yekaterinburg Time)');
});

test('the offset at the end counts, not the one of today', () => {
  // London and UTC agree in November and differ in July.
  const state = aState({ timeZone: 'UTC', zones: { computer: 'UTC', profile: 'Europe/London' } });
  expect(untilText(MONDAY, NOW, state)).not.toContain('(');
  expect(untilText(Date.UTC(2027, 6, 5, 9), NOW, state)).toContain('(');
});

test('a zone that this computer does not know is passed over', () => {
  expect(untilText(MONDAY, NOW, withProfileZone('Mars/Olympus'))).toBe('until Mon 30 Nov, 9:00');
});

test('without an end there is no zone', () => {
  expect(untilText(null, NOW, withProfileZone('Asia/Yekaterinburg'))).toBe('until you clear it');
});

test('the last check is “just now” for a minute, then a moment', () => {
  expect(checkedText(NOW, NOW + 59_999, aState())).toBe('just now');
  expect(checkedText(NOW, NOW + 60_000, aState())).toBe('13:05');
});
