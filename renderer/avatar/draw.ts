import { cropMatrix, type CropView } from '../../shared/image/crop.ts';
import type { Picture } from './picture.ts';

/** A canvas to draw on, on the page or off it. */
export type Drawing = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** The square of a picture, with what lies on it. */
export interface Face {
  readonly picture: Picture;
  readonly view: CropView;
  /** Null = no badge. */
  readonly emoji: string | null;
}

/** Where a square of one side lies on the canvas, in its pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The fonts that draw emoji in colour, as in base.css. */
const EMOJI_FONTS = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';

/** How much of the disc's width an emoji fills. */
const FILL = 0.74;

/**
 * Where the badge lies on a square of a side: at the lower right, and within the circle in which colleagues see the
 * square, which it touches.
 */
export function badgePlace(side: number): { readonly x: number; readonly y: number; readonly radius: number } {
  const radius = side * 0.165;
  const centre = side / 2 + (side / 2 - radius) * Math.SQRT1_2;
  return { x: centre, y: centre, radius };
}

/** Draws a face, and what of the picture lies around its square. */
export function drawFace(context: Drawing, { picture, view, emoji }: Face, place: Place): void {
  const [a, b, c, d, e, f] = cropMatrix(view, picture.size, place.side);
  context.imageSmoothingQuality = 'high';
  context.setTransform(a, b, c, d, e + place.x, f + place.y);
  context.drawImage(picture.bitmap, 0, 0);
  context.setTransform(1, 0, 0, 1, place.x, place.y);
  if (emoji !== null) drawBadge(context, emoji, place.side);
}

function drawBadge(context: Drawing, emoji: string, side: number): void {
  const { x, y, radius } = badgePlace(side);
  context.fillStyle = '#ffffff';
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();

  // Emoji are of different sizes in their fonts: the first drawing that nobody sees tells how large this one is.
  const fontOf = (size: number) => `${size}px ${EMOJI_FONTS}`;
  context.font = fontOf(100);
  const probe = context.measureText(emoji);
  const largest = Math.max(
    probe.actualBoundingBoxLeft + probe.actualBoundingBoxRight,
    probe.actualBoundingBoxAscent + probe.actualBoundingBoxDescent,
    1,
  );
  context.font = fontOf((100 * 2 * radius * FILL) / largest);
  const box = context.measureText(emoji);
  context.fillStyle = '#1b1b1f';
  context.fillText(
    emoji,
    x + (box.actualBoundingBoxLeft - box.actualBoundingBoxRight) / 2,
    y + (box.actualBoundingBoxAscent - box.actualBoundingBoxDescent) / 2,
  );
}
