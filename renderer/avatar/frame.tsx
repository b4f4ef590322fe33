import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { keyed, panned, turned, zoomed, type CropView, type FramePoint } from '../../shared/image/crop.ts';
import { useTakeFocus } from '../hooks.ts';
import { gestureOf, wheelFactor, type Point } from '../view/avatar-gesture.ts';
import { spokenView } from '../view/avatar.ts';
import { drawFace, type Face } from './draw.ts';
import { useAvatarTexts } from './texts.ts';
import { useCanvas, type Room } from './use-canvas.ts';

interface FrameProps {
  face: Face;
  onChange: (change: (view: CropView) => CropView) => void;
}

/** Between the circle and the frame's edge, in CSS pixels. */
const MARGIN = 8;

const squareOf = ({ width, height }: Pick<Room, 'width' | 'height'>): number =>
  Math.max(1, Math.min(width, height) - 2 * MARGIN);

/**
 * The picture under the circle, moved with the mouse, a pen, one finger or two, the wheel, or keys. What lies outside of
 * the circle is shown dimmed.
 */
export function Frame({ face, onChange }: FrameProps) {
  const t = useAvatarTexts();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, Point>());
  const [spoken, setSpoken] = useState('');
  const { size } = face.picture;
  const [canvas, room] = useCanvas((context, { width, height, scale }) => {
    const side = squareOf({ width, height }) * scale;
    const place = { x: (width * scale - side) / 2, y: (height * scale - side) / 2, side };
    drawFace(context, face, place);
    drawMask(context, { width: width * scale, height: height * scale, side, line: 1.5 * scale });
  });
  useTakeFocus(frame);

  /** From pixels of the page to the frame's own measure. */
  const inFrame = ({ x, y }: Point): FramePoint => {
    const box = frame.current?.getBoundingClientRect();
    const side = squareOf(room);
    if (!box) return { x: 0, y: 0 };
    return { x: (x - box.left - box.width / 2) / side, y: (y - box.top - box.height / 2) / side };
  };

  // React listens to the wheel without a say in whether the page scrolls.
  const onWheel = useRef<((event: WheelEvent) => void) | null>(null);
  useEffect(() => {
    onWheel.current = (event) => {
      event.preventDefault();
      const at = inFrame({ x: event.clientX, y: event.clientY });
      onChange((view) => zoomed(view, size, wheelFactor(event), at));
    };
  });
  useEffect(() => {
    const element = frame.current;
    const listener = (event: WheelEvent) => onWheel.current?.(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = pointers.current;
    if (!held.has(event.pointerId)) return;
    const before = [...held.values()];
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const { by, factor, degrees, at } = gestureOf(before, [...held.values()]);
    const side = squareOf(room);
    const centre = inFrame(at);
    onChange((view) => {
      const moved = panned(view, size, { x: by.x / side, y: by.y / side });
      return turned(zoomed(moved, size, factor, centre), size, degrees);
    });
  };
  const letGo = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(face.view, size, event);
    if (!next) return;
    event.preventDefault();
    onChange((view) => keyed(view, size, event) ?? view);
    setSpoken(spokenView(face.view, next, t));
  };

  return (
    <>
      <div
        ref={frame}
        className="crop"
        role="application"
        tabIndex={0}
        aria-label={t.frame}
        aria-describedby={`${id}-help`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onLostPointerCapture={letGo}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} className="crop__canvas" />
      </div>
      <p id={`${id}-help`} className="visually-hidden">
        {t.frameHelp}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}

interface Mask {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly line: number;
}

/** Dims what colleagues will not see. The same in both themes: it lies on a picture, not on the page. */
function drawMask(context: CanvasRenderingContext2D, { width, height, side, line }: Mask): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = 'rgb(20 20 24 / 58%)';
  context.beginPath();
  context.rect(0, 0, width, height);
  context.arc(width / 2, height / 2, side / 2, 0, 2 * Math.PI);
  context.fill('evenodd');
  context.strokeStyle = '#ffffff';
  context.lineWidth = line;
  context.beginPath();
  context.arc(width / 2, height / 2, side / 2, 0, 2 * Math.PI);
  context.stroke();
}
