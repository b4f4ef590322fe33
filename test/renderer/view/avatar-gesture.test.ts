import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gestureOf, wheelFactor } from '../../../renderer/view/avatar-gesture.ts';

const point = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) });

describe('pointers on the frame', () => {
  it('move the picture when there is one', () => {
    expect(gestureOf([{ x: 10, y: 10 }], [{ x: 13, y: 6 }])).toEqual({
      by: { x: 3, y: -4 },
      factor: 1,
      degrees: 0,
      at: { x: 13, y: 6 },
    });
  });

  it('zoom by how much farther apart two are, and turn as they turn', () => {
    const before = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    const after = [
      { x: 50, y: -100 },
      { x: 50, y: 100 },
    ];
    const { by, factor, degrees, at } = gestureOf(before, after);
    expect(by).toEqual({ x: 0, y: 0 });
    expect(at).toEqual({ x: 50, y: 0 });
    expect(factor).toBeCloseTo(2);
    expect(degrees).toBeCloseTo(90);
  });

  it('turn the short way round', () => {
    const at = (angle: number) => [
      { x: 0, y: 0 },
      { x: 100 * Math.cos(angle), y: 100 * Math.sin(angle) },
    ];
    expect(gestureOf(at(Math.PI - 0.1), at(-Math.PI + 0.1)).degrees).toBeCloseTo((0.2 * 180) / Math.PI);
  });

  it('say nothing of size and angle while they are all but one', () => {
    expect(
      gestureOf(
        [
          { x: 0, y: 0 },
          { x: 1, y: 0 },
        ],
        [
          { x: 0, y: 0 },
          { x: 0, y: 60 },
        ],
      ),
    ).toMatchObject({ factor: 1, degrees: 0 });
  });

  it('never make a number that is none, and what is taken back is taken back', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 3 }), fc.array(point, { maxLength: 3 }), (before, after) => {
        const there = gestureOf(before, after);
        const back = gestureOf(after, before);
        for (const value of [there.by.x, there.by.y, there.factor, there.degrees]) expect(value).not.toBeNaN();
        expect(there.factor * back.factor).toBeCloseTo(1);
        expect(there.by.x + back.by.x).toBeCloseTo(0);
      }),
    );
  });
});

describe('the wheel', () => {
  const turn = (deltaY: number, over: Partial<Pick<WheelEvent, 'deltaMode' | 'ctrlKey'>> = {}) =>
    wheelFactor({ deltaY, deltaMode: 0, ctrlKey: false, ...over });

  it('zooms in when it is turned away, and out when it is turned back, by as much', () => {
    expect(turn(-100)).toBeGreaterThan(1);
    expect(turn(-100) * turn(100)).toBeCloseTo(1);
  });

  it('zooms alike whether it counts in pixels or lines, and never in leaps', () => {
    expect(turn(-3, { deltaMode: 1 })).toBeCloseTo(turn(-48));
    expect(turn(-1e9)).toBeLessThan(2);
  });

  it('follows a pinch on a trackpad more closely', () => {
    expect(turn(-10, { ctrlKey: true })).toBeGreaterThan(turn(-10));
  });
});
