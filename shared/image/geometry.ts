/** Width and height, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An affine map in the order of `DOMMatrix`, `canvas.setTransform` and CSS `matrix()`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** How a picture is to be turned or mirrored before it is shown: the values of EXIF's tag 0x0112; 1 = as it is. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
