import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePlan, fitSquare, isTransparent, MAX_AVATAR_BYTES, outputFormat } from '../../../shared/image/output.ts';

const anySide = fc.integer({ min: 1, max: 12_000 });
const anyFormat = fc.constantFrom('image/png' as const, 'image/jpeg' as const);

describe('the format of an avatar', () => {
  it('is PNG where a pixel is transparent and JPEG where none is', () => {
    const opaque = [1, 2, 3, 255, 0, 0, 0, 255];
    expect(outputFormat(isTransparent(opaque))).toBe('image/jpeg');
    expect(outputFormat(isTransparent([...opaque, 9, 9, 9, 254]))).toBe('image/png');
  });
});

describe('the size of an avatar', () => {
  it('is the square’s own in whole pixels, at most 1024 and at least 1: nothing is enlarged', () => {
    expect([fitSquare(300), fitSquare(300.6), fitSquare(4000), fitSquare(0.2)]).toEqual([300, 301, 1024, 1]);
  });
});

describe('the plan to get an avatar under 1 MiB', () => {
  it('lowers the quality of a JPEG first, then its size', () => {
    const plan = encodePlan('image/jpeg', 600);
    expect(plan.map(({ side, quality }) => `${side} at ${quality}`)).toEqual([
      ...['600 at 0.92', '600 at 0.85', '600 at 0.75', '600 at 0.6'],
      ...['512 at 0.92', '512 at 0.85', '512 at 0.75', '512 at 0.6'],
      ...['256 at 0.92', '256 at 0.85', '256 at 0.75', '256 at 0.6'],
    ]);
  });

  it('can only make a PNG smaller', () => {
    expect(encodePlan('image/png', 3000)).toEqual(
      [1024, 768, 512, 256].map((side) => ({ format: 'image/png', side, quality: null })),
    );
  });

  it('tries a small picture as it is', () => {
    expect(encodePlan('image/png', 200)).toEqual([{ format: 'image/png', side: 200, quality: null }]);
  });

  it('begins with the best and never gets better again', () => {
    fc.assert(
      fc.property(anyFormat, anySide, (format, side) => {
        const plan = encodePlan(format, side);
        expect(plan[0]?.side).toBe(fitSquare(side));
        expect(plan).toEqual([...plan].sort((a, b) => b.side - a.side || (b.quality ?? 0) - (a.quality ?? 0)));
      }),
    );
  });

  it('ends with a size at which even raw pixels fit', () => {
    fc.assert(
      fc.property(anyFormat, anySide, (format, side) => {
        const last = encodePlan(format, side).at(-1)?.side ?? Infinity;
        expect(last * (last * 4 + 1) + 1000).toBeLessThanOrEqual(MAX_AVATAR_BYTES);
      }),
    );
  });
});
