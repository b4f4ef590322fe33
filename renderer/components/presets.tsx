import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import { questionsOf, type Preset } from '../../shared/presets.ts';
import type { AppState } from '../../shared/state.ts';
import { canWrite, isUnderWay, shownPresetId, visiblePresets } from '../../shared/tray-menu.ts';
import { useApp, useDigits, useStore } from '../hooks.ts';
import { Editor } from '../parts.ts';
import { useGo } from '../place.ts';
import { accountProblem } from '../view/home.ts';
import { clickOn, presetTileText } from '../view/tile.ts';
import { Button } from './button.tsx';
import { Emoji } from './emoji.tsx';
import { CheckIcon, ClockIcon, MoreIcon } from './icons.tsx';
import { ErrorNote } from './note.tsx';
import { ScopeNote } from './scope-note.tsx';

interface PresetsProps {
  state: AppState;
  t: Messages;
  now: number;
  /** Opens the field for another token. */
  askToken: () => void;
}

/** How many presets have a key: 1 to 9. */
const KEYS = 9;

/** The presets as tiles: one click sets one, and so does its number on the keyboard. */
export function Presets({ state, t, now, askToken }: PresetsProps) {
  const { send } = useStore();
  const go = useGo();
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<AppError | null>(null);
  const shown = shownPresetId(state);
  const presets = visiblePresets(state);
  const writable = canWrite(state);
  // An account with a problem, or a change refused for the scope, says so above.
  // A change that failed has its own place; here stands only what never became a change.
  if (error && state.change?.phase === 'failed') setError(null);
  const saidAbove = accountProblem(state) !== null || state.change?.error?.code === 'insufficient_scope';

  const apply = async (presetId: string) => {
    if (sending.has(presetId)) return;
    setSending((ids) => new Set(ids).add(presetId));
    const result = await send('status.applyPreset', { presetId });
    setSending((ids) => new Set([...ids].filter((id) => id !== presetId)));
    setError(result.ok ? null : result.error);
  };
  const adjust = (preset: Preset) => go({ name: 'edit-status', request: { kind: 'preset', preset, expiry: null } });
  const choose = (preset: Preset) => {
    if (questionsOf(preset).length > 0) adjust(preset);
    else if (clickOn(preset, state) !== 'nothing') void apply(preset.id);
  };
  useDigits((digit) => {
    const preset = presets[digit - 1];
    if (preset && writable) choose(preset);
  });

  return (
    <section className="section" aria-labelledby="presets-heading">
      <div className="section__head">
        <h2 id="presets-heading" className="section__heading">
          {t.home.oneClick}
        </h2>
        <Button variant="link" onClick={() => go({ name: 'presets' })}>
          {t.actions.editPresets}
        </Button>
      </div>
      {!writable && !saidAbove && (
        <ScopeNote scope="profile_status:write" actions={<Button onClick={askToken}>{t.remedies['new-token']}</Button>}>
          {t.home.cannotWrite}
        </ScopeNote>
      )}
      {presets.length === 0 ? (
        <p className="hint">{t.actions.allHidden}</p>
      ) : (
        <div className="tiles">
          {presets.map((preset, index) => (
            <Tile
              key={preset.id}
              preset={preset}
              number={index < KEYS ? index + 1 : null}
              state={state}
              now={now}
              mark={preset.id !== shown ? null : isUnderWay(state.change) ? 'coming' : 'holds'}
              choose={() => choose(preset)}
              adjust={() => adjust(preset)}
            />
          ))}
        </div>
      )}
      <div role="alert">{error && <ErrorNote error={error} onDismiss={() => setError(null)} />}</div>
    </section>
  );
}

interface TileProps {
  preset: Preset;
  /** Its key. */
  number: number | null;
  state: AppState;
  now: number;
  /** Whether it says what colleagues see now, or soon will. */
  mark: 'holds' | 'coming' | null;
  /** Sets it, or asks for what it wants to know. */
  choose: () => void;
  /** Opens the editor on it. */
  adjust: () => void;
}

function Tile({ preset, number, state, now, mark, choose, adjust }: TileProps) {
  const { t } = useApp();
  const { hint, end } = presetTileText(preset, now, state);
  const writable = canWrite(state);
  const label = t.actions.adjust(preset.title);
  const preload = () => void Editor.preload();
  const onContextMenu = (event: SyntheticEvent) => {
    event.preventDefault();
    if (writable) adjust();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || !writable) return;
    event.preventDefault();
    adjust();
  };
  return (
    <div className="tile-place" onContextMenu={onContextMenu} onPointerEnter={preload}>
      <button
        type="button"
        className="tile"
        title={end ?? undefined}
        aria-current={mark !== null || undefined}
        aria-keyshortcuts={number === null ? 'Shift+Enter' : `${number} Shift+Enter`}
        disabled={!writable}
        onClick={choose}
        onKeyDown={onKeyDown}
      >
        <Emoji>{preset.emoji}</Emoji>
        <span className="tile__text">
          <bdi className="tile__title">{preset.title}</bdi> <span className="tile__hint">{hint}</span>
        </span>
        <span className="tile__marks" aria-hidden="true">
          {number !== null && <span className="tile__key">{number}</span>}
          {mark && <span className="tile__check">{mark === 'coming' ? <ClockIcon /> : <CheckIcon />}</span>}
        </span>
      </button>
      {writable && (
        <button type="button" className="tile__more" aria-label={label} title={label} onClick={adjust}>
          <MoreIcon />
        </button>
      )}
    </div>
  );
}
