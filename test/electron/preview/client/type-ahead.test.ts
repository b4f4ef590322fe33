import { describe, expect, it } from 'vitest';
import { createTypeAhead } from '../../../../electron/preview/client/type-ahead.ts';

const items = ['Open', '🏖️ On vacation until Monday', '🤒 Out sick', '🍽️ Lunch', '🏠 Офис', 'Quit'];

/** Types each key after a pause in milliseconds, and says where that led. */
function type(keys: readonly [key: string, pause: number][], start = -1): number {
  let now = 0;
  const typeAhead = createTypeAhead(() => now);
  return keys.reduce((present, [key, pause]) => {
    now += pause;
    return typeAhead(key, items, present);
  }, start);
}

describe('typing in the tray menu', () => {
  it('goes to the next item that begins with the letter, whatever emoji stands before', () => {
    expect(type([['l', 0]])).toBe(3);
    expect(type([['o', 0]])).toBe(0);
    expect(type([['o', 0]], 0)).toBe(1);
  });

  it('goes on to the next one each time the letter is typed, and around', () => {
    expect(
      type([
        ['o', 0],
        ['o', 100],
      ]),
    ).toBe(1);
    expect(
      type([
        ['o', 0],
        ['o', 100],
        ['o', 100],
        ['o', 100],
      ]),
    ).toBe(0);
  });

  it('reads letters typed in quick succession as a word', () => {
    expect(
      type([
        ['o', 0],
        ['u', 100],
      ]),
    ).toBe(2);
  });

  it('starts a new word after a pause', () => {
    expect(
      type([
        ['o', 0],
        ['l', 2000],
      ]),
    ).toBe(3);
  });

  it('does not mind the case or the alphabet', () => {
    expect(type([['Q', 0]])).toBe(5);
    expect(type([['О', 0]])).toBe(4);
  });

  it('stays where it is when nothing fits', () => {
    expect(type([['z', 0]], 3)).toBe(3);
    expect(type([['z', 0]])).toBe(-1);
  });
});
