/** What was saved of a damaged text. */
export interface Salvaged {
  readonly value: unknown;
  /** The damage is inside of the last entry of `value`, of which there may have been more. */
  readonly lastIsPartial: boolean;
}

/**
 * As much of a text is looked at, in characters: what is cut off further on has lost little, and what is no JSON at all
 * must not take a second or hundreds of megabytes.
 */
export const SALVAGE_LIMIT = 2 ** 19;

/**
 * A JSON text without the comments that people who edit it by hand like to put there (`// …`, and `/* … *` + `/`).
 */
export function withoutComments(text: string): string {
  if (!text.includes('/*') && !text.includes('//')) return text;
  // A string is taken as a whole, so that what looks like a comment inside of it stays.
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|\/\/[^\r\n]*|\/\*[^]*?\*\//g, (part) =>
    // As long as it was and with its line breaks, so that every place stays where it is.
    part.startsWith('"') ? part : part.replace(/[^\r\n]/g, ' '),
  );
}

/**
 * Reads what can be read of a JSON text that was cut off or overwritten at its end, as happens to a file when the
 * power fails: the longest beginning that is valid once its open brackets are closed. A number, string or word that is
 * not complete is not in it. Looks at the first {@link SALVAGE_LIMIT} characters only.
 * @returns null where not one value is complete
 */
export function salvageJson(whole: string): Salvaged | null {
  const text = whole.slice(0, SALVAGE_LIMIT);
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
