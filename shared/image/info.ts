import { appError } from '../errors.ts';
import { fail } from '../result.ts';
import type { Result } from '../result.ts';
import type { Orientation } from './geometry.ts';

/** What kind of image a file is, by its content. */
export type ImageType = 'png' | 'jpeg' | 'webp' | 'gif' | 'heic';

/** What a file says of itself. Nothing has been decoded, so the picture's data may still turn out to be damaged. */
export interface ImageInfo {
  readonly type: ImageType;
  /** In pixels, as stored: before `orientation` is applied (`uprightSize` is after). */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** More than one frame. Only the first is of use for an avatar. */
  readonly animated: boolean;
  /** How many there are, counted and not believed. An image sequence in a HEIC counts as its cover: 1. */
  readonly frames: number;
  /** The format says that pixels may be transparent; they need not be. */
  readonly hasAlpha: boolean;
  /**
   * Everything in the file that is not the picture, each name once: `EXIF`, `GPS` (a location inside the EXIF), `XMP`,
   * `IPTC`, `ICC`, `text`, `comment`, `trailing data`, or the format's own name of a block (`pHYs`, `APP2`).
   */
  readonly metadata: readonly string[];
}

/** A part of a file: from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a reader found: what the file says, and where in it the picture is. All that is outside `picture` is metadata. */
export interface Parsed {
  readonly info: ImageInfo;
  readonly picture: readonly Span[];
}

/** The refusal of a damaged file. `reason` is for logs. */
export const broken = (reason: string): Result<never> => fail(appError('image_broken', { reason }));

/** The refusal of an image of a kind we know and do not take. `type` is its name in every language, such as `TIFF`. */
export const unsupported = (type: string): Result<never> => fail(appError('image_unsupported', { type }));

/** The refusal of an animation without a picture in it. */
export const noFrames = (): Result<never> => fail(appError('image_no_frames', {}));

/** Adds a span, as part of the one before where they touch: the list stays short however small the parts are. */
export function addSpan(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last?.end === start) spans[spans.length - 1] = { start: last.start, end };
  else spans.push({ start, end });
}

export type { Size } from './geometry.ts';
