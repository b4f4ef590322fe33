import { expect, it } from 'vitest';
import { badgePlace } from '../../../renderer/avatar/draw.ts';

it('the badge lies within the circle in which colleagues see the picture, and touches it, at every size', () => {
  for (const side of [24, 96, 1024]) {
    const { x, y, radius } = badgePlace(side);
    expect(Math.hypot(x - side / 2, y - side / 2) + radius).toBeCloseTo(side / 2);
    expect(x).toBeGreaterThan(side / 2);
    expect(y).toBeGreaterThan(side / 2);
  }
});
