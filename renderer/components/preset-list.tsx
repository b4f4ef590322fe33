import { useId, useState, type KeyboardEvent } from 'react';
import { presetsManagerTexts } from '../../shared/i18n/areas/presetsManager.ts';
import type { Preset } from '../../shared/presets.ts';
import { ruleHint } from '../../shared/tray-menu.ts';
import { shiftOf, useDrag, type Drag, type HandleProps } from '../drag.ts';
import { useApp, useEscape } from '../hooks.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { Emoji } from './emoji.tsx';
import { EyeIcon, EyeOffIcon, GripIcon, MoreIcon } from './icons.tsx';

/** What can be done with a preset of the list. */
export interface PresetListActions {
  move: (from: number, to: number) => void;
  edit: (preset: Preset) => void;
  /** Shows it in the menu and on the home screen, or does not. */
  show: (preset: Preset, shown: boolean) => void;
  duplicate: (preset: Preset) => void;
  remove: (preset: Preset) => void;
}

/** All presets in order, to arrange: by dragging, with the arrow keys, or with buttons. */
export function PresetList({ presets, actions }: { presets: readonly Preset[]; actions: PresetListActions }) {
  const texts = presetsManagerTexts(useApp().state.locale);
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const { drag, handle, cancel } = useDrag(() => setOpen(null), actions.move);
  useEscape(drag ? cancel : null);
  useEscape(open !== null && !drag ? () => setOpen(null) : null);
  return (
    <>
      <p id={`${id}-hint`} className="visually-hidden">
        {texts.moveHint}
      </p>
      <ul className={drag ? 'preset-list preset-list--dragging' : 'preset-list'} aria-label={texts.list}>
        {presets.map((preset, index) => (
          <PresetRow
            key={preset.id}
            preset={preset}
            index={index}
            count={presets.length}
            actions={actions}
            hintId={`${id}-hint`}
            open={open === preset.id}
            toggle={() => setOpen(open === preset.id ? null : preset.id)}
            drag={drag}
            handle={handle(index)}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  preset: Preset;
  index: number;
  count: number;
  actions: PresetListActions;
  hintId: string;
  open: boolean;
  toggle: () => void;
  drag: Drag | null;
  handle: HandleProps;
}

function PresetRow({ preset, index, count, actions, hintId, open, toggle, drag, handle }: RowProps) {
  const { state, t } = useApp();
  const id = useId();
  const texts = presetsManagerTexts(state.locale);
  const { title, hidden } = preset;
  const dragged = drag?.from === index;
  const shift = shiftOf(index, drag);

  const moveBy = (step: number) => {
    const to = index + step;
    if (to >= 0 && to < count) actions.move(index, to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const onHandle = event.target instanceof Element && event.target.closest('.preset-row__handle') !== null;
    if (!(event.altKey || onHandle) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    moveBy(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      className={`preset-row${dragged ? ' preset-row--dragged' : ''}${hidden ? ' preset-row--hidden' : ''}`}
      style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}
      onKeyDown={onKeyDown}
    >
      <div className="preset-row__line">
        <button
          type="button"
          className="preset-row__handle"
          aria-label={texts.move(title)}
          aria-describedby={hintId}
          title={texts.moveHint}
          {...handle}
        >
          <GripIcon />
        </button>
        <button type="button" className="preset-row__what" onClick={() => actions.edit(preset)}>
          <span className="visually-hidden">{t.entry.edit} </span>
          <Emoji>{preset.emoji}</Emoji>
          <span className="preset-row__text">
            <span className="preset-row__title">{title}</span>
            <span className="preset-row__hint">
              <span>{ruleHint(preset.expiry, state)}</span>
              {preset.isAway && <Badge tone="away">{t.home.away}</Badge>}
            </span>
          </span>
        </button>
        <Button
          variant="icon"
          role="switch"
          aria-checked={!hidden}
          aria-label={texts.shown(title)}
          title={texts.shown(title)}
          onClick={() => actions.show(preset, hidden)}
        >
          {hidden ? <EyeOffIcon /> : <EyeIcon />}
        </Button>
        <Button
          variant="icon"
          aria-label={texts.more(title)}
          title={texts.more(title)}
          aria-expanded={open}
          aria-controls={`${id}-more`}
          onClick={toggle}
        >
          <MoreIcon />
        </Button>
      </div>
      {open && (
        <div id={`${id}-more`} className="preset-row__more" role="group" aria-label={texts.more(title)}>
          <Button aria-disabled={index === 0 || undefined} onClick={() => moveBy(-1)}>
            {texts.up}
          </Button>
          <Button aria-disabled={index === count - 1 || undefined} onClick={() => moveBy(1)}>
            {texts.down}
          </Button>
          <Button onClick={() => actions.duplicate(preset)}>{texts.duplicate}</Button>
          <Button variant="danger" onClick={() => actions.remove(preset)}>
            {texts.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
