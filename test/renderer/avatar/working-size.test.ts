import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORKING_PIXELS, WORKING_SIDE, workingSize } from '../../../renderer/avatar/working-size.ts';

describe('what is kept of a picture', () => {
  it('is all of it where that is not much', () => {
    expect(workingSize({ width: 4096, height: 4096 })).toEqual({ width: 4096, height: 4096 });
    expect(workingSize({ width: 1, height: 1 })).toEqual({ width: 1, height: 1 });
  });

  it('is less of a large one, in the same proportions and never too much', () => {
    const side = fc.integer({ min: 1, max: 12_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const kept = workingSize({ width, height });
        expect(kept.width * kept.height).toBeLessThanOrEqual(WORKING_PIXELS);
        expect(Math.max(kept.width, kept.height)).toBeLessThanOrEqual(WORKING_SIDE);
        // To a pixel, because there are no halves of them.
        expect(Math.abs(kept.width * height - kept.height * width)).toBeLessThanOrEqual(Math.max(width, height));
      }),
    );
  });
});
