import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveInGrid, type Place } from '../../renderer/view/editor-grid.ts';

/** Rows of 8, 3, 8 and 2 cells, as two groups of emoji have. */
const lengths = [8, 3, 8, 2];
const move = (row: number, column: number, key: string, ctrl = false) =>
  moveInGrid(lengths, { row, column }, key, ctrl);

describe('the keyboard in a grid', () => {
  it('goes on in the next row at the end of one, and back', () => {
    expect(move(0, 7, 'ArrowRight')).toEqual({ row: 1, column: 0 });
    expect(move(1, 0, 'ArrowLeft')).toEqual({ row: 0, column: 7 });
  });

  it('stops at both ends', () => {
    expect(move(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: 0 });
    expect(move(3, 1, 'ArrowRight')).toEqual({ row: 3, column: 1 });
    expect(move(3, 1, 'ArrowDown')).toEqual({ row: 3, column: 1 });
  });

  it('takes the last cell of a row that is too short', () => {
    expect(move(0, 6, 'ArrowDown')).toEqual({ row: 1, column: 2 });
    expect(move(2, 6, 'ArrowUp')).toEqual({ row: 1, column: 2 });
  });

  it('goes to the ends of the row, and with Ctrl to those of the grid', () => {
    expect(move(2, 3, 'Home')).toEqual({ row: 2, column: 0 });
    expect(move(2, 3, 'End')).toEqual({ row: 2, column: 7 });
    expect(move(2, 3, 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(move(2, 3, 'End', true)).toEqual({ row: 3, column: 1 });
  });

  it('goes by pages', () => {
    expect(move(0, 1, 'PageDown')).toEqual({ row: 3, column: 1 });
    expect(move(3, 1, 'PageUp')).toEqual({ row: 0, column: 1 });
  });

  it('leaves every other key alone', () => {
    expect(move(0, 0, 'a')).toBeNull();
    expect(move(0, 0, 'Tab')).toBeNull();
  });

  it('never leaves the grid', () => {
    const keys = fc.constantFrom(
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    const grids = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(grids, fc.array(fc.tuple(keys, fc.boolean())), (grid, pressed) => {
        let place: Place = { row: 0, column: 0 };
        for (const [key, ctrl] of pressed) {
          place = moveInGrid(grid, place, key, ctrl) ?? place;
          const length = grid[place.row];
          expect(length).toBeDefined();
          expect(place.column).toBeGreaterThanOrEqual(0);
          expect(place.column).toBeLessThan(length ?? 0);
        }
      }),
    );
  });
});
