import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { salvageJson } from '../../../electron/services/json-salvage.ts';

describe('what is saved of a damaged JSON text', () => {
  it.each([
    ['is cut in a value', '{"a":1,"b":"tw', { a: 1 }],
    ['is cut in a nested value', '{"a":1,"b":[{"c":2},{"d":3,"e":', { a: 1, b: [{ c: 2 }, { d: 3 }] }],
    ['is cut after a comma', '{"a":1,', { a: 1 }],
    ['ends in NULs', '{"a":1,"b":2\0\0\0\0', { a: 1 }],
    ['ends in the rest of an older, longer file', '{"a":1}er"}', { a: 1 }],
    ['has garbage in the middle', '{"a":1,@@,"c":3}', { a: 1 }],
    ['has brackets, commas and quotes in its strings', '{"a":"}],\\"{[","b":2,"c', { a: '}],"{[', b: 2 }],
  ])('is all that was complete, when it %s', (_title, text, saved) => {
    expect(salvageJson(text)?.value).toEqual(saved);
  });

  it.each(['', '\0\0\0\0', '{', '{"a":', 'nonsense', '"a'])('is nothing where nothing was complete: %j', (text) => {
    expect(salvageJson(text)).toBeNull();
  });

  it.each([
    ['{"a":1,"b":"tw', false],
    ['{"a":1,"b":[2],', false],
    ['{"a":1,"b":[2,', true],
    ['{"a":1,"b":[{"c":2}', true],
  ])('tells whether its last entry may have had more: %s', (text, lastIsPartial) => {
    expect(salvageJson(text)?.lastIsPartial).toBe(lastIsPartial);
  });

  it('is the same for any text that is whole and closed by a bracket', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(salvageJson(JSON.stringify([value]))).toEqual({
          value: JSON.parse(JSON.stringify([value])) as unknown,
          lastIsPartial: false,
        });
      }),
    );
  });

  it('holds each key that was complete, wherever an object is cut', () => {
    const cutObject = fc
      .dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
      .chain((object) => fc.tuple(fc.constant(object), fc.nat(JSON.stringify(object).length)));
    fc.assert(
      fc.property(cutObject, ([object, length]) => {
        const whole = JSON.stringify(object);
        const saved = salvageJson(whole.slice(0, length))?.value ?? {};
        const entries = Object.entries(JSON.parse(whole) as Record<string, unknown>);
        const savedEntries = Object.entries(saved);
        // All but the last are whole; the last one may have been cut inside.
        expect(savedEntries.slice(0, -1)).toEqual(entries.slice(0, Math.max(0, savedEntries.length - 1)));
      }),
    );
  });

  it('is found in reasonable time, also in a large file of nothing but brackets and commas', () => {
    const started = performance.now();
    salvageJson('[,'.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
