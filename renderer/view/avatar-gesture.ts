/** A place on the page, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the pointers on the frame did between two moments. */
export interface Gesture {
  /** How far they went, on average. */
  readonly by: Point;
  /** How much farther apart the first two are. */
  readonly factor: number;
  /** How far the first two turned to the right. */
  readonly degrees: number;
  /** The middle between them, where they are now. */
  readonly at: Point;
}

/** Fingers nearer to each other than this, in pixels, say nothing about size or angle. */
const NEAR = 8;

/**
 * What the pointers did: one moves, two move, zoom and turn as on a map.
 * @param before where they were, in the order in which they came down
 * @param after where the same ones are
 */
export function gestureOf(before: readonly Point[], after: readonly Point[]): Gesture {
  const [from, at] = [middle(before), middle(after)];
  const by = { x: at.x - from.x, y: at.y - from.y };
  const [was, is] = [between(before), between(after)];
  if (!was || !is || was.distance < NEAR || is.distance < NEAR) return { by, factor: 1, degrees: 0, at };
  const turn = ((is.angle - was.angle) * 180) / Math.PI;
  return { by, factor: is.distance / was.distance, degrees: turn - 360 * Math.round(turn / 360), at };
}

/** What a turn of the wheel zooms by. A pinch on a trackpad comes as a wheel with Control, in smaller steps. */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = deltaY * (deltaMode === 0 ? 1 : deltaMode === 1 ? 16 : 320);
  const step = Math.max(-200, Math.min(200, pixels));
  return Math.exp(-step * (ctrlKey ? 0.01 : 0.002));
}

function middle(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / count, y: sum.y / count };
}

function between([first, second]: readonly Point[]): { distance: number; angle: number } | null {
  if (!first || !second) return null;
  const [dx, dy] = [second.x - first.x, second.y - first.y];
  return { distance: Math.hypot(dx, dy), angle: Math.atan2(dy, dx) };
}
