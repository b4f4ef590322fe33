import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../../electron/services/json-fault.ts';

/** What stands at the fault, so that a test reads without counting. */
const at = (text: string): string | null => {
  const fault = jsonFault(text);
  return fault === null ? null : text.slice(fault);
};

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{"a": oops, "b": 1}', 'oops, "b": 1}'],
    ['{"a": 1,\n "b" 2}', '2}'],
    ['{"a": 1\n "b": 2}', '"b": 2}'],
    ['[1, 2,]', ']'],
    ['{"a": 1,}', '}'],
    ["{'a': 1}", "'a': 1}"],
    ['{a: 1}', 'a: 1}'],
    ['[1 2]', '2]'],
    ['[01]', '01]'],
    ['[1.]', '1.]'],
    ['["a\nb"]', '"a\nb"]'],
    ['["\\x"]', '"\\x"]'],
    ['[truely]', 'truely]'],
    ['[1}', '}'],
    ['{} {}', '{}'],
    ['{"a": [1, {"b": ]}', ']}'],
    ['', ''],
    ['{"a": 1', ''],
    ['{"a": "cut off', '"cut off'],
  ])('of %j', (text, rest) => {
    expect(at(text)).toBe(rest);
  });

  it('is none in JSON, and is one wherever the runtime refuses a text', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', 'x', '0', ':', '\\', '\u0001', ' '))
      .map(
        ([text, place, put]) =>
          text.slice(0, place % (text.length + 1)) + put + text.slice((place % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(jsonFault(text) === null, text).toBe(isJson);
      }),
      { numRuns: 3000 },
    );
  });
});
