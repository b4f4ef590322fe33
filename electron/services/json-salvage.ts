/** What was saved of a damaged text. */
export interface Salvaged {
  readonly value: unknown;
  /** The damage is inside of the last entry of `value`, of which there may have been more. */
  readonly lastIsPartial: boolean;
}

/**
 * Reads what can be read of a JSON text that was cut off or overwritten at its end, as happens to a file when the
 * power fails: the longest beginning that is valid once its open brackets are closed. A number, string or word that is
 * not complete is not in it.
 * @returns null where not one value is complete
 */
export function salvageJson(text: string): Salvaged | null {
  const cuts = cutPoints(text);
  // Everything before the damage can be parsed and nothing after it, so the last good cut is found by halving.
  let best: Salvaged | null = null;
  let low = 0;
  let high = cuts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const parsed = parseClosed(text.slice(0, cuts[middle]));
    if (parsed) {
      best = parsed;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

/** Where a value has just ended: before each comma and after each closing bracket. */
function cutPoints(text: string): number[] {
  const cuts: number[] = [];
  scan(text, (character, index) => {
    if (character === ',') cuts.push(index);
    else if (character === '}' || character === ']') cuts.push(index + 1);
  });
  return cuts;
}

function parseClosed(text: string): Salvaged | null {
  const closers: string[] = [];
  scan(text, (character) => {
    if (character === '{') closers.push('}');
    else if (character === '[') closers.push(']');
    else if (character === '}' || character === ']') closers.pop();
  });
  try {
    const value: unknown = JSON.parse(text + closers.reverse().join(''));
    return { value, lastIsPartial: closers.length > 1 };
  } catch {
    return null;
  }
}

/** Visits all characters outside of strings. */
function scan(text: string, visit: (character: string, index: number) => void): void {
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"') inString = !inString;
    else if (!inString) visit(character, index);
    else if (character === '\\') index++;
  }
}
