import { expect, test } from 'vitest';
import { tileText } from '../../../renderer/view/tile.ts';
import type { Preset } from '../../../shared/presets.ts';
import { aState, NOW } from '../../support/popover-states.ts';

const DAY = 86_400_000;

const textOf = (id: string, now = NOW, locale: 'en' | 'ru' = 'en') => {
  const state = aState({ now, locale });
  const preset = state.presets.find((one) => one.id === id);
  if (!preset) throw new Error(`no preset ${id}`);
  return tileText(preset, now, state);
};

test('a length of time comes with the moment it ends', () => {
  expect(textOf('lunch')).toEqual({ hint: '1 h · until 14:05', end: null });
  expect(textOf('focus', NOW, 'ru')).toEqual({ hint: '2 ч · до 15:05', end: null });
});

test('the end of the day is said in words on the tile, and with its moment in full', () => {
  expect(textOf('sick')).toEqual({ hint: 'end of day', end: 'until 23:59' });
});

test('a weekday is enough while it can only be the next one', () => {
  expect(textOf('vacation')).toEqual({
    hint: 'until Mon, 9:00',
    end: 'until Mon 23 Nov, 9:00',
  });
});

test('on that weekday itself the date is written out', () => {
  expect(textOf('vacation', NOW + 3 * DAY)).toEqual({ hint: 'until Mon 30 Nov, 9:00', end: null });
});

test('a preset without an end says so', () => {
  const preset: Preset = {
    id: 'endless',
    emoji: '🌴',
    title: 'Gone',
    isAway: false,
    awayTemplate: null,
    deputy: null,
    asks: [],
    hidden: false,
    expiry: { kind: 'none' },
  };
  expect(tileText(preset, NOW, aState())).toEqual({ hint: 'until you clear it', end: null });
});

test('an end that has passed is said to have', () => {
  const rule = { kind: 'time', hour: 9, minute: 0 } as const;
  expect(tileText({ expiry: rule }, NOW, aState())).toEqual({ hint: 'this end has passed', end: null });
});

test('the working hours of the person count, and the zone of the snapshot', () => {
  const state = aState({ timeZone: 'Asia/Yekaterinburg', settings: { workEnd: { hour: 17, minute: 30 } } });
  expect(tileText({ expiry: { kind: 'endOfWorkDay' } }, NOW, state).hint).toBe('until 17:30');
});
