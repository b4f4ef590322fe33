/** Room between a menu and the edge of the window, in pixels. */
const EDGE = 8;

/** How far a menu lies over the one it came from, in pixels. */
const OVERLAP = 4;

/** Its padding: the first item comes to lie beside the opener. */
const PADDING = 6;

/**
 * Puts a menu with a fixed position beside the item that opened it: to its left, where the tray's own menu leaves room, else
 * to its right; in a narrow window below or above it, so that the item stays in reach of a finger.
 */
export function placeBeside(menu: HTMLElement, opener: HTMLElement): void {
  menu.classList.add('desk-submenu');
  const from = opener.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const within = (value: number, size: number, limit: number): number =>
    Math.max(EDGE, Math.min(value, limit - EDGE - size));

  const left = from.left - width + OVERLAP;
  const right = from.right - OVERLAP;
  let x = left;
  let y = from.top - PADDING;
  if (left < EDGE) {
    x = right;
    if (right + width > room.width - EDGE) {
      x = from.left;
      const below = from.bottom + height <= room.height - EDGE;
      y = below || from.top < room.height / 2 ? from.bottom : from.top - height;
    }
  }
  menu.style.left = `${within(x, width, room.width)}px`;
  menu.style.top = `${within(y, height, room.height)}px`;
}
