/** A pause this long starts a new word, in milliseconds. */
const PAUSE = 700;

/**
 * Finds items by what is typed, as native menus do. Emoji and punctuation before the first letter do not count; one
 * letter typed again goes on to the next item that begins with it.
 * @returns a function of the key, the items' texts and the index of the present one (-1 = none); it answers the index to
 *   go to, which is the present one where nothing fits
 */
export function createTypeAhead(now: () => number = () => performance.now()) {
  let typed = '';
  let last = -Infinity;

  return (key: string, texts: readonly string[], present: number): number => {
    const at = now();
    typed = at - last > PAUSE ? key : typed + key;
    last = at;
    const wanted = new Set(typed).size === 1 ? key.toLowerCase() : typed.toLowerCase();
    // While a longer word grows, the present item may go on fitting.
    const first = wanted.length > 1 ? Math.max(present, 0) : present + 1;
    const order = texts.map((_, step) => (first + step) % texts.length);
    const found = order.find((index) => startsWith(texts[index] ?? '', wanted));
    return found ?? present;
  };
}

function startsWith(text: string, wanted: string): boolean {
  return text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .startsWith(wanted);
}
