/** A place in a grid of rows that may be of different length. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows a page is. */
const PAGE = 5;

/**
 * Where a key leads from a place in a grid: on by reading order, up and down in the column, Home and End within the row, with
 * Ctrl to the grid's ends. Null = the key has nothing to do with it.
 * @param lengths how many cells each row has; none is empty
 */
export function moveInGrid(
  lengths: readonly number[],
  { row, column }: Place,
  key: string,
  ctrl: boolean,
): Place | null {
  const lastRow = lengths.length - 1;
  const lastOf = (index: number): number => (lengths[index] ?? 1) - 1;
  const inRow = (index: number): Place => {
    const target = Math.min(Math.max(index, 0), lastRow);
    return { row: target, column: Math.min(column, lastOf(target)) };
  };
  switch (key) {
    case 'ArrowRight':
      if (column < lastOf(row)) return { row, column: column + 1 };
      return row < lastRow ? { row: row + 1, column: 0 } : { row, column };
    case 'ArrowLeft':
      if (column > 0) return { row, column: column - 1 };
      return row > 0 ? { row: row - 1, column: lastOf(row - 1) } : { row, column };
    case 'ArrowDown':
      return inRow(row + 1);
    case 'ArrowUp':
      return inRow(row - 1);
    case 'PageDown':
      return inRow(row + PAGE);
    case 'PageUp':
      return inRow(row - PAGE);
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: lastRow, column: lastOf(lastRow) } : { row, column: lastOf(row) };
    default:
      return null;
  }
}
