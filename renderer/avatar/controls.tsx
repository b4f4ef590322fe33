import { useId, type ReactNode } from 'react';
import { clampView, maxZoom, turned, zoomed, type CropView } from '../../shared/image/crop.ts';
import type { Size } from '../../shared/image/info.ts';
import { Button } from '../components/button.tsx';
import { MinusIcon, PlusIcon } from '../components/icons.tsx';
import { degreesOf, percentOf, zoomAt, zoomStep, ZOOM_STEPS } from '../view/avatar.ts';
import { TurnLeftIcon, TurnRightIcon } from './icons.tsx';
import { useAvatarTexts } from './texts.ts';

interface ControlsProps {
  view: CropView;
  size: Size;
  onChange: (change: (view: CropView) => CropView) => void;
}

/** What one press of a zoom button zooms by. */
const ZOOM_PRESS = 1.25;

/** Zoom and rotation for those who do not drag: two sliders, each between two buttons. */
export function Controls({ view, size, onChange }: ControlsProps) {
  const t = useAvatarTexts();
  const most = maxZoom(size, view.rotation);
  return (
    <div className="crop-controls">
      <Slider
        label={t.zoom}
        min={0}
        max={ZOOM_STEPS}
        value={zoomStep(view, size)}
        text={t.percent(percentOf(view))}
        disabled={most === 1}
        onChange={(step) => onChange((now) => clampView({ ...now, zoom: zoomAt(step, now, size) }, size))}
        less={{
          label: t.zoomOut,
          icon: <MinusIcon />,
          press: () => onChange((now) => zoomed(now, size, 1 / ZOOM_PRESS)),
        }}
        more={{ label: t.zoomIn, icon: <PlusIcon />, press: () => onChange((now) => zoomed(now, size, ZOOM_PRESS)) }}
      />
      <Slider
        label={t.rotation}
        min={-180}
        max={180}
        value={Math.round(view.rotation)}
        text={t.degrees(degreesOf(view))}
        onChange={(rotation) => onChange((now) => clampView({ ...now, rotation }, size))}
        less={{ label: t.left, icon: <TurnLeftIcon />, press: () => onChange((now) => turned(now, size, -90)) }}
        more={{ label: t.right, icon: <TurnRightIcon />, press: () => onChange((now) => turned(now, size, 90)) }}
      />
    </div>
  );
}

interface End {
  readonly label: string;
  readonly icon: ReactNode;
  readonly press: () => void;
}

interface SliderProps {
  label: string;
  min: number;
  max: number;
  value: number;
  /** The value in words, shown and read out. */
  text: string;
  disabled?: boolean;
  onChange: (value: number) => void;
  less: End;
  more: End;
}

function Slider({ label, min, max, value, text, disabled = false, onChange, less, more }: SliderProps) {
  const id = useId();
  const button = ({ label: name, icon, press }: End) => (
    <Button variant="icon" aria-label={name} title={name} disabled={disabled} onClick={press}>
      {icon}
    </Button>
  );
  return (
    <div className="slider">
      <label htmlFor={id} className="slider__label">
        {label}
      </label>
      {button(less)}
      <input
        id={id}
        type="range"
        className="slider__input"
        min={min}
        max={max}
        step={1}
        value={value}
        aria-valuetext={text}
        disabled={disabled}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
      {button(more)}
      <span className="slider__value" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}
