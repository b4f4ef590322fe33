import type { Rectangle, Size } from 'electron';

/** Where a popover has to fit: all in the screen's coordinates, which are negative left of and above the main display. */
export interface Surroundings {
  /** The tray icon; null where the system does not tell (Linux), or has not laid the icon out yet. */
  readonly tray: Rectangle | null;
  /** The display the icon is on, and its part that bars leave free. */
  readonly display: { readonly bounds: Rectangle; readonly workArea: Rectangle };
}

/** Space between the bar and the popover, in device-independent pixels. */
const GAP = 4;

type Edge = 'top' | 'bottom' | 'left' | 'right';

/**
 * Places a popover beside the tray icon: centred on it along the bar, just off the bar across it, and wholly inside the
 * work area. Where the work area is smaller than the popover, the popover shrinks to it.
 * @param size what the popover would like to have
 */
export function placePopover({ tray, display }: Surroundings, size: Size, platform: NodeJS.Platform): Rectangle {
  const { workArea } = display;
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  const wanted = tray ? beside(tray, edgeOf(tray, workArea), { width, height }) : corner(display, platform);
  return {
    x: clamp(Math.round(wanted.x), workArea.x, workArea.x + workArea.width - width),
    y: clamp(Math.round(wanted.y), workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

/** The side of the work area the icon's bar is at: the icon is beyond it or, with a bar that hides itself, nearest to it. */
function edgeOf(tray: Rectangle, area: Rectangle): Edge {
  const x = tray.x + tray.width / 2;
  const y = tray.y + tray.height / 2;
  const distances: readonly (readonly [Edge, number])[] = [
    ['top', y - area.y],
    ['bottom', area.y + area.height - y],
    ['left', x - area.x],
    ['right', area.x + area.width - x],
  ];
  return distances.reduce((nearest, other) => (other[1] < nearest[1] ? other : nearest))[0];
}

function beside(tray: Rectangle, edge: Edge, { width, height }: Size): { x: number; y: number } {
  const centred = { x: tray.x + tray.width / 2 - width / 2, y: tray.y + tray.height / 2 - height / 2 };
  switch (edge) {
    case 'top':
      return { x: centred.x, y: tray.y + tray.height + GAP };
    case 'bottom':
      return { x: centred.x, y: tray.y - height - GAP };
    case 'left':
      return { x: tray.x + tray.width + GAP, y: centred.y };
    case 'right':
      return { x: tray.x - width - GAP, y: centred.y };
  }
}

/** Trays are at the right end of their bar; without an icon to go by, the corner beside the thicker bar is taken. */
function corner({ bounds, workArea }: Surroundings['display'], platform: NodeJS.Platform): { x: number; y: number } {
  const above = workArea.y - bounds.y;
  const below = bounds.y + bounds.height - (workArea.y + workArea.height);
  const atBottom = above === below ? platform === 'win32' : below > above;
  // Clamping brings these to the work area's corner.
  return { x: Infinity, y: atBottom ? Infinity : -Infinity };
}

/** Whether a point is in a rectangle. */
export const contains = (area: Rectangle, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
