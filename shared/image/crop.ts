import type { Matrix, Size } from './geometry.ts';

export type { Matrix };

/**
 * Which square of a picture is taken. All of it is relative to the picture as it stands upright, so it means the same
 * on every screen.
 */
export interface CropView {
  /** The square's centre, as parts of the picture's width and height: 0 to 1. */
  readonly x: number;
  readonly y: number;
  /** 1 = the largest square that lies in the picture at this rotation. */
  readonly zoom: number;
  /** How far the picture is turned to the right, in degrees: over -180, up to 180. */
  readonly rotation: number;
}

/** The square in the picture's pixels. Turn it to the *left* by the view's rotation to have it where it lies. */
export interface SourceSquare {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** A place or a way in the frame that shows the square; 1 is the frame's side, and 0, 0 its centre. */
export interface FramePoint {
  readonly x: number;
  readonly y: number;
}

/** A key, by its place on the keyboard (`KeyboardEvent.code`): letters and brackets differ between layouts. */
export interface CropKey {
  readonly code: string;
  readonly shiftKey: boolean;
}

/** The farthest anybody zooms in. */
export const MAX_ZOOM = 8;

/** No square smaller than this is taken, in the picture's pixels: an avatar of it would be a blur. */
export const MIN_SOURCE_SIDE = 128;

const CENTRE: FramePoint = { x: 0, y: 0 };
const ZOOM_STEP = 1.1;

/** The middle of the picture, as much of it as a square can hold. */
export const wholePicture: CropView = { x: 0.5, y: 0.5, zoom: 1, rotation: 0 };

/** The zoom at which the square is as small as it may be; 1 for a picture that is small itself. */
export function maxZoom(size: Size, rotation: number): number {
  return Math.max(1, Math.min(MAX_ZOOM, largestSide(size, rotation) / MIN_SOURCE_SIDE));
}

/**
 * The nearest view whose square lies in the picture with all four corners. Numbers that are none count as their value in
 * {@link wholePicture}.
 */
export function clampView(view: CropView, size: Size): CropView {
  const rotation = normalized(finite(view.rotation, 0));
  const zoom = clamp(finite(view.zoom, 1), 1, maxZoom(size, rotation));
  const reach = ((largestSide(size, rotation) / zoom) * spread(rotation)) / 2;
  const within = (at: number, length: number) => {
    const margin = Math.min(0.5, reach / length);
    return clamp(finite(at, 0.5), margin, 1 - margin);
  };
  return { x: within(view.x, size.width), y: within(view.y, size.height), zoom, rotation };
}

/** The square a view takes, clamped. */
export function sourceSquare(view: CropView, size: Size): SourceSquare {
  const { x, y, zoom, rotation } = clampView(view, size);
  return { x: x * size.width, y: y * size.height, side: largestSide(size, rotation) / zoom };
}

/**
 * The map from the picture's pixels to a frame of `side` pixels that shows the square: for drawing it on a canvas of
 * that size, and for showing it on the screen while it is chosen. Clamped.
 */
export function cropMatrix(view: CropView, size: Size, side: number): Matrix {
  const square = sourceSquare(view, size);
  const scale = side / square.side;
  const angle = radians(clampView(view, size).rotation);
  const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const half = side / 2;
  return [cos, sin, -sin, cos, half - cos * square.x + sin * square.y, half - sin * square.x - cos * square.y];
}

/** The picture moved under the frame, as by a drag. */
export function panned(view: CropView, size: Size, by: FramePoint): CropView {
  const from = clampView(view, size);
  return moved(from, size, by, sourceSquare(from, size).side, -1);
}

/** Zoomed by a factor; what is at the place `at` stays there, as far as the picture reaches. */
export function zoomed(view: CropView, size: Size, factor: number, at: FramePoint = CENTRE): CropView {
  const from = clampView(view, size);
  const to = clampView({ ...from, zoom: from.zoom * factor }, size);
  const shrunk = sourceSquare(from, size).side - sourceSquare(to, size).side;
  return moved({ ...from, zoom: to.zoom }, size, at, shrunk, 1);
}

/** The picture turned to the right about the frame's centre, by degrees. The square shrinks or grows to stay in it. */
export function turned(view: CropView, size: Size, degrees: number): CropView {
  const from = clampView(view, size);
  return clampView({ ...from, rotation: from.rotation + degrees }, size);
}

/**
 * What a key does: arrows move the picture by 1/50 of the frame (with Shift 1/5), plus, minus, Page Up and Page Down
 * zoom, brackets turn by a degree (with Shift a quarter), R turns a quarter to the right (with Shift to the left), 0 and
 * Home take everything back.
 * @returns null for any other key, which is then not ours
 */
export function keyed(view: CropView, size: Size, { code, shiftKey }: CropKey): CropView | null {
  const step = shiftKey ? 0.2 : 0.02;
  const turn = shiftKey ? 90 : 1;
  switch (code) {
    case 'ArrowLeft':
      return panned(view, size, { x: -step, y: 0 });
    case 'ArrowRight':
      return panned(view, size, { x: step, y: 0 });
    case 'ArrowUp':
      return panned(view, size, { x: 0, y: -step });
    case 'ArrowDown':
      return panned(view, size, { x: 0, y: step });
    case 'Equal':
    case 'NumpadAdd':
    case 'PageUp':
      return zoomed(view, size, ZOOM_STEP);
    case 'Minus':
    case 'NumpadSubtract':
    case 'PageDown':
      return zoomed(view, size, 1 / ZOOM_STEP);
    case 'BracketLeft':
      return turned(view, size, -turn);
    case 'BracketRight':
      return turned(view, size, turn);
    case 'KeyR':
      return turned(view, size, shiftKey ? -90 : 90);
    case 'Digit0':
    case 'Numpad0':
    case 'Home':
      return wholePicture;
    default:
      return null;
  }
}

/** Moves the square's centre by a way in the frame, of which one frame is `pixels` of the picture. */
function moved(view: CropView, size: Size, by: FramePoint, pixels: number, sign: 1 | -1): CropView {
  const angle = radians(view.rotation);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const x = view.x + (sign * pixels * (finite(by.x, 0) * cos + finite(by.y, 0) * sin)) / size.width;
  const y = view.y + (sign * pixels * (finite(by.y, 0) * cos - finite(by.x, 0) * sin)) / size.height;
  return clampView({ ...view, x, y }, size);
}

/** The side of the largest square in the picture that is turned so. */
const largestSide = ({ width, height }: Size, rotation: number): number => Math.min(width, height) / spread(rotation);

/** How much wider a turned square is than one that stands straight: 1 to √2. */
const spread = (rotation: number): number =>
  Math.abs(Math.cos(radians(rotation))) + Math.abs(Math.sin(radians(rotation)));

/** Over -180, up to 180. */
function normalized(degrees: number): number {
  const rest = degrees % 360;
  if (rest > 180) return rest - 360;
  return rest <= -180 ? rest + 360 : rest;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);
