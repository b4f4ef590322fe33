import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The room a canvas has on the page, in CSS pixels, and how many pixels of the screen each of them is. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/**
 * A canvas with a pixel for each of the screen's, drawn before the page is painted, and anew when it, what `draw` depends
 * on, or the screen changes.
 * @param draw starts from an empty canvas
 */
export function useCanvas(
  draw: (context: CanvasRenderingContext2D, room: Room) => void,
): readonly [RefObject<HTMLCanvasElement | null>, Room] {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState<Room>({ width: 0, height: 0, scale: 1 });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const measure = () =>
      setRoom({ width: element.clientWidth, height: element.clientHeight, scale: window.devicePixelRatio });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Zooming the page and moving the window to another screen change the ratio, and not always the size.
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || room.width === 0) return;
    // Setting the size empties the canvas.
    element.width = Math.round(room.width * room.scale);
    element.height = Math.round(room.height * room.scale);
    draw(context, room);
  });
  return [canvas, room];
}
