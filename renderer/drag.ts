import { useRef, useState, type PointerEvent } from 'react';
import { flushSync } from 'react-dom';

/** A row under the pointer: where it was, where it would come to lie, and how far it was dragged, in pixels. */
export interface Drag {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** The height of a row with the gap to the next. */
  readonly pitch: number;
}

/** What the handle of a row is given. */
export interface HandleProps {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: () => void;
  onLostPointerCapture: () => void;
}

/** Within this distance of its edge the screen scrolls along, in pixels. */
const EDGE = 36;

/** By so many pixels with each frame. */
const SPEED = 5;

interface Grip {
  readonly startY: number;
  readonly startScroll: number;
  readonly scroller: Element;
  readonly count: number;
  pointerY: number;
  frame: number;
}

/**
 * Lets rows of one height be dragged by a handle, with the mouse, a pen or a finger. Nothing moves in the document until
 * the row is dropped: a handle that is moved loses the pointer.
 * @param start called when a row is taken, to fold what would make rows of different heights
 * @param drop called when a row was dropped at another place
 */
export function useDrag(start: () => void, drop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const grip = useRef<Grip | null>(null);

  const end = () => {
    if (grip.current) cancelAnimationFrame(grip.current.frame);
    grip.current = null;
    setDrag(null);
  };

  const follow = () => {
    const held = grip.current;
    if (!held) return;
    const offset = held.pointerY - held.startY + held.scroller.scrollTop - held.startScroll;
    setDrag((present) => {
      if (!present) return null;
      const to = Math.max(0, Math.min(held.count - 1, present.from + Math.round(offset / present.pitch)));
      return { ...present, to, offset };
    });
  };

  const scrollAlong = () => {
    const held = grip.current;
    if (!held) return;
    const { top, bottom } = held.scroller.getBoundingClientRect();
    if (held.pointerY < top + EDGE) held.scroller.scrollTop -= SPEED;
    if (held.pointerY > bottom - EDGE) held.scroller.scrollTop += SPEED;
    follow();
    held.frame = requestAnimationFrame(scrollAlong);
  };

  const handle = (index: number): HandleProps => ({
    onPointerDown: (event) => {
      const { button, clientY, currentTarget, pointerId } = event;
      const row = currentTarget.closest('li');
      const scroller = currentTarget.closest('.screen');
      const rows = row?.parentElement?.children;
      if (button !== 0 || !row || !scroller || !rows) return;
      const before = row.getBoundingClientRect().top;
      flushSync(start);
      const { top, height } = row.getBoundingClientRect();
      const [first, second] = rows;
      const pitch = first && second ? second.getBoundingClientRect().top - first.getBoundingClientRect().top : height;
      grip.current = {
        // Where folding something moved the row away from the pointer, it comes along.
        startY: clientY - before + top,
        startScroll: scroller.scrollTop,
        scroller,
        count: rows.length,
        pointerY: clientY,
        frame: 0,
      };
      currentTarget.setPointerCapture(pointerId);
      setDrag({ from: index, to: index, offset: before - top, pitch });
      grip.current.frame = requestAnimationFrame(scrollAlong);
    },
    onPointerMove: ({ clientY }) => {
      if (!grip.current) return;
      grip.current.pointerY = clientY;
      follow();
    },
    onPointerUp: () => {
      if (!grip.current) return;
      end();
      if (drag && drag.to !== drag.from) drop(drag.from, drag.to);
    },
    // The system took the pointer away: nothing was dropped.
    onLostPointerCapture: end,
  });

  return { drag, handle, cancel: end };
}

/** How far a row is drawn from its place while another is dragged, in pixels. */
export function shiftOf(index: number, drag: Drag | null): number {
  if (!drag) return 0;
  const { from, to, offset, pitch } = drag;
  if (index === from) return offset;
  if (index > from && index <= to) return -pitch;
  if (index < from && index >= to) return pitch;
  return 0;
}
