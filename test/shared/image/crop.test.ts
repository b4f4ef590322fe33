import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampView,
  cropMatrix,
  type CropView,
  keyed,
  type Matrix,
  maxZoom,
  MIN_SOURCE_SIDE,
  panned,
  sourceSquare,
  turned,
  wholePicture,
  zoomed,
} from '../../../shared/image/crop.ts';

const photo = { width: 3000, height: 2000 };

const anySize = fc.record({ width: fc.integer({ min: 1, max: 12_000 }), height: fc.integer({ min: 1, max: 12_000 }) });
const number = (range: number) => fc.double({ min: -range, max: range, noNaN: true });
const anyView: fc.Arbitrary<CropView> = fc.record({
  x: number(3),
  y: number(3),
  zoom: number(20),
  rotation: number(1000),
});

/** Where in the picture a place of the frame lies. */
function fromFrame([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  const determinant = a * d - b * c;
  const [dx, dy] = [x - e, y - f];
  return { x: (d * dx - c * dy) / determinant, y: (a * dy - b * dx) / determinant };
}

const SIDE = 256;
const corners = (view: CropView, size = photo) => {
  const matrix = cropMatrix(view, size, SIDE);
  return [
    fromFrame(matrix, 0, 0),
    fromFrame(matrix, SIDE, 0),
    fromFrame(matrix, SIDE, SIDE),
    fromFrame(matrix, 0, SIDE),
  ];
};

describe('the square that is taken', () => {
  it('is at first the largest in the middle', () => {
    expect(sourceSquare(wholePicture, photo)).toEqual({ x: 1500, y: 1000, side: 2000 });
    expect(rounded(corners(wholePicture))).toEqual([
      { x: 500, y: 0 },
      { x: 2500, y: 0 },
      { x: 2500, y: 2000 },
      { x: 500, y: 2000 },
    ]);
  });

  it('lies in the picture with all four corners, whatever is asked for', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        const slack = 1e-6 * Math.max(size.width, size.height);
        for (const { x, y } of corners(view, size)) {
          expect(x).toBeGreaterThanOrEqual(-slack);
          expect(y).toBeGreaterThanOrEqual(-slack);
          expect(x).toBeLessThanOrEqual(size.width + slack);
          expect(y).toBeLessThanOrEqual(size.height + slack);
        }
      }),
    );
  });

  it('is a square: four sides of its side, and diagonals that are equally long', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        const [a, b, c, d] = corners(view, size) as [Point, Point, Point, Point];
        const { side } = sourceSquare(view, size);
        for (const [from, to] of [
          [a, b],
          [b, c],
          [c, d],
          [d, a],
        ] as const) {
          expect(distance(from, to) / side).toBeCloseTo(1, 6);
        }
        expect(distance(a, c) / distance(b, d)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('touches the picture’s edge at zoom 1: none that is turned so could be larger', () => {
    fc.assert(
      fc.property(anySize, number(180), (size, rotation) => {
        const points = corners({ ...wholePicture, rotation }, size);
        const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
        const slack = Math.min(
          Math.abs(size.width - (Math.max(...xs) - Math.min(...xs))),
          Math.abs(size.height - (Math.max(...ys) - Math.min(...ys))),
        );
        expect(slack).toBeCloseTo(0, 6);
      }),
    );
  });

  it('is never smaller than 128 pixels of a picture that has as many', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        const largest = sourceSquare({ ...view, zoom: 1 }, size).side;
        expect(sourceSquare(view, size).side).toBeGreaterThanOrEqual(Math.min(largest, MIN_SOURCE_SIDE) - 1e-9);
      }),
    );
    expect(maxZoom({ width: 100, height: 100 }, 0)).toBe(1);
    expect(maxZoom({ width: 512, height: 600 }, 0)).toBe(4);
    expect(maxZoom({ width: 9000, height: 9000 }, 0)).toBe(8);
  });

  it('stays as it is once clamped', () => {
    fc.assert(
      fc.property(anyView, anySize, (view, size) => {
        const once = clampView(view, size);
        const twice = clampView(once, size);
        for (const key of ['x', 'y', 'zoom', 'rotation'] as const) expect(twice[key]).toBeCloseTo(once[key], 9);
      }),
    );
  });

  it('is the whole picture’s where the numbers are none', () => {
    expect(clampView({ x: NaN, y: Infinity, zoom: NaN, rotation: -Infinity }, photo)).toEqual(wholePicture);
  });
});

describe('the map for drawing', () => {
  it('turns the picture to the right', () => {
    // The picture's upper edge is on the right of the frame after a quarter turn.
    const right = fromFrame(cropMatrix({ ...wholePicture, rotation: 90 }, photo, SIDE), SIDE, SIDE / 2);
    expect(right.x).toBeCloseTo(1500);
    expect(right.y).toBeCloseTo(0);
  });
});

describe('moving', () => {
  const zoomedIn: CropView = { ...wholePicture, zoom: 4 };

  it('takes what is under the pointer along, at any rotation', () => {
    for (const rotation of [0, 30, 90, -135]) {
      const view = { ...zoomedIn, rotation };
      const before = fromFrame(cropMatrix(view, photo, 1), 0.5, 0.5);
      const after = fromFrame(cropMatrix(panned(view, photo, { x: 0.1, y: -0.2 }), photo, 1), 0.6, 0.3);
      expect(after.x).toBeCloseTo(before.x);
      expect(after.y).toBeCloseTo(before.y);
    }
  });

  it('stops at the picture’s edge', () => {
    expect(sourceSquare(panned(wholePicture, photo, { x: 5, y: 5 }), photo)).toEqual({ x: 1000, y: 1000, side: 2000 });
    const [left] = rounded([sourceSquare(panned(wholePicture, photo, { x: -5, y: 0 }), photo)]);
    expect(left).toEqual({ x: 2000, y: 1000 });
  });
});

describe('zooming', () => {
  it('keeps what is under the pointer where it is', () => {
    for (const rotation of [0, 45, 180]) {
      const view: CropView = { ...wholePicture, zoom: 2, rotation };
      const at = { x: 0.25, y: -0.25 };
      const before = fromFrame(cropMatrix(view, photo, 1), 0.75, 0.25);
      const after = fromFrame(cropMatrix(zoomed(view, photo, 1.5, at), photo, 1), 0.75, 0.25);
      expect(after.x).toBeCloseTo(before.x);
      expect(after.y).toBeCloseTo(before.y);
    }
  });

  it('ends where the square would be larger than the picture, or too small', () => {
    expect(zoomed(wholePicture, photo, 0.5).zoom).toBe(1);
    expect(zoomed(wholePicture, photo, 1000).zoom).toBe(8);
  });

  it('does not move what it cannot enlarge any more', () => {
    const closest = zoomed(wholePicture, photo, 1000, { x: 0.3, y: 0.3 });
    expect(zoomed(closest, photo, 2, { x: -0.5, y: 0.5 })).toEqual(closest);
  });
});

describe('turning', () => {
  it('is the same after four quarters', () => {
    const back = [90, 90, 90, 90].reduce((view, degrees) => turned(view, photo, degrees), wholePicture);
    expect(back).toEqual(wholePicture);
  });

  it('counts from over -180 up to 180 degrees', () => {
    expect([170, 190, 360, 540, -180, -190].map((degrees) => turned(wholePicture, photo, degrees).rotation)).toEqual([
      170, -170, 0, 180, 180, 170,
    ]);
  });
});

describe('keys', () => {
  const press = (code: string, shiftKey = false, view: CropView = { ...wholePicture, zoom: 2 }) =>
    keyed(view, photo, { code, shiftKey });

  it('move the picture as a drag in that direction does', () => {
    const view: CropView = { ...wholePicture, zoom: 2 };
    expect(press('ArrowRight')).toEqual(panned(view, photo, { x: 0.02, y: 0 }));
    expect(press('ArrowLeft', true)).toEqual(panned(view, photo, { x: -0.2, y: 0 }));
    expect(press('ArrowUp')).toEqual(panned(view, photo, { x: 0, y: -0.02 }));
    expect(press('ArrowDown', true)).toEqual(panned(view, photo, { x: 0, y: 0.2 }));
  });

  it('zoom in and out again to where it was', () => {
    for (const [closer, farther] of [
      ['Equal', 'Minus'],
      ['NumpadAdd', 'NumpadSubtract'],
      ['PageUp', 'PageDown'],
    ] as const) {
      const view = press(closer);
      expect(view?.zoom).toBeCloseTo(2.2);
      expect(view && press(farther, false, view)?.zoom).toBeCloseTo(2);
    }
  });

  it('turn by a degree or a quarter', () => {
    expect(press('BracketRight')?.rotation).toBe(1);
    expect(press('BracketLeft', true)?.rotation).toBe(-90);
    expect(press('KeyR')?.rotation).toBe(90);
    expect(press('KeyR', true)?.rotation).toBe(-90);
  });

  it('take everything back', () => {
    for (const code of ['Digit0', 'Numpad0', 'Home']) expect(press(code)).toEqual(wholePicture);
  });

  it('that mean nothing here are left to others', () => {
    for (const code of ['Tab', 'Escape', 'Enter', 'KeyA']) expect(press(code)).toBeNull();
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** To a thousandth of a pixel: the map goes through sines and cosines. */
const rounded = (points: readonly Point[]): Point[] =>
  points.map(({ x, y }) => ({ x: Math.round(x * 1000) / 1000, y: Math.round(y * 1000) / 1000 }));

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
