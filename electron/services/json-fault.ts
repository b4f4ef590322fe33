/** What may come next in a text of JSON. */
type Expected = 'value' | 'value or ]' | 'key or }' | 'key' | 'colon' | 'comma or ]' | 'comma or }' | 'end';

const blank = /[ \t\r\n]*/y;
// The control characters are those that RFC 8259 forbids in a string.
/* eslint-disable no-control-regex */
// Numbers, words, and strings without line breaks and with known escapes only, as RFC 8259 has them.
const scalar =
  /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
/* eslint-enable no-control-regex */

/**
 * Where a text stops being JSON, for whoever mends it: V8 does not say it of an unexpected token, and words it differently
 * from version to version.
 * @returns the offset in UTF-16 units, which is the text's length where something is missing at its end; null = it is JSON
 */
export function jsonFault(text: string): number | null {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const afterValue = (): Expected => {
    const inside = open.at(-1);
    return inside === undefined ? 'end' : inside === '[' ? 'comma or ]' : 'comma or }';
  };
  for (;;) {
    at += matchAt(blank, text, at).length;
    const character = text[at];
    if (character === undefined) return expected === 'end' ? null : at;
    const token = matchAt(scalar, text, at);
    const next = follow(expected, character, token, open, afterValue);
    if (next === null) return at;
    expected = next;
    at += token === '' ? 1 : token.length;
  }
}

/** What comes after a piece where it may stand; null where it may not. Opens and closes brackets in `open`. */
function follow(
  expected: Expected,
  character: string,
  token: string,
  open: ('[' | '{')[],
  afterValue: () => Expected,
): Expected | null {
  const isClosing = (expected.endsWith(']') && character === ']') || (expected.endsWith('}') && character === '}');
  if (isClosing) {
    open.pop();
    return afterValue();
  }
  switch (expected) {
    case 'value':
    case 'value or ]':
      if (token !== '') return afterValue();
      if (character !== '[' && character !== '{') return null;
      open.push(character);
      return character === '[' ? 'value or ]' : 'key or }';
    case 'key':
    case 'key or }':
      return token.startsWith('"') ? 'colon' : null;
    case 'colon':
      return character === ':' ? 'value' : null;
    case 'comma or ]':
      return character === ',' ? 'value' : null;
    case 'comma or }':
      return character === ',' ? 'key' : null;
    case 'end':
      return null;
  }
}

function matchAt(regex: RegExp, text: string, at: number): string {
  regex.lastIndex = at;
  return regex.exec(text)?.[0] ?? '';
}
